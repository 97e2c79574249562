"""A Translation back into its plain text."""

import codecs

from translate.issue import Issue
from translate.translation import Translation


def write_plain(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The text in UTF-8, with a byte order mark where the source had one; what lies between sentences is the same."""
    mark = codecs.BOM_UTF8 if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else b""
    return mark + translation.target.text.encode("utf-8", "backslashreplace"), ()
