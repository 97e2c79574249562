"""Translations that the engine itself was unsure of."""

from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say

_LEAST_SCORE = {"firefox": -0.24}
"""Mean log-probability a token under which an engine is unsure; engines without an entry are not judged.

firefox: on 400 NTREX sentences each way between English and Portuguese 1 % score lower. chrF of the lowest 2 % is 44
(en-pt) and 54 (pt-en), of all 58 and 63; on the examples 11 of 12 lines below are wrong, of those between -0.20 and
-0.24 every second.
"""
_FEW_WORDS, _LEAST_SCORE_OF_FEW = 5, 0.16
"""A heading's score rests on a few tokens: below five words it has to be lower by this much."""


def find_confidence(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose score is among the lowest that their engine gives."""
    issues = []
    for pair in pairs:
        least = _LEAST_SCORE.get(pair.origin)
        if least is None or pair.score is None or pair.score >= least:
            continue
        if len(pair.source.split()) < _FEW_WORDS and pair.score >= least - _LEAST_SCORE_OF_FEW:
            continue
        message = say("The engine was unusually unsure of this translation: read it against its source.")
        issues.append(Issue("confidence", pair.segment, None, message))
    return issues
