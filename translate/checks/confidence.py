"""Translations that the engine itself was unsure of."""

from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue

_LEAST_SCORE = {"firefox": -0.20}
"""Mean log-probability a token under which an engine is unsure; engines without an entry are not judged.

firefox: on 400 NTREX sentences each way between English and Portuguese 2 to 3 % score lower; their chrF is 46 (en-pt)
and 55 (pt-en), that of the others 58 and 63. At -0.17 it is 5 % with 47 and 57.
"""
_LEAST_LETTERS = 8


def find_confidence(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose score is among the lowest that their engine gives."""
    issues = []
    for pair in pairs:
        least = _LEAST_SCORE.get(pair.origin)
        if least is None or pair.score is None or pair.score >= least or len(pair.source) < _LEAST_LETTERS:
            continue
        message = "The engine was unusually unsure of this translation: read it against its source."
        issues.append(Issue("confidence", pair.segment, None, message))
    return issues
