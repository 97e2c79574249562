"""Sentence vectors kept on disk between runs of a benchmark: embedding its documents takes minutes."""

import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translate.text.embedding import E5Embedder


class KeptVectors:
    """The default embedder with every vector it ever gave in one file; same vectors, so same figures.

    Args:
        path: SQLite file; made where it is missing.
    """

    multilingual = True

    def __init__(self, path: Path) -> None:
        """Open the file and the model."""
        self._model = E5Embedder()
        self.name = self._model.name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(path)
        self._file.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB)")

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See Embedder."""
        keys = [sha256(f"{self.name}\n{text}".encode()).digest() for text in texts]
        found = {key: self._kept(key) for key in keys}
        missing = sorted({text for text, key in zip(texts, keys, strict=True) if found[key] is None})
        for start in range(0, len(missing), 256):
            batch = missing[start : start + 256]
            for text, vector in zip(batch, self._model.vectors(batch), strict=True):
                key = sha256(f"{self.name}\n{text}".encode()).digest()
                found[key] = vector.tobytes()
                self._file.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?)", (key, found[key]))
            self._file.commit()
        return np.array([np.frombuffer(found[key] or b"", dtype=np.float32) for key in keys])

    def _kept(self, key: bytes) -> bytes | None:
        row = self._file.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None
