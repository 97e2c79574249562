"""A file as an index keeps it: its sentences with their terms and vectors. Made in a process of its own, if need be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from summarize.answers.question import terms
from summarize.answers.units import Unit, may_answer, searched, units_of
from translate.errors import PolicyTextError
from translate.reading.reader import read
from translate.text.embedding import Embedder, embedder_for, fast_embedder
from translate.version import VERSION

_MADE_BY = ("units.py", "layout.py", "naming.py", "prepared.py", "question.py")
_STEPS = 127
"""A vector's greatest value becomes this many steps: one byte a value, and cosines to the second digit."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of some of a file's sentences.

    Attributes:
        model: Name of what gave them.
        units: Positions of the sentences, ascending int32 as bytes.
        content: One int8 a value, row by row; each row has unit length but for rounding.
    """

    model: str
    units: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is kept of a file.

    Attributes:
        language: BCP 47 code of most of it.
        title: The author's, or empty.
        units: Its sentences.
        terms: Of each, as the word index takes them.
        vectors: By each fast model; those of the slow one follow later.
        waiting: Whether sentences wait for the slow model.
        failure: Why the file could not be read, in words; then the rest is empty.
    """

    language: str = "und"
    title: str = ""
    units: tuple[Unit, ...] = ()
    terms: tuple[str, ...] = ()
    vectors: tuple[Vectors, ...] = ()
    waiting: bool = False
    failure: str = ""


def prepared(path: Path) -> Prepared:
    """A file as it is kept; where it cannot be read, why."""
    try:
        document = read(path)
    except PolicyTextError as error:
        return Prepared(failure=str(error))
    units = tuple(units_of(document))
    fast = fast_embedder()
    told = [i for i, unit in enumerate(units) if may_answer(unit)]
    chosen = [i for i in told if embedder_for([units[i].language]) is fast]
    vectors = (made(fast, units, chosen),) if fast is not None and chosen else ()
    return Prepared(
        document.language,
        document.title,
        units,
        tuple(" ".join(terms(text, unit.language)) for unit, text in zip(units, searched(units), strict=True)),
        vectors,
        len(chosen) < len(told),
    )


@cache
def read_by() -> str:
    """What reads files: the version, and a digest of the code that finds blocks, sentences, units and their terms.

    A repaired reader finds other sentences in the same file, whether or not somebody counted the version up.
    """
    found = [files("summarize.answers") / name for name in _MADE_BY]
    found += [files("translate.lexicons") / f"{name}.tsv" for name in ("nations", "same")]
    rooms = [files("translate.reading"), files("translate.segmentation")]
    while rooms:
        entries = sorted(rooms.pop().iterdir(), key=lambda entry: entry.name)
        rooms += [entry for entry in entries if entry.is_dir()]
        found += [entry for entry in entries if entry.name.endswith(".py")]
    digest = sha256(b"".join(entry.read_bytes() for entry in found))
    return f"{VERSION} {digest.hexdigest()[:16]}"


def made(model: Embedder, units: Sequence[Unit], chosen: Sequence[int]) -> Vectors:
    """The vectors of some units of a file.

    Args:
        model: What gives them.
        units: The file's, or those of them that are left.
        chosen: Positions among these.
    """
    texts = searched(units)
    found = model.vectors([texts[i] for i in chosen])
    return Vectors(
        model.name, np.array([units[i].segment for i in chosen], dtype=np.int32).tobytes(), _rounded(found).tobytes()
    )


def restored(units: bytes, content: bytes) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Positions and vectors, shapes (n,) and (n, values), of unit length again."""
    rows = np.frombuffer(units, dtype=np.int32)
    values = np.frombuffer(content, dtype=np.int8).reshape(len(rows), -1).astype(np.float32)
    lengths: NDArray[np.float32] = np.linalg.norm(values, axis=1)
    values /= np.where(lengths == 0, 1, lengths)[:, None]
    return rows, values


def _rounded(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Each row in steps of its greatest value."""
    greatest = np.abs(vectors).max(axis=1, keepdims=True)
    return np.rint(vectors / np.where(greatest == 0, 1, greatest) * _STEPS).astype(np.int8)
