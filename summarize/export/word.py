"""Word: summary, what to check and facts with links to their sentences, then text and translation side by side."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from summarize.briefing import Briefing
from summarize.export.rows import Row, rows, titles
from summarize.export.shape import Shown, digested, gist, grouped
from summarize.export.word_lists import add_answers, add_checks, add_doubts, add_facts
from summarize.export.word_runs import add_links, add_place, add_table, add_words, drop_attribute
from summarize.export.wording import coverage_sentence, language_name, reader_language, wording
from translate.languages.wording import in_language
from translate.resources.tmx import xml_text

AUTHOR = "Entente"
"""Who a Word file says made it."""
_MARGIN_CM, _NUMBER_CM, _PAGE_CM = 2.0, 1.8, 21.0
_TEXT_CM = _PAGE_CM - 2 * _MARGIN_CM - _NUMBER_CM
_TEXT_PT, _AFTER_PT = 10, 4
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(briefing: Briefing) -> bytes:
    """The briefing as a Word file (DOCX); equal briefings give equal files.

    Args:
        briefing: What brief() gave.

    Returns:
        Title, summary, what to check, doubtful sentences, facts, questions and answers, each with links to their
        sentences, and a table with a row a sentence. One with something to check has a comment that says what.
    """
    from docx import Document as new_document
    from docx.shared import Cm, Pt

    word = new_document()
    page = word.sections[0]
    page.page_width, page.page_height = Cm(_PAGE_CM), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    normal = word.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(_TEXT_PT), Pt(_AFTER_PT)
    reader = reader_language(briefing)
    _head(word, briefing, reader)
    _summary(word, briefing, reader)
    add_checks(word, briefing, reader)
    add_doubts(word, briefing, reader)
    add_facts(word, briefing, reader, _PAGE_CM - 2 * _MARGIN_CM)
    add_answers(word, briefing, reader)
    _table(word, briefing, reader)
    add_words(word.add_paragraph(), wording(reader)["machine_note"], reader, grey=True)
    properties = word.core_properties
    properties.title, properties.author, properties.comments = xml_text(titles(briefing)[0]), AUTHOR, ""
    properties.language = reader
    output = BytesIO()
    word.save(output)
    return timeless(output.getvalue())


def _head(word: Any, briefing: Briefing, reader: str) -> None:
    """Languages, titles, how much is translated, and what is wrong with the whole text."""
    document, words = briefing.document, wording(reader)
    names = [language_name(code, reader) for code in (document.language, briefing.target)]
    add_words(word.add_paragraph(), " → ".join(names), reader, grey=True)
    original, title = titles(briefing)
    heading = word.add_heading(level=1)
    add_words(heading, title or original or words["briefing"], briefing.target if title else document.language)
    if title:
        add_words(word.add_paragraph(), original, document.language, grey=True)
    add_words(word.add_paragraph(), coverage_sentence(briefing, reader), reader)
    for issue in briefing.issues:
        if issue.segment is None and issue.severity == "error":
            message = in_language(issue.message, reader)
            add_words(word.add_paragraph(), f"{words['severity_error']}: {message}", reader, bold=True)


def _summary(word: Any, briefing: Briefing, reader: str) -> None:
    """Heading, gist, points under their headings and sections, the reader's language first, the original below."""
    words, top, groups, sections = wording(reader), gist(briefing), grouped(briefing), digested(briefing)
    if top or groups or sections:
        add_words(word.add_heading(level=2), words["summary"], reader)
    if top:
        _point(word, briefing, top, bold=True)
    for kind, points in groups:
        if kind:
            add_words(word.add_heading(level=3), words[f"group_{kind}"], reader)
        for one in points:
            _point(word, briefing, one)
    if sections:
        add_words(word.add_heading(level=3), words["digest"], reader)
    language = briefing.document.language if briefing.translation is None else briefing.target
    for heading, points in sections:
        paragraph = word.add_paragraph(style="List Bullet")
        if heading:
            add_words(paragraph, f"{heading} ", language, bold=True)
        for one in points:
            add_words(paragraph, f"{one.said.spoken} ", language)
            add_links(paragraph, _cited(one))


def _point(word: Any, briefing: Briefing, one: Shown, bold: bool = False) -> None:
    """A point with its citations, and the original below it."""
    document = briefing.document
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = one.in_target is not None
    number = f"{one.number}. " if one.number and not bold else ""
    add_words(
        paragraph, f"{number}{one.said.spoken} ", document.language if one.in_target is None else briefing.target, bold
    )
    add_links(paragraph, _cited(one))
    if one.in_target is not None:
        add_words(word.add_paragraph(), one.point.spoken, document.language, grey=True)


def _cited(one: Shown) -> Iterable[int]:
    """The sentences that a point cites."""
    return (citation.segment for citation in one.point.citations)


def _table(word: Any, briefing: Briefing, reader: str) -> None:
    """A row a sentence: its number, the text, the translation."""
    words, is_translated = wording(reader), briefing.translation is not None
    codes = [briefing.document.language, *([briefing.target] if is_translated else [])]
    add_words(word.add_heading(level=2), words["text" if is_translated else "text_alone"], reader)
    table = add_table(word, [_NUMBER_CM, *[_TEXT_CM / len(codes)] * len(codes)])
    cells = table.rows[0].cells
    for cell, code in zip(cells[1:], codes, strict=True):
        add_words(cell.paragraphs[0], language_name(code, reader), reader, bold=True)
    for row in rows(briefing):
        _row(word, table.add_row().cells, row, reader)


def _row(word: Any, cells: Sequence[Any], row: Row, reader: str) -> None:
    """One sentence: number and label, text, translation with its comment."""
    is_heading = row.kind == "heading"
    first = cells[0].paragraphs[0]
    if row.segment is not None:
        add_place(first, row.segment)
        add_words(first, str(row.segment + 1), reader, grey=True)
    if row.label:
        add_words(cells[0].add_paragraph() if row.segment is not None else first, row.label, row.source_language)
    sides = [(row.source, row.source_language), (row.target, row.target_language)]
    runs = []
    for cell, (text, code) in zip(cells[1:], sides, strict=False):
        shown = " ".join(filter(None, (row.before, text, row.after))) if text else ""
        runs.append(add_words(cell.paragraphs[0], shown, code, bold=is_heading))
    said = list(_reasons(row, reader))
    if said and runs:
        comment = word.add_comment(runs[-1], xml_text("\n".join(said)), author=AUTHOR, initials="E")
        drop_attribute(comment._comment_elm, "date")  # else the same briefing would give another file


def _reasons(row: Row, reader: str) -> Iterable[str]:
    """What there is to check in a sentence, in the reader's words, and how a marked one reads back."""
    words = wording(reader)
    for issue in row.issues:
        yield f"{words[f'severity_{issue.severity}']}: {in_language(issue.message, reader)}"
    if row.issues and row.doubt is not None:
        yield f"{words['reads_back']} {row.doubt.read_back}"


def timeless(content: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    output = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(output, "w", ZIP_DEFLATED) as written:
        for name in archive.namelist():
            written.writestr(ZipInfo(name, _EPOCH), archive.read(name), ZIP_DEFLATED)
    return output.getvalue()
