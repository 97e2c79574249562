"""Months that a text names, in words or in a date written with numbers."""

import re
from functools import cache
from typing import NamedTuple

from translate.checks.lexicon import compiled, rows

_NUMERIC = re.compile(r"(?<![\d.,/])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}-(\d{2})-(\d{2})(?!\d)")
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


def months(text: str, language: str) -> list[Month]:
    """Months named in words, in order."""
    find = _names(language)
    if find is None:
        return []
    found = []
    for match in find.finditer(text):
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        dated = bool(_BESIDE.search(before) or _BESIDE.match(after))
        found.append(Month(_number(match), match.start(), match.end(), dated))
    return found


def numeric_months(text: str) -> set[int]:
    """Months that dates in numbers can mean: both readings of 05/06/2019."""
    found: set[int] = set()
    for match in _NUMERIC.finditer(text):
        values = (match[1], match[3]) if match[1] else (match[5],)
        found |= {int(value) for value in values if 1 <= int(value) <= 12}
    return found


@cache
def _names(language: str) -> re.Pattern[str] | None:
    """Month names of a language, a named group for each month; later months stand first, as 11月 holds 1月."""
    if not knows_months(language):
        return None
    groups = [f"(?P<m{n}>{compiled(rows('months')[language, str(n)], language).pattern})" for n in range(12, 0, -1)]
    # German nouns aside, capitals tell "May" and "March" from "may" and "march".
    flags = 0 if language == "en" else re.IGNORECASE
    return re.compile("|".join(groups), flags)


def _number(match: re.Match[str]) -> int:
    """Number of the month whose group matched."""
    return int((match.lastgroup or "m0")[1:])
