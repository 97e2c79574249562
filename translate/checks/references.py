"""References to provisions, acts and documents that the translation changed or lost."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from translate.checks.pair import Pair
from translate.issue import Issue, Side
from translate.message import say
from translate.text.lexicon import compiled, rows
from translate.text.number_words import word_numbers, word_values
from translate.text.numerals import numerals
from translate.text.repeated import repeated

_LABEL = re.compile(r"(?<!\w)(?:[IVXLC]+|\d+)(?!\w)")
# The word before a number, and what may stand between: "n.º", "No", "(EU)".
_BEFORE = re.compile(
    r"([^\W\d_]+\.?)[\s\u00a0]*(?:n\.?\s?[º°]|n\.?\s?os|nos?\.?|nr\.?|№|\(?(?:EU|UE|EC|CE|EG|ЕС|EEC|CEE)\)?|[\s\u00a0])*$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<=[\w)])\s?\((?P<letter>[a-z]|[ivx]{2,5})\)|(?<![\w(])(?P<other>[a-z]|[ivx]{2,5})\)")
_SUBDIVISION = re.compile(r"\d\((\d{1,2})\)")
# UN documents, CELEX numbers, cases, Commission papers: written alike in every language.
_CODE = re.compile(
    r"(?<![\w/])(?:[A-Z]{1,5}(?:/[\w.-]+){1,6}/?\d[\w/.]*|3\d{4}[A-Z]{1,2}\d{4}|[CT]-\d{1,4}/\d{2}|COM\(\d{4}\)\s?\d+)(?!\w)"
)
_DISTINCT = frozenset(
    {"article", "chapter", "annex", "part", "title", "regulation", "directive", "decision", "recital"}
)
_HAN_LABEL = re.compile(r"第([〇零一二三四五六七八九十百\d]+)(条|條|项|項|款|节|節|章|部分)")


class Reference(NamedTuple):
    """A provision or act by its number; `roman` where the number is a Roman numeral or a Chinese one."""

    kind: str
    value: float
    start: int
    end: int
    in_digits: bool


def find_references(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that refer to another provision, act or document than their source."""
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> list[Issue]:
    """Codes, numbers that are not in digits, kinds, and letters of subdivisions; numbers in digits are numbers."""
    return _codes(pair) or _numbers(pair) or _kinds(pair) or _letters(pair) or _subdivisions(pair)


def _codes(pair: Pair) -> list[Issue]:
    """A document's symbol that is not there letter by letter."""
    for match in _CODE.finditer(pair.source):
        if _plain(match[0]) not in _plain(pair.target):
            message = say("The reference {code} is not in the translation.", code=match[0])
            return [Issue("references", pair.segment, match.span(), message, side="source")]
    return []


def _plain(text: str) -> str:
    """A symbol without spaces, with one kind of hyphen."""
    return re.sub(r"[\s\u00a0]", "", text).replace("‑", "-").replace("–", "-")


def _numbers(pair: Pair) -> list[Issue]:
    """A provision whose Roman or Chinese number changed: digits are left to the check of numbers."""
    source, target = references(pair.source, pair.source_language), references(pair.target, pair.target_language)
    if not any(not reference.in_digits for reference in (*source, *target)):
        return []
    lost = _missing(source, pair.target, pair.target_language)
    added = _missing(target, pair.source, pair.source_language)
    if lost and added:
        both = pair.source[lost[0].start : lost[0].end], pair.target[added[0].start : added[0].end]
        message = say("The source refers to {before}, the translation to {after}.", before=both[0], after=both[1])
        return [Issue("references", pair.segment, (added[0].start, added[0].end), message)]
    if lost:
        words = pair.source[lost[0].start : lost[0].end]
        message = say("The reference to {words} is not in the translation.", words=words)
        return [Issue("references", pair.segment, (lost[0].start, lost[0].end), message, side="source")]
    if added:
        words = pair.target[added[0].start : added[0].end]
        message = say("The translation refers to {words}, the source does not.", words=words)
        return [Issue("references", pair.segment, (added[0].start, added[0].end), message)]
    return []


def _missing(found: list[Reference], other: str, language: str) -> list[Reference]:
    """References that are not in digits and whose number the other text does not say."""
    wanted = [reference for reference in found if not reference.in_digits]
    if not wanted:
        return []
    values = word_values(other, language) | {
        value for n in numerals(other, language) for value in (*n.values, *n.parts)
    }
    return [reference for reference in wanted if reference.value not in values]


def _kinds(pair: Pair) -> list[Issue]:
    """A number that is an article on one side and an annex or a chapter on the other."""
    source, target = references(pair.source, pair.source_language), references(pair.target, pair.target_language)
    for reference in source:
        others = [other for other in target if other.value == reference.value]
        same = {other.kind for other in others}
        if reference.kind in _DISTINCT and same and same <= _DISTINCT and reference.kind not in same:
            kinds = {other.kind for other in source if other.value == reference.value}
            if not kinds & same:
                message = say(
                    "The source refers to {before}, the translation to {after}.",
                    before=pair.source[reference.start : reference.end],
                    after=pair.target[others[0].start : others[0].end],
                )
                return [Issue("references", pair.segment, (reference.start, reference.end), message, side="source")]
    return []


def _letters(pair: Pair) -> list[Issue]:
    """A subdivision's letter that changed: (a) and then b)."""
    source, target = _letter_matches(pair.source), _letter_matches(pair.target)
    if bool(source) != bool(target) and _SUBDIVISION.search(pair.source):
        letter, span = (source or target)[0]
        side: Side = "source" if source else "target"
        if source:
            message = say("The letter ({letter}) of a reference is in the source only.", letter=letter)
        else:
            message = say("The letter ({letter}) of a reference is in the translation only.", letter=letter)
        return [Issue("references", pair.segment, span, message, side=side)]
    if not source or not target:
        return []
    before, after = {letter for letter, _ in source}, {letter for letter, _ in target}
    lost = [entry for entry in source if entry[0] not in after]
    added = [entry for entry in target if entry[0] not in before]
    if lost and added:
        message = say(
            "The source refers to ({before}), the translation to ({after}).", before=lost[0][0], after=added[0][0]
        )
        return [Issue("references", pair.segment, added[0][1], message)]
    return []


def _subdivisions(pair: Pair) -> list[Issue]:
    """A paragraph's number in brackets, as in 5(1), that the translation says fewer times than the source."""
    for match in _SUBDIVISION.finditer(pair.source):
        value = float(match[1])
        before, after = (
            sum(value in (*number.values, *number.parts) for number in numerals(text, language))
            for text, language in ((pair.source, pair.source_language), (pair.target, pair.target_language))
        )
        if after < before and value not in word_values(pair.target, pair.target_language):
            message = say(
                "The number {number} of {reference} in a reference is not in the translation.",
                number=match[1],
                reference=match[0],
            )
            return [Issue("references", pair.segment, match.span(1), message, side="source")]
    return []


def _letter_matches(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Letters of subdivisions with their spans."""
    return [(match["letter"] or match["other"], match.span()) for match in _LETTER.finditer(text)]


@repeated
def references(text: str, language: str) -> list[Reference]:
    """Provisions and acts that a text refers to by number, in order."""
    if language == "zh":
        return _han_references(text)
    found = []
    for label in _LABEL.finditer(text):
        before = _BEFORE.search(text[max(0, label.start() - 40) : label.start()])
        kind = _kind(before[1].casefold().rstrip("."), language) if before else ""
        # "any point I would face": the pronoun is no number.
        if before and kind and not (label[0] == "I" and before[1].islower()):
            digits = label[0].isdecimal()
            values = [float(label[0])] if digits else sorted(word_values(label[0], ""))
            if not values:  # letters that make no Roman numeral
                continue
            start = max(0, label.start() - 40) + before.start()
            found.append(Reference(kind, values[0], start, label.end(), digits))
    return found


def _han_references(text: str) -> list[Reference]:
    """第七章, 第12条."""
    kinds = {word: kind for (language, kind), words in rows("references").items() if language == "zh" for word in words}
    found = []
    for match in _HAN_LABEL.finditer(text):
        digits = match[1].isdecimal()
        value = float(match[1]) if digits else word_numbers(match[1], "zh")[0].value
        found.append(Reference(kinds[match[2]], value, match.start(), match.end(), digits))
    return found


@lru_cache(maxsize=8192)
def _kind(word: str, language: str) -> str:
    """Kind of provision or act that a word names, or empty."""
    return next((kind for kind, expression in _patterns(language) if expression.fullmatch(word)), "")


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """An expression for each kind of provision in a language."""
    return tuple(
        (kind, compiled(words, language)) for (code, kind), words in rows("references").items() if code == language
    )
