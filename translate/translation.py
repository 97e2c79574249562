"""Translation: two documents with the same segment ids, how one became the other, and how a run can end early."""

from collections import Counter
from dataclasses import dataclass

from translate.document import Document
from translate.errors import EngineError
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.route import Route


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second engine makes of a segment.

    Attributes:
        segment: Position of the segment.
        hypothesis: The second engine's; the Translation keeps the first.
        agreement: 0 (no three letters in common with the first) to 1 (the same letters).
    """

    segment: int
    hypothesis: Hypothesis
    agreement: float


@dataclass(frozen=True, slots=True)
class Translation:
    """Two documents with the same segment ids, and how one became the other.

    Attributes:
        source: The document that was read.
        target: The same structure in the target language.
        hypotheses: One for each segment.
        route: The way the document's main language took.
        issues: What a reader must check, in segment order.
        signature: Whatever decided the output besides the source text: engines, models, settings, version.
        opinions: What a second engine makes of the segments with errors or warnings; empty unless asked for.
    """

    source: Document
    target: Document
    hypotheses: tuple[Hypothesis, ...]
    route: Route
    issues: tuple[Issue, ...]
    signature: str
    opinions: tuple[Opinion, ...] = ()

    @property
    def coverage(self) -> dict[str, int]:
        """Number of segments by origin, most frequent first; the numbers add up to all segments."""
        return dict(Counter(hypothesis.origin for hypothesis in self.hypotheses).most_common())


class Cancelled(Exception):
    """The run was stopped by its caller; what was done by then is in `translation`, the rest is pending."""

    def __init__(self, translation: Translation) -> None:
        """Keep what was done."""
        super().__init__("The translation was stopped.")
        self.translation = translation


class BrokenOff(EngineError):
    """The engine failed after it had translated something: what was done is in `translation`, the rest is pending.

    It is an EngineError with the engine's own words, so that who wants all or nothing need not know of it.
    """

    def __init__(self, error: EngineError, translation: Translation) -> None:
        """Keep what was done."""
        super().__init__(error.message)
        self.translation = translation
