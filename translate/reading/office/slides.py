"""PowerPoint files (PPTX) to a Draft: slide by slide, with tables, diagrams and speaker notes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from translate.document import BlockKind, Cell
from translate.issue import Issue
from translate.message import say
from translate.reading.archive import Archive, damaged, whole
from translate.reading.characters import one_line, raised, visible
from translate.reading.counters import numeral
from translate.reading.draft import Draft, Once, Part, Piece, assemble
from translate.reading.office.graphics import DRAWING, GRAPHICS, RELATION, described, graphic_words

_SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MAIN = "ppt/presentation.xml"
_TITLES = {"title": 1, "ctrTitle": 1, "subTitle": 2}
_LISTS = frozenset(("body", "obj", ""))
_MARGINS = frozenset(("ftr", "hdr", "dt"))
_NUMERALS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I", "arabic": "1"}


def read_slides(content: bytes, name: str) -> Draft:
    """Draft of a PPTX file.

    A slide's number is its page. Words that stand on every slide (of the master, of footers) come once; speaker
    notes follow their slide as footnotes; hidden slides are left out, with a notice.
    """
    return slides_draft(Archive(content))


def slides_draft(archive: Archive) -> Draft:
    """Draft of a PPTX file that is open; its parts name the elements of the archive."""
    place = archive.main_part(_MAIN)
    root = archive.xml(place)
    if root is None:
        raise damaged()
    reader = _Reader(archive)
    relations = archive.relations(place)
    parts: list[Part] = []
    read: set[str] = set()
    for number, slide in enumerate(root.iter(f"{_SLIDE}sldId"), start=1):
        _, target = relations.get(slide.get(f"{RELATION}id", ""), ("", ""))
        parts += reader.slide(target, number) if target not in read else ()
        read.add(target)
    parts = [replace(part, twins=reader.twins(part)) for part in parts]
    core = archive.xml("docProps/core.xml")
    title = core.findtext("{http://purl.org/dc/elements/1.1/}title") if core is not None else ""
    one, many = say("1 hidden slide was left out."), say("{count} hidden slides were left out.", count=reader.hidden)
    notice = Issue("reading", None, None, one if reader.hidden == 1 else many, "notice", "source")
    return assemble(parts, title or "", issues=(notice,) if reader.hidden else ())


class _Reader:
    """Reads slides, and remembers what stands on several of them.

    Attributes:
        hidden: How many slides were left out because they are not shown.
    """

    def __init__(self, archive: Archive) -> None:
        self.hidden = 0
        self._archive = archive
        self._margins = Once()
        self._fixed_parts: set[str] = set()
        self._tables = 0

    def slide(self, name: str, number: int) -> Iterator[Part]:
        """Parts of one slide: what its master shows, its shapes, its notes."""
        root = self._archive.xml(name)
        if root is None:
            return
        if root.get("show") in ("0", "false"):
            self.hidden += 1
            return
        relations = self._archive.relations(name)
        for layout in (target for kind, target in relations.values() if kind == "slideLayout"):
            for kind, target in [("slideLayout", layout), *self._archive.relations(layout).values()]:
                if kind in ("slideLayout", "slideMaster"):
                    yield from self._fixed(target, number)
        yield from self._shapes(root, name, number, "paragraph")
        for target in (target for kind, target in relations.values() if kind == "notesSlide"):
            notes = self._archive.xml(target)
            if notes is not None:
                yield from self._shapes(notes, target, number, "footnote")

    def twins(self, part: Part) -> tuple[Part, ...]:
        """Parts that say in other slides' margins what this one says in the first of them."""
        return self._margins.twins(part) if part.kind in ("header", "footer") else ()

    def _fixed(self, name: str, number: int) -> Iterator[Part]:
        """Words that a master or layout shows on each of its slides; its placeholders are not shown."""
        root = self._archive.xml(name) if name not in self._fixed_parts else None
        self._fixed_parts.add(name)
        for shape in root.iter(f"{_SLIDE}sp") if root is not None else ():
            if shape.find(f".//{_SLIDE}nvPr/{_SLIDE}ph") is None:
                yield from self._once(shape, "header", number)

    def _once(self, shape: Any, kind: BlockKind, number: int) -> Iterator[Part]:
        """A part of a shape's words, a line for each paragraph, that no slide before had in its margins."""
        pieces: list[Piece] = []
        for words in filter(_text, map(_words, shape.iter(f"{DRAWING}p"))):
            pieces += [Piece("\n", None, "whole"), *words] if pieces else words
        text = _text(pieces)
        if text:
            part = Part(text, kind, source_ref=f"slide {number}", pages=((0, number),), pieces=tuple(pieces))
            if self._margins.add(part):
                yield part

    def _shapes(self, root: Any, name: str, number: int, kind: BlockKind) -> Iterator[Part]:
        """Parts of the shapes of a slide or of its notes, titles first."""
        shapes = list(_drawn(root))
        shapes.sort(key=lambda shape: _placeholder(shape) not in _TITLES)
        for shape in shapes:
            role = _placeholder(shape)
            if shape.tag == f"{_SLIDE}sp":
                if role in _MARGINS:
                    yield from self._once(shape, "footer", number)
                elif role not in ("sldNum", "sldImg"):
                    yield from self._paragraphs(shape, role, number, kind)
            else:
                yield from self._graphic(shape, name, number)
            description = shape.find(f".//{_SLIDE}cNvPr[@descr]")
            if description is not None and kind == "paragraph":
                pieces = (Piece(description.get("descr"), description, "descr"),)
                text = described(pieces[0].text)
                yield Part(text, source_ref=f"slide {number}, picture", pages=((0, number),), pieces=pieces)

    def _graphic(self, shape: Any, name: str, number: int) -> Iterator[Part]:
        """Parts of a table, diagram or chart."""
        for table in shape.iter(f"{DRAWING}tbl"):
            self._tables += 1
            look = table.find(f"{DRAWING}tblPr")
            has_head = look is not None and look.get("firstRow") in ("1", "true")
            for row_number, row in enumerate(table.iter(f"{DRAWING}tr"), start=1):
                for column, cell in enumerate(row.iter(f"{DRAWING}tc"), start=1):
                    place = f"slide {number}, table {self._tables}, row {row_number}, column {column}"
                    for paragraph in cell.iter(f"{DRAWING}p"):
                        words = _words(paragraph)
                        found = Cell(self._tables, row_number, column, has_head and row_number == 1)
                        made = Part(_text(words), "table_cell", source_ref=place, pieces=tuple(words), cell=found)
                        yield replace(made, pages=((0, number),))
        for element in shape.iter(*GRAPHICS):
            for pieces in graphic_words(self._archive, name, element):
                text = one_line("".join(piece.text for piece in pieces))
                yield Part(text, source_ref=f"slide {number}, diagram", pages=((0, number),), pieces=pieces)

    def _paragraphs(self, shape: Any, role: str | None, number: int, kind: BlockKind) -> Iterator[Part]:
        """Parts of a shape with text."""
        counts: dict[int, int] = {}
        for paragraph in shape.iter(f"{DRAWING}p"):
            pieces = tuple(_words(paragraph))
            text = _text(pieces)
            if not text:
                continue
            place, pages = f"slide {number}", ((0, number),)
            if role in _TITLES and kind == "paragraph":
                yield Part(text, "heading", "", "", place, _TITLES[role], pages, pieces)
                continue
            marker, depth = _marker(paragraph, counts)
            is_list = kind == "paragraph" and (marker or role in _LISTS)
            label = marker.strip(".()") if marker != "•" else ""
            shown: BlockKind = "list_item" if is_list else kind
            yield Part(text, shown, label, marker, place, depth if is_list else 0, pages, pieces)


def _drawn(root: Any) -> Iterator[Any]:
    """Shapes, pictures and graphics in the order of the file, those of groups too."""
    wanted = {f"{_SLIDE}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp")}
    for element in root.iter(*wanted):
        if not any(above.tag in wanted for above in element.iterancestors()):
            yield element


def _placeholder(shape: Any) -> str | None:
    """Role of a placeholder, "" for one of the text's, None for a shape of its own."""
    found = shape.find(f".//{_SLIDE}nvPr/{_SLIDE}ph")
    return None if found is None else str(found.get("type", ""))


def _words(paragraph: Any) -> list[Piece]:
    """Words of a paragraph; fields with the slide's number are none."""
    found: list[Piece] = []
    for element in paragraph.iter(f"{DRAWING}t", f"{DRAWING}br"):
        above = element.getparent()
        if element.tag == f"{DRAWING}br":
            found.append(Piece("\n", element, "whole"))
        elif not (above.tag == f"{DRAWING}fld" and above.get("type") == "slidenum"):
            look = above.find(f"{DRAWING}rPr")
            lifted = look is not None and (look.get("baseline") or "0").strip("%") not in ("0", "")
            text = element.text or ""
            raise_it = lifted and not look.get("baseline").startswith("-")
            found.append(Piece(raised(text) if raise_it else text, element))
    return found


def _text(pieces: Iterable[Piece]) -> str:
    """The words of some pieces, with white space as a reader sees it."""
    return "\n".join(map(one_line, visible("".join(piece.text for piece in pieces)).split("\n"))).strip()


def _marker(paragraph: Any, counts: dict[int, int]) -> tuple[str, int]:
    """A paragraph's bullet or number, and its depth from 1."""
    properties = paragraph.find(f"{DRAWING}pPr")
    if properties is None:
        return "", 1
    depth = whole(properties.get("lvl")) + 1
    automatic = properties.find(f"{DRAWING}buAutoNum")
    if automatic is None:
        counts.pop(depth, None)
        return ("•" if properties.find(f"{DRAWING}buChar") is not None else ""), depth
    counts[depth] = counts[depth] + 1 if depth in counts else whole(automatic.get("startAt"), 1)
    for deeper in [d for d in counts if d > depth]:
        del counts[deeper]
    kind = automatic.get("type", "arabicPeriod")
    written = numeral(counts[depth], next((v for k, v in _NUMERALS.items() if kind.startswith(k)), "1"))
    if kind.endswith("ParenBoth"):
        return f"({written})", depth
    return f"{written}{')' if kind.endswith('ParenR') else '.' if kind.endswith('Period') else ''}", depth
