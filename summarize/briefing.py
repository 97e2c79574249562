"""brief(): read, detect, translate, summarise: everything a reader gets, in one value."""

from dataclasses import dataclass, field

from summarize.summary import Summary
from translate.detection import Detection
from translate.document import Document
from translate.issue import Issue
from translate.translation import Translation


@dataclass(frozen=True, slots=True)
class Briefing:
    """A document, its translation and its summary, tied together by segment ids.

    Attributes:
        detection: The language found, or the one that the reader gave.
        document: The source.
        translation: None only where no route leads to the target; then an Issue says what would make one.
        summary: Always made of the source; see `points_in_target` for the other language.
        issues: What to check, the most serious first.
        target: BCP 47 code that was asked for.
        timings: Stage name and seconds; not part of equality.
    """

    detection: Detection
    document: Document
    translation: Translation | None
    summary: Summary
    issues: tuple[Issue, ...]
    target: str
    timings: tuple[tuple[str, float], ...] = field(default=(), compare=False)
