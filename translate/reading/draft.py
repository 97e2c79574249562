"""Draft: what a reader of one file kind hands on, before sentences and languages are found."""

from dataclasses import dataclass

from translate.document import Block
from translate.issue import Issue


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its blocks.

    Attributes:
        text: Becomes Document.text as it is.
        blocks: Sorted and disjoint. Their labels may be empty: read() fills those that stand in the text.
        title: The author's title, or empty.
        page_starts: String index at which each page begins, page 1 first; empty where the format has no pages.
        issues: What the reader could not read.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    page_starts: tuple[int, ...] = ()
    issues: tuple[Issue, ...] = ()
