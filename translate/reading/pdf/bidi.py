"""Right-to-left words: from the order on the page to the order of reading."""

import re
import unicodedata
from collections.abc import Sequence

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LTR = "0-9A-Za-z\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9"
_LTR_RUN = re.compile(rf"[{_LTR}](?:[{_LTR}.,:/%-]*[{_LTR}])?")
_ALEFS = "اأإآ"


def is_rtl(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def logical(characters: Sequence[tuple[str, float, float]]) -> str:
    """The characters of one word in the order of reading.

    A PDF has glyphs at places; in which order it stores them says nothing. Unlike the Unicode algorithm (UAX 9),
    which goes from reading to page, this goes back: from right to left, then runs of digits and Latin letters are
    turned round.

    Args:
        characters: (character, left, right) in any order.
    """
    bases = [c for c in characters if not unicodedata.combining(c[0])]
    marks = [c for c in characters if unicodedata.combining(c[0])]
    if not bases:
        return "".join(c[0] for c in characters)
    ordered = sorted(bases, key=lambda c: -(c[1] + c[2]))
    written = [[c[0]] for c in ordered]
    for mark, left, right in marks:
        middle = (left + right) / 2
        nearest = min(range(len(ordered)), key=lambda i: abs((ordered[i][1] + ordered[i][2]) / 2 - middle))
        written[nearest].append(mark)
    for i in range(len(ordered) - 1):  # both letters of the lam-alef ligature have its place
        if ordered[i][1:] == ordered[i + 1][1:] and ordered[i][0] in _ALEFS and ordered[i + 1][0] == "ل":
            written[i], written[i + 1] = written[i + 1], written[i]
    text = unicodedata.normalize("NFC", "".join("".join(group) for group in written))
    return _LTR_RUN.sub(lambda match: match.group()[::-1], text)


def turned_round(text: str) -> str:
    """A word without right-to-left letters, read from the page's left, as it reads in a right-to-left line.

    >>> turned_round(".12")
    '12.'
    """
    return _LTR_RUN.sub(lambda match: match.group()[::-1], text[::-1])
