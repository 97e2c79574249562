"""Negations that the translation lost or added."""

import re
from bisect import bisect
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue, Severity
from translate.message import say
from translate.text.lexicon import UNSPACED_LANGUAGES, pattern

_CLAUSE_END = re.compile(r"[,;:.!?()“”«»\"，。；：、！？（）،؛؟—–]")
# Russian negates by "не" where others use an adjective, so that an added one says little.
_FREE_NEGATION = frozenset({"ru", "uk", "pl", "fr"})


def find_negation(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that say "not" on one side, in more clauses than the other says anything that could stand for it."""
    return [issue for pair in pairs if (issue := _in_pair(pair)) is not None]


def _in_pair(pair: Pair) -> Issue | None:
    """The issue of one segment: a negation lost before one added."""
    before, after = _negators(pair.source, pair.source_language), _negators(pair.target, pair.target_language)
    if before is None or after is None or not (before or after):
        return None
    source, target = _Side(pair.source, pair.source_language, before), _Side(pair.target, pair.target_language, after)
    if source.negated > target.negated:
        answers = target.negated + max(0, target.answers - source.answers)
        if source.negated > answers and not (answers and pair.source_language in _FREE_NEGATION):
            if after:
                lost = say("The source negates (“{word}”), the translation negates less often.", word=before[0][0])
            else:
                lost = say("The source negates (“{word}”), the translation has no negation.", word=before[0][0])
            return Issue("negation", pair.segment, before[0].span(), lost, side="source")
    elif target.negated > source.firm and not source.negated and source.answers <= target.answers:
        added = say("The translation negates (“{word}”), the source does not.", word=after[0][0])
        severity: Severity = "notice" if pair.target_language in _FREE_NEGATION else "warning"
        return Issue("negation", pair.segment, after[0].span(), added, severity)
    return None


class _Side:
    """In how many clauses a text negates, and in how many others something could stand for one, or surely does."""

    def __init__(self, text: str, language: str, negators: list[re.Match[str]]) -> None:
        ends = [match.start() for match in _CLAUSE_END.finditer(text)]
        # In Chinese what is ignored are words that hold a negating character, and say nothing.
        names = ("other", "weak") if language in UNSPACED_LANGUAGES else ("other", "weak", "ignored")
        kinds = (pattern("negation", language, kind) for kind in names)
        found = [match for kind in kinds if kind is not None for match in kind.finditer(text)]
        if language in UNSPACED_LANGUAGES:
            found = _without_ignored(found, text, language)
        # Romance and Slavic languages negate twice in one clause.
        clauses = {bisect(ends, match.start()) for match in negators}
        self.negated = len(clauses)
        self.answers = len({bisect(ends, match.start()) for match in found} - clauses)
        firm = pattern("negation", language, "other")
        self.firm = len({bisect(ends, match.start()) for match in firm.finditer(text)} - clauses) if firm else 0


def _negators(text: str, language: str) -> list[re.Match[str]] | None:
    """Words that negate by themselves, in order; None where the language has no lexicon."""
    find = pattern("negation", language, "strong")
    return None if find is None else _without_ignored(list(find.finditer(text)), text, language)


def _without_ignored(found: list[re.Match[str]], text: str, language: str) -> list[re.Match[str]]:
    """The matches that lie in no phrase which only looks like a negation."""
    ignored = pattern("negation", language, "ignored") if found else None
    if ignored is None:
        return found
    spans = [match.span() for match in ignored.finditer(text)]
    return [match for match in found if not any(start <= match.start() < end for start, end in spans)]
