"""Obligations that the translation made a permission or a recommendation, and the other way round."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import Message, say
from translate.text.lexicon import pattern

_NEGATED_BEFORE = re.compile(r"(?:\bne|\bn['’]|\bnão|\bno|\bnon|\bне|\bні|\bnie|لا|لم|لن|不|未|非)\s*$", re.IGNORECASE)
_MOST_SENTENCES = 20
_CAPITAL_MAY = "May"
"""A name, a month, or a permission in a heading: it answers a permission and asks for none."""
_SENTENCE = re.compile(r"[^.;。；؛]+(?:[.;。；؛]+|$)")
# What denies a whole clause from its start: "no one may", "em caso algum poderão".
_DENIED = re.compile(
    r"(?<!\w)(?:no|none|nobody|neither|nothing|never|ninguém|nenhum\w*|nada|nunca|caso algum|nadie|ning[uú]n\w*"
    r"|nul(?:le)?|aucun\w*|jamais|niemand\w*|kein\w*|nie|nessun\w*|никто|ни од\w+|никак\w*|никогда)(?!\w)[^.;:]*$",
    re.IGNORECASE,
)
_NEGATED_AFTER = re.compile(r"\s*(?:not\b|n['’]t\b|nicht\b|kein|niet\b)", re.IGNORECASE)


class _Modals(NamedTuple):
    """Words of each kind in a text; those that are negated are left out, as "may not" and "shall not" say the same."""

    obligation: list[re.Match[str]]
    permission: list[re.Match[str]]
    recommendation: list[re.Match[str]]
    leave: int
    repeated: int


def find_obligation(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation obliges where its source permits, or permits where its source obliges.

    What became a recommendation, or stopped being one, is a notice: the conditional of one language is often the future
    of another. In the recitals of an act, "should" is Portuguese "deve" or "deverá" and Spanish "debe", and no change.
    """
    issues = []
    recitals = _recitals(pairs)
    for position, pair in enumerate(pairs):
        if pattern("modals", pair.source_language, "obligation") and pattern(
            "modals", pair.target_language, "obligation"
        ):
            found = (_in_pair(part, position in recitals) for part in _sentences(pair))
            issues += [issue for issue in found if issue is not None][:1]
    return issues


def _recitals(pairs: Sequence[Pair]) -> range:
    """Positions of an act's recitals: from "Whereas" to "has adopted"; none where one of the two is missing."""
    starts = (i for i, pair in enumerate(pairs) if _begins(pair, "opening"))
    start = next(starts, len(pairs))
    end = next((i for i in range(start, len(pairs)) if _begins(pairs[i], "enacting")), start)
    return range(start, end)


def _begins(pair: Pair, kind: str) -> bool:
    """Whether a segment's source begins with a phrase of a kind."""
    find = pattern("modals", pair.source_language, kind)
    return find is not None and find.match(pair.source) is not None


def _sentences(pair: Pair) -> list[Pair]:
    """The sentences of a pair side by side, each in the place of its text, where both sides have equally many."""
    source, target = ([m.span() for m in _SENTENCE.finditer(text)] for text in (pair.source, pair.target))
    if len(source) != len(target) or not 2 <= len(source) <= _MOST_SENTENCES:
        return [pair]
    # Blanks in front keep the places of words.
    return [
        replace(pair, source=" " * a + pair.source[a:b], target=" " * c + pair.target[c:d])
        for (a, b), (c, d) in zip(source, target, strict=True)
    ]


def _in_pair(pair: Pair, is_recital: bool) -> Issue | None:
    """The issue of one sentence."""
    before = _modals(pair.source, pair.source_language, is_recital)
    after = _modals(pair.target, pair.target_language, is_recital)
    if _permits_instead(before, after) or _permits_more(before, after):
        word = after.permission[0]
        return Issue("obligation", pair.segment, word.span(), _permitted(before.obligation, word[0]))
    if _permits_instead(after, before) or _obliges_more(before, after):
        word = before.permission[0]
        message = say(
            "The source permits (“{before}”), the translation obliges (“{after}”).",
            before=word[0],
            after=after.obligation[0][0],
        )
        return Issue("obligation", pair.segment, word.span(), message, side="source")
    if len(before.recommendation) > len(after.recommendation) and len(after.obligation) > len(before.obligation):
        word = before.recommendation[0]
        message = say(
            "The source recommends (“{before}”), the translation obliges (“{after}”).",
            before=word[0],
            after=after.obligation[0][0],
        )
        return Issue("obligation", pair.segment, word.span(), message, "notice", side="source")
    if len(before.recommendation) < len(after.recommendation) and len(after.obligation) < len(before.obligation):
        word = after.recommendation[0]
        message = say(
            "The source obliges (“{before}”), the translation recommends (“{after}”).",
            before=before.obligation[0][0],
            after=word[0],
        )
        return Issue("obligation", pair.segment, word.span(), message, "notice")
    return None


def _permitted(obligations: list[re.Match[str]], word: str) -> Message:
    """What to say where the translation permits by a word and the source does not."""
    if not obligations:
        return say("The translation permits (“{after}”), the source does not.", after=word)
    said = obligations[0][0]
    return say("The source obliges (“{before}”), the translation permits (“{after}”).", before=said, after=word)


def _permits_instead(strong: _Modals, weak: _Modals) -> bool:
    """Whether the second side permits more and obliges less than the first."""
    return len(weak.permission) > len(strong.permission) and len(weak.obligation) < len(strong.obligation)


def _permits_more(before: _Modals, after: _Modals) -> bool:
    """Whether the translation permits what nothing in the source does."""
    permitted = len(after.permission) - (after.repeated if before.permission else 0)
    return permitted > len(before.permission) + before.leave


def _obliges_more(before: _Modals, after: _Modals) -> bool:
    """Whether a permission is gone and the translation obliges."""
    return bool(after.obligation) and len(before.permission) > len(after.permission) + after.leave


def _modals(text: str, language: str, is_recital: bool) -> _Modals:
    """Modal words of a text."""
    possibilities = _spans(text, language, "possibility")
    outside = possibilities + _spans(text, language, "ignored")

    def words(kind: str) -> list[re.Match[str]]:
        find = pattern("modals", language, kind)
        return [match for match in find.finditer(text) if _says(match, text, outside)] if find else []

    capitals = sum(text[start:end] == _CAPITAL_MAY for start, end in _spans(text, language, "permission"))
    leave = len(words("leave")) + len(possibilities) + capitals
    return _Modals(
        words("obligation"),
        sorted(words("permission") + (words("lawful") if _spans(text, language, "law") else []), key=_place),
        words("recommendation") + (words("recital") if is_recital else []),
        leave,
        len(words("repeated")),
    )


def _place(match: re.Match[str]) -> int:
    """Where a word stands."""
    return match.start()


def _spans(text: str, language: str, kind: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand."""
    find = pattern("modals", language, kind)
    return [match.span() for match in find.finditer(text)] if find else []


def _says(match: re.Match[str], text: str, outside: list[tuple[int, int]]) -> bool:
    """Whether a word is neither negated nor part of another phrase, nor the name or the month "May"."""
    return (
        match[0] != _CAPITAL_MAY
        and not any(start <= match.start() < end for start, end in outside)
        and not _NEGATED_BEFORE.search(text[max(0, match.start() - 6) : match.start()])
        and not _NEGATED_AFTER.match(text, match.end())
        and not _DENIED.search(text[: match.start()])
    )
