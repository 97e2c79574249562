"""translate(): a Document to its Translation, one hypothesis a segment, whatever happens."""

from collections import Counter
from dataclasses import dataclass

from translate.document import Document
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.route import Route


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
    """

    source: Document
    target: Document
    hypotheses: tuple[Hypothesis, ...]
    route: Route
    issues: tuple[Issue, ...]
    signature: str

    @property
    def coverage(self) -> dict[str, int]:
        """Number of segments by origin, most frequent first; the numbers add up to all segments."""
        return dict(Counter(hypothesis.origin for hypothesis in self.hypotheses).most_common())
