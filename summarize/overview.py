"""overview_html(): a briefing where it is one of many things on a screen, as in a notebook; exports are for readers."""

from collections.abc import Sequence
from html import escape

from summarize.summary import Point, Summary, points_in_target
from translate.issue import Issue
from translate.translation import Translation

_SHOWN = 10
"""Issues shown; they come in the order in which to read them."""


def overview_html(summary: Summary, translation: Translation | None, issues: Sequence[Issue]) -> str:
    """The points with their sources, what to check first, and the sentences of both languages behind a click.

    Args:
        summary: Of the source.
        translation: None where there is none; then the points stand in the source's language alone.
        issues: In the order in which they are to be read.

    Returns:
        HTML without styles or scripts of its own, everything in it escaped. Sentences are numbered from 1.
    """
    document = summary.document
    title = escape(document.title or document.name or "Briefing")
    pairs = zip(summary.points, points_in_target(summary, translation) if translation else summary.points, strict=True)
    points = "".join(_point_html(source, shown) for source, shown in pairs)
    checks = "".join(_issue_html(issue) for issue in issues[:_SHOWN])
    left = len(issues) - _SHOWN
    return (
        f"<h3>{title}</h3><ul>{points}</ul>"
        + (f"<p><b>Check these first</b></p><ul>{checks}</ul>" if checks else "")
        + (f"<p>… and {left:,} more</p>" if left > 0 else "")
        + ("" if translation is None else f"<details><summary>Sentences</summary>{translation._repr_html_()}</details>")
    )


def _point_html(source: Point, shown: Point) -> str:
    """A point, the numbers of its sentences, and its words in the source's language behind a click."""
    numbers = ", ".join(str(citation.segment + 1) for citation in shown.citations)
    own = (
        "" if shown == source else f'<details><summary>source</summary><span dir="auto">{escape(source.spoken)}</span>'
    )
    return f'<li><span dir="auto">{escape(shown.spoken)}</span> [{numbers}]{own and own + "</details>"}</li>'


def _issue_html(issue: Issue) -> str:
    """An issue, with the number of its sentence."""
    where = "" if issue.segment is None else f"[{issue.segment + 1}] "
    return f"<li>{where}{escape(issue.message)}</li>"
