"""Characters that files use for layout, made plain: invisible ones, ligatures, raised numbers."""

import re

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SPELLED = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which no encoding can write; Python's str may hold one."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"
"""Signs that raised() writes."""
_RAISED = str.maketrans("0123456789+-−=()n", RAISED)
_RAISABLE = re.compile(r"[0-9+\-−=()n]+")
STOPPED = re.compile(r"[.,;:!?…。！？؟।]\W*$")
"""The end of a line that a stop of any kind ends: a sentence or a piece of one, and no heading."""


def visible(text: str) -> str:
    """The text without characters that nobody sees, Latin ligatures spelled out.

    Soft hyphens, zero-width spaces and byte order marks go; the joiners of Persian and Indian scripts stay.

    >>> visible("ef\\u00adfi\\ufb01cient")
    'effificient'
    """
    return _LIGATURES.sub(lambda match: _SPELLED[ord(match.group()) - 0xFB00], _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """The text with every run of white space made one space; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip()


def raised(text: str) -> str:
    """A number that stands raised, in raised digits; other text as it is.

    So "policy" with a note 1 does not become "policy1", nor 10 to the 6th 106.

    >>> raised("12"), raised("[3]"), raised("th")
    ('¹²', '³', 'th')
    """
    bare = text.strip().removeprefix("[").removesuffix("]")
    return bare.translate(_RAISED) if _RAISABLE.fullmatch(bare) and bare != "n" else text


def encodable(text: str) -> str:
    """The text with "?" for each character that no encoding can write, as file names of other systems have them."""
    return text.encode("utf-8", "replace").decode()
