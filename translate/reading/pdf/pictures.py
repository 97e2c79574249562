"""PictureSource: the pages of a picture file, read by text recognition."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from translate.errors import InputError
from translate.issue import Issue
from translate.message import joined, say
from translate.reading.ocr.picture import pages
from translate.reading.pdf.notices import Noticed
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.scanned import Scanner, read_sheet
from translate.reading.pdf.sheet import Sheet
from translate.reading.scans import current_scans

if TYPE_CHECKING:
    from translate.reading.ocr.picture import Gray


class PictureSource:
    """A picture file of one page or several; to be closed by its user."""

    def __init__(self, content: bytes) -> None:
        """Nothing is opened yet.

        Args:
            content: A PNG, JPEG or TIFF file.
        """
        self._content = content
        self._scanner = Scanner(current_scans(), 1)
        self._noticed = Noticed(0, is_remedied=self._scanner.is_wanting)

    def sheets(self) -> Iterator[Sheet]:
        """Every page in order.

        Raises:
            InputError: The file is damaged, too large, or has no words that could be read.
        """
        if not self._scanner.is_there:
            raise self._unread()
        has_text = False
        for sheet, reading in self._scanner.readings(self._pages()):
            assert reading is not None  # each page is a picture
            self._noticed.note(sheet.number, reading)
            if reading.paragraphs:
                has_text = True
                yield read_sheet(reading, sheet.number)
            elif not reading.is_blank and not reading.missing:
                self._noticed.pictures.append(sheet.number)
        if not has_text:
            raise self._unread()

    def issues(self) -> tuple[Issue, ...]:
        """What could not be read, and what may be wrong."""
        return self._noticed.issues()

    def close(self) -> None:
        """Let what waits go unread."""
        self._scanner.close()

    def _pages(self) -> "Iterator[tuple[Sheet, Gray]]":
        """Every page without a word."""
        for number, gray in enumerate(pages(self._content), start=1):
            self._noticed.count = number
            yield Sheet(number, (), (), Rulings()), gray

    def _unread(self) -> InputError:
        """What to say where nothing was read."""
        if not self._scanner.is_there:
            what = say("The file is a picture, of which text can only be read by text recognition (OCR).")
        else:
            what = say("No words could be read in the picture. It must show text, sharp and large enough.")
        cure = say("Give the text itself, or a sharper picture: scan the page with 300 dpi.")
        return InputError(joined([what, *(self._noticed.cure() or [cure])]))
