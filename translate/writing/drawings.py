"""Diagrams as they were last drawn: Word and PowerPoint show this copy of a diagram's words as long as it is there."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from translate.reading.archive import Archive
from translate.reading.characters import one_line
from translate.reading.draft import Part, Piece
from translate.reading.office.graphics import DRAWING
from translate.writing.filling import fill
from translate.writing.leaves import Grammar, Region
from translate.writing.woven import Woven


def redrawn(
    archive: Archive,
    filled: Sequence[tuple[Part, Woven]],
    grammar: Grammar,
    region: Callable[[Sequence[Piece]], Region | None],
) -> Iterator[Any]:
    """Put the translation of diagrams into their drawn copies too.

    Args:
        archive: The file.
        filled: All blocks with what they say.
        grammar: Of the file kind.
        region: As fill() takes it.

    Yields:
        The elements that were changed.
    """
    by_words = {block.source: block for part, block in filled if len(part.pieces) and part.kind == "paragraph"}
    drawings = {name for part in list(archive.parts()) for name in _drawings(archive, part)}
    for name in sorted(drawings):
        root = archive.xml(name)
        for paragraph in root.iter(f"{DRAWING}p") if root is not None else ():
            pieces = tuple(Piece(text.text or "", text) for text in paragraph.iter(f"{DRAWING}t"))
            block = by_words.get(one_line("".join(piece.text for piece in pieces)))
            if block is not None:
                yield from fill(Part(block.source, pieces=pieces), block, grammar, region)


def _drawings(archive: Archive, part: str) -> Iterator[str]:
    """Names of the drawn copies that a part points to."""
    if not part.endswith(".rels"):
        for kind, name in archive.relations(part).values():
            if kind == "diagramDrawing":
                yield name
