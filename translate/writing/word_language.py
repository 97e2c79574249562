"""The language of a Word or PowerPoint file, and the direction in which it is written.

In Word "left" and "right" of a paragraph are its beginning and end, so that they turn with w:bidi by themselves; in
PowerPoint they are sides and are exchanged here.
"""

from collections.abc import Iterable
from typing import Any

from translate.languages.table import language
from translate.reading.office.graphics import DRAWING
from translate.reading.office.numbering import WORD
from translate.writing.ooxml_order import drop, is_on, properties, put

_TAGS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_SIDES = {"l": "r", "r": "l"}
_EAST_ASIAN = frozenset(("zh", "ja", "ko"))


def name_language(roots: Iterable[Any], target: str) -> set[Any]:
    """Name the language wherever some parts name one for their text.

    Args:
        roots: Root elements of stories or styles, of Word or PowerPoint; they are changed.
        target: BCP 47 code.

    Returns:
        The roots that were changed.
    """
    changed: set[Any] = set()
    tag = _TAGS.get(target, target)
    kind = "eastAsia" if target.partition("-")[0] in _EAST_ASIAN else "val"
    kind = "bidi" if language(target).direction == "rtl" else kind
    for root in roots:
        for named in root.iter(f"{WORD}lang"):
            if named.get(f"{WORD}{kind}") != tag:
                named.set(f"{WORD}{kind}", tag)
                changed.add(root)
        for look in root.iter(f"{DRAWING}rPr", f"{DRAWING}endParaRPr"):
            if look.get("lang") not in (None, tag):
                look.set("lang", tag)
                changed.add(root)
    return changed


def turn(roots: Iterable[Any], source: str, target: str) -> set[Any]:
    """Turn stories and styles of Word into the direction of another language.

    Args:
        roots: Root elements, which are changed.
        source: BCP 47 code of the text as it was.
        target: BCP 47 code of the text as it is.

    Returns:
        The roots that were changed: none where both languages run the same way.
    """
    way = language(target).direction
    if way == language(source).direction:
        return set()
    changed = set(roots)
    for root in changed:
        if way == "rtl":
            _to_left(root, upright=language(target).script == "Arab")
        else:
            _to_right(root)
    return changed


def _to_left(root: Any, upright: bool) -> None:
    """Right-to-left paragraphs, tables and sections."""
    for paragraph in root.iter(f"{WORD}p"):
        put(properties(paragraph, "pPr"), "bidi")
    for table in root.iter(f"{WORD}tblPr"):
        if table.getparent().tag == f"{WORD}tbl":
            put(table, "bidiVisual")
    for section in root.iter(f"{WORD}sectPr"):
        put(section, "bidi")
    for run in root.iter(f"{WORD}r"):
        if run.find(f"{WORD}t") is not None:
            look = properties(run, "rPr")
            put(look, "rtl")
            put(look, "cs")
    for look in root.iter(f"{WORD}rPr"):
        _as_complex(look, upright)


def _as_complex(look: Any, upright: bool) -> None:
    """Say of bold, italics and size that they hold for complex scripts too; Arabic has no italics."""
    if look.find(f"{WORD}b") is not None and look.find(f"{WORD}bCs") is None:
        put(look, "bCs", None if is_on(look, "b") else "0")
    size = look.find(f"{WORD}sz")
    if size is not None and look.find(f"{WORD}szCs") is None:
        put(look, "szCs", size.get(f"{WORD}val"))
    if look.find(f"{WORD}i") is None and look.find(f"{WORD}iCs") is None:
        return
    if upright:
        put(look, "iCs", "0")
    elif look.find(f"{WORD}iCs") is None:
        put(look, "iCs", None if is_on(look, "i") else "0")
    if upright and is_on(look, "i"):
        put(look, "i", "0")


def _to_right(root: Any) -> None:
    """Left-to-right paragraphs, tables and sections."""
    for element in root.iter(f"{WORD}pPr", f"{WORD}rPr", f"{WORD}tblPr", f"{WORD}sectPr"):
        drop(element, "bidi", "rtl", "cs", "bidiVisual", "rtlGutter")


def turn_slides(roots: Iterable[Any], source: str, target: str) -> set[Any]:
    """Turn slides into the direction of another language; as turn()."""
    way = language(target).direction
    if way == language(source).direction:
        return set()
    changed = set(roots)
    upright = language(target).script == "Arab"
    for root in changed:
        for paragraph in root.iter(f"{DRAWING}p"):
            if paragraph.find(f"{DRAWING}r") is not None:
                _turn_paragraph(paragraph, way == "rtl", upright)
        for table in root.iter(f"{DRAWING}tblPr"):
            table.set("rtl", "1" if way == "rtl" else "0")
    return changed


def _turn_paragraph(paragraph: Any, to_left: bool, upright: bool) -> None:
    """Turn one paragraph of a slide."""
    look = paragraph.find(f"{DRAWING}pPr")
    if look is None:
        look = paragraph.makeelement(f"{DRAWING}pPr")
        paragraph.insert(0, look)
    was_left = look.get("rtl") in ("1", "true")
    look.set("rtl", "1" if to_left else "0")
    side = look.get("algn") or ("r" if was_left else "l")
    if was_left != to_left and (side in _SIDES):
        look.set("algn", _SIDES[side])
    for run in paragraph.iter(f"{DRAWING}rPr"):
        if to_left and upright and run.get("i") is not None:
            run.set("i", "0")
