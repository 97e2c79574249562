"""Words of the diagrams and charts that Word and PowerPoint files hold in parts of their own."""

import re
from collections.abc import Iterator
from typing import Any

from translate.reading.archive import Archive
from translate.reading.characters import one_line
from translate.reading.draft import Piece

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
# The element that stands in the text → its attribute with the relation, and the elements of the part that hold words.
GRAPHICS = {
    f"{_DIAGRAM}relIds": (f"{RELATION}dm", (f"{_DIAGRAM}t",)),
    f"{_CHART}chart": (f"{RELATION}id", (f"{_CHART}rich", f"{_CHART}strCache")),
}
# What Office and others write beside a picture that nobody described.
_FILE_NAME = re.compile(r"(?:\S*[/\\])?[^.\n]{1,120}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|eps)", re.I)
_AUTOMATIC = re.compile(
    r"automatically generated|generada automáticamente|généré\w* automatiquement|automatisch generiert|"
    r"generata automaticamente|gerada automaticamente|automatisch gegenereerd|автоматически созданн|自动生成|"
    r"AI-generated content",
    re.I,
)


def described(words: str | None) -> str:
    """What an author says a picture shows; empty where only the program or the file's name says something.

    >>> described("The hall of the assembly"), described("IMG_2041.jpg")
    ('The hall of the assembly', '')
    """
    written = one_line(words or "")
    return "" if _FILE_NAME.fullmatch(written) or _AUTOMATIC.search(written) else written


def graphic_words(archive: Archive, part: str, element: Any) -> Iterator[tuple[Piece, ...]]:
    """Words of a diagram or chart, line by line; the numbers of a chart are not words.

    Args:
        archive: The file.
        part: Name of the part that the element is in.
        element: One whose tag is in GRAPHICS.
    """
    attribute, holders = GRAPHICS[element.tag]
    _, target = archive.relations(part).get(element.get(attribute, ""), ("", ""))
    root = archive.xml(target) if target else None
    for holder in root.iter(*holders) if root is not None else ():
        for paragraph in holder.iter(f"{DRAWING}p", f"{_CHART}pt"):
            yield tuple(Piece(t.text or "", t) for t in paragraph.iter(f"{DRAWING}t", f"{_CHART}v"))
