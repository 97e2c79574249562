"""What is each sign of a key point worth? Ridge regression on the texts whose key points were marked by hand."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import summarize
from benchmarks.key_points import KeyedText, keyed_texts
from benchmarks.report import arguments
from summarize.candidates import candidates
from summarize.genre import guess_genre
from summarize.signs import SIGNS, Numbers, signs
from summarize.worth import KINDS, Weights, kind_of
from translate.tfidf import tfidf

FOLDS = 9
# What a sentence is worth that states a point of importance 3, 2, 1; more than one point counts up to the last.
_WORTH = {3: 1.0, 2: 0.6, 1: 0.2}
_MOST = 1.2
# Signs are scaled to a deviation of 1. 30 and 100 cover the same within 0.5 %, 300 two per cent less.
_RIDGE = 60.0
# How far a kind of text may go its own way: its own weights are that much cheaper than those that all kinds share
# (Daumé 2007). Without any, two per cent less of all points and four of importance 3 are covered.
_OWN = 0.7


def main() -> None:
    """Print the weights; with --update write them to summarize/worth.tsv."""
    options = arguments(__doc__ or "").parse_args()
    texts = keyed_texts()
    weights = fitted(texts)
    lines = [
        "# What each sign of a sentence adds to its worth: sign, acts and treaties, every other text. Written by",
        "# python -m benchmarks.keypoint_weights --update from the key points of "
        f"{len(texts)} texts (summarize/worth.py).",
        "\t".join(["base", *(f"{weights[kind][0]:.4f}" for kind in KINDS)]),
        *("\t".join([sign, *(f"{weights[kind][1][i]:.4f}" for kind in KINDS)]) for i, sign in enumerate(SIGNS)),
    ]
    print("\n".join(lines))
    if options.update:
        path = Path(summarize.__file__).with_name("worth.tsv")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fold(position: int) -> int:
    """Which fold a text is in, by its position: acts, languages and statements fall into all of them."""
    return position % FOLDS


def fitted(texts: Sequence[KeyedText]) -> Weights:
    """The weights that some texts give."""
    found, wanted, kinds = [], [], []
    for text in texts:
        segments = candidates(text.document)
        found.append(signs(text.document, segments, tfidf([text.document.segment_text(s) for s in segments])))
        wanted.append(np.array([_worth(text, segment) for segment in segments]))
        kinds += [KINDS.index(kind_of(guess_genre(text.document)))] * len(segments)
    return _ridge(np.concatenate(found), np.concatenate(wanted), np.array(kinds))


def _worth(text: KeyedText, segment: int) -> float:
    """What a sentence is worth by the points that it states."""
    return min(_MOST, sum(_WORTH[point.importance] for point in text.points if segment in point.segments))


def _ridge(found: Numbers, wanted: Numbers, kinds: NDArray[np.int64]) -> Weights:
    """Weights that all kinds share and, beside them, each kind's own."""
    mean, deviation = found.mean(axis=0), found.std(axis=0)
    deviation[deviation == 0] = 1
    scaled = (found - mean) / deviation
    member = (kinds[:, None] == np.arange(len(KINDS))).astype(np.float64)
    columns = [scaled, *(scaled * _OWN * member[:, [kind]] for kind in range(len(KINDS))), member]
    design = np.hstack(columns)
    penalty = np.full(design.shape[1], _RIDGE)
    penalty[-len(KINDS) :] = _RIDGE / 1000
    solved = np.linalg.solve(design.T @ design + np.diag(penalty), design.T @ wanted)
    shared, base = solved[: len(SIGNS)], solved[-len(KINDS) :]
    own = solved[len(SIGNS) : -len(KINDS)].reshape(len(KINDS), -1)
    weights = [(shared + _OWN * own[kind]) / deviation for kind in range(len(KINDS))]
    return {name: (float(base[kind] - weights[kind] @ mean), weights[kind]) for kind, name in enumerate(KINDS)}


if __name__ == "__main__":
    main()
