"""Worth: how much a reader who has seven sentences would want each one; fitted on key points marked by hand."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from summarize.structure.signs import NEARNESS, SIGNS, Numbers
from translate.text.genre import Genre

KINDS = ("law", "report", "speech")
"""What there are weights for: acts and treaties, reports, and every other text, where somebody speaks for himself."""
_MODEL = "multilingual-e5-small"
# A report in which more sentences say "we" is a speech whose paragraphs have headings.
_SPEAKS = 0.25
_US = SIGNS.index("us")


@dataclass(frozen=True, slots=True)
class Worth:
    """The weights of one kind of text.

    Attributes:
        base: What a sentence without any sign is worth.
        signs: What each sign adds, shape (len(SIGNS),).
        nearness: What each kind of nearness in meaning adds, shape (len(NEARNESS),).
        meaning: What leads from what all sentences are about to what the key points are about in vectors of
            multilingual-e5-small, shape (384,).
    """

    base: float
    signs: Numbers
    nearness: Numbers
    meaning: Numbers

    def by_signs(self, found: Numbers) -> Numbers:
        """What sentences are worth by signs(), shape (sentences,): about 0 for nothing, 1 for what must not be missing.

        Args:
            found: Shape (sentences, len(SIGNS)).
        """
        values: Numbers = self.base + found @ self.signs
        return values

    def by_meaning(self, vectors: Numbers, near: Numbers, model: str) -> Numbers:
        """What the meaning of sentences adds, shape (sentences,).

        Args:
            vectors: Theirs without their mean, shape (sentences, n).
            near: Their nearness(), shape (sentences, len(NEARNESS)).
            model: Name of the embedder that gave them; zeros where the weights aren't for it.
        """
        if not model.startswith(_MODEL):
            return np.zeros(len(vectors))
        added: Numbers = vectors @ self.meaning + near @ self.nearness
        return added


@dataclass(frozen=True, slots=True)
class Worths:
    """What sentences of one kind of text are worth: as a point, and as the one line above all points."""

    point: Worth
    gist: Worth


def kind_of(genre: Genre, found: Numbers) -> str:
    """Which of KINDS a text is.

    Args:
        genre: Its genre.
        found: The signs of its sentences, shape (sentences, len(SIGNS)).
    """
    if genre == "law":
        return "law"
    speaks = len(found) > 0 and float((found[:, _US] > 0).mean()) > _SPEAKS
    return "report" if genre == "report" and not speaks else "speech"


@cache
def worths() -> dict[str, Worths]:
    """The weights that come along, by kind; python -m benchmarks.keypoint_weights writes their files."""
    signs, meaning = _table("worth"), _table("meaning")

    def column(place: int) -> Worth:
        return Worth(
            float(signs["base"][place]),
            np.array([float(signs[sign][place]) for sign in SIGNS]),
            np.array([float(signs[near][place]) for near in NEARNESS]),
            np.array([float(meaning[str(axis)][place]) for axis in range(len(meaning))]),
        )

    return {kind: Worths(column(place), column(len(KINDS) + place)) for place, kind in enumerate(KINDS)}


def _table(name: str) -> dict[str, list[str]]:
    """The rows of one of the files, by their first cell."""
    lines = files("summarize.methods").joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return {cells[0]: cells[1:] for cells in (line.split("\t") for line in lines if not line.startswith("#"))}
