"""Two versions as one text with tracked changes: accepting them all gives the later version, rejecting the earlier."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from summarize.comparison import Comparison
from translate.document import Block, Cell, Document
from translate.revision.change import Change
from translate.revision.redline import tokens

What = Literal["kept", "removed", "added"]
Piece = tuple[str, What]
"""A stretch of text, not empty, and what becomes of it."""

Place = tuple[int, int, int]
"""A row of a table: 0 in the later version or 1 in the earlier, the table's number, the row's; row 0 is the table."""

_MOST_COLUMNS = 12
"""Of a table that is drawn; wider ones are mostly figures that are taken for tables."""
_MOST_ISLAND = 3
"""Characters of a word that stayed alone between two changes and is exchanged with them, as in a redline."""
_SPACE = re.compile(r"\s+")
_BEGIN = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of either version, or of both.

    Attributes:
        what: Whether it stands in both versions, or what became of it.
        block: Of the later version, of a removed one of the earlier.
        pieces: Its text, in order.
        language: BCP 47 code.
        old_cell: Where in a table of the earlier version it stands, if it does.
        segments: Its sentences in the later version; none of a removed one.
    """

    what: What
    block: Block
    pieces: tuple[Piece, ...]
    language: str
    old_cell: Cell | None
    segments: tuple[int, ...]


def documents_of(comparison: Comparison) -> tuple[Document, Document]:
    """Both versions in the language wanted; as they are where one of them has no translation."""
    old, new = comparison.old_translation, comparison.new_translation
    return (comparison.old, comparison.new) if old is None or new is None else (old.target, new.target)


def paragraphs(comparison: Comparison) -> list[Paragraph]:
    """Both versions, paragraph by paragraph, in the order of the later one.

    A paragraph is in both where a sentence of it stayed in its place, whatever its words. What moved is removed there
    and added here.
    """
    old, new = documents_of(comparison)
    anchors = sorted(
        (change for change in comparison.changes if change.old and change.new and not change.is_moved),
        key=lambda change: change.new,
    )
    partners = _partners(old, new, anchors)
    by_block: dict[int, list[Change]] = {}
    for change in anchors:
        by_block.setdefault(old.segments[change.old[0]].block, []).append(change)
    segments = old.segments_by_block(), new.segments_by_block()
    found: list[Paragraph] = []
    ends = [*partners.items(), (len(old.blocks), len(new.blocks))]
    done = (-1, -1)
    for i, j in ends:
        found += (_whole(old, k, segments[0][k], "removed") for k in range(done[0] + 1, i))
        found += (_whole(new, k, segments[1][k], "added") for k in range(done[1] + 1, j))
        done = i, j
        if i < len(old.blocks):
            pieces = _compared((old, segments[0][i]), (new, segments[1][j]), (i, j), by_block[i])
            language = new.segment_language(segments[1][j][0])
            found.append(Paragraph("kept", new.blocks[j], pieces, language, old.blocks[i].cell, segments[1][j]))
    return [paragraph for paragraph in found if paragraph.pieces]


def _partners(old: Document, new: Document, anchors: Sequence[Change]) -> Mapping[int, int]:
    """Blocks of the earlier version that are still there, in an order that both versions keep."""
    partners: dict[int, int] = {}
    last = (-1, -1)
    for change in anchors:
        pair = old.segments[change.old[0]].block, new.segments[change.new[0]].block
        if pair[0] > last[0] and pair[1] > last[1]:
            partners[pair[0]] = pair[1]
            last = pair
    return partners


def _whole(document: Document, block: int, segments: Sequence[int], what: What) -> Paragraph:
    """A paragraph that only one version has."""
    text = "".join(text for text, _ in _parts(document, block, segments))
    language = document.segment_language(segments[0]) if segments else document.language
    own = tuple(segments) if what == "added" else ()
    pieces: tuple[Piece, ...] = ((text, what),) if text else ()
    cell = document.blocks[block].cell if what == "removed" else None
    return Paragraph(what, document.blocks[block], pieces, language, cell, own)


def _parts(document: Document, block: int, segments: Sequence[int]) -> list[tuple[str, int | None]]:
    """A block's text on one line, in sentences and what stands between them, its label before it."""
    found, edge = document.blocks[block], document.blocks[block].start
    parts: list[tuple[str, int | None]] = []
    for segment in segments:
        own = document.segments[segment]
        parts.append((_SPACE.sub(" ", document.text[edge : own.start]), None))
        parts.append((" ".join(document.segment_text(segment).split()), segment))
        edge = own.end
    parts.append((_SPACE.sub(" ", document.text[edge : found.end]), None))
    parts[0] = parts[0][0].lstrip(), parts[0][1]
    parts[-1] = parts[-1][0].rstrip(), parts[-1][1]
    if found.label and not "".join(text for text, _ in parts).startswith(found.label):
        parts.insert(0, (f"{found.label} ", None))
    return parts


def _compared(
    left: tuple[Document, Sequence[int]],
    right: tuple[Document, Sequence[int]],
    blocks: tuple[int, int],
    anchors: Sequence[Change],
) -> tuple[Piece, ...]:
    """A paragraph of both versions: sentences that stayed word by word, all else as a whole."""
    sides = _parts(left[0], blocks[0], left[1]), _parts(right[0], blocks[1], right[1])
    places = [{segment: place for place, (_, segment) in enumerate(parts) if segment is not None} for parts in sides]
    pieces: list[Piece] = []
    done = (0, 0)
    for change in anchors:
        if not (set(change.old) <= set(places[0]) and set(change.new) <= set(places[1])):
            continue
        begin = places[0][change.old[0]], places[1][change.new[0]]
        end = places[0][change.old[-1]] + 1, places[1][change.new[-1]] + 1
        pieces += _around(*(_joined(parts[a:b]) for parts, a, b in zip(sides, done, begin, strict=True)))
        texts = [_joined(parts[a:b]) for parts, a, b in zip(sides, begin, end, strict=True)]
        pieces += _other(*texts) if change.is_replaced else _words(*texts)
        done = end
    pieces += _around(*(_joined(parts[a:]) for parts, a in zip(sides, done, strict=True)))
    return tuple(_merged(pieces))


def _joined(parts: Sequence[tuple[str, int | None]]) -> str:
    return "".join(text for text, _ in parts)


def _around(old: str, new: str) -> Iterator[Piece]:
    """What stands in one place of both versions, exchanged as a whole but for the space before it."""
    if old == new:
        if old:
            yield old, "kept"
        return
    begins = [found[0] if (found := _BEGIN.match(text)) else "" for text in (old, new)]
    same = begins[0] if begins[0] == begins[1] else ""
    if same:
        yield same, "kept"
    yield from _exchanged(old[len(same) :], new[len(same) :])


def _other(old: str, new: str) -> Iterator[Piece]:
    """A sentence and the one in its place, exchanged as a whole but for the words with which both begin."""
    sides = _cut(old), _cut(new)
    same = "".join(own for own, _ in takewhile(lambda pair: pair[0] == pair[1], zip(*sides, strict=False)))
    if same:
        yield same, "kept"
    yield from _exchanged(old[len(same) :], new[len(same) :])


def _words(old: str, new: str) -> Iterator[Piece]:
    """A sentence of both versions, word by word."""
    from rapidfuzz.distance import Indel

    sides = _cut(old), _cut(new)
    opcodes = list(Indel.opcodes(*sides))
    removed = added = ""
    for position, code in enumerate(opcodes):
        before, after = sides[0][code.src_start : code.src_end], sides[1][code.dest_start : code.dest_end]
        if code.tag == "equal" and not (0 < position < len(opcodes) - 1 and _is_island(before)):
            yield from _exchanged(removed, added)
            removed = added = ""
            yield "".join(before), "kept"
        else:
            removed, added = removed + "".join(before), added + "".join(after)
    yield from _exchanged(removed, added)


def _exchanged(removed: str, added: str) -> Iterator[Piece]:
    """What went, then what came in its place."""
    if removed:
        yield removed, "removed"
    if added:
        yield added, "added"


def _cut(text: str) -> list[str]:
    """A text in words, signs and the spaces between them; together they are the text."""
    found: list[str] = []
    edge = 0
    for word, start, end in tokens(text):
        found += [text[edge:start], word]
        edge = end
    return [part for part in (*found, text[edge:]) if part]


def _is_island(parts: Sequence[str]) -> bool:
    """Whether what stayed between two changes is too little to be read as such."""
    words = [part for part in parts if not part.isspace()]
    return not words or (len(words) == 1 and len(words[0]) <= _MOST_ISLAND and not words[0].isdigit())


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last[1] == piece[1]:
            last = last[0] + piece[0], last[1]
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def in_tables(found: Sequence[Paragraph]) -> list[tuple[Paragraph, Place | None, Place | None]]:
    """Each paragraph with its table and its row, None outside of tables that are worth drawing.

    A removed cell stands in the row in which the rest of its row is now; a row of which nothing is left is one of its
    own in the same table.
    """
    rows: dict[Place, Place] = {}
    tables: dict[int, Place] = {}
    for one in found:
        if one.what == "kept" and one.old_cell and one.block.cell:
            rows[1, one.old_cell.table, one.old_cell.row] = (0, one.block.cell.table, one.block.cell.row)
            tables.setdefault(one.old_cell.table, (0, one.block.cell.table, 0))
    placed: list[tuple[Paragraph, Place | None, Place | None]] = []
    for one in found:
        cell, side = one.block.cell, int(one.what == "removed")
        if cell is None:
            placed.append((one, None, None))
        else:
            row: Place = (side, cell.table, cell.row)
            table: Place = (side, cell.table, 0)
            placed.append((one, tables.get(cell.table, table) if side else table, rows.get(row, row)))
    drawn = {table for table in {table for _, table, _ in placed} if table is not None and _is_drawn(table, placed)}
    return [(one, table, row) if table in drawn else (one, None, None) for one, table, row in placed]


def _is_drawn(table: Place, placed: Sequence[tuple[Paragraph, Place | None, Place | None]]) -> bool:
    """Whether a table has several rows and columns, and not so many that it is none."""
    own = [(one, row) for one, where, row in placed if where == table]
    columns = {one.block.cell.column for one, _ in own if one.block.cell}
    return len({row for _, row in own}) > 1 and 1 < len(columns) <= _MOST_COLUMNS


def read_as(found: Sequence[Paragraph], gone: What) -> list[str]:
    """The text of each paragraph with the changes accepted (what is "removed" is gone) or rejected ("added" is).

    >>> read_as([], "removed")
    []
    """
    texts = ("".join(text for text, what in one.pieces if what != gone) for one in found if one.what != gone)
    return [text for text in texts if text]
