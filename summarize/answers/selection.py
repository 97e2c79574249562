"""The passages that answer best: a sentence, what it leans on, and its neighbours where they belong to it."""

from collections.abc import Sequence

import numpy as np

from summarize.answers.kinds import held
from summarize.answers.question import Question
from summarize.answers.ranking import Found, Ranking
from summarize.answers.units import INTRODUCES, Unit, may_answer
from translate.text.words import words

# Units so near to a passage are not the next one, as it would be more of the same; provisions with numbers of their own
# are. On QMSum 3 has three points less among three, 0 five points less among five, 10 one.
_APART = 6
_MOST_SENTENCES, _MOST_WORDS = 4, 90
# A neighbour joins whose own score is at least such a share of the best one's.
_JOINS = 0.5
# What a sentence of the kind that is asked for gains, in the ranking's units, and for how many facts are sought.
_KIND, _EXAMINED = 2.0, 40
# What a title, a reference or another line that is no sentence loses.
_FRAGMENT = 3.0


def selected(ranking: Ranking, found: Found, question: Question, most: int) -> list[tuple[int, ...]]:
    """Positions of the units of each passage, the best passage first.

    Args:
        ranking: The units.
        found: What the question found among them.
        question: Its kinds are preferred.
        most: Most passages.
    """
    units = ranking.units
    scores = found.scores.copy()
    scores[[i for i, unit in enumerate(units) if not may_answer(unit)]] = -np.inf
    scores[[i for i, unit in enumerate(units) if not unit.whole]] -= _FRAGMENT
    for row in np.argsort(-scores, kind="stable")[:_EXAMINED]:
        scores[row] += _KIND * len(held(units[row].text, units[row].language, question.kinds))
    chosen: list[tuple[int, ...]] = []
    seen: set[str] = set()
    while len(chosen) < most and len(scores) and np.isfinite(scores.max()):
        best = int(np.argmax(scores))
        text = units[best].text.casefold()
        rows = _joined(ranking, found, best)
        near = range(max(0, rows[0] - _APART), min(len(units), rows[-1] + _APART + 1))
        scores[[*rows, *(row for row in near if _is_of_one(units[row], units[best]))]] = -np.inf
        if text not in seen:
            chosen.append(rows)
        seen |= {units[row].text.casefold() for row in rows}
    return chosen


def _joined(ranking: Ranking, found: Found, best: int) -> tuple[int, ...]:
    """A unit with what it leans on, the items that it introduces, and the neighbours that fit as well."""
    units, rows = ranking.units, [best]
    size = len(words(units[best].text))

    def take(row: int) -> bool:
        nonlocal size
        more = len(words(units[row].text))
        if len(rows) == _MOST_SENTENCES or size + more > _MOST_WORDS:
            return False
        rows.append(row)
        size += more
        return True

    run = next(run for run in ranking.runs if run.start <= best < run.stop)
    earlier = _leant_on(units, best, run)
    if earlier is not None:
        take(earlier)
    if INTRODUCES.search(units[best].text):
        for row in range(best + 1, run.stop):
            if units[row].kind != "list_item" or not take(row):
                break
    fits = _JOINS * float(found.own[best])
    for row in (best + 1, best - 1):
        inside = run.start <= row < run.stop and row not in rows and units[row].block == units[best].block
        if inside and found.own[row] >= max(fits, 0.0):
            take(row)
    return tuple(sorted(rows))


def _is_of_one(unit: Unit, other: Unit) -> bool:
    """Whether two units stand in one document, in no provisions of their own."""
    return (unit.document, unit.label) == (other.document, other.label)


def _leant_on(units: Sequence[Unit], best: int, run: slice) -> int | None:
    """Position of the unit that a unit cannot do without, where it is there."""
    unit = units[best]
    if unit.leans_on is None:
        return None
    row = best - (unit.segment - unit.leans_on)
    return row if row >= run.start else None
