"""Pairs of neighbouring words: what a text says, in pieces small enough to see what a summary has said already."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.text.tfidf import TfIdf

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which sentence holds which pairs: entry i says that sentence `row[i]` holds pair `pair[i]`, each only once.

    Attributes:
        row: Shape (entries,), int64, ascending.
        pair: Shape (entries,), int64, ascending inside a row.
        keys: What the different pairs are made of, shape (pairs,), int64: first word · number of words + second word,
            words as TfIdf counts them.
    """

    row: NDArray[np.int64]
    pair: NDArray[np.int64]
    keys: NDArray[np.int64]

    def per_row(self, worth: Numbers, rows: int) -> Numbers:
        """For each of so many sentences what its pairs are worth together; `worth` has the shape (pairs,)."""
        total: Numbers = np.bincount(self.row, worth[self.pair], minlength=rows).astype(np.float64)
        return total

    def signs(self, before: Numbers) -> Numbers:
        """What tells the pairs that a summary will have from the others, shape (pairs, 3).

        How often: ln of the number of sentences. How early: ln of 1 + Σ e to the power of minus `before` over them.
        Whether the first sentence has it: 1 or 0; that is an act's title, or a news text's first line.

        Args:
            before: What stands before each sentence, in lengths of a summary, shape (sentences,).
        """
        size = len(self.keys)
        opens = np.zeros(size)
        opens[self.pair[self.row == 0]] = 1
        often = np.log(np.maximum(1, np.bincount(self.pair, minlength=size)))
        early = np.log1p(np.bincount(self.pair, np.exp(-before)[self.row], minlength=size))
        return np.stack([often, early, opens], axis=1)


def pairs(vectors: TfIdf) -> Pairs:
    """The pairs of each sentence, in the order of the text; none for a sentence of one word."""
    row = np.repeat(np.arange(len(vectors.lengths)), vectors.lengths)
    inside = row[1:] == row[:-1]
    made = (vectors.running[:-1] * max(1, len(vectors.words)) + vectors.running[1:])[inside]
    keys, pair = np.unique(made, return_inverse=True)
    entries = np.unique(row[1:][inside] * max(1, len(keys)) + pair)
    return Pairs(entries // max(1, len(keys)), entries % max(1, len(keys)), keys)
