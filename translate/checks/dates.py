"""Dates whose month the translation changed or lost."""

from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.calendar import knows_months, months, numeric_months
from translate.text.numerals import numerals


def find_dates(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name another month than their source; days and years are numbers and looked at there."""
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> list[Issue]:
    """At most one issue: a month changed, or one with a day or year beside it was lost or added."""
    if not (knows_months(pair.source_language) and knows_months(pair.target_language)):
        return []
    source, target = months(pair.source, pair.source_language), months(pair.target, pair.target_language)
    if not source and not target:
        return []
    before, after = {month.number for month in source}, {month.number for month in target}
    lost = [month for month in source if month.number not in after]
    added = [month for month in target if month.number not in before]
    if not lost and not added:
        return []
    lost = [month for month in lost if month.number not in numeric_months(pair.target)]
    added = [month for month in added if month.number not in numeric_months(pair.source)]
    if lost and added:
        first, last = lost[0], added[0]
        names = pair.source[first.start : first.end], pair.target[last.start : last.end]
        message = say("The source says {before}, the translation {after}.", before=names[0], after=names[1])
        return [Issue("dates", pair.segment, (last.start, last.end), message)]
    lost = [m for m in lost if m.dated and not _in_digits(m.number, pair.target, pair.target_language)]
    if lost:
        name = pair.source[lost[0].start : lost[0].end]
        message = say("The date in {name} is not in the translation.", name=name)
        return [Issue("dates", pair.segment, (lost[0].start, lost[0].end), message, side="source")]
    added = [m for m in added if m.dated and not _in_digits(m.number, pair.source, pair.source_language)]
    if added:
        name = pair.target[added[0].start : added[0].end]
        message = say("The translation names {name}, the source does not.", name=name)
        return [Issue("dates", pair.segment, (added[0].start, added[0].end), message)]
    return []


def _in_digits(month: int, text: str, language: str) -> bool:
    """Whether the month's number stands in the text: 9/11, 11月."""
    return any(month in (*n.values, *n.parts) for n in numerals(text, language))
