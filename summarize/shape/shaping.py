"""shaped(): a summary with what a reader with a minute wants above and around its points."""

from collections.abc import Mapping
from dataclasses import replace

from summarize.methods.gist import gist, point
from summarize.methods.hybrid import sentences
from summarize.methods.worth import kind_of, worths
from summarize.shape.digest import digest
from summarize.shape.groups import groups
from summarize.structure.signs import signs
from summarize.summary import Point, Summary
from translate.choices import Watch
from translate.text.genre import Genre, guess_genre


def shaped(summary: Summary, watch: Watch = Watch()) -> Summary:
    """The summary with its gist, its groups and, where the text is long, its digest; the points stay as they are.

    Args:
        summary: What a method made.
        watch: Once it says stop, Stopped is raised.
    """
    watch.heed()
    document = summary.document
    if not summary.points:
        return summary
    genre = summary.genre or guess_genre(document)
    known = sentences(document, genre)
    found = signs(document, known.segments, known.vectors, watch)
    own = worths()[kind_of(genre, found)]
    worth = dict(zip(known.segments, own.point.by_signs(found).tolist(), strict=True))
    telling = dict(zip(known.segments, own.gist.by_signs(found).tolist(), strict=True))
    return replace(
        summary,
        gist=summary.gist or _gist(summary, genre, telling),
        groups=groups(summary),
        digest=digest(document, worth),
    )


def _gist(summary: Summary, genre: Genre, telling: Mapping[int, float]) -> Point:
    """The gist of a summary whose method found none; the shortest sentence that it cites where nothing can be one."""
    document = summary.document
    own = gist(document, telling, genre)
    cited = [citation.segment for shown in summary.points for citation in shown.citations]
    shortest = min(cited, key=lambda s: len(document.segment_text(s)))
    return point(document, own or [shortest], genre)
