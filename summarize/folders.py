"""briefing_product(): a document's briefing as a file of its own, for a folder of them."""

import argparse
from collections.abc import Mapping

from summarize.briefing import brief
from summarize.choices import briefing_choices
from summarize.export.formats import export_file
from summarize.summary import points_in_target
from translate.batch.record import Product
from translate.batch.translation import in_short
from translate.choices import Choices
from translate.document import Document
from translate.engines.protocol import Engine

_GIST = 3
"""Points that the page over all documents shows of each."""


def briefing_product(
    document: Document,
    target: str,
    choices: Choices,
    arguments: argparse.Namespace,
    engines: Mapping[str, Engine],
) -> Product:
    """The briefing in the form that was asked for, and in short what the page over all documents shows of it.

    Raises:
        PolicyTextError: As brief() does.
    """
    briefing = brief(document, target, choices=briefing_choices(arguments, choices), engines=engines)
    translation, summary = briefing.translation, briefing.summary
    points = summary.points if translation is None else points_in_target(summary, translation)
    shown = document if translation is None else translation.target
    errors, warnings, to_check = in_short(briefing.issues, shown.texts)
    broken = [issue.message for issue in briefing.issues if issue.kind in ("failed", "no-route")]
    return Product(
        content=export_file(briefing, arguments.form),
        sentences=len(document.segments),
        errors=errors,
        warnings=warnings,
        gist=tuple(point.text for point in points[:_GIST]),
        to_check=to_check,
        failure=broken[0] if broken else "",
    )
