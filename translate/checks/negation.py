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
        before, after = _negators(pair.source, pair.source_language), _negators(pair.target, pair.target_language)
        if before and after == [] and not _answers(pair.target, pair.target_language):
            message = f"The source negates (“{before[0][0]}”), the translation has no negation."
            issues.append(Issue("negation", pair.segment, before[0].span(), message, side="source"))
        elif after and before == [] and not _answers(pair.source, pair.source_language):
            message = f"The translation negates (“{after[0][0]}”), the source does not."
            issues.append(Issue("negation", pair.segment, after[0].span(), message))
    return issues


def _negators(text: str, language: str) -> list[re.Match[str]] | None:
    """Words that negate by themselves, in order; None where the language has no lexicon."""
    find = pattern("negation", language, "strong")
    if find is None:
        return None
    found = list(find.finditer(text))
    ignored = pattern("negation", language, "ignored") if found else None
    if ignored is not None:
        spans = [match.span() for match in ignored.finditer(text)]
        found = [m for m in found if not any(start <= m.start() < end for start, end in spans)]
    return found


def _answers(text: str, language: str) -> bool:
    """Whether anything in a text without a negator could still stand for one: "unless", "fail", "no doubt"."""
    kinds = (pattern("negation", language, kind) for kind in ("other", "weak", "ignored"))
    return any(kind is not None and kind.search(text) for kind in kinds)
