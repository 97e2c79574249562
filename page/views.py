"""A briefing as the components take it: escaped HTML in groups of rows."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

from summarize import Briefing, Summary
from summarize.export.doubts import doubts_html
from summarize.export.html import check_html, facts_html, head_html, heads_html, summary_html
from summarize.export.markup import row_html
from summarize.export.outline import Part, outline
from summarize.export.rows import Row, rows
from summarize.export.wording import direction, grouped, wording
from translate import Detection, Document

_GROUP_ROWS = 40
"""Rows put in place in one frame: 40 take about 10 ms; 200 took longer than a frame on two cores."""
_MOST_UNFOLDED = 400
"""Rows that stand open one after the other; a longer text is folded into its parts."""
_ABOVE = (summary_html, check_html, doubts_html, facts_html)
"""What stands between the head and the text, in this order."""


def briefing_view(briefing: Briefing, words: dict[str, str], reader: str) -> dict[str, Any]:
    """Everything that the briefing component shows.

    Args:
        briefing: What brief() gave.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
    """
    sides = 1 if briefing.translation is None else 2
    codes = (briefing.document.language, briefing.target)[:sides]
    heading = wording(reader)["text" if sides == 2 else "text_alone"]
    parts_of_text = outline(rows(briefing))
    return {
        "reader": reader,
        "words": words,
        "frame": f'<div class="above"></div><section class="text sides-{sides}"><h2>{heading}</h2>'
        f'<div class="bar">{_tools_html(words, sides, _contents_html(parts_of_text, words, reader))}'
        f"{heads_html(codes, reader)}</div></section>{_return_html(words)}",
        "parts": _parts(parts_of_text, words, reader, sides),
        **corrected_view(briefing, reader),
    }


def corrected_view(briefing: Briefing, reader: str) -> dict[str, Any]:
    """What a correction changes: all that stands above the text, and corrected rows by segment id."""
    edited = [row for row in rows(briefing) if row.hypothesis and row.hypothesis.origin == "edited"]
    head = head_html(briefing, reader, sum(seconds for _, seconds in briefing.timings))
    return {
        "above": "".join((head, *(part(briefing, reader) for part in _ABOVE))),
        "edited": {str(row.segment): row_html(row, reader) for row in edited},
    }


def live_view(document: Document, target: str, words: dict[str, str], reader: str) -> dict[str, Any]:
    """The source's rows with room for their translations.

    Args:
        document: What was read.
        target: BCP 47 code of the language to come.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
    """
    bare = Briefing(Detection(document.language, 1.0), document, None, Summary(document, (), ""), (), target)
    waiting = [replace(row, target_language=target) for row in rows(bare)]
    return {
        "frame": f'<section class="text sides-2"><div class="bar">'
        f"{heads_html((document.language, target), reader)}</div></section>",
        "parts": _parts(outline(waiting), words, reader, 2),
    }


def _parts(parts: Sequence[Part], words: dict[str, str], reader: str, sides: int) -> list[dict[str, Any]]:
    """Each part with its rows; of a long text also the line that it is folded into."""
    folded = sum(len(part.rows) for part in parts) > _MOST_UNFOLDED
    return [
        {"name": _part_html(part, words, reader) if folded else "", "groups": _groups(part.rows, reader, sides)}
        for part in parts
    ]


def _part_html(part: Part, words: dict[str, str], reader: str) -> str:
    """A part's title, page, and what there is in it."""
    counts = [
        *([words["part_points"].format(count=part.points)] if part.points else []),
        *([words["part_check"].format(count=part.to_check)] if part.to_check else []),
    ]
    title, language = part.title, part.language
    if not title and part.segments:
        first, last = (grouped(segment + 1, reader) for segment in (part.segments[0], part.segments[-1]))
        title, language = words["part_piece"].format(first=first, last=last), reader
    page = [] if part.page is None else [wording(reader)["page"].format(number=part.page)]
    more = "".join(f"<span>{escape(said)}</span>" for said in [*page, *counts])
    return (
        f'<span class="title" lang="{escape(language)}" dir="{direction(language)}">{escape(title)}</span>'
        f'<span class="more">{more}</span>'
    )


def _contents_html(parts: Sequence[Part], words: dict[str, str], reader: str) -> str:
    """A button that opens the outline, and the outline; empty where the text has one part."""
    if len(parts) < 2:
        return ""
    listed = "".join(
        f'<li><a href="#s{part.segments[0] + 1}">{_part_html(part, words, reader)}</a></li>'
        for part in parts
        if part.segments
    )
    name = escape(words["contents"])
    return (
        f'<button type="button" class="contents" popovertarget="entente-contents">{name}</button>'
        f'<nav id="entente-contents" class="outline" popover aria-label="{name}"><ol>{listed}</ol></nav>'
    )


def _groups(found: Sequence[Row], reader: str, sides: int) -> list[str]:
    """HTML of the rows, some at a time."""
    groups = (found[start : start + _GROUP_ROWS] for start in range(0, len(found), _GROUP_ROWS))
    return ["".join(row_html(row, reader, sides) for row in group) for group in groups]


def _tools_html(words: dict[str, str], sides: int, contents: str) -> str:
    """Outline, search and print, above the columns."""
    keys = ("search" if sides == 2 else "search_alone", "search_previous", "search_next")
    label, back, on = (escape(words[key]) for key in keys)
    return (
        f'<div class="tools" role="search">{contents}<input class="search" type="search" aria-label="{label}" '
        f'placeholder="{label}"><span class="found" role="status"></span>'
        f'<button type="button" class="step previous" disabled aria-label="{back}">↑</button>'
        f'<button type="button" class="step next" disabled aria-label="{on}">↓</button>'
        f'<button type="button" class="print">{escape(words["print"])}</button></div>'
    )


def _return_html(words: dict[str, str]) -> str:
    """The way back to the citation that was followed."""
    name = f'<span aria-hidden="true">↩ </span>{escape(words["back"])}'
    return f'<button type="button" class="return" hidden>{name}</button>'
