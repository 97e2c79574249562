"""Lists of an act: what kind of number an item has, and the words before a list that its items go on."""

import re
from typing import Literal

from translate.document import Document

LabelKind = Literal["digit", "letter", "roman", "inciso", "dash", "none"]
_ROMAN = re.compile(r"[ivx]+")
_INCISO = re.compile(r"[IVXLC]+")
_PLAIN = re.compile(r"[\s().º°ª–—-]+|§")
_OPENS = (":", ":-", ": –", "—")
_WHOLE = re.compile(
    r"\b(?:following|below|seguintes?|siguientes?|suivant\w*|ci-après|folgende\w*|seguenti?)\b", re.IGNORECASE
)


def label_kind(label: str, before: str = "") -> LabelKind:
    """What kind of number an item has.

    Args:
        label: As the document has it: "2 -", "a)", "(ii)".
        before: The letter before it in the same list, by which "i)" behind "h)" is a letter.
    """
    name = _PLAIN.sub("", label)
    if not name:
        return "dash" if label.strip() else "none"
    if name[0].isdigit():
        return "digit"
    if _INCISO.fullmatch(name):
        return "inciso"
    if _ROMAN.fullmatch(name) and not (len(name) == 1 and before and ord(before[-1]) == ord(name) - 1):
        return "roman"
    return "letter" if name.isalpha() and len(name) <= 2 else "none"


def label_name(label: str) -> str:
    """The number itself: "2", "a", "ii"."""
    return _PLAIN.sub("", label)


def lead_ins(document: Document) -> dict[int, tuple[int, ...]]:
    """Of each first sentence of a list's item the segments that lead into it, the nearest last.

    "The Agency shall:" leads into "(a) report by 1 May;". A paragraph without a number, a heading, and an item with a
    number of the same kind as the one that led in end a list.
    """
    found: dict[int, tuple[int, ...]] = {}
    opened: list[tuple[LabelKind, int]] = []
    last, letter = -1, ""
    for position, segment in enumerate(document.segments):
        block = document.blocks[segment.block]
        if segment.block != last:
            kind = label_kind(block.label, letter)
            letter = label_name(block.label) if kind == "letter" else letter
            kinds = [entry for entry, _ in opened]
            if block.kind == "heading" or kind == "none":
                opened = []
            elif kind in kinds:
                opened = opened[: kinds.index(kind)]
            if opened:
                found[position] = tuple(lead for _, lead in opened)
        again = segment.block == last and opened and opened[-1][0] == kind
        if document.segment_text(position).rstrip().endswith(_OPENS) and not again:
            opened.append((kind, position))
        last = segment.block
    return found


def lead_text(document: Document, leads: tuple[int, ...]) -> str:
    """The words that lead into an item, without their colons."""
    return " ".join(" ".join(document.segment_text(lead).split()).rstrip(" :—–-") for lead in leads)


def goes_on(lead: str, verb_end: int) -> bool:
    """Whether what somebody must do stands in the items only: "shall:", "must ensure that:".

    Args:
        lead: The words before a list.
        verb_end: Where the words that oblige end in them.
    """
    rest = lead[verb_end:]
    return len(rest.split()) <= _MOST_BEHIND and not _WHOLE.search(rest)


_MOST_BEHIND = 4
"""Words between what obliges and the list: "shall take measures to ensure that" still goes on."""
