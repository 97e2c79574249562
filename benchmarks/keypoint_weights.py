"""What is each sign of a key point worth? Ridge regression on the texts whose key points were marked by hand."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import summarize
from benchmarks.kept_vectors import KeptVectors
from benchmarks.key_points import KeyedText, keyed_texts
from benchmarks.report import arguments
from summarize.methods.keypoints import centred
from summarize.methods.worth import KINDS, Worth, kind_of
from summarize.structure.candidates import candidates
from summarize.structure.signs import SIGNS, Numbers, signs
from translate.text.embedding import Embedder, embedder
from translate.text.genre import guess_genre
from translate.text.tfidf import tfidf

FOLDS = 9
# What a sentence is worth that states a point of importance 3, 2, 1; more than one point counts up to the last.
_WORTH = {3: 1.0, 2: 0.6, 1: 0.2}
_MOST = 1.2
# Signs are scaled to a deviation of 1. 30 and 150 cover the same within 1 %.
_RIDGE = 60.0
# How far a kind of text may go its own way: its own weights are that much cheaper than those that all kinds share
# (Daumé 2007). 0.3 and 0.7 cover up to 1 % less.
_OWN = 0.5
# Vectors have unit length. 0.3 and 0.6 cover the same, 2 one per cent less, 4 two.
_RIDGE_MEANING = 0.5


def main() -> None:
    """Print the weights of the signs; with --update write them and those of meaning."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    options = parser.parse_args()
    texts = keyed_texts()
    found = fitted(texts, KeptVectors(options.vectors) if options.vectors else embedder())
    by_kind = [found[kind] for kind in KINDS]
    written = f"# Written by python -m benchmarks.keypoint_weights --update from the key points of {len(texts)} texts."
    rows = {
        "worth": [
            "# What each sign adds to a sentence's worth: sign, acts and treaties, every other text.",
            written,
            "\t".join(["base", *(f"{worth.base:.4f}" for worth in by_kind)]),
            *("\t".join([sign, *(f"{worth.signs[i]:.4f}" for worth in by_kind)]) for i, sign in enumerate(SIGNS)),
        ],
        "meaning": [
            "# What each axis of a sentence's vector (multilingual-e5-small, without the text's mean) adds.",
            written,
            *(
                "\t".join([str(axis), *(f"{worth.meaning[axis]:.3f}" for worth in by_kind)])
                for axis in range(len(by_kind[0].meaning))
            ),
        ],
    }
    print("\n".join(rows["worth"]))
    for name, lines in rows.items() if options.update else ():
        Path(summarize.__file__).with_name("methods").joinpath(f"{name}.tsv").write_text(
            "\n".join(lines) + "\n", encoding="utf-8"
        )


def fold(position: int) -> int:
    """Which fold a text is in, by its position: acts, languages and statements fall into all of them."""
    return position % FOLDS


def fitted(texts: Sequence[KeyedText], model: Embedder) -> dict[str, Worth]:
    """The weights that some texts give: first of the signs, then of meaning for what the signs leave open."""
    found, wanted, vectors, kinds = [], [], [], []
    for text in texts:
        segments = candidates(text.document)
        own = [text.document.segment_text(segment) for segment in segments]
        found.append(signs(text.document, segments, tfidf(own)))
        wanted.append(np.array([_worth(text, segment) for segment in segments]))
        vectors.append(centred(model, own))
        kinds += [KINDS.index(kind_of(guess_genre(text.document)))] * len(segments)
    return _ridge(np.concatenate(found), np.concatenate(vectors), np.concatenate(wanted), np.array(kinds))


def _worth(text: KeyedText, segment: int) -> float:
    """What a sentence is worth by the points that it states."""
    return min(_MOST, sum(_WORTH[point.importance] for point in text.points if segment in point.segments))


def _ridge(found: Numbers, vectors: Numbers, wanted: Numbers, kinds: NDArray[np.int64]) -> dict[str, Worth]:
    """Weights of the signs, shared by all kinds and beside them each kind's own, and each kind's of meaning."""
    mean, deviation = found.mean(axis=0), found.std(axis=0)
    deviation[deviation == 0] = 1
    scaled = (found - mean) / deviation
    member = (kinds[:, None] == np.arange(len(KINDS))).astype(np.float64)
    design = np.hstack([scaled, *(scaled * _OWN * member[:, [kind]] for kind in range(len(KINDS))), member])
    penalty = np.full(design.shape[1], _RIDGE)
    penalty[-len(KINDS) :] = _RIDGE / 1000
    solved = np.linalg.solve(design.T @ design + np.diag(penalty), design.T @ wanted)
    left = wanted - design @ solved
    shared, base = solved[: len(SIGNS)], solved[-len(KINDS) :]
    own = solved[len(SIGNS) : -len(KINDS)].reshape(len(KINDS), -1)
    by_kind = {}
    for number, kind in enumerate(KINDS):
        weights = (shared + _OWN * own[number]) / deviation
        read = vectors[kinds == number]
        penalised = read.T @ read + _RIDGE_MEANING * np.eye(read.shape[1])
        meaning = np.linalg.solve(penalised, read.T @ left[kinds == number])
        by_kind[kind] = Worth(float(base[number] - weights @ mean), weights, meaning)
    return by_kind


if __name__ == "__main__":
    main()
