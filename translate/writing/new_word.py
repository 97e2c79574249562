"""A Translation as a new Word file, for sources that are no file to write into: PDF, RTF, e-mail.

It has headings, paragraphs, lists, tables, footnotes, and the source's page numbers as comments in the margin.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from itertools import groupby

from translate.document import Block, Document
from translate.issue import Issue
from translate.languages.wording import in_language
from translate.message import say
from translate.reading.characters import raised
from translate.translation import Translation
from translate.writing.new_parts import FIRST_COMMENT, package_parts

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARGIN_LINES = 2
"""Running lines that go into the real header or footer; a file with more of them has other lines on other pages."""


def write_new_word(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """A DOCX of the translation, and what a reader must know of it.

    Args:
        translation: Of any document.
        content: The file that was read, which is not needed.
    """
    return new_word(translation.target), (_made_anew(),)


def new_word(document: Document) -> bytes:
    """A DOCX of a document: its blocks by their kinds.

    Args:
        document: In any language; right-to-left ones run to the left.
    """
    made = _Maker(document)
    body = "".join(made.body())
    parts = package_parts(body, made.notes, made.comments, made.margins, document.title, document.language)
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return output.getvalue()


class _Maker:
    """Makes a document's paragraphs one after the other.

    Attributes:
        notes: Markup of each footnote.
        comments: Words of each comment.
        margins: Markup of the header and of the footer.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.margins: dict[str, list[str]] = {"header": [], "footer": []}
        self._page: int | None = None
        self._counted = 0
        self._pages = {s.block: s.page for s in reversed(document.segments)}
        self._cited: dict[int, list[tuple[int, int]]] = {}  # note's block by block that cites it, with its mark's place
        self._written_as_notes: set[int] = set()
        self._find_marks()

    def body(self) -> Iterator[str]:
        """Markup of all paragraphs and tables, in order."""
        numbered = list(enumerate(self._document.blocks))
        for key, group in groupby(numbered, key=lambda one: self._table(one[1])):
            if key is not None:
                yield self._rows(list(group))
                continue
            for number, block in group:
                if number not in self._written_as_notes:
                    yield self._paragraph(number, block)

    def _table(self, block: Block) -> int | None:
        """The table that a block stands in, or None."""
        return block.cell.table if block.cell and block.kind != "footnote" else None

    def _rows(self, cells: Sequence[tuple[int, Block]]) -> str:
        """Markup of a table."""
        grid: dict[tuple[int, int], list[str]] = {}
        heads = {block.cell.row for _, block in cells if block.cell and block.cell.is_header}
        heads -= {block.cell.row for _, block in cells if block.cell and not block.cell.is_header}
        for number, block in cells:
            if block.cell and number not in self._written_as_notes:
                grid.setdefault((block.cell.row, block.cell.column), []).append(self._paragraph(number, block))
        rows, columns = ({key[side] for key in grid} for side in (0, 1))
        written = []
        for row in sorted(rows):
            look = "<w:trPr><w:tblHeader/></w:trPr>" if row in heads and row == min(rows) else ""
            inside = ("".join(grid.get((row, column), ["<w:p/>"])) for column in sorted(columns))
            written.append(f"<w:tr>{look}" + "".join(f"<w:tc>{words}</w:tc>" for words in inside) + "</w:tr>")
        widths = "<w:gridCol/>" * len(columns)
        look = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        return f"<w:tbl>{look}<w:tblGrid>{widths}</w:tblGrid>{''.join(written)}</w:tbl><w:p/>"

    def _paragraph(self, number: int, block: Block) -> str:
        """Markup of one block; of a running line nothing where it goes into the page's margin."""
        words = self._words(number, block)
        if block.kind in ("header", "footer") and len(self.margins[block.kind]) < _MARGIN_LINES:
            text = self._document.text[block.start : block.end]
            counted = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>' if text.isdigit() else words
            self.margins[block.kind].append(f"<w:p>{counted}</w:p>")
            return ""
        style = {"heading": f"Heading{min(max(block.level, 1), 6)}", "list_item": "ListParagraph"}.get(block.kind)
        style = style or {"footnote": "FootnoteText", "header": "Header", "footer": "Footer"}.get(block.kind)
        look = f'<w:pStyle w:val="{style}"/>' if style else ""
        if block.kind == "list_item":
            look += f'<w:ind w:left="{360 * max(block.level, 1)}" w:hanging="360"/>'
        return f"<w:p><w:pPr>{look}</w:pPr>{self._page_mark(number)}{words}</w:p>"

    def _page_mark(self, number: int) -> str:
        """The comment that names the source's page, where a new one begins."""
        page = self._pages.get(number)
        if page is None or page == self._page:
            return ""
        self._page = page
        self.comments.append(in_language(say("Page {number}", number=page), self._document.language))
        return f'<w:r><w:commentReference w:id="{FIRST_COMMENT + len(self.comments) - 1}"/></w:r>'

    def _words(self, number: int, block: Block) -> str:
        """Runs of a block's words, with the notes that it cites."""
        text = self._document.text[block.start : block.end]
        is_bold = block.cell is not None and block.cell.is_header
        written, done = [], 0
        for place, note in sorted(self._cited.get(number, [])):
            written.append(_run(text[done:place], is_bold))
            written.append(self._note(note))
            done = place + len(self._mark(note))
        return "".join([*written, _run(text[done:], is_bold)])

    def _note(self, number: int) -> str:
        """A note's mark; its words are kept for the notes' part."""
        block = self._document.blocks[number]
        text = self._document.text[block.start : block.end]
        words = _run(" " + text.removeprefix(block.label).lstrip(" .)"))
        look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        if block.label == str(self._counted + 1):  # the number that Word gives it
            self._counted += 1
            self.notes.append(f"<w:r>{look}<w:footnoteRef/></w:r>{words}")
            return f'<w:r>{look}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        own = f"<w:t>{escape(block.label, quote=False)}</w:t>"
        self.notes.append(f"<w:r>{look}{own}</w:r>{words}")
        return f'<w:r>{look}<w:footnoteReference w:customMarkFollows="1" w:id="{len(self.notes)}"/>{own}</w:r>'

    def _mark(self, number: int) -> str:
        """What stands in the text where a note is cited."""
        return raised(self._document.blocks[number].label)

    def _find_marks(self) -> None:
        """Find the place where each note is cited: its mark, before the note and nearest to it."""
        taken: set[tuple[int, int]] = set()
        for number, block in enumerate(self._document.blocks):
            mark = self._mark(number) if block.kind == "footnote" and block.label else ""
            if not mark or mark == block.label:
                continue
            pattern = re.compile(rf"(?<![⁰¹²³⁴-⁹]){re.escape(mark)}(?![⁰¹²³⁴-⁹])")
            for before in range(number - 1, max(-1, number - 200), -1):
                other = self._document.blocks[before]
                places = pattern.finditer(self._document.text, other.start, other.end)
                found = [m.start() - other.start for m in places if (before, m.start() - other.start) not in taken]
                if other.kind not in ("footnote", "header", "footer") and found:
                    taken.add((before, found[0]))
                    self._cited.setdefault(before, []).append((found[0], number))
                    self._written_as_notes.add(number)
                    break


def _run(text: str, is_bold: bool = False) -> str:
    """A run of words; line ends inside are kept."""
    lines = [escape(line, quote=False) for line in _UNWRITABLE.sub("", text).split("\n")]
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines if line or len(lines) > 1)
    look = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f"<w:r>{look}{inside}</w:r>" if text else ""


def _made_anew() -> Issue:
    """The notice that the copy does not look like the source."""
    message = say(
        "The file is made anew as a Word file: with headings, lists, tables and notes, but without the source's "
        "layout, pictures and type."
    )
    return Issue("writing", None, None, message, "notice", "source")
