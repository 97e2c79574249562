"""Who says what in the minutes of several speakers."""

from collections.abc import Sequence

from translate.document import Document
from translate.text.genre import Genre, turns


def named(document: Document, segments: Sequence[int], genre: Genre) -> str:
    """Who says some segments, as the text names them before a colon.

    Args:
        document: Where they stand.
        segments: Their ids; the first tells who speaks.
        genre: What the document is.

    Returns:
        Empty where the segment itself names who speaks, where nobody is named, and in all but minutes.
    """
    if genre != "minutes":
        return ""
    found = turns(document)[document.segments[segments[0]].block]
    return "" if document.segment_text(segments[0]).startswith(found) else found
