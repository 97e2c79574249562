"""Which segments may become a point: sentences that say something, not the furniture around them."""

import re

from translate.document import BlockKind, Document
from translate.words import words

# First what authors write as sentences; the rest only where a document has nothing else.
_RANKS: tuple[tuple[BlockKind, ...], ...] = (
    ("paragraph", "list_item"),
    ("table_cell",),
    ("heading", "footnote"),
    ("header", "footer"),
)
# Shorter ones are labels, dates, signatures ("Done at Brussels,"), a column's name.
_LEAST_WORDS = 4
_LETTER = re.compile(r"[^\W\d_]")


def candidates(document: Document) -> tuple[int, ...]:
    """Segments that a summary may cite, in document order.

    Paragraphs and list items, as far as they are more than a label; where a document has none, table cells, then
    headings and footnotes, then whatever it has. An exact repetition of an earlier segment is left out.

    Args:
        document: Any document, also an empty one.

    Returns:
        Segment ids; empty only where the document has no segment.
    """
    texts = document.texts
    kinds = [document.blocks[segment.block].kind for segment in document.segments]
    for least in (_LEAST_WORDS, 1):
        for rank in _RANKS:
            found = [i for i, kind in enumerate(kinds) if kind in rank and _says_something(texts[i], least)]
            if found:
                return _without_repetitions(found, texts)
    return tuple(range(len(texts)))


def _says_something(text: str, least: int) -> bool:
    """Whether a text has a letter and at least so many words."""
    return _LETTER.search(text) is not None and len(words(text)) >= least


def _without_repetitions(found: list[int], texts: tuple[str, ...]) -> tuple[int, ...]:
    """The segments whose words have not stood in an earlier one."""
    first: dict[tuple[str, ...], int] = {}
    for segment in found:
        first.setdefault(tuple(words(texts[segment])), segment)
    return tuple(first.values())
