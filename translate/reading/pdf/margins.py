"""Running headers, footers and page numbers: what stands at the same place of several pages."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from translate.reading.pdf.lines import Line, rows
from translate.segmentation.labels import label

_EDGE_ROWS = 3
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+", re.I)
_BARE_NUMBER = re.compile(r"[\W_]*(?:\w{1,8}\.?\s)?(\d{1,4})(?:\s?(?:/|\w{1,4})\s?\d{1,4})?[\W_]*")
_PAGE_OF = re.compile(r"\w{1,8}\.? \d{1,4} \w{1,4} \d{1,4}")  # "Page 2 of 9"
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_SAME_PLACE = 4.0  # points
_ZONE = 0.15  # of the height that text takes up: running lines stand in the outer parts
_GAP = 1.45  # of the font size: running lines stand further from the text than its lines from each other


@dataclass(frozen=True, slots=True)
class Margins:
    """The running lines of one page.

    Attributes:
        headers: Texts that no earlier page had, from top to bottom.
        footers: The same at the foot.
        running: Every running piece of the page, also those seen before.
    """

    headers: tuple[str, ...]
    footers: tuple[str, ...]
    running: frozenset[Line]


class RunningLines:
    """Finds the running lines of a document's pages.

    A piece in the outer three rows is running if another page has the same words at the same height, or the same but
    for a number that grows with the page. Pages are added in order, some of them before the first is asked for.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
        self._seen: set[tuple[str, str]] = set()
        self._high, self._low = -math.inf, math.inf

    def add(self, number: int, pieces: Sequence[Line]) -> None:
        """Note what stands at the edges of a page.

        Args:
            number: Of the page.
            pieces: All of them.
        """
        found = rows(pieces)
        self._high = max([self._high, *(row[0].baseline for row in found)])
        self._low = min([self._low, *(row[0].baseline for row in found)])
        for side, edge in (("top", found[:_EDGE_ROWS]), ("foot", found[-_EDGE_ROWS:])):
            for piece in (piece for row in edge for piece in row):
                for key in _keys(piece, number):
                    self._places[side, key].append((number, piece.baseline))

    def of_page(self, number: int, pieces: Sequence[Line], body_size: float) -> Margins:
        """Running lines of a page; those that an earlier call gave are not given again.

        Args:
            number: Of the page.
            pieces: All of them.
            body_size: Font size of most of the document, in points.
        """
        fresh: dict[str, list[str]] = {"top": [], "foot": []}
        running: set[Line] = set()
        for side, edge in zip(("top", "foot"), self._edges(pieces), strict=True):
            repeats = [[self._repeats(piece, number, side, body_size) for piece in row] for row in edge]
            for position in range(_depth(edge, repeats)):
                for piece, keys in zip(edge[position], repeats[position], strict=True):
                    if keys is None:
                        continue
                    running.add(piece)
                    if not any((side, key) in self._seen for key in keys):
                        fresh[side].append(piece.text)
                    self._seen.update((side, key) for key in keys)
        return Margins(tuple(fresh["top"]), tuple(reversed(fresh["foot"])), frozenset(running))

    def _edges(self, pieces: Sequence[Line]) -> tuple[list[list[Line]], list[list[Line]]]:
        """The outer rows of a page and one more, from the edge inwards."""
        found = rows(pieces)
        zone = _ZONE * (self._high - self._low)
        top = sum(row[0].baseline >= self._high - zone for row in found[:_EDGE_ROWS])
        foot = sum(row[0].baseline <= self._low + zone for row in found[-_EDGE_ROWS:])
        return found[: top + 1], found[::-1][: foot + 1]

    def _repeats(self, piece: Line, page: int, side: str, body_size: float) -> list[str] | None:
        """What a piece shares with other pages at the same height; None where it is no running one."""
        keys = _keys(piece, page)
        if any(map(str.isalpha, piece.text)) and (piece.bold or piece.size > 1.05 * body_size):
            keys = keys[:1]  # numbered headings grow with the page too
        keys = [
            key
            for key in keys
            if any(
                other != page and abs(height - piece.baseline) < _SAME_PLACE
                for other, height in self._places[side, key]
            )
        ]
        return keys or ([] if _is_page_number(piece.text, page) else None)


def _depth(edge: list[list[Line]], repeats: list[list[list[str] | None]]) -> int:
    """How many rows from the edge are running ones: up to a gap, as a line of the text has none around it."""
    if len(edge) == 1:  # nothing else stands on the page
        return int(all(keys is not None for keys in repeats[0]))
    depth = 0
    for row in repeats[: len(edge) - 1]:
        if all(keys is None for keys in row):
            break
        depth += 1
    while depth and abs(edge[depth - 1][0].baseline - edge[depth][0].baseline) < _GAP * edge[depth][0].size:
        if all(_BARE_NUMBER.fullmatch(piece.text) or _PAGE_OF.fullmatch(piece.text) for piece in edge[depth - 1]):
            break  # a page number that repeats is one however near the text comes
        depth -= 1
    return depth


def _keys(piece: Line, page: int) -> list[str]:
    """What a piece may share with other pages: its words, or its words with a number that grows with the page."""
    text = " ".join(piece.text.split())
    keys = [text]
    if _is_label(text):  # "Article 5" on page 5 and "Article 6" on page 6 are no running lines
        return keys
    keys += [
        f"{text[: match.start()]}\0{int(match.group()) - page}\0{text[match.end() :]}"
        for match in _NUMBER.finditer(text)
        if len(match.group()) < 6
    ]
    if _ROMAN.fullmatch(text):
        keys.append(f"\0roman {_roman(text.lower()) - page}")
    return keys


def _is_label(text: str) -> bool:
    """Whether a text is nothing but a provision's number."""
    return label(text) == text and not text.isdigit()


def _is_page_number(text: str, page: int) -> bool:
    """Whether a text is the page's own number and little else: "1", "- 1 -", "Page 1 of 3"."""
    match = _BARE_NUMBER.fullmatch(text)
    return match is not None and int(match.group(1)) == page and not _is_label(text)


def _roman(text: str) -> int:
    """Value of a Roman numeral in small letters."""
    values = [_VALUES[letter] for letter in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
