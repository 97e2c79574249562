"""A Translation back into its OpenDocument text (ODT)."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from translate.issue import Issue
from translate.reading.archive import Archive
from translate.reading.draft import Piece
from translate.reading.office.opendocument import opendocument_draft
from translate.translation import Translation
from translate.writing.changes import changes_accepted
from translate.writing.filling import blocks, fill, touched, translated_words
from translate.writing.leaves import Field, Leaf, Region, whole_region
from translate.writing.opendocument_language import name_language, turn
from translate.writing.package import rewritten, serialized

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SIGN_NAMES = """
    s tab line-break note hidden-text hidden-paragraph ruby-text page-number page-count bookmark bookmark-start
    bookmark-end change change-start change-end soft-page-break reference-mark-start reference-mark-end
"""
_SIGNS = frozenset(f"{_TEXT}{name}" for name in _SIGN_NAMES.split())
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_CHANGES = [f"{_TEXT}{name}" for name in ("tracked-changes", "change", "change-start", "change-end")]
_ENDS = {f"{_TEXT}{name}-start": f"{_TEXT}{name}-end" for name in ("bookmark", "reference-mark")}


def write_opendocument(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The ODT with the translation's words, and what a reader must know of it.

    Args:
        translation: Of the document that was read from the file.
        content: The file.

    Raises:
        InputError: It is another file, or damaged.
    """
    archive = Archive(content)
    accepted = {name for name in ("content.xml", "styles.xml") if accept_tracked(archive.xml(name))}
    grammar = TextGrammar()
    filled = blocks(translation, opendocument_draft(archive))
    elements = [element for part, block in filled for element in fill(part, block, grammar, text_region)]
    roots = archive.parts()
    changed = accepted | touched(roots, elements) | _in_language(archive, translation)
    notes = (changes_accepted(),) if accepted else ()
    return rewritten(content, {name: serialized(roots[name]) for name in changed}), notes


def _in_language(archive: Archive, translation: Translation) -> set[str]:
    """Name the language and its direction in the styles, and the title where the text says it; what changed."""
    source, target = translation.source.language, translation.target.language
    roots = archive.parts()
    names = [name for name in ("content.xml", "styles.xml") if name in roots]
    parts = [roots[name] for name in names]
    turned = name_language(parts, target) | turn(parts, source, target)
    changed: set[str] = {name for name in names if roots[name] in turned}
    title = roots["meta.xml"].find(f".//{_TITLE}") if "meta.xml" in roots else None
    known = translated_words(translation).get(" ".join((title.text or "").split())) if title is not None else None
    if title is not None and known is not None:
        title.text = known
        changed.add("meta.xml")
    return changed


def accept_tracked(root: Any) -> bool:
    """Accept the tracked changes of a part; whether there were any."""
    marks = list(root.iter(*_CHANGES)) if root is not None else []
    for mark in marks:
        above, before = mark.getparent(), mark.getprevious()
        if mark.tail and before is not None:
            before.tail = (before.tail or "") + mark.tail
        elif mark.tail:
            above.text = (above.text or "") + mark.tail
        mark.tail = None
        above.remove(mark)
    return bool(marks)


def text_region(pieces: Sequence[Piece]) -> Region | None:
    """The paragraph of some pieces; None for a picture's description."""
    piece = pieces[0]
    if piece.element.tag in (f"{_SVG}desc", f"{_SVG}title"):
        return None
    element = piece.element if piece.place == "text" else piece.element.getparent()
    grammar = TextGrammar()
    paragraph = None
    while element is not None and grammar.is_wrapper(element):  # up to a note, a frame or the text
        if element.tag in _PARAGRAPHS:
            paragraph = element  # the outermost, where some program put one into another
        element = element.getparent()
    return None if paragraph is None else whole_region(paragraph)


class TextGrammar:
    """Paragraphs of OpenDocument."""

    mixed = True

    def is_head(self, element: Any) -> bool:
        """Nothing: styles are named."""
        return False

    def is_wrapper(self, element: Any) -> bool:
        """Whether what stands in an element belongs to the sentence around it."""
        return element.tag.startswith(_TEXT) and element.tag not in _SIGNS

    def is_whole(self, element: Any) -> bool:
        """Whether a wrapper must not be cut in two: all but what only looks."""
        return bool(element.tag != f"{_TEXT}span")

    def stands_for_words(self, element: Any) -> bool:
        """Nothing: formulas are objects of their own."""
        return False

    def look(self, wrapper: Any) -> Hashable:
        """The name of a span's style."""
        return None if isinstance(wrapper, Field) else wrapper.get(f"{_TEXT}style-name")

    def keep_spaces(self, element: Any) -> None:
        """Nothing: words stand between elements."""

    def fields(self, leaves: Sequence[Leaf]) -> Sequence[Leaf]:
        """The same: fields are elements."""
        return leaves

    def ranges(self, leaves: Sequence[Leaf]) -> Iterable[tuple[int, int]]:
        """Bookmarks and reference marks that begin and end here."""
        open_: dict[tuple[str, str], int] = {}
        for number, leaf in enumerate(leaves):
            if not leaf.is_sign:
                continue
            name = leaf.element.get(f"{_TEXT}name", "")
            if leaf.element.tag in _ENDS:
                open_[_ENDS[leaf.element.tag], name] = number
            elif (leaf.element.tag, name) in open_:
                yield open_.pop((leaf.element.tag, name)), number
