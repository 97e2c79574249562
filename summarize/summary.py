"""Summary: what a document says in a few points, each tied to the segments it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from translate.document import Document
from translate.errors import LanguageError
from translate.issue import Issue
from translate.languages.table import language
from translate.text.genre import Genre
from translate.text.lines import joined_lines
from translate.translation import Translation


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
    """One statement of a summary; always with at least one citation.

    An extractive point's text is its cited segments' on one line: a line end becomes what stands between two words
    of its language, any other run of white space one space. It has more than one segment where one leans on the
    first ("This fee …", items of a list).

    Attributes:
        text: In the document's language.
        citations: Best first.
        told: The same in the reader's language where a model wrote it there; else the translation says it.
        speaker: Who says it, as the minutes of several speakers name them; empty elsewhere.
    """

    text: str
    citations: tuple[Citation, ...]
    told: str = ""
    speaker: str = ""

    @property
    def spoken(self) -> str:
        """The text after the name of who says it, where there is one."""
        return f"{self.speaker}: {self.text}" if self.speaker else self.text


GroupKind = Literal["about", "decides", "costs", "duties", "next", "open"]
GROUP_KINDS: tuple[GroupKind, ...] = get_args(GroupKind)


@dataclass(frozen=True, slots=True)
class Group:
    """Points under one heading.

    Attributes:
        kind: What the heading says: what it is about, what it decides, what it costs, who must do what, what happens
            next, what is open.
        points: Positions in Summary.points, ascending.
    """

    kind: GroupKind
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a section of a long text says, in one sentence or two.

    Attributes:
        headings: Segment ids of its heading; empty for a part without one.
        points: Its sentences, in source order.
    """

    headings: tuple[int, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Summary:
    """The points, in source order.

    Attributes:
        document: What was summarised.
        points: Empty only where the document has no segment, or the reader stopped before there were any.
        signature: Method, settings and version: with the document they decide every point.
        genre: What the document was taken for, or empty where the method doesn't ask.
        unmentioned: For each section without a point the segment ids of its heading.
        issues: What a reader should know of the points: one that starts with "This" and stands alone, a method that
            could not run as it should.
        gist: The one sentence to read where there is time for one only; None where there is no point.
        groups: All points by kind; empty where they are of one kind only.
        digest: For a long text one sentence or two of each section.
    """

    document: Document
    points: tuple[Point, ...]
    signature: str
    genre: Genre | Literal[""] = ""
    unmentioned: tuple[tuple[int, ...], ...] = ()
    issues: tuple[Issue, ...] = ()
    gist: Point | None = None
    groups: tuple[Group, ...] = ()
    digest: tuple[Part, ...] = ()

    def __repr__(self) -> str:
        """What it is, in a line, without its texts."""
        return f"<Summary of {self.document!r}: {len(self.points)} points>"


def points_in_target(summary: Summary, translation: Translation) -> tuple[Point, ...]:
    """The summary's points in the target language: the hypotheses of their cited segments, with the same citations.

    Args:
        summary: Of the translation's source document.
        translation: Its hypotheses are used as they are; the summary adds no translation of its own.

    Returns:
        As many points as the summary has.
    """
    return tuple(point_in_target(point, translation) for point in summary.points)


def point_in_target(point: Point, translation: Translation) -> Point:
    """A point in the target language: what a model wrote, else the hypotheses of its cited segments."""
    if point.told:
        return Point(point.told, point.citations, speaker=point.speaker)
    target = translation.target
    said = one_line(target, [citation.segment for citation in point.citations], target.language)
    return Point(said, point.citations, speaker=point.speaker)


def one_line(document: Document, segments: Sequence[int], language: str) -> str:
    """The segments' texts on one line."""
    return _joiner(language).join(_line(document, segment) for segment in segments)


def _line(document: Document, segment: int) -> str:
    """A segment's text on one line."""
    return joined_lines(document.segment_text(segment), _joiner(document.segments[segment].language))


def _joiner(code: str) -> str:
    """What stands between two words of a language; a space where the language is not known."""
    try:
        return language(code).joiner
    except LanguageError:
        return " "
