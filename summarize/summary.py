"""Summary: what a document says in a few points, each tied to the segments it rests on."""

from dataclasses import dataclass

from translate.document import Document


@dataclass(frozen=True, slots=True)
class Citation:
    """A segment that a point rests on.

    Attributes:
        segment: Its position in Document.segments.
        score: Support from 0 (none) to 1; 1 where the point is the segment itself.
    """

    segment: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of a summary; always with at least one citation."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The points, in source order.

    Attributes:
        document: What was summarised.
        points: Empty only where the document has no segment.
        signature: Method, settings and version: with the document they decide every point.
    """

    document: Document
    points: tuple[Point, ...]
    signature: str
