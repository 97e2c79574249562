"""Segments left in the source language, and translations cut at the engine's limit."""

from collections.abc import Sequence

from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.message import say


def find_coverage(hypotheses: Sequence[Hypothesis]) -> list[Issue]:
    """An error for each segment that has no translation, and one for each that the engine cut.

    Args:
        hypotheses: One for each segment of the document.
    """
    issues = []
    for segment, hypothesis in enumerate(hypotheses):
        if hypothesis.origin == "untranslated":
            reason = hypothesis.repairs[-1].reason if hypothesis.repairs else say("No engine gave a translation.")
            left = say("Left in the source's language. {reason}", reason=reason)
            issues.append(Issue("untranslated", segment, None, left, "error"))
        elif hypothesis.truncated:
            cut = say("The translation reached the engine's longest output and may be cut.")
            issues.append(Issue("truncated", segment, None, cut))
    return issues
