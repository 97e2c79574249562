"""Numbers of lines in the margin, as pleadings and bills have them: no part of the text."""

import re
from collections import defaultdict
from collections.abc import Sequence

from translate.reading.pdf.lines import Line

_MIN_NUMBERS = 8
_NUMBER = re.compile(r"\d{1,3}")
_SAME_PLACE = 4.0  # points


class LineNumbers:
    """Finds the numbers of lines that every page of a document has at one place.

    Numbers of rows in a table stand at that place of one page only. Pages are added in order, some of them before the
    first is asked for.
    """

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[int, float, float]]] = defaultdict(list)

    def add(self, number: int, pieces: Sequence[Line]) -> None:
        """Note the numbers of a page.

        Args:
            number: Of the page.
            pieces: All of them.
        """
        for piece in filter(_is_number, pieces):
            self._places[piece.text].append((number, piece.left, piece.baseline))

    def of_page(self, number: int, pieces: Sequence[Line]) -> frozenset[Line]:
        """The pieces of a page that number its lines: each counts on from the one above and stands on another page too.

        Args:
            number: Of the page.
            pieces: All of them.
        """
        repeated = [piece for piece in pieces if _is_number(piece) and self._repeats(piece, number)]
        run: list[Line] = []
        found: set[Line] = set()
        for piece in sorted(repeated, key=lambda piece: -piece.baseline):
            if run and int(piece.text) != int(run[-1].text) + 1:
                run = []
            run.append(piece)
            if len(run) >= _MIN_NUMBERS:
                found.update(run)
        return frozenset(found)

    def _repeats(self, piece: Line, page: int) -> bool:
        """Whether another page has a number at its place."""
        return any(
            other != page and abs(left - piece.left) < _SAME_PLACE and abs(height - piece.baseline) < _SAME_PLACE
            for other, left, height in self._places[piece.text]
        )


def _is_number(piece: Line) -> bool:
    return _NUMBER.fullmatch(piece.text) is not None
