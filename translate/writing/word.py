"""A Translation back into its Word file (DOCX)."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from translate.issue import Issue
from translate.message import say
from translate.reading.archive import Archive
from translate.reading.asides import has_comments
from translate.reading.draft import Piece
from translate.reading.office.graphics import DRAWING
from translate.reading.office.numbering import WORD
from translate.reading.office.word import MAIN, word_draft
from translate.translation import Translation
from translate.writing.changes import accept, changes_accepted
from translate.writing.drawings import redrawn
from translate.writing.filling import blocks, fill, touched, translated_words
from translate.writing.leaves import Region, whole_region
from translate.writing.package import rewritten, serialized
from translate.writing.word_grammar import WordGrammar
from translate.writing.word_language import name_language, turn

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_STYLES = ("styles", "stylesWithEffects")
_STORIES = frozenset(("header", "footer", "footnotes", "endnotes"))
_DRAWN_WORDS = "{urn:schemas-microsoft-com:vml}textpath"
_BOOKMARKS = (f"{WORD}bookmarkStart", f"{WORD}bookmarkEnd")
_PARAGRAPHS = (f"{WORD}p", f"{DRAWING}p")


def write_word(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The DOCX with the translation's words, and what a reader must know of it.

    Args:
        translation: Of the document that was read from the file.
        content: The file.

    Raises:
        InputError: It is another file, or damaged.
    """
    archive = Archive(content)
    changed = {name for name in story_names(archive) if accept(archive.xml(name))}
    notes = [changes_accepted()] if changed else []
    notes += _watermarks(archive)
    grammar = WordGrammar()
    filled = list(blocks(translation, word_draft(archive, has_comments(translation.source))))
    elements = [element for part, block in filled for element in fill(part, block, grammar, region)]
    elements += redrawn(archive, filled, grammar, region)
    roots = archive.parts()
    changed |= touched(roots, elements)
    for name in sorted(changed):
        _mirror_boxes(roots[name])
    main = archive.main_part(MAIN)
    if mark_contents(roots[main]):
        changed.add(main)
    changed |= _in_language(archive, translation)
    return rewritten(content, {name: serialized(archive.xml(name)) for name in changed}), tuple(notes)


def _watermarks(archive: Archive) -> Iterator[Issue]:
    """The notice that words drawn as a picture, as watermarks are, stay as they are."""
    roots = map(archive.xml, story_names(archive))
    drawn = sorted({shape.get("string", "").strip() for root in roots for shape in root.iter(_DRAWN_WORDS)} - {""})
    if drawn:
        message = say(
            "Words drawn as a watermark stay as they are in the translated file: {words}", words=", ".join(drawn)
        )
        yield Issue("writing", None, None, message, "notice", "target")


def _in_language(archive: Archive, translation: Translation) -> set[str]:
    """Name the language and its direction in styles and text, and the title where the text says it; what changed."""
    source, target = translation.source.language, translation.target.language
    related = archive.relations(archive.main_part(MAIN)).values()
    kinds = (*_STYLES, *(("comments",) if has_comments(translation.source) else ()))
    others = [name for kind, name in related if kind in kinds] or ["word/styles.xml"]
    names = [name for name in (*story_names(archive), *others) if archive.xml(name) is not None]
    parts = [archive.xml(name) for name in names]
    changed = name_language(parts, target) | turn(parts, source, target)
    return {name for name in names if archive.xml(name) in changed} | retitle(archive, translation)


def retitle(archive: Archive, translation: Translation) -> set[str]:
    """Translate an Office file's title where its text says the same; the names of the parts that changed."""
    core = archive.xml(_CORE)
    title = core.find(_TITLE) if core is not None else None
    known = translated_words(translation).get(" ".join((title.text or "").split())) if title is not None else None
    if title is None or known is None or known == title.text:
        return set()
    title.text = known
    return {_CORE}


def story_names(archive: Archive) -> list[str]:
    """Names of the parts with paragraphs of the text: body, headers, footers, notes."""
    main = archive.main_part(MAIN)
    related = archive.relations(main).values()
    return [main, *sorted({name for kind, name in related if kind in _STORIES and archive.xml(name) is not None})]


def region(pieces: Sequence[Piece]) -> Region | None:
    """The paragraph of some pieces; None for words in an attribute or in a chart's memory of its table."""
    piece = pieces[0]
    if piece.place not in ("text", "whole"):
        return None
    above = next(piece.element.iterancestors(*_PARAGRAPHS), None)
    return None if above is None else whole_region(above)


def mark_contents(root: Any) -> bool:
    """Mark tables of contents so that Word makes them anew when the file is opened; whether there are any."""
    found = False
    for instruction in root.iter(f"{WORD}instrText"):
        if (instruction.text or "").strip().split(" ")[0].upper() == "TOC":
            begin = _begin(instruction)
            if begin is not None:
                begin.set(f"{WORD}dirty", "true")
                found = True
    for field in root.iter(f"{WORD}fldSimple"):
        if (field.get(f"{WORD}instr") or "").strip().upper().startswith("TOC"):
            field.set(f"{WORD}dirty", "true")
            found = True
    return found


def _begin(instruction: Any) -> Any:
    """The mark at which a field with some instruction begins."""
    marks = list(instruction.getroottree().getroot().iter(f"{WORD}fldChar", f"{WORD}instrText"))
    for mark in reversed(marks[: marks.index(instruction)]):
        if mark.get(f"{WORD}fldCharType") == "begin":
            return mark
    return None


def _mirror_boxes(root: Any) -> None:
    """Give the version of a text box for old programs the words of the new one."""
    for choice in root.iter(_CHOICE):
        fallback = choice.getparent().find(_FALLBACK)
        boxes = list(_boxes(choice))
        old = list(_boxes(fallback)) if fallback is not None else []
        if len(boxes) == len(old):
            for new, former in zip(boxes, old, strict=True):
                former[:] = [deepcopy(child) for child in new]
                for mark in list(former.iter(*_BOOKMARKS)):  # only one may have their ids
                    mark.getparent().remove(mark)


def _boxes(element: Any) -> Iterator[Any]:
    """Text boxes in an element, not those inside one another."""
    for box in element.iter(f"{WORD}txbxContent"):
        if not any(above.tag == f"{WORD}txbxContent" for above in _between(box, element)):
            yield box


def _between(inner: Any, outer: Any) -> Iterator[Any]:
    """What stands around an element, up to another."""
    for above in inner.iterancestors():
        if above is outer:
            return
        yield above
