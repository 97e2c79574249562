"""Right-to-left words: from the order on the page to the order of reading."""

import re
import unicodedata
from collections.abc import Sequence

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LTR = "0-9A-Za-z\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9"
_LTR_RUN = re.compile(rf"[{_LTR}](?:[{_LTR}.,:/%-]*[{_LTR}])?")
_ALEFS = "اأإآ"
LAM_ALEF = re.compile(f"ل[{_ALEFS}]|[{_ALEFS}]ل")
"""Two letters that most fonts draw as one glyph, in either order."""
# ")25%(" between spaces; neither "1) … (a)" nor "(3)–(4)".
_AWAY = re.compile(r"\)(?=\S)[^()]{1,80}(?<=\S)\((?!\S)|(?<!\S)\)(?=\S)[^()]{1,80}(?<=\S)\(")
_MIRRORS = str.maketrans("()[]{}«»<>", ")(][}{»«><")


def is_rtl(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def is_mark(text: str) -> bool:
    """Whether a text is nothing but combining marks."""
    return all(map(unicodedata.combining, text))


def marked(word: str, marks: str, share: float) -> str:
    """A word with marks put after the letter that stands at a share of its width, from its beginning on.

    >>> marked("دائما", "ً", 1.0)
    'دائماً'
    """
    letters = [place for place, letter in enumerate(word) if not unicodedata.combining(letter)] or [0]
    at = letters[min(max(int(share * len(letters)), 0), len(letters) - 1)] + 1
    return unicodedata.normalize("NFC", word[:at] + marks + word[at:])


def logical(characters: Sequence[tuple[str, float, float]], turned: bool = False) -> str:
    """The characters of one word in the order of reading.

    A PDF has glyphs at places; in which order it stores them says nothing. Unlike the Unicode algorithm (UAX 9),
    which goes from reading to page, this goes back: from right to left, then runs of digits and Latin letters are
    turned round.

    Args:
        characters: (character, its middle, origin of its glyph), letters of one glyph as the file has them.
        turned: Whether the file has those from the last to the first.
    """
    glyphs: dict[float, list[tuple[str, float]]] = {}
    for character, middle, origin in characters:
        glyphs.setdefault(round(origin, 2), []).append((character, middle))
    written = [(_glyph(parts, turned), sum(middle for _, middle in parts) / len(parts)) for parts in glyphs.values()]
    bases = sorted((glyph for glyph in written if not is_mark(glyph[0])), key=lambda glyph: -glyph[1])
    if not bases:
        return "".join(text for text, _ in written)
    texts = [text for text, _ in bases]
    for text, middle in written:
        if is_mark(text):
            texts[min(range(len(bases)), key=lambda i: abs(bases[i][1] - middle))] += text
    return _LTR_RUN.sub(lambda match: match.group()[::-1], unicodedata.normalize("NFC", "".join(texts)))


def _glyph(parts: Sequence[tuple[str, float]], turned: bool) -> str:
    """Letters of one glyph in the order of reading, lam before alef whatever the file says, and marks after them."""
    letters = [character for character, _ in parts if not is_mark(character)]
    marks = [character for character, _ in parts if is_mark(character)]
    if turned:
        letters.reverse()
    if len(letters) == 2 and letters[0] in _ALEFS and letters[1] == "ل":
        letters.reverse()
    return "".join(letters + marks)


def turned_round(text: str) -> str:
    """A word without right-to-left letters, read from the page's left, as it reads in a right-to-left line.

    >>> turned_round(".12")
    '12.'
    """
    return _LTR_RUN.sub(lambda match: match.group()[::-1], text[::-1])


def with_brackets(text: str) -> str:
    """A right-to-left text with its brackets the right way round.

    A PDF has the glyph that the page shows, so an opening bracket may come as a closing one. Whichever way leaves
    fewer brackets without their counterpart is taken, and then each two that face away from each other are turned.

    >>> with_brackets(")ب(")
    '(ب)'
    >>> with_brackets("(ب) )د(")
    '(ب) (د)'
    """
    mirrored = text.translate(_MIRRORS)
    return _AWAY.sub(_turned_away, mirrored if _unpaired(mirrored) < _unpaired(text) else text)


def _turned_away(match: re.Match[str]) -> str:
    """Two brackets that face away from each other, put right."""
    return f"({match.group()[1:-1]})"


def _unpaired(text: str) -> int:
    """How many brackets close what is not open, or stay open."""
    unpaired = depth = 0
    for character in text:
        if character in "([{«":
            depth += 1
        elif character in ")]}»":
            unpaired += depth == 0
            depth = max(0, depth - 1)
    return unpaired + depth
