"""read_pdf(): a PDF file to a Draft."""

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.document import BlockKind, Cell
from translate.issue import Issue
from translate.reading.characters import one_line
from translate.reading.draft import Draft, Part, assemble
from translate.reading.numbered import with_numbered_headings
from translate.reading.pdf.bidi import with_brackets
from translate.reading.pdf.columns import regions
from translate.reading.pdf.grids import with_tables
from translate.reading.pdf.joining import Vocabulary, joined
from translate.reading.pdf.lines import SetLine, rows
from translate.reading.pdf.margins import Margins, RunningLines
from translate.reading.pdf.numbering import LineNumbers
from translate.reading.pdf.ordered import ordered_passages
from translate.reading.pdf.paragraphs import LEADER, NOTE_MARK, Passage, passages
from translate.reading.pdf.pictures import PictureSource
from translate.reading.pdf.pitch import is_finished, is_left_over, runs_on, starts_new, would_fit
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.sheet import Sheet
from translate.reading.pdf.source import PdfSource
from translate.reading.pdf.tables import Table, parted
from translate.reading.provision_headings import with_provision_headings
from translate.segmentation.labels import label_end

_KINDS: dict[str, BlockKind] = {
    "text": "paragraph",
    "heading": "heading",
    "cell": "table_cell",
    "note": "footnote",
}
_SEVERAL = 3  # a leaf of a title and some lines has fewer
_MOST = 0.5  # of the characters: the look that so many have is that of the text
_PRIVATE = re.compile("[\ue000-\uf8ff](?=\\s)")  # a bullet of a symbol font
# Pages read before the first is laid out: running lines and the size of the text show by then, and no more pages
# than these are held with all their words.
_AHEAD = 20


def read_pdf(content: bytes, name: str) -> Draft:
    """Draft of a PDF file.

    Columns are read one after the other, paragraphs joined over lines, columns and pages; running headers and footers
    come once, where they first stand; footnotes after the text of their page.

    Raises:
        InputError: The file is encrypted, damaged, or has no text on any page.
    """
    source = PdfSource(content)
    try:
        layout = _Layout()
        for sheet in source.sheets():
            layout.add(sheet)
        layout.finish()
        title, issues = source.title, source.issues()
    finally:
        source.close()
    return _draft(layout, title, issues)


def read_picture(content: bytes, name: str) -> Draft:
    """Draft of a picture of pages: a PNG, JPEG or TIFF file, read by text recognition (OCR).

    Raises:
        InputError: The file is damaged, there are no words on it, or Tesseract or its pack for them is missing.
    """
    layout = _Layout()
    source = PictureSource(content)
    try:
        for sheet in source.sheets():
            layout.add(sheet)
    finally:
        source.close()
    layout.finish()
    return _draft(layout, "", source.issues())


def _draft(layout: "_Layout", title: str, issues: tuple[Issue, ...]) -> Draft:
    """All pages together."""
    found = layout.found
    _settle_headings([p for p in found if isinstance(p, Passage)])
    vocabulary = Vocabulary(line.text for p in found if isinstance(p, Passage) for line in p.lines)
    levels = _heading_levels([p for p in found if isinstance(p, Passage) and p.kind == "heading"])
    parts = [p if isinstance(p, Part) else _part(p, vocabulary, levels) for p in _run_on(found)]
    return assemble(with_provision_headings(with_numbered_headings(parts)), title, issues=issues)


class _Layout:
    """Lays out pages in order, each when some of those after it are known.

    Attributes:
        found: Blocks so far; those of the margins are parts already.
    """

    def __init__(self) -> None:
        self.found: list[Passage | Part] = []
        self._running = RunningLines()
        self._numbers = LineNumbers()
        self._waiting: deque[Sheet] = deque()
        self._sizes: Counter[float] = Counter()
        self._turned: Counter[str] = Counter()
        self._given: set[str] = set()
        self._tables = 0

    def add(self, sheet: Sheet) -> None:
        """Take in the next page."""
        self._running.add(sheet.number, sheet.pieces)
        self._numbers.add(sheet.number, sheet.pieces)
        for piece in sheet.pieces:
            self._sizes[round(piece.size * 4) / 4] += len(piece.text)
        self._turned.update(sheet.turned)
        self._waiting.append(sheet)
        if len(self._waiting) > _AHEAD:
            self._lay_out(self._waiting.popleft())

    def finish(self) -> None:
        """Lay out the pages that are left."""
        while self._waiting:
            self._lay_out(self._waiting.popleft())

    def _lay_out(self, sheet: Sheet) -> None:
        """Add the blocks of a page: header, text, notes, footer."""
        body_size = max(self._sizes, key=lambda size: (self._sizes[size], size), default=10.0)
        numbers = self._numbers.of_page(sheet.number, sheet.pieces)
        sheet = replace(sheet, pieces=tuple(piece for piece in sheet.pieces if piece not in numbers))
        edge = self._running.of_page(sheet.number, sheet.pieces, body_size)
        page = ((0, sheet.number),)
        found = list(_page_passages(sheet, edge, body_size, self._tables))
        self._tables += len({p.cell.table for p in found if p.cell})
        self.found += [Part(text, "header", pages=page) for text in edge.headers]
        self.found += [passage for passage in found if passage.kind != "note"]
        self.found += [passage for passage in found if passage.kind == "note"]
        self.found += [Part(text, "paragraph", pages=page) for text in sheet.turned if self._turned[text] == 1]
        self.found += [Part(text, "footer", pages=page) for text in (*edge.footers, *self._running_up(sheet))]

    def _running_up(self, sheet: Sheet) -> list[str]:
        """What stands up the margin of this page and of others, where it is the first of them."""
        texts = [text for text in dict.fromkeys(sheet.turned) if self._turned[text] > 1 and text not in self._given]
        self._given.update(texts)
        return texts


def _page_passages(sheet: Sheet, edge: Margins, body_size: float, tables: int) -> Iterator[Passage]:
    """Blocks of a page without its running lines, in reading order, footnotes where they stand."""
    if sheet.paragraphs or sheet.in_order:
        for passage in ordered_passages(sheet, edge.running, body_size):
            passage.source_ref = f"page {sheet.number}"
            yield passage
        return
    body = with_tables([piece for piece in sheet.pieces if piece not in edge.running], sheet.rulings)
    for number, region in enumerate(regions(body, sheet.rulings)):
        for run in parted(rows(region), sheet.rulings):
            if isinstance(run, Table):
                tables += 1
                found = list(_cell_passages(run, sheet.number, body_size, tables))
            else:
                found = passages(run, sheet.number, body_size, sheet.rulings)
            for passage in found:
                passage.region = number
                passage.source_ref = passage.source_ref or f"page {sheet.number}"
                yield passage


def _cell_passages(table: Table, page: int, body_size: float, number: int) -> Iterator[Passage]:
    """Blocks of a table, row by row; a cell may hold several. Where only the first row is bold, it is the head."""
    bold = {cell.row for cell in table.cells if any(map(str.isalpha, cell.lines[0].text))}
    bold -= {cell.row for cell in table.cells for line in cell.lines if not line.bold}
    for cell in table.cells:
        for passage in passages(cell.lines, page, body_size, Rulings()):
            passage.kind = "cell"
            passage.cell = Cell(number, cell.row, cell.column, bold == {1} and cell.row == 1)
            passage.source_ref = f"page {page}, table {number}, row {cell.row}, column {cell.column}"
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
    elsewhere = before.region != after.region or last.page != first.page
    if not elsewhere or abs(last.size - first.size) > 0.06 * last.size:
        return False
    if last.text.endswith(("-", "\u2010")):
        return True
    if runs_on(last, first, before.edge) or is_left_over(before.lines, first, before.edge):
        return True
    return not (is_finished(last.text) or starts_new(first.text) or would_fit(last, first, before.edge))


def _settle_headings(found: Sequence[Passage]) -> None:
    """Make text of what has the look of most of the text: where all is bold or in capitals, that sets nothing apart."""
    counts: Counter[tuple[float, bool, bool]] = Counter()
    for passage in found:
        counts[_letters(passage)] += sum(len(line.text) for line in passage.lines)
    usual, count = max(counts.items(), key=lambda pair: pair[1], default=((0.0, False, False), 0))
    alike = [passage for passage in found if passage.kind == "heading" and _letters(passage) == usual]
    if count > _MOST * counts.total() and len(alike) >= _SEVERAL:
        for passage in alike:
            passage.kind = "text"


def _letters(passage: Passage) -> tuple[float, bool, bool]:
    """Size, weight and case of a block."""
    return *_look(passage), all(line.text.isupper() for line in passage.lines)


def _heading_levels(headings: Sequence[Passage]) -> dict[tuple[float, bool], int]:
    """Level of each size and weight of heading, the largest first."""
    looks = {_look(passage) for passage in headings}
    return {look: min(level, 6) for level, look in enumerate(sorted(looks, reverse=True), start=1)}


def _look(passage: Passage) -> tuple[float, bool]:
    return round(passage.lines[0].size * 2) / 2, passage.lines[0].bold


def _part(passage: Passage, vocabulary: Vocabulary, levels: dict[tuple[float, bool], int]) -> Part:
    """A block's text, and the pages it runs over."""
    text, starts = joined([LEADER.sub(" … ", one_line(line.text)) for line in passage.lines], vocabulary)
    if passage.lines[0].is_rtl:
        text = with_brackets(text)
    if _PRIVATE.match(text):
        text = f"•{text[1:]}"
    kind = _KINDS[passage.kind]
    pages: list[tuple[int, int]] = []
    for start, line in zip(starts, passage.lines, strict=True):
        if not pages or pages[-1][1] != line.page:
            pages.append((start, line.page))
    if kind == "footnote":
        return _note(Part(text, kind, source_ref=passage.source_ref, pages=tuple(pages)))
    level = levels.get(_look(passage), 0) if kind == "heading" else 0
    if kind == "paragraph" and label_end(text):
        kind = "list_item"
    doubtful = _doubtful(text, starts, passage.lines)
    place, cell = passage.source_ref, passage.cell
    return Part(text, kind, source_ref=place, level=level, pages=tuple(pages), doubtful=doubtful, cell=cell)


def _doubtful(text: str, starts: Sequence[int], lines: Sequence[SetLine]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in a block of which text recognition was unsure."""
    found: list[tuple[int, int]] = []
    for at, line in zip(starts, lines, strict=True):
        for word in line.doubtful:
            start = text.find(word.rstrip("-\u2010"), at)
            if start >= 0:
                at = start + len(word.rstrip("-\u2010"))
                found.append((start, at))
    return tuple(found)


def _note(part: Part) -> Part:
    """A footnote with its number apart from its words."""
    match = NOTE_MARK.match(part.text)
    if match is None:
        return part
    cut = match.end() + len(part.text[match.end() :]) - len(part.text[match.end() :].lstrip(" .)"))
    marker = unicodedata.normalize("NFKC", match.group())
    pages = tuple((max(0, index - cut), page) for index, page in part.pages)
    return replace(part, text=part.text[cut:], label=marker.strip("()"), marker=marker, pages=pages)
