"""Translations too short or too long for their source, by what is usual for the pair of languages."""

import math
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from statistics import median
from typing import NamedTuple

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import Message, say

_OTHER = re.compile(r"[\W_]+")

SHORT, LONG = -3.0, 4.5
"""Deviations from the usual length at which a segment is too short or too long."""
_FEW_LETTERS = 12
"""Below this a heading or a table cell says nothing by its length."""
_PRIOR = 40
"""Segments that the languages' own means weigh against what the document shows."""


class _Row(NamedTuple):
    """A language's letters against English: mean log ratio, spread in long segments and in those of 40 letters."""

    mean: float
    spread: float
    spread_at_40: float


_UNKNOWN = _Row(0.1, 0.2, 0.3)


def find_length(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation is much shorter or longer than the languages and this document would have it."""
    usual = _usual_shift(pairs)
    issues = []
    for pair in pairs:
        deviation = length_deviation(pair, usual)
        if deviation < SHORT or deviation > LONG:
            share = round(100 * letters(pair.target) / max(1, letters(pair.source)))
            short = deviation < SHORT
            message = _too_short(share) if short else _too_long(share)
            issues.append(Issue("length", pair.segment, None, message, repairable=short))
    return issues


def _too_short(share: int) -> Message:
    """What to say of a translation that lacks letters; `share` is in per cent."""
    return say(
        "The translation is very short for its source ({share} % of its letters): something may be missing.",
        share=share,
    )


def _too_long(share: int) -> Message:
    """What to say of a translation that has too many letters; `share` is in per cent."""
    return say(
        "The translation is very long for its source ({share} % of its letters): something may have been added.",
        share=share,
    )


def letters(text: str) -> int:
    """Letters, digits and vowel signs: everything but white space and punctuation."""
    return len(_OTHER.sub("", text))


def length_deviation(pair: Pair, shift: float = 0.0) -> float:
    """How far a translation's length is from the usual, in standard deviations; 0 with few letters on both sides.

    Args:
        pair: Segment and translation.
        shift: What this document adds to the languages' mean log ratio.
    """
    before, after = letters(pair.source), letters(pair.target)
    if max(before, after) < _FEW_LETTERS:
        return 0.0
    mean, long_spread, short_spread = _expected(pair.source_language, pair.target_language)
    deviation = math.log((after + 1) / (before + 1)) - mean - shift
    per_letter = (short_spread**2 - long_spread**2) * 40
    return deviation / math.sqrt(long_spread**2 + per_letter / max(10.0, before * math.exp(max(0.0, -_mean_of(pair)))))


def _mean_of(pair: Pair) -> float:
    """Mean log ratio of the source language, so that letters are counted as English ones."""
    row = _rows().get(pair.source_language)
    return row.mean if row else _UNKNOWN.mean


def _usual_shift(pairs: Sequence[Pair]) -> float:
    """What the document's own median ratio adds to the languages', the less the shorter the document is."""
    ratios = []
    for pair in pairs:
        before, after = letters(pair.source), letters(pair.target)
        if min(before, after) >= _FEW_LETTERS:
            mean, _, _ = _expected(pair.source_language, pair.target_language)
            ratios.append(math.log(after / before) - mean)
    return median(ratios) * len(ratios) / (len(ratios) + _PRIOR) if ratios else 0.0


@cache
def _rows() -> dict[str, _Row]:
    """Length data by language."""
    lines = files("translate.lexicons").joinpath("length.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {language: _Row(float(a), float(b), float(c)) for language, a, b, c in fields}


@cache
def _expected(source: str, target: str) -> _Row:
    """Mean and spreads of a pair; the variances of two languages other than English add up."""
    before, after = _rows().get(source, _UNKNOWN), _rows().get(target, _UNKNOWN)
    long_spread = math.hypot(before.spread, after.spread)
    short_spread = math.hypot(before.spread_at_40, after.spread_at_40)
    return _Row(after.mean - before.mean, max(long_spread, 0.1), max(short_spread, 0.15))
