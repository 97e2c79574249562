"""Tracked changes of a Word file, accepted: what was inserted stays, what was deleted goes, as the reader reads it."""

from typing import Any

from translate.issue import Issue
from translate.message import say
from translate.reading.office.numbering import WORD

_UNWRAPPED = frozenset(f"{WORD}{name}" for name in ("ins", "moveTo"))
_DROPPED_NAMES = """
    del moveFrom moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd rPrChange pPrChange sectPrChange
    tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange numberingChange cellIns cellMerge
    customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart
    customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
"""
_DROPPED = frozenset(f"{WORD}{name}" for name in _DROPPED_NAMES.split())


def accept(root: Any) -> bool:
    """Accept all changes of a part.

    Args:
        root: Its root element, which is changed.

    Returns:
        Whether there were any.
    """
    marks = list(root.iter(*_UNWRAPPED, *_DROPPED, f"{WORD}cellDel"))
    if not marks:
        return False
    for row in list(root.iter(f"{WORD}tr")):
        if row.find(f"{WORD}trPr/{WORD}del") is not None:
            row.getparent().remove(row)
    for cell in list(root.iter(f"{WORD}tc")):
        if cell.find(f"{WORD}tcPr/{WORD}cellDel") is not None and len(cell.getparent().findall(f"{WORD}tc")) > 1:
            cell.getparent().remove(cell)
    ended = [mark.getparent().getparent().getparent() for mark in root.iter(f"{WORD}del") if _is_of_an_end(mark)]
    for mark in marks:
        if mark.getparent() is None or mark.tag == f"{WORD}cellDel":
            continue
        if mark.tag in _UNWRAPPED:
            _unwrap(mark)
        else:
            mark.getparent().remove(mark)
    for paragraph in reversed(ended):
        _join_next(paragraph)
    return True


def _is_of_an_end(mark: Any) -> bool:
    """Whether a deletion is that of a paragraph's end."""
    above = mark.getparent()
    return bool(above.tag == f"{WORD}rPr" and above.getparent().tag == f"{WORD}pPr")


def _unwrap(element: Any) -> None:
    """Put what an element holds in its place; a mark of properties just goes."""
    above = element.getparent()
    place = above.index(element)
    for child in list(element):
        above.insert(place, child)
        place += 1
    above.remove(element)


def _join_next(paragraph: Any) -> None:
    """Let a paragraph whose end was deleted run on in the next one, whose properties hold."""
    following = paragraph.getnext()
    while following is not None and following.tag != f"{WORD}p":
        following = following.getnext()
    if paragraph.getparent() is None or following is None:
        return
    place = 1 if len(following) and following[0].tag == f"{WORD}pPr" else 0
    for child in list(paragraph):
        if child.tag != f"{WORD}pPr":
            following.insert(place, child)
            place += 1
    paragraph.getparent().remove(paragraph)


def changes_accepted() -> Issue:
    """The notice that the copy has no tracked changes any more."""
    message = say("The source has tracked changes. They are accepted in the translated file, which tracks none.")
    return Issue("writing", None, None, message, "notice", "source")
