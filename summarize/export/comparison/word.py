"""Word: what changed with a redline a change and the original beneath, values, what to check, and every changed row."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from summarize.comparison import Comparison
from summarize.export.comparison.rows import (
    ChangeRow,
    FactLine,
    Side,
    Words,
    change_rows,
    counts_line,
    fact_lines,
    folded,
    kind_words,
    marked,
    place,
    point_places,
    reader_of,
    split_points,
)
from summarize.export.word import AUTHOR, timeless
from summarize.export.word_runs import add_table, add_words, redden
from summarize.export.wording import kind_name, language_name, wording
from translate.issue import Issue
from translate.languages.wording import in_language
from translate.resources.tmx import xml_text

_MARGIN_CM, _PAGE_CM, _PLACE_CM = 2.0, 21.0, 2.6
_TEXT_CM = _PAGE_CM - 2 * _MARGIN_CM
_TEXT_PT, _AFTER_PT = 10, 4


def to_docx(comparison: Comparison) -> bytes:
    """The comparison as a Word file (DOCX); equal comparisons give equal files.

    Args:
        comparison: What compare() gave.

    Returns:
        Names and counts, the changes of content as redlines (struck red, underlined green) with the original beneath,
        those of form, duties, dates and amounts, and what to check. Of two language versions a row a sentence.
        Unchanged sentences are counted and left out.
    """
    from docx import Document as new_document
    from docx.shared import Cm, Pt

    word = new_document()
    page = word.sections[0]
    page.page_width, page.page_height = Cm(_PAGE_CM), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    normal = word.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(_TEXT_PT), Pt(_AFTER_PT)
    reader, rows = reader_of(comparison), change_rows(comparison)
    words = wording(reader)
    title = words["comparison_across" if comparison.is_across else "comparison"]
    names = [
        f"{document.name or '–'} ({language_name(document.language, reader)})"
        for document in (comparison.old, comparison.new)
    ]
    add_words(word.add_heading(level=1), title, reader)
    add_words(word.add_paragraph(), words["versions"].format(old=names[0], new=names[1]), reader)
    add_words(word.add_paragraph(), counts_line(comparison, reader), reader, grey=True)
    if comparison.is_across:
        _issues(word, comparison, rows, reader)
        _across(word, rows, reader)
    else:
        _points(word, comparison, rows, reader)
        _facts(word, fact_lines(comparison, rows, reader), rows, reader)
        _issues(word, comparison, rows, reader)
    add_words(word.add_paragraph(), words["machine_note"], reader, grey=True)
    properties = word.core_properties
    properties.title, properties.author, properties.comments = xml_text(title), AUTHOR, ""
    properties.language = reader
    output = BytesIO()
    word.save(output)
    return timeless(output.getvalue())


def _points(word: Any, comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> None:
    """Each change once: those of content, the weightiest first, then those of form."""
    words = wording(reader)
    shown, more, count = split_points(comparison)
    add_words(word.add_heading(level=2), words["changes_title"], reader)
    if not shown:
        add_words(word.add_paragraph(), words["changes_none"], reader)
    for number, point in enumerate(comparison.points, 1):
        if more and number == len(shown) + 1:
            add_words(word.add_heading(level=3), folded(words, "changes_more", count), reader)
        _change(word, rows[point.change], point_places(point, rows), f"{number}. ", reader)
    if comparison.forms:
        add_words(word.add_heading(level=3), folded(words, "changes_form", len(comparison.forms)), reader)
    for position in comparison.forms:
        _change(word, rows[position], [rows[position]], "", reader)


def _change(word: Any, row: ChangeRow, places: Sequence[ChangeRow], number: str, reader: str) -> None:
    """What became of a sentence: old and new, in the language wanted and below it as the versions have it."""
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    add_words(paragraph, number, reader, bold=True)
    add_words(paragraph, kind_words(row, False, reader), reader, bold=True)
    add_words(paragraph, f"  [{'; '.join(place(one) for one in places)}]", reader, grey=True)
    sides = [(side, side is row.new) for side in (row.old, row.new) if side is not None]
    for original in (False, True) if any(side.said for side, _ in sides) else (True,):
        for side, is_new in sides:
            said = side.original if original or side.said is None else side.said
            line = word.add_paragraph()
            line.paragraph_format.left_indent = _cm(0.6)
            line.paragraph_format.keep_with_next = not (original and side is sides[-1][0])
            _redlined(line, said, is_new, len(sides) == 1, grey=original and side.said is not None)


def _redlined(paragraph: Any, words: Words, is_new: bool, whole: bool = False, grey: bool = False) -> None:
    """A text with its removed words struck in red, or its added ones underlined in green."""
    for text, what in marked(words, whole):
        run = add_words(paragraph, text, words.language, grey=grey)
        if what == "changed":
            redden(run, is_new)


def _facts(word: Any, lines: Sequence[FactLine], rows: Sequence[ChangeRow], reader: str) -> None:
    """The duties, dates and amounts that changed, a row each."""
    if not lines:
        return
    words = wording(reader)
    add_words(word.add_heading(level=2), words["changes_facts"], reader)
    table = add_table(word, [3.5, 3.5, _TEXT_CM - 7.0])
    heads = ("change_before", "change_after", "change_sentence")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        add_words(cell.paragraphs[0], words[head], reader, bold=True)
    for line in lines:
        before, after, sentence = table.add_row().cells
        add_words(before.paragraphs[0], line.before or "–", line.sentence.language)
        add_words(after.paragraphs[0], line.after or "–", line.sentence.language)
        _redlined(sentence.paragraphs[0], line.sentence, line.fact.new is not None)
        add_words(sentence.paragraphs[0], f" [{place(rows[line.fact.change])}]", reader, grey=True)


def _issues(word: Any, comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> None:
    """What to check, each with its sentence."""
    words = wording(reader)
    if not comparison.issues and not comparison.is_across:
        return
    add_words(word.add_heading(level=2), words["compare_check"], reader)
    if not comparison.issues:
        add_words(word.add_paragraph(), words["compare_nothing"], reader)
    first = {i: row for row in rows for i in (row.change.old if comparison.is_across else row.change.new)}
    for issue in comparison.issues:
        _issue(word, issue, None if issue.segment is None else first.get(issue.segment), reader)


def _issue(word: Any, issue: Issue, row: ChangeRow | None, reader: str) -> None:
    """A remark, and beneath it the sentence with its translation."""
    where = wording(reader)["whole_document"] if row is None else place(row)
    paragraph = word.add_paragraph()
    add_words(paragraph, f"{kind_name(issue.kind, reader)} [{where}]: ", reader, bold=True)
    add_words(paragraph, in_language(issue.message, reader), reader)
    side = None if row is None else row.new or row.old
    for said in () if side is None else (side.said, side.original):
        if said is not None:
            line = word.add_paragraph()
            line.paragraph_format.left_indent = _cm(0.6)
            add_words(line, said.text, said.language, grey=side is not None and said is side.original)


def _across(word: Any, rows: Sequence[ChangeRow], reader: str) -> None:
    """Two language versions side by side."""
    words = wording(reader)
    add_words(word.add_heading(level=2), words["changes_text"], reader)
    table = add_table(word, [_PLACE_CM, *[(_TEXT_CM - _PLACE_CM) / 2] * 2])
    for cell, head in zip(table.rows[0].cells[1:], ("version_first", "version_second"), strict=True):
        add_words(cell.paragraphs[0], words[head], reader, bold=True)
    for row in rows:
        cells = table.add_row().cells
        add_words(cells[0].paragraphs[0], f"{place(row)} {kind_words(row, True, reader)}", reader, grey=True)
        for cell, side in zip(cells[1:], (row.old, row.new), strict=True):
            _across_side(cell.paragraphs[0], side)


def _across_side(paragraph: Any, side: Side | None) -> None:
    """What a language version says."""
    if side is not None:
        add_words(paragraph, f"{side.label} {side.original.text}".strip(), side.original.language)


def _cm(length: float) -> Any:
    """A length as Word files have it."""
    from docx.shared import Cm

    return Cm(length)
