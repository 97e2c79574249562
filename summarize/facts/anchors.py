"""What else sets a time in an act: bare periods, events ("before the first sale") and adverbs ("annually")."""

import re
from collections.abc import Iterator

from summarize.facts.spans import CLAUSE, Span
from summarize.facts.when import counted
from translate.text.lexicon import pattern
from translate.text.number_words import word_value

_MOST_WORDS = 9
"""Words of an event that a line shows; the rest stands in the sentence."""
_BESIDE = 3
"""Characters between a period and the event that it counts from."""
_WORD = re.compile(r"[ \u00a0]*[^\s,;:.()–—]+")
# "120 or 150 days", "de seis meses a dos años": the lower end of a range.
_LOWER = re.compile(r"(?<![\w.,/])([^\W_]+)\s(?:or|to|and|ou|a|à|e|et|o|u|y)\s$")
_RANGE = re.compile(r"\s(?:or|to|and|ou|a|à|e|et|o|u|y)\s")
_ENGLISH_CLAUSE = re.compile(r"\s+(?:[\w’'-]+\s+){1,5}(?:is|are|was|were|has|have|can|may|enters?|takes?|becomes?)\s")
_GERUND = re.compile(r"\s+(?:\w+ly\s+)?[a-z]+ing\b(?!\s+(?:authorit|part|stat|part))")
_FIRST = re.compile(
    r"(?:first|second|third|fourth|fifth|primeir|segund|terceir|primer|tercer|premi|deuxi|troisi)", re.IGNORECASE
)
# "offences committed before its entry into force" are past; "shall be committed before" is not.
_PAST = re.compile(r"(?<!be )(?<!been )(?<!are )(?<!is )\b[a-z]+ed\s$")
_EFFECT = 60
"""Characters between what takes effect and the event that it takes effect at."""
# Nouns made of verbs are events; those that are bodies, too, are known by their names.
_EVENT = {
    "en": re.compile(r"(?:tion|sion|ment|al|ance|ence|ure|ing|ry|end|start|entry|meeting|birth|death|use|sale)s?\Z"),
}


def anchors(text: str, language: str, known: list[Span]) -> list[Span]:
    """Times of an act's sentence that need no date and no word of limit.

    Args:
        text: One sentence of an act's provisions.
        language: Primary subtag of its language.
        known: Spans of the dates and periods found already; what touches them is left out.

    Returns:
        Spans in order: periods that are nobody's age, events with their "until" or "before", adverbs such as
        "annually".
    """
    found = list(known)
    for finder in (_bare, _often, _events):
        for start, end in finder(text, language):
            if not any(start < b + _BESIDE and a <= end for a, b in found):
                found.append((start, end))
    return sorted(span for span in found if span not in known)


def _bare(text: str, language: str) -> Iterator[Span]:
    """Numbers before a unit of time, from the lower end of a range on; ages are none."""
    unit, before, behind = (pattern("facts", language, kind) for kind in ("period", "age_of", "of_age"))
    spans: list[Span] = []
    for match in unit.finditer(text) if unit else ():
        start, article = counted(text, match.start(), language)
        if start is None or article:
            continue
        if _FIRST.match(text, start):
            continue
        lower = _LOWER.search(text[:start])
        if lower and (lower[1].isdigit() or word_value(lower[1].casefold(), language) is not None):
            start = lower.start()
        if spans and _RANGE.fullmatch(text, spans[-1][1], start):
            start = spans.pop()[0]
        spans.append((start, match.end()))
    for start, end in spans:
        edge = len(text[:start].rstrip())
        aged = before and any(word.end() == edge for word in before.finditer(text[:start]))
        if not aged and not (behind and behind.match(text, end + 1)):
            yield start, end


def _often(text: str, language: str) -> Iterator[Span]:
    """Adverbs of frequency: "annually", "on a yearly basis"."""
    find = pattern("facts", language, "often")
    yield from (match.span() for match in find.finditer(text)) if find else ()


def _events(text: str, language: str) -> Iterator[Span]:
    """An event with the word that makes it a limit: "until its entry into force", "before the first sale"."""
    for kind in ("until_event", "before_event", "from_event"):
        find = pattern("facts", language, kind)
        for match in find.finditer(text) if find else ():
            end = _bounded(text, match.end(), language)
            if end is None or (kind == "from_event" and not _takes_effect(text, match.start(), language)):
                continue
            if kind != "before_event" or _is_event(text, match.span(), end, language):
                yield match.start(), end


def _takes_effect(text: str, before: int, language: str) -> bool:
    """Whether something takes effect right before a position, in the same clause."""
    effect = pattern("facts", language, "starts_effect")
    near = text[max(0, before - _EFFECT) : before]
    return any(not CLAUSE.search(near, match.end()) for match in effect.finditer(near)) if effect else False


def _is_event(text: str, before: Span, end: int, language: str) -> bool:
    """Whether what stands behind "before" is an event to come, and no court that somebody stands before."""
    start = before[1]
    if language not in _EVENT:
        return True
    if _PAST.search(text[: before[0]]):
        return False
    if _GERUND.match(text, start) or _ENGLISH_CLAUSE.match(text, start):
        return True
    body = pattern("facts", language, "actor")
    head = re.split(r"\s(?:of|by|for|in|at|to|on|which|that)\s", f" {text[start:end]} ")[0].split()
    is_body = body is not None and body.search(" ".join(head)) is not None
    return bool(head) and not is_body and _EVENT[language].search(head[-1].casefold()) is not None


def _bounded(text: str, start: int, language: str) -> int | None:
    """Where an event's words end: at the next mark or modal, or after some words; None where there is none."""
    modal = pattern("modals", language, "obligation")
    permits = pattern("facts", language, "permits")
    end, words = start, 0
    while words < _MOST_WORDS and (word := _WORD.match(text, end)):
        begins = word.end() - len(word[0].lstrip(" \u00a0"))
        if words and any(kind and kind.match(text, begins) for kind in (modal, permits)):
            break
        end, words = word.end(), words + 1
    return end if words else None
