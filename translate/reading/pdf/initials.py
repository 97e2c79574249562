"""Initials: a large first letter, set into the text over several lines, put back before its word."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.reading.pdf.lines import Line

_LARGER = 1.6  # times the size of the text beside it
_NEAR = 0.6  # of the initial's size
_WORDS = frozenset("AIOEYUÀÉÓАИОУВКСЯ")  # letters that are words of their own


def with_initials(pieces: Sequence[Line]) -> list[Line]:
    """The pieces of a page, each initial joined to the first of the lines beside it.

    Args:
        pieces: In the order of the file, which is kept.
    """
    found = list(pieces)
    written = {word.text.lower() for piece in pieces for word in piece.words}
    for initial in [piece for piece in pieces if _may_be_initial(piece)]:
        beside = [piece for piece in pieces if _stands_beside(initial, piece)]
        if len({round(piece.baseline) for piece in beside}) < 2:
            continue
        first = max(beside, key=lambda piece: (piece.baseline, -piece.left))
        if first.top < initial.top - first.size or first not in found:
            continue
        found[found.index(first)] = _joined(initial, first, written)
        found.remove(initial)
    return found


def _may_be_initial(piece: Line) -> bool:
    return len(piece.words) == 1 and len(piece.text) == 1 and piece.text.isupper() and not piece.cells


def _stands_beside(initial: Line, piece: Line) -> bool:
    """Whether a line of smaller type begins close behind an initial, inside its height."""
    return (
        initial.size > _LARGER * piece.size
        and -0.1 * initial.size < piece.left - initial.right < _NEAR * initial.size
        and initial.baseline - 0.3 * piece.size < piece.baseline < initial.top
    )


def _joined(initial: Line, line: Line, written: Iterable[str]) -> Line:
    """A line with the initial before its first word; apart from it where both are words of their own."""
    first = min(line.words, key=lambda word: word.left)
    is_apart = initial.text in _WORDS and not first.glued and first.text.lower() in written
    letter = replace(
        initial.words[0], right=first.left, baseline=first.baseline, size=first.size, bold=first.bold, glued=False
    )
    rest = tuple(word for word in line.words if word is not first)
    return Line((letter, replace(first, glued=not is_apart), *rest))
