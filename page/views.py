"""A briefing as the components take it: escaped HTML in groups of rows."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

from summarize import Briefing, Summary
from summarize.export.doubts import doubts_html
from summarize.export.html import check_html, facts_html, head_html, heads_html, summary_html
from summarize.export.markup import row_html
from summarize.export.rows import Row, rows
from summarize.export.wording import wording
from translate import Detection, Document

_GROUP_ROWS = 40
"""Rows put in place in one frame: 40 take about 10 ms; 200 took longer than a frame on two cores."""


def briefing_view(briefing: Briefing, words: dict[str, str], reader: str) -> dict[str, Any]:
    """Everything that the briefing component shows.

    Args:
        briefing: What brief() gave.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
    """
    parts = corrected_view(briefing, reader)
    head = head_html(briefing, reader, sum(seconds for _, seconds in briefing.timings))
    sides = 1 if briefing.translation is None else 2
    codes = (briefing.document.language, briefing.target)[:sides]
    heading = wording(reader)["text" if sides == 2 else "text_alone"]
    return {
        "reader": reader,
        "words": words,
        "frame": f"{head}{parts['summary']}{parts['check']}{parts['doubts']}{facts_html(briefing, reader)}"
        f'<section class="text sides-{sides}"><h2>{heading}</h2>'
        f'<div class="bar">{_tools_html(words, sides)}{heads_html(codes, reader)}</div></section>{_return_html(words)}',
        "groups": _groups(rows(briefing), reader, sides),
        **parts,
    }


def corrected_view(briefing: Briefing, reader: str) -> dict[str, Any]:
    """What a correction changes: summary, lists of what to check and of doubts, and corrected rows by segment id."""
    edited = [row for row in rows(briefing) if row.hypothesis and row.hypothesis.origin == "edited"]
    return {
        "summary": summary_html(briefing, reader),
        "check": check_html(briefing, reader),
        "doubts": doubts_html(briefing, reader),
        "edited": {str(row.segment): row_html(row, reader) for row in edited},
    }


def live_view(document: Document, target: str, reader: str) -> dict[str, Any]:
    """The source's rows with room for their translations.

    Args:
        document: What was read.
        target: BCP 47 code of the language to come.
        reader: BCP 47 code of the language that the page speaks.
    """
    bare = Briefing(Detection(document.language, 1.0), document, None, Summary(document, (), ""), (), target)
    waiting = [replace(row, target_language=target) for row in rows(bare)]
    return {
        "frame": f'<section class="text sides-2"><div class="bar">'
        f"{heads_html((document.language, target), reader)}</div></section>",
        "groups": _groups(waiting, reader, 2),
    }


def _groups(found: Sequence[Row], reader: str, sides: int) -> list[str]:
    """HTML of the rows, some at a time."""
    groups = (found[start : start + _GROUP_ROWS] for start in range(0, len(found), _GROUP_ROWS))
    return ["".join(row_html(row, reader, sides) for row in group) for group in groups]


def _tools_html(words: dict[str, str], sides: int) -> str:
    """Search and print, above the columns."""
    keys = ("search" if sides == 2 else "search_alone", "search_previous", "search_next")
    label, back, on = (escape(words[key]) for key in keys)
    return (
        f'<div class="tools" role="search"><input class="search" type="search" aria-label="{label}" '
        f'placeholder="{label}"><span class="found" role="status"></span>'
        f'<button type="button" class="step previous" disabled aria-label="{back}">↑</button>'
        f'<button type="button" class="step next" disabled aria-label="{on}">↓</button>'
        f'<button type="button" class="print">{escape(words["print"])}</button></div>'
    )


def _return_html(words: dict[str, str]) -> str:
    """The way back to the citation that was followed."""
    name = f'<span aria-hidden="true">↩ </span>{escape(words["back"])}'
    return f'<button type="button" class="return" hidden>{name}</button>'
