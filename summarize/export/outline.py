"""A briefing's rows in parts, each under its heading: what an outline lists and a long text is folded into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.export.rows import Row

_LEAST_SENTENCES = 40
"""A shorter text is seen whole; an outline would only stand before it."""
_MOST_ROWS = 120
"""Of a part where deeper headings would part it further: some four screens."""
_PIECE_ROWS = 200
"""Of a part without headings."""
_TITLE_HEADINGS = 2
"""Of headings that follow each other: "Article 5" and what it is about, but not the act's whole front matter."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together.

    Attributes:
        title: The heading in the reader's language, or empty where there is none.
        language: BCP 47 code of the title.
        page: Page on which it begins, or None where the text has no pages.
        rows: At least one.
    """

    title: str
    language: str
    page: int | None
    rows: tuple[Row, ...]

    @property
    def segments(self) -> tuple[int, ...]:
        """Positions of its segments, in order; none where it has no words to translate."""
        return tuple(row.segment for row in self.rows if row.segment is not None)

    @property
    def points(self) -> int:
        """Number of the summary's points that come from it."""
        return len({point for row in self.rows for point in row.points})

    @property
    def to_check(self) -> int:
        """Number of its sentences with an error or a warning."""
        return sum(any(issue.severity != "notice" for issue in row.issues) for row in self.rows)


def outline(rows: Sequence[Row]) -> tuple[Part, ...]:
    """The rows in parts: at the shallowest headings that leave none too long, else by number.

    Args:
        rows: From rows(), in order.

    Returns:
        Every row once. A text of fewer than forty sentences is one part without a title.
    """
    if sum(row.segment is not None for row in rows) < _LEAST_SENTENCES:
        return (Part("", "und", None, tuple(rows)),) if rows else ()
    headings = _headings(rows)
    starts: list[int] = []
    for level in sorted(set(headings.values())):
        starts = [start for start, own in headings.items() if own <= level]
        edges = [0, *(start for start in starts if start), len(rows)]
        if len(starts) > 1 and max(end - start for start, end in pairwise(edges)) <= _MOST_ROWS:
            break
    return tuple(_parts(rows, starts))


def _headings(rows: Sequence[Row]) -> dict[int, int]:
    """Where headings begin, each with its level; headings that follow each other are one, as high as the highest."""
    found: dict[int, int] = {}
    begin = None
    for position, row in enumerate(rows):
        if row.kind != "heading":
            begin = None
            continue
        begin = position if begin is None else begin
        found[begin] = min(found.get(begin, row.level), row.level)
    return found


def _parts(rows: Sequence[Row], starts: Sequence[int]) -> Iterator[Part]:
    """Parts that begin at the headings; what has none, or goes on too long, in pieces."""
    pages = _pages(rows)
    edges = sorted({0, *starts, len(rows)})
    for start, end in pairwise(edges):
        for piece in range(start, end, _PIECE_ROWS):
            own = tuple(rows[piece : min(piece + _PIECE_ROWS, end)])
            titled = piece == start and start in set(starts)
            title, language = _title(own) if titled else ("", "und")
            yield Part(title, language, pages[piece], own)


def _title(rows: Sequence[Row]) -> tuple[str, str]:
    """The headings that a part begins with, on one line, and their language."""
    texts: list[str] = []
    language = "und"
    for row in rows[:_TITLE_HEADINGS]:
        if row.kind != "heading":
            break
        said, language = (row.target, row.target_language) if row.target else (row.source, row.source_language)
        texts.append(" ".join(f"{row.label} {said}".split()))
    return " · ".join(texts), language


def _pages(rows: Sequence[Row]) -> list[int | None]:
    """The page that each row stands on; rows() names only where one begins."""
    pages: list[int | None] = []
    for row in rows:
        pages.append(row.page if row.page is not None else pages[-1] if pages else None)
    return pages
