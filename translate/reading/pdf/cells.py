"""Cells that the end of a page parts: a sentence that goes on in the same column of the table on the next page."""

from collections.abc import Sequence

from translate.reading.draft import Part
from translate.reading.pdf.paragraphs import Passage
from translate.reading.pdf.pitch import SAME_SIZE, is_finished, starts_new

_SAME_EDGE = 3.0  # points
_FIRST_ROWS = 2  # the head of a table may be repeated on each page


def with_whole_cells(found: Sequence[Passage | Part]) -> list[Passage | Part]:
    """Blocks of a document, the rest of a cell on the page after it put back into it.

    Args:
        found: In reading order.
    """
    kept: list[Passage | Part] = []
    above: dict[int, Passage] = {}  # last block of each column of the table before
    here: dict[int, Passage] = {}
    table = row = last_row = 0
    for block in found:
        if not isinstance(block, Passage) or block.cell is None:
            kept.append(block)
            continue
        cell = block.cell
        if cell.table != table:
            above, here, table, last_row = here, {}, cell.table, row
        row = cell.row
        before = above.get(cell.column)
        is_last = before is not None and before.cell is not None and before.cell.row == last_row
        if before is not None and is_last and cell.row <= _FIRST_ROWS and _goes_on(before, block):
            before.lines += block.lines
            above.pop(cell.column)
            continue
        here[cell.column] = block
        kept.append(block)
    return kept


def _goes_on(before: Passage, after: Passage) -> bool:
    """Whether a sentence goes on from the foot of one page to the next, at the same place of the line."""
    last, first = before.lines[-1], after.lines[0]
    if first.page != last.page + 1 or abs(first.left - before.lines[0].left) > _SAME_EDGE:
        return False
    if abs(last.size - first.size) > SAME_SIZE * last.size or not first.text[:1].islower():
        return False
    return not (is_finished(last.text) or starts_new(first.text))
