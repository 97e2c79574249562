"""Sentence spans inside a block of legal and policy text. Knows no engine."""

import re
from collections.abc import Iterator

from translate.segmentation.abbreviations import abbreviation_kind, is_starter, lexicon_words
from translate.segmentation.labels import label, label_end, label_extent, starts_with_marker
from translate.tag import primary

__all__ = ["label", "label_end", "sentence_spans"]

_CLOSERS = "\"'”’“‘»›)\\]】」』）〉》〕"
_OPENERS = "«‹“„\"'‘‚‹([（「『《¿¡"
_HARD = "!?\u037e‼⁇⁈⁉…؟۔।॥։።፧፨។៕༎᱾᱿꯫᙮᠃᠉\u104b"
_WIDE = "。！？｡．"
_STOP = re.compile(
    rf"[.{_HARD}{_WIDE};:](?:"
    rf"(?P<wide>(?<=[{_WIDE}])[{_WIDE}]*+[”’»›)\]】」』）〉》〕]*+)"
    rf"|(?P<stop>(?<=[.{_HARD}])(?<![.{_HARD}][.{_HARD}])[.{_HARD}]*+"
    rf"(?:[ \u00a0\u202f]?[»›”](?=\s|$)|[{_CLOSERS}])*+(?:\[\d+\])*+(?=\s|$))"
    r"|(?P<greek>(?<=;)(?=\s|$))"
    r"|(?P<note>(?<=:)(?=[ \t]*\([^()\n]*\)[ \t]*(?:\n|$))))"
)
_BRACKET = re.compile(r"[()\[\]（）「」『』【】]")
_PAIRS = {")": "(", "]": "[", "）": "（", "」": "「", "』": "『", "】": "【"}

_BRACKETED_CHARACTERS = 300
"""The longest brackets in which no sentence ends. On MultiLegalSBD 100 to 2,000 give the same F1, none 0.1 less."""

_QUOTED_CHARACTERS = 80
"""The longest Japanese quotation in which no sentence ends, as in "「…。…。」と述べた". On NTREX 40 finds 91.3 % of the
ends and 75 others, 80 finds 90.1 % and 68, 120 finds 88.6 % and 63."""

_CLAUSE_CHARACTERS = 60
"""The shortest stretch of Thai that stands alone: about ten words."""

_THAI_SPACE = re.compile(r"(?<=[ก-ฮะ-ฺเ-ๅ็-๎])[ \u00a0\n]+(?=[ก-ฮเ-ไ])")
_WORD = re.compile(r"(?:(?:(?<![^\W_])[^\W\d_]{1,2}\.[ \u00a0])+[^\W\d_]{1,3}|[^\s–—]+)$")
_LETTER_NEXT = re.compile(r"[^\W\d_]\.")
_CLITIC = re.compile(r"^\w{1,6}['’]")
_ALTERNATIVE_ENDING = re.compile(r"\(\w{1,2}\)$")
_CITED = re.compile(r"[\d§#№]|[IVXLCDM]+(?!\w)|[A-Z](?![^\W\d_])|[^\W\d_]{1,5}\.|n[º°o]")
_QUOTATIVE = ("と", "って", "라고", "이라고", "하고", "고 ")
_INLINE_MARKER = re.compile(r"\d{1,2}[.)][ \t]+[^\W\d_]")
_VOWEL = re.compile(r"[^\x00-\x7f]|[aeiouy]", re.IGNORECASE)
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
    labelled = label_extent(text, language)
    start = label_end(text, language) if labelled else 0
    for end in _sentence_ends(text, start, labelled, language):
        part = text[start:end]
        if part.strip():
            spans.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = end
    return spans


def _sentence_ends(text: str, start: int, labelled: int, language: str) -> Iterator[int]:
    """String index after each sentence, the last at the text's end.

    Args:
        text: Text of the block.
        start: Index at which its first sentence begins.
        labelled: Index after its label, whose full stops end nothing: beyond start for a title.
        language: BCP 47 code.
    """
    brackets = _brackets(text)
    bracket = quotes = counted = 0
    for stop in _STOP.finditer(text, labelled):
        while bracket < len(brackets) and brackets[bracket][1] < stop.start():
            bracket += 1
        opened, closed = brackets[bracket] if bracket < len(brackets) else (len(text), len(text))
        if opened < stop.start() and (closed >= stop.end() or _is_aside(text, opened, start, stop.end())):
            continue
        if not _ends(text, stop, start, language):
            continue
        end = stop.end()
        quotes += text.count('"', counted, end)
        counted = end
        if stop.lastgroup == "wide" and quotes % 2 and text[end : end + 1] == '"':
            end += 1
        yield from _clause_ends(text, start, end, language)
        yield end
        start = end
    yield from _clause_ends(text, start, len(text), language)
    yield len(text)


def _is_aside(text: str, opened: int, start: int, end: int) -> bool:
    """Whether brackets that close with a sentence stand inside another, which goes on: in a script without capitals.

    Args:
        text: Text of the block.
        opened: Index of the opening bracket.
        start: Index at which the sentence around it begins.
        end: Index after the closing bracket.
    """
    after = text[end : end + 10].lstrip()[:1]
    return text[opened] in "([（" and bool(text[start:opened].strip()) and after.isalpha() and not after.isupper()


def _clause_ends(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Ends inside a stretch of Thai, which has no stops: at spaces, where a long enough clause is not linked on."""
    linkers = tuple(lexicon_words(language, "linker"))
    for space in _THAI_SPACE.finditer(text, start, end):
        long_enough = space.start() - start >= _CLAUSE_CHARACTERS <= end - space.end()
        linked = text.startswith(linkers, space.end()) or text.endswith(linkers, start, space.start())
        if long_enough and not linked:
            yield space.start()
            start = space.end()


def _ends(text: str, stop: re.Match[str], start: int, language: str) -> bool:
    """Whether a stop ends a sentence."""
    rest = text[stop.end() : stop.end() + 80]
    marks = stop.group()
    if not rest.strip() or stop.lastgroup == "note":
        return True
    if stop.lastgroup == "greek" and primary(language) != "el":
        return False
    after = rest.lstrip().lstrip(_OPENERS + "–—- \t\u00a0")
    if marks[-1] in "」』”’》）)" and rest.lstrip().startswith(_QUOTATIVE):
        return False
    if stop.lastgroup == "wide":
        return after[:1] not in "、，,；"
    if not after or after[0].islower() or after[0] in ".,;:!?":
        return False
    if marks != ".":
        return marks != ";" or after[0].isupper()
    if rest[0] in "\u00a0\u202f" and after[0].isalnum() and after[0] == rest.lstrip()[0]:
        return False  # a space that keeps words together: "EE. UU.", "M. Dupont"
    word = _WORD.search(text, max(start, stop.start() - 30), stop.start())
    return word is None or _full_stop_ends(text, word, after, language)


def _full_stop_ends(text: str, found: re.Match[str], after: str, language: str) -> bool:
    """Whether a full stop after a word ends a sentence, where what follows is no word in lower case.

    Args:
        text: Text of the block.
        found: The word.
        after: What follows, from its first letter or digit on.
        language: BCP 47 code.
    """
    word = _ALTERNATIVE_ENDING.sub("", found.group().split()[-1]).lstrip(_OPENERS)
    if word[-1:] in _CLOSERS:
        return True
    if word[-2:-1] in ("", ".") and word[-1:].isalpha() and _LETTER_NEXT.match(after):
        return False  # "z. B.", "J. R. Harlow"
    if text[max(0, found.start() - 1) : found.start()] in ("\n", "\r") and starts_with_marker(word + "."):
        return False
    if (
        word in lexicon_words(language, "unit")
        and text[max(0, found.start() - 5) : found.start()].rstrip()[-1:].isdigit()
    ):
        return after[0].isalpha()
    kind = (
        abbreviation_kind("".join(found.group().split()), language)
        or abbreviation_kind(word, language)
        or abbreviation_kind(_CLITIC.sub("", word), language)
    )
    starter = is_starter(after, language)
    if kind == "name":
        return False
    if kind == "number":
        return not _CITED.match(after) and (starter or (len(word) > 2 and word.islower()))
    if kind in ("other", "unit") or _is_initials(word):
        return starter
    if word[-1:].isdigit():
        return primary(language) not in _ORDINAL_DOT or not _is_ordinal(word) or starter
    if after[0].isdigit():
        return _INLINE_MARKER.match(after) is not None or not _is_like_abbreviation(word)
    return True


def _is_initials(word: str) -> bool:
    """Whether a word is a capital, or short parts with full stops between: "J", "U.S", "Pub.L", "z.B"."""
    parts = word.split(".")
    if len(parts) == 1:
        return len(word) == 1 and word.isupper()
    return all(0 < len(part) <= (1 if part.islower() else 4) and not part.isdigit() for part in parts)


def _is_like_abbreviation(word: str) -> bool:
    """Whether a word that no lexicon has may be short for another: no vowel, or a short one with a capital."""
    return len(word) <= 5 and (word[0].isupper() or not _VOWEL.search(word))


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
            if place - begun <= (_QUOTED_CHARACTERS if character in "」』" else _BRACKETED_CHARACTERS):
                while pairs and pairs[-1][0] > begun:
                    pairs.pop()
                pairs.append((begun, place))
    return pairs
