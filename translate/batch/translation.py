"""translation_product(): a document's translation as a file of its own."""

import argparse
from collections.abc import Mapping, Sequence
from textwrap import shorten

from translate.batch.record import Product
from translate.checks.ranking import ranked
from translate.choices import Choices
from translate.document import Document
from translate.engines.protocol import Engine
from translate.formats.registry import FORMATS, write_bilingual
from translate.issue import Issue
from translate.message import say
from translate.pipeline.run import translate
from translate.translation import BrokenOff, Translation

FORMS = ("txt", *FORMATS)
"""What a translation is written as: the text alone, or with its source."""
_SHOWN = 5
_SENTENCE = 160
"""Characters of a sentence that are enough to know it by."""


def translation_product(
    document: Document,
    target: str,
    choices: Choices,
    arguments: argparse.Namespace,
    engines: Mapping[str, Engine],
) -> Product:
    """The translation in the form that was asked for; as far as it came where the engine failed.

    Raises:
        PolicyTextError: As translate() does, where nothing is translated.
    """
    failure: str = ""
    try:
        translation = translate(document, target, choices=choices, engines=engines)
    except BrokenOff as broken:
        translation, failure = broken.translation, broken.message
    errors, warnings, to_check = in_short(translation.issues, translation.target.texts)
    content = written(translation, arguments.form)
    return Product(content, len(document.segments), errors, warnings, (), to_check, failure)


def written(translation: Translation, form: str) -> bytes:
    """A translation as a file's content: UTF-8.

    Args:
        translation: Whole or partial.
        form: One of FORMS.
    """
    if form in FORMATS:
        return write_bilingual(translation, form)
    return translation.target.text.encode("utf-8", "replace")


def in_short(issues: tuple[Issue, ...], texts: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
    """How many errors and warnings there are, and the first of them.

    Args:
        issues: What was found in a document.
        texts: Its sentences as they are shown.
    """
    serious = [issue for issue in ranked(issues) if issue.severity != "notice"]
    errors = sum(issue.severity == "error" for issue in serious)
    first = tuple(_with_sentence(issue, texts) for issue in serious[:_SHOWN])
    return errors, len(serious) - errors, first


def _with_sentence(issue: Issue, texts: Sequence[str]) -> str:
    """An issue's message, behind the sentence that it is about."""
    if issue.segment is None:
        return issue.message
    text = shorten(texts[issue.segment], _SENTENCE, placeholder=" …")
    return say("{number}. “{text}” {message}", number=issue.segment + 1, text=text, message=issue.message)
