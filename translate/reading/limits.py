"""Limits: the most that a file may ask of its reader, the same whatever kind it is of.

A file of some kilobytes can unpack to gigabytes, or hold what takes hours to lay out. What can be counted is counted
here, in every process; seconds and memory are watched where a file is read apart (see apart.py).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from translate.errors import InputError
from translate.message import Message, say

_MEGABYTE = 1024 * 1024
_SMALL_BYTES = 16 * _MEGABYTE  # what unpacks to less harms nobody, however well it was packed


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may hold. Of 1,403 real office files none has a quarter of what is said of parts.

    Attributes:
        bytes: The file's own size.
        unpacked_bytes: All parts that are read, unpacked.
        ratio: How many times larger a part may become.
        entries: Parts in an archive.
        elements: Elements and attributes of one part or page of markup.
        depth: Elements, groups or messages inside each other.
        header_characters: Of a header line of a message.
        pages: Of a PDF.
        page_characters: On one page of a PDF.
        pixels: Of a picture, as it is and enlarged to 300 dpi.
        characters: Of the text.
        segments: Sentences, headings and table cells.
        seconds: Of processor time, where the file is read in a process of its own.
        memory_bytes: That such a process may take for one file, beyond what it needs to start.
    """

    bytes: int = 50 * _MEGABYTE
    unpacked_bytes: int = 256 * _MEGABYTE
    ratio: int = 250
    entries: int = 20_000
    elements: int = 2_000_000
    depth: int = 2_000
    header_characters: int = 10_000
    pages: int = 10_000
    page_characters: int = 500_000
    pixels: int = 120_000_000
    characters: int = 4_000_000
    segments: int = 250_000
    seconds: int = 180
    memory_bytes: int = 1536 * _MEGABYTE


DEFAULT = Limits()
"""Those that hold unless the caller says otherwise."""

_CURRENT: ContextVar[Limits] = ContextVar("limits", default=DEFAULT)


def current() -> Limits:
    """The limits under which a file is being read here."""
    return _CURRENT.get()


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Read under these limits."""
    token = _CURRENT.set(limits)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def require(name: str, count: float) -> None:
    """Raise InputError for more than the limit of this name.

    Args:
        name: An attribute of Limits.
        count: How much there is, or is so far.
    """
    if count > getattr(current(), name):
        raise exceeded(name)


def require_unpacked(size_bytes: int, packed_bytes: int) -> None:
    """Raise InputError for a part that unpacks to too much, or to far too much for its size."""
    require("unpacked_bytes", size_bytes)
    if size_bytes > _SMALL_BYTES:
        require("ratio", size_bytes / max(1, packed_bytes))


def require_size(size_bytes: float) -> None:
    """Raise InputError for a file that is too large."""
    limit = current().bytes
    if size_bytes > limit:
        raise InputError(
            say(
                "The file has {size:,.1f} MB. The limit is {limit:,.1f} MB. Give the part that matters, "
                "or in Python raise max_bytes.",
                size=size_bytes / _MEGABYTE,
                limit=limit / _MEGABYTE,
            )
        )


def require_length(count: int) -> None:
    """Raise InputError for a text of too many characters."""
    limit = current().characters
    if count > limit:
        raise InputError(
            say(
                "The text has {count:,} characters. The limit is {limit:,}. Give the part that matters, "
                "or in Python raise max_characters.",
                count=count,
                limit=limit,
            )
        )


def exceeded(name: str) -> InputError:
    """What to say of a file that has more than the limit of this name."""
    return InputError(_SAID[name](getattr(current(), name)))


_SAID: dict[str, Callable[[int], Message]] = {
    "unpacked_bytes": lambda limit: say(
        "The file unpacks to more than {limit:,} MB, which no ordinary document reaches. Save it without pictures, or "
        "as .txt.",
        limit=limit // _MEGABYTE,
    ),
    "ratio": lambda limit: say(
        "A part of the file unpacks to more than {limit:,} times its size, as no ordinary document does. Open it in "
        "the program that made it and save it again.",
        limit=limit,
    ),
    "entries": lambda limit: say(
        "The file is an archive of more than {limit:,} parts, which no ordinary document has. Open it in the program "
        "that made it and save it again.",
        limit=limit,
    ),
    "elements": lambda limit: say(
        "The file has more than {limit:,} elements and attributes of markup. That is the limit, which few texts "
        "reach. Give the part that matters, or save it as .txt.",
        limit=limit,
    ),
    "depth": lambda limit: say(
        "The file nests its parts more than {limit:,} levels deep, as no ordinary document does. Save it as .txt, or "
        "paste its text.",
        limit=limit,
    ),
    "header_characters": lambda limit: say(
        "A header line of the message has more than {limit:,} characters, which no subject has. Paste the message's "
        "text.",
        limit=limit,
    ),
    "pages": lambda limit: say(
        "The file has more than {limit:,} pages, which is the limit. Give the pages that matter.", limit=limit
    ),
    "page_characters": lambda limit: say(
        "A page of the PDF file has more than {limit:,} characters, which no page of text has. Give the file without "
        "that page.",
        limit=limit,
    ),
    "pixels": lambda limit: say(
        "The picture has more than {limit:,} megapixels, which is the limit. Save it smaller, or cut out the page.",
        limit=limit // 1_000_000,
    ),
    "segments": lambda limit: say(
        "The text falls into more than {limit:,} sentences and table cells, which is the limit. Give the part that "
        "matters.",
        limit=limit,
    ),
    "seconds": lambda limit: say(
        "Reading the file was ended after {limit:,} seconds, the most that it may take. Give the part that matters, "
        "or save it as .txt.",
        limit=limit,
    ),
    "memory_bytes": lambda limit: say(
        "Reading the file was ended because it needs more than {limit:,} MB of memory, the most that it may take. "
        "Give the part that matters, or save it as .txt.",
        limit=limit // _MEGABYTE,
    ),
}
