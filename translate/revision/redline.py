"""redline(): the words that one version has and the other lacks."""

import re
from collections.abc import Sequence
from itertools import takewhile

from translate.revision.change import Mark
from translate.text.words import UNSPACED

_TOKEN = re.compile(
    r"https?://[^\s<>()]*[^\W_]|[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.\w[\w-]*)+"  # addresses
    r"|(?<!\w)[a-z][\w-]*(?:\.[a-z][\w-]*)*\.[a-z]{2,6}(?!\w)|\d+(?:[.,]\d+)+"  # sites, numbers
    rf"|[{UNSPACED}]|[^\W_{UNSPACED}]+|[^\w\s]|_"
)
"""What is exchanged whole: nobody reads half an address or half a number as changed."""
_MOST_ISLAND = 3
"""Characters of what stayed between two changes, up to which it is taken for changed too: "the", "of"."""


def redline(
    old: Sequence[str], new: Sequence[str], old_ids: Sequence[int] = (0,), new_ids: Sequence[int] = (0,)
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Words removed and words added, capitals and punctuation included.

    Args:
        old: Texts of the old version that belong together.
        new: The same of the new version.
        old_ids: What each old text is called in the marks.
        new_ids: The same for the new texts.

    Returns:
        Marks in the old texts, marks in the new ones, in order; neighbours are one mark. A short word that stayed
        alone between two changes counts as changed, as nobody reads a line that changes at every second word.

    >>> redline(["It has 30 days."], ["It has 45 working days."])
    ((Mark(segment=0, start=7, end=9),), (Mark(segment=0, start=7, end=17),))
    """
    from rapidfuzz.distance import Indel

    sides = [_tokens(texts, ids) for texts, ids in ((old, old_ids), (new, new_ids))]
    stretches = list(Indel.opcodes([word for word, _ in sides[0]], [word for word, _ in sides[1]]))
    removed, added = [], []
    for position, stretch in enumerate(stretches):
        before, after = sides[0][stretch.src_start : stretch.src_end], sides[1][stretch.dest_start : stretch.dest_end]
        inside = 0 < position < len(stretches) - 1
        if stretch.tag != "equal" or (inside and _is_island([word for word, _ in before])):
            removed += [mark for _, mark in before]
            added += [mark for _, mark in after]
    return _merged(removed, dict(zip(old_ids, old, strict=True))), _merged(added, dict(zip(new_ids, new, strict=True)))


def whole(
    old: Sequence[str], new: Sequence[str], old_ids: Sequence[int] = (0,), new_ids: Sequence[int] = (0,)
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The same where one sentence stands in another's place: all that follows the words with which both begin.

    >>> whole(["Fees: paid at once."], ["Fees: the port sends a bill."])
    ((Mark(segment=0, start=6, end=19),), (Mark(segment=0, start=6, end=28),))
    """
    begins = [tokens(texts[0]) for texts in (old, new)]
    same = len(list(takewhile(lambda pair: pair[0][0] == pair[1][0], zip(*begins, strict=False))))
    marks = []
    for ids, texts, begin in ((old_ids, old, begins[0]), (new_ids, new, begins[1])):
        starts = [begin[same][1] if same < len(begin) else len(texts[0]), *[0] * (len(texts) - 1)]
        spans = zip(ids, starts, map(len, texts), strict=True)
        marks.append(tuple(Mark(number, start, end) for number, start, end in spans if start < end))
    return marks[0], marks[1]


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words and signs of a text with their half-open string indices."""
    return [(match[0], *match.span()) for match in _TOKEN.finditer(text)]


def _tokens(texts: Sequence[str], ids: Sequence[int]) -> list[tuple[str, Mark]]:
    """Words and signs of all texts with their places."""
    return [
        (match[0], Mark(number, match.start(), match.end()))
        for number, text in zip(ids, texts, strict=True)
        for match in _TOKEN.finditer(text)
    ]


def _is_island(words: Sequence[str]) -> bool:
    """Whether what stayed is too little to be read as such: one short word or sign, and no number."""
    return len(words) == 1 and len(words[0]) <= _MOST_ISLAND and not words[0].isdigit()


def _merged(marks: Sequence[Mark], texts: dict[int, str]) -> tuple[Mark, ...]:
    """Marks with those put together between which only white space stands."""
    found: list[Mark] = []
    for mark in marks:
        last = found[-1] if found else None
        if last and last.segment == mark.segment and not texts[mark.segment][last.end : mark.start].strip():
            found[-1] = Mark(mark.segment, last.start, mark.end)
        else:
            found.append(mark)
    return tuple(found)
