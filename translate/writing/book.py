"""A Translation back into its EPUB book."""

from typing import Any

from translate.issue import Issue
from translate.reading.archive import Archive
from translate.reading.markup import WebPage, page_of, page_root
from translate.reading.office.book import book_draft, book_package
from translate.translation import Translation
from translate.writing.filling import blocks, fill, translated_words
from translate.writing.package import rewritten, serialized
from translate.writing.page import PageGrammar, page_region, retitle, written_page

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def write_book(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The book with the translation's words in its chapters, and in its contents where they say the same.

    Args:
        translation: Of the document that was read from the book.
        content: The book.

    Raises:
        InputError: It is another book, damaged or encrypted.
    """
    archive = Archive(content)
    chapters: dict[str, tuple[Any, str]] = {}

    def opened(name: str, text: str) -> WebPage:
        chapters[name] = (page_root(text), text)
        return page_of(chapters[name][0])

    grammar = PageGrammar()
    for part, block in blocks(translation, book_draft(archive, opened)):
        for _ in fill(part, block, grammar, page_region):
            pass
    changed: dict[str, bytes] = {}
    for name, (root, text) in chapters.items():
        retitle(root, translation)
        changed[name] = written_page(root, text).encode("utf-8")
    path, package = book_package(archive)
    changed[path] = _package(package, translation)
    changed |= _contents(archive, package, path, translation)
    return rewritten(content, changed), ()


def _package(package: Any, translation: Translation) -> bytes:
    """The list of chapters, with the new language, and the title where the text says it too."""
    known = translated_words(translation)
    for title in package.iter(f"{_DUBLIN_CORE}title"):
        title.text = known.get(" ".join((title.text or "").split()), title.text)
    for language in package.iter(f"{_DUBLIN_CORE}language"):
        language.text = translation.target.language
    return serialized(package)


def _contents(archive: Archive, package: Any, path: str, translation: Translation) -> dict[str, bytes]:
    """The table of contents of older readers, with the translated headings."""
    known = translated_words(translation)
    found: dict[str, bytes] = {}
    folder = path.rpartition("/")[0]
    for entry in package.iter("{*}item"):
        if entry.get("media-type") != "application/x-dtbncx+xml":
            continue
        name = f"{folder}/{entry.get('href')}" if folder else entry.get("href")
        root = archive.xml(name)
        for text in root.iter("{*}text") if root is not None else ():
            text.text = known.get(" ".join((text.text or "").split()), text.text)
        if root is not None:
            found[name] = serialized(root)
    return found
