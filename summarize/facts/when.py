"""Where dates, periods and frequencies stand in a sentence, and where a date stands in time. Rules, nothing learned."""

import re
from collections.abc import Iterator

from summarize.facts.spans import Span, merged
from translate.text.calendar import months
from translate.text.lexicon import pattern
from translate.text.number_words import word_value
from translate.text.repeated import repeated

_ISO_DATE = re.compile(r"(?<![\d.,/-])(\d{4})-(\d{2})-(\d{2})(?![\d/])")
_NUMERIC_DATE = re.compile(r"(?<![\d.,/-])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d/])")
_HAN_DATE = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?前?|(?:每年)?\d{1,2}月\d{1,2}[日号]前?"
    r"|(?<![第\d])[\d一二三四五六七八九十百两]{1,4}(?:个工作日|个月|日|天|年|周|小时)(?:内|以内|后|前)?(?!\d)"
)
_HAN_PARTS = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?")
_DAY_BEFORE = re.compile(
    r"(?:(?<!\w)\d{1,2}(?:st|nd|rd|th)?\s(?:and|to|e|a|et|au|y|al|und|bis)\s)?(?<!\w)(\d{1,2})(?:\.|[º°ª]|er|st|nd|rd|th)?\s*(?:de\s|of\s|d['’])?\s*$"
)
_AFTER_MONTH = re.compile(
    r"\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?,\s*(?P<year>\d{4})(?!\d)"
    r"|\.?,?\s*(?:(?:de|del|of)\s)?(?P<only>\d{4})(?!\d)(?:\s?(?:года|году|г\.))?"
    r"|\s+(?P<alone>\d{1,2})(?:st|nd|rd|th)?(?![\d.,%])"
)
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d/%-]|[.,]\d)(?:\s?(?:года|году|г\.))?")
# "two", "a further two-", "fifteen (15) ": a number right before its unit.
_COUNT = re.compile(r"(?<![\w.,/])(?:(\d{1,4})|([^\W\d_]+))(?:\s?\(\w+\))?[\s\u00a0-]+$")
_COUNTING = 25
"""Characters between a period and the words that say from when it counts."""
_LIMITS = 4
"""Words that may stand one before the other: "no later than the end of"."""


@repeated
def dates(text: str, language: str) -> list[Span]:
    """Dates, years after a preposition, periods ("30 days") and frequencies, with the words that make them a limit."""
    found = [match.span() for find in (_ISO_DATE, _NUMERIC_DATE) for match in find.finditer(text)]
    if language == "zh":
        return merged(found + [match.span() for match in _HAN_DATE.finditer(text)])
    for month in months(text, language):
        before = _DAY_BEFORE.search(text[: month.start])
        after = _AFTER_MONTH.match(text, month.end)
        if before or after:
            found.append((before.start() if before else month.start, after.end() if after else month.end))
    introduces = pattern("facts", language, "year")
    edges = {word.end() for word in introduces.finditer(text)} if introduces else set()
    found += [match.span() for match in _YEAR.finditer(text) if len(text[: match.start()].rstrip()) in edges]
    limited = [_with_limit(text, _yearly(text, span, language), language)[0] for span in merged(found)]
    return _without_starts(text, merged(limited + list(_periods(text, language))))


def iso_date(text: str, language: str) -> str:
    """Where a date stands in time: "2027-12-31", "2027-12" or "2027"; empty for a period, or where nothing tells.

    >>> iso_date("by 31 December 2027", "en")
    '2027-12-31'
    """
    if found := _ISO_DATE.search(text):
        return found[0]
    if found := _NUMERIC_DATE.search(text):
        year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        return f"{year}-{int(found[2]):02}-{int(found[1]):02}"
    if language == "zh":
        han = _HAN_PARTS.search(text)
        return "-".join(f"{int(part):02}" for part in han.groups() if part) if han else ""
    for month in months(text, language):
        after = _AFTER_MONTH.match(text, month.end)
        year = (after["year"] or after["only"] or "") if after else ""
        before = _DAY_BEFORE.search(text[: month.start])
        day = (before and before[1]) or (after and (after["day"] or after["alone"]))
        if year:
            return f"{year}-{month.number:02}" + (f"-{int(day):02}" if day else "")
    year_alone = _YEAR.search(text)
    return year_alone[1] if year_alone else ""


def limited(text: str, language: str, span: Span) -> bool:
    """Whether a date or period has a word that makes it a limit: "by", "no later than", "within"."""
    find = pattern("facts", language, "deadline")
    found = find.match(text, span[0]) if find else None
    return found is not None and found.end() < span[1]


def _periods(text: str, language: str) -> Iterator[Span]:
    """Numbers before a unit of time that set a limit: "within 30 days", "six months after", "a term of five years".

    Without such a word a number of years is as often somebody's age.
    """
    find = pattern("facts", language, "period")
    for match in find.finditer(text) if find else ():
        end = _beside(text, match.end(), language)
        often = _ends(text, _skipped(text, match.start(), language, "counted"), language, "frequency")
        if often is not None:
            yield _with_limit(text, (often, end), language)[0]
            continue
        start, article = counted(text, match.start(), language)
        if start is None:
            continue
        often = _ends(text, start, language, "frequency")
        span, is_limited = _with_limit(text, (start if often is None else often, end), language)
        behind = _begins(text, end, language, "limit_behind")
        # "the month" is a period only where something says which: "dans le mois qui suit"
        if (is_limited and (not article or behind)) or often is not None:
            yield (span[0], behind or span[1])
        elif not article and (behind or _in_term(text, start, language)):
            yield (start, behind or end)
    day = pattern("facts", language, "day_of")
    for match in day.finditer(text) if day else ():
        yield _with_limit(text, match.span(), language)[0]


def counted(text: str, unit: int, language: str) -> tuple[int | None, bool]:
    """Where the number before a unit starts, and whether it is only an article; None where there is none."""
    edge = _skipped(text, unit, language, "counted")
    counted = _COUNT.search(text[:edge])
    if counted is None:
        return None, False
    if counted[1] or word_value(counted[2].casefold(), language) is not None:
        return counted.start(), False
    article = pattern("facts", language, "one")
    return (counted.start(), True) if article and article.fullmatch(counted[2]) else (None, False)


def _skipped(text: str, edge: int, language: str, kind: str) -> int:
    """Where a word of a kind before a position starts; the position itself where there is none."""
    start = _ends(text, edge, language, kind)
    return edge if start is None else start


def _beside(text: str, edge: int, language: str) -> int:
    """Where a unit ends with an adjective behind it: "dias úteis"."""
    return _begins(text, edge, language, "counted") or edge


def _ends(text: str, edge: int, language: str, kind: str) -> int | None:
    """Where the longest words of a kind start that end before a position."""
    find = pattern("facts", language, kind)
    before = text[:edge].rstrip(" \u00a0-")
    starts = [match.start() for match in find.finditer(before) if match.end() == len(before)] if find else []
    return min(starts) if starts else None


def _begins(text: str, edge: int, language: str, kind: str) -> int | None:
    """Where words of a kind end that stand right behind a position."""
    find = pattern("facts", language, kind)
    start = edge + len(text[edge:]) - len(text[edge:].lstrip(" \u00a0-"))
    found = find.match(text, start) if find else None
    return found.end() if found else None


def _in_term(text: str, start: int, language: str) -> bool:
    """Whether a word such as "period" or "prazo" stands before a number in its clause."""
    find = pattern("facts", language, "term")
    opened = max((text.rfind(mark, 0, start) for mark in ";.:"), default=-1) + 1
    return bool(find and find.search(text, opened, start))


def _with_limit(text: str, span: Span, language: str) -> tuple[Span, bool]:
    """The span with the words before it that make it a limit, and whether there are any."""
    start, reached = span[0], span[0]
    seen = False
    for _ in range(_LIMITS):
        limit = _ends(text, reached, language, "limit")
        filler = _ends(text, reached, language, "filler") if limit is None else None
        if limit is None and filler is None:
            break
        reached = limit if limit is not None else filler or 0
        if limit is not None:
            start, seen = limit, True
    return (start, span[1]), seen


def _yearly(text: str, span: Span, language: str) -> Span:
    """A day with what makes it one of every year: "1 September each year"."""
    return span[0], _begins(text, span[1], language, "yearly") or span[1]


def _without_starts(text: str, found: list[Span]) -> list[Span]:
    """Spans without those that say only from when the one right before them counts."""
    kept: list[Span] = []
    for span in found:
        counts = any(character.isdigit() for character in text[slice(*span)])
        far = not kept or span[0] - kept[-1][1] > _COUNTING or ";" in text[kept[-1][1] : span[0]]
        if counts or far:
            kept.append(span)
    return kept
