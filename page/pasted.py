"""A pasted text, read as what it is: Markdown where it clearly is some, else plain text."""

import re
from collections.abc import Callable
from dataclasses import replace

from translate import Document, read

_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*?|__)(?=\S)[^*_\n]+(?<=\S)\1")


def read_pasted(text: str, language: str | None, read: Callable[..., Document] = read) -> Document:
    """The document that a pasted text holds; it has no name.

    Args:
        text: What was pasted.
        language: BCP 47 code where the reader knows it; else it is detected.
        read: What reads it, as translate.read() does.

    Raises:
        InputError: There is no text in it, or too much.
        LanguageError: `language` is not known.
    """
    if not is_markdown(text):
        return read(text, language=language)
    return replace(read(text.encode(), name="pasted.md", language=language), name="")


def is_markdown(text: str) -> bool:
    """Whether a text has both headings marked by "#" and emphasis marked by "*" or "_".

    One alone is not enough: "# 5" numbers a line in many a list, and an asterisk leads to a footnote.

    >>> is_markdown("# Fees\\n\\nShips pay **twice**.")
    True
    """
    return _HEADING.search(text) is not None and _EMPHASIS.search(text) is not None
