"""Numbers of lines in the margin, as pleadings and bills have them: no part of the text."""

import re
from collections import defaultdict
from collections.abc import Sequence

from translate.reading.pdf.lines import Line

_MIN_NUMBERS = 8
_NUMBER = re.compile(r"\d{1,3}")
_SAME_PLACE = 4.0  # points
_MIN_ALONE = 20  # a page of pleadings has 25 or 28 lines
_MIN_BARE = 2  # numbers that have nothing beside them: lines are counted where they are empty, rows of tables are not


class LineNumbers:
    """Finds the numbers of lines that every page of a document has at one place, or that one page has from top to foot.

    Numbers of rows in a table stand at that place of one page only, and none of them beside nothing. Pages are added
    in order, some of them before the first is asked for.
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
        """The pieces of a page that number its lines: each counts on from the one above.

        Each stands on another page too, or they count from 1 at the page's very edge, some of them empty lines.

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
        return frozenset(found) or _alone(pieces)

    def _repeats(self, piece: Line, page: int) -> bool:
        """Whether another page has a number at its place."""
        return any(
            other != page and abs(left - piece.left) < _SAME_PLACE and abs(height - piece.baseline) < _SAME_PLACE
            for other, left, height in self._places[piece.text]
        )


def _alone(pieces: Sequence[Line]) -> frozenset[Line]:
    """Numbers from 1 on in the margin of one page, empty lines counted too; none where there are no such."""
    run: list[Line] = []
    for piece in sorted(filter(_is_number, pieces), key=lambda piece: -piece.baseline):
        if int(piece.text) == len(run) + 1 and (not run or _is_under(piece, run[0])):
            run.append(piece)
    others = [piece for piece in pieces if piece not in run]
    if len(run) < _MIN_ALONE or min((other.left for other in others), default=0.0) < run[-1].right:
        return frozenset()
    bare = sum(all(abs(other.baseline - piece.baseline) > 0.5 * piece.size for other in others) for piece in run)
    return frozenset(run) if bare >= _MIN_BARE else frozenset()


def _is_under(piece: Line, first: Line) -> bool:
    """Whether a number begins or ends where the first one does."""
    return min(abs(piece.left - first.left), abs(piece.right - first.right)) < _SAME_PLACE


def _is_number(piece: Line) -> bool:
    return _NUMBER.fullmatch(piece.text) is not None
