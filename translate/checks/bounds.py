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
    """What a text says of one contrast: the first word of each pole, and whether a word may be either."""

    found: dict[str, re.Match[str]]
    open: bool


def find_bounds(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that say one pole of a contrast and no other, and whose translation says the opposite and no other."""
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> Iterator[Issue]:
    """One issue for each contrast that is turned round."""
    for contrast in _contrasts():
        source = _poles(pair.source, pair.source_language, contrast)
        target = _poles(pair.target, pair.target_language, contrast) if len(source.found) == 1 else None
        if target is None or len(target.found) != 1 or source.open or target.open:
            continue
        (before,), (after,) = source.found.items(), target.found.items()
        if before[0] != after[0] and _negates(pair.source, pair.source_language, before[1]) == _negates(
            pair.target, pair.target_language, after[1]
        ):
            message = say(
                "The source says “{before}”, the translation “{after}”.", before=before[1][0], after=after[1][0]
            )
            yield Issue("bounds", pair.segment, after[1].span(), message)


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
    found = {}
    for pole in _contrasts()[contrast]:
        said = [
            match
            for match in _matches(text, language, f"{contrast}:{pole}")
            if not any(start <= match.start() < end for start, end in outside)
        ]
        if said:
            found[pole] = said[0]
    return _Poles(found, next(_matches(text, language, f"{contrast}:either"), None) is not None)


def _negates(text: str, language: str, said: re.Match[str]) -> bool:
    """Whether a text says "not" beside a word: "not without" and "with" agree, and so do "not allowed" and "banned"."""
    find = pattern("negation", language, "strong")
    return find is not None and any(not said.start() <= match.start() < said.end() for match in find.finditer(text))


def _matches(text: str, language: str, kind: str) -> Iterator[re.Match[str]]:
    """Words of a kind."""
    find = pattern(_LEXICON, language, kind)
    return find.finditer(text) if find else iter(())
