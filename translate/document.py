"""Document: a text that never changes, and the spans of its blocks and segments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from translate.issue import Issue

BlockKind = Literal["heading", "paragraph", "list_item", "table_cell", "footnote", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a block stands; the blocks of one cell have equal ones.

    Attributes:
        table: Number of the table in the document, from 1.
        row: From 1; a cell over several rows counts for the first.
        column: From 1; likewise.
        is_header: Whether it heads a column or a row.
    """

    table: int
    row: int
    column: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that the author set apart.

    Attributes:
        start: String index in Document.text.
        end: String index after the last character.
        kind: What it is in the document.
        label: The number a lawyer cites: "Art. 5(2)", "(a)"; empty where there is none.
        source_ref: Where the file has it: "paragraph 12", "table 2, row 3, column 1"; empty for plain text.
        level: Heading level or list depth from 1; 0 for everything else.
        cell: Where in a table it stands, None outside of tables and where the file does not say.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    label: str = ""
    source_ref: str = ""
    level: int = 0
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or what stands for one: a heading, a table cell. Its id is its position in Document.segments.

    Attributes:
        start: String index in Document.text.
        end: String index after the last character.
        block: Position of its block in Document.blocks.
        language: BCP 47 code; "und" where nothing can be said.
        page: Page number from 1, or None where the format has no pages.
    """

    start: int
    end: int
    block: int
    language: str = "und"
    page: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A text plus spans. All offsets are string indices into `text`, half-open.

    What lies between segments (white space, list markers, article labels) are gaps; gaps and segments together
    rebuild the text exactly.

    Attributes:
        text: The truth; never changed.
        language: BCP 47 code of most of it, or "und".
        blocks: Sorted and disjoint.
        segments: Sorted, disjoint, not empty, each inside its block.
        title: The author's title, or empty.
        name: The file's name for display, or empty.
        issues: What reading noticed, such as pages without text.

    Raises:
        ValueError: The spans break one of the rules above; readers never make such a document.
    """

    text: str
    language: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    title: str = ""
    name: str = ""
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        _require_order("block", self.blocks, len(self.text))
        _require_order("segment", self.segments, len(self.text))
        for position, segment in enumerate(self.segments):
            if segment.start == segment.end or not 0 <= segment.block < len(self.blocks):
                raise ValueError(f"segment {position} is empty or names no block")
            block = self.blocks[segment.block]
            if segment.start < block.start or segment.end > block.end:
                raise ValueError(f"segment {position} leaves its block {segment.block}")

    def __repr__(self) -> str:
        """What it is, in a line, without its text."""
        return (
            f"<Document {(self.name or self.title)!r}: {self.language}, {len(self.blocks):,} blocks, "
            f"{len(self.segments):,} segments, {len(self.text):,} characters>"
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """Text of every segment, in order."""
        return tuple(self.text[s.start : s.end] for s in self.segments)

    @property
    def languages(self) -> tuple[str, ...]:
        """Language of every segment, in order; see segment_language()."""
        return tuple(self.segment_language(segment) for segment in range(len(self.segments)))

    @property
    def gaps(self) -> tuple[str, ...]:
        """What lies before, between and after the segments: one more than there are segments."""
        edges = [0, *(edge for s in self.segments for edge in (s.start, s.end)), len(self.text)]
        return tuple(self.text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))

    def segment_text(self, segment: int) -> str:
        """Text of one segment."""
        found = self.segments[segment]
        return self.text[found.start : found.end]

    def segment_language(self, segment: int) -> str:
        """BCP 47 code of one segment: the document's where its own could not be told."""
        own = self.segments[segment].language
        return self.language if own == "und" else own

    def segments_by_block(self) -> dict[int, tuple[int, ...]]:
        """Segment ids of every block; a block without any has an empty tuple."""
        found: dict[int, list[int]] = {block: [] for block in range(len(self.blocks))}
        for position, segment in enumerate(self.segments):
            found[segment.block].append(position)
        return {block: tuple(segments) for block, segments in found.items()}

    def with_texts(self, texts: Sequence[str], languages: Sequence[str], language: str) -> "Document":
        """The same structure over other words: how a translation's target document is made.

        Args:
            texts: One non-empty text a segment.
            languages: BCP 47 code of each text.
            language: BCP 47 code of the whole.

        Returns:
            A document with the same gaps, blocks and segment ids.

        Raises:
            ValueError: There are not as many texts and languages as segments, or a text is empty.
        """
        if not len(texts) == len(languages) == len(self.segments):
            raise ValueError(f"{len(texts)} texts and {len(languages)} languages for {len(self.segments)} segments")
        shifted, segments, parts = 0, [], []
        gaps = self.gaps
        shifts = [(0, 0)]  # (old index from which on, what to add): edges of blocks never lie inside a segment
        for gap, segment, text, code in zip(gaps[:-1], self.segments, texts, languages, strict=True):
            start = segment.start + shifted
            segments.append(replace(segment, start=start, end=start + len(text), language=code))
            shifted += len(text) - (segment.end - segment.start)
            shifts.append((segment.end, shifted))
            parts += [gap, text]
        blocks, position = [], 0
        for block in self.blocks:
            start, position = _moved(block.start, shifts, position)
            end, position = _moved(block.end, shifts, position)
            blocks.append(replace(block, start=start, end=end))
        return replace(
            self,
            text="".join([*parts, gaps[-1]]),
            language=language,
            blocks=tuple(blocks),
            segments=tuple(segments),
        )


def _moved(index: int, shifts: list[tuple[int, int]], position: int) -> tuple[int, int]:
    """New place of a block's edge, and the position in `shifts` from which to look for the next."""
    while position + 1 < len(shifts) and shifts[position + 1][0] <= index:
        position += 1
    return index + shifts[position][1], position


def _require_order(what: str, spans: Sequence[Block | Segment], length: int) -> None:
    """Raise ValueError unless the spans are sorted, disjoint and inside the text."""
    for position, (before, after) in enumerate(pairwise(spans)):
        if after.start < before.end:
            raise ValueError(f"{what} {position + 1} starts before {what} {position} ends")
    for position, span in enumerate(spans):
        if not 0 <= span.start <= span.end <= length:
            raise ValueError(f"{what} {position} lies outside the text")
