"""Tables: rows of a region whose pieces stand under each other, cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.reading.pdf.formulas import is_formula
from translate.reading.pdf.lines import Cell, Line, merged
from translate.reading.pdf.paragraphs import LEADER
from translate.reading.pdf.pitch import is_finished, runs_on, starts_new, would_fit
from translate.reading.pdf.rulings import Rulings
from translate.segmentation.labels import label_end

_CELL_GAP = 1.2  # of the font size
_MARKER = re.compile(r"[(\[]?\w{1,4}[.):\]]|\d{1,3}|[^\w\s]{1,2}")
_LABEL = re.compile(r"[A-Z]|(?:[^\W\d_][\w-]{2,14}\.?|[¶§]) ?[\dIVXLC][\d.IVXLC]*[.:)]?")  # "Article 5", "Part III"
_LONE_GAP = 2.0  # of the font size
_FAR = 3.0  # of the font size; lines of double-spaced text stand up to that far apart
_WIDE = 40  # times the font size: how much longer than its first line the last cell of a lone row may be
_BESIDE = 6  # rows that may stand between two lines of a text, and the second of these
_WORDS = 3  # spaces; the sign before an item has fewer
_LINES = 1.6  # of the font size; the lines of a text stand closer
_ROW_GAP = 1.25  # of the distance of two lines in a cell
_SAME_EDGE = 2.5  # points
_MAX_STEP = 2.6  # of the font size: the rows of a table stand closer than that, unless rules part them


@dataclass(frozen=True, slots=True)
class Table:
    """Cells row by row, those without words left out."""

    cells: tuple[Cell, ...]


def parted(region: Sequence[Sequence[Line]], rulings: Rulings) -> list[list[Line] | Table]:
    """The rows of a region as runs of lines and tables, from top to bottom.

    Args:
        region: Rows of pieces; a ruled table is a row of its own.
        rulings: Straight lines of the page.
    """
    cells = _with_asides_below([_cells(row) for row in region])
    found: list[list[Line] | Table] = []
    position = 0
    while position < len(cells):
        if cells[position][0].cells:
            found.append(Table(cells[position][0].cells))
            position += 1
            continue
        end = _table_end(cells, position)
        lone, taken = _lone_row(cells, position, rulings) if end == position else ((), 0)
        if lone:
            found.append(Table(lone))
            position += taken
            continue
        if end > position:
            found.append(_table(cells[position:end], rulings))
            position = end
            continue
        if not found or isinstance(found[-1], Table):
            found.append([])
        run = found[-1]
        if isinstance(run, list):
            run.append(merged(cells[position]))
        position += 1
    return found


def _with_asides_below(cells: Sequence[list[Line]]) -> list[list[Line]]:
    """Rows of a region, what stands beside two lines of a sentence at a height between them put below both."""
    found = list(cells)
    for at in range(len(found)):
        line, end = found[at][-1], at + 1
        while end < min(len(found), at + _BESIDE) and found[end][0].left > line.right:
            end += 1
        if end in (at + 1, len(found)):
            continue
        below, *rest = found[end]
        beside = min(cell.left for row in found[at + 1 : end] for cell in row)
        is_under = abs(below.left - line.left) < _SAME_EDGE and line.baseline - below.baseline < _LINES * line.size
        is_text = line.text.count(" ") >= _WORDS
        if is_text and is_under and below.right < beside and runs_on(line, below, max(line.right, below.right)):
            found[at + 1 : end + 1] = [[below], *found[at + 1 : end], *([rest] if rest else [])]
    return found


def _cells(row: Sequence[Line]) -> list[Line]:
    """The pieces of a row, those that stand close joined."""
    found = [row[0]]
    for piece in row[1:]:
        if piece.left - found[-1].right < _CELL_GAP * max(piece.size, found[-1].size) or LEADER.search(piece.text):
            found[-1] = merged([found[-1], piece])
        else:
            found.append(piece)
    return found


def _is_split(row: Sequence[Line]) -> bool:
    """Whether a row has cells, not just a marker before its text or a page number after leaders."""
    if len(row) < 2 or row[0].cells or any(LEADER.search(cell.text) for cell in row):
        return False
    if _is_spread(row):
        return False
    first = row[-1] if row[0].is_rtl else row[0]
    return len(row) > 2 or not (_MARKER.fullmatch(first.text) or label_end(f"{first.text} x"))


def _is_spread(row: Sequence[Line]) -> bool:
    """Whether a row is one justified line: the gaps between its words are wide, but all alike."""
    words = sorted((word for cell in row for word in cell.words), key=lambda word: word.left)
    gaps = [after.left - before.right for before, after in pairwise(words) if not after.glued]
    lettered = any(map(str.isalpha, "".join(word.text for word in words)))
    return lettered and len(gaps) > 1 and max(gaps) - min(gaps) < 0.25 * row[0].size


def _table_end(cells: Sequence[Sequence[Line]], start: int) -> int:
    """Position after the last row of a table that begins at `start`; `start` where none does."""
    if not _is_split(cells[start]):
        return start
    strips = _gaps(cells[start])
    end, last_split, split_rows = start + 1, start, [cells[start]]
    while end < len(cells):
        row = cells[end]
        if row[0].cells:
            break
        if cells[end - 1][0].baseline - row[0].baseline > _MAX_STEP * 1.2 * row[0].size:
            break
        kept = _narrowed(strips, row)
        if _is_split(row):
            kept = _common(strips, _gaps(row))
            if not kept:
                break
            last_split = end
            split_rows.append(row)
        elif not kept:
            break
        strips = kept
        end += 1
    while end - 1 > last_split and cells[end - 1][0].left < strips[0][0]:
        end -= 1  # a line under the first column that no row follows is the next paragraph
    return end if len(split_rows) > 1 and _are_aligned(split_rows) else start


def _lone_row(cells: Sequence[Sequence[Line]], start: int, rulings: Rulings) -> tuple[tuple[Cell, ...], int]:
    """Cells of a row that is a table of its own, and how many rows of lines they take; nothing elsewhere.

    What stands far apart on one line is two things, as a question and its answer in a form are. What follows closely
    under its cells belongs to it where a sentence goes on there. So an answer beside a question of several lines
    doesn't get into it, at whatever distance its own lines stand.
    """
    beside = [cells[place] for place in (start - 1, start + 1) if 0 <= place < len(cells)]
    below = cells[start + 1] if start + 1 < len(cells) else ()
    row = _groups(cells[start], below, rulings) if _is_split(cells[start]) else []
    if len(row) < 2 or any(_are_of_one_text(cells[start], other) for other in beside):
        return (), 0
    columns = [[cell] for cell in row]
    lengths = [1] * len(columns)
    taken = kept = 1
    is_text = False
    for below in cells[start + 1 :]:
        places = [_under(columns, line) for line in below]
        if None in places or len(set(places)) < len(places):
            break
        goes_on = False
        for place, line in zip(places, below, strict=True):
            column = columns[place or 0]
            is_text = is_text or (
                runs_on(column[-1], line, column[0].right) and not would_fit(column[-1], line, line.right)
            )
            goes_on = len(below) == 1 and not (is_finished(column[-1].text) or starts_new(line.text))
            column.append(line)
        taken += 1
        if is_text or (goes_on and kept == taken - 1):
            kept, lengths = taken, [len(column) for column in columns]
    found = [tuple(column[:length]) for column, length in zip(columns, lengths, strict=True)]
    if row[0].is_rtl:
        found.reverse()
    return tuple(Cell(1, number, column) for number, column in enumerate(found, start=1)), kept


def _are_of_one_text(row: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether a row with wide gaps is a line of a text: the one above or below, which has none, ends where it does.

    In text that is not justified the line below goes on with a small letter.
    """
    line, size = other[0], row[0].size
    if len(other) > 1 or line.cells or abs(line.baseline - row[0].baseline) > _FAR * size:
        return False
    if not all(line.left < start and line.right > end for start, end in _gaps(row)):
        return False
    ends = [(row[0].left, line.left), (row[-1].right, line.right)]
    own, its = ends[0] if line.is_rtl else ends[1]
    goes_on = line.baseline < row[0].baseline and line.text[:1].islower() and not is_finished(row[-1].text)
    return abs(own - its) < size or goes_on


def _groups(row: Sequence[Line], below: Sequence[Line], rulings: Rulings) -> list[Line]:
    """The cells of a row, those put together that are no two things: a sentence or a blank goes on between them."""
    if is_formula(merged(row).text):
        return []
    groups = [[row[0]]]
    for cell in row[1:]:
        if _are_apart(merged(groups[-1]), cell, rulings) or _is_beside(groups[-1], cell, below):
            groups.append([cell])
        else:
            groups[-1].append(cell)
    return [merged(group) for group in groups]


def _are_apart(before: Line, cell: Line, rulings: Rulings) -> bool:
    """Whether two cells of a row have nothing to do with each other."""
    size, gap = max(before.size, cell.size), cell.left - before.right
    if rulings.part(before.right, cell.left, before.baseline + 0.3 * size):
        return True
    if gap < _LONE_GAP * size:
        return False
    if _LABEL.fullmatch(before.text) or (_MARKER.fullmatch(before.text) and gap < 2 * _LONE_GAP * size):
        return False
    if (
        cell.text[:1].islower()
        and not is_finished(before.text)
        and (before.size, before.bold) == (cell.size, cell.bold)
    ):
        return False
    if (before.is_rtl or cell.is_rtl) and not all(any(map(str.isalpha, each.text)) for each in (before, cell)):
        return False
    middle = (before.right + cell.left) / 2
    return not any(left < middle < right and abs(y - before.baseline) < 0.4 * size for left, right, y in rulings.level)


def _is_beside(group: Sequence[Line], cell: Line, below: Sequence[Line]) -> bool:
    """Whether a sentence goes on below and not in the next cell, which begins with a capital."""
    line = below[0] if len(below) == 1 else None
    if line is None or not (cell.text[:1].isupper() and line.text[:1].islower()) or is_finished(group[-1].text):
        return False
    return _under([[merged(group)], [cell]], line) == 0


def _under(columns: Sequence[Sequence[Line]], line: Line) -> int | None:
    """Position of the column whose last line a line stands closely under, none of it under the next; None elsewhere."""
    for position, column in enumerate(columns):
        before = column[-1]
        end = columns[position + 1][0].left if position + 1 < len(columns) else before.right + line.size * _WIDE
        is_under = abs(line.left - before.left) < _SAME_EDGE and line.right < end
        if is_under and not line.cells and 0 < before.baseline - line.baseline < _LINES * line.size:
            return position
    return None


def _gaps(row: Sequence[Line]) -> list[tuple[float, float]]:
    """Empty strips between the cells of a row."""
    return [(before.right, after.left) for before, after in pairwise(row)]


def _common(strips: list[tuple[float, float]], others: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where the strips of two rows overlap."""
    both = [(max(a, c), min(b, d)) for a, b in strips for c, d in others]
    return [(start, end) for start, end in both if end - start > 2]


def _narrowed(strips: list[tuple[float, float]], row: Sequence[Line]) -> list[tuple[float, float]]:
    """What a row leaves empty of some strips."""
    found = []
    for start, end in strips:
        left = max([start, *(cell.right for cell in row if cell.left <= start)])
        right = min([end, *(cell.left for cell in row if cell.left > start)])
        if right - left > 0.5 * row[0].size:
            found.append((left, right))
    return found


def _are_aligned(split_rows: Sequence[Sequence[Line]]) -> bool:
    """Whether cells of most rows begin or end under each other, as those of a justified text don't."""
    first = split_rows[0]
    edges = [cell.left for cell in first[1:]] + [cell.right for cell in first[1:]]
    middles = [(cell.left + cell.right) / 2 for cell in first[1:]]
    hits = 0
    for row in split_rows[1:]:
        places = [cell.left for cell in row[1:]] + [cell.right for cell in row[1:]]
        hits += any(abs(place - edge) < _SAME_EDGE for place in places for edge in edges) or any(
            abs((cell.left + cell.right) / 2 - middle) < _SAME_EDGE for cell in row[1:] for middle in middles
        )
    return hits >= 0.6 * (len(split_rows) - 1)


def _table(table_rows: Sequence[Sequence[Line]], rulings: Rulings) -> Table:
    """Cells of a table's lines: lines of one cell together."""
    columns = _columns(table_rows)
    rtl = sum(cell.is_rtl for row in table_rows for cell in row) * 2 > sum(map(len, table_rows))
    lines = rulings.over(columns[0][0], columns[-1][1])
    pitch = _pitch(table_rows, columns)
    steps = [a[0].baseline - b[0].baseline for a, b in pairwise(table_rows)]
    is_spaced = max(steps) > _ROW_GAP * pitch  # rows stand further apart than the lines of a cell
    found: dict[tuple[int, int], list[Line]] = {}
    number = 1
    for position, row in enumerate(table_rows):
        if position and _is_ruled_off(table_rows[position - 1], row, lines):
            number += 1
        elif position and not _are_ruled(table_rows[position - 1], row, lines):
            number += steps[position - 1] > _ROW_GAP * pitch if is_spaced else _column(row[0], columns) == 0
        for cell in row:
            column = _column(cell, columns)
            found.setdefault((number, len(columns) - column if rtl else column + 1), []).append(cell)
    return Table(tuple(Cell(row, column, tuple(lines)) for (row, column), lines in sorted(found.items())))


def _pitch(table_rows: Sequence[Sequence[Line]], columns: Sequence[tuple[float, float]]) -> float:
    """Smallest distance of two lines in one column."""
    heights: dict[int, list[float]] = {}
    for row in table_rows:
        for cell in row:
            heights.setdefault(_column(cell, columns), []).append(cell.baseline)
    return min(a - b for column in heights.values() for a, b in pairwise([*column, column[-1] - 1000]))


def _is_ruled_off(before: Sequence[Line], row: Sequence[Line], lines: Sequence[float]) -> bool:
    """Whether a line is drawn between two lines of cells."""
    return any(row[0].baseline + 0.5 * row[0].size < y < before[0].baseline for y in lines)


def _are_ruled(before: Sequence[Line], row: Sequence[Line], lines: Sequence[float]) -> bool:
    """Whether so many lines are drawn around that every row must be ruled off."""
    return sum(row[0].baseline - 100 < y < before[0].baseline + 100 for y in lines) > 3


def _columns(table_rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """Extents of the columns, from left to right."""
    found: list[list[float]] = []
    for cell in sorted((cell for row in table_rows for cell in row), key=lambda cell: cell.left):
        if found and cell.left < found[-1][1]:
            found[-1][1] = max(found[-1][1], cell.right)
        else:
            found.append([cell.left, cell.right])
    return [(left, right) for left, right in found]


def _column(cell: Line, columns: Sequence[tuple[float, float]]) -> int:
    """Position of the column that holds a cell's middle."""
    middle = (cell.left + cell.right) / 2
    return next((i for i, (left, right) in enumerate(columns) if left <= middle <= right), len(columns) - 1)
