"""Issue: one thing that a reader must check, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
"""The most serious first."""
Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Issue:
    """What a reader must check.

    Attributes:
        kind: Name of the check that found it ("numbers", "untranslated"); the key that views filter by.
        segment: Position of the segment, or None where the whole document is meant.
        span: Half-open string indices inside that segment's text on `side`, or None for the whole segment.
        message: One sentence in plain words, complete without the text beside it: a Message, which in_language() has in
            the reader's language, or plain English where it comes back from a file.
        severity: "error" (the text is not usable as it is), "warning" (check first), "notice" (good to know).
        side: The text that `span` counts in.
        repairable: Whether another translation of the segment could mend it; one that is long for its source mostly
            is no worse than any other.
    """

    kind: str
    segment: int | None
    span: tuple[int, int] | None
    message: str
    severity: Severity = "warning"
    side: Side = "target"
    repairable: bool = True


def in_segment_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues by segment, what concerns the whole document first; those of a segment stay in their order."""
    return tuple(sorted(issues, key=lambda issue: -1 if issue.segment is None else issue.segment))
