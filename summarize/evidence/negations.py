"""Negations that a written sentence lost or brought in, told by what each of them governs."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from translate.text.lexicon import pattern
from translate.text.words import beginning, words

_MARKS = re.compile(r"[,;:.!?—–()\n،؛؟、，；：。！？]")
# "isn't there?", "don't you?": a question that denies nothing.
_TAG = re.compile(r"\s*(?:it|they|there|you|we|he|she|i|that)\b", re.IGNORECASE)
_QUESTION = ("?", "？", "؟")
# Words looked at behind a negation and before it, in its own clause.
_AFTER, _BEFORE = 10, 8
# How much of what a negation governs a sentence must say to have lost it: share by rarity of the words behind it and,
# for less, before it, higher the worse its source is ranked, lower where the first telling word is there. On 13
# meetings (python -m benchmarks.evidence) 0.41 finds 77 % of the lost negations and flags 10.5 % of the true sentences,
# 0.43 75 and 9.5 %.
_SAID = 0.41
_BEFORE_WEIGHT, _DOUBT = 0.3, 0.3
_BY_RANK, _FIRST_WORD = 0.01, 0.2
_TELLING = 0.4
STATED = 0.75
"""A source that has so much of a sentence says it: without that a text's own sentences are flagged."""


class _Negation(NamedTuple):
    """A negating word with the stems before it in its clause and those that it governs."""

    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def lost(sentence: str, sources: Sequence[str], language: str, rarity: Callable[[str], float]) -> str:
    """The negating word of a source whose statement a sentence makes without it; empty where there is none.

    Args:
        sentence: A written sentence.
        sources: Texts of the segments it may rest on, best first.
        language: Primary subtag of all of them.
        rarity: Weight of a beginning, near 0 for one that stands everywhere and 1 for one that stands once.
    """
    claimed = _outside(sentence, language)
    if any(stated(claimed, _outside(source, language), rarity) >= STATED for source in sources):
        return ""
    said = {beginning(word) for word in words(claimed)}
    found = [
        (_share(negation, said, rarity) - _BY_RANK * rank, negation.text)
        for rank, source in enumerate(sources)
        for negation in _negations(source, language)
    ]
    best = max(found, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _SAID else ""


def stated(sentence: str, text: str, rarity: Callable[[str], float]) -> float:
    """Share of a sentence's words, by rarity, that stand in a text, 0 to 1."""
    wanted = {beginning(word) for word in words(sentence)}
    known = {beginning(word) for word in words(text)}
    return sum(rarity(word) for word in wanted & known) / (sum(rarity(word) for word in wanted) or 1.0)


def brought_in(sentence: str, sources: Sequence[str], language: str) -> bool:
    """Whether a sentence negates and no source has a word that negates or can."""
    strong, weak = pattern("negation", language, "strong"), pattern("negation", language, "weak")
    if strong is None or not strong.search(sentence):
        return False
    return not any(strong.search(source) or (weak and weak.search(source)) for source in sources)


def _negations(text: str, language: str) -> Iterator[_Negation]:
    """Words that negate a statement, not those of a condition or of a tag question."""
    condition = pattern("negation", language, "condition")
    asks = text.rstrip().endswith(_QUESTION)
    for start, end in _spans(text, language, ("strong",)):
        first, last = _clause(text, language, start, end)
        before = text[first:start]
        if (condition and condition.search(before)) or (asks and _TAG.match(text, end)):
            continue
        yield _Negation(
            text[start:end],
            tuple(beginning(word) for word in words(before)[-_BEFORE:]),
            tuple(beginning(word) for word in words(text[end:last])[:_AFTER]),
        )


def _share(negation: _Negation, said: set[str], rarity: Callable[[str], float]) -> float:
    """How much of a negated clause is said, 0 to 1 and a bonus for its first telling word."""
    after = {word: rarity(word) for word in negation.after}
    before = {word: rarity(word) for word in negation.before}
    found = sum(weight for word, weight in after.items() if word in said)
    found += _BEFORE_WEIGHT * sum(weight for word, weight in before.items() if word in said)
    whole = _DOUBT + sum(after.values()) + _BEFORE_WEIGHT * sum(before.values())
    first = next((word for word in negation.after if after[word] > _TELLING), "")
    return found / whole + (_FIRST_WORD if first in said else 0.0)


def _outside(sentence: str, language: str) -> str:
    """The sentence without what its own negations govern."""
    kept, last = "", 0
    for start, end in _spans(sentence, language, ("strong", "other")):
        kept += sentence[last : max(last, start)] + " "
        last = max(last, _clause(sentence, language, start, end)[1])
    return kept + sentence[last:]


def _spans(text: str, language: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Where words of some kinds stand, phrases left out that only look like a negation."""
    ignored = pattern("negation", language, "ignored")
    outside = [match.span() for match in ignored.finditer(text)] if ignored else []
    finds = [find for kind in kinds if (find := pattern("negation", language, kind))]
    found = [match.span() for find in finds for match in find.finditer(text)]
    return sorted(span for span in found if not any(start <= span[0] < end for start, end in outside))


def _clause(text: str, language: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the clause around a negating word."""
    word = pattern("negation", language, "break")
    breaks = [match for find in (_MARKS, word) if find for match in find.finditer(text)]
    first = max((match.end() for match in breaks if match.end() <= start), default=0)
    return first, min((match.start() for match in breaks if match.start() >= end), default=len(text))
