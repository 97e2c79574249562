"""Columns: the pieces of a page as regions, each read from top to bottom, in the order a reader takes them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from statistics import mean

from translate.reading.pdf.lines import Line, merged, rows
from translate.reading.pdf.rulings import Rulings

_GUTTER = 0.8  # share of the font size; the narrowest gap between columns
_LONG = 14  # characters; most pieces of tables are shorter
_PROSE_CHARACTERS = 22  # characters a line on average; lines of columns have more
_FULL = 0.75  # share of the column's width that a line of prose fills
_FULL_SHARE = 0.4  # share of lines that must be that full
_MIN_LINES = 3
_MIN_ASIDE = 4  # lines of a column beside the text and of the text
_MIN_LIST = 12  # lines of lists side by side
_ABOUT = 0.6  # of the lines of the longer list
_COMMON = 0.4  # of the lines of lists; of those of a table most are on common heights
_SAME_LEVEL = 0.12  # of the font size; lines of two columns fall so near by chance at every fifth
_GAP = 1.1  # of the font size; a wider empty stretch across both sides may end the columns
_MAX_TRIES = 4  # gutters tried per region; pages with more candidates are tables
_MAX_DEPTH = 4
_MOST_VOTES = 2_000_000  # points of gaps; words that stand in no columns, far apart on a page of any size, have more


def regions(pieces: Sequence[Line], rulings: Rulings) -> list[list[Line]]:
    """Pieces grouped into regions in reading order.

    A gutter is an empty strip with prose on both sides. What crosses it (a title, a wide table, a drawn line) cuts
    the page into bands; in each band the columns follow each other. A variant of the X-Y cut (Nagy and Seth 1984)
    that lets crossing lines stand.

    Args:
        pieces: Of one page, in any order.
        rulings: Its straight lines.
    """
    rtl = sum(len(p.text) for p in pieces if p.is_rtl) * 2 > sum(len(p.text) for p in pieces)
    return _Cutter(rulings, rtl).cut(list(pieces), _MAX_DEPTH)


@dataclass(slots=True)
class _Band:
    """A stretch of the page from top to bottom: one piece that crosses the gutter, or what stands beside it."""

    crossing: list[Line] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    is_cut: bool = False  # a crossing piece or line ends the bands above it

    @property
    def pieces(self) -> list[Line]:
        """All its pieces."""
        return self.crossing + self.left + self.right


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts the pieces of one page."""

    rulings: Rulings
    rtl: bool

    def cut(self, pieces: list[Line], depth: int) -> list[list[Line]]:
        """Regions of some pieces; one region where no gutter parts them."""
        if len(pieces) < 2 * _MIN_LINES or not depth:
            return [pieces] if pieces else []
        for x in _gutters(pieces):
            bands = _bands(pieces, x, self.rulings)
            found: list[list[Line]] = []
            single: list[Line] = []
            parted = False
            for band in self._merged(bands, depth):
                columns = self._columns(band, depth)
                if columns:
                    found += self.cut(single, depth - 1) + columns
                    single, parted = [], True
                else:
                    single += band.pieces
            if parted:
                return found + self.cut(single, depth - 1)
        return [pieces]

    def _merged(self, bands: list[_Band], depth: int) -> list[_Band]:
        """Bands with those put together that make one set of columns, though a gap goes across them."""
        found: list[_Band] = []
        stretch: list[_Band] = []
        for band in bands:
            if band.is_cut and stretch:
                found += self._stretch(stretch, depth, is_last=False)
                stretch = []
            if band.crossing:
                found.append(band)
            else:
                stretch.append(band)
        return found + self._stretch(stretch, depth, is_last=True)

    def _stretch(self, bands: list[_Band], depth: int, is_last: bool) -> list[_Band]:
        """Bands between two cuts, as few as read right."""
        first, end = 0, len(bands)
        while first < end and _is_tabular(bands[first]):
            first += 1
        while end > first and (_is_tabular(bands[end - 1]) or (not is_last and _is_beginning(bands[end - 1]))):
            end -= 1
        inner = bands[first:end]
        whole = _Band(left=[p for b in inner for p in b.left], right=[p for b in inner for p in b.right])
        if inner and self._columns(whole, depth):
            return [*bands[:first], whole, *bands[end:]]
        return bands

    def _columns(self, band: _Band, depth: int) -> list[list[Line]]:
        """Regions on both sides of a gutter; none where they are cells, or markers with their text.

        Both sides hold prose, or one does and the other keeps its own heights.
        """
        if _keep_own_heights(band.left, band.right):
            return self._in_order([self.cut(side, depth - 1) for side in (band.left, band.right)])
        wordy = [_is_wordy(side) for side in (band.left, band.right)]
        if not any(wordy) or max(len(rows(side)) for side in (band.left, band.right)) < _MIN_LINES:
            return []
        if not all(wordy) and not _is_aside(band.left, band.right):
            return []
        sides = [self.cut(side, depth - 1) for side in (band.left, band.right)]
        prose = [_are_prose(side) for side in sides]
        if not all(prose) and not (any(prose) and _is_aside(band.left, band.right)):
            return []
        return self._in_order(sides)

    def _in_order(self, sides: list[list[list[Line]]]) -> list[list[Line]]:
        """Regions of both sides, the side that is read first before the other."""
        return [region for side in (reversed(sides) if self.rtl else sides) for region in side]


def _gutters(pieces: list[Line]) -> list[float]:
    """Places of possible gutters, those with the most text height beside them first."""
    votes: dict[int, float] = {}
    given = 0.0
    for before, after in _neighbours(pieces):
        size = max(before.size, after.size)
        if after.left - before.right >= _GUTTER * size:
            given += after.left - before.right
            if given > _MOST_VOTES:
                return []
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


def _bands(pieces: list[Line], x: float, rulings: Rulings) -> list[_Band]:
    """The page from top to bottom, cut where a piece or line crosses x, and at gaps across both sides."""
    found: list[_Band] = []
    lines = rulings.across(x)
    foot: float | None = None
    for piece in sorted(pieces, key=lambda p: -p.top):
        crosses = piece.left < x < piece.right
        is_ruled = foot is not None and any(piece.baseline + 0.5 * piece.size < y <= foot + 1 for y in lines)
        is_apart = foot is not None and foot - piece.top > _GAP * piece.size
        if crosses:
            found.append(_Band(crossing=[piece], is_cut=True))
        else:
            after_cut = not found or bool(found[-1].crossing)
            if after_cut or is_ruled or is_apart:
                found.append(_Band(is_cut=after_cut or is_ruled))
            (found[-1].left if piece.right <= x else found[-1].right).append(piece)
        foot = piece.foot if foot is None or crosses else min(foot, piece.foot)
    return found


def _is_tabular(band: _Band) -> bool:
    """Whether short entries stand side by side, as in a table without lines."""
    both = [row for row in rows(band.pieces) if row[0] in band.left and row[-1] in band.right]
    sides = ([len(merged(row).text) for row in rows(side)] for side in (band.left, band.right))
    return len(both) > 1 and all(mean(side) < _PROSE_CHARACTERS for side in sides)


def _is_beginning(band: _Band) -> bool:
    """Whether a short text on one side may as well head what comes across both below."""
    return (not band.left or not band.right) and len(rows(band.pieces)) <= 2


def _is_wordy(pieces: list[Line]) -> bool:
    """Whether most of the text is in long pieces; a cheap test that most tables fail."""
    lengths = [len(p.text) for p in pieces]
    return sum(n for n in lengths if n >= _LONG) > 0.6 * sum(lengths)


def _is_aside(left: list[Line], right: list[Line]) -> bool:
    """Whether one side is a narrow column beside the text: its lines stand on heights of their own, as no cells do."""
    few, many = sorted((rows(left), rows(right)), key=lambda side: sum(_characters(row) for row in side))
    if len(few) < _MIN_ASIDE or len(many) < _MIN_ASIDE:
        return False
    levels = [row[0].baseline for row in many]
    level = sum(any(abs(row[0].baseline - y) < _SAME_LEVEL * row[0].size for y in levels) for row in few)
    return level < 0.5 * len(few)


def _keep_own_heights(left: list[Line], right: list[Line]) -> bool:
    """Whether two sides are long lists that have nothing to do with each other: few lines stand on common heights."""
    few, many = sorted(([row[0] for row in rows(side)] for side in (left, right)), key=len)
    if len(few) < _MIN_LIST or len(few) < _ABOUT * len(many):
        return False
    levels = sorted(line.baseline for line in many)
    common = 0
    for line in few:
        near = _SAME_LEVEL * line.size
        common += bisect_left(levels, line.baseline - near) < bisect_right(levels, line.baseline + near)
    return common < _COMMON * len(few)


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
