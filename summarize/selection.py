"""Choosing sentences by score without saying the same thing twice, within a length."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.dangling import antecedents
from translate.document import Document
from translate.words import words


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


def choose(
    scores: NDArray[np.float64],
    vectors: NDArray[np.float64],
    cost: Costs,
    most: int,
    budget: int,
    novelty: float = 0.3,
) -> list[int]:
    """Sentences by maximal marginal relevance (Carbonell and Goldstein 1998).

    The next is the one with the highest (1 - novelty) · score - novelty · (highest cosine to one chosen before),
    among those that still fit; the first may be longer than the budget, so that there always is one.

    Args:
        scores: Shape (sentences,), higher is better, about 0 to 1.
        vectors: Shape (sentences, n), unit length, or with no columns where likeness does not matter.
        cost: Words that choosing a sentence takes.
        most: Most sentences to choose.
        budget: Most words that all have together.
        novelty: 0 looks at the score only, 1 at novelty only.

    Returns:
        Positions in ascending order; of equals the earlier is taken. Empty where there is no sentence.
    """
    chosen: list[int] = []
    open_ = np.ones(len(scores), dtype=bool)
    likeness = np.zeros(len(scores))
    brought = cost.brought.copy()
    left = budget
    while len(chosen) < most:
        allowed = open_ & (cost.own + brought <= left) if chosen else open_
        if not allowed.any():
            break
        best = int(np.argmax(np.where(allowed, (1 - novelty) * scores - novelty * likeness, -np.inf)))
        chosen.append(best)
        open_[best] = False
        left -= int(cost.own[best] + brought[best])
        likeness = np.maximum(likeness, vectors @ vectors[best])
        shown = [cost.segments[best]] + ([cost.antecedent[best]] if cost.antecedent[best] >= 0 else [])
        brought[np.isin(cost.antecedent, shown)] = 0
    return sorted(chosen)
