"""Numerals of a text in digits of any script, and the values that its number words stand for."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_SPACES = "\u00a0\u2009\u202f"
_DIGITS = re.compile(
    rf"\d+(?:(?:[.,'’\u066b\u066c{_SPACES}]\d+)+|(?: \d{{3}}(?![\d.,]*\d))+(?:[.,]\d+)?)?",
)
_SPACE = re.compile(rf"[ {_SPACES}]")
_SCALE = re.compile(rf"[ {_SPACES}-]?(\w+)")
_HAN_SCALE = re.compile(r"\s?([十百千万萬亿億兆]+)")
_CLOCK = re.compile(
    r"[ .:h]?(?:\d\d)?\s?(?:a\.?m\b|p\.?m\b|uhr|heures|h\b|horas?\b|ore\b|час|点|點|時|时)", re.IGNORECASE
)
_DECADE = re.compile(r"\s?(?:s\b|er\b|ern\b|-?х\b|-?е\b|年代)")
_BEFORE_DECADE = re.compile(r"(?:años|anos|années|anni|décadas? de|عقد|\N{RIGHT SINGLE QUOTATION MARK}|')\s*$")
_HAN_NUMBER = re.compile(r"[〇零一二三四五六七八九十百千万萬亿億兆两兩双半]+")
_ROMAN = re.compile(r"(?<![\w.])(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ABBREVIATED_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9}
_LINKING = frozenset({"and", "e", "y", "et", "und", "ed", "و", "de", "i"})
_COMPOUNDING = frozenset({"de", "it", "nl"})


class Numeral(NamedTuple):
    """A number in digits.

    `values` are its possible readings ("1.234" is 1234 or 1.234), `parts` the numbers between its separators
    ("12.05.2019"); `needed` is false where another language may well leave it out ("17:00").
    """

    start: int
    end: int
    values: frozenset[float]
    parts: tuple[float, ...]
    needed: bool = True


class _Words(NamedTuple):
    """Number words of one language."""

    whole: dict[str, float]
    stems: dict[str, float]


@cache
def _lexicon() -> dict[str, _Words]:
    """Number words by language."""
    found: dict[str, _Words] = {}
    for line in files("translate.lexicons").joinpath("numbers.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, value, words = line.split("\t")
            known = found.setdefault(language, _Words({}, {}))
            for word in words.split():
                (known.stems if word.endswith("*") else known.whole)[word.rstrip("*")] = float(value)
    return found


def has_number_words(language: str) -> bool:
    """Whether number words of this language are known."""
    return language == "zh" or language in _lexicon()


def numerals(text: str, language: str) -> list[Numeral]:
    """Every number in digits, in order, with what its neighbours make of it: scale, clock time, decade."""
    plain = _ascii_digits(text)
    found: list[Numeral] = []
    for match in _DIGITS.finditer(plain):
        groups = re.split(r"\D", match[0])
        values = set(_readings(match[0], groups))
        scaled = _scale_after(plain, match.end(), language)
        if scaled:
            values = {round(value * scaled, 6) for value in values}
        else:
            values |= _other_readings(plain, match, groups, found)
        parts = tuple(float(group) for group in groups) if len(groups) > 1 else ()
        minutes = match[0] == "00" and plain[: match.start()].endswith((":", "h"))
        found.append(Numeral(match.start(), match.end(), frozenset(values), parts, not minutes))
    return found


def _ascii_digits(text: str) -> str:
    """The text with digits of every script as 0 to 9; string indices stay the same."""
    if text.isascii():
        return text
    return "".join(str(int(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def _readings(token: str, groups: list[str]) -> list[float]:
    """What a token of digits and separators can stand for: none for a date or a section number."""
    separators = _SPACE.sub(" ", re.sub(r"\d", "", token).replace("\u066c", "'").replace("\u066b", "."))
    first, last = groups[0], groups[-1]
    if not separators:
        return [float(token)]
    grouped = len(first) <= 3 and first != "0" and all(len(group) == 3 for group in groups[1:])
    if len(separators) == 1:
        decimal = [] if separators in " '’" else [float(f"{first}.{last}")]
        return decimal + ([float(first + last)] if grouped else [])
    if len(set(separators)) == 1:
        indian = len(last) == 3 and len(first) <= 2 and all(len(group) == 2 for group in groups[1:-1])
        return [float("".join(groups))] if grouped or indian else []
    if len(set(separators[:-1])) == 1 and separators[-1] in ".,":
        return [float(f"{''.join(groups[:-1])}.{last}")]
    return []


def _scale_after(text: str, end: int, language: str) -> float:
    """Product of the scale words after a number: 1e6 for "million", 1e9 for "mil millones"; 0 for none."""
    product = 0.0
    if language in ("zh", "ja"):
        match = _HAN_SCALE.match(text, end)
        if match:
            product = 1.0
            for character in match[1]:
                product *= _HAN_VALUES[character]
        return product
    while match := _SCALE.match(text, end):
        value = word_value(match[1].casefold(), language)
        if value is None and text[end : end + 1] != "-":
            value = _ABBREVIATED_SCALES.get(match[1].casefold())
            if match[1].casefold() in ("m", "b") and match[1] != match[1].lower():
                value = 1e6 if match[1] == "M" else 1e9
            if match[1] == "m" and not re.search(r"[£$€]\s?[\d.,]+$", text[:end]):
                value = None
        if value is None or value < 100 or value in (200.0, 300.0, 400.0, 500.0, 600.0, 700.0, 800.0, 900.0):
            break
        product = (product or 1.0) * value
        end = match.end()
    return product


def _other_readings(text: str, match: re.Match[str], groups: list[str], before: list[Numeral]) -> set[float]:
    """Other values that clock times, decades and year ranges give a plain number."""
    if len(groups) > 1 and not (len(groups) == 2 and len(groups[1]) == 2):
        return set()
    value, found = int(groups[0]), set[float]()
    if value <= 24 and _CLOCK.match(text, match.end() if len(groups) == 1 else match.start() + len(groups[0])):
        found |= {float(value), float(value + 12 if value <= 12 else value - 12)} | (
            {0.0} if value in (12, 24) else set()
        )
    elif len(groups) == 1:
        if text[match.end() : match.end() + 1] == ":" and value <= 24:
            found.add(float(value + 12 if value <= 12 else value - 12))
        if 1900 <= value < 2030 and value % 10 == 0:
            found.add(float(value % 100))
        if (
            value % 10 == 0
            and value < 100
            and (_DECADE.match(text, match.end()) or _BEFORE_DECADE.search(text[: match.start()]))
        ):
            found |= {1900.0 + value}
        if len(match[0]) == 2 and text[match.start() - 1] in "-–/" and before and before[-1].end == match.start() - 1:
            found |= {
                century + value for first in before[-1].values if first >= 1000 for century in [first // 100 * 100]
            }
    return found


_HAN_VALUES = (
    {"〇": 0.0, "零": 0.0, "一": 1.0, "二": 2.0, "两": 2.0, "兩": 2.0, "双": 2.0, "三": 3.0, "四": 4.0}
    | {"五": 5.0, "六": 6.0, "七": 7.0, "八": 8.0, "九": 9.0, "十": 10.0, "百": 100.0, "千": 1000.0}
    | {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "半": 50.0}
)


@lru_cache(maxsize=65536)
def word_value(word: str, language: str) -> float | None:
    """Value of one case-folded number word, or None."""
    known = _lexicon().get(language)
    if known is None:
        return None
    if language == "ar":
        return _arabic_value(word, known)
    if word in known.whole:
        return known.whole[word]
    for cut in range(5):
        stem = word[: len(word) - cut]
        if stem in known.stems:
            return known.stems[stem]
    return None


def _arabic_value(word: str, known: _Words) -> float | None:
    """Value of an Arabic number word, with or without the particles written in front of it."""
    for prefix in ("", "و", "ال", "وال", "ب", "بال", "ل", "لل", "ف", "ك"):
        if word.startswith(prefix) and word[len(prefix) :] in known.whole:
            return known.whole[word[len(prefix) :]]
    return None


@lru_cache(maxsize=65536)
def _compound(word: str, language: str) -> tuple[float, ...]:
    """Values of the number words that a written-together number is made of; empty where it is something else."""
    value = word_value(word, language)
    if value is not None:
        return (value,)
    if language not in _COMPOUNDING or len(word) < 6:
        return ()
    for cut in range(len(word) - 2, 1, -1):
        head = word_value(word[:cut], language)
        if head is not None and word[:cut] in _lexicon()[language].whole:
            rest = _compound(word[cut:].removeprefix("und") if language == "de" else word[cut:], language)
            if rest:
                return (head, *rest)
    return ()


def word_numbers(text: str, language: str) -> list[tuple[int, int, float]]:
    """Numbers written in words, each with its span: the whole number ("twenty-five") where words combine."""
    if language in ("zh", "ja"):
        return [(m.start(), m.end(), _han_value(m[0])) for m in _HAN_NUMBER.finditer(text)]
    if language not in _lexicon():
        return []
    found: list[tuple[int, int, float]] = []
    run: list[float] = []
    start = end = 0
    for match in _WORD.finditer(text):
        values = [v for word in match[0].casefold().split("-") for v in _compound(word, language)]
        if values and not (run and text[end : match.start()].strip()):
            if not run:
                start = match.start()
            run += values
            end = match.end()
        elif run and match[0].casefold() in _LINKING and not text[end : match.start()].strip():
            end = match.end()
        else:
            if run:
                found.append((start, end, _combined(run)))
            run = list(values)
            start, end = match.start(), match.end()
    if run:
        found.append((start, end, _combined(run)))
    return found


def word_values(text: str, language: str) -> set[float]:
    """Every value that words, Chinese characters and Roman numerals of a text can stand for, parts included."""
    found = {_roman_value(m[0]) for m in _ROMAN.finditer(text) if m[0]}
    found |= {value for _, _, value in word_numbers(text, language)}
    if language in ("zh", "ja"):
        return found | {_HAN_VALUES[c] for m in _HAN_NUMBER.finditer(text) for c in m[0]}
    if language in _lexicon():
        for match in _WORD.finditer(text):
            for word in match[0].casefold().split("-"):
                found.update(_compound(word, language))
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
        else:
            current += value
    return total + current


def _han_value(characters: str) -> float:
    """Value of a run of Chinese numerals: units and scales, or digits one after the other."""
    values = [_HAN_VALUES[c] for c in characters]
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
