"""Months that a text names, in words or in a date written with numbers."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from translate.text.lexicon import UNSPACED_LANGUAGES, compiled, rows
from translate.text.repeated import repeated

_NUMERIC = re.compile(r"(?<![\d.,/])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}-(\d{2})-(\d{2})(?!\d)")
_WORD = re.compile(r"(?:كانون|تشرين)\s\w+|[^\W\d_]+")
_HAN_MONTH = re.compile(r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十元]{1,2})月")
_BESIDE = re.compile(r"\d[\w.]{0,3}[\s/]*(?:de\s|d['’]|of\s)?\s*$|^\.?,?\s*(?:de\s|of\s|del\s)?\s*\d")


class Month(NamedTuple):
    """A month's number and where it stands; `dated` where a day or a year is beside its name."""

    number: int
    start: int
    end: int
    dated: bool


def knows_months(language: str) -> bool:
    """Whether the months of this language are known."""
    return (language, "1") in rows("months")


@repeated
def months(text: str, language: str) -> list[Month]:
    """Months named in words, in order."""
    if not knows_months(language):
        return []
    find = _HAN_MONTH if language in UNSPACED_LANGUAGES else _WORD
    found = []
    for match in find.finditer(text):
        number = _number(match[0], language)
        if number:
            before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
            dated = bool(_BESIDE.search(before) or _BESIDE.match(after))
            found.append(Month(number, match.start(), match.end(), dated))
    return found


def numeric_months(text: str) -> set[int]:
    """Months that dates in numbers can mean: both readings of 05/06/2019."""
    found: set[int] = set()
    for match in _NUMERIC.finditer(text):
        values = (match[1], match[3]) if match[1] else (match[5],)
        found |= {int(value) for value in values if 1 <= int(value) <= 12}
    return found


@lru_cache(maxsize=8192)
def _number(word: str, language: str) -> int:
    """Number of the month that a word names, 0 for none; English months are written with a capital."""
    if language == "en" and not word[0].isupper():
        return 0
    return next((n for n, expression in _expressions(language) if expression.fullmatch(word)), 0)


@cache
def _expressions(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """An expression for each month of a language."""
    return tuple((n, compiled(rows("months")[language, str(n)], language)) for n in range(1, 13))
