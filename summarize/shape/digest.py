"""digest(): one or two sentences of each section of a long text."""

from collections.abc import Mapping

from summarize.structure.dangling import leans
from summarize.structure.sections import sections
from summarize.summary import Citation, Part, Point, one_line
from translate.document import Document
from translate.text.words import words

LONG = 150
"""Sentences from which a text has a digest."""
_PARTS = 8
"""Parts of equal length of a text without sections."""
_TWO_FROM = 12
"""Sentences from which a section has two."""
_FOLDED = 45
"""Words over which a sentence is too long for a digest where a shorter one is at hand."""


def digest(document: Document, worth: Mapping[int, float]) -> tuple[Part, ...]:
    """The best sentence or two of each section, in order; none for a text of 150 sentences or fewer.

    Args:
        document: Any document.
        worth: Of each segment that may be cited.

    Returns:
        Sections that have a sentence, each with the segment ids of its heading; of a text without sections its
        eighths, without heading.
    """
    if len(worth) <= LONG:
        return ()
    own = [(section.headings, [s for s in section.segments if s in worth]) for section in sections(document)]
    if not own:
        ids = sorted(worth)
        own = [((), ids[i * len(ids) // _PARTS : (i + 1) * len(ids) // _PARTS]) for i in range(_PARTS)]
    return tuple(
        Part(headings, tuple(_point(document, segment) for segment in _best(document, found, worth)))
        for headings, found in own
        if found
    )


def _best(document: Document, found: list[int], worth: Mapping[int, float]) -> list[int]:
    """The sentences of a section that are worth most, short ones that lean on nothing first."""
    alone = [s for s in found if not leans(document, s)] or found
    short = [s for s in alone if len(words(document.segment_text(s))) <= _FOLDED] or alone
    ranked = sorted(short, key=lambda segment: (-worth[segment], segment))
    return sorted(ranked[: 2 if len(found) >= _TWO_FROM else 1])


def _point(document: Document, segment: int) -> Point:
    return Point(one_line(document, [segment], document.segments[segment].language), (Citation(segment),))
