"""Word files (DOCX) to a Draft: every word that the printed page shows, once, changes accepted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from translate.document import BlockKind, Cell
from translate.issue import Issue
from translate.reading.archive import Archive, damaged, whole
from translate.reading.asides import comment_place, comments_wanted
from translate.reading.characters import one_line, raised, visible
from translate.reading.counters import numeral
from translate.reading.draft import (
    Draft,
    Once,
    Part,
    Piece,
    assemble,
    comments_left_out,
    formatted_as_hidden,
    struck_out,
)
from translate.reading.numbered import with_numbered_headings
from translate.reading.office.looks import Looks
from translate.reading.office.numbering import WORD, Numbering
from translate.reading.office.runs import Runs
from translate.reading.provision_headings import with_provision_headings

MAIN = "word/document.xml"
"""Where the text stands in most files."""
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = {f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_WRAPPERS |= {f"{_CHOICE}AlternateContent", f"{_CHOICE}Choice"}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HEADING_STYLES = {"title": 1, "subtitle": 2} | {f"heading {level}": level for level in range(1, 10)}


def read_word(content: bytes, name: str) -> Draft:
    """Draft of a DOCX file.

    Text boxes come after the paragraph that holds them, notes after the paragraph that cites them, headers before
    the text, footers and endnotes after it. Deleted and hidden text and comments are left out, with a notice.
    """
    return word_draft(Archive(content))


def word_draft(archive: Archive, comments: bool | None = None) -> Draft:
    """Draft of a DOCX file that is open; its parts name the elements of the archive.

    Args:
        archive: The file.
        comments: Whether its comments are read too; as reading_comments() says if None.
    """
    comments = comments_wanted() if comments is None else comments
    place = archive.main_part(MAIN)
    root = archive.xml(place)
    body = root.find(f"{WORD}body") if root is not None else None
    if body is None:
        raise damaged()
    reader = _Reader(archive, place)
    headers, footers = reader.margins(root)
    main = reader.with_headings(part for part in reader.story(body, place, "paragraph") if part.text or part.marker)
    endnotes = list(reader.endnotes())
    core = archive.xml("docProps/core.xml")
    title = core.findtext(_TITLE) if core is not None else ""
    beside = list(reader.comments()) if comments else []
    return assemble([*headers, *main, *endnotes, *beside, *footers], title or "", issues=reader.issues(comments))


class _Reader:
    """One file's styles, notes and counters while its stories (body, headers, notes) are read in order."""

    def __init__(self, archive: Archive, main: str) -> None:
        self._archive = archive
        self._main = main
        self._names = dict(archive.relations(main).values())
        self._numbering = Numbering(self._xml("numbering"), self._xml("styles"))
        self._settings = self._xml("settings")
        self._notes = {kind: _notes_by_id(self._xml(f"{kind}s"), kind) for kind in ("footnote", "endnote")}
        self._cited: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._places: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}  # of each note in the list above
        self._runs = Runs(archive, self._mark)
        self._tables = 0

    def story(self, element: Any, part: str, kind: BlockKind, source_ref: str = "") -> Iterator[Part]:
        """Parts of the paragraphs and tables in an element.

        Args:
            element: A body, cell, note, header or text box.
            part: Name of the archive's part it is in.
            kind: Kind of its paragraphs, unless they are headings or list items of the body.
            source_ref: Where the file has it; paragraphs of the body are counted instead.
        """
        carried: list[Piece] = []  # words of a paragraph whose end was deleted: they run on in the next
        count = 0
        for child in _children(element, ("p", "tbl")):
            if child.tag == f"{WORD}tbl":
                yield from self._table(child, part, kind)
                continue
            count += 1
            cited = len(self._cited["footnote"])
            pieces, boxes, graphics = self._runs.read(child, part)
            pieces = carried + pieces
            carried = pieces if _end_is_deleted(child) else []
            if not _end_is_deleted(child):
                yield self._part(child, pieces, kind, source_ref or f"paragraph {count}")
            for box in boxes:
                yield from self.story(box, part, kind, "text box")
            yield from graphics
            yield from self._footnotes(cited)
        if carried:
            yield Part(_text(carried), kind, source_ref=source_ref, pieces=tuple(carried))

    def _name(self, kind: str) -> str:
        """Name of the part of a kind ("styles") that belongs to the main part."""
        return self._names.get(kind) or f"word/{kind}.xml"

    def _xml(self, kind: str) -> Any:
        """Root element of that part, or None where there is none."""
        return self._archive.xml(self._name(kind))

    def with_headings(self, parts: Iterable[Part]) -> list[Part]:
        """The parts of the body, with the headings that no style tells."""
        told = Looks(self._xml("styles")).with_headings(list(parts))
        return with_provision_headings(with_numbered_headings(told))

    def endnotes(self) -> Iterator[Part]:
        """Parts of the endnotes cited so far."""
        return self._note_parts("endnote", 0)

    def margins(self, root: Any) -> tuple[list[Part], list[Part]]:
        """Parts of the headers and of the footers that some page shows, the same text once."""
        found = {"header": Once(), "footer": Once()}
        relations = self._archive.relations(self._main)
        even = self._settings is not None and _is_on(self._settings.find(f"{WORD}evenAndOddHeaders"))
        read: set[str] = set()
        for section in root.iter(f"{WORD}sectPr"):
            first = _is_on(section.find(f"{WORD}titlePg"))
            for reference in section:
                kind = str(reference.tag).removeprefix(WORD).removesuffix("Reference")
                page = reference.get(f"{WORD}type", "default")
                if kind not in found or (page == "first" and not first) or (page == "even" and not even):
                    continue
                _, name = relations.get(reference.get(_RELATION_ID, ""), ("", ""))
                story = self._archive.xml(name) if name and name not in read else None
                read.add(name)
                parts = self.story(story, name, kind, kind) if story is not None else ()  # type: ignore[arg-type]
                for part in parts:
                    found[kind].add(part)
        return found["header"].parts(), found["footer"].parts()

    def comments(self) -> Iterator[Part]:
        """Parts of the comments, in their order."""
        root = self._xml("comments")
        for number, comment in enumerate(root.findall(f"{WORD}comment") if root is not None else (), 1):
            found = self.story(comment, self._name("comments"), "footnote", comment_place(number))
            yield from (part for part in found if part.text)

    def issues(self, with_comments: bool) -> tuple[Issue, ...]:
        """What was left out."""
        found = [struck_out(self._runs.deleted)] if self._runs.deleted else []
        if self._runs.hidden:
            found.append(formatted_as_hidden())
        comments = self._xml("comments")
        count = len(comments.findall(f"{WORD}comment")) if comments is not None and not with_comments else 0
        if count:
            found.append(comments_left_out(count))
        return tuple(found)

    def _part(self, paragraph: Any, pieces: list[Piece], kind: BlockKind, source_ref: str) -> Part:
        """One paragraph with its label and kind."""
        properties = paragraph.find(f"{WORD}pPr")
        style_id = _value(properties, "pStyle")
        text = "\n".join(map(one_line, _text(pieces).split("\n"))).strip()
        marker, is_bullet, depth = self._numbering.label(properties, style_id)
        if not text:  # counted, as Word does, but nobody cites an empty line
            marker, depth = "", 0
        label = "" if is_bullet else marker.strip(".:")
        part = Part(text, kind, label, marker, source_ref, pieces=tuple(pieces))
        level = self._heading_level(properties, style_id)
        if level and kind in ("paragraph", "table_cell"):
            return replace(part, kind="heading", level=level)
        return replace(part, kind="list_item", level=depth) if marker and kind == "paragraph" else part

    def _heading_level(self, properties: Any, style_id: str | None) -> int:
        """Heading level from 1, 0 for text."""
        style = self._numbering.style(style_id)
        outline = _value(properties, "outlineLvl")
        found = whole(outline, 9) if outline is not None else style.outline
        if found is not None:
            return found + 1 if found < 9 else 0
        return _HEADING_STYLES.get(style.name.lower(), 0)

    def _table(self, table: Any, part: str, kind: BlockKind) -> Iterator[Part]:
        """Parts of a table's cells, row by row."""
        self._tables += 1
        number = self._tables
        inner: BlockKind = "table_cell" if kind == "paragraph" else kind
        for row_number, row in enumerate(_children(table, ("tr",)), start=1):
            properties = row.find(f"{WORD}trPr")
            if properties is not None and properties.find(f"{WORD}del") is not None:
                self._runs.deleted += 1
                continue
            column = 1
            is_header = properties is not None and _is_on(properties.find(f"{WORD}tblHeader"))
            for cell in _children(row, ("tc",)):
                place = Cell(number, row_number, column, is_header)
                for found in self.story(cell, part, inner, f"table {number}, row {row_number}, column {column}"):
                    yield found if found.kind == "footnote" else replace(found, cell=found.cell or place)
                span = _value(cell.find(f"{WORD}tcPr"), "gridSpan")
                column += whole(span, 1)

    def _cite(self, kind: str, note: str) -> str:
        """Number of a note that the text cites here, as its page shows it."""
        cited, places = self._cited[kind], self._places[kind]
        if note not in self._notes[kind]:
            return ""
        if note not in places:
            places[note] = len(cited)
            cited.append(note)
        properties = self._settings.find(f"{WORD}{kind}Pr") if self._settings is not None else None
        style = _value(properties, "numFmt") or ("lowerRoman" if kind == "endnote" else "decimal")
        return numeral(places[note] + 1, style)

    def _mark(self, kind: str, note: str) -> str:
        """What the text has where it cites a note: its number in raised digits, also where the page counts i, ii."""
        label = self._cite(kind, note)
        return raised(label if not label or raised(label) != label else str(self._places[kind][note] + 1))

    def _footnotes(self, first: int) -> Iterator[Part]:
        """Parts of the footnotes cited since the first that is named."""
        return self._note_parts("footnote", first)

    def _note_parts(self, kind: str, first: int) -> Iterator[Part]:
        """Parts of notes by their place in the order of citation."""
        position = first
        while position < len(self._cited[kind]):
            note = self._cited[kind][position]
            label = self._cite(kind, note)
            position += 1
            parts = list(self.story(self._notes[kind][note], self._name(f"{kind}s"), "footnote", f"{kind} {label}"))
            words = [part for part in parts if part.text]
            if words:
                yield replace(words[0], label=label, marker=label)
            yield from words[1:]


def _text(pieces: list[Piece]) -> str:
    """The words of some pieces, without what nobody sees."""
    return visible("".join(piece.text for piece in pieces))


def _children(element: Any, names: tuple[str, ...]) -> Iterator[Any]:
    """Children of some names, also those inside content controls and insertions, in order."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _children(child, names)
        elif str(child.tag).removeprefix(WORD) in names:
            yield child


def _notes_by_id(root: Any, kind: str) -> dict[str, Any]:
    """The notes of a part without the lines that separate them from the text."""
    notes = root.iterfind(f"{WORD}{kind}") if root is not None else ()
    return {note.get(f"{WORD}id", ""): note for note in notes if note.get(f"{WORD}type", "normal") == "normal"}


def _end_is_deleted(paragraph: Any) -> bool:
    """Whether a tracked change joins a paragraph to the next one."""
    return paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}del") is not None


def _value(element: Any, name: str) -> str | None:
    """The w:val of a child, or None."""
    found = element.find(f"{WORD}{name}") if element is not None else None
    return None if found is None else found.get(f"{WORD}val")


def _is_on(switch: Any) -> bool:
    """Whether a switch element is there and not off."""
    return switch is not None and switch.get(f"{WORD}val", "1") not in ("0", "false", "off")
