"""Running headers, footers and page numbers: what stands at the same place of several pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from translate.labels import label
from translate.reading.pdf.lines import Line, rows

_EDGE_ROWS = 3
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+", re.I)
_BARE_NUMBER = re.compile(r"[\W_]*(?:\w{1,8}\.?\s)?(\d{1,4})(?:\s?(?:/|\w{1,4})\s?\d{1,4})?[\W_]*")
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


def margins(pages: Sequence[tuple[int, Sequence[Line]]], body_size: float) -> list[Margins]:
    """Running lines of each page.

    A piece in the outer three rows is running if another page has the same words at the same height, or the same but
    for a number that grows with the page.

    Args:
        pages: (page number, pieces) of every page.
        body_size: Font size of most of the document, in points.
    """
    heights = [piece.baseline for _, pieces in pages for piece in pieces]
    zone = _ZONE * (max(heights, default=0) - min(heights, default=0))
    inner = (max(heights, default=0) - zone, min(heights, default=0) + zone)
    edges = [(number, *_edges(pieces, inner)) for number, pieces in pages]
    places: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, *sides in edges:
        for side, row_list in zip(("top", "foot"), sides, strict=True):
            for piece in (piece for row in row_list for piece in row):
                for key in _keys(piece, number, body_size):
                    places[side, key].append((number, piece.baseline))
    seen: set[tuple[str, str]] = set()
    return [_of_page(number, top, foot, places, seen, body_size) for number, top, foot in edges]


def _of_page(
    number: int,
    top: list[list[Line]],
    foot: list[list[Line]],
    places: dict[tuple[str, str], list[tuple[int, float]]],
    seen: set[tuple[str, str]],
    body_size: float,
) -> Margins:
    """Running lines of one page; `seen` takes in what is new."""
    fresh: dict[str, list[str]] = {"top": [], "foot": []}
    running: set[Line] = set()
    for side, row_list in (("top", top), ("foot", foot)):
        repeats = [[_repeats(piece, number, places, side, body_size) for piece in row] for row in row_list]
        for position in range(_depth(row_list, repeats)):
            for piece, keys in zip(row_list[position], repeats[position], strict=True):
                if keys is None:
                    continue
                running.add(piece)
                if not any((side, key) in seen for key in keys):
                    fresh[side].append(piece.text)
                seen.update((side, key) for key in keys)
    return Margins(tuple(fresh["top"]), tuple(reversed(fresh["foot"])), frozenset(running))


def _repeats(
    piece: Line, page: int, places: dict[tuple[str, str], list[tuple[int, float]]], side: str, body_size: float
) -> list[str] | None:
    """What a piece shares with other pages at the same height; None where it is no running one."""
    keys = [
        key
        for key in _keys(piece, page, body_size)
        if any(other != page and abs(height - piece.baseline) < _SAME_PLACE for other, height in places[side, key])
    ]
    return keys or ([] if _is_page_number(piece.text, page) else None)


def _depth(row_list: list[list[Line]], repeats: list[list[list[str] | None]]) -> int:
    """How many rows from the edge are running ones: up to a gap, as a line of the text has none around it."""
    depth = 0
    for row in repeats[: len(row_list) - 1]:
        if all(keys is None for keys in row):
            break
        depth += 1
    while depth and abs(row_list[depth - 1][0].baseline - row_list[depth][0].baseline) < _GAP * row_list[depth][0].size:
        depth -= 1
    return depth


def _edges(pieces: Sequence[Line], inner: tuple[float, float]) -> tuple[list[list[Line]], list[list[Line]]]:
    """The outer rows of a page and one more, from the edge inwards.

    Args:
        pieces: Of the page.
        inner: Heights above and below which running lines can stand.
    """
    found = rows(pieces)
    top = sum(row[0].baseline >= inner[0] for row in found[:_EDGE_ROWS])
    foot = sum(row[0].baseline <= inner[1] for row in found[-_EDGE_ROWS:])
    return found[: top + 1], found[::-1][: foot + 1]


def _keys(piece: Line, page: int, body_size: float) -> list[str]:
    """What a piece may share with other pages: its words, or its words with a number that grows with the page."""
    text = " ".join(piece.text.split())
    keys = [text]
    if _is_label(text):  # "Article 5" on page 5 and "Article 6" on page 6 are no running lines
        return keys
    if any(map(str.isalpha, text)) and (piece.bold or piece.size > 1.05 * body_size):
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
