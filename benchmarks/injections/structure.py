"""Loops, dropped clauses, source text left as it is, translations of another sentence."""

import random
import re
from collections.abc import Sequence

_UNSPACED = frozenset({"zh", "ja", "th"})


def loop(text: str, language: str, rng: random.Random) -> str | None:
    """The text with a stretch of one to five words said three to eight times; None with fewer than four words."""
    words = _pieces(text, language)
    if len(words) < 4:
        return None
    length = rng.randint(1, min(5, len(words)))
    start = rng.randrange(len(words) - length + 1)
    stretch = words[start : start + length]
    if not any(character.isalpha() for word in stretch for character in word):
        return None
    return _joined([*words[:start], *stretch * rng.randint(3, 8), *words[start + length :]], language)


def drop_clause(text: str, language: str, rng: random.Random, shares: tuple[float, float] = (0.4, 0.6)) -> str | None:
    """The text without so much of it: its end, its beginning or a stretch inside; None under eight words."""
    words = _pieces(text, language)
    if len(words) < (16 if language in _UNSPACED else 8):
        return None
    size = sum(map(len, words))
    least, start = rng.uniform(*shares) * size, rng.randrange(len(words))
    if rng.random() < 0.5:
        start = _clause_start(words, least)
    dropped, end = 0, start
    while end < len(words) and dropped < least:
        dropped += len(words[end])
        end += 1
    while start > 0 and dropped < least:
        start -= 1
        dropped += len(words[start])
    left = [*words[:start], *words[end:]]
    return _joined(left, language) if left else None


def drop_short_clause(text: str, language: str, rng: random.Random) -> str | None:
    """The text without 15 to 40 % of it."""
    return drop_clause(text, language, rng, (0.15, 0.4))


def add_clause(position: int, texts: Sequence[str], language: str, rng: random.Random) -> str | None:
    """The text with a clause of six to twelve words of another segment behind it; None where either is short."""
    own, other = (_pieces(text, language) for text in (texts[position], rng.choice(texts)))
    size = rng.randint(6, 12) * (2 if language in _UNSPACED else 1)
    if len(own) < 8 or len(other) < size or texts[position] == _joined(other, language):
        return None
    end = re.sub(r"[\W_]+$", "", texts[position])
    return end + ("，" if language == "zh" else ", ") + _joined([other[0].lower(), *other[1:size]], language) + "."


def leave_source(source: str, languages: tuple[str, str]) -> str | None:
    """The source itself; None with fewer than five words, of which most may be names."""
    words = _pieces(source, languages[0])
    lower = [word for word in words if word[:1].islower() or not word.isascii()]
    return source if len(words) >= 5 and len(lower) >= 3 else None


def other_translation(position: int, texts: Sequence[str], rng: random.Random) -> str | None:
    """The translation of another segment of about the same length, by three quarters; None where there is none."""
    length = len(texts[position])
    others = [
        text
        for place, text in enumerate(texts)
        if place != position and text != texts[position] and 0.75 * length <= len(text) <= length / 0.75
    ]
    return rng.choice(others) if others and length >= 20 else None


def _clause_start(words: list[str], least: float) -> int:
    """Position after the first comma behind which enough text stands, or 0."""
    left = sum(map(len, words))
    for position, word in enumerate(words):
        left -= len(word)
        if left < least:
            return 0
        if re.search(r"[,;:，；：،؛]$", word):
            return position + 1
    return 0


def _pieces(text: str, language: str) -> list[str]:
    """Words by white space, or characters of a language without it."""
    return list(text) if language in _UNSPACED else text.split()


def _joined(pieces: list[str], language: str) -> str:
    """Text from words or characters."""
    return ("" if language in _UNSPACED else " ").join(pieces)
