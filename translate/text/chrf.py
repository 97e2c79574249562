"""How alike texts are by their characters: chrF2."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ORDER = 6
_BETA = 2


def chrf_table(texts: Sequence[str]) -> NDArray[np.float64]:
    """chrF2 of each text measured against each as its reference (Popović 2015, as sacreBLEU 2.x computes it).

    Args:
        texts: Any texts; white space does not count.

    Returns:
        (texts, texts), 0 to 1: row i has texts[i] as the translation, column j texts[j] as the reference.

    >>> chrf_table(["abc", "abc", "xyz"]).tolist()
    [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    bare = ["".join(text.split()) for text in texts]
    precision, recall, orders = (np.zeros((len(texts), len(texts))) for _ in range(3))
    for size in range(1, _ORDER + 1):
        counts = _counts([Counter(text[i : i + size] for i in range(len(text) - size + 1)) for text in bare])
        totals = counts.sum(axis=1)
        matches = np.minimum(counts[:, None], counts[None]).sum(axis=2)
        both = (totals[:, None] > 0) & (totals[None] > 0)
        orders += both
        precision += np.where(both, matches / np.maximum(totals[:, None], 1), 0)
        recall += np.where(both, matches / np.maximum(totals[None], 1), 0)
    precision, recall = precision / np.maximum(orders, 1), recall / np.maximum(orders, 1)
    weighed = _BETA**2 * precision + recall
    found = (1 + _BETA**2) * precision * recall / np.where(weighed > 0, weighed, 1)
    return np.asarray(found, np.float64)


def _counts(grams: Sequence[Counter[str]]) -> NDArray[np.int64]:
    """How often each text has each n-gram of any of them, (texts, n-grams)."""
    place = {gram: number for number, gram in enumerate(dict.fromkeys(gram for own in grams for gram in own))}
    found = np.zeros((len(grams), len(place)), np.int64)
    for row, own in enumerate(grams):
        found[row, [place[gram] for gram in own]] = list(own.values())
    return found
