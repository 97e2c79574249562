"""Pages that are pictures: whether one is, whether its words lie hidden under it, and what it looks like."""

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate.reading.ocr.picture import Gray

_PAGE_WIDE = 0.7  # of the page's area
_INVISIBLE = 3  # text render mode
_MOST_PIXELS = 40_000_000  # of a page; A3 at 300 dpi has 17 million


def has_picture(page: Any) -> bool:
    """Whether a page holds an image."""
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3)), None) is not None


def is_page_wide(page: Any) -> bool:
    """Whether images cover a page."""
    return _Cover(page).is_whole


def is_under_picture(page: Any) -> bool:
    """Whether images cover a page and its text is invisible or lies under them, as text recognition leaves it."""
    cover = _Cover(page)
    return cover.is_whole and cover.seen * 2 < cover.texts


class _Cover:
    """What of a page its images cover.

    Attributes:
        is_whole: Whether they cover most of it.
        texts: How many text objects there are.
        seen: How many of them are drawn, and over the images.
    """

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium

        left, bottom, right, top = page.get_mediabox()
        area = max((right - left) * (top - bottom), 1.0)
        covered = 0.0
        self.texts = self.seen = 0
        for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_TEXT), max_depth=3):
            if found.type == pdfium.FPDF_PAGEOBJ_TEXT:
                self.texts += 1
                self.seen += pdfium.FPDFTextObj_GetTextRenderMode(found) != _INVISIBLE
                continue
            x0, y0, x1, y1 = found.get_bounds()
            share = max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom)) / area
            covered += share
            if share > _PAGE_WIDE:
                self.seen = 0
        self.is_whole = covered > _PAGE_WIDE


def picture_of(page: Any) -> "Gray":
    """What a page looks like at 300 dpi, less for a poster: shape (height, width), uint8."""
    import numpy as np

    from translate.reading.ocr.picture import DPI

    width, height = page.get_size()
    scale = min(DPI / 72, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        gray: Gray = np.array(bitmap.to_numpy(), dtype=np.uint8)
    finally:
        bitmap.close()
    return gray
