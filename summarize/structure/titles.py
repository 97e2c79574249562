"""The segments that a document's title stands on."""

from translate.document import Document

_SEGMENTS = 20
"""Segments among which the title is looked for: gazette lines and dates stand before it, seldom more."""


def title_segments(document: Document, title: str) -> tuple[int, ...]:
    """The segments near the beginning that make a title, one or a few in a row; empty where none do.

    Args:
        document: Any document.
        title: On one line, as reading found it.
    """
    wanted = " ".join(title.split())
    lines = [" ".join(document.segment_text(i).split()) for i in range(min(_SEGMENTS, len(document.segments)))]
    for start, line in enumerate(lines):
        end, so_far = start + 1, line
        while end < len(lines) and len(so_far) < len(wanted):
            so_far, end = f"{so_far} {lines[end]}", end + 1
        if wanted and so_far == wanted:
            return tuple(range(start, end))
    return ()
