"""Choosing sentences by score without saying the same thing twice, within a length."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.dangling import antecedents
from translate.document import Document
from translate.words import words


def choose(
    scores: NDArray[np.float64],
    vectors: NDArray[np.float64],
    lengths: NDArray[np.int64],
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
        lengths: Words that choosing a sentence takes, shape (sentences,).
        most: Most sentences to choose.
        budget: Most words that all have together.
        novelty: 0 looks at the score only, 1 at novelty only.

    Returns:
        Positions in ascending order; of equals the earlier is taken. Empty where there is no sentence.
    """
    chosen: list[int] = []
    open_ = np.ones(len(scores), dtype=bool)
    likeness = np.zeros(len(scores))
    left = budget
    while len(chosen) < most:
        allowed = open_ & (lengths <= left) if chosen else open_
        if not allowed.any():
            break
        best = int(np.argmax(np.where(allowed, (1 - novelty) * scores - novelty * likeness, -np.inf)))
        chosen.append(best)
        open_[best] = False
        left -= int(lengths[best])
        likeness = np.maximum(likeness, vectors @ vectors[best])
    return sorted(chosen)


def costs(document: Document, segments: Sequence[int], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Words that choosing each segment takes: its own, and those of the sentence that it brings where it leans on one.

    Args:
        document: Where the segments stand.
        segments: Their ids.
        lengths: Their own words, shape (segments,).
    """
    needed = antecedents(document, segments)
    brought = [len(words(document.segment_text(needed[segment]))) if segment in needed else 0 for segment in segments]
    return lengths + np.array(brought, dtype=np.int64)
