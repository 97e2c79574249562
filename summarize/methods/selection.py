"""Choosing sentences by score without saying the same thing twice, within a length."""

import numpy as np
from numpy.typing import NDArray


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
        lengths: Words of each sentence, shape (sentences,).
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
