"""The rows of a briefing as HTML, those of a table drawn as one: each cell over its translation."""

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby

from summarize.export.markup import row_html
from summarize.export.rows import Row
from summarize.export.wording import wording
from translate.checks.separators import are_opposite
from translate.tag import primary

_MOST_COLUMNS = 12
"""Of a table that is drawn; wider ones are mostly figures and formulas that are taken for tables."""

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:([.,])\d{3})*(?:([.,])\d+)(?![\w.,])")
"""A number with separators; what has one dot and no group may be a section, which first columns have."""
_EXCHANGED = str.maketrans(".,", ",.")


def rows_markup(rows: Sequence[Row], reader: str, sides: int, separator: str = "") -> str:
    """Rows one below the other, runs of cells of one table side by side.

    Args:
        rows: From rows(), in order.
        reader: BCP 47 code of the language of the words around them.
        sides: 1 where the briefing has no translation.
        separator: What stands between two of them.
    """
    parts = []
    for _, run in groupby(rows, key=lambda row: row.cell.table if row.cell else 0):
        group = list(run)
        parts.append(_table(group, reader, sides) or separator.join(row_html(row, reader, sides) for row in group))
    return separator.join(parts)


def _table(rows: Sequence[Row], reader: str, sides: int) -> str:
    """A table's cells in their places; empty where the rows are none, or have but one row or column."""
    places = [row.cell for row in rows if row.cell]
    columns = sorted({place.column for place in places})
    if len({place.row for place in places}) < 2 or not 2 <= len(columns) <= _MOST_COLUMNS:
        return ""
    written = []
    for _, run in groupby(rows, key=lambda row: row.cell.row if row.cell else 0):
        cells = []
        for cell, found in groupby(run, key=lambda row: row.cell):
            if cell:
                inner = "".join(row_html(row, reader, sides) for row in found)
                role = "columnheader" if cell.is_header else "cell"
                column = columns.index(cell.column) + 1
                cells.append(f'<div class="cell" role="{role}" style="grid-column:{column}">{inner}</div>')
        written.append(f'<div class="line" role="row">{"".join(cells)}</div>')
    table = f'<div class="table" role="table" style="--columns:{len(columns)}">{"".join(written)}</div>'
    return f"{table}{_numbers_html(rows, columns[0], reader)}"


def _numbers_html(rows: Sequence[Row], first: int, reader: str) -> str:
    """How a table's numbers are written, where they are copied and the other language writes them otherwise."""
    for row in rows:
        is_copied = row.hypothesis is not None and row.hypothesis.origin == "copied" and row.source == row.target
        if not is_copied or row.cell is None or row.cell.column == first:
            continue
        found = _NUMBER.search(row.source)
        if found and are_opposite(primary(row.source_language), primary(row.opinion_language)):
            said = wording(reader)["table_numbers"].format(own=found[0], said=found[0].translate(_EXCHANGED))
            return f'<p class="numbers">{escape(said)}</p>'
    return ""
