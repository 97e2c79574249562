"""PdfSource: the pages of a PDF file one by one, and what can be wrong with it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import Any

from translate.errors import InputError
from translate.issue import Issue
from translate.message import Message, joined, say
from translate.reading.limits import require
from translate.reading.pdf.gibberish import is_gibberish
from translate.reading.pdf.initials import with_initials
from translate.reading.pdf.lines import Line, pieces
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.visible import seen
from translate.reading.pdf.words import Page, read_page

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
# pdfium keeps state that all documents share and may be in one thread at a time: without the lock two files at once
# crash the process or come out as other text. What was opened under it is closed under it too, on errors as well, as
# what is left to the garbage collector calls pdfium from whichever thread happens to collect.
_PDFIUM = Lock()
_EMPTY_TITLES = frozenset(("untitled", "unspecified", "anonymous"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is kept of a page until it is laid out: its pieces, not its characters.

    Attributes:
        number: From 1.
        pieces: Runs of words that stand side by side.
        turned: Words that stand in another direction than most.
        rulings: Its straight lines.
    """

    number: int
    pieces: tuple[Line, ...]
    turned: tuple[str, ...]
    rulings: Rulings


class PdfSource:
    """A PDF file that is open; to be closed by its user. Any number of threads may each read one of their own.

    Raises:
        InputError: The file is encrypted or damaged.
    """

    def __init__(self, content: bytes) -> None:
        with _PDFIUM:
            self._pdf = _opened(content)
            self._count = len(self._pdf)
        self._pictures: list[int] = []
        self._damaged: list[int] = []
        self._unreadable: list[int] = []
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
        for number in range(1, self._count + 1):
            with _PDFIUM:
                read = self._page(number)
            if read is not None:
                words = tuple(seen(read.words, read.box))
                if is_gibberish(word.text for word in words):
                    self._unreadable.append(number)
                yield Sheet(number, tuple(with_initials(pieces(words, read.rulings))), read.turned, read.rulings)
        if not self._has_text:
            raise _without_text(self._count, bool(self._pictures))

    def _page(self, number: int) -> Page | None:
        """What a page says, or None where it is damaged; nothing of pdfium's is left open."""
        import pypdfium2

        try:
            with closing(_flat_page(self._pdf, number - 1)) as page:
                read = read_page(page, number)
                if read.words or read.turned:
                    self._has_text = True
                elif _has_picture(page):
                    self._pictures.append(number)
        except pypdfium2.PdfiumError:
            self._damaged.append(number)
            return None
        return read

    def issues(self) -> tuple[Issue, ...]:
        """What could not be read of the pages so far."""
        found = [
            *([_pictures(self._pictures, self._count)] if self._pictures else []),
            *([_damaged(self._damaged, self._count)] if self._damaged else []),
            *([_unreadable(self._unreadable, self._count)] if self._unreadable else []),
        ]
        return tuple(Issue("reading", None, None, message, "warning", "source") for message in found)

    def close(self) -> None:
        """Let go of the file."""
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


def _has_picture(page: Any) -> bool:
    """Whether a page holds an image."""
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3)), None) is not None


def _without_text(count: int, scanned: bool) -> InputError:
    if not scanned:
        what = say("The PDF file has no text: its pages show no characters.")
    elif count == 1:
        what = say("The PDF file has no text: its page is a picture of text, as from a scanner.")
    else:
        what = say("The PDF file has no text: its {count} pages are pictures of text, as from a scanner.", count=count)
    cure = say(
        "Only text can be read, not pictures of it. Run it through text recognition (OCR) first, for instance in the "
        "scanner's own program, and give the result."
    )
    return InputError(joined([what, cure]))


def _pictures(numbers: Sequence[int], count: int) -> Message:
    """What to say of pages that are scanned; `count` is that of all pages."""
    if len(numbers) == 1:
        return say(
            "Page {page} of {count} is a picture without text and could not be read.", page=numbers[0], count=count
        )
    return say(
        "Pages {pages} of {count} are pictures without text and could not be read.",
        pages=_listed(numbers),
        count=count,
    )


def _damaged(numbers: Sequence[int], count: int) -> Message:
    """What to say of pages that cannot be opened; `count` is that of all pages."""
    if len(numbers) == 1:
        return say("Page {page} of {count} is damaged and could not be read.", page=numbers[0], count=count)
    return say("Pages {pages} of {count} are damaged and could not be read.", pages=_listed(numbers), count=count)


def _unreadable(numbers: Sequence[int], count: int) -> Message:
    """What to say of pages whose text is not what they show; `count` is that of all pages."""
    if len(numbers) == 1:
        what = say(
            "The text of page {page} of {count} is unreadable, though the page may look right.",
            page=numbers[0],
            count=count,
        )
    else:
        what = say(
            "The text of pages {pages} of {count} is unreadable, though the pages may look right.",
            pages=_listed(numbers),
            count=count,
        )
    why = say(
        "Their fonts do not say which letters they show, or the file's text recognition failed. Don't trust what "
        "follows from them: run the file through text recognition (OCR) anew and give the result."
    )
    return joined([what, why])


def _listed(numbers: Sequence[int]) -> str:
    """Numbers of pages, the first of them if there are many."""
    listed = ", ".join(map(str, numbers[:10]))
    return say("{numbers} and more", numbers=listed) if len(numbers) > 10 else listed
