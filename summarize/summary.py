"""Summary: what a document says in a few points, each tied to the segments it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.dangling import antecedents, leans
from summarize.genre import Genre, known_genre
from summarize.length import Length
from summarize.methods.registry import DEFAULT_METHOD, METHODS
from summarize.sections import unmentioned
from summarize.writer import Writer
from translate.document import Document
from translate.embedding import Embedder
from translate.errors import InputError, LanguageError
from translate.issue import Issue
from translate.languages import language
from translate.message import say
from translate.registry import resolve
from translate.splitting import joined_lines
from translate.translation import Translation
from translate.version import VERSION

EMBEDDED = 40
"""Sentences that are embedded; with 80 ROUGE-2 is the same for EU acts and 0.2 to 0.6 lower for Chinese meetings."""


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
        genre: What the document was taken for, or empty where the method doesn't ask.
        unmentioned: For each section without a point the segment ids of its heading.
        issues: What a reader should know of the points: one that starts with "This" and stands alone, a method that
            could not run as it should.
    """

    document: Document
    points: tuple[Point, ...]
    signature: str
    genre: Genre | Literal[""] = ""
    unmentioned: tuple[tuple[int, ...], ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What a method is asked for.

    Attributes:
        length: How much.
        genre: What the document is.
        embedder: What gives sentences their vectors; the process's own if None.
        embedded: Most sentences of a document that are embedded: the best by words and position. Embedding takes
            nearly all of a summary's time, about 25 ms a sentence on two cores.
        writer: What writes in its own words.
    """

    length: Length
    genre: Genre
    embedder: Embedder | None
    embedded: int
    writer: Writer | None


def summarize(
    document: Document,
    *,
    method: str | None = None,
    points: int | None = None,
    words: int | None = None,
    share: float | None = None,
    genre: str | None = None,
    embedder: Embedder | None = None,
    embedded: int = EMBEDDED,
    writer: Writer | None = None,
) -> Summary:
    """A document's summary, every point tied to its segment.

    Args:
        document: What read() gave; an empty document gives an empty summary.
        method: Key in METHODS; the default if None.
        points: Number of points; fewer where the document has fewer sentences, or items of one list share a point.
        words: Most words of all points together (characters in scripts without spaces); never by cutting a sentence,
            and one point is always there, the shortest where none fits.
        share: Most words as a share of the document's, 0 to 1. With none of the three the text decides: up to 7
            points of together at most 230 words.
        genre: One of GENRES where the reader knows better than a guess; it says where main points stand.
        embedder: What gives sentences their vectors; the process's own if None.
        embedded: Most sentences that are embedded, the best by words and position; more takes longer.
        writer: The model that the abstractive method asks.

    Returns:
        Points in source order. The same document and arguments give the same points.

    Raises:
        InputError: The method or the genre is not known, or the length cannot be.
        EngineError: The abstractive method has no writer, or the writer's model cannot be loaded.

    >>> from translate.document import Block, Segment
    >>> text = "Members shall report each year."
    >>> summarize(Document(text, "en", (Block(0, 31),), (Segment(0, 31, 0),))).points[0].text
    'Members shall report each year.'
    """
    method = method or DEFAULT_METHOD
    if method not in METHODS:
        raise InputError(
            say(
                "There is no summary method {method!r}; known are {known}. Choose one of these.",
                method=method,
                known=", ".join(METHODS),
            )
        )
    summary: Summary = resolve(METHODS, method)(
        document, Request(Length(points, words, share), known_genre(genre, document), embedder, embedded, writer)
    )
    return summary


def extract(
    document: Document, request: Request, segments: Sequence[int], candidates: Sequence[int], signature: str
) -> Summary:
    """A summary whose points are the given segments.

    A segment that leans on an earlier one brings that one into its point, and items of a list share the point of its
    introduction; where nothing to lean on can be found, an Issue says so.

    Args:
        document: What is summarised.
        request: What was asked for.
        segments: Ids of the segments chosen, ascending.
        candidates: Ids of all that could have been chosen.
        signature: Method and what else decided the choice; length, genre and version are added.
    """
    needed = antecedents(document, segments)
    cited: list[tuple[int, ...]] = []
    for segment in segments:
        brought = needed.get(segment)
        if brought is None or brought in segments:
            cited.append((segment,))
        elif cited and cited[-1][0] == brought:
            cited[-1] += (segment,)
        else:
            cited.append((brought, segment))
    points = tuple(
        Point(_joined(document, ids, document.language), tuple(Citation(segment) for segment in ids)) for ids in cited
    )
    return Summary(
        document,
        points,
        f"{signature}; {request.length}; {request.genre}; entente {VERSION}",
        request.genre,
        unmentioned(document, [segment for ids in cited for segment in ids], candidates),
        tuple(_dangling(ids[0]) for ids in cited if leans(document, ids[0]) and ids[0] not in needed),
    )


def _dangling(segment: int) -> Issue:
    """What a reader should know of a point whose first words point to something that it does not show."""
    message = say("This point of the summary leans on what stands before it in the text: read it there.")
    return Issue("dangling", segment, None, message, "notice", "source")


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
        Point(_joined(target, [citation.segment for citation in point.citations], target.language), point.citations)
        for point in summary.points
    )


def _joined(document: Document, segments: Sequence[int], language: str) -> str:
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
