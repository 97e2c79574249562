"""Worth: how much a reader who has seven sentences would want each one, by its signs; fitted on key points."""

from functools import cache
from importlib.resources import files

import numpy as np

from summarize.genre import Genre
from summarize.signs import SIGNS, Numbers

KINDS = ("law", "prose")
"""What there are weights for: acts and treaties, and every other text."""


Weights = dict[str, tuple[float, Numbers]]
"""For each of KINDS the base and the weight of each sign, shape (len(SIGNS),)."""


def kind_of(genre: Genre) -> str:
    """Which of KINDS a genre is."""
    return "law" if genre == "law" else "prose"


def worth(genre: Genre, found: Numbers, weights: Weights | None = None) -> Numbers:
    """What each sentence is worth, shape (sentences,): about 0 for nothing, 1 for what no summary may lack.

    Args:
        genre: What the document is.
        found: What signs() gave, shape (sentences, len(SIGNS)).
        weights: Those that come along if None.
    """
    base, by_sign = (weights or _weights())[kind_of(genre)]
    values: Numbers = base + found @ by_sign
    return values


@cache
def _weights() -> Weights:
    """The weights that come along; python -m benchmarks.keypoint_weights writes the file."""
    lines = files("summarize").joinpath("worth.tsv").read_text(encoding="utf-8").splitlines()
    rows = {cells[0]: cells[1:] for cells in (line.split("\t") for line in lines if not line.startswith("#"))}
    return {
        kind: (float(rows["base"][place]), np.array([float(rows[sign][place]) for sign in SIGNS]))
        for place, kind in enumerate(KINDS)
    }
