"""Rows of a table in signs, "| Fund | 20 | — |": their cells are translated one by one, and the signs stay.

A model takes the row for a sentence and drops signs and cells of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.hypothesis import Hypothesis, Link, TokenScore

_ROW = re.compile(r"\s*\|.*\|\s*")
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")


def row_cells(text: str) -> tuple[tuple[int, int], ...]:
    """Where the cells that have words stand in a row of a table; none where the text is no row.

    >>> text = "| Fund | 20 | — | open |"
    >>> [text[start:end] for start, end in row_cells(text)]
    ['Fund', 'open']
    """
    if not _ROW.fullmatch(text) or text.count("|") < 3:
        return ()
    return tuple(cell.span() for cell in _CELL.finditer(text) if re.search(r"[^\W\d_]", cell[0]))


def joined_cells(text: str, cells: Sequence[tuple[int, int]], found: Sequence[Hypothesis]) -> Hypothesis:
    """The hypothesis of a row, of those of its cells.

    Args:
        text: The row.
        cells: From row_cells(); at least one.
        found: One for each cell.
    """
    written, end = "", 0
    links: list[Link] = []
    tokens: list[TokenScore] = []
    for (start, stop), own in zip(cells, found, strict=True):
        written += text[end:start]
        at, end = len(written), stop
        links += [Link(start + a, start + b, at + c, at + d) for a, b, c, d in own.alignment]
        tokens += [TokenScore(at + a, at + b, score) for a, b, score in own.token_scores]
        written += own.text
    scores = [own.score for own in found if own.score is not None]
    return replace(
        found[0],
        text=written + text[end:],
        score=sum(scores) / len(scores) if len(scores) == len(found) else None,
        alignment=tuple(links),
        token_scores=tuple(tokens),
        truncated=any(own.truncated for own in found),
        issues=tuple(replace(issue, span=None) for own in found for issue in own.issues),
    )
