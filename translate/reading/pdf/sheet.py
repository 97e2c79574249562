"""Sheet: what is kept of a page until it is laid out."""

from dataclasses import dataclass

from translate.reading.pdf.lines import Line
from translate.reading.pdf.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is kept of a page until it is laid out: its pieces, not its characters.

    Attributes:
        number: From 1.
        pieces: Runs of words that stand side by side.
        turned: Words that stand in another direction than most.
        rulings: Its straight lines.
        paragraphs: The same pieces as lines of paragraphs in reading order, where they were recognised from a picture.
        columns: Number of the column of each of these paragraphs.
        in_order: Whether the file has its words in reading order, as text layers under a picture do.
    """

    number: int
    pieces: tuple[Line, ...]
    turned: tuple[str, ...]
    rulings: Rulings
    paragraphs: tuple[tuple[Line, ...], ...] = ()
    columns: tuple[int, ...] = ()
    in_order: bool = False
