"""shaped(): a summary with what a reader with a minute wants above and around its points."""

from collections.abc import Mapping, Sequence
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
    worth = worths()[kind_of(genre)].by_signs(signs(document, known.segments, known.vectors, watch))
    by_segment = dict(zip(known.segments, worth.tolist(), strict=True))
    return replace(
        summary,
        gist=summary.gist or _gist(summary, genre, by_segment, known.vectors.nearness().tolist()),
        groups=groups(summary),
        digest=digest(document, by_segment),
    )


def _gist(summary: Summary, genre: Genre, worth: Mapping[int, float], near: Sequence[float]) -> Point:
    """The gist of a summary whose method found none; the shortest sentence that it cites where nothing can be one."""
    document = summary.document
    most = max(near, default=0.0) or 1.0
    own = gist(document, worth, {s: value / most for s, value in zip(worth, near, strict=True)}, genre)
    cited = [citation.segment for shown in summary.points for citation in shown.citations]
    return point(document, min(cited, key=lambda s: len(document.segment_text(s))) if own is None else own)
