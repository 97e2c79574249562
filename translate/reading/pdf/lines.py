"""Lines: words that stand beside each other, joined into one text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from translate.reading.characters import raised, visible
from translate.reading.pdf.bidi import is_mark, is_rtl, marked, turned_round
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.words import Word

# Shares of the font size. A wider gap may be a column's or a cell's edge.
_PIECE_GAP = 0.75
_SAME_BASELINE = 0.15
_RAISED = 0.2
_RAISED_SIZE = 0.87
_SPACE = 0.2
_TOUCH = 0.05


@dataclass(frozen=True, eq=False)
class Line:
    """Words on one baseline: a whole line, or a piece of one before its column is known."""

    words: tuple[Word, ...]
    cells: tuple["Cell", ...] = ()  # of a ruled table, which stands in the page like one tall line

    @cached_property
    def top(self) -> float:
        """Height of its highest letters, about."""
        return max(word.baseline + 0.75 * word.size for word in self.words)

    @cached_property
    def foot(self) -> float:
        """Its lowest baseline."""
        return min(word.baseline for word in self.words)

    @cached_property
    def left(self) -> float:
        """Left edge in points."""
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        """Right edge in points."""
        return max(word.right for word in self.words)

    @cached_property
    def size(self) -> float:
        """Font size of most of its characters, in points."""
        return _size(self.words)

    @cached_property
    def baseline(self) -> float:
        """The y most of its letters stand on."""
        main = [word.baseline for word in self.words if word.size > _RAISED_SIZE * self.size]
        return median(main or [word.baseline for word in self.words])

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        lettered = [word for word in self.words if any(map(str.isalnum, word.text))]
        return bool(lettered) and all(word.bold for word in lettered)

    @cached_property
    def is_rtl(self) -> bool:
        """Whether most of its words run from right to left."""
        rtl = sum(len(word.text) for word in self.words if is_rtl(word.text))
        return 2 * rtl > sum(len(word.text) for word in self.words if any(map(str.isalpha, word.text)))

    @cached_property
    def text(self) -> str:
        """Its words in reading order, raised numbers in raised digits."""
        words = sorted(self.words, key=lambda word: word.left)
        if self.is_rtl:
            words = _reading_order(_with_marks(words))
        parts: list[str] = []
        for position, word in enumerate(words):
            written = word.text
            if self.is_rtl and not is_rtl(written) and not any(map(str.isalpha, written)):
                written = turned_round(written)
            if self.is_raised(word):
                written = raised(written)
            if position and _is_apart(words[position - 1], word):
                parts.append(" ")
            parts.append(written)
        return visible("".join(parts))

    @cached_property
    def first_width(self) -> float:
        """Width of its first word in reading order, in points."""
        first = max(self.words, key=lambda w: w.right) if self.is_rtl else min(self.words, key=lambda w: w.left)
        return first.right - first.left

    def settled(self, page: int) -> "SetLine":
        """What is kept of it once its page is laid out."""
        doubtful = tuple(word.text for word in self.words if word.doubtful)
        return SetLine(
            self.text, self.left, self.right, self.first_width, self.size, self.bold, self.is_rtl, page, doubtful
        )

    def is_raised(self, word: Word) -> bool:
        """Whether a word of it stands smaller and higher than the rest."""
        return word.size < _RAISED_SIZE * self.size and word.baseline > self.baseline + _RAISED * word.size

    @cached_property
    def starts_raised(self) -> bool:
        """Whether it begins with a raised number or sign, as notes do."""
        first = max(self.words, key=lambda w: w.right) if self.is_rtl else min(self.words, key=lambda w: w.left)
        return len(self.words) > 1 and self.is_raised(first)


@dataclass(frozen=True, slots=True)
class SetLine:
    """What is kept of a line once its page is laid out.

    Attributes:
        text: Its words in reading order.
        left: Left edge in points.
        right: Right edge in points.
        first_width: Width of its first word in reading order, in points.
        size: Font size of most of its characters, in points.
        bold: Whether all its letters are bold.
        is_rtl: Whether most of its words run from right to left.
        page: Page number from 1.
        doubtful: Words of it of which text recognition was unsure, in order.
    """

    text: str
    left: float
    right: float
    first_width: float
    size: float
    bold: bool
    is_rtl: bool
    page: int
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What stands in one cell of a ruled table, its row and its column from 1."""

    row: int
    column: int
    lines: tuple[Line, ...]


def pieces(words: Iterable[Word], rulings: Rulings) -> list[Line]:
    """Runs of words that follow each other in the file and stand side by side, no upright line between them.

    Args:
        words: In the order of the file.
        rulings: Of the page.
    """
    found: list[list[Word]] = []
    for word in words:
        if found and _continues(found[-1], word, rulings):
            found[-1].append(word)
        else:
            found.append([word])
    return [Line(tuple(group)) for group in found]


def rows(parts: Sequence[Line]) -> list[list[Line]]:
    """Pieces by the line they stand on, from top to bottom, each row from left to right.

    What stands over or under a piece of a row is in another, however large its letters are.
    """
    found: list[list[Line]] = []
    levels: list[tuple[float, float]] = []  # baseline and size of each row's largest piece
    for piece in sorted(parts, key=lambda piece: (-piece.baseline, piece.left)):
        if levels and _same_row(found[-1], levels[-1], piece):
            found[-1].append(piece)
            if piece.size > levels[-1][1]:
                levels[-1] = (piece.baseline, piece.size)
        else:
            found.append([piece])
            levels.append((piece.baseline, piece.size))
    return [sorted(row, key=lambda piece: piece.left) for row in found]


def merged(row: Sequence[Line]) -> Line:
    """One line of the pieces of a row."""
    return row[0] if len(row) == 1 else Line(tuple(word for piece in row for word in piece.words))


def _same_row(row: Sequence[Line], level: tuple[float, float], piece: Line) -> bool:
    """Whether a piece stands on a row's baseline, or is a raised or lowered sign beside it."""
    if piece.cells or row[0].cells:
        return False
    baseline, size = level
    smaller, larger = sorted((size, piece.size))
    gap = min(max(piece.left - other.right, other.left - piece.right) for other in row)
    if gap < -0.3 * smaller:
        return False
    fall = abs(baseline - piece.baseline)
    if smaller < _RAISED_SIZE * larger:
        return fall < (0.55 * larger if gap < 0.3 * larger else 2 * _SAME_BASELINE * smaller)
    return fall < 2 * _SAME_BASELINE * larger


def _continues(group: list[Word], word: Word, rulings: Rulings) -> bool:
    """Whether a word goes on in the piece that the file gave last."""
    last = group[-1]
    size = max(last.size, word.size)
    gap = max(word.left - last.right, last.left - word.right)
    if gap > _PIECE_GAP * size or gap < -0.5 * size:
        return False
    if rulings.upright and rulings.part(min(last.right, word.right), max(last.left, word.left), word.baseline):
        return False
    rise = abs(word.baseline - last.baseline)
    if rise < _SAME_BASELINE * size:
        return True
    return min(last.size, word.size) < _RAISED_SIZE * size and rise < 0.55 * size and gap < 0.3 * size


def _is_apart(before: Word, word: Word) -> bool:
    """Whether there is a space between two words of a line."""
    gap = max(word.left - before.right, before.left - word.right)
    size = max(before.size, word.size)
    if word.begins and is_rtl(before.text) and gap < _TOUCH * size:
        return False  # the file may have a word's parts far from each other
    return gap > _SPACE * size or not (word.glued or before.glued)


def _with_marks(words: list[Word]) -> list[Word]:
    """Words of a right-to-left line, signs over letters that stand alone put into the word that they are nearest to."""
    marks = [word for word in words if is_mark(word.text)]
    found = [word for word in words if not is_mark(word.text)]
    if not marks or not found:
        return words
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        at = min(range(len(found)), key=lambda i: max(found[i].left - middle, middle - found[i].right, 0.0))
        word = found[at]
        share = (word.right - middle) / max(word.right - word.left, 0.01)
        found[at] = replace(word, text=marked(word.text, mark.text, share))
    return found


def _reading_order(words: list[Word]) -> list[Word]:
    """Words of a right-to-left line, runs of left-to-right words turned round."""
    ordered: list[Word] = []
    run: list[Word] = []
    for word in reversed(words):
        if any(map(str.isalpha, word.text)) and not is_rtl(word.text):
            run.insert(0, word)
            continue
        ordered += [*run, word]
        run = []
    return ordered + run


def _size(words: Sequence[Word]) -> float:
    """Font size of most characters."""
    counts: dict[float, int] = {}
    for word in words:
        counts[word.size] = counts.get(word.size, 0) + len(word.text)
    return max(counts, key=lambda size: (counts[size], size))
