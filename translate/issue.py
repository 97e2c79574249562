"""Issue: one thing that a reader must check, in words."""

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
    """

    kind: str
    segment: int | None
    span: tuple[int, int] | None
    message: str
    severity: Severity = "warning"
    side: Side = "target"
