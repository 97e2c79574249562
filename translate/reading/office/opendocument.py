"""OpenDocument texts (ODT) to a Draft: notes, frames, lists with their numbers, headers and footers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from translate.document import BlockKind, Cell
from translate.errors import InputError
from translate.issue import Issue
from translate.message import say
from translate.reading.archive import Archive, damaged, whole
from translate.reading.characters import one_line, raised, visible
from translate.reading.counters import numeral
from translate.reading.draft import (
    Draft,
    Part,
    Piece,
    all_raised,
    assemble,
    comments_left_out,
    formatted_as_hidden,
    struck_out,
)
from translate.reading.office.graphics import described

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE = _NAMES % "office", _NAMES % "text", _NAMES % "table"
_DRAW, _STYLE, _SVG = _NAMES % "drawing", _NAMES % "style", _NAMES % "svg-compatible"
_LEVELS = 10  # of a list
_LABEL_CHARACTERS = 255  # before and after a number, or of a note's mark
_CONTAINERS = frozenset(
    [f"{_TEXT}{name}" for name in ("section", "index-body", "table-of-content", "illustration-index", "bibliography")]
    + [f"{_TEXT}{name}" for name in ("alphabetical-index", "user-index", "table-index", "object-index", "index-title")]
)


def read_opendocument(content: bytes, name: str) -> Draft:
    """Draft of an ODT file.

    Text boxes and footnotes come after the paragraph that holds them, headers before the text, endnotes and footers
    after it. Deleted and hidden text and comments are left out, with a notice.
    """
    return opendocument_draft(Archive(content))


def opendocument_draft(archive: Archive) -> Draft:
    """Draft of an ODT file that is open; its parts name the elements of the archive."""
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise InputError(
            say(
                "The file is encrypted. Only files without a password can be read. Open it in "
                "LibreOffice with its password, save it without one, and try again."
            )
        )
    root = archive.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if body is None:
        raise damaged()
    styles = archive.xml("styles.xml")
    reader = _Reader([root, styles] if styles is not None else [root])
    headers, footers = reader.margins(styles)
    main = list(reader.story(body, "paragraph"))
    meta = archive.xml("meta.xml")
    title = meta.findtext(".//{http://purl.org/dc/elements/1.1/}title") if meta is not None else ""
    return assemble([*headers, *main, *reader.endnotes, *footers], title or "", issues=reader.issues(root))


class _Reader:
    """One file's styles and counters while its parts are read in order.

    Attributes:
        endnotes: Parts of the endnotes read so far.
    """

    def __init__(self, roots: list[Any]) -> None:
        self.endnotes: list[Part] = []
        self._raised: set[str] = set()
        self._hidden: set[str] = set()
        self._lists: dict[str, dict[int, Any]] = {}
        self._outline: dict[int, Any] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._tables = 0
        self._paragraphs = 0
        self._notes = 0
        self._unseen = 0
        for root in roots:
            self._take_styles(root)

    def story(self, element: Any, kind: BlockKind, source_ref: str = "") -> Iterator[Part]:
        """Parts of the paragraphs, lists and tables in an element."""
        for child in element:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(child, kind, source_ref)
            elif child.tag == f"{_TEXT}list":
                yield from self._list(child, kind, 1, child.get(f"{_TEXT}style-name", ""), source_ref)
            elif child.tag == f"{_TABLE}table":
                yield from self._table(child, kind)
            elif child.tag in _CONTAINERS:
                yield from self.story(child, kind, source_ref)
            elif child.tag == f"{_DRAW}frame" or child.tag.startswith(_DRAW):
                yield from self._frame(child, kind)

    def margins(self, styles: Any) -> tuple[list[Part], list[Part]]:
        """Parts of all headers and footers, the same text once."""
        found: dict[str, list[Part]] = {"header": [], "footer": []}
        seen: dict[str, dict[str, list[Part]]] = {"header": {}, "footer": {}}  # parts of later margins by words
        for page in styles.iter(f"{_STYLE}master-page") if styles is not None else ():
            for margin in page:
                name = str(margin.tag).removeprefix(_STYLE)
                kind: BlockKind = "header" if name.startswith("header") else "footer"
                if not name.startswith(("header", "footer")) or margin.get(f"{_STYLE}display") == "false":
                    continue
                new = list(self.story(margin, kind, kind))
                for part in new:
                    (seen[kind][part.text] if part.text in seen[kind] else found[kind]).append(part)
                for part in new:
                    seen[kind].setdefault(part.text, [])
        for side, parts in found.items():
            found[side] = [replace(part, twins=tuple(seen[side].pop(part.text, ()))) for part in parts]
        return found["header"], found["footer"]

    def issues(self, root: Any) -> tuple[Issue, ...]:
        """What was left out."""
        deleted = sum(1 for _ in root.iter(f"{_TEXT}deletion"))
        comments = sum(1 for _ in root.iter(f"{_OFFICE}annotation"))
        found = [struck_out(deleted)] if deleted else []
        if comments:
            found.append(comments_left_out(comments))
        if self._unseen:
            found.append(formatted_as_hidden())
        return tuple(found)

    def _take_styles(self, root: Any) -> None:
        """Remember which styles raise or hide text, and how lists count."""
        for style in root.iter(f"{_STYLE}style"):
            look = style.find(f"{_STYLE}text-properties")
            if look is None:
                continue
            if (look.get(f"{_STYLE}text-position") or "").startswith(("super", "3", "5")):
                self._raised.add(style.get(f"{_STYLE}name"))
            if look.get(f"{_TEXT}display") == "none":
                self._hidden.add(style.get(f"{_STYLE}name"))
        for style in root.iter(f"{_TEXT}list-style"):
            self._lists[style.get(f"{_STYLE}name")] = _levels(style)
        for outline in root.iter(f"{_TEXT}outline-style"):
            self._outline = _levels(outline)

    def _paragraph(self, element: Any, kind: BlockKind, source_ref: str) -> Iterator[Part]:
        """A paragraph or heading, then what hangs on it."""
        after: list[Part] = []
        if kind == "paragraph" and not source_ref:
            self._paragraphs += 1
        pieces = tuple(self._words(element, kind, after))
        text = visible("".join(piece.text for piece in pieces))
        text = "\n".join(map(one_line, text.split("\n"))).strip()
        place = source_ref or f"paragraph {self._paragraphs}"
        if element.tag == f"{_TEXT}h" and kind in ("paragraph", "table_cell"):
            level = whole(element.get(f"{_TEXT}outline-level"), 1)
            numbered = self._outline.get(level) is not None and element.get(f"{_TEXT}is-list-header") != "true"
            marker = self._count("outline", self._outline, level) if numbered and text else ""
            yield Part(text, "heading", marker.strip(".:"), marker, place, level, pieces=pieces)
        else:
            yield Part(text, kind, source_ref=place, pieces=pieces)
        yield from after

    def _words(self, element: Any, kind: BlockKind, after: list[Part]) -> list[Piece]:
        """Words of a paragraph; parts of notes and frames go to `after`."""
        found = [Piece(element.text or "", element)]
        for child in element:
            found += [*self._inline(child, kind, after), Piece(child.tail or "", child, "tail")]
        return [piece for piece in found if piece.text]

    def _inline(self, child: Any, kind: BlockKind, after: list[Part]) -> list[Piece]:
        """Words of what stands inside a paragraph."""
        tag = str(child.tag)
        name = tag.removeprefix(_TEXT)
        if tag.startswith(_DRAW):
            after += self._frame(child, kind)
            return []
        if name == "s":
            return [Piece(" ", child, "whole")]
        if name in ("tab", "line-break"):
            return [Piece("\n" if name == "line-break" else "\t", child, "whole")]
        if name == "note":
            return [Piece(self._note(child, after), child, "whole")]
        if name in ("hidden-text", "hidden-paragraph", "ruby-text", "page-number", "page-count") or not tag.startswith(
            _TEXT
        ):
            self._unseen += name.startswith("hidden")
            return [Piece((child.text or "") if name.startswith("page-") else "", child, "whole")]
        style = child.get(f"{_TEXT}style-name")
        if style in self._hidden:
            self._unseen += 1
            return []
        words = self._words(child, kind, after)
        return all_raised(words) if style in self._raised else words

    def _note(self, note: Any, after: list[Part]) -> str:
        """The mark of a footnote or endnote; its parts go where such notes stand."""
        label = (note.findtext(f"{_TEXT}note-citation") or "").strip()[:_LABEL_CHARACTERS]
        body = note.find(f"{_TEXT}note-body")
        name = note.get(f"{_TEXT}note-class", "footnote")
        parts = [p for p in self.story(body, "footnote", f"{name} {label}") if p.text] if body is not None else []
        if parts:
            parts[0] = replace(parts[0], label=label, marker=label)
        (self.endnotes if name == "endnote" else after).extend(parts)
        self._notes += 1
        return raised(label if not label or raised(label) != label else str(self._notes))

    def _frame(self, frame: Any, kind: BlockKind) -> Iterator[Part]:
        """Parts of a text box, a drawn shape with text, a picture's description."""
        for child in frame:
            if child.tag in (f"{_DRAW}text-box", f"{_DRAW}g", f"{_DRAW}frame", f"{_DRAW}custom-shape"):
                yield from self._frame(child, kind)
            elif child.tag in (f"{_SVG}desc", f"{_SVG}title"):
                words = described(child.text)
                yield Part(words, source_ref="picture", pieces=(Piece(child.text or "", child),) if words else ())
            elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(child, kind, "text box")
            elif child.tag == f"{_TEXT}list":
                yield from self._list(child, kind, 1, child.get(f"{_TEXT}style-name", ""), "text box")
            elif child.tag == f"{_TABLE}table":
                yield from self._table(child, kind)

    def _list(self, element: Any, kind: BlockKind, depth: int, style: str, source_ref: str) -> Iterator[Part]:
        """Parts of a list; its items carry their number or bullet."""
        levels = self._lists.get(style, {})
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list")
        if depth == 1 and not goes_on:
            self._counts.pop(style, None)
        for entry in element:
            marker = ""
            if entry.tag == f"{_TEXT}list-item":
                start = entry.get(f"{_TEXT}start-value")
                written = entry.findtext(f"{_TEXT}number")
                marker = written or self._count(style, levels, depth, whole(start, 1) if start else None)
            for child in entry:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, kind, depth + 1, child.get(f"{_TEXT}style-name", style), source_ref)
                    continue
                for part in self.story([child], kind, source_ref):
                    if marker and part.text and part.kind == kind:
                        label = "" if marker == "•" else marker.strip(".")
                        shown: BlockKind = "list_item" if kind == "paragraph" else kind
                        part = replace(part, kind=shown, level=depth, label=label, marker=marker)
                        marker = ""
                    yield part

    def _count(self, style: str, levels: dict[int, Any], depth: int, start: int | None = None) -> str:
        """Count one on in a list and write its marker."""
        level = levels.get(depth)
        if level is None or level.tag == f"{_TEXT}list-level-style-bullet":
            return "•" if style != "outline" else ""
        kind = level.get(f"{_STYLE}num-format", "")
        counts = self._counts.setdefault(style, {})
        first = whole(level.get(f"{_TEXT}start-value"), 1)
        counts[depth] = start if start is not None else counts.get(depth, first - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if not kind:
            return ""
        above = depth - whole(level.get(f"{_TEXT}display-levels"), 1)
        shown = [d for d in sorted(levels) if above < d <= depth]
        numbers = [numeral(counts.get(d, 1), levels[d].get(f"{_STYLE}num-format") or "1") for d in shown]
        before, after = (level.get(f"{_STYLE}num-{side}", "")[:_LABEL_CHARACTERS] for side in ("prefix", "suffix"))
        return f"{before}{'.'.join(numbers)}{after}".strip()

    def _table(self, table: Any, kind: BlockKind) -> Iterator[Part]:
        """Parts of a table's cells, row by row."""
        self._tables += 1
        number = self._tables
        inner: BlockKind = "table_cell" if kind == "paragraph" else kind
        for row_number, row in enumerate(_rows(table), start=1):
            is_header = row.getparent().tag == f"{_TABLE}table-header-rows"
            column = 1
            for cell in row:
                if cell.tag == f"{_TABLE}table-cell":
                    place = f"table {number}, row {row_number}, column {column}"
                    cell_place = Cell(number, row_number, column, is_header)
                    for part in self.story(cell, inner, place):
                        yield part if part.kind == "footnote" else replace(part, cell=part.cell or cell_place)
                column += whole(cell.get(f"{_TABLE}number-columns-repeated"), 1)


def _levels(style: Any) -> dict[int, Any]:
    """The levels of a list style by their number."""
    levels = {whole(level.get(f"{_TEXT}level"), 1): level for level in style}
    return {number: level for number, level in levels.items() if 0 < number <= _LEVELS}


def _rows(table: Any) -> Iterator[Any]:
    """Rows of a table, those of its head and groups too, not those of tables in its cells."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in (f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")):
            yield from _rows(child)
