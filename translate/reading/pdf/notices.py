"""Notices: what to say of a file's pages that could not be read, or not without doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from translate.errors import InputError
from translate.issue import Issue
from translate.message import Message, joined, say
from translate.reading.ocr.packs import debian_package
from translate.reading.ocr.program import remedy
from translate.reading.ocr.recognition import Reading


@dataclass
class Noticed:
    """Pages that are not as they should be, by number from 1.

    Attributes:
        count: Pages of the file.
        is_remedied: Whether text recognition is wanted, but Tesseract is missing.
        pictures: Pictures without text.
        damaged: They cannot be opened.
        unreadable: Their text is not what they show.
        recognised: Read from their picture.
        missing: Not read for want of the language pack that is their key.
        poorly: Read with another language's pack for want of that one.
    """

    count: int
    is_remedied: bool = False
    pictures: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    missing: dict[str, list[int]] = field(default_factory=dict)
    poorly: dict[str, list[int]] = field(default_factory=dict)

    def note(self, number: int, reading: Reading) -> None:
        """Note what came of a page's picture."""
        if reading.paragraphs:
            self.recognised.append(number)
            for noted in (self.pictures, self.unreadable):
                if number in noted:
                    noted.remove(number)
        if (reading.is_blank or reading.missing) and number in self.pictures:
            self.pictures.remove(number)
        if reading.missing:
            by_pack = self.poorly if reading.paragraphs else self.missing
            by_pack.setdefault(reading.missing, []).append(number)

    def issues(self) -> tuple[Issue, ...]:
        """What could not be read, or may be wrong, of the pages so far."""
        unread = [_pictures(self.pictures, self.count)] if self.pictures else []
        if self.pictures and self.is_remedied:
            unread = [joined([*unread, remedy()])]
        if self.damaged:
            unread.append(_damaged(self.damaged, self.count))
        if self.unreadable:
            unread.append(_unreadable(self.unreadable, self.count))
        unread += [_without_pack(pack, pages) for pack, pages in self.missing.items()]
        unread += [_poorly(pack, pages) for pack, pages in self.poorly.items()]
        found = [Issue("reading", None, None, message, "warning", "source") for message in unread]
        if self.recognised:
            message = _recognised(self.recognised, self.count)
            found.append(Issue("reading", None, None, message, "warning", "source"))
        return tuple(found)

    def without_text(self) -> InputError:
        """What to say of a file of which no page had a word."""
        if not self.pictures:
            what = say("The PDF file has no text: its pages show no characters.")
        elif self.count == 1:
            what = say("The PDF file has no text: its page is a picture of text, as from a scanner.")
        else:
            what = say(
                "The PDF file has no text: its {count} pages are pictures of text, as from a scanner.",
                count=self.count,
            )
        cure = say(
            "Only text can be read, not pictures of it. Run it through text recognition (OCR) first, for instance in "
            "the scanner's own program, and give the result."
        )
        return InputError(joined([what, *self.cure(), *([] if self.missing else [cure])]))

    def cure(self) -> list[Message]:
        """What to install so that pictures are read; nothing where nothing is missing."""
        if self.missing:
            return [_without_pack(pack, pages) for pack, pages in self.missing.items()]
        return [remedy()] if self.is_remedied else []


def _recognised(numbers: Sequence[int], count: int) -> Message:
    """What to say of pages that were read from their pictures."""
    if count == 1:
        return say(
            "The page was read by text recognition (OCR), which takes some letters for others. Check names and "
            "numbers against the page."
        )
    if len(numbers) == 1:
        return say(
            "Page {page} of {count} was read by text recognition (OCR), which takes some letters for others. Check "
            "names and numbers against the page.",
            page=numbers[0],
            count=count,
        )
    return say(
        "Pages {pages} of {count} were read by text recognition (OCR), which takes some letters for others. Check "
        "names and numbers against the pages.",
        pages=_listed(numbers),
        count=count,
    )


def _without_pack(pack: str, numbers: Sequence[int]) -> Message:
    """What to say of pages whose script no installed pack reads."""
    return say(
        "Tesseract's language pack {pack} is missing. Without it these pages could not be read: {pages}. On Debian "
        "and Ubuntu run: apt-get install {package}",
        pack=pack,
        pages=_listed(numbers),
        package=debian_package(pack),
    )


def _poorly(pack: str, numbers: Sequence[int]) -> Message:
    """What to say of pages that were read with another language's pack."""
    return say(
        "Tesseract's language pack {pack} is missing. Without it these pages have more wrong letters than they need "
        "to: {pages}. On Debian and Ubuntu run: apt-get install {package}",
        pack=pack,
        pages=_listed(numbers),
        package=debian_package(pack),
    )


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
