"""Columns: the pieces of a page as regions, each read from top to bottom, in the order a reader takes them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from statistics import mean

from translate.reading.pdf.lines import Line, merged, rows

Rule = tuple[float, float, float]

_GUTTER = 0.8  # share of the font size; the narrowest gap between columns
_PROSE_CHARACTERS = 14  # characters a line; columns of tables have fewer
_FULL = 0.75  # share of the column's width that a line of prose fills
_FULL_SHARE = 0.4  # share of lines that must be that full
_MIN_LINES = 3
_MAX_TRIES = 4  # gutters tried per region; pages with more candidates are tables
_MAX_DEPTH = 4


def regions(pieces: Sequence[Line], rules: Sequence[Rule] = ()) -> list[list[Line]]:
    """Pieces grouped into regions in reading order.

    A gutter is an empty strip with prose on both sides. Lines that cross it (a title, a wide table) cut the page into
    bands; in each band the columns follow each other. A variant of the X-Y cut (Nagy and Seth 1984) that lets
    crossing lines stand.

    Args:
        pieces: Of one page, in any order.
        rules: Horizontal lines (left, right, y); a rule across a gutter makes it a table's.
    """
    rtl = sum(len(p.text) for p in pieces if p.is_rtl) * 2 > sum(len(p.text) for p in pieces)
    return _cut(list(pieces), rules, rtl, _MAX_DEPTH)


def _cut(pieces: list[Line], rules: Sequence[Rule], rtl: bool, depth: int) -> list[list[Line]]:
    """Regions of some pieces; one region where no gutter parts them."""
    if len(pieces) < 2 * _MIN_LINES or not depth:
        return [pieces] if pieces else []
    for x in _gutters(pieces):
        found: list[list[Line]] = []
        single: list[Line] = []
        parted = False
        for group, left, right in _bands(pieces, x):
            columns = _columns(left, right, x, rules, rtl, depth)
            if columns:
                found += _cut(single, rules, rtl, depth - 1) + columns
                single, parted = [], True
            else:
                single += left + right
            single += group
        if parted:
            return found + _cut(single, rules, rtl, depth - 1)
    return [pieces]


def _gutters(pieces: list[Line]) -> list[float]:
    """Places of possible gutters, those with the most text height beside them first."""
    votes: dict[int, float] = {}
    for before, after in _neighbours(pieces):
        size = max(before.size, after.size)
        if after.left - before.right >= _GUTTER * size:
            for x in range(int(before.right) + 1, int(after.left) + 1):
                votes[x] = votes.get(x, 0) + size
    ordered: list[float] = []
    for x in sorted(votes, key=lambda x: (-votes[x], x)):
        if votes[x] < 2 * pieces[0].size or len(ordered) == _MAX_TRIES:
            break
        if all(abs(x - other) > 12 for other in ordered):
            ordered.append(_middle(votes, x))
    return ordered


def _neighbours(pieces: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Each piece with the next one to its right; the lines of two columns need not stand on one level."""
    ordered = sorted(pieces, key=lambda p: -p.baseline)
    first = 0
    for piece in ordered:
        reach = 0.7 * piece.size
        while ordered[first].baseline > piece.baseline + reach:
            first += 1
        nearest: Line | None = None
        for other in islice(ordered, first, None):
            if other.baseline < piece.baseline - reach:
                break
            if other.left >= piece.right and (nearest is None or other.left < nearest.left):
                nearest = other
        if nearest is not None:
            yield piece, nearest


def _middle(votes: dict[int, float], x: int) -> float:
    """Middle of the strip that has as many votes as x."""
    end = x
    while votes.get(end + 1, 0) >= votes[x]:
        end += 1
    return (x + end) / 2


def _bands(pieces: list[Line], x: float) -> Iterator[tuple[list[Line], list[Line], list[Line]]]:
    """What stands left and right of x between two pieces that cross it, from top to bottom, and the crossing one."""
    crossing = sorted((p for p in pieces if p.left < x < p.right), key=lambda p: -p.baseline)
    edges = [p.baseline for p in crossing]
    sides: list[tuple[list[Line], list[Line]]] = [([], []) for _ in range(len(edges) + 1)]
    for piece in pieces:
        if not piece.left < x < piece.right:
            above = sum(edge > piece.baseline + 0.3 * piece.size for edge in edges)
            sides[above][piece.left >= x].append(piece)
    for position, (left, right) in enumerate(sides):
        yield crossing[position : position + 1], left, right


def _columns(
    left: list[Line], right: list[Line], x: float, rules: Sequence[Rule], rtl: bool, depth: int
) -> list[list[Line]]:
    """Regions on both sides of a gutter; none where they are a table's cells, or markers with their text."""
    if not (_is_wordy(left) and _is_wordy(right)):
        return []
    baselines = [p.baseline for p in left + right]
    if any(start < x - 5 and end > x + 5 and min(baselines) < y < max(baselines) for start, end, y in rules):
        return []
    sides = [_cut(side, rules, rtl, depth - 1) for side in (left, right)]
    if max(len(rows(side)) for side in (left, right)) < _MIN_LINES or not all(map(_are_prose, sides)):
        return []
    return [region for side in (reversed(sides) if rtl else sides) for region in side]


def _is_wordy(pieces: list[Line]) -> bool:
    """Whether most of the text is in long pieces; a cheap test that most tables fail."""
    lengths = [len(p.text) for p in pieces]
    return sum(n for n in lengths if n >= _PROSE_CHARACTERS) > 0.6 * sum(lengths)


def _are_prose(side: list[list[Line]]) -> bool:
    """Whether most of the text of some regions stands in long lines that fill their column."""
    prose = [_characters(region) for region in side if _is_prose([merged(row) for row in rows(region)])]
    return sum(prose) > 0.6 * sum(map(_characters, side))


def _characters(region: list[Line]) -> int:
    return sum(len(p.text) for p in region)


def _is_prose(lines: list[Line]) -> bool:
    """Whether lines are long and fill their column."""
    if mean(len(line.text) for line in lines) < _PROSE_CHARACTERS:
        return False
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right - line.left > _FULL * (end - start) for line in lines)
    return full >= _FULL_SHARE * len(lines)
