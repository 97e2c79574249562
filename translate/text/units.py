"""Units beside numbers: which one it is, and whether one amount is another one converted."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_LINKING = re.compile(r"[ \u00a0\u202f-]*(?:(?<= )(?:de |di |d['’]))?")
"""What stands between an amount and its unit: "2,4 milhões de euros"."""


class Unit(NamedTuple):
    """A unit: its English name, its dimension, its size in the dimension's base unit."""

    name: str
    dimension: str
    size: float


class _Lexicon(NamedTuple):
    """Units by the first two characters of what stands after a number, and an expression for what stands before."""

    after: dict[str, list[tuple[re.Pattern[str], Unit]]]
    before: re.Pattern[str]
    units_before: tuple[Unit, ...]


def unit_at(text: str, start: int, end: int) -> Unit | None:
    """Unit that stands right before or after the number at [start, end), or None."""
    lexicon = _lexicon()
    match = lexicon.before.search(text, max(0, start - 5), start)
    if match and match.lastindex:
        return lexicon.units_before[match.lastindex - 1]
    linking = _LINKING.match(text, end)
    end = linking.end() if linking else end
    first = text[end : end + 2].casefold()
    candidates = [*lexicon.after.get(first, []), *lexicon.after.get(first[:1], [])]
    return next((unit for expression, unit in candidates if expression.match(text, end)), None)


def names_unit(text: str, sign: str) -> bool:
    """Whether a text has the name or another sign of the unit that a sign stands for, anywhere."""
    return any(_names(unit).search(text) for unit in {u for _, u in _lexicon().after.get(sign, [])})


def mentions(text: str, unit: Unit) -> int:
    """How many times a text has the name or a sign of a unit, beside a number or not."""
    return sum(1 for _ in _names(unit).finditer(text))


@cache
def _names(unit: Unit) -> re.Pattern[str]:
    """Every name and sign of a unit; a pound may be either kind."""
    word = unit.name.split()[0]
    found = {e.pattern for entries in _lexicon().after.values() for e, u in entries if u.name.split()[0] == word}
    return re.compile("|".join(sorted(found)), re.IGNORECASE)


def converts(value: float, unit: Unit, other_value: float, other: Unit, tolerance: float = 0.2) -> bool:
    """Whether the second amount is the first in another unit of the same dimension, rounded.

    Degrees are compared as Fahrenheit and Celsius, either way, and as differences of both.
    """
    if unit.dimension != other.dimension or unit.dimension in ("money", "share"):
        return False
    if unit.dimension == "temperature":
        ways = ((value - 32) / 1.8, value * 1.8 + 32, value / 1.8, value * 1.8)
        return any(abs(way - other_value) <= max(1.0, tolerance / 2 * abs(way)) for way in ways)
    expected = value * unit.size / other.size
    return abs(expected - other_value) <= tolerance * expected


@cache
def _lexicon() -> _Lexicon:
    """Expressions from translate/lexicons/units.tsv; longer patterns stand first."""
    before: list[tuple[str, Unit]] = []
    after: dict[str, list[tuple[re.Pattern[str], Unit]]] = {}
    for line in files("translate.lexicons").joinpath("units.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, dimension, size, patterns = line.split("\t")
            unit = Unit(name, dimension, float(size))
            for text in patterns.split():
                if text.startswith("^"):
                    before.append((text[1:], unit))
                else:
                    after.setdefault(text[:2].casefold(), []).append((_expression(text), unit))
    before.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    for candidates in after.values():
        candidates.sort(key=lambda entry: (-len(entry[0].pattern), entry[0].pattern))
    signs = "|".join(f"(?<!\\w)({re.escape(text)})" for text, _ in before)
    return _Lexicon(after, re.compile(rf"(?:{signs})\s?$", re.IGNORECASE), tuple(unit for _, unit in before))


def _expression(text: str) -> re.Pattern[str]:
    """A pattern as a regular expression: whole words, but for signs and scripts without spaces."""
    expression = re.escape(text).replace("_", r"\s").replace(r"\*", r"\w*")
    ends_in_word = text[-1].isalnum() and not "\u3040" <= text[-1] <= "\u9fff"
    return re.compile(expression + (r"(?!\w)" if ends_in_word else ""), re.IGNORECASE)
