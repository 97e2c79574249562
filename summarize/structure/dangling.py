"""Sentences that cannot stand alone: "This …", "(b) adopt …", and what they lean on."""

import re
from collections.abc import Sequence

from summarize.structure.candidates import is_formula
from translate.document import Document
from translate.text.lexicon import pattern
from translate.text.words import words

_LETTER = re.compile(r"[^\W\d_]")
_INTRODUCES = re.compile(r"[:：—–-]\W*$")
_COLON = re.compile(r"[:：]\W*$")
_CONTINUES = re.compile(r"[:：;；,，—–-]\W*$")
# A list's introduction is looked for in so many segments before.
_LIST_SEGMENTS = 39
# "Unfortunately." says nothing that a sentence could lean on.
_LEAST_WORDS, _LEAST_CHARACTERS = 3, 10
_START = 100
# What a sentence is about stands in so many characters; a noun is known again by its first letters.
_REFERRED, _STEM = 160, 5
_NOUN = re.compile(r"\s+([^\W\d_][\w’'-]*)")


def leans(document: Document, segment: int) -> bool:
    """Whether a segment starts with words that point back, or in the middle of a sentence.

    "The said fee", "However, …", "这项规定 …" point back. A list item that starts in lower case goes on with the
    sentence that introduces the list.
    """
    text = document.segment_text(segment)
    first = _LETTER.search(text)
    if first is None:
        return False
    language = document.segments[segment].language.partition("-")[0]
    back, *itself = (pattern("summary", language, kind) for kind in ("dangling", "aim", "itself"))
    # "This Act applies to …" points to the act itself
    if any(found is not None and found.match(text, first.start()) for found in itself):
        return False
    return text[first.start()].islower() or (back is not None and back.match(text, first.start()) is not None)


def refers(document: Document, segment: int) -> bool:
    """Whether a segment's beginning speaks of "such relations", "these recommendations" without having named them.

    "This year" and "this Act" point to nothing before, nor does a noun that the sentence has said already.
    """
    text = document.segment_text(segment)
    code = document.segments[segment].language.partition("-")[0]
    inner, present = pattern("summary", code, "inner"), pattern("summary", code, "present")
    for match in inner.finditer(text[:_REFERRED]) if inner else ():
        noun = _NOUN.match(text, match.end())
        if noun is None or (present and present.fullmatch(noun[1])):
            continue
        if noun[1].casefold()[:_STEM] not in text[: match.start()].casefold():
            return True
    return False


def hanging(document: Document, segment: int) -> bool:
    """Whether a segment leans on nothing that can be shown, or on one that leans on another itself."""
    before = _antecedent(document, segment) if leans(document, segment) or refers(document, segment) else None
    return (leans(document, segment) and before is None) or (before is not None and leans(document, before))


def introduces(text: str) -> bool:
    """Whether a sentence ends in the colon before a list."""
    return _COLON.search(text) is not None


def antecedents(document: Document, segments: Sequence[int]) -> dict[int, int]:
    """For each segment that leans on another, the one that it leans on, where one can be found.

    The introduction of its list for a list item that starts in lower case or whose introduction ends in a colon, else
    the sentence before it; never across a heading.

    Args:
        document: Where they stand.
        segments: Their ids.

    Returns:
        Antecedent by segment id; segments that stand alone, or lean on nothing that is there, are missing.
    """
    found = {}
    for segment in segments:
        back = leans(document, segment) or refers(document, segment)
        antecedent = _antecedent(document, segment) if back else _introduction(document, segment)
        if antecedent is not None:
            found[segment] = antecedent
    return found


def _introduction(document: Document, segment: int) -> int | None:
    """The sentence with a colon before the list that this segment begins an item of, or None."""
    block = document.segments[segment].block
    if document.blocks[block].kind != "list_item" or (segment and document.segments[segment - 1].block == block):
        return None
    for earlier in reversed(range(max(0, segment - _LIST_SEGMENTS), segment)):
        kind = document.blocks[document.segments[earlier].block].kind
        if kind in ("paragraph", "list_item") and _COLON.search(document.segment_text(earlier)):
            return earlier  # "3 - This law does not apply:" is itself an item, its list stands inside
        if kind != "list_item":
            return None
    return None


def _antecedent(document: Document, segment: int) -> int | None:
    """The segment before that this one leans on, or None where a heading or the document's start stands before."""
    text = document.segment_text(segment)
    first = _LETTER.search(text)
    goes_on = first is not None and text[first.start()].islower()
    for earlier in reversed(range(max(0, segment - _LIST_SEGMENTS), segment)):
        before = document.segment_text(earlier)
        kind = document.blocks[document.segments[earlier].block].kind
        if kind == "heading":
            return None
        if kind not in ("paragraph", "list_item") or not _LETTER.search(before) or _says_nothing(before):
            continue
        if not goes_on or _INTRODUCES.search(before):
            language = document.segments[earlier].language.partition("-")[0]
            return None if is_formula(before, language) else earlier
        if not _CONTINUES.search(before) and document.blocks[document.segments[earlier].block].kind == "paragraph":
            return None
    return None


def _says_nothing(text: str) -> bool:
    """Whether a text is too short for another to lean on."""
    return len(text) < _LEAST_CHARACTERS or len(words(text[:_START])) < _LEAST_WORDS
