"""Likeness: how much of two sentences is the same, rare words counting more."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from translate.text.words import words


class Likeness:
    """Compares sentences by their words.

    Args:
        texts: All sentences of both sides, which tell how rare a word is.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        frequencies: Counter[str] = Counter()
        count = 0
        for text in texts:
            frequencies.update(set(words(text)))
            count += 1
        self._weights = {word: log((count + 1) / (often + 0.5)) + 0.1 for word, often in frequencies.items()}

    def weight(self, word: str) -> float:
        """How telling a word is; above 0, higher is rarer."""
        return self._weights.get(word, 1.0)

    def rarest(self, text: str, most: int) -> list[str]:
        """The most telling words of a sentence, at most so many."""
        return sorted(set(words(text)), key=lambda word: (-self.weight(word), word))[:most]

    def __call__(self, one: str, other: str) -> float:
        """0 (no word in common) to 1 (the same words in the same order).

        The mean of two Dice coefficients: of the words in order (longest common subsequence), and of the words
        whatever their order, each by its weight.
        """
        from rapidfuzz.distance import Indel

        sides = words(one), words(other)
        if not any(sides):
            return float(one == other)
        return (float(Indel.normalized_similarity(*sides)) + self._shared(*sides)) / 2

    def contained(self, part: str, whole: str) -> float:
        """Share, 0 to 1, of a text's words by weight that another has too."""
        own, other = Counter(words(part)), Counter(words(whole))
        total = self._sum(own)
        return self._sum(own & other) / total if total else 0.0

    def _shared(self, one: Sequence[str], other: Sequence[str]) -> float:
        a, b = Counter(one), Counter(other)
        total = self._sum(a) + self._sum(b)
        return 2 * self._sum(a & b) / total if total else 0.0

    def _sum(self, counts: Counter[str]) -> float:
        return sum(self.weight(word) * count for word, count in counts.items())
