"""Word with tracked changes: the later version, in which a reader accepts or rejects what changed since the earlier."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import count, groupby
from typing import Any

from summarize.comparison import Comparison
from summarize.export.comparison.rows import counts_line, reader_of
from summarize.export.comparison.tracking import Paragraph, Place, What, documents_of, in_tables, paragraphs
from summarize.export.comparison.word import to_docx as side_by_side
from summarize.export.word import AUTHOR, timeless
from summarize.export.word_runs import add_words, element
from summarize.export.wording import kind_name, language_name, wording
from translate.languages.wording import in_language
from translate.resources.tmx import xml_text

_INITIALS = "E"
_MARGIN_CM = 2.5
_INDENT_CM = 0.6


def to_docx(comparison: Comparison) -> bytes:
    """The comparison as a Word file (DOCX) with tracked changes; equal comparisons of one day give equal files.

    Args:
        comparison: What compare() gave.

    Returns:
        Both versions in the language wanted as one text: accepting all changes gives the later one, rejecting all the
        earlier one. Comments say what is compared, and what to check. Of two language versions, which are no changes of
        each other, both side by side.
    """
    if comparison.is_across:
        return side_by_side(comparison)
    from docx import Document as new_document
    from docx.shared import Cm, Pt

    word = new_document()
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    word.styles["Normal"].font.size = Pt(11)
    writer = _Writer(word, comparison)
    writer.write(paragraphs(comparison))
    properties = word.core_properties
    properties.title = xml_text(documents_of(comparison)[1].title or comparison.new.name)
    properties.author, properties.comments, properties.language = AUTHOR, "", writer.reader
    output = BytesIO()
    word.save(output)
    return timeless(output.getvalue())


class _Writer:
    """Puts paragraphs into a Word file.

    Args:
        word: The file.
        comparison: What is written.
    """

    def __init__(self, word: Any, comparison: Comparison) -> None:
        self.word, self.comparison, self.reader = word, comparison, reader_of(comparison)
        self._date = datetime.now(UTC).strftime("%Y-%m-%dT00:00:00Z")
        self._number = count(1)
        self._remarks = dict(_remarks(comparison, self.reader))
        self._untold = self._about()

    def write(self, found: Sequence[Paragraph]) -> None:
        """All of them, tables as tables."""
        for table, run in groupby(in_tables(found), key=lambda entry: entry[1]):
            entries = list(run)
            if table is None:
                for paragraph, _, _ in entries:
                    self._paragraph(self.word.add_paragraph(), paragraph)
            else:
                self._table([(paragraph, row) for paragraph, _, row in entries])

    def _table(self, entries: Sequence[tuple[Paragraph, Place | None]]) -> None:
        """A table's rows; one that only one version has is tracked as a whole."""
        rows: dict[Place | None, list[Paragraph]] = {}
        for paragraph, place in entries:
            rows.setdefault(place, []).append(paragraph)
        columns = sorted({one.block.cell.column for one, _ in entries if one.block.cell})
        table = self.word.add_table(rows=0, cols=len(columns), style="Table Grid")
        for own in rows.values():
            row = table.add_row()
            kinds = {paragraph.what for paragraph in own}
            if kinds < {"removed", "added"}:
                row._tr.get_or_add_trPr().append(self._mark(own[0].what))
            for cell, column in zip(row.cells, columns, strict=True):
                inside = [one for one in own if one.block.cell and one.block.cell.column == column]
                for number, paragraph in enumerate(inside):
                    self._paragraph(cell.add_paragraph() if number else cell.paragraphs[0], paragraph, in_cell=True)

    def _paragraph(self, made: Any, paragraph: Paragraph, in_cell: bool = False) -> None:
        """One paragraph with its changes, and beside it what there is to check in it."""
        self._look(made, paragraph, in_cell)
        is_head = bool(paragraph.block.cell and paragraph.block.cell.is_header)
        runs = [add_words(made, text, paragraph.language, bold=is_head) for text, _ in paragraph.pieces]
        if self._untold:
            self._comment(runs[0], self._untold)
            self._untold = ""
        for remark in filter(None, map(self._remarks.get, paragraph.segments)):
            self._comment(runs[-1], remark)
        for run, (_, what) in zip(runs, paragraph.pieces, strict=True):
            if what != "kept":
                self._track(run, what)
        if paragraph.what != "kept" and not in_cell:
            properties = made._p.get_or_add_pPr()
            inner = element("rPr")
            inner.append(self._mark(paragraph.what))
            properties.append(inner)

    def _look(self, made: Any, paragraph: Paragraph, in_cell: bool) -> None:
        """Headings as headings, lists indented; what has no marker of its own gets a bullet."""
        from docx.shared import Cm

        block = paragraph.block
        if in_cell:
            return
        if block.kind == "heading":
            made.style = f"Heading {min(max(block.level, 1), 6)}"
        elif block.kind == "list_item":
            marked = bool(block.label) or not paragraph.pieces[0][0][:1].isalnum()
            if not marked:
                made.style = "List Bullet"
            made.paragraph_format.left_indent = Cm(_INDENT_CM * max(block.level, 1))

    def _track(self, run: Any, what: What) -> None:
        """Make a run one that came, or one that went."""
        from docx.oxml.ns import qn

        around = self._mark(what)
        run._r.addprevious(around)
        around.append(run._r)
        if what == "removed":
            for text in run._r.findall(qn("w:t")):
                text.tag = qn("w:delText")
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _mark(self, what: What) -> Any:
        """An element that says who changed something, and when."""
        name = "ins" if what == "added" else "del"
        return element(name, id=str(next(self._number)), author=AUTHOR, date=self._date)

    def _comment(self, run: Any, text: str) -> None:
        """Say something beside a run."""
        from docx.oxml.ns import qn

        comment = self.word.add_comment(run, xml_text(text), author=AUTHOR, initials=_INITIALS)
        comment._comment_elm.set(qn("w:date"), self._date)

    def _about(self) -> str:
        """What is compared, how much of it changed, and that a machine translated it."""
        words, comparison = wording(self.reader), self.comparison
        names = [
            f"{document.name or '–'} ({language_name(document.language, self.reader)})"
            for document in (comparison.old, comparison.new)
        ]
        lines = [words["versions"].format(old=names[0], new=names[1]), counts_line(comparison, self.reader)]
        if comparison.new_translation is not None:
            lines.append(words["machine_note"])
        return "\n".join(lines)


def _remarks(comparison: Comparison, reader: str) -> Iterator[tuple[int, str]]:
    """What to check in each sentence of the later version, with the original."""
    listed = sorted(
        (issue for issue in comparison.issues if issue.segment is not None), key=lambda one: one.segment or 0
    )
    for segment, issues in groupby(listed, key=lambda one: one.segment):
        if segment is not None:
            said = [f"{kind_name(issue.kind, reader)}: {in_language(issue.message, reader)}" for issue in issues]
            yield segment, "\n".join([*said, comparison.new.segment_text(segment)])
