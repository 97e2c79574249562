"""Bounds and scope that the translation turned round: at least and at most, before and after, with and without."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.lexicon import pattern, rows

_LEXICON = "bounds"
_OUTSIDE = frozenset({"none", "either"})


class _Poles(NamedTuple):
    """What a text says of one contrast: the words of each pole, and whether another word may be either."""

    found: tuple[list[re.Match[str]], list[re.Match[str]]]
    open: bool


def find_bounds(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation says one pole of a contrast less often than its source, and the other more often.

    Nothing is said where one of them negates besides and the other does not.
    """
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> Iterator[Issue]:
    """One issue for each contrast that is turned round."""
    for contrast in _contrasts():
        source = _poles(pair.source, pair.source_language, contrast)
        if source.open or not any(source.found):
            continue
        target = _poles(pair.target, pair.target_language, contrast)
        turned = None if target.open else _turned(source, target)
        if turned is not None and _negates(pair.source, pair.source_language, turned[0]) == _negates(
            pair.target, pair.target_language, turned[1]
        ):
            before, after = turned[0][0], turned[1][0]
            message = say("The source says “{before}”, the translation “{after}”.", before=before, after=after)
            yield Issue("bounds", pair.segment, turned[1].span(), message)


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
        if pole not in _OUTSIDE:
            found.setdefault(contrast, {})[pole] = None
    return {contrast: tuple(poles) for contrast, poles in found.items()}


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
