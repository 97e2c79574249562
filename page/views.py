"""A briefing as the components take it: escaped HTML in groups of rows."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from page.bar import aside_html, listed_html, part_html, question_html, return_html, tools_html, ways_html
from summarize import Briefing, Summary
from summarize.answers.suggestions import ANSWERING
from summarize.correction import EDITED, remarks
from summarize.export.answers import answers_html
from summarize.export.doubts import doubts_html
from summarize.export.facts import table_lines
from summarize.export.grid import rows_markup
from summarize.export.html import check_html, fact_table_html, facts_html, head_html, heads_html, summary_html
from summarize.export.markup import row_html
from summarize.export.outline import Part, outline
from summarize.export.rows import Row, rows
from summarize.export.wording import wording
from translate import Detection, Document
from translate.languages.wording import in_language

_GROUP_ROWS = 40
"""Rows put in place in one frame: 40 take about 10 ms; 200 took longer than a frame on two cores."""
_MOST_UNFOLDED = 400
"""Rows that stand open one after the other; a longer text is folded into its parts."""
_NO_WAY = "no-route"
_LACKS = frozenset({"numbers", "dates", "weekdays", "references", "names", "countries"})
"""Kinds of checks that find what a source names and its translation lacks."""


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
        "frame": f'{_slot("head")}{_slot("ways")}<div class="lead">{_slot("summary")}'
        f"{aside_html(parts_of_text, words)}</div>{question_html(questions, words)}"
        f"{''.join(map(_slot, ('answers', 'facts', 'check', 'doubts')))}"
        f'<section class="text sides-{sides}" id="entente-text"><h2>{heading}</h2>'
        f'<div class="bar">{tools_html(parts_of_text, words, sides)}'
        f"{heads_html(codes, reader)}</div></section>{return_html(words)}",
        "parts": _parts(parts_of_text, words, reader, sides),
        **_changing(briefing, found, parts_of_text, words, reader),
    }


def _slot(name: str) -> str:
    """A place for what a correction changes."""
    return f'<div data-slot="{name}" id="entente-{name}"></div>'


def corrected_view(
    briefing: Briefing, words: dict[str, str], reader: str, touched: Collection[int] = (), tabled: str = ""
) -> dict[str, Any]:
    """What a correction or a question changes: all that stands above the text, and changed rows by segment id.

    Args:
        briefing: As it is now.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
        touched: Segments that were corrected and may be the engine's again.
        tabled: The question that the tables of deadlines and duties answer; empty where it was not asked.
    """
    found = rows(briefing)
    return _changing(briefing, found, outline(found), words, reader, touched, tabled)


def _changing(
    briefing: Briefing,
    found: Sequence[Row],
    parts: Sequence[Part],
    words: dict[str, str],
    reader: str,
    touched: Collection[int] = (),
    tabled: str = "",
) -> dict[str, Any]:
    """What stands above the text, by the place that it is put into, and the rows that are other ones now."""
    by_segment = {row.segment: row for row in found if row.segment is not None}
    edited = {i: row for i, row in by_segment.items() if row.hypothesis and row.hypothesis.origin == EDITED}
    changed = edited | {segment: by_segment[segment] for segment in touched}
    untold = tuple(issue for issue in briefing.issues if issue.kind != _NO_WAY)
    return {
        "slots": {
            "head": head_html(replace(briefing, issues=untold), reader, sum(took for _, took in briefing.timings)),
            "ways": ways_html(briefing, words, reader),
            "contents": listed_html(parts, words, reader),
            "summary": summary_html(briefing, reader),
            "answers": (_tables_html(briefing, tabled, reader) if tabled else "")
            + answers_html(briefing.answers[::-1], reader, briefing.document),  # the last stands next to its field
            "facts": facts_html(briefing, reader),
            "check": check_html(briefing, reader, by_segment),
            "doubts": doubts_html(briefing, reader, by_segment),
        },
        "names": [part_html(part, words, reader) for part in parts],
        "edited": {str(segment): row_html(row, reader) for segment, row in sorted(changed.items())},
        "remarks": {str(segment): _remarks(briefing, segment, reader) for segment in edited},
    }


def _tables_html(briefing: Briefing, question: str, reader: str) -> str:
    """Deadlines, duties and rights as the answer to the question what must be done, and by when."""
    names = wording(reader)
    tables = [
        f"<h4>{escape(names[f'facts_{table}'])}</h4>\n{fact_table_html(table, lines, briefing.target, reader)}"
        for table, lines in table_lines(briefing)
        if table in ANSWERING
    ]
    return (
        f'<section class="answers facts">\n<article class="answer">\n<h3 class="question">{escape(question)}</h3>\n'
        f"{''.join(tables)}</article>\n</section>\n"
    )


def _remarks(briefing: Briefing, segment: int, reader: str) -> list[dict[str, Any]]:
    """What the checks say to a correction; `lacks` is true where the source names what the correction doesn't."""
    return [
        {"text": in_language(issue.message, reader), "lacks": issue.kind in _LACKS}
        for issue in remarks(briefing, segment)
    ]


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
