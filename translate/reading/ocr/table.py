"""Tesseract's table (TSV) to words, lines and paragraphs with places and confidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_WORD = "5"
_FIELDS = 12


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word that was recognised. Places are in pixels of the picture; y grows downwards.

    Attributes:
        text: In reading order.
        left: Left edge.
        top: Upper edge.
        right: Right edge.
        bottom: Lower edge.
        confidence: 0 to 100.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


ReadLine = tuple[ReadWord, ...]
"""Words of one line, in reading order."""


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """Lines that Tesseract holds together.

    Attributes:
        block: Number of its block on the page: a column, or a part of one.
        lines: In reading order.
    """

    block: int
    lines: tuple[ReadLine, ...]


def read_table(table: str) -> tuple[ReadParagraph, ...]:
    """Paragraphs in reading order; empty where nothing was recognised.

    Args:
        table: With a header line, fields parted by tabs: level, page, block, paragraph, line and word number, left,
            top, width, height, confidence, text.
    """
    found = []
    for (block, _), rows in groupby(_rows(table), key=lambda row: row[0][:2]):
        lines = tuple(tuple(word for _, word in line) for _, line in groupby(rows, key=lambda row: row[0][2]))
        found.append(ReadParagraph(block, lines))
    return tuple(found)


def words(paragraphs: Sequence[ReadParagraph]) -> list[ReadWord]:
    """Every word of a page."""
    return [word for paragraph in paragraphs for line in paragraph.lines for word in line]


def confidence(paragraphs: Sequence[ReadParagraph]) -> float:
    """Mean confidence of a page's letters, 0 to 100; 0 where there are none."""
    found = words(paragraphs)
    letters = sum(len(word.text) for word in found)
    return sum(word.confidence * len(word.text) for word in found) / letters if letters else 0.0


def _rows(table: str) -> Iterator[tuple[tuple[int, int, int], ReadWord]]:
    """(block, paragraph, line) and word of each row that has one."""
    for row in table.splitlines():
        fields = row.split("\t", _FIELDS - 1)
        if len(fields) < _FIELDS or fields[0] != _WORD or not fields[-1].strip():
            continue
        block, paragraph, line, _, left, top, width, height = map(int, fields[2:10])
        place = (left, top, left + width, top + height)
        yield (block, paragraph, line), ReadWord(fields[-1].strip(), *place, float(fields[10]))
