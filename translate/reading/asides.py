"""Asides: whether the comments beside a file's text are read too, while it is being read."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from translate.document import Document

_WANTED: ContextVar[bool] = ContextVar("comments", default=False)
_PLACE = "comment "


def comments_wanted() -> bool:
    """Whether comments are read, of the file that is being read here."""
    return _WANTED.get()


@contextmanager
def reading_comments(wanted: bool) -> Iterator[None]:
    """Read comments, or leave them out."""
    token = _WANTED.set(wanted)
    try:
        yield
    finally:
        _WANTED.reset(token)


def comment_place(number: int) -> str:
    """The source_ref of a comment's blocks."""
    return f"{_PLACE}{number}"


def has_comments(document: Document) -> bool:
    """Whether comments were read into a document."""
    return any(block.source_ref.startswith(_PLACE) for block in document.blocks)
