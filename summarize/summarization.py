"""summarize(): a document's summary by one of the methods."""

from summarize.length import Length
from summarize.methods.registry import DEFAULT_METHOD, METHODS
from summarize.methods.request import SummaryRequest
from summarize.shape.shaping import shaped
from summarize.summary import Summary
from summarize.writer import Writer
from translate.choices import Watch
from translate.document import Document
from translate.errors import InputError
from translate.message import say
from translate.registry import resolve
from translate.text.embedding import Embedder
from translate.text.genre import known_genre

EMBEDDED = 80
"""Sentences that are embedded; with 40 summaries state 1 % less of the key points and 3 % less of the main ones."""


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
    target: Document | None = None,
    watch: Watch = Watch(),
) -> Summary:
    """A document's summary, every point tied to its segment.

    Args:
        document: What read() gave; an empty document gives an empty summary.
        method: Key in METHODS; the default if None.
        points: Number of points; fewer where the document has fewer sentences, or items of one list share a point.
        words: Most words of all points together (characters in scripts without spaces); never by cutting a sentence,
            and one point is always there, the shortest where none fits.
        share: Most words as a share of the document's, 0 to 1. With none of the three the text decides: up to 7
            points of together at most 230 words, of a long one up to 10 of 330.
        genre: One of GENRES where the reader knows better than a guess; it says where main points stand.
        embedder: What gives sentences their vectors; the process's own if None.
        embedded: Most sentences that are embedded, the best by words and position; more takes longer.
        writer: The model that the abstractive method asks.
        target: The translated document: a model server then writes in its language, and is held to it.
        watch: Asked inside what takes long.

    Returns:
        Points in source order. The same document and arguments give the same points.

    Raises:
        InputError: The method or the genre is not known, or the length cannot be.
        EngineError: The abstractive method has no writer, or the writer's model cannot be loaded.
        Stopped: `watch` said stop.

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
    length = Length(points, words, share)
    request = SummaryRequest(length, known_genre(genre, document), embedder, embedded, writer, target, watch)
    summary: Summary = resolve(METHODS, method)(document, request)
    return shaped(summary, watch)
