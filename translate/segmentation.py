"""Sentence spans inside a block of legal and policy text. Knows no engine."""

import re

from translate.abbreviations import abbreviation_kind, is_starter
from translate.labels import label, label_end

__all__ = ["label", "label_end", "sentence_spans"]

_CLOSERS = "\"'”’»›)\\]】」』）〉》〕"
_OPENERS = "«‹“„\"'‘‚‹([（「『《¿¡"
_HARD = "!?‼⁇⁈⁉…؟۔।॥։።፧፨។៕༎᱾᱿꯫᙮᠃᠉՜"
_STOP = re.compile(
    rf"(?P<wide>[。！？｡．]++[{_CLOSERS}]*+)"
    rf"|(?P<stop>(?<![.{_HARD}])[.{_HARD}]++[{_CLOSERS}]*+(?:\[\d+\])*+)(?=\s|$)"
    rf"|(?P<note>:)(?=[ \t]*\([^()\n]*\)[ \t]*(?:\n|$))"
)
_BRACKET = re.compile(r"[()\[\]（）「」『』【】]")
_PAIRS = {")": "(", "]": "[", "）": "（", "」": "「", "』": "『", "】": "【"}
_BRACKETED_CHARACTERS = 300
_WORD = re.compile(r"[^\s\[«“„\"‘/–—]+$")
_CLITIC = re.compile(r"^[(]*(?:\w{1,6}['’])?")
_ALTERNATIVE_ENDING = re.compile(r"\(\w{1,2}\)$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,4}\.-?)+[^\W\d_]{1,4}$|[^\W\d_]$")
_CITED = re.compile(r"[\d§#№]|[IVXLCDM]+(?!\w)|[A-Z](?![^\W\d_])|[^\W\d_]{1,5}\.|n[º°o]")
_INLINE_MARKER = re.compile(r"\d{1,2}[.)][ \t]+[^\W\d_]")
_ORDINAL_DOT = ("de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu", "hr", "sl", "bs", "et", "lv", "lt", "pl", "is")


def sentence_spans(text: str, language: str = "und") -> list[tuple[int, int]]:
    """Spans of a block's sentences.

    Args:
        text: Text of one block; line ends inside it are white space.
        language: BCP 47 code; "und" knows the abbreviations of all languages.

    Returns:
        Half-open string indices, sorted, disjoint, without white space at their edges. Together they hold every
        other character except a leading label (see label_end). None for white space only.

    >>> text = "Art. 1. The Board (see p. 3) met. It adopted No. 7."
    >>> [text[start:end] for start, end in sentence_spans(text, "en")]
    ['The Board (see p. 3) met.', 'It adopted No. 7.']
    """
    spans = []
    start = label_end(text, language)
    brackets = _brackets(text)
    position = 0
    for stop in _STOP.finditer(text, start):
        while position < len(brackets) and brackets[position][1] <= stop.start():
            position += 1
        if position < len(brackets) and brackets[position][0] < stop.start():
            continue
        if not _ends(text, stop, start, language):
            continue
        if text[start : stop.end()].strip():
            spans.append(_trimmed(text, start, stop.end()))
        start = stop.end()
    if text[start:].strip():
        spans.append(_trimmed(text, start, len(text)))
    return spans


def _ends(text: str, stop: re.Match[str], start: int, language: str) -> bool:
    """Whether a stop ends a sentence."""
    rest = text[stop.end() : stop.end() + 80].lstrip()
    if not rest or stop.lastgroup == "note":
        return True
    after = rest.lstrip(_OPENERS + "–—- \t\u00a0")
    if stop.lastgroup == "wide":
        return stop.group()[-1] not in "」』”’》）)" or after[:1] not in "、，,；と"
    if not after or after[0].islower() or after[0] in ".,;:!?":
        return False
    marks = stop.group()
    if len(marks) > 1 or marks != ".":
        return marks[0] != "." or not text[max(0, stop.start() - 1) : stop.start()].isspace() or after[0].isupper()
    return _full_stop_ends(text, stop.start(), max(start, stop.start() - 30), after, language)


def _full_stop_ends(text: str, place: int, earliest: int, after: str, language: str) -> bool:
    """Whether a single full stop ends a sentence, where what follows is no word in lower case.

    Args:
        text: Text of the block.
        place: Index of the full stop.
        earliest: Index from which the word before it is looked for.
        after: What follows, from its first letter or digit on.
        language: BCP 47 code.
    """
    found = _WORD.search(text, earliest, place)
    if found is None:
        return after[0].isupper()
    word = _ALTERNATIVE_ENDING.sub("", found.group())
    kind = abbreviation_kind(word, language)
    if not kind:
        word = _CLITIC.sub("", word)
        kind = abbreviation_kind(word, language)
    starter = is_starter(after, language)
    if kind == "name":
        return False
    if kind == "number":
        return not _CITED.match(after) and (starter or len(word) > 4)
    if kind == "other" or (_INITIALS.match(word) and not word.islower()):
        return starter
    if word[-1:].isdigit():
        return language.partition("-")[0] not in _ORDINAL_DOT or not _is_ordinal(word) or starter
    if after[0].isdigit() and word.isalpha():
        return _INLINE_MARKER.match(after) is not None or len(word) > 4 or text[place + 1 : place + 3].isspace()
    return True


def _is_ordinal(word: str) -> bool:
    """Whether a number is small enough for a day, a month or a century."""
    return word.isdigit() and len(word) <= 2


def _brackets(text: str) -> list[tuple[int, int]]:
    """Outermost pairs of brackets that hold no more than a phrase: no sentence ends inside them."""
    open_at: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        character, place = match.group(), match.start()
        if character not in _PAIRS:
            open_at.append((character, place))
        elif open_at and open_at[-1][0] == _PAIRS[character]:
            begun = open_at.pop()[1]
            if place - begun <= _BRACKETED_CHARACTERS:
                while pairs and pairs[-1][0] > begun:
                    pairs.pop()
                pairs.append((begun, place))
    return pairs


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its edges."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
