"""How likely a passage answers: from its meaning, the words it shares, and whether its text has all that is asked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Literal

import numpy as np

from summarize.answers.coverage import Coverage
from summarize.answers.kinds import held
from summarize.answers.question import Question, sought
from summarize.answers.ranking import Asked, Found, Ranking, Scores

# Sentences on either side whose words count with a passage's.
_BESIDE = 2
_WIDER = 8
# Units among which every word of the question is to be covered: those that fit best, and about all that are compared.
_FEW, _MANY = 10, 40
_NO_KIND = 0.5
_CLOSEST = 5
_AS_SURE = 0.3
CLOSE_ONLY = 2
"""Signals at the start that only the slow model gives."""

Known = Literal["close", "near"]
KNOWN: tuple[Known, ...] = ("close", "near")


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells a passage that answers from one that does not.

    Attributes:
        known: "close" where the slow model has compared it with the question, else "near".
        values: If known, how close it is, and how far the closest unit of all stands out of the five closest; nearness
            of it and the sentences beside it; share of the kinds of thing asked for that it holds; how well the
            question's least covered word is covered by the ten likeliest units of the text, and by the forty; how well
            all its words are covered, by weight, in it with two sentences on either side; shares of the question's
            terms, by weight, that stand there, with eight sentences, and anywhere in the texts: words that a text has
            elsewhere, and not here, speak against a passage.
    """

    known: Known
    values: tuple[float, ...]


def signals(
    question: Question, asked: Asked, ranking: Ranking, found: Found, rows: Sequence[int], covered: Coverage
) -> Signals:
    """The signals of a passage.

    Args:
        question: As the reader asked it.
        asked: The same in the texts' languages.
        ranking: The units.
        found: What the question found among them.
        rows: Positions of the passage's units.
        covered: Of its document.
    """
    first, last, run = min(rows), max(rows), ranking.run_of(rows[0])
    beside, near, wide = (range(max(run.start, first - n), min(run.stop, last + n + 1)) for n in (1, _BESIDE, _WIDER))
    nearness = float(max(found.near[row] for row in beside))
    units = [ranking.units[row] for row in rows]
    kinds = {kind for unit in units for kind in held(unit.text, unit.language, question.kinds)}
    kind = len(kinds) / len(question.kinds) if question.kinds else _NO_KIND
    shares = (0.0, 0.0, 0.0)
    for code, table in found.tables.items():
        if rows[0] not in table.place:
            continue
        weights = {term: table.weight(term) for term in sought(asked.forms[code], code) if term not in covered.known}
        total = sum(weights.values()) or 1.0
        own = [
            sum(weight for term, weight in weights.items() if any(table.has(row, term) for row in span)) / total
            for span in (near, wide, range(len(ranking.units)))
        ]
        shares = max(shares, (own[0], own[1], own[2]))
    words = (covered.least(_FEW), covered.least(_MANY), covered.mean(rows, _BESIDE))
    values = (nearness, kind, *words, *shares)
    close = None if found.close is None else [found.close[row] for row in rows if found.close[row] == found.close[row]]
    if found.close is None or not close:
        return Signals("near", values)
    return Signals("close", (float(max(close)), standing_out(found.close), *values))


def standing_out(close: Scores) -> float:
    """How far the closest unit stands out of the five closest.

    An answer does; what only speaks of the same thing is spread over many. At 85 % refused of reworded questions
    without an answer 30 % of the others are refused, 37 without it, with weights from other documents.
    """
    best = np.sort(close[~np.isnan(close)])[-_CLOSEST:]
    return float(best[-1] - best.mean())


def support(found: Signals, weights_by_known: Mapping[str, list[float]] | None = None) -> float:
    """0 to 1: how likely the passage answers.

    Args:
        found: The passage's signals.
        weights_by_known: A constant and a weight a signal, for either kind of Signals; the package's own if None.
    """
    constant, *weights = (weights_by_known or _weights())[found.known]
    return 1 / (1 + exp(-constant - sum(w * value for w, value in zip(weights, found.values, strict=True))))


def threshold(known: Known) -> float:
    """Support from which on a passage answers."""
    return float(_weights()["threshold"][KNOWN.index(known)])


def beside(best: float) -> float:
    """Support that a passage needs to be as sure as the best of an answer: odds of at least a third of that one's.

    In a long text of one subject every passage reaches the bound, 4.9 of five for a meeting's own questions. With this
    2.3 do, of those to reworded questions 2.8 instead of 3.3, and as many questions (93 in 100) have one that answers
    among the sure ones; with half of its odds 88.
    """
    if not 0 < best < 1:
        return best
    odds = best / (1 - best) * _AS_SURE
    return odds / (1 + odds)


@cache
def _weights() -> dict[str, list[float]]:
    """support.json, as `python -m benchmarks.ask --fit` wrote it."""
    found: dict[str, list[float]] = json.loads((files("summarize.answers") / "support.json").read_text("utf-8"))
    return found
