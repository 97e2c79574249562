"""Summary: what a document says in a few points, each tied to the segments it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.length import Length
from summarize.methods.registry import METHODS
from translate.document import Document
from translate.errors import InputError, LanguageError
from translate.languages import language
from translate.registry import resolve
from translate.splitting import joined_lines
from translate.translation import Translation
from translate.version import VERSION


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

    An extractive point's text is its cited segment's on one line: a line end becomes what stands between two words
    of its language, any other run of white space one space.
    """

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


@dataclass(frozen=True, slots=True)
class Request:
    """What a method is asked for.

    Attributes:
        length: How much.
    """

    length: Length


def summarize(
    document: Document,
    *,
    method: str = "centroid",
    points: int | None = None,
    words: int | None = None,
    share: float | None = None,
) -> Summary:
    """A document's summary, every point tied to its segment.

    Args:
        document: What read() gave; an empty document gives an empty summary.
        method: Key in METHODS.
        points: Number of points; fewer where the document has fewer sentences.
        words: Most words of all points together (characters in scripts without spaces); never by cutting a sentence,
            and there is always one point.
        share: Most words as a share of the document's, 0 to 1. With none of the three the text decides: up to 7 points.

    Returns:
        Points in source order. The same document and arguments give the same points.

    Raises:
        InputError: The method is not known, or the length cannot be.

    >>> from translate.document import Block, Segment
    >>> text = "Members shall report each year."
    >>> summarize(Document(text, "en", (Block(0, 31),), (Segment(0, 31, 0),))).points[0].text
    'Members shall report each year.'
    """
    if method not in METHODS:
        raise InputError(f"There is no summary method {method!r}; known are {', '.join(METHODS)}. Choose one of these.")
    summary: Summary = resolve(METHODS, method)(document, Request(Length(points, words, share)))
    return summary


def extract(document: Document, segments: Sequence[int], signature: str) -> Summary:
    """A summary whose points are the given segments, in the order given.

    Args:
        document: What is summarised.
        segments: Ids of its segments.
        signature: What decided the choice; the version is added.
    """
    points = tuple(Point(_line(document, segment), (Citation(segment),)) for segment in segments)
    return Summary(document, points, f"{signature}; entente {VERSION}")


def points_in_target(summary: Summary, translation: Translation) -> tuple[Point, ...]:
    """The summary's points in the target language: the hypotheses of their cited segments, with the same citations.

    Args:
        summary: Of the translation's source document.
        translation: Its hypotheses are used as they are; the summary adds no translation of its own.

    Returns:
        As many points as the summary has.
    """
    target = translation.target
    return tuple(
        Point(
            _joiner(target.language).join(_line(target, citation.segment) for citation in point.citations),
            point.citations,
        )
        for point in summary.points
    )


def _line(document: Document, segment: int) -> str:
    """A segment's text on one line."""
    return joined_lines(document.segment_text(segment), _joiner(document.segments[segment].language))


def _joiner(code: str) -> str:
    """What stands between two words of a language; a space where the language is not known."""
    try:
        return language(code).joiner
    except LanguageError:
        return " "
