"""Pages whose words are known in reading order: recognised from a picture, or by who made the file."""

from collections.abc import Collection, Iterator, Sequence
from statistics import median

from translate.reading.pdf.lines import Line, merged, rows
from translate.reading.pdf.paragraphs import Kind, Passage, passages
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.scanned import edge_of
from translate.reading.pdf.sheet import Sheet

_HEADING_SIZE = 1.25  # times the usual size of the page: heights of recognised lines are not exact
_HEADING_LINES, _HEADING_CHARACTERS = 3, 150
_UP = 1.5  # of the font size: text that goes on higher is in another column


def ordered_passages(sheet: Sheet, running: Collection[Line], body_size: float) -> Iterator[Passage]:
    """Blocks of a page in the order it has them.

    Args:
        sheet: With paragraphs, or with pieces in reading order.
        running: Lines that are left out.
        body_size: Font size of most of the document, in points.
    """
    if not sheet.paragraphs:
        for number, column in enumerate(_columns([piece for piece in sheet.pieces if piece not in running])):
            for passage in passages([merged(row) for row in rows(column)], sheet.number, body_size, Rulings()):
                passage.region = number
                yield passage
        return
    usual = median(line.size for line in sheet.pieces)
    for lines, column_number in zip(sheet.paragraphs, sheet.columns, strict=True):
        kept = [line for line in lines if line not in running]
        if kept:
            kind: Kind = "heading" if _is_heading(kept, usual) else "text"
            settled = [line.settled(sheet.number) for line in kept]
            yield Passage(settled, kind, region=column_number, edge=edge_of(kept))


def _columns(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces in the order of the file, cut where they go on higher up."""
    found: list[list[Line]] = []
    for piece in pieces:
        if found and piece.baseline < found[-1][-1].baseline + _UP * piece.size:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _is_heading(lines: Sequence[Line], usual: float) -> bool:
    """Whether a paragraph is set in larger letters than the page."""
    length = sum(len(line.text) for line in lines)
    is_short = len(lines) <= _HEADING_LINES and length <= _HEADING_CHARACTERS
    return is_short and min(line.size for line in lines) >= _HEADING_SIZE * usual
