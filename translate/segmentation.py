"""Sentence spans inside a block of legal and policy text. Knows no engine."""

import re
from functools import cache
from importlib.resources import files

from translate.labels import label, label_end

__all__ = ["label", "label_end", "sentence_spans"]

_CLOSERS = "\"'”’»›)\\]】」』）〉》"
_STOP = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}“]*)"
    rf"|(?P<hard>[!?…؟۔।॥։።፧]+[{_CLOSERS}]*)(?=\s|$)"
    rf"|(?P<dot>\.+[{_CLOSERS}]*(?:\[\d+\])?)(?=\s|$)"
)
_WORD = re.compile(r"[^\s(\[«“\"'’]+$")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.)*[^\W\d_]$")
_OPENERS = "«“„\"'‘‹([¿¡—–-"


def sentence_spans(text: str, language: str = "und") -> list[tuple[int, int]]:
    """Spans of a block's sentences.

    Args:
        text: Text of one block; line ends inside it are white space.
        language: BCP 47 code; "und" knows the abbreviations of all languages.

    Returns:
        Half-open string indices, sorted, disjoint, without white space at their edges. Together they hold every
        other character except a leading label (see label_end). None for white space only.

    >>> text = "Art. 1. The Board (see p. 3) met. It adopted No. 7."
    >>> [text[start:end] for start, end in sentence_spans(text, "en")]
    ['The Board (see p. 3) met.', 'It adopted No. 7.']
    """
    spans = []
    start = label_end(text, language)
    for stop in _STOP.finditer(text, start):
        if stop.lastgroup == "dot" and not _ends(text, stop, start, language):
            continue
        if text[start : stop.end()].strip():
            spans.append(_trimmed(text, start, stop.end()))
        start = stop.end()
    if text[start:].strip():
        spans.append(_trimmed(text, start, len(text)))
    return spans


def _ends(text: str, stop: re.Match[str], start: int, language: str) -> bool:
    """Whether a full stop ends a sentence."""
    after = text[stop.end() : stop.end() + 40].lstrip().lstrip(_OPENERS).lstrip()
    if not after:
        return True
    if after[0].islower():
        return False
    word = _WORD.search(text, max(start, stop.start() - 30), stop.start())
    if word is None or len(stop.group()) > 1:
        return True
    kind = _abbreviations(language.partition("-")[0]).get(word.group().casefold())
    if kind == "name" or (kind == "number" and (after[0].isdigit() or after[:1] in "IVXL")):
        return False
    return not (kind != "other" and _INITIAL.match(word.group()))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its edges."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


@cache
def _abbreviations(language: str) -> dict[str, str]:
    """Kind of every abbreviation of a language, or of all where the lexicon lacks it."""
    lines = files("translate").joinpath("lexicons", "abbreviations.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    known = any(row[0] == language for row in rows)
    return {
        word: kind for code, kind, words in rows for word in words.split() if code in (language, "und") or not known
    }
