"""A summary as the views show it: the gist, the points under their headings, what the sections say."""

from dataclasses import dataclass
from typing import Literal

from summarize.briefing import Briefing
from summarize.summary import Group, GroupKind, Part, Point, Summary, point_in_target
from translate.document import Document
from translate.text.words import words

_LEAST_POINTS = 3
"""Points from which one of them is put above the others."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A point in both languages.

    Attributes:
        number: Of a point of the summary its number in the order of the view, from 1; 0 for any other sentence.
        point: In the source's language.
        in_target: In the target's; None without a translation.
    """

    number: int
    point: Point
    in_target: Point | None

    @property
    def said(self) -> Point:
        """In the reader's language where there is a translation."""
        return self.in_target or self.point


def gist(briefing: Briefing) -> Shown | None:
    """What stands above the points; None where there are too few, or where it only says the title or a heading again.

    It has a number where it is one of them.
    """
    summary = briefing.summary
    if summary.gist is None or len(summary.points) < _LEAST_POINTS:
        return None
    if _plain(summary.gist.text) in _headings(briefing.document):
        return None
    own = _gist_position(summary)
    return _shown(briefing, summary.gist, 0 if own is None else 1)


def grouped(briefing: Briefing) -> tuple[tuple[GroupKind | Literal[""], tuple[Shown, ...]], ...]:
    """The points by heading, without the one that is the gist; all under none where the summary has no groups."""
    summary = briefing.summary
    numbers = point_numbers(summary)
    own = _gist_position(summary) if gist(briefing) else None
    found = []
    for group in summary.groups or (_all(summary),):
        points = tuple(
            _shown(briefing, summary.points[position], numbers[position])
            for position in group.points
            if position != own
        )
        if points:
            found.append((group.kind if summary.groups else "", points))
    return tuple(found)


def point_numbers(summary: Summary) -> dict[int, int]:
    """The number of each point in the order of the views, from 1, by its position: the gist first, then by group."""
    order = [position for group in summary.groups or (_all(summary),) for position in group.points]
    own = _gist_position(summary)
    if own is not None and len(summary.points) >= _LEAST_POINTS:
        order = [own, *(position for position in order if position != own)]
    return {position: number for number, position in enumerate(order, 1)}


def digested(briefing: Briefing) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
    """The sections of a long text, each with its heading, in the reader's language, and its sentences."""
    return tuple(
        (_heading(briefing, part), tuple(_shown(briefing, point, 0) for point in part.points))
        for part in briefing.summary.digest
    )


def _headings(document: Document) -> set[str]:
    """The document's title and its headings, as _plain() gives them."""
    own = (i for i, segment in enumerate(document.segments) if document.blocks[segment.block].kind == "heading")
    return {_plain(document.title), *(_plain(document.segment_text(i)) for i in own)}


def _plain(text: str) -> str:
    """A text's words, in small letters."""
    return " ".join(words(text))


def _all(summary: Summary) -> Group:
    return Group("about", tuple(range(len(summary.points))))


def _gist_position(summary: Summary) -> int | None:
    """Position of the point that is the gist and nothing else; None where none is."""
    if summary.gist is None:
        return None
    cited = [citation.segment for citation in summary.gist.citations]
    return next(
        (i for i, point in enumerate(summary.points) if [c.segment for c in point.citations] == cited),
        None,
    )


def _shown(briefing: Briefing, point: Point, number: int) -> Shown:
    translation = briefing.translation
    return Shown(number, point, None if translation is None else point_in_target(point, translation))


def _heading(briefing: Briefing, part: Part) -> str:
    document = briefing.document if briefing.translation is None else briefing.translation.target
    return " ".join(" ".join(document.segment_text(segment).split()) for segment in part.headings)
