"""Sections of a document, and which of them a summary says nothing about."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from translate.document import Document
from translate.segmentation.labels import label_extent


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        headings: Segment ids of its heading; several where one follows the other ("CHAPTER I", "Scope"), up to a label
            that begins another ("Article 1").
        segments: Segment ids of what stands under it, up to the next heading of its level.
    """

    headings: tuple[int, ...]
    segments: range


def sections(document: Document) -> tuple[Section, ...]:
    """The sections of the highest level that has at least two; none where a document has fewer headings.

    A title above everything is a level of its own and so no section.
    """
    runs = _heading_runs(document)
    levels = [min(document.blocks[document.segments[s].block].level for s in run) for run in runs]
    repeated = [level for level, count in Counter(levels).items() if count > 1]
    if not repeated:
        return ()
    top = min(repeated)
    tops = [run for run, level in zip(runs, levels, strict=True) if level == top]
    edges = [run[0] for run, level in zip(runs, levels, strict=True) if level <= top] + [len(document.segments)]
    return tuple(
        Section(_own(document, run), range(run[-1] + 1, next(edge for edge in edges if edge > run[-1]))) for run in tops
    )


def unmentioned(document: Document, cited: Collection[int], worth: Collection[int]) -> tuple[tuple[int, ...], ...]:
    """Headings of the sections without a point, in order.

    Args:
        document: What was summarised.
        cited: Segments that the summary cites.
        worth: Segments that it could have cited; a section without any is no loss and is left out.

    Returns:
        Segment ids of each section's heading.
    """
    return tuple(
        section.headings
        for section in sections(document)
        if any(s in section.segments for s in worth) and not any(s in section.segments for s in cited)
    )


def _own(document: Document, run: tuple[int, ...]) -> tuple[int, ...]:
    """The headings of a run up to the second that is but a label: there the section's first part begins."""
    texts = [document.segment_text(segment) for segment in run]
    labels = [position for position, text in enumerate(texts) if label_extent(text, document.language) == len(text)]
    return run[: next((position for position in labels if position), len(run))]


def _heading_runs(document: Document) -> list[tuple[int, ...]]:
    """Segments of headings, those that follow each other directly in one tuple."""
    runs: list[tuple[int, ...]] = []
    for position, segment in enumerate(document.segments):
        if document.blocks[segment.block].kind == "heading":
            if runs and runs[-1][-1] == position - 1:
                runs[-1] += (position,)
            else:
                runs.append((position,))
    return runs
