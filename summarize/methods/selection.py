"""Choosing sentences by score and by what they add, within a length."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.methods.pairs import Numbers, Pairs
from summarize.structure.dangling import antecedents
from translate.document import Document
from translate.text.words import words

# What one sentence says more than all others is no measure; what the best few say is.
_BEST = 3
# Two sentences that share more of the longer one say the same; one that holds a title says more than the
# title. On EU acts 0.75 costs 0.1 ROUGE-2, no such rule at all gains nothing.
_SAME = 0.85
# More than a sentence can be worth: such a one comes last.
_LAST = 5.0


@dataclass(frozen=True, slots=True)
class Costs:
    """What choosing each sentence costs in words: its own, and those of a sentence that it leans on and brings.

    Attributes:
        own: Shape (sentences,).
        brought: Shape (sentences,); paid once for all that lean on the same sentence, or not at all if that is chosen.
        antecedent: Segment id of the sentence that is brought, -1 for none, shape (sentences,).
        segments: Segment id of each sentence, shape (sentences,).
    """

    own: NDArray[np.int64]
    brought: NDArray[np.int64]
    antecedent: NDArray[np.int64]
    segments: NDArray[np.int64]


def costs(document: Document, segments: Sequence[int], own: NDArray[np.int64] | None = None) -> Costs:
    """The costs of some segments.

    Args:
        document: Where they stand.
        segments: Their ids.
        own: Their words, where they have been counted before.
    """
    if own is None:
        own = np.array([len(words(document.segment_text(segment))) for segment in segments], dtype=np.int64)
    needed = antecedents(document, segments)
    brought = [len(words(document.segment_text(needed[s]))) if s in needed else 0 for s in segments]
    return Costs(
        own,
        np.array(brought, dtype=np.int64),
        np.array([needed.get(segment, -1) for segment in segments], dtype=np.int64),
        np.array(segments, dtype=np.int64),
    )


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the sentences say, in pairs of words, and what it is worth to have said it.

    Attributes:
        pairs: Which sentence says what.
        worth: Of each pair, not negative, shape (pairs,).
        per: What the worth of a sentence is divided by, above 0, shape (sentences,): longer ones say more anyway.
        kept: Share of its worth that a pair has left when it has been said, 0 to 1.
    """

    pairs: Pairs
    worth: Numbers
    per: Numbers
    kept: float

    def values(self) -> Numbers:
        """What each sentence says as long as nothing has been said, shape (sentences,), about 0 to 1."""
        values: Numbers = self.pairs.per_row(self.worth, len(self.per)) / self.per
        return values / self.scale()

    def scale(self) -> float:
        """What the sentences say that say most."""
        values = self.pairs.per_row(self.worth, len(self.per)) / self.per
        return float(np.sort(values)[-_BEST:].mean()) if values.any() else 1.0


def choose(
    scores: Numbers,
    cost: Costs,
    most: int,
    budget: int,
    coverage: Coverage | None = None,
) -> list[int]:
    """Sentences one after the other: the one whose score and whose news are worth most, among those that still fit.

    What a sentence says counts as far as none chosen before has said it (Gillick and Favre 2009, word pairs as
    concepts; here chosen greedily, and what has been said keeps a share of its worth). Where none fits the shortest is
    taken, so that there always is one.

    Args:
        scores: Shape (sentences,), higher is better, on a scale where the sentences that say most say 1.
        cost: Words that choosing a sentence takes.
        most: Most sentences to choose.
        budget: Most words that all have together.
        coverage: What they say; only the score counts if None.

    Returns:
        Positions in ascending order; of equals the earlier is taken. Empty where there is no sentence.
    """
    chosen: list[int] = []
    open_ = np.ones(len(scores), dtype=bool)
    news = _News(coverage, len(scores)) if coverage else None
    brought = cost.brought.copy()
    left = budget
    while len(chosen) < most:
        needed = cost.own + brought
        allowed = open_ & (needed <= left)
        if not allowed.any():
            if chosen or not len(needed):
                break
            allowed = needed == needed.min()
        best = int(np.argmax(np.where(allowed, scores + news.values if news else scores, -np.inf)))
        chosen.append(best)
        open_[best] = False
        left -= int(cost.own[best] + brought[best])
        if news:
            news.say(best)
        shown = [cost.segments[best]] + ([cost.antecedent[best]] if cost.antecedent[best] >= 0 else [])
        brought[np.isin(cost.antecedent, shown)] = 0
    return sorted(chosen)


class _News:
    """What each sentence would add, kept up to date; `values` has the shape (sentences,), at first about 0 to 1."""

    def __init__(self, coverage: Coverage, sentences: int) -> None:
        pairs = coverage.pairs
        self._coverage = coverage
        self._left = coverage.worth.copy()
        self._begin = np.searchsorted(pairs.row, np.arange(sentences + 1))
        self._holders = pairs.row[np.argsort(pairs.pair, kind="stable")]  # first those of pair 0, then of pair 1, …
        self._count = np.bincount(pairs.pair, minlength=len(coverage.worth))
        self._first = np.cumsum(self._count) - self._count
        self._all = pairs.per_row(coverage.worth, sentences)
        self.values = coverage.values()
        self._most = coverage.scale()

    def say(self, sentence: int) -> None:
        """Take from all sentences what this one has said."""
        said = self._coverage.pairs.pair[self._begin[sentence] : self._begin[sentence + 1]]
        lost = (1 - self._coverage.kept) * self._left[said]
        self.values -= self._shared(said, lost) / self._coverage.per / self._most
        same = self._shared(said, self._coverage.worth[said]) > _SAME * np.maximum(self._all, self._all[sentence])
        self.values[same] -= _LAST
        self._left[said] -= lost

    def _shared(self, said: NDArray[np.int64], worth: Numbers) -> Numbers:
        """For each sentence the worth of those of some pairs that it has."""
        count = self._count[said]
        places = np.repeat(self._first[said] - np.cumsum(count) + count, count) + np.arange(count.sum())
        total: Numbers = np.bincount(self._holders[places], np.repeat(worth, count), len(self.values)).astype(
            np.float64
        )
        return total
