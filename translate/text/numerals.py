"""Numbers in digits of any script, with what their neighbours make of them: scales, clock times, decades."""

import re
import unicodedata
from math import prod
from typing import NamedTuple

from translate.text.number_words import HAN_VALUES, word_value
from translate.text.repeated import repeated

_SPACES = "\u00a0\u2009\u202f"
_DIGITS = re.compile(
    rf"\d+(?:(?:[.,'’\u066b\u066c{_SPACES}]\d+)+|(?: \d{{3}}(?!\d))+(?:[.,]\d{{1,2}}(?!\d)|(?![.,]?\d)))?",
)
_FRACTION = re.compile(
    r"(?:(?<![\d.,])(?P<whole>\d+)[ \u2009\u202f]?)?(?P<sign>[¼-¾⅐-⅞])"
    r"|(?<![\d/.,])(?P<above>\d)/(?P<below>[2-9])(?![\d/.,]*\d)"
)
_SPACE = re.compile(rf"[ {_SPACES}]")
_SCALE = re.compile(rf"[ {_SPACES}-]?(\w+)")
_HAN_SCALE = re.compile(r"\s?([十百千万萬亿億兆]+)")
_CLOCK = re.compile(
    r"[ .:h]?(?:\d\d)?\s?(?:a\.?m\b|p\.?m\b|uhr|heures|h\b|horas?\b|ore\b|час|点|點|時|时)", re.IGNORECASE
)
_CENTURY = re.compile(r"\s?(?:世[纪紀])")
_DECADE = re.compile(r"\s?(?:s\b|er\b|ern\b|-?х\b|-?е\b|年代)")
_BEFORE_DECADE = re.compile(r"(?:años|anos|années|anni|décadas? de|عقد|\N{RIGHT SINGLE QUOTATION MARK}|')\s*$")
_LONGEST = 40
"""Characters of a number; what is longer is a key or noise."""
_PRICED = re.compile(r"[£$€]\s?[\d.,]+$")
_SCALES = frozenset({1e2, 1e3, 1e6, 1e9, 1e12})
_ABBREVIATED_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9}


class Numeral(NamedTuple):
    """A number in digits.

    `values` are its possible readings ("1.234" is 1234 or 1.234), `parts` the numbers between its separators
    ("12.05.2019"); `needed` is false where another language may well leave it out ("17:00", the 20 of 20世纪).
    `spelled` holds the values of the words that stand for a fraction: 3 and 4 for ¾, 50 for ½.
    """

    start: int
    end: int
    values: frozenset[float]
    parts: tuple[float, ...]
    needed: bool = True
    spelled: tuple[float, ...] = ()


@repeated
def numerals(text: str, language: str) -> list[Numeral]:
    """Every number in digits, in order, with what its neighbours make of it: scale, clock time, decade."""
    plain = _ascii_digits(text)
    found = [_fraction(match) for match in _FRACTION.finditer(plain)]
    taken = {place for fraction in found for place in range(fraction.start, fraction.end)}
    for match in _DIGITS.finditer(plain):
        if len(match[0]) > _LONGEST or match.start() in taken:
            continue
        groups = re.split(r"\D", match[0])
        values = set(_readings(match[0], groups))
        scaled, _ = _scale_after(plain, match.end(), language)
        if scaled:
            values = {round(value * scaled, 6) for value in values}
        else:
            values |= _other_readings(plain, match, groups, found)
        # What has a scale, or thousands and decimals, is one number; all else may be a date, whose parts the other
        # side may say in words.
        one = bool(values) and (bool(scaled) or len(set(re.sub(r"\d", "", match[0]))) > 1)
        parts = tuple(float(group) for group in groups) if len(groups) > 1 and not one else ()
        optional = match[0] == "00" and plain[: match.start()].endswith((":", "h"))
        optional = optional or bool(_CENTURY.match(plain, match.end()))
        found.append(Numeral(match.start(), match.end(), frozenset(values), parts, not optional))
    return sorted(found)


def _fraction(match: re.Match[str]) -> Numeral:
    """A fraction as one number: "½", "1½", "3/4". One with a stroke may also be a date or two numbers."""
    if match["sign"]:
        numerator, _, denominator = unicodedata.normalize("NFKC", match["sign"]).partition("⁄")
    else:
        numerator, denominator = match["above"], match["below"]
    above, below = float(numerator), float(denominator)
    share, whole = above / below, float(match["whole"] or 0)
    spelled = (50.0,) if share == 0.5 else (above, below)
    if whole:
        return Numeral(*match.span(), frozenset({whole + share}), (whole, share), spelled=spelled)
    parts = () if match["sign"] else (above, below)
    return Numeral(*match.span(), frozenset({share, 100 * share}), parts, spelled=spelled)


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
    if len(separators) == 1:
        decimal = [] if separators in " '’" else [float(f"{first}.{last}")]
        return decimal + ([float(first + last)] if _is_grouped(groups) else [])
    if len(set(separators)) == 1:
        return [float("".join(groups))] if _is_grouped(groups) else []
    if len(set(separators[:-1])) == 1 and separators[-1] in ".," and _is_grouped(groups[:-1]):
        return [float(f"{''.join(groups[:-1])}.{last}")]
    return []


def _is_grouped(groups: list[str]) -> bool:
    """Whether groups of digits are thousands, or thousands and lakhs as India writes them."""
    first, last = groups[0], groups[-1]
    indian = len(last) == 3 and len(first) <= 2 and all(len(group) == 2 for group in groups[1:-1])
    return first != "0" and len(first) <= 3 and (indian or all(len(group) == 3 for group in groups[1:]))


def end_of_scale(text: str, numeral: Numeral, language: str) -> int:
    """Where a number ends with its scale words: behind "million" in "2.4 million". A string index in the text."""
    return _scale_after(_ascii_digits(text), numeral.end, language)[1]


def _scale_after(text: str, end: int, language: str) -> tuple[float, int]:
    """Product of the scale words after a number (1e6 for "million", 1e9 for "mil millones", or 0), and their end."""
    product = 0.0
    if language in ("zh", "ja"):
        match = _HAN_SCALE.match(text, end)
        return (prod(HAN_VALUES[character] for character in match[1]), match.end()) if match else (0.0, end)
    while match := _SCALE.match(text, end):
        value = _scale_value(match[1].casefold(), text[:end], language)
        if not value:
            break
        product = (product or 1.0) * value
        end = match.end()
    return product, end


def _scale_value(word: str, before: str, language: str) -> float:
    """What a word after a number multiplies it by; 0 where it does not. A bare "m" needs a currency sign in front."""
    value = 0.0 if word.startswith("بال") else word_value(word, language) or 0.0
    if value in _SCALES:
        return value
    if word in ("m", "b") and not _PRICED.search(before):
        return 0.0
    return _ABBREVIATED_SCALES.get(word, 0.0)


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
