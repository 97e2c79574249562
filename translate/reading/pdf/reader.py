"""read_pdf(): a PDF file to a Draft."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate.document import BlockKind
from translate.errors import InputError
from translate.issue import Issue
from translate.labels import label_end
from translate.reading.characters import one_line
from translate.reading.draft import Draft, Part, assemble
from translate.reading.pdf.columns import regions
from translate.reading.pdf.grids import with_tables
from translate.reading.pdf.joining import Vocabulary, joined
from translate.reading.pdf.lines import Line, pieces, rows
from translate.reading.pdf.margins import Margins, margins
from translate.reading.pdf.paragraphs import LEADER, Passage, is_finished, passages, starts_new, would_fit
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.tables import Table, parted
from translate.reading.pdf.words import read_page

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_KINDS: dict[str, BlockKind] = {
    "text": "paragraph",
    "heading": "heading",
    "cell": "table_cell",
    "note": "footnote",
}


def read_pdf(content: bytes, name: str) -> Draft:
    """Draft of a PDF file.

    Columns are read one after the other, paragraphs joined over lines, columns and pages; running headers and footers
    come once, where they first stand; footnotes after the text of their page.
    """
    sheets, title, issues = _sheets(content)
    body_size = _body_size(sheets)
    edges = margins([(sheet.number, sheet.pieces) for sheet in sheets], body_size)
    found: list[Passage | Part] = []
    tables = 0
    for sheet, edge in zip(sheets, edges, strict=True):
        found += [Part(text, "header", pages=((0, sheet.number),)) for text in edge.headers]
        body: list[Passage] = []
        notes: list[Passage] = []
        for passage in _page_passages(sheet, edge, body_size, tables):
            (notes if passage.kind == "note" else body).append(passage)
        tables += len({p.source_ref.partition(", row")[0] for p in body if p.kind == "cell"})
        found += body + notes
        found += [Part(text, "paragraph", pages=((0, sheet.number),)) for text in sheet.turned]
        found += [Part(text, "footer", pages=((0, sheet.number),)) for text in edge.footers]
    vocabulary = Vocabulary(line.text for p in found if isinstance(p, Passage) for line in p.lines)
    levels = _heading_levels([p for p in found if isinstance(p, Passage) and p.kind == "heading"])
    parts = [p if isinstance(p, Part) else _part(p, vocabulary, levels) for p in _run_on(found)]
    return assemble(parts, title, issues=issues)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is kept of a page: its pieces, not its characters."""

    number: int
    pieces: tuple[Line, ...]
    turned: tuple[str, ...]
    rulings: Rulings


def _sheets(content: bytes) -> tuple[list[_Sheet], str, tuple[Issue, ...]]:
    """Every page, the title, and what could not be read.

    Raises:
        InputError: The file is encrypted, damaged, or has no text on any page.
    """
    pdf = _opened(content)
    try:
        sheets, empty = [], []
        for number in range(1, len(pdf) + 1):
            page = _flat_page(pdf, number - 1)
            read = read_page(page, number)
            sheets.append(_Sheet(number, tuple(pieces(read.words, read.rulings)), read.turned, read.rulings))
            if not read.words and not read.turned and _has_picture(page):
                empty.append(number)
            page.close()
        title = pdf.get_metadata_value("Title")
    finally:
        pdf.close()
    if not any(sheet.pieces or sheet.turned for sheet in sheets):
        raise _without_text(len(sheets), bool(empty))
    issues = (_pictures_only(empty, len(sheets)),) if empty else ()
    return sheets, "" if title in ("untitled", "Untitled") else title, issues


def _opened(content: bytes) -> Any:
    """The file, opened by pdfium."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
        pdf.init_forms()
        return pdf
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise InputError(
                "The PDF file is encrypted. Only files that open without a password can be read. Open it with its"
                " password, print it to a new PDF file or save it without one, and try again."
            ) from error
        raise InputError(
            "The PDF file is damaged and cannot be opened. A whole file is needed. Copy or download it again, or open"
            " it in a PDF viewer and print it to a new file."
        ) from error


def _flat_page(pdf: Any, index: int) -> Any:
    """A page with what was typed into its forms and put upon it made part of it."""
    import pypdfium2.raw as pdfium

    page = pdf[index]
    for position in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, position)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP):
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            return pdf[index]
    return page


def _has_picture(page: Any) -> bool:
    """Whether a page holds an image."""
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3)), None) is not None


def _without_text(count: int, scanned: bool) -> InputError:
    pages = "its page is a picture" if count == 1 else f"its {count} pages are pictures"
    what = f"{pages} of text, as from a scanner" if scanned else "its pages show no characters"
    return InputError(
        f"The PDF file has no text: {what}. Only text can be read, not pictures of it. Run it through text"
        " recognition (OCR) first, for instance in the scanner's own program, and give the result."
    )


def _pictures_only(empty: Sequence[int], count: int) -> Issue:
    numbers = ", ".join(map(str, empty[:10])) + (" and more" if len(empty) > 10 else "")
    what = f"Page {numbers} of {count} is a picture" if len(empty) == 1 else f"Pages {numbers} of {count} are pictures"
    return Issue("reading", None, None, f"{what} without text and could not be read.", "warning", "source")


def _body_size(sheets: Sequence[_Sheet]) -> float:
    """Font size of most characters, in points."""
    counts: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            counts[round(piece.size * 4) / 4] += len(piece.text)
    return max(counts, key=lambda size: (counts[size], size), default=10.0)


def _page_passages(sheet: _Sheet, edge: Margins, body_size: float, tables: int) -> Iterator[Passage]:
    """Blocks of a page without its running lines, in reading order, footnotes where they stand."""
    body = with_tables([piece for piece in sheet.pieces if piece not in edge.running], sheet.rulings)
    for number, region in enumerate(regions(body, sheet.rulings)):
        for run in parted(rows(region), sheet.rulings):
            if isinstance(run, Table):
                tables += 1
                found = list(_cell_passages(run, body_size, f"page {sheet.number}, table {tables}"))
            else:
                found = passages(run, body_size, sheet.rulings)
            for passage in found:
                passage.pages = [sheet.number] * len(passage.lines)
                passage.region = number
                passage.source_ref = passage.source_ref or f"page {sheet.number}"
                yield passage


def _cell_passages(table: Table, body_size: float, source_ref: str) -> Iterator[Passage]:
    """Blocks of a table, row by row; a cell may hold several."""
    for cell in table.cells:
        for passage in passages(cell.lines, body_size, Rulings()):
            passage.kind = "cell"
            passage.source_ref = f"{source_ref}, row {cell.row}, column {cell.column}"
            yield passage


def _run_on(found: Sequence[Passage | Part]) -> list[Passage | Part]:
    """Blocks with those joined that the end of a column or page parted, or a picture between."""
    joined_up: list[Passage | Part] = []
    latest: dict[str, Passage] = {}
    unfinished: dict[str, Passage] = {}
    for block in found:
        if isinstance(block, Passage) and block.kind in ("text", "note"):
            before, broken_off = latest.get(block.kind), unfinished.get(block.kind)
            if before is None or not _runs_on(before, block):
                goes_on = broken_off is not None and block.lines[0].text[:1].islower()
                before = broken_off if broken_off and goes_on and _runs_on(broken_off, block) else None
            if before is not None:
                before.lines += block.lines
                before.pages += block.pages
                before.region, before.edge = block.region, block.edge
                block = before
            else:
                joined_up.append(block)
            latest[block.kind] = block
            if not is_finished(block.lines[-1].text):
                unfinished[block.kind] = block
        else:
            joined_up.append(block)
            if isinstance(block, Passage):
                latest.pop("text", None)
                if block.kind == "heading":
                    unfinished.pop("text", None)
    return joined_up


def _runs_on(before: Passage, after: Passage) -> bool:
    """Whether a block is the rest of one in the column or page before."""
    last, first = before.lines[-1], after.lines[0]
    elsewhere = before.region != after.region or before.pages[-1] != after.pages[0]
    if not elsewhere or abs(last.size - first.size) > 0.06 * last.size:
        return False
    if last.text.endswith(("-", "\u2010")):
        return True
    return not (is_finished(last.text) or starts_new(first.text) or would_fit(last, first, before.edge))


def _heading_levels(headings: Sequence[Passage]) -> dict[tuple[float, bool], int]:
    """Level of each size and weight of heading, the largest first."""
    looks = {_look(passage) for passage in headings}
    return {look: min(level, 6) for level, look in enumerate(sorted(looks, reverse=True), start=1)}


def _look(passage: Passage) -> tuple[float, bool]:
    return round(passage.lines[0].size * 2) / 2, passage.lines[0].bold


def _part(passage: Passage, vocabulary: Vocabulary, levels: dict[tuple[float, bool], int]) -> Part:
    """A block's text, and the pages it runs over."""
    text, starts = joined([LEADER.sub(" … ", one_line(line.text)) for line in passage.lines], vocabulary)
    kind = _KINDS[passage.kind]
    pages: list[tuple[int, int]] = []
    for start, page in zip(starts, passage.pages, strict=True):
        if not pages or pages[-1][1] != page:
            pages.append((start, page))
    level = levels.get(_look(passage), 0) if kind == "heading" else 0
    if kind == "paragraph" and label_end(text):
        kind = "list_item"
    return Part(text, kind, source_ref=passage.source_ref, level=level, pages=tuple(pages))
