"""by_when(): English “by” where an engine wrote “until”, and what is to be done is done once and by a time."""

import re

from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Repair
from translate.message import say
from translate.pipeline.rewriting import rewritten
from translate.tag import primary
from translate.text.changes import Change
from translate.text.lexicon import pattern

VERSION = 1
"""Part of the signature of a translation; another one may write “by” elsewhere."""

_NEAR = 25
"""Characters around a word in which what bars it counts: “may be delivered”, “paid each month”."""
_STOPS = re.compile(r"[;:.!?]\s|[()]")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TIME = re.compile(
    rf"\s+(?:the\s+|day\s+)?(?:(?:end|beginning|middle)\s+of\b|\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|{_MONTH}\b"
    r"|\d\d?(?:st|nd|rd|th)\b|(?:19|20)\d\d\b(?!\s+\w+s\b)|\d\d?[./]\d\d?[./]\d{4})"
)
_DISTANCE = re.compile(
    r"\s+\S+\s+(?:\w+\s+)?(?:hours|days|weeks|months|years?)\s+(?:after|before|from|following|prior)\b"
)


def by_when(text: str, found: Hypothesis, source: str, target: str) -> Hypothesis:
    """The hypothesis, with “by” for “until” where a word of the source means both and what is told happens once.

    “Submitted until 15 May” is no deadline in English. The nearest word that tells decides between it and “valid until
    15 May”; where none does, nothing changes.

    Args:
        text: The segment.
        found: Its translation; `written` keeps what the engine wrote.
        source: BCP 47 code of the segment.
        target: BCP 47 code of the translation. Only English has both words.
    """
    either = pattern("deadlines", primary(source), "either")
    until = pattern("deadlines", primary(target), "until")
    own = either.search(text) if either is not None else None
    if own is None or until is None or found.origin in NOT_TRANSLATED:
        return found
    changes = []
    for word in until.finditer(found.text):
        new = _instead(found.text, word.end())
        if new and _is_done(found.text, word, primary(target)):
            changes.append(Change(*word.span(), new.capitalize() if word[0][0].isupper() else new))
    if not changes:
        return found
    reason = say("“{word}” may be a time until which something lasts, or one by which it is done.", word=own[0])
    action = say("Put as “{new}”, by the verb.", new=changes[0].new)
    return rewritten(found, changes, Repair(reason, action))


def _instead(text: str, end: int) -> str:
    """What may stand for “until”, by the time that follows it; empty where none does."""
    if _DISTANCE.match(text, end):
        return "no later than"
    return "by" if _TIME.match(text, end) else ""


def _is_done(text: str, until: re.Match[str], language: str) -> bool:
    """Whether the word that tells, the nearest before “until” or else the first after it, is of what is done once."""
    stops = [stop.end() for stop in _STOPS.finditer(text, 0, until.start())]
    after = _STOPS.search(text, until.end())
    before, rest = text[max(stops, default=0) : until.start()], text[until.end() : after.start() if after else None]
    clause = before if before.strip() else rest
    bars = pattern("deadlines", language, "bars")
    telling = [
        (start, done)
        for start, end, done in _telling(clause, language)
        if bars is None or not bars.search(clause[max(0, start - _NEAR) : end + _NEAR])
    ]
    return bool(telling) and (max(telling) if clause is before else min(telling))[1]


def _telling(clause: str, language: str) -> list[tuple[int, int, bool]]:
    """Start and end of each word that tells, and whether it is of what is done once."""
    return [
        (*word.span(), kind == "done")
        for kind in ("done", "lasts")
        if (words := pattern("deadlines", language, kind)) is not None
        for word in words.finditer(clause)
    ]
