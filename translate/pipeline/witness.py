"""The read-back as a witness: what a check found between two languages is looked for once more within one."""

from collections.abc import Iterable
from dataclasses import replace

from translate.checks.pair import Check, Pair
from translate.checks.registry import CHECKS
from translate.issue import Issue
from translate.registry import resolve
from translate.tag import primary
from translate.translation import Doubt, Translation

_HEARD = frozenset({"actors", "bounds", "names", "negation", "obligation"})
"""Checks whose words have counterparts of another kind or order in another language: "sem problemas" is "smoothly",
"mais do que nunca" is "more than ever", Nova Escócia is Nova Scotia, "as may be required" stands beside a "shall" that
the translation has in the present. The reverse model says again what it was told."""


def without_unfounded(translation: Translation) -> tuple[Issue, ...]:
    """The issues, those that the read-back of their sentence does not bear out as notices, in the same order."""
    doubts = {doubt.segment: doubt for doubt in translation.doubts}
    return tuple(_heard(issue, translation, doubts) for issue in translation.issues)


def _heard(issue: Issue, translation: Translation, doubts: dict[int, Doubt]) -> Issue:
    """One issue; a notice where the same check finds nothing between the sentence and its read-back."""
    if issue.kind not in _HEARD or issue.severity == "notice" or issue.segment not in doubts:
        return issue
    source = translation.source.segment_text(issue.segment)
    language = primary(translation.source.segment_language(issue.segment))
    pair = Pair(issue.segment, source, doubts[issue.segment].read_back, language, language)
    return issue if _finds(issue.kind, [pair]) else replace(issue, severity="notice")


def _finds(kind: str, pairs: Iterable[Pair]) -> bool:
    """Whether a check has an error or a warning on a pair."""
    check: Check = resolve(CHECKS, kind)
    return any(issue.severity != "notice" for issue in check(list(pairs)))
