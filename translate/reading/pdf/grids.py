"""Grids: tables that lines are drawn around, cell by cell."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from translate.reading.pdf.lines import Cell, Line, merged, rows
from translate.reading.pdf.pitch import is_finished, runs_on
from translate.reading.pdf.rulings import Rulings

_NUMBERS = re.compile(r"\W*\d[\d\W]*")
_TOUCH = 2.5  # points; ends of lines that are nearer belong together
_HUG = 1.5  # points
_CLOSE = 1.25  # of the font size: rows have more room
_MAX_LINES = 1500  # a page with more is a drawing


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of one table: places of its upright and level ones, and the lines themselves."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rulings: Rulings

    def holds(self, piece: Line) -> bool:
        """Whether a piece stands inside."""
        middle = (piece.left + piece.right) / 2
        return self.xs[0] < middle < self.xs[-1] and self.ys[-1] < piece.baseline + 0.3 * piece.size < self.ys[0]


def with_tables(pieces: Sequence[Line], rulings: Rulings) -> list[Line]:
    """The pieces of a page, those in a ruled table as one tall line that knows its cells.

    Args:
        pieces: None of them reaches over an upright line.
        rulings: Of the page.
    """
    found = list(pieces)
    for grid in _grids(rulings):
        inside = [piece for piece in found if grid.holds(piece)]
        cells = _cells(inside, grid)
        if len({cell.column for cell in cells}) < 2 or _are_marked(inside, grid.rulings.upright):
            continue
        position = found.index(inside[0])
        rest = [piece for piece in found if piece not in inside]
        table = Line(tuple(word for piece in inside for word in piece.words), tuple(cells))
        found = [*rest[:position], table, *rest[position:]]
    return found


def _are_marked(pieces: Sequence[Line], upright: Sequence[tuple[float, float, float]]) -> bool:
    """Whether lines hug most words on both sides, as the edges of a marker's colour do; cells have room in them."""
    hugged = 0
    for piece in pieces:
        beside = [x for x, low, high in upright if low < piece.baseline + 0.3 * piece.size < high]
        hugged += all(min((abs(x - edge) for x in beside), default=_HUG) < _HUG for edge in (piece.left, piece.right))
    return 2 * hugged > len(pieces)


def _cells(pieces: Iterable[Line], grid: _Grid) -> list[Cell]:
    """The pieces by the cell they stand in, row by row; a cell over several rows or columns counts for its first."""
    found: dict[tuple[int, int], list[Line]] = {}
    for piece in pieces:
        x, y = (piece.left + piece.right) / 2, piece.baseline + 0.3 * piece.size
        above = [level for left, right, level in grid.rulings.level if left < x < right and level > y]
        before = [place for place, low, high in grid.rulings.upright if low < y < high and place < x]
        row = _position(grid.ys, min(above, default=grid.ys[0]))
        column = _position(grid.xs, max(before, default=grid.xs[0]))
        found.setdefault((row, column), []).append(piece)
    row_numbers = _numbers({place: [merged(line) for line in rows(inside)] for place, inside in found.items()})
    together: dict[tuple[int, int], list[Line]] = {}
    for (row, column), inside in sorted(found.items()):
        together.setdefault((row_numbers[row], column), []).extend(inside)
    cells = [
        Cell(row, column + 1, tuple(merged(line) for line in rows(inside)))
        for (row, column), inside in sorted(together.items())
    ]
    cells = _by_entries(cells)
    lines = [line for cell in cells for line in cell.lines]
    return _from_right(cells) if 2 * sum(line.is_rtl for line in lines) > len(lines) else cells


def _by_entries(cells: Sequence[Cell]) -> list[Cell]:
    """Cells, those rows parted in which numbers stand under each other and no line is drawn: each is an entry."""
    found: list[Cell] = []
    number = 0
    for _, row in groupby(cells, key=lambda cell: cell.row):
        columns = {cell.column: cell.lines for cell in row}
        levels = _levels(columns.values())
        entries: dict[tuple[int, int], list[Line]] = {}
        for column, lines in columns.items():
            for line in lines:
                above = len(levels) - bisect_right(levels, line.baseline + _TOUCH)
                entries.setdefault((above, column), []).append(line)
        numbers = {above: number + i for i, above in enumerate(sorted({above for above, _ in entries}), start=1)}
        number += len(numbers)
        found += [Cell(numbers[above], column, tuple(lines)) for (above, column), lines in sorted(entries.items())]
    return found


def _levels(columns: Collection[Sequence[Line]]) -> list[float]:
    """Baselines of the entries of a row, the lowest first, but those past which a sentence goes on.

    Only columns of numbers have entries.
    """
    found: list[float] = []
    for lines in columns:
        numbers = [line.baseline for line in lines if _NUMBERS.fullmatch(line.text)]
        if len(numbers) > 1 and 2 * len(numbers) > len(lines):
            found += numbers
    levels = _distinct(found)
    for lines in columns:
        edge = max(line.right for line in lines)
        for above, line in pairwise(lines if levels else ()):
            if runs_on(above, line, edge):
                start, end = (bisect_right(levels, each.baseline + _TOUCH) for each in (line, above))
                del levels[start:end]
    return levels


def _numbers(found: Mapping[tuple[int, int], Sequence[Line]]) -> dict[int, int]:
    """Number of each row from 1; those count as one between whose lines a sentence goes on, set as close as lines are.

    So it is where each line of a cell has its own shade, whose edges are lines too.

    Args:
        found: Lines by row and column.
    """
    by_row: dict[int, dict[int, Sequence[Line]]] = defaultdict(dict)
    edges: dict[int, float] = {}
    for (row, column), lines in found.items():
        by_row[row][column] = lines
        edges[column] = max([edges.get(column, lines[0].right), *(line.right for line in lines)])
    numbers: dict[int, int] = {}
    before: dict[int, Line] = {}  # last line of each column in the row before, and in those that are one with it
    number = 0
    for row, columns in sorted(by_row.items()):
        both = [(before[column], lines[0], edges[column]) for column, lines in columns.items() if column in before]
        is_close = all(0 < above.baseline - line.baseline < _CLOSE * line.size for above, line, _ in both)
        goes_on = is_close and any(runs_on(above, line, edge) for above, line, edge in both)
        if not (goes_on if both else _is_beside(before.values(), [lines[0] for lines in columns.values()])):
            number, before = number + 1, {}
        numbers[row] = number
        before |= {column: lines[-1] for column, lines in columns.items()}
    return numbers


def _is_beside(before: Iterable[Line], firsts: Sequence[Line]) -> bool:
    """Whether lines of other columns stand at the height of a sentence that goes on, as a heading in mid-cell does."""
    return any(
        not is_finished(above.text) and above.baseline - line.baseline < _CLOSE * line.size
        for above in before
        for line in firsts
    )


def _from_right(cells: Sequence[Cell]) -> list[Cell]:
    """Cells of a table whose first column is the one on the right."""
    last = max(cell.column for cell in cells)
    return sorted((replace(c, column=last + 1 - c.column) for c in cells), key=lambda cell: (cell.row, cell.column))


def _position(places: Sequence[float], place: float) -> int:
    """Position of the nearest of some places."""
    return min(range(len(places)), key=lambda i: abs(places[i] - place))


def _grids(rulings: Rulings) -> list[_Grid]:
    """Groups of lines that touch and make at least two columns."""
    if len(rulings.level) + len(rulings.upright) > _MAX_LINES:
        return []
    groups: list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = []
    for x, low, high in rulings.upright:
        touching = [
            (left, right, y)
            for left, right, y in rulings.level
            if left - _TOUCH <= x <= right + _TOUCH and low - _TOUCH <= y <= high + _TOUCH
        ]
        joined = [group for group in groups if any(line in group[0] for line in touching)]
        levels = [line for group in joined for line in group[0]]
        uprights = [line for group in joined for line in group[1]]
        groups = [group for group in groups if group not in joined]
        groups.append((levels + [line for line in touching if line not in levels], [*uprights, (x, low, high)]))
    found = []
    for levels, uprights in groups:
        xs = _distinct(x for x, _, _ in uprights)
        ys = _distinct(y for _, _, y in levels)[::-1]
        if len(xs) >= 3 and len(ys) >= 2:
            found.append(_Grid(tuple(xs), tuple(ys), Rulings(tuple(levels), tuple(uprights))))
    return sorted(found, key=lambda grid: -grid.ys[0])


def _distinct(values: Iterable[float]) -> list[float]:
    """Values in rising order, those that nearly fall together once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return found
