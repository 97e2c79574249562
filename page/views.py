"""A briefing as the components take it: escaped HTML in groups of rows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from page.bar import aside_html, part_html, question_html, return_html, tools_html
from summarize import Briefing, Summary
from summarize.export.answers import answers_html
from summarize.export.doubts import doubts_html
from summarize.export.grid import rows_markup
from summarize.export.html import check_html, facts_html, head_html, heads_html, summary_html
from summarize.export.markup import row_html
from summarize.export.outline import Part, outline
from summarize.export.rows import Row, rows
from summarize.export.wording import wording
from translate import Detection, Document

_GROUP_ROWS = 40
"""Rows put in place in one frame: 40 take about 10 ms; 200 took longer than a frame on two cores."""
_MOST_UNFOLDED = 400
"""Rows that stand open one after the other; a longer text is folded into its parts."""
_NO_WAY = "no-route"


def briefing_view(
    briefing: Briefing, words: dict[str, str], reader: str, questions: Sequence[str] = ()
) -> dict[str, Any]:
    """Everything that the briefing component shows.

    Args:
        briefing: What brief() gave.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
        questions: What could be asked of the text.
    """
    sides = 1 if briefing.translation is None else 2
    codes = (briefing.document.language, briefing.target)[:sides]
    heading = wording(reader)["text" if sides == 2 else "text_alone"]
    found = rows(briefing)
    parts_of_text = outline(found)
    return {
        "reader": reader,
        "words": words,
        "frame": f'<div data-slot="head"></div><div class="lead"><div data-slot="summary"></div>'
        f"{aside_html(parts_of_text, words, reader)}</div>{question_html(questions, words)}"
        f'<div data-slot="above"></div><section class="text sides-{sides}"><h2>{heading}</h2>'
        f'<div class="bar">{tools_html(parts_of_text, words, reader, sides)}'
        f"{heads_html(codes, reader)}</div></section>{return_html(words)}",
        "parts": _parts(parts_of_text, words, reader, sides),
        **_changing(briefing, found, reader),
    }


def corrected_view(briefing: Briefing, reader: str) -> dict[str, Any]:
    """What a correction or a question changes: all that stands above the text, and corrected rows by segment id."""
    return _changing(briefing, rows(briefing), reader)


def _changing(briefing: Briefing, found: Sequence[Row], reader: str) -> dict[str, Any]:
    """What stands above the text, by the place that it is put into, and the corrected ones of the rows."""
    by_segment = {row.segment: row for row in found if row.segment is not None}
    edited = [row for row in by_segment.values() if row.hypothesis and row.hypothesis.origin == "edited"]
    untold = tuple(issue for issue in briefing.issues if issue.kind != _NO_WAY)
    head = head_html(replace(briefing, issues=untold), reader, sum(seconds for _, seconds in briefing.timings))
    above = (
        answers_html(briefing.answers[::-1], reader, linked=True),  # the last question's stands next to its field
        check_html(briefing, reader, by_segment),
        doubts_html(briefing, reader, by_segment),
        facts_html(briefing, reader),
    )
    return {
        "slots": {"head": head, "summary": summary_html(briefing, reader), "above": "".join(above)},
        "edited": {str(row.segment): row_html(row, reader) for row in edited},
    }


def has_no_way(briefing: Briefing) -> bool:
    """Whether nothing is translated because no installed model leads there; a card of its own says what to do."""
    return any(issue.kind == _NO_WAY for issue in briefing.issues)


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
        {"name": part_html(part, words, reader) if folded else "", "groups": _groups(part.rows, reader, sides)}
        for part in parts
    ]


def _groups(found: Sequence[Row], reader: str, sides: int) -> list[str]:
    """HTML of the rows, some at a time."""
    groups = (found[start : start + _GROUP_ROWS] for start in range(0, len(found), _GROUP_ROWS))
    return [rows_markup(group, reader, sides) for group in groups]
