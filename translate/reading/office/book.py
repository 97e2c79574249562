"""EPUB books to a Draft: their chapters in the order of the spine."""

import posixpath
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from translate.errors import InputError
from translate.message import say
from translate.reading.archive import Archive, damaged
from translate.reading.draft import Draft, LeftOut, Part, assemble
from translate.reading.encoding import decode
from translate.reading.markup import WebPage, web_page

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_HREF_CHARACTERS = 255  # of a chapter's name, which stands with each of its blocks
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def read_book(content: bytes, name: str) -> Draft:
    """Draft of an EPUB file.

    Raises:
        InputError: The book is damaged or encrypted.
    """
    return book_draft(Archive(content), lambda chapter, text: web_page(text))


def book_draft(archive: Archive, page: Callable[[str, str], WebPage]) -> Draft:
    """Draft of an EPUB file that is open.

    Args:
        archive: The book.
        page: Makes a page of a chapter's name in the archive and its markup.

    Raises:
        InputError: The book is damaged or encrypted.
    """
    path, package = book_package(archive)
    files = {entry.get("id"): entry.get("href", "") for entry in package.iter(f"{_PACKAGE}item")}
    parts: list[Part] = []
    left_out = LeftOut()
    read: set[str] = set()
    for reference in package.iter(f"{_PACKAGE}itemref"):
        href = unquote(files.get(reference.get("idref"), ""))
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
        chapter = archive.read(name) if name not in read else None  # the spine names each once (EPUB 3.3, 5.7)
        read.add(name)
        if chapter is None:
            continue
        found = page(name, decode(chapter, declared=True))
        left_out += found.left_out
        parts += [replace(part, source_ref=f"{href[-_HREF_CHARACTERS:]}, {part.source_ref}") for part in found.parts]
    title = package.findtext(f".//{_DUBLIN_CORE}title") or ""
    language = package.findtext(f".//{_DUBLIN_CORE}language") or ""
    return assemble(parts, title, language, left_out.issues())


def book_package(archive: Archive) -> tuple[str, Any]:
    """Name and root of the part that lists a book's chapters.

    Raises:
        InputError: The book is damaged or encrypted.
    """
    container = archive.xml("META-INF/container.xml")
    root_file = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    path = root_file.get("full-path", "") if root_file is not None else ""
    package = archive.xml(path) if path else None
    if package is None:
        raise damaged()
    if archive.xml("META-INF/rights.xml") is not None:
        raise InputError(
            say(
                "The book is protected against copying. Only books without such protection can be read. "
                "Ask its publisher for an unprotected copy."
            )
        )
    return path, package
