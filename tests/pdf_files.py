"""Small PDF files for tests, set line by line in fonts that every viewer has."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple


class Set(NamedTuple):
    """One line of text at a place of a page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "Times-Roman"


def pdf_file(*pages: Sequence[Set], password: str = "", rule: float = 0) -> bytes:
    """A PDF of A4 pages: lines and, where asked for, a short rule at a height; a page without lines is a picture."""
    from PIL import Image
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(stream, pagesize=(595, 842), encrypt=encryption)
    for page in pages:
        if not page:
            canvas.drawImage(ImageReader(Image.new("1", (8, 8))), 100, 100, 400, 600)
        for line in page:
            canvas.setFont(line.font, line.size)
            canvas.drawString(line.x, line.y, line.text)
        if rule:
            canvas.line(60, rule, 120, rule)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def column(x: float, y: float, *lines: str, size: float = 10, font: str = "Times-Roman") -> list[Set]:
    """Lines under each other, as far apart as lines of a paragraph."""
    return [Set(x, y - 1.2 * size * position, text, size, font) for position, text in enumerate(lines)]
