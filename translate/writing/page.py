"""A Translation back into its web page (HTML), and what EPUB and Markdown share with it."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from translate.issue import Issue
from translate.languages.table import language
from translate.reading.draft import Draft, Piece, assemble
from translate.reading.encoding import decode
from translate.reading.markup import is_block, is_unread, page_of, page_root
from translate.translation import Translation
from translate.writing.filling import blocks, fill, translated_words
from translate.writing.leaves import Field, Leaf, Region

_SPLITTABLE_NAMES = """
    b strong i em u small big font span mark tt cite dfn var samp kbd sub ins q abbr
"""
_SPLITTABLE = frozenset(_SPLITTABLE_NAMES.split())
_SIGN_NAMES = """
    br img sup wbr input button select textarea video audio canvas svg math map
"""
_SIGNS = frozenset(_SIGN_NAMES.split())
_START = re.compile(r"<html\b", re.I)
_CHARSET = re.compile(r"charset=[\w-]+", re.I)


def write_page(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The web page with the translation's words, in UTF-8.

    Args:
        translation: Of the document that was read from the page.
        content: The page.

    Raises:
        InputError: It is another page.
    """
    text = decode(content, declared=True)
    root = page_root(text)
    draft = Draft("", ()) if root is None else page_draft(root)
    grammar = PageGrammar()
    for part, block in blocks(translation, draft):
        for _ in fill(part, block, grammar, page_region):
            pass
    retitle(root, translation)
    return written_page(root, text).encode("utf-8"), ()


def page_draft(root: Any) -> Draft:
    """What read() makes of a page, with the places of its words."""
    page = page_of(root)
    return assemble(page.parts, page.title, page.language, page.left_out.issues())


def retitle(root: Any, translation: Translation) -> None:
    """Name the new language and its direction in the page's head, and its title where the text says it too."""
    code = translation.target.language
    if root.tag != "html":
        return
    for name in ("lang", "xml:lang"):
        if name == "lang" or root.get(name) is not None:
            root.set(name, code)
    body = root.find("body")
    for element in (root, body):
        if element is not None and element.get("dir") is not None:
            del element.attrib["dir"]
    if language(code).direction == "rtl":
        root.set("dir", "rtl")
    known = translated_words(translation)
    for title in root.iter("title"):
        title.text = known.get(" ".join((title.text or "").split()), title.text)
    for meta in root.iter("meta"):
        if meta.get("charset") is not None:
            meta.set("charset", "utf-8")
        elif "charset=" in (meta.get("content") or "").lower():
            meta.set("content", _CHARSET.sub("charset=utf-8", meta.get("content")))


def written_page(root: Any, text: str) -> str:
    """A page's markup, with all that stood before its root as it was.

    Args:
        root: Its root element.
        text: As it was before.
    """
    from lxml import etree

    begin = _START.search(text)
    is_xml = text.lstrip().startswith("<?xml") or "http://www.w3.org/1999/xhtml" in text[:2000]
    method: Any = "xml" if is_xml else "html"
    if begin is None:  # a stretch of a page
        body = root.find("body")
        inner = [etree.tostring(child, method=method, encoding="unicode") for child in body if body is not None]
        return (body.text or "") + "".join(inner)
    head = text[: begin.start()]
    if is_xml:
        head = re.sub(r'(<\?xml[^>]*encoding=)["\'][\w-]+["\']', r'\1"UTF-8"', head)
    return head + etree.tostring(root, method=method, encoding="unicode", with_tail=False) + "\n"


def page_region(pieces: Sequence[Piece]) -> Region | None:
    """The stretch of an element's content in which some pieces stand; None where it holds blocks of its own."""
    owners = [_owner(piece) for piece in pieces]
    element = owners[0]
    slots = [_slot(element, piece) for piece in pieces]
    first, last = min(slot for slot, _ in slots), max(end for _, end in slots)
    inside = [below for child in element[first:last] for below in child.iter() if isinstance(below.tag, str)]
    if any(is_block(below) and not is_unread(below) for below in inside):
        return None
    return Region(element, first, last)


def _owner(piece: Piece) -> Any:
    """The block that a piece belongs to."""
    element = piece.element if piece.place == "text" else piece.element.getparent()
    while not is_block(element) and element.getparent() is not None:
        element = element.getparent()
    return element


def _slot(element: Any, piece: Piece) -> tuple[int, int]:
    """Positions of the first child that a piece is in or before, and after the last."""
    below = piece.element
    if below is element:
        return 0, 0
    is_tail = piece.place == "tail"
    while below.getparent() is not element:
        below, is_tail = below.getparent(), False
    position = element.index(below)
    return (position + 1, position + 1) if is_tail else (position, position + 1)


class PageGrammar:
    """What stands inside a block of HTML."""

    mixed = True

    def is_head(self, element: Any) -> bool:
        """Nothing: attributes say how an element looks."""
        return False

    def is_wrapper(self, element: Any) -> bool:
        """Whether what stands in an element belongs to the sentence around it."""
        return element.tag not in _SIGNS and not is_unread(element)

    def is_whole(self, element: Any) -> bool:
        """Whether a wrapper must not be cut in two: all but what only looks."""
        return element.tag not in _SPLITTABLE

    def stands_for_words(self, element: Any) -> bool:
        """Whether a sign stands for its words: raised ones and pictures do."""
        return element.tag in ("sup", "img")

    def look(self, wrapper: Any) -> Hashable:
        """Name and attributes of an element."""
        return None if isinstance(wrapper, Field) else (wrapper.tag, tuple(sorted(wrapper.attrib.items())))

    def keep_spaces(self, element: Any) -> None:
        """Nothing: words stand between elements."""

    def fields(self, leaves: Sequence[Leaf]) -> Sequence[Leaf]:
        """The same: there are none."""
        return leaves

    def ranges(self, leaves: Sequence[Leaf]) -> Iterable[tuple[int, int]]:
        """There are none."""
        return ()
