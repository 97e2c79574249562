"""Who says what in the minutes of several speakers."""

from collections.abc import Sequence

from translate.document import Document
from translate.text.genre import Genre, turns


def speakers(document: Document, segments: Sequence[int], genre: Genre) -> list[str]:
    """Who says each of some segments, as the text names them before a colon; empty where it has no such names.

    Args:
        document: Where they stand.
        segments: Their ids.
        genre: What the document is.
    """
    if genre != "minutes":
        return [""] * len(segments)
    by_block = turns(document)
    return [by_block[document.segments[segment].block] for segment in segments]


def named(document: Document, segments: Sequence[int], genre: Genre) -> str:
    """Who says the first of some segments; empty where its own text names them."""
    found = speakers(document, segments[:1], genre)[0]
    return "" if document.segment_text(segments[0]).startswith(found) else found
