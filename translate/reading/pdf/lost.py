"""What a PDF's text has lost and its page still shows: white space inside words, and the letters of ligatures."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from statistics import median

LOST = "\ufffd"
_LOST = re.compile(rf"(?<=[^\W\d_]){LOST}|{LOST}(?=[^\W\d_])")
# "tf" is as wide as "ft": "platform" and "portfolio" have it, before an o, where "ft" hardly stands.
_LIGATURES = ("ti", "tt", "ft", "tti", "fft", "fj", "Th", "fi", "ff", "fl", "ffi", "ffl")
_CODED = frozenset(("fi", "ff", "fl", "ffi", "ffl"))  # have code points of their own, so that few fonts lose them
_ENOUGH = 9  # letters of a kind that show its width
_SAME_WIDTH = 0.06  # of the width; a ligature is about as wide as its letters are together
_LONG_WORD = re.compile(r"[^\W\d_]{13,}")  # where white space is lost, such are many
_MOST_WORDS = 25  # looked at on a page
_LEAST_SHARE = 0.15  # of them, with white space in them: where none is lost hardly one has
_SPACE = 0.1  # of the font size
_OVERLAP = 0.25


def lost_letters(characters: str, width: Callable[[int], float], look: Callable[[int], Hashable]) -> dict[int, str]:
    """Letters of ligatures that a font does not tell, by their place in the text.

    A font that has a ligature sets it wherever its letters meet, so that they meet nowhere else on the page; and it is
    as wide as they are. What is lost otherwise is left out.

    Args:
        characters: Of a page, as pdfium gives them, with U+FFFD for what it cannot tell.
        width: Of the glyph at a place, as a share of its font size.
        look: What the glyphs of one font have in common.
    """
    by_look: dict[Hashable, list[int]] = defaultdict(list)
    for match in _LOST.finditer(characters):
        by_look[look(match.start())].append(match.start())
    found: dict[int, str] = {}
    for own, places in by_look.items():
        alike = "".join(letter if look(place) == own else "\0" for place, letter in enumerate(characters))
        widths = _letter_widths(alike, width)
        by_width: dict[float, list[int]] = defaultdict(list)
        for place in places:
            by_width[round(width(place), 2)].append(place)
        for wide, same in by_width.items():
            letters = _letters(wide, widths, {each for each in _LIGATURES if alike.count(each) >= len(same)})
            for place in same if letters else ():
                found[place] = "tf" if letters == "ft" and alike[place + 1 : place + 2] == "o" else letters
    return found


def _letters(wide: float, widths: Mapping[str, float], met: Collection[str]) -> str:
    """The ligature that is so wide, of those whose letters have not met elsewhere; nothing where none is."""
    fitting = []
    for letters in _LIGATURES:
        if letters not in met and all(letter in widths for letter in letters):
            off = abs(sum(widths[letter] for letter in letters) - wide)
            fitting += [(letters in _CODED, off, letters)] if off <= _SAME_WIDTH * wide else []
    return min(fitting)[2] if fitting else ""


def _letter_widths(characters: str, width: Callable[[int], float]) -> dict[str, float]:
    """Usual width of each letter that ligatures are made of."""
    found: dict[str, list[float]] = defaultdict(list)
    for place, letter in enumerate(characters):
        if letter in "tfilTjh" and len(found[letter]) < _ENOUGH:
            found[letter].append(width(place))
    return {letter: median(each) for letter, each in found.items() if each}


def loses_spaces(characters: str, gaps: Callable[[int, str], Sequence[float]]) -> bool:
    """Whether words of a page stand apart in it and not in its text.

    Args:
        characters: Of a page, as pdfium gives them.
        gaps: Those inside a word at a place, as shares of its font size.
    """
    looked = Counter[bool]()
    for match in list(_LONG_WORD.finditer(characters))[:_MOST_WORDS]:
        looked[bool(spaces(gaps(match.start(), match.group())))] += 1
    return looked[True] > 0 and looked[True] >= _LEAST_SHARE * looked.total()


def spaces(gaps: Sequence[float]) -> list[int]:
    """Positions of the letters in a word before which white space was lost.

    >>> spaces([0.0, 0.01, 0.3, 0.0])
    [3]

    Args:
        gaps: Between its letters, as shares of the font size.
    """
    if not gaps or min(gaps) < -_OVERLAP:
        return []  # letters printed twice
    usual = median(gaps)
    wide = [gap - usual for gap in gaps if gap - usual > _SPACE]
    rest = [gap - usual for gap in gaps if gap - usual <= _SPACE]
    if not wide or max(rest) > 0.7 * min(wide):
        return []  # letters set apart, some of them more than others
    return [position for position, gap in enumerate(gaps, start=1) if gap - usual > _SPACE]
