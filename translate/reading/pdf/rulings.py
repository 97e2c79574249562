"""Rulings: the straight lines of a page, which part cells, columns and footnotes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_THIN = 3.0  # points; a wider shape is a box, whose edges count
_MIN_LENGTH = 8.0
_MAX_SHAPES = 20_000  # a page with more is a drawing


@dataclass(frozen=True, slots=True)
class Rulings:
    """Straight lines, in points; y grows upwards.

    Attributes:
        level: Horizontal lines as (left, right, y).
        upright: Vertical lines as (x, low, high).
    """

    level: tuple[tuple[float, float, float], ...] = ()
    upright: tuple[tuple[float, float, float], ...] = ()

    def part(self, left: float, right: float, y: float) -> bool:
        """Whether an upright line stands between two places of one height."""
        return any(left - 1 <= x <= right + 1 and low - 1 < y < high + 1 for x, low, high in self.upright)

    def across(self, x: float) -> list[float]:
        """Heights of the level lines that cross an upright strip at x, from top to bottom."""
        return sorted((y for left, right, y in self.level if left < x - 5 and right > x + 5), reverse=True)

    def over(self, left: float, right: float) -> list[float]:
        """Heights of the level lines that run along most of a stretch, from top to bottom."""
        wanted = 0.8 * (right - left)
        return sorted((y for a, b, y in self.level if min(b, right) - max(a, left) >= wanted), reverse=True)


def read_rulings(page: Any) -> Rulings:
    """The straight lines of a pypdfium2 page: thin shapes, and the edges of boxes."""
    level: set[tuple[float, float, float]] = set()
    upright: set[tuple[float, float, float]] = set()
    for left, bottom, right, top in _boxes(page):
        wide, high = right - left >= _MIN_LENGTH, top - bottom >= _MIN_LENGTH
        if wide:
            level |= {(left, right, y) for y in ({(bottom + top) / 2} if top - bottom < _THIN else {bottom, top})}
        if high:
            upright |= {(x, bottom, top) for x in ({(left + right) / 2} if right - left < _THIN else {left, right})}
    return Rulings(tuple(_connected(level)), tuple(sorted(upright)))


def _connected(lines: set[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Level lines, those that follow each other at one height made one: tables are often ruled cell by cell."""
    ordered = sorted(lines, key=lambda line: (round(line[2]), line[0]))
    held: tuple[float, float, float] | None = None
    for left, right, y in ordered:
        if held is not None and abs(held[2] - y) < 1.0 and left <= held[1] + 2.0:
            held = (held[0], max(held[1], right), held[2])
            continue
        if held is not None:
            yield held
        held = (left, right, y)
    if held is not None:
        yield held


def _boxes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """(left, bottom, right, top) of the page's drawn shapes."""
    import ctypes

    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    count = pdfium.FPDFPage_CountObjects(page)
    for position in range(min(count, _MAX_SHAPES)):
        shape = pdfium.FPDFPage_GetObject(page, position)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(shape, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            yield left, bottom, right, top
