"""Who must do what: a modal word that obliges or forbids, and the actor that is its subject."""

import re
from typing import NamedTuple

from summarize.facts.spans import Span, actors
from translate.checks.lexicon import pattern

_CLAUSE = re.compile(r"[;；:：.。!?؛]\s*")
# How far behind a modal its subject may stand ("Bis Mai müssen die Mitgliedstaaten …", "يجب على اللجنة …").
_BEHIND = 25
# An actor as near before a modal as "ne" or "not" allows is its subject.
_BESIDE = 6
_ARTICLES_TOO = frozenset({"de", "pt"})
_INVERTED = frozenset({"de", "ar"})


class Obligation(NamedTuple):
    """Span of who must, and of the clause from there on."""

    actor: Span
    clause: Span


def obligations(text: str, language: str) -> list[Obligation]:
    """Obligations and prohibitions whose subject is a known actor; the others are left out.

    Args:
        text: One sentence.
        language: Primary subtag of its language.
    """
    found: list[Obligation] = []
    named = actors(text, language)
    for start, end in _modals(text, language):
        opened = max((match.end() for match in _CLAUSE.finditer(text[:start])), default=0)
        closed = _CLAUSE.search(text, end)
        subject = _subject(text, language, named, opened, (start, end))
        if subject and all(other.actor != subject for other in found):
            found.append(Obligation(subject, (min(subject[0], start), closed.start() if closed else len(text))))
    return found


def _modals(text: str, language: str) -> list[Span]:
    """Modal words that oblige or forbid, without those that only state."""
    stated = pattern("facts", language, "statement")
    outside = [match.span() for match in stated.finditer(text)] if stated else []
    finds = (pattern("modals", language, "obligation"), pattern("facts", language, "prohibition"))
    found = {match.span() for find in finds if find for match in find.finditer(text)}
    return [span for span in sorted(found) if not any(start <= span[0] < end for start, end in outside)]


def _subject(text: str, language: str, named: list[Span], opened: int, modal: Span) -> Span | None:
    """The actor beside the modal, else the first of the clause that no preposition governs, else one behind it."""
    before = [(start, end) for start, end in named if opened <= start and end <= modal[0]]
    free = [span for span in before if not _governed(text, language, span, opened)]
    if free:
        beside = modal[0] - free[-1][1] <= _BESIDE
        first = next(i for i, span in enumerate(before) if span == free[0])
        while first + 1 < len(before) and before[first + 1][0] == before[first][1]:
            first += 1  # 联合国会员国: a name before a name, without a space, only describes it
        return free[-1] if beside else before[first]
    if language in _INVERTED:
        return next(((start, end) for start, end in named if 0 <= start - modal[1] <= _BEHIND), None)
    return None


def _governed(text: str, language: str, span: Span, opened: int) -> bool:
    """Whether a preposition stands right before an actor; at a clause's start der, den and a are articles."""
    find = pattern("facts", language, "preposition")
    edge = len(text[: span[0]].rstrip())
    if find is None or (language in _ARTICLES_TOO and span[0] - opened < 6):
        return False
    return any(match.end() == edge for match in find.finditer(text[: span[0]]))
