"""Translations that the engine itself was unsure of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.checks.pair import Pair
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.message import say

_LEAST_SCORE = {"firefox": -0.24}
"""Mean log-probability a token under which an engine is unsure; engines without an entry are not judged.

firefox: the lowest 1 % of 1,000 NTREX sentences each way between English and Portuguese (1.1 and 1.0 %). chrF of these
is 37 (en-pt) and 46 (pt-en), of all 59 and 63, of those from -0.24 to -0.20 48 and 49. The lowest 1 % by the worst
token, the three worst, the worst quarter or the sum over a root of the length have a chrF of 41 to 55 and 45 to 58. On
the examples 11 of 12 lines below are wrong, of those between -0.20 and -0.24 every second.
"""
_FEW_WORDS, _LEAST_SCORE_OF_FEW = 5, 0.16
"""A heading's score rests on a few tokens: below five words it has to be lower by this much."""
_WORD = re.compile(r"[^\W\d_]{4,}(?:[-'’][^\W\d_]+)*")


def find_confidence(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose score is among the lowest that their engine gives, with the word that it was least sure of."""
    return [_unsure(pair) for pair in pairs if _is_unsure(pair.source, pair.origin, pair.score)]


def without_sure_scores(text: str, hypothesis: Hypothesis) -> Hypothesis:
    """The hypothesis of a text, with the scores of its tokens only where the check looks at them: they are many."""
    if not hypothesis.token_scores or _is_unsure(text, hypothesis.origin, hypothesis.score):
        return hypothesis
    return replace(hypothesis, token_scores=())


def _is_unsure(text: str, origin: str, score: float | None) -> bool:
    """Whether a text's translation has one of the lowest scores."""
    least = _LEAST_SCORE.get(origin)
    if least is None or score is None:
        return False
    return score < (least - _LEAST_SCORE_OF_FEW if len(text.split()) < _FEW_WORDS else least)


def _unsure(pair: Pair) -> Issue:
    """The issue of an unsure segment."""
    word = _least_sure_word(pair)
    if word is None:
        message = say("The engine was unusually unsure of this translation: read it against its source.")
        return Issue("confidence", pair.segment, None, message)
    message = say(
        "The engine was unusually unsure of this translation, most of all at “{word}”: read it against its source.",
        word=word[0],
    )
    return Issue("confidence", pair.segment, word.span(), message)


def _least_sure_word(pair: Pair) -> re.Match[str] | None:
    """The least probable of the longer words, by all its tokens; None where no scores are known or no word is long."""
    scored = [
        (sum(t.score for t in pair.token_scores if t.start < word.end() and word.start() < t.end), word)
        for word in _WORD.finditer(pair.target)
        if pair.token_scores
    ]
    return min(scored, key=lambda entry: (entry[0], entry[1].start()))[1] if scored else None
