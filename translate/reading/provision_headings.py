"""Headings of an act that are told by their label alone: "Article 5" over its name, "CHAPTER II" over its own."""

from collections.abc import Sequence
from dataclasses import replace

from translate.reading.characters import STOPPED
from translate.reading.draft import Part
from translate.segmentation.labels import label_extent, starts_with_marker

_LONGEST = 120  # characters of the name of an article
_LEAST = 2  # one alone may be anything
_DEEPEST = 6


def with_provision_headings(parts: Sequence[Part]) -> list[Part]:
    """The parts, lines that are but an article's label made headings below those that there are, and names under them.

    A name is of its label's level; what stands under a label and is a sentence, a list item or long, is none.
    """
    labels = [position for position, part in enumerate(parts) if _is_label(part)]
    if len(labels) < _LEAST:
        return list(parts)
    own = min(max((part.level for part in parts if part.kind == "heading"), default=0) + 1, _DEEPEST)
    levels = {position: parts[position].level or own for position in labels}
    names = (position + 1 for position in labels if position + 1 < len(parts))
    levels |= {position: levels[position - 1] for position in names if _is_name(parts[position])}
    return [
        replace(part, kind="heading", level=levels[position]) if position in levels else part
        for position, part in enumerate(parts)
    ]


def _is_label(part: Part) -> bool:
    """Whether a paragraph or heading is nothing but an article's or chapter's label."""
    text = part.text.strip()
    if part.kind not in ("paragraph", "heading") or part.marker or not text or starts_with_marker(text):
        return False
    return len(text) <= _LONGEST and label_extent(text) >= len(text)


def _is_name(part: Part) -> bool:
    """Whether a part may be what an article is called."""
    text = part.text.strip()
    if part.kind != "paragraph" or part.marker or not text or len(text) > _LONGEST or "\n" in text:
        return False
    return not text[0].islower() and STOPPED.search(text) is None and label_extent(text) == 0
