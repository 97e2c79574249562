"""Where a span of a sentence lies in its translation: bold words, links and fields follow the words they stood on.

The rules were measured on links in legal notices (`python -m benchmarks.formatting`): a span over the whole sentence
covers the whole translation; one whose words stand once in both texts goes there; else it takes the contiguous stretch
of the translation that is linked to it most and to the rest least; where nothing is linked, its first to its last
linked word, then the same share of the text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from translate.hypothesis import Link
from translate.text.words import UNSPACED

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+(?:['’.\-‑/@][^\W{UNSPACED}]+)*|[^\w\s]")
_WORD = re.compile(r"\w")
_CONTENT, _FUNCTION, _PUNCTUATION, _UNLINKED = 1.0, 0.5, 0.25, -0.05
_FUNCTION_CHARACTERS = 3
"""A word as short as this is taken for one that holds a sentence together ("of", "das")."""


class Span(NamedTuple):
    """A stretch of a sentence: half-open string indices, and what hangs on it, as its reader numbers such things."""

    start: int
    end: int
    mark: int


class _Word(NamedTuple):
    """A word or a single mark of the translation, and how much it speaks for one span."""

    start: int
    end: int
    worth: float


def project(source: str, target: str, links: Sequence[Link], spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same spans in the translation: each once, whole, none over another.

    Args:
        source: A sentence.
        target: Its translation.
        links: Which words of one the words of the other were made of; may be empty.
        spans: Stretches of `source`; disjoint, in any order, each with at least one character that is not white space.

    Returns:
        As many spans, in the order of `target`. They begin and end at words, and are disjoint and not empty, unless
        there are more spans than words and marks in the translation: the last ones are empty then, at its end.

    >>> project("the red house", "das rote Haus", [Link(4, 7, 4, 8)], [Span(4, 7, 1)])
    (Span(start=4, end=8, mark=1),)
    """
    links = links or _even(source, target)
    ranked = []
    for order, span in enumerate(spans):
        words = _worths(target, links, span, source)
        certain = _certain(source, target, span)
        found = certain or _best(words, [])
        ranked.append((certain is None, -_sum(words, found), order, span, words, certain))
    taken: list[Span] = []
    for _, _, _, span, words, certain in sorted(ranked, key=lambda one: one[:3]):
        place = certain
        if place is None or _overlaps(place, taken):
            place = _linked(source, target, links, span, words, taken)
        taken.append(Span(*place, span.mark))
    return tuple(sorted(taken))


def _even(source: str, target: str) -> list[Link]:
    """Links from each word to the one at the same place, where both texts have as many words; else none."""
    own, other = ([one.span() for one in _TOKEN.finditer(text) if _WORD.match(one[0])] for text in (source, target))
    return [Link(*one, *two) for one, two in zip(own, other, strict=True)] if len(own) == len(other) else []


def _certain(source: str, target: str, span: Span) -> tuple[int, int] | None:
    """The place of a span that needs no links: over the whole sentence, or of words that stand once in both."""
    before, after = source[: span.start], source[span.end :]
    if not _WORD.search(before) and not _WORD.search(after):
        lead = before.strip() and target.startswith(before.strip()) and len(before.strip())
        tail = after.strip() and target.endswith(after.strip()) and len(after.strip())
        start, end = int(lead or 0), len(target) - int(tail or 0)
        return (start, end) if start < end else (0, len(target))
    words = source[span.start : span.end].strip()
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if _WORD.search(words) else re.escape(words))
    found = pattern.findall(source), list(pattern.finditer(target))
    return found[1][0].span() if len(found[0]) == len(found[1]) == 1 else None


def _worths(target: str, links: Sequence[Link], span: Span, source: str) -> list[_Word]:
    """How much each word of the translation speaks for lying in the span: its links into it less those beside it."""
    words = []
    for match in _TOKEN.finditer(target):
        own = [one for one in links if one.target_start < match.end() and match.start() < one.target_end]
        signed = (_size(source[one.source_start : one.source_end]) * (1 if _inside(one, span) else -1) for one in own)
        words.append(_Word(*match.span(), sum(signed) if own else _UNLINKED))
    return words


def _inside(link: Link, span: Span) -> bool:
    """Whether a link comes from a span."""
    return link.source_start < span.end and span.start < link.source_end


def _size(word: str) -> float:
    """What a link from a word weighs."""
    if not _WORD.search(word):
        return _PUNCTUATION
    return _FUNCTION if len(word) <= _FUNCTION_CHARACTERS and word.isascii() and word.islower() else _CONTENT


def _best(words: Sequence[_Word], taken: Sequence[Span]) -> tuple[int, int] | None:
    """The free contiguous stretch with the largest sum; None where no sum is above nothing (Kadane)."""
    best, best_sum, running, begin = None, 0.0, 0.0, 0
    for word in words:
        if _overlaps((word.start, word.end), taken):
            running = 0.0
            continue
        if running <= 0:
            running, begin = 0.0, word.start
        running += word.worth
        if running > best_sum + 1e-9:
            best, best_sum = (begin, word.end), running
    return best


def _sum(words: Sequence[_Word], place: tuple[int, int] | None) -> float:
    """What the words of a stretch are worth together."""
    return sum(word.worth for word in words if place and place[0] <= word.start < place[1])


def _overlaps(place: tuple[int, int], taken: Sequence[Span]) -> bool:
    """Whether a stretch shares a character with one that is taken."""
    return any(place[0] < other.end and other.start < place[1] for other in taken)


def _linked(
    source: str, target: str, links: Sequence[Link], span: Span, words: Sequence[_Word], taken: Sequence[Span]
) -> tuple[int, int]:
    """Where a span goes by its links, or by its share of the text."""
    found = _best(words, taken)
    if found is not None:
        return _trimmed(source, target, span, found, taken)
    ends = [(one.target_start, one.target_end) for one in links if _inside(one, span)]
    free = [word for word in words if not _overlaps((word.start, word.end), taken)]
    if not free:
        return len(target), len(target)
    if ends:
        start, end = min(start for start, _ in ends), max(end for _, end in ends)
    else:
        share = len(target) / max(1, len(source))
        start, end = int(span.start * share), max(int(span.end * share), int(span.start * share) + 1)
    inside = [word for word in free if word.start < end and start < word.end]
    if not inside:
        nearest = min(free, key=lambda word: min(abs(word.start - start), abs(word.end - end)))
        return nearest.start, nearest.end
    stretch = [inside[0]]
    for word in inside[1:]:
        if not _overlaps((stretch[-1].end, word.start), taken):
            stretch.append(word)
    return _trimmed(source, target, span, (stretch[0].start, stretch[-1].end), taken)


def _trimmed(source: str, target: str, span: Span, place: tuple[int, int], taken: Sequence[Span]) -> tuple[int, int]:
    """The stretch with punctuation at its edges only where the source's span has it."""
    words = source[span.start : span.end].strip()
    start, end = place
    opens, closes = not _WORD.match(words[0]), not _WORD.match(words[-1])
    if not opens:
        start += len(target[start:end]) - len(re.sub(r"^[\W_]+(?=\w)", "", target[start:end]))
    elif start and not _WORD.match(target[start - 1]) and not target[start - 1].isspace():
        start -= 0 if _overlaps((start - 1, start), taken) else 1
    if not closes:
        end -= len(target[start:end]) - len(re.sub(r"(?<=\w)[\W_]+$", "", target[start:end]))
    elif end < len(target) and _WORD.match(target[end - 1]) and not re.match(r"[\w\s]", target[end]):
        end += 0 if _overlaps((end, end + 1), taken) else 1
    return start, end


def place(source: str, target: str, links: Sequence[Link], index: int) -> int:
    """Where a sign that stood in a sentence stands in the translation: behind the word made of the word before it.

    Args:
        source: A sentence.
        target: Its translation.
        links: Word links; may be empty.
        index: String index in `source`, where the sign stood.

    Returns:
        String index in `target`: 0 where no word stood before it, the end where none followed, behind a stop if the
        sign stood behind one; by its share of the text where nothing is linked.

    >>> place("the red house", "das rote Haus", [Link(4, 7, 4, 8)], 7)
    8
    """
    links = links or _even(source, target)
    before = [match for match in _TOKEN.finditer(source) if match.start() < index and _WORD.match(match[0])]
    if not before:
        return 0
    behind_stop = not _WORD.match(source[:index].rstrip()[-1])
    if not _WORD.search(source, index):
        stops = len(target) - len(target.rstrip(".,;:!?…。！？"))
        return len(target) - (0 if behind_stop else stops)
    for word in reversed(before):
        ends = [one.target_end for one in links if one.source_start < word.end() and word.start() < one.source_end]
        if ends:
            return _word_end(target, max(ends), behind_stop)
    return _word_end(target, round(index * len(target) / max(1, len(source))), behind_stop)


def _word_end(target: str, index: int, behind_stop: bool) -> int:
    """The end of the word in which an index lies, before or behind the stops that follow."""
    for match in _TOKEN.finditer(target):
        if match.start() < index <= match.end():
            index = match.end()
            break
    if behind_stop:
        found = re.compile(r"[.,;:!?…”’»)\]]*").match(target, index)
        index = found.end() if found else index
    return index
