"""correspond(): two language versions of one text, sentence by sentence."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from translate.document import Document
from translate.revision.change import Change
from translate.revision.likeness import Likeness
from translate.revision.order import in_order
from translate.revision.pairing import paired
from translate.text.embedding import Embedder

_BEADS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many sentences of each side may belong together (Gale and Church 1993), with threes, which laws have."""
_SKIP = 0.25
"""Likeness below which two sentences are rather left alone than paired."""
_MERGED = 0.06
"""What each sentence beyond one and one costs, so that nothing is put together without need."""
_BETTER = 0.03
"""By how much sentences together must be more alike than the best two of them."""
_SURE = 0.7
"""Likeness from which two sentences are each other's without looking around; half of a split one has less."""
_BAND = 60
"""Sentences that one version may be ahead of the other, beyond the hundredth part of the text."""
_UNRELATED, _RELATED = 0.78, 0.9
"""Cosines of multilingual vectors of unrelated sentences and of translations."""


class _Cell(NamedTuple):
    """The best way to a place: its worth, and what the last step took of each side."""

    worth: float
    old: int
    new: int


def correspond(
    old: Document, new: Document, readings: Sequence[str] | None, vectors: Embedder | None = None
) -> tuple[Change, ...]:
    """Which sentences of two language versions say the same; every segment of both is in exactly one Change.

    Order is taken to be the same in both, as it is in language versions of an act. What is compared is the first
    version's machine translation with the second version (Sennrich and Volk 2010, Bleualign); without one, vectors.

    Args:
        old: One version.
        new: The other.
        readings: Each segment of `old` as an engine puts it into the language of `new`.
        vectors: What gives vectors where there are no readings; lengths alone count without it.

    Returns:
        Changes of the kinds "counterpart", "dropped" and "new" in the order of the texts.
    """
    texts = list(readings or old.texts), list(new.texts)
    compare = _Comparison(texts, old.texts, None if readings else vectors)
    if readings is None and vectors is None:
        compare.words_count = False
    found: list[Change] = []
    done = (0, 0)
    for i, j in [*(_sure(texts, compare.like) if readings else []), (len(texts[0]), len(texts[1]))]:
        found += _path(done, (i, j), compare)
        if i < len(texts[0]):
            found.append(Change("counterpart", (i,), (j,), compare(i, 1, j, 1)))
        done = i + 1, j + 1
    return tuple(found)


def _sure(texts: tuple[Sequence[str], Sequence[str]], like: Likeness) -> list[tuple[int, int]]:
    """Pairs so alike that they bound what is compared, in an order that both sides keep."""
    pairs = paired(*texts, {}, (), like)
    sure = [(i, j) for i, j in sorted(pairs.items()) if like(texts[0][i], texts[1][j]) >= _SURE]
    stays = in_order([j for _, j in sure])
    return [pair for place, pair in enumerate(sure) if place in stays]


class _Comparison:
    """How alike a few sentences of one version are to a few of the other."""

    def __init__(
        self, texts: tuple[Sequence[str], Sequence[str]], originals: Sequence[str], vectors: Embedder | None
    ) -> None:
        self.texts, self.originals, self.words_count = texts, originals, vectors is None
        self.like = Likeness([*texts[0], *texts[1]])
        lengths = [[len(text) for text in side] for side in (originals, texts[1])]
        self.lengths = lengths
        self.growth = max(1, sum(lengths[1])) / max(1, sum(lengths[0]))
        self.vectors: list[NDArray[np.float32]] = [vectors.vectors(side) for side in texts] if vectors else []

    def __call__(self, i: int, a: int, j: int, b: int) -> float:
        """Likeness, 0 to 1, of `a` sentences from `i` and `b` from `j`; a fifth of it is that of their lengths."""
        if a == b == 1 and self.originals[i] == self.texts[1][j]:  # a code, a name
            return 1.0
        one, other = sum(self.lengths[0][i : i + a]) * self.growth, sum(self.lengths[1][j : j + b])
        fit = min(one, other) / max(one, other, 1)
        if self.vectors:
            left, right = self.vectors[0][i : i + a].sum(0), self.vectors[1][j : j + b].sum(0)
            size = float(np.linalg.norm(left) * np.linalg.norm(right)) or 1.0
            alike = (float(left @ right) / size - _UNRELATED) / (_RELATED - _UNRELATED)
        elif self.words_count:
            alike = self.like(" ".join(self.texts[0][i : i + a]), " ".join(self.texts[1][j : j + b]))
        else:
            alike = fit
        return 0.8 * min(max(alike, 0.0), 1.0) + 0.2 * fit


def _path(begin: tuple[int, int], end: tuple[int, int], compare: _Comparison) -> list[Change]:
    """The way from one place in both texts to another that is worth most, inside a band around the diagonal."""
    old, new = end[0] - begin[0], end[1] - begin[1]
    width = _BAND + max(old, new) // 100 + abs(old - new) // 4
    cells: list[dict[int, _Cell]] = [{} for _ in range(old + 1)]
    cells[0][0] = _Cell(0.0, 0, 0)
    for i in range(old + 1):
        middle = i * new // max(old, 1)
        row = cells[i]
        first = 0 if i == 0 else max(0, middle - width)
        last = new if i == old else min(new, middle + width)
        for j in range(first, last + 1):
            here = row.get(j)
            if here is None:
                continue
            _offer(cells, i + 1, j, _Cell(here.worth, 1, 0))
            _offer(cells, i, j + 1, _Cell(here.worth, 0, 1), new)
            one = compare(begin[0] + i, 1, begin[1] + j, 1) if i < old and j < new else 0.0
            for a, b in _BEADS:
                if i + a > old or j + b > new or (a + b > 2 and one < _SKIP / 2):
                    continue
                alike = one if a + b == 2 else compare(begin[0] + i, a, begin[1] + j, b)
                if a + b > 2 and alike < _BETTER + _best_alone(begin[0] + i, a, begin[1] + j, b, compare):
                    continue
                gain = (alike - _SKIP) * (a + b) / 2 - _MERGED * (a + b - 2)
                if gain > 0:
                    _offer(cells, i + a, j + b, _Cell(here.worth + gain, a, b))
    return _steps(cells, begin, (old, new), compare)


def _best_alone(i: int, a: int, j: int, b: int, compare: _Comparison) -> float:
    """Likeness of the most alike two of a few sentences."""
    return max(compare(x, 1, y, 1) for x in range(i, i + a) for y in range(j, j + b))


def _offer(cells: list[dict[int, _Cell]], i: int, j: int, cell: _Cell, most: int | None = None) -> None:
    """Keep a way to a place if it is the best so far."""
    if i >= len(cells) or (most is not None and j > most):
        return
    known = cells[i].get(j)
    if known is None or cell.worth > known.worth:
        cells[i][j] = cell


def _steps(
    cells: list[dict[int, _Cell]], begin: tuple[int, int], size: tuple[int, int], compare: _Comparison
) -> list[Change]:
    """The best way's steps as changes, in order."""
    found: list[Change] = []
    i, j = size
    while i or j:
        cell = cells[i][j]
        i, j = i - cell.old, j - cell.new
        first = begin[0] + i, begin[1] + j
        sides = tuple(range(first[0], first[0] + cell.old)), tuple(range(first[1], first[1] + cell.new))
        if cell.old and cell.new:
            found.append(Change("counterpart", *sides, compare(first[0], cell.old, first[1], cell.new)))
        else:
            found.append(Change("dropped" if cell.old else "new", *sides, 0.0))
    return found[::-1]
