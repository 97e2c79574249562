"""PdfSource: the pages of a PDF file one by one, and what can be wrong with it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING, Any

from translate.errors import InputError
from translate.issue import Issue
from translate.message import say
from translate.reading.limits import require
from translate.reading.ocr.recognition import Reading
from translate.reading.ocr.table import words as words_of
from translate.reading.pdf.gibberish import is_gibberish
from translate.reading.pdf.initials import with_initials
from translate.reading.pdf.lines import pieces
from translate.reading.pdf.notices import Noticed
from translate.reading.pdf.pictured import has_picture, is_page_wide, is_under_picture, picture_of
from translate.reading.pdf.scanned import Scanner, read_sheet
from translate.reading.pdf.sheet import Sheet
from translate.reading.pdf.visible import seen
from translate.reading.pdf.words import Word, read_page
from translate.reading.scans import current_scans

if TYPE_CHECKING:
    from translate.reading.ocr.picture import Gray

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
# pdfium keeps state that all documents share and may be in one thread at a time: without the lock two files at once
# crash the process or come out as other text. What was opened under it is closed under it too, on errors as well, as
# what is left to the garbage collector calls pdfium from whichever thread happens to collect.
_PDFIUM = Lock()
_FEW = 30  # words on a scanned page that a stamp or a running line may have, put there later
_MORE = 3  # times as many must be recognised
_EMPTY_TITLES = frozenset(("untitled", "unspecified", "anonymous"))


class PdfSource:
    """A PDF file that is open; to be closed by its user. Any number of threads may each read one of their own.

    Raises:
        InputError: The file is encrypted or damaged.
    """

    def __init__(self, content: bytes) -> None:
        with _PDFIUM:
            self._pdf = _opened(content)
            self._count = len(self._pdf)
        self._scanner = Scanner(current_scans(), self._count)
        self._noticed = Noticed(self._count, is_remedied=self._scanner.is_wanting)
        self._has_text = False

    @property
    def title(self) -> str:
        """The author's title, or empty; what programs write for want of one is none."""
        with _PDFIUM:
            title = str(self._pdf.get_metadata_value("Title"))
        return "" if title.casefold() in _EMPTY_TITLES else title

    def sheets(self) -> Iterator[Sheet]:
        """Every page in order.

        Raises:
            InputError: There are too many pages or too much on one; at the end, if no page had text.
        """
        require("pages", self._count)
        for sheet, reading in self._scanner.readings(self._sheets()):
            yield self._chosen(sheet, reading)
        if not self._has_text:
            raise self._noticed.without_text()

    def _sheets(self) -> "Iterator[tuple[Sheet, Gray | None]]":
        """Every page with its own words, and what it looks like where these may not be what it says."""
        import pypdfium2

        for number in range(1, self._count + 1):
            try:
                with _PDFIUM, closing(_flat_page(self._pdf, number - 1)) as page:
                    read = read_page(page, number)
                    words = tuple(seen(read.words, read.box))
                    in_order = bool(words) and is_under_picture(page)
                    is_asked = self._is_asked(page, number, words, read.turned) and self._scanner.is_there
                    gray = picture_of(page) if is_asked else None
            except pypdfium2.PdfiumError:
                self._noticed.damaged.append(number)
                continue
            found = tuple(with_initials(pieces(words, read.rulings)))
            yield Sheet(number, found, read.turned, read.rulings, in_order=in_order), gray

    def _is_asked(self, page: Any, number: int, words: Sequence[Word], turned: Sequence[str]) -> bool:
        """Whether a page's picture may say more than its words do; what it is like is noted."""
        if not words and not turned:
            if has_picture(page):
                self._noticed.pictures.append(number)
            return True
        if is_gibberish(word.text for word in words):
            self._noticed.unreadable.append(number)
            return True
        return len(words) <= _FEW and is_page_wide(page)

    def _chosen(self, sheet: Sheet, reading: Reading | None) -> Sheet:
        """The page as its own words have it, or as it was recognised where that says more."""
        own = sum(len(piece.words) for piece in sheet.pieces)
        is_unread = sheet.number in self._noticed.unreadable or not own
        if reading is not None and (is_unread or len(words_of(reading.paragraphs)) > _MORE * own):
            self._noticed.note(sheet.number, reading)
            if reading.paragraphs:
                sheet = read_sheet(reading, sheet.number)
        self._has_text = self._has_text or bool(sheet.pieces or sheet.turned)
        return sheet

    def issues(self) -> tuple[Issue, ...]:
        """What could not be read of the pages so far, and what may be wrong."""
        return self._noticed.issues()

    def close(self) -> None:
        """Let go of the file."""
        self._scanner.close()
        with _PDFIUM:
            self._pdf.close()


def _opened(content: bytes) -> Any:
    """The file, opened by pdfium."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
        try:
            pdf.init_forms()
        except BaseException:
            pdf.close()
            raise
        return pdf
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise InputError(
                say(
                    "The PDF file is encrypted. Only files that open without a password can be read. Open it "
                    "with its password, print it to a new PDF file or save it without one, and try again."
                )
            ) from error
        raise InputError(
            say(
                "The PDF file is damaged and cannot be opened. A whole file is needed. Copy or download "
                "it again, or open it in a PDF viewer and print it to a new file."
            )
        ) from error


def _flat_page(pdf: Any, index: int) -> Any:
    """A page with what was typed into its forms and put upon it made part of it."""
    import pypdfium2.raw as pdfium

    page = pdf[index]
    for position in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, position)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP):
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            return pdf[index]
    return page
