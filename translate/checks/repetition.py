"""Loops: words that the translation says again and again, and the source does not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from translate.checks.pair import Pair
from translate.issue import Issue, Severity
from translate.message import say
from translate.text.words import UNSPACED

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
_UNSPACED_CHARACTER = re.compile(rf"[{UNSPACED}]")
_INSIDE_A_WORD = re.compile(r"(\w{2,12}?)\1{3,}|([^\w\s])\2{11,}")
_AND = frozenset(
    {"and", "or", "e", "ou", "y", "o", "et", "und", "oder", "of", "en", "и", "или", "і", "або", "i", "lub"}
)
# Said twice in many languages to mean "ever more", "again and again".
_EMPHATIC = frozenset(
    {
        "more",
        "less",
        "again",
        "over",
        "mais",
        "menos",
        "más",
        "plus",
        "moins",
        "mehr",
        "immer",
        "wieder",
        "più",
        "больше",
    }
)
# English says few words twice running: an article or preposition that it does is a slip.
_DOUBLED_IN_ENGLISH = frozenset({"had", "that", "is", "so", "very", "no", "bye", "ha", "her", "do", "long", "many"})
# "O turno da noite e da noite" is of the evening and the night: a preposition may begin something else.
_OF = frozenset(
    {"da", "do", "das", "dos", "na", "no", "nas", "nos", "del", "de", "du", "des", "dal", "della", "von", "vom"}
)
_LONGEST = 8
_CONTENT_LETTERS = 5
_PAIR_LETTERS = 10
_SEVERE = 3
_SHORT_SEGMENT = 20
"""Words up to which a word said again is no style but a sign of a loop."""


class _Word(NamedTuple):
    """A word as it is compared, and its span."""

    text: str
    start: int
    end: int


def find_repetition(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation repeats words that their source says fewer times.

    An error where a stretch comes three times or more and makes up most of the translation.
    """
    issues = []
    for pair in pairs:
        span = _loop(pair.source, pair.target, pair.target_language == "en")
        if span:
            words = pair.target[span[0] : span[1]]
            shown = words if len(words) <= 60 else f"{words[:57].rstrip()}…"
            message = say("The translation repeats “{words}”, the source does not.", words=shown)
            severity: Severity = "error" if _is_severe(pair.target, span) else "warning"
            issues.append(Issue("repetition", pair.segment, span, message, severity))
    return issues


def _is_severe(target: str, span: tuple[int, int]) -> bool:
    """Whether a loop makes up most of a translation: few different words in a long stretch."""
    words = [word.text for word in _words(target[span[0] : span[1]])]
    return len(words) >= _SEVERE * max(1, len(set(words))) and 2 * (span[1] - span[0]) > len(target)


def _loop(source: str, target: str, english: bool) -> tuple[int, int] | None:
    """Span of the first repeated stretch, or None."""
    inside = _INSIDE_A_WORD.search(target) if len(target) > 24 and not _INSIDE_A_WORD.search(source) else None
    if inside:
        return inside.span()
    words = _words(target)
    if len(words) == len({word.text for word in words}):
        return None
    original = _words(source)
    found = next(_adjacent(words, target, english), None)
    if found is not None and next(_adjacent(original, source, False), None) is None:
        return found
    return _again(words, original, source)


def _words(text: str) -> list[_Word]:
    """Words in order; every character of a script without spaces is a word."""
    return [_Word(match[0].casefold(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _adjacent(words: list[_Word], text: str, english: bool) -> Iterator[tuple[int, int]]:
    """Spans of stretches of one to eight words that are said again at once, each with all its repetitions."""
    for length in range(1, _LONGEST + 1):
        same = 0
        for position in range(len(words) - length + 1):
            follows = position + length < len(words) and words[position].text == words[position + length].text
            if follows:
                same += 1
                continue
            if same >= length:
                stretch = words[position - same : position + length]
                if _counts(stretch, length, text, english):
                    yield stretch[0].start, stretch[-1].end
            same = 0


def _counts(stretch: list[_Word], length: int, text: str, english: bool) -> bool:
    """Whether a repeated stretch is more than style: long enough, or said three times.

    "die die", "hat, hat" (but not "the the") and a reduplicated Chinese word are grammar; numbers come twice in tables.
    """
    if all(word.text.isdigit() for word in stretch):
        return False
    characters = sum(len(word.text) for word in stretch[:length])
    if len(stretch) >= 3 * length:
        return characters > 1 or len(stretch) >= 4
    between = text[stretch[length - 1].end : stretch[length].start]
    unspaced = bool(_UNSPACED_CHARACTER.match(stretch[0].text))
    if length == 1 and english and not between.strip():
        name = text[stretch[0].start].isupper() or text[: stretch[0].start].endswith("-")
        return not name and stretch[0].text not in _DOUBLED_IN_ENGLISH
    return characters >= (3 if unspaced else 5) and ((length > 2 and not unspaced) or not between.strip())


def _again(words: list[_Word], original: list[_Word], source: str) -> tuple[int, int] | None:
    """First run of words that comes again further on, where the source repeats no word of weight."""
    unspaced = sum(len(word.text) == 1 for word in words) > len(words) / 2
    quiet = _is_quiet(original, source)
    for length, times in ((8, 2), (4, 3)) if unspaced else ((4, 2), (3, 3), (2, 4)):
        most = max(_counted(original, length // (2 if unspaced else 1)).values(), default=1)
        found = _most_frequent(words, length)
        if found and found[1] >= times + most - 1 and (quiet or found[1] >= times + 1):
            return words[found[0]].start, words[found[0] + length - 1].end
    return _echo(words) if quiet and not unspaced and len(words) <= _SHORT_SEGMENT else None


def _is_quiet(words: list[_Word], text: str) -> bool:
    """Whether a text says no word of weight twice, compared by their first letters; by two characters if unspaced.

    Abbreviations in capitals weigh too: another language writes them out.
    """
    if sum(len(word.text) == 1 for word in words) > len(words) / 2:
        return max(_counted(words, 2).values(), default=1) == 1
    stems = [
        word.text[:_CONTENT_LETTERS]
        for word in words
        if len(word.text) >= _CONTENT_LETTERS or (len(word.text) > 1 and text[word.start : word.end].isupper())
    ]
    return len(stems) == len(set(stems))


def _echo(words: list[_Word]) -> tuple[int, int] | None:
    """Two words of weight said twice ("a family atmosphere, a family atmosphere"), "fun and fun", a word thrice."""
    for position, word in enumerate(words):
        for later in words[position + 2 : position + 4]:
            between = words[position + 1 : words.index(later, position + 2)]
            linked = between[0].text in _AND and word.text not in _EMPHATIC and between[-1].text not in _OF
            if linked and word.text == later.text and len(word.text) > 1 + len(between):
                return word.start, later.end
    counts = _counted(words, 2)
    for position, (first, second) in enumerate(pairwise(words)):
        weight = len(first.text) + len(second.text)
        if (
            counts[first.text, second.text] > 1
            and min(len(first.text), len(second.text)) > 2
            and weight > _PAIR_LETTERS
        ):
            return words[position].start, second.end
    singles = Counter(word.text for word in words if len(word.text) > _CONTENT_LETTERS)
    return next(((word.start, word.end) for word in words if singles[word.text] >= _SEVERE), None)


def _counted(words: list[_Word], length: int) -> Counter[tuple[str, ...]]:
    """How many times each run of that many words comes."""
    texts = [word.text for word in words]
    return Counter(zip(*(texts[i:] for i in range(length)), strict=False))


def _most_frequent(words: list[_Word], length: int) -> tuple[int, int] | None:
    """Position of the first run of that many words that comes most often, and how often."""
    counts = _counted(words, length)
    most = max(counts.values(), default=0)
    if most < 2:
        return None
    texts = [word.text for word in words]
    return next(i for i in range(len(words)) if counts[tuple(texts[i : i + length])] == most), most
