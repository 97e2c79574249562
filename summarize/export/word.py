"""Word: the summary with links to its sentences, then text and translation side by side, what to check as comments."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from summarize.briefing import Briefing
from summarize.export.rows import Row, lines_to_check, rows, titles
from summarize.export.shape import Shown, digested, gist, grouped
from summarize.export.wording import coverage_sentence, direction, language_name, reader_language, wording
from translate.languages.wording import in_language
from translate.resources.tmx import xml_text

_AUTHOR = "Entente"
_MARGIN_CM, _NUMBER_CM, _PAGE_CM = 2.0, 1.8, 21.0
_TEXT_CM = _PAGE_CM - 2 * _MARGIN_CM - _NUMBER_CM
_GREY, _BLUE = "666666", "1F4E9E"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(briefing: Briefing) -> bytes:
    """The briefing as a Word file (DOCX); equal briefings give equal files.

    Args:
        briefing: What brief() gave.

    Returns:
        Title, what concerns the whole text, the summary with a link from each citation to its sentence, and a table
        with a row a sentence. A sentence with something to check has a comment that says what.
    """
    from docx import Document as new_document
    from docx.shared import Cm

    word = new_document()
    page = word.sections[0]
    page.page_width, page.page_height = Cm(_PAGE_CM), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    reader = reader_language(briefing)
    _head(word, briefing, reader)
    _summary(word, briefing, reader)
    _table(word, briefing, reader)
    _say(word.add_paragraph(), wording(reader)["machine_note"], reader, grey=True)
    properties = word.core_properties
    properties.title, properties.author, properties.comments = xml_text(titles(briefing)[0]), _AUTHOR, ""
    properties.language = reader
    output = BytesIO()
    word.save(output)
    return _timeless(output.getvalue())


def _head(word: Any, briefing: Briefing, reader: str) -> None:
    """Languages, titles, how much is translated, and what concerns the whole text."""
    document, words = briefing.document, wording(reader)
    names = [language_name(code, reader) for code in (document.language, briefing.target)]
    _say(word.add_paragraph(), " → ".join(names), reader, grey=True)
    original, title = titles(briefing)
    heading = word.add_heading(level=1)
    _say(heading, title or original or words["briefing"], briefing.target if title else document.language)
    if title:
        _say(word.add_paragraph(), original, document.language, grey=True)
    _say(word.add_paragraph(), coverage_sentence(briefing, reader), reader)
    for line in lines_to_check(briefing):
        for issue in line.reasons if line.segment is None else ():
            severity = words[f"severity_{issue.severity}"]
            _say(word.add_paragraph(), f"{severity}: {in_language(issue.message, reader)}", reader)


def _summary(word: Any, briefing: Briefing, reader: str) -> None:
    """Heading, gist, points under their headings and sections, the reader's language first, the original below."""
    words, top, groups, sections = wording(reader), gist(briefing), grouped(briefing), digested(briefing)
    if top or groups or sections:
        _say(word.add_heading(level=2), words["summary"], reader)
    if top:
        _point(word, briefing, top, bold=True)
    for kind, points in groups:
        if kind:
            _say(word.add_heading(level=3), words[f"group_{kind}"], reader)
        for one in points:
            _point(word, briefing, one)
    if sections:
        _say(word.add_heading(level=3), words["digest"], reader)
    language = briefing.document.language if briefing.translation is None else briefing.target
    for heading, points in sections:
        paragraph = word.add_paragraph(style="List Bullet")
        if heading:
            _say(paragraph, f"{heading} ", language, bold=True)
        for one in points:
            _say(paragraph, f"{one.said.text} ", language)
            _links(paragraph, one)


def _point(word: Any, briefing: Briefing, one: Shown, bold: bool = False) -> None:
    """A point with its citations, and the original below it."""
    document = briefing.document
    paragraph = word.add_paragraph()
    number = f"{one.number}. " if one.number and not bold else ""
    _say(paragraph, f"{number}{one.said.text} ", document.language if one.in_target is None else briefing.target, bold)
    _links(paragraph, one)
    if one.in_target is not None:
        _say(word.add_paragraph(), one.point.text, document.language, grey=True)


def _links(paragraph: Any, one: Shown) -> None:
    """The numbers of the sentences that a point cites, each a link to its row."""
    for segment in dict.fromkeys(citation.segment for citation in one.point.citations):
        link = _element("hyperlink", anchor=f"s{segment + 1}", history="1")
        paragraph._p.append(link)
        run = paragraph.add_run(f"[{segment + 1}]")
        _look(run, _BLUE)
        link.append(run._r)


def _table(word: Any, briefing: Briefing, reader: str) -> None:
    """A row a sentence: its number, the text, the translation."""
    words, is_translated = wording(reader), briefing.translation is not None
    codes = [briefing.document.language, *([briefing.target] if is_translated else [])]
    _say(word.add_heading(level=2), words["text" if is_translated else "text_alone"], reader)
    from docx.shared import Cm

    table = word.add_table(rows=1, cols=1 + len(codes), style="Table Grid")
    table.autofit = False
    widths = [Cm(_NUMBER_CM), *[Cm(_TEXT_CM / len(codes))] * len(codes)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    cells = table.rows[0].cells
    table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader"))
    for cell, code in zip(cells[1:], codes, strict=True):
        _say(cell.paragraphs[0], language_name(code, reader), reader, bold=True)
    for row in rows(briefing):
        _row(word, table.add_row().cells, row, reader)


def _row(word: Any, cells: Sequence[Any], row: Row, reader: str) -> None:
    """One sentence: number and label, text, translation with its comment."""
    is_heading = row.kind == "heading"
    first = cells[0].paragraphs[0]
    if row.segment is not None:
        _anchor(first, row.segment + 1)
        _say(first, str(row.segment + 1), reader, grey=True)
    if row.label:
        _say(cells[0].add_paragraph() if row.segment is not None else first, row.label, row.source_language)
    sides = [(row.source, row.source_language), (row.target, row.target_language)]
    runs = []
    for cell, (text, code) in zip(cells[1:], sides, strict=False):
        shown = " ".join(filter(None, (row.before, text, row.after))) if text else ""
        runs.append(_say(cell.paragraphs[0], shown, code, bold=is_heading))
    said = list(_reasons(row, reader))
    if said and runs:
        comment = word.add_comment(runs[-1], xml_text("\n".join(said)), author=_AUTHOR, initials="E")
        comment._comment_elm.attrib.pop(_name("date"), None)  # else the same briefing would give another file


def _reasons(row: Row, reader: str) -> Iterable[str]:
    """What there is to check in a sentence, in the reader's words, and how a marked one reads back."""
    words = wording(reader)
    for issue in row.issues:
        yield f"{words[f'severity_{issue.severity}']}: {in_language(issue.message, reader)}"
    if row.issues and row.doubt is not None:
        yield f"{words['reads_back']} {row.doubt.read_back}"


def _say(paragraph: Any, text: str, language: str, bold: bool = False, grey: bool = False) -> Any:
    """Add words in a language, which says their direction and how they are spelt; the run."""
    run = paragraph.add_run(xml_text(text))
    run.bold = bold or None
    if grey:
        _look(run, _GREY)
    properties = run._r.get_or_add_rPr()
    if direction(language) == "rtl":
        paragraph._p.get_or_add_pPr().insert_element_before(_element("bidi"), *_AFTER_BIDI)
        properties.append(_element("rtl"))
        properties.append(_element("lang", bidi=language))
    elif language != "und":
        properties.append(_element("lang", val=language, eastAsia=language))
    return run


_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr", "w:sectPr",
)  # fmt: skip


def _look(run: Any, color: str) -> None:
    """Give words a colour."""
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(color)


def _anchor(paragraph: Any, number: int) -> None:
    """Put the place in a paragraph that links to a sentence lead to."""
    paragraph._p.append(_element("bookmarkStart", id=str(number), name=f"s{number}"))
    paragraph._p.append(_element("bookmarkEnd", id=str(number)))


def _element(name: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_name(key), value)
    return element


def _name(name: str) -> str:
    """The name of an attribute as XML has it."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _timeless(content: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    output = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(output, "w", ZIP_DEFLATED) as written:
        for name in archive.namelist():
            written.writestr(ZipInfo(name, _EPOCH), archive.read(name), ZIP_DEFLATED)
    return output.getvalue()
