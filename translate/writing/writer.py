"""write(): a Translation back into the file that was read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from translate.errors import FormatError
from translate.issue import Issue
from translate.message import say
from translate.reading.kind import kind_of, same_kind
from translate.reading.limits import exceeded
from translate.reading.reader import READERS, file_content
from translate.registry import resolve
from translate.translation import Translation

WRITERS: dict[str, str] = {
    ".docx": "translate.writing.word:write_word",
    ".pdf": "translate.writing.new_word:write_new_word",
    ".rtf": "translate.writing.new_word:write_new_word",
    ".eml": "translate.writing.new_word:write_new_word",
    ".pptx": "translate.writing.slides:write_slides",
    ".epub": "translate.writing.book:write_book",
    ".html": "translate.writing.page:write_page",
    ".md": "translate.writing.markdown:write_markdown",
    ".txt": "translate.writing.plain:write_plain",
    ".odt": "translate.writing.opendocument:write_opendocument",
}
"""Suffix of the file that was read to a function (translation, content: bytes) -> (content, issues)."""

MADE_ANEW = dict.fromkeys((".pdf", ".rtf", ".eml"), ".docx")
"""Kinds that come back as another."""
_OWN = frozenset((".docm", ".dotx", ".pptm", ".ppsx"))


@dataclass(frozen=True, slots=True)
class Written:
    """A file in the target language.

    Attributes:
        content: Its bytes.
        suffix: Of its kind: ".docx".
        issues: What could not be carried over, and what was changed besides words.
    """

    content: bytes
    suffix: str
    issues: tuple[Issue, ...] = ()


def forms(content: bytes, name: str) -> tuple[str, ...]:
    """Suffixes of what write() makes of a file; none for a kind that cannot be written.

    A file with macros and a template keep their own suffix, as Word opens them under no other.

    Args:
        content: The file.
        name: Its name.

    Raises:
        InputError: The file's kind is not known.
    """
    kind = kind_of(content, name, tuple(READERS))
    if kind not in WRITERS:
        return ()
    if kind in MADE_ANEW:
        return (MADE_ANEW[kind],)
    own = PurePath(name).suffix.lower()
    same = own if same_kind(own) == kind else kind
    return (same,) if same in _OWN else tuple(dict.fromkeys((kind, same)))


def write(translation: Translation, original: bytes | Path, *, name: str = "") -> Written:
    """The file that was read, in the target language: its words exchanged, all else as it was.

    PDF, RTF and e-mail come back as a new Word file.

    Bold words, links and fields follow the words that they stood on where the translation has word links
    (`alignment=True`), else their share of the sentence.

    Args:
        translation: Of the document that read() made of the file.
        original: The file, or its content.
        name: The file's name, where `original` is bytes.

    Raises:
        InputError: The file cannot be read, or is not the one that was translated.
        FormatError: Files of this kind cannot be written.

    >>> from translate import read, translate
    >>> page = b"<p>The <b>council</b> meets.</p>"
    >>> translation = translate(read(page, name="a.html", language="en"), "pt", engine="pseudo")
    >>> write(translation, page, name="a.html").content.decode()
    '<p>[Thé <b>cóúncíl</b> mééts.~~~~~~]</p>'
    """
    name = name or (original.name if isinstance(original, Path) else "")
    content = file_content(original) if isinstance(original, Path) else original
    kind = kind_of(content, name, tuple(READERS))
    if kind not in WRITERS:
        raise FormatError(
            say(
                "Files of the kind {kind} cannot be written with their formatting. Known kinds: {known}. Write the "
                "text alone, or save the source as one of these.",
                kind=kind or PurePath(name).suffix,
                known=", ".join(WRITERS),
            )
        )
    make: Callable[[Translation, bytes], tuple[bytes, tuple[Issue, ...]]] = resolve(WRITERS, kind)
    try:
        written, issues = make(translation, content)
    except RecursionError as error:
        raise exceeded("depth") from error
    return Written(written, MADE_ANEW.get(kind, kind), issues)
