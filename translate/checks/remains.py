"""Stretches of the source left as they are inside a translation."""

import re
from collections.abc import Sequence

from translate.checks.copied import MOSTLY, copied_share
from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.words import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:['’-][^\W_{UNSPACED}]+)*")
_QUOTED = re.compile(r"[\"“«„‘(\[][^\"”»“’)\]]*(?:[\"”»“’)\]]|$)")
"""A quotation may go on in the next sentence."""
_LEAST_WORDS = 6
_LEAST_LOWER = 4
"""Words in small letters that such a stretch has: capitals are names and titles, which may stay."""
_LEAST_LETTERS = 20
"""Letters in them, as close languages share short words: "que a lei de uma" is Spanish too, by its letters."""


def find_remains(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments with six words of the source in a row, outside of quotations and brackets."""
    return [issue for pair in pairs if (issue := _in_pair(pair)) is not None]


def _in_pair(pair: Pair) -> Issue | None:
    """The issue of the first such stretch; none where the check of copied text speaks of the whole."""
    if pair.source_language == pair.target_language or copied_share(pair.source, pair.target) >= MOSTLY:
        return None
    left = set(_runs([match[0] for match in _WORD.finditer(pair.source)]))
    words = list(_WORD.finditer(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), pair.target)))
    for position, run in enumerate(_runs([match[0] for match in words])):
        ordinary = [word for word in run if word[0].islower() or not word.isascii()]
        if run in left and len(ordinary) >= _LEAST_LOWER and sum(map(len, run)) >= _least(run):
            span = words[position].start(), words[position + _LEAST_WORDS - 1].end()
            message = say("“{words}” is left as in the source.", words=pair.target[slice(*span)])
            return Issue("remains", pair.segment, span, message)
    return None


def _least(run: tuple[str, ...]) -> int:
    """Letters that a stretch has at least; a character of Chinese is a word."""
    return _LEAST_WORDS if all(len(word) == 1 for word in run) else _LEAST_LETTERS


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    """Every stretch of six words."""
    return [tuple(words[i : i + _LEAST_WORDS]) for i in range(len(words) - _LEAST_WORDS + 1)]
