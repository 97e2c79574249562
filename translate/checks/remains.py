"""Stretches of the source left as they are inside a translation."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from translate.checks.copied import MOSTLY, copied_share
from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.addresses import ADDRESS
from translate.text.words import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:['’-][^\W_{UNSPACED}]+)*")
_QUOTED = re.compile(r"[\"“«„‘(\[][^\"”»“’)\]]*(?:[\"”»“’)\]]|$)")
"""A quotation may go on in the next sentence."""
_BRACKETED = re.compile(r"[(（][^)）]*[)）]")
_EDGES = '"“«„‘([”»’)] .,;:!?'
_MOST_WORDS = 8
"""Words of the longest stretch that is looked at as a whole."""
_CLOSE = frozenset({"pt", "es", "gl", "ca"})
"""Languages in which many words in a row are the same, “convertido por”."""


class _Least(NamedTuple):
    """What a stretch has at least: words; words in small letters, as capitals are names and titles; letters."""

    words: int
    lower: int
    letters: int


_LEAST, _LEAST_CLOSE = _Least(5, 3, 14), _Least(6, 4, 20)
"""On good translations: 4 words flag twice as many, 6 words find 84 % of what is left and not 91.
Close languages share short words: "que a lei de uma" is Spanish too, by its letters."""


def find_remains(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments with five of the source's words in a row, six between close languages, outside quotations, addresses."""
    return [issue for pair in pairs if (issue := _in_pair(pair)) is not None]


def _in_pair(pair: Pair) -> Issue | None:
    """The issue of the first such stretch; none where the check of copied text speaks of the whole."""
    if pair.source_language == pair.target_language or copied_share(pair.source, pair.target) >= MOSTLY:
        return None
    own = [match[0] for match in _WORD.finditer(ADDRESS.sub(" ", _BRACKETED.sub(" ", pair.source)))]
    words = list(_WORD.finditer(_QUOTED.sub(lambda quoted: _blank(quoted, pair.source), pair.target)))
    least = _LEAST_CLOSE if {pair.source_language, pair.target_language} <= _CLOSE else _LEAST
    for size in range(least.words, _MOST_WORDS + 1):
        left = set(_runs(own, size))
        for position, run in enumerate(_runs([match[0] for match in words], size)):
            if run in left and _is_text(run, least):
                span = words[position].start(), words[position + size - 1].end()
                message = say("“{words}” is left as in the source.", words=pair.target[slice(*span)])
                return Issue("remains", pair.segment, span, message)
    return None


def _blank(quoted: re.Match[str], source: str) -> str:
    """A quotation of the translation: blanks where the source has the whole of it, which may stay."""
    return " " * len(quoted[0]) if quoted[0].strip(_EDGES).casefold() in source.casefold() else quoted[0]


def _is_text(run: tuple[str, ...], least: _Least) -> bool:
    """Whether a stretch is more than names; a character of Chinese is a word."""
    ordinary = sum(word[0].islower() or not word.isascii() for word in run)
    letters = len(run) if all(len(word) == 1 for word in run) else least.letters
    return ordinary >= least.lower and sum(map(len, run)) >= letters


def _runs(words: list[str], size: int) -> list[tuple[str, ...]]:
    """Every stretch of so many words."""
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
