"""What a method is asked for, and the summary of the segments that an extractive one chose."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.length import Length
from summarize.structure.dangling import antecedents, leans
from summarize.structure.sections import unmentioned
from summarize.structure.speakers import named
from summarize.summary import Citation, Point, Summary, one_line
from summarize.writer import Writer
from translate.choices import Watch
from translate.document import Document
from translate.issue import Issue
from translate.message import say
from translate.text.embedding import Embedder
from translate.text.genre import Genre
from translate.version import VERSION


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What a method is asked for.

    Attributes:
        length: How much.
        genre: What the document is.
        embedder: What gives sentences their vectors; the process's own if None.
        embedded: Most sentences of a document that are embedded: the best by words and position. Embedding takes
            nearly all of a summary's time, about 25 ms a sentence on two cores.
        writer: What writes in its own words.
        target: The document in the reader's language, with the same segments: what a writer with an outline writes is
            in that language, and held to it. None where there is none.
        watch: Once it says stop, Stopped is raised.
    """

    length: Length
    genre: Genre
    embedder: Embedder | None
    embedded: int
    writer: Writer | None
    target: Document | None = None
    watch: Watch = Watch()


def extract(
    document: Document, request: SummaryRequest, segments: Sequence[int], candidates: Sequence[int], signature: str
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
        Point(
            one_line(document, ids, document.language),
            tuple(Citation(segment) for segment in ids),
            speaker=named(document, ids, request.genre),
        )
        for ids in cited
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
