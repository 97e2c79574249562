"""The passages that answer best: a sentence, what it leans on, and its neighbours where they belong to it."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from summarize.answers.kinds import held, lacks_asked, lacks_number
from summarize.answers.layout import INTRODUCES
from summarize.answers.penalties import asks_penalty, punishing
from summarize.answers.question import Kind, Question
from summarize.answers.ranking import Found, Ranking, Scores
from summarize.answers.units import Unit, is_caption, may_answer, names_source
from translate.text.words import words

# Units so near to a passage are not the next one, as it would be more of the same; provisions with numbers of their own
# are. On QMSum 3 has three points less among three, 0 five points less among five, 10 one.
_APART = 6
_MOST_SENTENCES, _MOST_WORDS, _MOST_LINES = 4, 90, 16
# A passage shorter than this goes on in its paragraph: what a sentence says is often said to the end by the next two.
_WHOLE_SENTENCES, _WHOLE_WORDS = 3, 60
# A neighbour joins whose own score is at least such a share of the best one's; where the slow model has looked, whose
# closeness is at most so much less: of reworded questions 85 % have a passage that answers among five, 80 without.
_JOINS, _CLOSE_JOINS = 0.5, 2.0
# What a sentence of the kind that is asked for gains, in the ranking's units, and for how many facts are sought; what a
# title, a reference or another line that is no sentence loses.
_KIND, _EXAMINED, _FRAGMENT = 2.0, 40, 3.0
# The same where the slow model has looked closer; and what nearness by the fast one, the surroundings and shared words
# count beside it. On half of the reworded questions and the meetings 0 for all has five points less at first on both,
# 8 for shared words five less on the reworded.
_CLOSE_KIND, _CLOSE_FRAGMENT = 0.5, 2.0
_NEAR, _AROUND, _SHARES = 0.2, 0.2, 3.0
# What a sentence without a number loses where it is asked how much or when; the weight, like that of a fact of the kind
# asked for, is that of a listwise regression on half of the reworded questions.
_NO_NUMBER = 0.6
# What a sentence without the amount of money or the count that is asked for loses: it cannot surely answer.
_NOT_ASKED = 1.0
_BARRED = 1000.0
# A sentence that breaks off in a word or a dash, and the beginning of its rest.
_BREAKS_OFF = re.compile(r"[^\W\d_]$|[,–—-]$")
_GOES_ON = re.compile(r"[a-zà-öø-ÿа-я]")
# A question of the text's own.
_ASKS = re.compile(r"[?？؟]\W*$")


def selected(
    ranking: Ranking, found: Found, question: Question, most: int, one_each: bool = False, barred: Collection[int] = ()
) -> list[tuple[int, ...]]:
    """Positions of the units of each passage, the best passage first.

    Args:
        ranking: The units.
        found: What the question found among them.
        question: Its kinds are preferred.
        most: Most passages.
        one_each: Whether a document gives one passage at most.
        barred: Positions of units that come after all others.
    """
    units = ranking.units
    scores = _fitting(ranking, found, question)
    scores[list(barred)] -= _BARRED
    chosen: list[tuple[int, ...]] = []
    seen: set[str] = set()
    penalty = asks_penalty(question.text, question.language)
    while len(chosen) < most and len(scores) and np.isfinite(scores.max()):
        best = int(np.argmax(scores))
        text = units[best].text.casefold()
        rows = _with_asked(ranking, _joined(ranking, found, best), question.kinds)
        apart = _APART if found.close is None else 0
        near = range(max(0, rows[0] - apart), min(len(units), rows[-1] + apart + 1))
        scores[[*rows, *(row for row in near if _is_of_one(units[row], units[best]))]] = -np.inf
        punished = punishing(units, best) if penalty else None
        if punished is not None and np.isfinite(scores[punished]):
            rows = (*rows, punished)
            scores[punished] = -np.inf
        if one_each:
            scores[[row for row, unit in enumerate(units) if unit.document == units[best].document]] = -np.inf
        shared = next((i for i, other in enumerate(chosen) if not set(rows).isdisjoint(other)), None)
        if shared is not None:  # two items of one list: one passage
            both = tuple(sorted({*rows, *chosen[shared]}))
            if len(both) <= _MOST_SENTENCES:
                chosen[shared] = both
        elif text not in seen:
            chosen.append(rows)
        seen |= {units[row].text.casefold() for row in rows}
    return chosen


def _fitting(ranking: Ranking, found: Found, question: Question) -> Scores:
    """How well each unit would do as a passage; minus infinity where it cannot be one."""
    units, kind, fragment = ranking.units, _KIND, _FRAGMENT
    scores = found.scores.copy()
    if found.close is not None:
        kind, fragment = _CLOSE_KIND, _CLOSE_FRAGMENT
        scores = found.close + _NEAR * found.near + _AROUND * found.around + _SHARES * found.shares
    scores[[i for i, unit in enumerate(units) if not may_answer(unit) or np.isnan(scores[i])]] = -np.inf
    scores[[i for i, unit in enumerate(units) if not unit.whole and not unit.cells]] -= fragment
    for row in np.argsort(-scores, kind="stable")[:_EXAMINED]:
        language = units[row].language
        scores[row] += kind * len(held(units[row].text, language, question.kinds))
        text = ranking.searched[row]
        scores[row] -= _NO_NUMBER * lacks_number(text, language, question.kinds)
        scores[row] -= _NOT_ASKED * lacks_asked(text, units[row].heading, language, question.kinds)
    return scores


def _joined(ranking: Ranking, found: Found, best: int) -> tuple[int, ...]:
    """A unit with what it cannot do without, the neighbours that fit as well, and of its paragraph up to 60 words.

    An item has what introduces its list, however long; what introduces a list has its items; a cell its row; a caption
    or another line that is no sentence the lines under it, up to the next sentence; a question of the text's own what
    follows it.
    """
    units = ranking.units
    if units[best].cells:
        return tuple(range(best, best + units[best].cells))
    run = ranking.run_of(best)
    rows = [best]
    size = len(words(units[best].text))
    earlier = _leant_on(units, best, run)
    if earlier is not None:
        rows.append(earlier)
        size += len(words(units[earlier].text))

    def take(row: int, most: int = _MOST_SENTENCES, most_words: int = _MOST_WORDS) -> bool:
        nonlocal size
        more = len(words(units[row].text))
        if len(rows) >= most or size + more > most_words:
            return False
        rows.append(row)
        size += more
        return True

    if INTRODUCES.search(units[best].text):
        for row in range(best + 1, run.stop):
            if units[row].leans_on != units[best].segment or not take(row):
                break
    elif _ASKS.search(units[best].text):
        for row in range(best + 1, run.stop):
            if units[row].kind == "heading" or not take(row, 1 + _WHOLE_SENTENCES):
                break
    elif not units[best].whole:
        over = is_caption(units[best])  # its second line may end as a sentence, and what a table holds be headings
        for row in range(best + 1, run.stop):
            ends = (
                (units[row].whole and row > best + over)
                or names_source(units[row])
                or (units[row].kind == "heading" and not over)
            )
            if ends or not take(row, _MOST_LINES):
                break
    for row in (best + 1, best - 1):
        inside = run.start <= row < run.stop and row not in rows and units[row].block == units[best].block
        if inside and _fits(found, row, best):
            take(row)
    for row, step in ((max(rows) + 1, 1), (min(rows) - 1, -1)):
        while _is_prose(units, row, best, run) and take(row, _WHOLE_SENTENCES, _WHOLE_WORDS):
            row += step
    return tuple(sorted(rows))


def _with_asked(ranking: Ranking, rows: tuple[int, ...], kinds: tuple[Kind, ...]) -> tuple[int, ...]:
    """A passage to the end of a sentence that a page cuts, and on to the number asked for where that stands next.

    Args:
        ranking: The units.
        rows: Positions of the passage's units.
        kinds: What the question asks for.
    """
    units, last = ranking.units, rows[-1]
    if units[last].cells:
        return rows
    stop = ranking.run_of(last).stop
    while last + 1 < stop and _goes_on(units[last], units[last + 1]):
        last += 1
    own = " ".join(units[row].text for row in (*rows, *range(rows[-1] + 1, last + 1)))
    if lacks_asked(own, units[rows[0]].heading, units[rows[0]].language, kinds):
        for row in range(last + 1, min(stop, last + 1 + _WHOLE_SENTENCES)):
            if units[row].block != units[last].block:
                break
            if not lacks_asked(units[row].text, "", units[row].language, kinds):
                last = row
                break
    return (*rows, *range(rows[-1] + 1, last + 1))


def _goes_on(unit: Unit, after: Unit) -> bool:
    """Whether a unit breaks off in a sentence that the next one has the rest of."""
    text = unit.text.rstrip()
    begun = text.endswith(("–", "—")) or (after.leans_on is None and _GOES_ON.match(after.text) is not None)
    return begun and after.kind == unit.kind and _BREAKS_OFF.search(text) is not None


def list_goes_on(ranking: Ranking, rows: Sequence[int]) -> bool:
    """Whether a passage ends in an item of a list, or in what introduces one, and the list has more."""
    units, last = ranking.units, rows[-1]
    run = ranking.run_of(last)
    if last + 1 >= run.stop:
        return False
    over, own = _leant_on(units, last + 1, run), _leant_on(units, last, run)
    return over is not None and over in (own, last) and INTRODUCES.search(units[over].text) is not None


def _is_prose(units: Sequence[Unit], row: int, best: int, run: slice) -> bool:
    """Whether a unit is a sentence of another one's paragraph, and no list's beginning or part."""
    if not run.start <= row < run.stop or units[row].block != units[best].block:
        return False
    return all(units[i].whole and not INTRODUCES.search(units[i].text) for i in (row, best))


def _fits(found: Found, row: int, best: int) -> bool:
    """Whether a neighbour fits about as well as a passage's best sentence."""
    if found.close is not None and not np.isnan(found.close[best]):
        return bool(found.close[row] >= found.close[best] - _CLOSE_JOINS)
    return bool(found.own[row] >= max(_JOINS * float(found.own[best]), 0.0))


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
