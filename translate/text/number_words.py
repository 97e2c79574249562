"""Numbers that a text says in words, Chinese characters or Roman numerals."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from translate.text.repeated import repeated

_HAN_NUMBER = re.compile(r"[〇零一二三四五六七八九十百千万萬亿億兆两兩双半]+")
_ROMAN = re.compile(r"(?<![\w.])(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])")
_COUNTED = re.compile("多?[个個名年天日次人位项項家岁歲周支月场場座只件条條票种種]")
"""Measure words: a single numeral before one counts something, and is no part of another word."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LINKING = frozenset({"and", "e", "y", "et", "und", "ed", "و", "de", "i"})
_COMPOUNDING = frozenset({"de", "it", "nl"})
_LONGEST_ENDING = 3
_ARABIC_PREFIXES = ("", "و", "ال", "وال", "ب", "بال", "ل", "لل", "ف", "ك")

HAN_VALUES = dict(
    zip("〇零一二两兩双三四五六七八九十百千", (0, 0, 1, 2, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000), strict=True)
)
"""Value of each Chinese numeral; 半 ("half") stands for the 50 of 50 %."""
HAN_VALUES |= {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "半": 50}


class WordNumber(NamedTuple):
    """A number in words; `certain` where its words say nothing else and form a whole number."""

    start: int
    end: int
    value: float
    certain: bool


class _Words(NamedTuple):
    """Number words of one language; loose ones have other meanings too."""

    whole: dict[str, float]
    stems: dict[str, float]
    loose: frozenset[str]


@cache
def _lexicon() -> dict[str, _Words]:
    """Number words by language."""
    entries: dict[str, list[tuple[str, float]]] = {}
    for line in files("translate.lexicons").joinpath("numbers.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, value, words = line.split("\t")
            entries.setdefault(language, []).extend((word, float(value)) for word in words.split())
    return {
        language: _Words(
            {word.rstrip("?"): value for word, value in found if "*" not in word},
            {word.rstrip("*?"): value for word, value in found if "*" in word},
            frozenset(word.rstrip("*?") for word, _ in found if word.endswith("?")),
        )
        for language, found in entries.items()
    }


def has_number_words(language: str) -> bool:
    """Whether number words of this language are known."""
    return language in ("zh", "ja") or language in _lexicon()


def word_value(word: str, language: str) -> float | None:
    """Value of one case-folded number word, or None."""
    return _entry(word, language)[0]


@lru_cache(maxsize=8192)
def _entry(word: str, language: str) -> tuple[float | None, bool]:
    """Value of a number word, and whether it is loose."""
    known = _lexicon().get(language)
    if known is None:
        return None, False
    prefixes = _ARABIC_PREFIXES if language == "ar" else ("",)
    for prefix in prefixes:
        bare = word.removeprefix(prefix) if word.startswith(prefix) else ""
        if bare in known.whole:
            return known.whole[bare], bare in known.loose
    for cut in range(_LONGEST_ENDING + 1):
        stem = word[: len(word) - cut]
        if stem in known.stems:
            return known.stems[stem], stem in known.loose
    return None, False


@lru_cache(maxsize=8192)
def _compound(word: str, language: str) -> tuple[tuple[float, bool], ...]:
    """Values of the number words that a written-together number is made of; empty where it is something else."""
    value, loose = _entry(word, language)
    if value is not None:
        return ((value, loose),)
    if language not in _COMPOUNDING or len(word) < 6:
        return ()
    whole = _lexicon()[language].whole
    for cut in range(len(word) - 2, 1, -1):
        if word[:cut] in whole:
            rest = _compound(word[cut:].removeprefix("und") if language == "de" else word[cut:], language)
            if rest:
                return ((whole[word[:cut]], False), *rest)
    return ()


@repeated
def word_numbers(text: str, language: str) -> list[WordNumber]:
    """Numbers written in words, in order: the whole number ("twenty-five") where words combine."""
    if language in ("zh", "ja"):
        return [
            WordNumber(m.start(), m.end(), _han_value(m[0]), len(m[0]) > 1 or _COUNTED.match(text, m.end()) is not None)
            for m in _HAN_NUMBER.finditer(text)
        ]
    if language not in _lexicon():
        return []
    found: list[WordNumber] = []
    run: list[tuple[float, bool]] = []
    start = end = 0
    linked = False
    for match in _WORD.finditer(text):
        parts = [_compound(word, language) for word in match[0].casefold().split("-")]
        values = [value for part in parts for value in part] if all(parts) else []
        beside = not text[end : match.start()].strip() and not _stands_alone(values) and not _stands_alone(run)
        if run and values and (beside or linked) and _continues(run[-1][0], values[0][0], language):
            run += values
            end = match.end()
        elif run and beside and match[0].casefold() in _LINKING:
            linked = True
            continue
        else:
            _add(found, run, start, end, text)
            run, start, end = list(values), match.start(), match.end()
        linked = False
    _add(found, run, start, end, text)
    return found


def _continues(value: float, following: float, language: str) -> bool:
    """Whether two words may be one number: "first of five", "nueve primeros" and "dos terceras" are two."""
    if value >= 20 or following >= 20:
        return True
    return (language == "ar" and following == 10) or (language == "fr" and value == 10)


def _stands_alone(values: list[tuple[float, bool]]) -> bool:
    """Whether the last word is one like "century", which counts something else than the words beside it."""
    return bool(values) and values[-1][1] and values[-1][0] >= 50


def _add(found: list[WordNumber], run: list[tuple[float, bool]], start: int, end: int, text: str) -> None:
    """Append the number that a run of words makes, if there is one."""
    if run:
        after_digits = text[:start].rstrip(" -\u00a0")[-1:].isdigit()
        certain = not after_digits and not any(loose for _, loose in run)
        found.append(WordNumber(start, end, _combined([value for value, _ in run]), certain))


def word_values(text: str, language: str) -> set[float]:
    """Every value that words, Chinese characters and Roman numerals of a text can stand for, parts included."""
    found = {_roman_value(m[0]) for m in _ROMAN.finditer(text) if m[0]}
    found |= {number.value for number in word_numbers(text, language)}
    if language in ("zh", "ja"):
        return found | {float(HAN_VALUES[c]) for m in _HAN_NUMBER.finditer(text) for c in m[0]}
    if language in _lexicon():
        for match in _WORD.finditer(text):
            for word in match[0].casefold().split("-"):
                found.update(value for value, _ in _compound(word, language))
    return found


def _combined(values: list[float]) -> float:
    """One number from the values of its words in order: 2 100 1000 → 200,000; 20 5 → 25."""
    total = current = 0.0
    for value in values:
        if value >= 1000:
            if current == 0 and 0 < total < value:
                total *= value
            else:
                total += max(current, 1.0) * value
            current = 0.0
        elif value == 100 and 1 <= current < 10:
            current *= 100
        elif value == 20 and current == 4:  # quatre-vingts
            current = 80.0
        else:
            current += value
    return total + current


def _han_value(characters: str) -> float:
    """Value of a run of Chinese numerals: units and scales, or digits one after the other."""
    values = [float(HAN_VALUES[c]) for c in characters]
    if all(value < 10 for value in values):
        return float("".join(str(int(value)) for value in values))
    total = section = digit = 0.0
    for value in values:
        if value < 10:
            digit = value
        elif value < 1e4:
            section += (digit or 1.0) * value
            digit = 0.0
        else:
            total += (section + digit or 1.0) * value
            section = digit = 0.0
    return total + section + digit


def _roman_value(numeral: str) -> float:
    """Value of a Roman numeral in capitals."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in numeral]
    return float(sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)))
