"""What is each sign of a key point worth? Ridge regression on the texts whose key points were marked by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import summarize
from benchmarks.kept_vectors import KeptVectors
from benchmarks.key_points import KeyedText, keyed_texts
from benchmarks.labelled_points import labelled_texts
from benchmarks.report import arguments
from summarize.methods.hybrid import sentences
from summarize.methods.keypoints import meant
from summarize.methods.worth import KINDS, Worth, Worths, kind_of
from summarize.structure.signs import NEARNESS, SIGNS, Numbers, nearness, signs
from translate.text.embedding import Embedder, embedder
from translate.text.genre import guess_genre

FOLDS = 7
# What a sentence is worth that states a point of importance 3, 2, 1; more than one point counts up to the last.
_WORTH = {3: 1.0, 2: 0.6, 1: 0.2}
_MOST = 1.2
# What a sentence is worth as the gist that was marked as it, that states a main point, and that states any.
_GIST = (1.0, 0.35, 0.1)
# How far a kind of text may go its own way: its own weights are that much cheaper than those that all kinds share
# (Daumé 2007).
_OWN = (0.5, 0.7)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the weights of a text are fitted on; arrays have a row for each sentence.

    Attributes:
        kind: Which of KINDS it is.
        signs: Shape (sentences, len(SIGNS) + len(NEARNESS)).
        meaning: Vectors without their mean.
        point: What each sentence is worth as a point.
        gist: What each is worth as the gist.
    """

    kind: str
    signs: Numbers
    meaning: Numbers
    point: Numbers
    gist: Numbers


def main() -> None:
    """Print the weights of the signs; with --update write them and those of meaning."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    options = parser.parse_args()
    model = KeptVectors(options.vectors) if options.vectors else embedder()
    texts = [*keyed_texts(), *labelled_texts()]
    found = fitted([measured(text, model) for text in texts])
    columns = [*(found[kind].point for kind in KINDS), *(found[kind].gist for kind in KINDS)]
    written = f"# Written by python -m benchmarks.keypoint_weights --update from the key points of {len(texts)} texts."
    names = ", ".join(KINDS)
    rows = {
        "worth": [
            f"# What each sign adds to a sentence's worth as a point and then as the gist, each for {names}.",
            written,
            "\t".join(["base", *(f"{worth.base:.4f}" for worth in columns)]),
            *("\t".join([sign, *(f"{worth.signs[i]:.4f}" for worth in columns)]) for i, sign in enumerate(SIGNS)),
            *("\t".join([near, *(f"{worth.nearness[i]:.4f}" for worth in columns)]) for i, near in enumerate(NEARNESS)),
        ],
        "meaning": [
            "# What each axis of a sentence's vector (multilingual-e5-small, without the text's mean) adds;"
            " columns as in worth.tsv.",
            written,
            *(
                "\t".join([str(axis), *(f"{worth.meaning[axis]:.3f}" for worth in columns)])
                for axis in range(len(columns[0].meaning))
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


def measured(text: KeyedText, model: Embedder) -> Measured:
    """A text with what its sentences have and are worth."""
    document = text.document
    genre = guess_genre(document)
    known = sentences(document, genre)
    raw = meant(model, known.texts)
    found = signs(document, known.segments, known.vectors)
    main = {segment for point in text.points for segment in point.segments if point.importance == max(_WORTH)}
    point = np.array([_worth(text, segment) for segment in known.segments])
    marked, states, any_ = _GIST
    gist = [
        marked if segment in text.gist else states if segment in main else any_ * (worth > 0)
        for segment, worth in zip(known.segments, point, strict=True)
    ]
    return Measured(
        kind_of(genre, found), np.hstack([found, nearness(raw)]), raw - raw.mean(axis=0), point, np.array(gist)
    )


def fitted(texts: Sequence[Measured]) -> dict[str, Worths]:
    """The weights that some texts give: first of the signs, then of meaning for what the signs leave open."""
    # Signs are scaled to a deviation of 1, vectors have unit length. 60 and 200, 0.5 and 1.5 for points cover the same
    # within 2 %.
    points = _ridge(texts, [text.point for text in texts], 100.0, 0.5)
    gists = _ridge(texts, [text.gist for text in texts], 200.0, 2.0)
    return {kind: Worths(points[kind], gists[kind]) for kind in KINDS}


def _worth(text: KeyedText, segment: int) -> float:
    """What a sentence is worth by the points that it states."""
    return min(_MOST, sum(_WORTH[point.importance] for point in text.points if segment in point.segments))


def _ridge(
    texts: Sequence[Measured], wanted: Sequence[Numbers], by_signs: float, by_meaning: float
) -> dict[str, Worth]:
    """Weights of the signs and of meaning, shared by all kinds, and beside them each kind's own.

    Args:
        texts: What they are fitted on.
        wanted: For each text what its sentences are worth.
        by_signs: Penalty on the weights of signs.
        by_meaning: On those of meaning.
    """
    found, vectors = np.concatenate([t.signs for t in texts]), np.concatenate([t.meaning for t in texts])
    kinds = np.repeat([KINDS.index(text.kind) for text in texts], [len(text.signs) for text in texts])
    member = (kinds[:, None] == np.arange(len(KINDS))).astype(np.float64)
    mean, deviation = found.mean(axis=0), found.std(axis=0)
    deviation[deviation == 0] = 1
    design = np.hstack([_shared(((found - mean) / deviation), member, _OWN[0]), member])
    penalty = np.full(design.shape[1], by_signs)
    penalty[-len(KINDS) :] = by_signs / 1000
    worth = np.concatenate(wanted)
    solved = np.linalg.solve(design.T @ design + np.diag(penalty), design.T @ worth)
    meant_ = _shared(vectors, member, _OWN[1])
    meaning = np.linalg.solve(
        meant_.T @ meant_ + by_meaning * np.eye(meant_.shape[1]), meant_.T @ (worth - design @ solved)
    )
    base = solved[-len(KINDS) :]
    weights = _by_kind(solved[: -len(KINDS)], _OWN[0]) / deviation
    return {
        kind: Worth(
            float(base[number] - weights[number] @ mean),
            weights[number][: len(SIGNS)],
            weights[number][len(SIGNS) :],
            _by_kind(meaning, _OWN[1])[number],
        )
        for number, kind in enumerate(KINDS)
    }


def _shared(values: Numbers, member: NDArray[np.float64], own: float) -> Numbers:
    """Columns that all kinds share, and after them each kind's own."""
    return np.hstack([values, *(values * own * member[:, [kind]] for kind in range(len(KINDS)))])


def _by_kind(solved: Numbers, own: float) -> Numbers:
    """The weights of each kind from those of the columns of _shared(), shape (kinds, columns)."""
    shared, *apart = solved.reshape(len(KINDS) + 1, -1)
    return np.stack([shared + own * one for one in apart])


if __name__ == "__main__":
    main()
