"""Scanned pages: pictures of pages read side by side, and what was read as a sheet to be laid out."""

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from translate.reading.characters import visible
from translate.reading.ocr.picture import DPI
from translate.reading.ocr.program import program
from translate.reading.ocr.recognition import Reading, Recognizer
from translate.reading.ocr.table import ReadWord
from translate.reading.pdf.bidi import is_rtl
from translate.reading.pdf.lines import Line
from translate.reading.pdf.pitch import is_finished, would_fit
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.sheet import Sheet
from translate.reading.pdf.words import Word
from translate.reading.scans import Scans
from translate.text.words import UNSPACED

if TYPE_CHECKING:
    from translate.reading.ocr.picture import Gray

_POINTS = 72 / DPI
_DOUBTFUL = 60.0  # confidence below which a word is named; set by hand, not tuned
_SAME_SIZE = 0.2  # letters of one font differ by so much from line to line, as not every line has tall ones
_WIDE_GAP = 1.25  # times the usual distance of two lines of a block
_SPARE = 2.0  # times the font size that a line must leave, besides the next word, to have ended where it was meant to
_UNSPACED = re.compile(rf"[{UNSPACED}\u3000-\u303f\uff00-\uffef]")
_AHEAD = 2  # pictures that wait for each thread


@dataclass(frozen=True, eq=False)
class ReadLine(Line):
    """A line that was recognised: its text is known, so that only its place is found from its words."""

    read: str = ""

    @cached_property
    def text(self) -> str:
        """What was read."""
        return self.read


class Scanner:
    """Reads pictures of pages, several at a time, and gives them back in order; to be closed by its user."""

    def __init__(self, scans: Scans, count: int) -> None:
        """Nothing is started before the first picture.

        Args:
            scans: What the caller says.
            count: Pages of the file.
        """
        self._recognizer = Recognizer(program() if scans.ocr else "", scans.language)
        self._scans, self._count = scans, count
        self._pool: ThreadPoolExecutor | None = None

    @property
    def is_there(self) -> bool:
        """Whether pictures can be read."""
        return self._recognizer.is_there

    @property
    def is_wanting(self) -> bool:
        """Whether they cannot, though the caller wants them to be."""
        return self._scans.ocr and not self._recognizer.is_there

    def readings(self, sheets: "Iterable[tuple[Sheet, Gray | None]]") -> Iterator[tuple[Sheet, Reading | None]]:
        """Each sheet with what was read of its picture, in order; None for those that have none to read."""
        waiting: deque[tuple[Sheet, Future[Reading] | Reading | None]] = deque()
        for sheet, gray in sheets:
            waiting.append((sheet, None if gray is None else self._started(gray)))
            while waiting and (waiting[0][1] is None or len(waiting) > _AHEAD * self._recognizer.workers):
                yield self._ended(*waiting.popleft())
        while waiting:
            yield self._ended(*waiting.popleft())

    def close(self) -> None:
        """Let what waits go unread."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _started(self, gray: "Gray") -> "Future[Reading] | Reading":
        """A picture's reading, which may be under way; the first one is waited for, as it tells the language."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._recognizer.workers)
            return self._recognizer.settle(gray)
        return self._pool.submit(self._recognizer.read, gray)

    def _ended(self, sheet: Sheet, reading: "Future[Reading] | Reading | None") -> tuple[Sheet, Reading | None]:
        """A sheet with its reading, waited for."""
        if isinstance(reading, Future):
            reading = reading.result()
        if reading is not None:
            self._scans.progress(sheet.number, self._count)
        return sheet, reading


def read_sheet(reading: Reading, number: int) -> Sheet:
    """What was read of a page, its paragraphs known."""
    heights = {id(line): _height(line) for paragraph in reading.paragraphs for line in paragraph.lines}
    usual = median(heights.values() or [1.0])
    groups: list[tuple[Line, ...]] = []
    columns: list[int] = []
    pitch = median([gap for paragraph in reading.paragraphs for gap in _gaps(paragraph.lines)] or [4.0 * usual])
    for _, paragraphs in groupby(reading.paragraphs, key=lambda paragraph: paragraph.block):
        lines: list[Line] = []
        firsts: set[Line] = set()
        for paragraph in paragraphs:
            for position, words in enumerate(paragraph.lines):
                height = heights[id(words)]
                size = usual if abs(height - usual) < _SAME_SIZE * usual else height
                lines.append(_line(words, round(2 * _POINTS * size) / 2, reading.height))
                firsts |= {lines[-1]} if not position else set()
        found = _whole(lines, firsts, pitch * _POINTS)
        is_below = bool(groups) and _is_below(groups[-1], found[0])
        if is_below and _goes_on(groups[-1][-1], found[0][0], True, 0.0):  # parted in mid-sentence
            groups[-1] += found.pop(0)
        groups += found
        columns += [columns[-1] + (not is_below) if columns else 0] * len(found)
    return Sheet(
        number, tuple(line for group in groups for line in group), (), Rulings(), tuple(groups), tuple(columns)
    )


def _gaps(lines: Sequence[Sequence[ReadWord]]) -> list[float]:
    """Distances of lines that follow each other, in pixels."""
    return [_baseline(line) - _baseline(before) for before, line in pairwise(lines)]


def _whole(lines: Sequence[Line], firsts: Collection[Line], pitch: float) -> list[tuple[Line, ...]]:
    """Lines of a block by paragraph: Tesseract's own, but for those parted in mid-sentence, and those it did not part.

    Args:
        lines: From top to bottom.
        firsts: Those that begin a paragraph for Tesseract.
        pitch: Distance of most lines of the page, in points.
    """
    found: list[list[Line]] = []
    gaps = [before.baseline - line.baseline for before, line in pairwise(lines)]
    usual = min(median(gaps or [pitch]), pitch)
    edge = edge_of(lines)
    for gap, line in zip([0.0, *gaps], lines, strict=True):
        before = found[-1][-1] if found else None
        if before is None or not _goes_on(before, line, gap > _WIDE_GAP * usual or line in firsts, edge):
            found.append([line])
        else:
            found[-1].append(line)
    return [tuple(group) for group in found]


def _goes_on(before: Line, line: Line, is_parted: bool, edge: float) -> bool:
    """Whether a line belongs to the paragraph of the one before it.

    Args:
        before: The line before.
        line: The line.
        is_parted: Whether a gap or Tesseract parts them.
        edge: Where the lines of their column end.
    """
    if line.text[:1].islower() and not is_finished(before.text):
        return True
    inside = -_SPARE if line.is_rtl else _SPARE
    ends_short = would_fit(before, line, edge - inside * line.size) and not _is_centred(before, line)
    return not is_parted and (not ends_short or before.size > line.size)


def _is_below(before: Sequence[Line], group: Sequence[Line]) -> bool:
    """Whether a paragraph stands under another, in the same column."""
    overlap = min(before[-1].right, group[0].right) - max(before[-1].left, group[0].left)
    return overlap > 0 and group[0].baseline < before[-1].baseline


def _is_centred(before: Line, line: Line) -> bool:
    """Whether two lines have one middle, and not one edge."""
    middles = abs(before.left + before.right - line.left - line.right) / 2
    return middles < line.size and min(abs(before.left - line.left), abs(before.right - line.right)) > line.size


def edge_of(lines: Sequence[Line]) -> float:
    """Where lines of a column end: on the right, or on the left where they run from the right."""
    if 2 * sum(is_rtl(line.text) for line in lines) > len(lines):
        return min(line.left for line in lines)
    return max(line.right for line in lines)


def _baseline(line: Sequence[ReadWord]) -> float:
    """Where most words of a line end below, in pixels."""
    return median(word.bottom for word in line)


def _height(line: Sequence[ReadWord]) -> float:
    """From the top of a line's tallest letters to the foot of its lowest ones, in pixels, stray marks left out."""
    tops, bottoms = sorted(word.top for word in line), sorted(word.bottom for word in line)
    return bottoms[-1 - len(line) // 10] - tops[len(line) // 10]


def _line(words: Sequence[ReadWord], size: float, height: int) -> ReadLine:
    """A line with places in points, y growing upwards."""
    baseline = (height - _baseline(words)) * _POINTS
    placed = tuple(
        Word(
            visible(word.text),
            word.left * _POINTS,
            word.right * _POINTS,
            baseline,
            size,
            doubtful=word.confidence < _DOUBTFUL and any(map(str.isalnum, word.text)),
        )
        for word in words
    )
    return ReadLine(placed, read=_text([word.text for word in placed]))


def _text(words: Sequence[str]) -> str:
    """Words of a line as one text, without spaces where their script has none."""
    parts: list[str] = []
    for word in filter(None, words):
        beside = parts[-1][-1] + word[0] if parts else ""
        if parts and not (_UNSPACED.search(beside) and not any(map(str.isalnum, _UNSPACED.sub("", beside)))):
            parts.append(" ")
        parts.append(word)
    return "".join(parts)
