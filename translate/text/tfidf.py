"""TF-IDF of a document's own sentences: which words carry it, and how alike two sentences are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from translate.text.words import words


@dataclass(frozen=True, slots=True)
class TfIdf:
    """Sentence vectors of unit length in sparse form: entry i gives word `word[i]` of sentence `row[i]` its weight.

    Attributes:
        row: Shape (entries,), int64, ascending.
        word: Shape (entries,), int64, ascending inside a row.
        weight: Shape (entries,), float64.
        lengths: Number of words of each sentence, shape (sentences,), int64.
        words: The different words, in order of first use; `word` counts in it.
        running: The text itself, word after word, shape (sum of lengths,), int64; counts in `words` too.
    """

    row: NDArray[np.int64]
    word: NDArray[np.int64]
    weight: NDArray[np.float64]
    lengths: NDArray[np.int64]
    words: tuple[str, ...]
    running: NDArray[np.int64]

    def nearness(self, weights: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """Cosine of each sentence to a weighted sum of all, shape (sentences,), 0 to 1 (Radev et al. 2004, centroid).

        Args:
            weights: Not negative, shape (sentences,); all alike if None.

        Returns:
            0 for a sentence without words.
        """
        weighted = self.weight if weights is None else self.weight * weights[self.row]
        centroid = np.bincount(self.word, weighted, minlength=max(1, len(self.words)))
        norm = float(np.sqrt(centroid @ centroid)) or 1.0
        return np.bincount(self.row, self.weight * centroid[self.word], minlength=len(self.lengths)) / norm


def tfidf(sentences: Sequence[str]) -> TfIdf:
    """Vectors with weight (1 + ln tf) · ln(1 + n / df), where n is the number of sentences and df counts sentences.

    Args:
        sentences: Any texts; a text without words gets a zero vector.

    Returns:
        One vector a sentence.
    """
    bags = [words(sentence) for sentence in sentences]
    ids = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(bags)))}
    lengths = np.array([len(bag) for bag in bags], dtype=np.int64)
    size = max(1, len(ids))
    flat = np.fromiter(map(ids.__getitem__, chain.from_iterable(bags)), dtype=np.int64)
    rows = np.repeat(np.arange(len(bags)), lengths)
    keys, counts = np.unique(rows * size + flat, return_counts=True)
    row, word = keys // size, keys % size
    frequency = np.bincount(word, minlength=size)
    weight = (1 + np.log(counts)) * np.log1p(len(bags) / frequency[word])
    norms = np.sqrt(np.bincount(row, weight**2, minlength=len(bags)))
    return TfIdf(row, word, weight / norms[row], lengths, tuple(ids), flat)
