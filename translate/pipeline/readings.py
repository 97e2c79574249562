"""Second readings: where the engine was not sure of a sentence, the reading that its other readings agree with most."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from translate.choices import READINGS
from translate.engines.alternatives import Alternatives
from translate.errors import InputError
from translate.hypothesis import Alternative, Hypothesis
from translate.languages.table import UNDETERMINED
from translate.message import say
from translate.pipeline.wordings import is_invented, keeps_figures, keeps_stops
from translate.text.word_list import is_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = 5
"""Part of the signature of a translation with second readings; another one may choose or offer others."""

_LEAST_SCORE = -0.12
"""Mean log-probability a token under which a sentence is read again: 30 % of NTREX's lines between English and
Portuguese. All lines gain no more in chrF and take three times as long.
"""
_UNSURE_PIECES, _LEAST_PIECES = -0.4, 3
"""Sum of the log-probabilities of a word's pieces behind the first under which it is patched together, and how many
pieces it has.

Of words that the models make up most are unsure from piece to piece (“palavidade”, “relievering”), of long words that
exist few; of words of two pieces most exist. What the list of a language has is no such word, however unsure.
"""
_MOST_UNLIKELIER = 0.05
"""How much less likely than the best reading, in log-probability a token, one without patched words may be."""
_UNSURE = math.log(0.5)
"""A word whose likeliest piece is less likely than this has its other wordings kept."""
_LEAST_WEIGHT = 0.05
_MOST_WORDS = 4
_MOST_OTHERS = 3
_LONGER_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{5,}(?![\w'’-])")


def require_readings(readings: str) -> None:
    """Raise InputError for a choice of readings that is not known."""
    if readings not in READINGS:
        raise InputError(
            say(
                "The choice of readings {readings!r} is unknown; known are {known}. Choose one of these.",
                readings=readings,
                known=", ".join(READINGS),
            )
        )


def read_again(
    texts: Sequence[str],
    hypotheses: Sequence[Hypothesis],
    engine: Alternatives,
    source: str,
    target: str,
    every: bool = False,
) -> list[Hypothesis]:
    """The hypotheses, those of unsure sentences replaced by the reading that agrees most with the others.

    A sentence with a word that is patched together is read again too, for a reading with fewer of them.

    Minimum Bayes risk (Kumar and Byrne 2004; Eikema and Aziz 2020): of the readings that a beam search ends with, the
    one whose chrF2 against all of them, each weighed by its probability, is greatest.

    Args:
        texts: Single sentences.
        hypotheses: The first translation of each, with its score.
        engine: Made them.
        source: BCP 47 code of the texts.
        target: BCP 47 code of the translations.
        every: Whether all sentences are read again.
    """
    found = list(hypotheses)
    unsure = {i for i, own in enumerate(hypotheses) if own.score is not None and (every or own.score < _LEAST_SCORE)}
    counts = [
        0 if own.score is None else patched(text, own, target) for text, own in zip(texts, hypotheses, strict=True)
    ]
    again = [i for i, count in enumerate(counts) if count or i in unsure]
    lists = engine.alternatives([texts[i] for i in again], source, target) if again else []
    for i, readings in zip(again, lists, strict=True):
        if readings[0].score is not None:
            best = most_agreed(_whole(texts[i], readings, target), texts[i], target)
            if i in unsure or patched(texts[i], best, target) < counts[i]:
                found[i] = best
    return found


def patched(text: str, reading: Hypothesis, language: str) -> int:
    """How many words of a reading the engine put together of pieces, unsure of each, that no list of words has.

    Args:
        text: The source, whose own words don't count; nor do words with a capital, which may be names.
        reading: With the scores of its tokens.
        language: BCP 47 code of the reading.
    """
    own = {word.casefold() for word in _LONGER_WORD.findall(text)}
    words = (word for word in _LONGER_WORD.finditer(reading.text) if word[0] not in own)
    return sum(_is_patched(word, reading) and not is_word(word[0], language) for word in words)


def _is_patched(word: re.Match[str], reading: Hypothesis) -> bool:
    """Whether the pieces behind a word's first are unsure."""
    pieces = [token.score for token in reading.token_scores if token.start < word.end() and word.start() < token.end]
    return word[0].islower() and len(pieces) >= _LEAST_PIECES and sum(pieces[1:]) < _UNSURE_PIECES


def _whole(text: str, readings: Sequence[Hypothesis], language: str) -> Sequence[Hypothesis]:
    """Those of the likelier readings that have the fewest patched words; all where none has any."""
    counts = [patched(text, reading, language) for reading in readings]
    if not any(counts):
        return readings
    least = (readings[0].score or 0.0) - _MOST_UNLIKELIER
    near = [count for reading, count in zip(readings, counts, strict=True) if (reading.score or 0.0) >= least]
    return [reading for reading, count in zip(readings, counts, strict=True) if count <= min(near)]


def most_agreed(readings: Sequence[Hypothesis], source: str = "", language: str = UNDETERMINED) -> Hypothesis:
    """The reading of the greatest expected chrF2, the first of equals, with the other wordings of what is unsure in it.

    Args:
        readings: At least one, with scores, and the scores of tokens where wordings are wanted.
        source: What they translate; a word of it is no invented one.
        language: BCP 47 code of the readings; a wording that would lose a number or month of theirs is not kept.
    """
    from translate.text.chrf import chrf_table  # brings NumPy, which importing does without

    weights = probabilities(readings)
    expected = chrf_table([reading.text for reading in readings]) @ weights
    best = readings[int(expected.round(9).argmax())]
    return replace(best, alternatives=_wordings(best, readings, weights.tolist(), source, language))


def probabilities(readings: Sequence[Hypothesis]) -> "NDArray[np.float64]":
    """The probability of each reading among these: of all its tokens and its end mark."""
    import numpy as np

    totals = np.array([(own.score or 0.0) * (len(own.token_scores) + 1) for own in readings])
    shares = np.exp(totals - totals.max())
    return np.asarray(shares / shares.sum(), np.float64)


def _wordings(
    best: Hypothesis, readings: Sequence[Hypothesis], weights: Sequence[float], source: str, language: str
) -> tuple[Alternative, ...]:
    """What other readings have in place of words that the engine was not sure of."""
    weight_by_place: dict[tuple[int, int], dict[str, float]] = {}
    own, places = _words(best.text)
    for reading, weight in zip(readings, weights, strict=True):
        theirs, their_places = _words(reading.text)
        for kind, a, b, c, d in SequenceMatcher(None, own, theirs, autojunk=False).get_opcodes():
            if kind == "replace" and max(b - a, d - c) <= _MOST_WORDS:
                place, theirs_place = _stretch(places, a, b), _stretch(their_places, c, d)
                wording = reading.text[slice(*theirs_place)]
                put = f"{best.text[: place[0]]}{wording}{best.text[place[1] :]}"
                if is_invented(theirs_place, reading, source, language) or not keeps_figures(best.text, put, language):
                    continue
                if not keeps_stops(best.text[slice(*place)], wording):
                    continue
                others = weight_by_place.setdefault(place, {})
                others[wording] = others.get(wording, 0.0) + weight
    found: list[Alternative] = []
    for place, others in sorted(weight_by_place.items()):
        kept = sorted((wording for wording in others if others[wording] >= _LEAST_WEIGHT), key=lambda w: -others[w])
        if kept and _is_unsure(best, place) and (not found or found[-1].end <= place[0]):
            found.append(Alternative(*place, tuple(kept[:_MOST_OTHERS])))
    return tuple(found)


def _stretch(places: Sequence[tuple[int, int]], first: int, end: int) -> tuple[int, int]:
    """Where words stand, from the first to before the end."""
    return places[first][0], places[end - 1][1]


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words between spaces, and where they stand."""
    words, places, end = text.split(), [], 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        places.append((start, end))
    return words, places


def _is_unsure(hypothesis: Hypothesis, place: tuple[int, int]) -> bool:
    """Whether a token in a stretch of the text has a low score."""
    start, end = place
    return any(token.score < _UNSURE for token in hypothesis.token_scores if token.start < end and start < token.end)
