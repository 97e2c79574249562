"""Negations that the translation lost or added."""

import re
from collections.abc import Sequence

from translate.checks.lexicon import pattern
from translate.checks.pair import Pair
from translate.issue import Issue


def find_negation(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that say "not" on one side and nothing that could stand for it on the other."""
    issues = []
    for pair in pairs:
        before, after = (
            negators(pair.source, pair.source_language, "strong"),
            negators(pair.target, pair.target_language, "strong"),
        )
        if before is None or after is None or bool(before) == bool(after):
            continue
        if before and not negators(pair.target, pair.target_language, "weak"):
            word = before[0][0]
            message = f"The source negates (“{word}”), the translation has no negation."
            issues.append(Issue("negation", pair.segment, before[0].span(), message, side="source"))
        elif after and not negators(pair.source, pair.source_language, "weak"):
            message = f"The translation negates (“{after[0][0]}”), the source does not."
            issues.append(Issue("negation", pair.segment, after[0].span(), message))
    return issues


def negators(text: str, language: str, kind: str) -> list[re.Match[str]] | None:
    """Negating words of a kind in order, without those that only look like one; None without a lexicon."""
    find = pattern("negation", language, kind)
    if find is None:
        return None
    found = list(find.finditer(text))
    ignored = pattern("negation", language, "ignored") if found else None
    if ignored is not None:
        spans = [match.span() for match in ignored.finditer(text)]
        found = [m for m in found if not any(start <= m.start() < end for start, end in spans)]
    return found
