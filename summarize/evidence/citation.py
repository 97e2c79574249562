"""Which segments of a document support a sentence: for answers and summaries that were written, not chosen."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from summarize.summary import Citation
from translate.text.embedding import Embedder, embedder
from translate.text.words import beginning, words

Scores = NDArray[np.float64]

_SATURATION, _LENGTH = 1.2, 0.75  # BM25's k1 and b, as Robertson and Zaragoza 2009 give them
# Cosines of multilingual-e5-small: 0.75 for unrelated sentences, 1 for a sentence with itself.
_UNRELATED = 0.75


class Evidence:
    """A document's segments, ready to be cited.

    Args:
        document_texts: Text of every segment that may be cited.
        segments: Their ids.
        model: What gives sentences their vectors; the process's own if None.
        embedded: Most segments whose vectors are compared, the best by BM25; more takes longer.
    """

    def __init__(
        self,
        document_texts: Sequence[str],
        segments: Sequence[int],
        model: Embedder | None = None,
        embedded: int = 60,
    ) -> None:
        """Count words; vectors are made when they are needed."""
        self._texts = tuple(document_texts)
        self._segments = tuple(segments)
        self._model = model or embedder()
        self._embedded = embedded
        self._counts = [Counter(words(text)) for text in self._texts]
        self._lengths = np.array([max(1, count.total()) for count in self._counts], dtype=np.float64)
        frequencies = Counter(word for count in self._counts for word in count)
        size = len(self._texts)
        self._weights = {word: log(1 + (size - n + 0.5) / (n + 0.5)) for word, n in frequencies.items()}

    def cite(self, sentence: str, most: int = 3) -> tuple[Citation, ...]:
        """The segments that support a sentence best.

        Ranked by the sum of two z-scores over the segments: BM25 and the cosine of sentence vectors.

        Args:
            sentence: Any text.
            most: Most citations.

        Returns:
            Best first; the score is the mean of the share of the sentence's words, by weight, that stand in the
            segment, and of the cosine spread over 0 (unrelated) to 1 (the same). Empty where nothing can be cited.
        """
        if not self._texts:
            return ()
        lexical = self.lexical(sentence)
        compared = np.sort(np.argsort(-lexical, kind="stable")[: self._embedded])
        cosines = self.cosines(sentence, compared)
        ranked = _z(lexical[compared]) + _z(cosines)
        best = np.argsort(-ranked, kind="stable")[:most]
        return tuple(
            Citation(self._segments[compared[i]], self._support(sentence, int(compared[i]), float(cosines[i])))
            for i in best
        )

    def lexical(self, sentence: str) -> Scores:
        """BM25 of each segment for a sentence, shape (segments,), from 0."""
        found = np.zeros(len(self._texts))
        norms = _SATURATION * (1 - _LENGTH + _LENGTH * self._lengths / self._lengths.mean())
        for word in dict.fromkeys(words(sentence)):
            if word in self._weights:
                counts = np.array([count[word] for count in self._counts], dtype=np.float64)
                found += self._weights[word] * counts * (_SATURATION + 1) / (counts + norms)
        return found

    def cosines(self, sentence: str, positions: Sequence[int] | NDArray[np.int64]) -> Scores:
        """Cosine of some segments' vectors to the sentence's, shape (positions,)."""
        vectors = self._model.vectors([sentence, *(self._texts[i] for i in positions)]).astype(np.float64)
        cosines: Scores = vectors[1:] @ vectors[0]
        return cosines

    def rarity(self, part: str) -> float:
        """Weight of a word's beginning: 1 where one segment has it or none, near 0 where all have it."""
        size, count = len(self._texts), max(1, self._stems[part])
        return log(1 + (size - count + 0.5) / (count + 0.5)) / log(1 + (size - 0.5) / 1.5)

    def beside(self, first: str, second: str) -> bool:
        """Whether a word stands right before another one anywhere, or one word lies between."""
        return (first, second) in self._pairs

    @cached_property
    def _stems(self) -> Counter[str]:
        """In how many segments each beginning stands."""
        return Counter(found for count in self._counts for found in {beginning(word) for word in count})

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Words and what stands one or two words behind them in a segment."""
        texts = [words(text) for text in self._texts]
        return frozenset(pair for text in texts for gap in (1, 2) for pair in zip(text, text[gap:], strict=False))

    def _support(self, sentence: str, position: int, cosine: float) -> float:
        """0 to 1, see cite()."""
        wanted = dict.fromkeys(words(sentence))
        unseen = max(self._weights.values(), default=1.0)
        weights = {word: self._weights.get(word, unseen) for word in wanted}
        shared = sum(weight for word, weight in weights.items() if word in self._counts[position])
        covered = shared / sum(weights.values()) if weights else 0.0
        near = min(1.0, max(0.0, (cosine - _UNRELATED) / (1 - _UNRELATED))) if self._model.multilingual else covered
        return round((covered + near) / 2, 4)


def _z(values: Scores) -> Scores:
    """Values less their mean, by their standard deviation; zeros where they are all the same."""
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-12 else np.zeros(len(values))
