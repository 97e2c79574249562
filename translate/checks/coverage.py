"""Segments left in the source language, and translations cut at the engine's limit."""

from collections.abc import Sequence

from translate.hypothesis import Hypothesis
from translate.issue import Issue


def find_coverage(hypotheses: Sequence[Hypothesis]) -> list[Issue]:
    """An error for each segment that has no translation, and one for each that the engine cut.

    Args:
        hypotheses: One for each segment of the document.
    """
    issues = []
    for segment, hypothesis in enumerate(hypotheses):
        if hypothesis.origin == "untranslated":
            message = "No engine gave an acceptable translation: the source text stands here untranslated."
            issues.append(Issue("untranslated", segment, None, message, "error"))
        elif hypothesis.truncated:
            message = "The translation reached the engine's longest output and may be cut."
            issues.append(Issue("truncated", segment, None, message))
    return issues
