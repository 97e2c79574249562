"""Scans: what a caller says about pictures of text, while a file is being read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


def _unheard(done: int, total: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Scans:
    """How pictures of text are read.

    Attributes:
        ocr: Whether they are recognised, where Tesseract is installed.
        language: BCP 47 code where the reader knows it; else it is found out.
        progress: Called with (pages done, pages of the file) after each page that was recognised, from the thread
            that reads; what it raises ends the reading.
    """

    ocr: bool = True
    language: str = ""
    progress: Callable[[int, int], None] = _unheard


_ANY = Scans()
_CURRENT: ContextVar[Scans] = ContextVar("scans", default=_ANY)


def current_scans() -> Scans:
    """What holds for the file that is being read here."""
    return _CURRENT.get()


@contextmanager
def reading_scans(scans: Scans) -> Iterator[None]:
    """Read pictures of text so."""
    token = _CURRENT.set(scans)
    try:
        yield
    finally:
        _CURRENT.reset(token)
