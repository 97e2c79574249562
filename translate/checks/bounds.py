"""Bounds and scope that the translation turned round: at least and at most, before and after, with and without."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.lexicon import pattern, rows

_LEXICON = "bounds"
_ANSWERS = "answers"
_OUTSIDE = frozenset({"none", "either"})
_TOGETHER = 20
"""Letters within which two denials are one: "ne … pas"."""
_APART = 0.25
"""Share of a text by which a negation may stand elsewhere than the word that it answers, on good translations of news:
.2 finds 1 in 100 more and flags a tenth more, .35 finds as much less."""


class _Poles(NamedTuple):
    """What a text says of one contrast: the words of each pole, and whether another word may be either."""

    found: tuple[list[re.Match[str]], list[re.Match[str]]]
    open: bool


def find_bounds(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation turns a contrast round, or says one of its words that nothing in the source answers.

    Turned round is a contrast of which one pole is said less often than in the source, and the other more often; not
    where one side negates besides and the other does not. Unanswered is a word of the translation that asks for an
    answer, such as "without", where the source has no word of that pole and none that may say the same.
    """
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> Iterator[Issue]:
    """One issue for each contrast that is turned round or unanswered."""
    for contrast in _contrasts():
        source = _poles(pair.source, pair.source_language, contrast)
        target = _poles(pair.target, pair.target_language, contrast)
        turned = None if source.open or target.open else _turned(source, target)
        if turned is not None and _negates(pair.source, pair.source_language, turned[0]) == _negates(
            pair.target, pair.target_language, turned[1]
        ):
            before, after = turned[0][0], turned[1][0]
            message = say("The source says “{before}”, the translation “{after}”.", before=before, after=after)
            yield Issue("bounds", pair.segment, turned[1].span(), message)
        else:
            yield from islice(_unanswered(pair, contrast), 1)


def _unanswered(pair: Pair, contrast: str) -> Iterator[Issue]:
    """Issues of the words of a contrast that nothing on the other side answers."""
    for pole in _contrasts()[contrast]:
        kind = f"{contrast}:{pole}"
        said = _asking(pair.target, pair.target_language, kind, pair.source, pair.source_language)
        if said is not None:
            message = say("The translation says “{after}”, and nothing in the source does.", after=said[0])
            yield Issue("bounds", pair.segment, said.span(), message)


def _asking(text: str, language: str, kind: str, other: str, other_language: str) -> re.Match[str] | None:
    """The first word of a pole in a text that asks for an answer and has none in the other.

    Denials answer only from about the same place, and only as many as the text has not denials of its own for.
    """
    find = pattern(_LEXICON, language, f"asks:{kind}")
    answer = pattern(_ANSWERS, other_language, kind)
    denial = pattern(_ANSWERS, other_language, f"near:{kind}")
    if find is None or not (answer or denial):
        return None
    outside = [match.span() for match in _matches(text, language, f"{kind.partition(':')[0]}:none")]
    said = next((m for m in find.finditer(text) if not any(a <= m.start() < b for a, b in outside)), None)
    if said is None or (answer and answer.search(other)) or next(_matches(other, other_language, kind), None):
        return None
    if denial is None:
        return said
    own = pattern(_ANSWERS, language, f"near:{kind}")
    spare = len(_apart(denial, other, said, text)) - (len(_apart(own, text, said, text)) if own else 0)
    return said if spare <= 0 else None


def _apart(find: re.Pattern[str], text: str, said: re.Match[str], other: str) -> list[re.Match[str]]:
    """Denials of a text at about the place that a word has in the other text; those close together are one."""
    place = said.start() / len(other)
    near: list[re.Match[str]] = []
    for match in find.finditer(text):
        is_near = abs(match.start() / len(text) - place) <= _APART
        if is_near and match.start() != said.start() and not (near and match.start() - near[-1].start() < _TOGETHER):
            near.append(match)
    return near


def _turned(source: _Poles, target: _Poles) -> tuple[re.Match[str], re.Match[str]] | None:
    """A word of the source and one of the translation for the opposite, where one is said less often, one more."""
    more = [len(after) - len(before) for before, after in zip(source.found, target.found, strict=True)]
    if min(more) >= 0 or max(more) <= 0:
        return None
    lost, won = more.index(min(more)), more.index(max(more))
    return source.found[lost][0], target.found[won][0]


@cache
def _contrasts() -> dict[str, tuple[str, ...]]:
    """The poles of each contrast."""
    found: dict[str, dict[str, None]] = {}
    for _, kind in rows(_LEXICON):
        contrast, _, pole = kind.partition(":")
        if pole not in _OUTSIDE and contrast != "asks":
            found.setdefault(contrast, {})[pole] = None
    return {contrast: tuple(poles) for contrast, poles in found.items()}


@lru_cache(maxsize=2048)
def _poles(text: str, language: str, contrast: str) -> _Poles:
    """What a text says of a contrast."""
    outside = [match.span() for match in _matches(text, language, f"{contrast}:none")]
    first, second = (
        [
            match
            for match in _matches(text, language, f"{contrast}:{pole}")
            if not any(start <= match.start() < end for start, end in outside)
        ]
        for pole in _contrasts()[contrast]
    )
    return _Poles((first, second), next(_matches(text, language, f"{contrast}:either"), None) is not None)


def _negates(text: str, language: str, said: re.Match[str]) -> bool:
    """Whether a text says "not" beside a word: "not without" and "with" agree, and so do "not allowed" and "banned"."""
    find = pattern("negation", language, "strong")
    return find is not None and any(not said.start() <= match.start() < said.end() for match in find.finditer(text))


def _matches(text: str, language: str, kind: str) -> Iterator[re.Match[str]]:
    """Words of a kind."""
    find = pattern(_LEXICON, language, kind)
    return find.finditer(text) if find else iter(())
