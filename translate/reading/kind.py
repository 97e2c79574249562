"""Which kind of file some bytes are, by their first characters, what a ZIP holds, and the name's suffix."""

import re
from collections.abc import Container, Sequence
from pathlib import PurePath

from translate.errors import InputError
from translate.message import say
from translate.reading.archive import Archive

_SAME = {
    ".text": ".txt",
    ".markdown": ".md",
    ".mdown": ".md",
    ".htm": ".html",
    ".xhtml": ".html",
    ".docm": ".docx",
    ".dotx": ".docx",
    ".pptm": ".pptx",
    ".ppsx": ".pptx",
    ".jpeg": ".jpg",
    ".tiff": ".tif",
}
# A member that only this kind of ZIP has.
_MEMBERS = (("word/document.xml", ".docx"), ("ppt/presentation.xml", ".pptx"), ("META-INF/container.xml", ".epub"))
_FOLDERS = {"word": ".docx", "ppt": ".pptx"}  # of the main part, which Word for the web names otherwise
_MIME_TYPES = {b"application/vnd.oasis.opendocument.text": ".odt", b"application/epub+zip": ".epub"}
_PICTURES = ((b"\x89PNG\r\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"II*\x00", ".tif"), (b"MM\x00*", ".tif"))
_TEXTS = (".txt", ".md", ".html", ".eml")
_MARKUP = re.compile(rb"\s*(?>(?:<!--.*?-->\s*)*+)<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(content: bytes, name: str, known: Sequence[str]) -> str:
    """Suffix of the file's kind.

    What the bytes say goes before the name: a PDF called "law.txt" is a PDF.

    Args:
        content: A whole file, not empty.
        name: The file's name; may be empty.
        known: Suffixes that can be read.

    Raises:
        InputError: The kind is unknown, or the file is encrypted or damaged.
    """
    suffix = PurePath(name).suffix.lower()
    suffix = _SAME.get(suffix, suffix)
    found = _by_content(content)
    if not found and suffix in known and suffix not in _TEXTS:
        raise InputError(
            say(
                "The file's name ends in {suffix}, but its content is something else. It is damaged, or "
                "has a wrong name. Open it in the program that made it and save it again.",
                suffix=suffix,
            )
        )
    if not found and not suffix:
        found = ".html" if _MARKUP.match(content[:2048]) else ".txt"
    found = found or suffix
    if found not in known:
        raise InputError(
            say(
                "Files of the kind {found} cannot be read. Known kinds: {known}. Save the file as one of "
                "these, or paste its text.",
                found=found,
                known=", ".join(known),
            )
        )
    return found


def same_kind(suffix: str) -> str:
    """The suffix by which a kind goes that has several: ".html" for ".htm"."""
    return _SAME.get(suffix.lower(), suffix.lower())


def _by_content(content: bytes) -> str:
    """Suffix of a kind that its bytes prove, or empty."""
    if b"%PDF-" in content[:1024]:
        return ".pdf"
    if content.startswith(b"{\\rtf"):
        return ".rtf"
    if content.startswith(_OLD_OFFICE):
        raise _old_office(content)
    for start, suffix in _PICTURES:
        if content.startswith(start):
            return suffix
    if content.startswith(b"PK\x03\x04"):
        return _zip_kind(content)
    return ""


def _zip_kind(content: bytes) -> str:
    """Suffix of what a ZIP holds."""
    archive = Archive(content)
    members = archive.names
    mime_type = (archive.read("mimetype") or b"").strip()
    for member, suffix in _MEMBERS:
        if member in members and not (suffix == ".epub" and mime_type):
            return suffix
    if mime_type in _MIME_TYPES:
        return _MIME_TYPES[mime_type]
    folder = archive.main_part("").partition("/")[0]
    if folder in _FOLDERS:
        return _FOLDERS[folder]
    return ".xlsx" if "xl/workbook.xml" in members else ".zip"


def _old_office(content: bytes) -> InputError:
    """What stands in an OLE container: an encrypted new file, or an old one."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return InputError(
            say(
                "The file is encrypted. Only files without a password can be read. Open it in Word with "
                "its password, save it without one, and try again."
            )
        )
    return InputError(
        say(
            "The file is in the old Office format (.doc, .xls, .ppt). The newer formats can be read: "
            ".docx, .odt, .rtf, .pdf. Open it in Word or LibreOffice and save it as .docx."
        )
    )


def is_known(name: str, known: Container[str]) -> bool:
    """Whether a file's name says that it is of a kind that can be read."""
    suffix = PurePath(name).suffix.lower()
    return _SAME.get(suffix, suffix) in known
