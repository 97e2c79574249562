"""Worth: how much a reader who has seven sentences would want each one; fitted on key points marked by hand."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from summarize.structure.signs import SIGNS, Numbers
from translate.text.genre import Genre

KINDS = ("law", "prose")
"""What there are weights for: acts and treaties, and every other text."""
_MODEL = "multilingual-e5-small"


@dataclass(frozen=True, slots=True)
class Worth:
    """The weights of one kind of text.

    Attributes:
        base: What a sentence without any sign is worth.
        signs: What each sign adds, shape (len(SIGNS),).
        meaning: What leads from what all sentences are about to what the key points are about in vectors of
            multilingual-e5-small, shape (384,).
    """

    base: float
    signs: Numbers
    meaning: Numbers

    def by_signs(self, found: Numbers) -> Numbers:
        """What sentences are worth by signs(), shape (sentences,): about 0 for nothing, 1 for what must not be missing.

        Args:
            found: Shape (sentences, len(SIGNS)).
        """
        values: Numbers = self.base + found @ self.signs
        return values

    def by_meaning(self, vectors: Numbers, model: str) -> Numbers:
        """What the meaning of sentences adds, shape (sentences,).

        Args:
            vectors: Theirs without their mean, shape (sentences, n).
            model: Name of the embedder that gave them; zeros where the weights aren't for it.
        """
        if not model.startswith(_MODEL):
            return np.zeros(len(vectors))
        added: Numbers = vectors @ self.meaning
        return added


def kind_of(genre: Genre) -> str:
    """Which of KINDS a genre is."""
    return "law" if genre == "law" else "prose"


@cache
def worths() -> dict[str, Worth]:
    """The weights that come along, by kind; python -m benchmarks.keypoint_weights writes their files."""
    signs, meaning = _table("worth"), _table("meaning")
    return {
        kind: Worth(
            float(signs["base"][place]),
            np.array([float(signs[sign][place]) for sign in SIGNS]),
            np.array([float(meaning[str(axis)][place]) for axis in range(len(meaning))]),
        )
        for place, kind in enumerate(KINDS)
    }


def _table(name: str) -> dict[str, list[str]]:
    """The rows of one of the files, by their first cell."""
    lines = files("summarize.methods").joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return {cells[0]: cells[1:] for cells in (line.split("\t") for line in lines if not line.startswith("#"))}
