"""Pitch: how far apart the lines of a text stand, place by place, and what says that a sentence goes on."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from translate.reading.pdf.lines import Line, SetLine
from translate.segmentation.labels import label_end

SAME_SIZE = 0.06  # of the font size
_WIDE = 3.0  # of the font size; lines of double-spaced text stand up to that far apart
_SINGLE = 1.2  # of the font size; what lines usually stand apart
_NEAR = 3  # joints on each side that tell the distance
_LONG = 0.6  # of the column's width
_MANY = 4  # words; a line of so many is no item of a list without numbers, nor an address
# "…; and" ends an item.
_TAIL = 40  # characters; a line of a form may be thousands of full stops
_FINISHED = re.compile("(?:[.!?:;。!?؟।…؛；：]|;\\s[^\\W\\d]{1,3})[\\W\u2070-\u209f\u00b2\u00b3\u00b9]*$")
_LETTER = re.compile(r"[a-z]\. +[^\W\d_]{2}|[¶§] ?\d+\s")  # "a. A lottery": a capital would be an initial
_SMALL = re.compile(r"[(\[\"'“‘«„‚]*([^\W\d_])")
_BULLET = re.compile(r"[•·▪■●◦‣➢➤✓–—*\-\uf000-\uf0ff](?=\s)")


def pitches(lines: Sequence[Line], edge: float) -> list[float]:
    """How far apart lines stand around each joint of two lines, in points; one fewer than there are lines.

    Two lines between which a sentence plainly goes on show the distance for the three lines above and below them, so
    that double-spaced text, notes and quotations of one page each have their own. Where two kinds meet, the smaller
    counts. Without such lines it is the smallest distance of all, if that is no wider than single spacing.

    Args:
        lines: Of one column, from top to bottom.
        edge: Where the column ends.
    """
    steps = [(a.baseline - b.baseline, _common_size(a, b)) for a, b in pairwise(lines)]
    shown = [
        position
        for position, (before, line) in enumerate(pairwise(lines))
        if 0 < steps[position][0] < _WIDE * steps[position][1] and runs_on(before, line, edge)
    ]
    return [_pitch(position, steps, shown) for position in range(len(steps))]


def _common_size(before: Line, line: Line) -> float:
    """Font size of two lines, in points; 0 where each has its own."""
    larger = max(before.size, line.size)
    return larger if abs(before.size - line.size) <= SAME_SIZE * larger else 0.0


def _pitch(position: int, steps: Sequence[tuple[float, float]], shown: Sequence[int]) -> float:
    """The distance of lines around one joint."""
    size = steps[position][1]
    alike = [other for other in shown if abs(steps[other][1] - size) <= SAME_SIZE * size]
    above = [steps[other][0] for other in alike if other < position][-_NEAR:]
    below = [steps[other][0] for other in alike if other > position][:_NEAR]
    found = [median(side) for side in (above, below) if side]
    return (
        min(found)
        if found
        else _smallest([step for step, other in steps if abs(other - size) <= SAME_SIZE * size], size)
    )


def _smallest(steps: Iterable[float], size: float) -> float:
    """The smallest usual distance of lines of one size, no wider than single spacing."""
    close = sorted(step for step in steps if 0.8 * size < step < 1.6 * size)
    if not close:
        return _SINGLE * size
    smallest = close[len(close) // 10]
    return min(median(step for step in close if step < 1.15 * smallest), _SINGLE * size)


def runs_on(before: Line | SetLine, line: Line | SetLine, edge: float) -> bool:
    """Whether a sentence plainly goes on: it breaks off on a fairly long line, and a small letter follows.

    Text beside a picture and speeches have shorter lines; four words are enough. In a script without small letters it
    has to break off at the column's edge, and so in a text that is set in capitals.

    Args:
        before: A line.
        line: The line that follows.
        edge: Where the column ends.
    """
    first = line.text[:1]
    if is_finished(before.text) or starts_new(line.text):
        return False
    if starts_small(line.text):
        return is_long(before, edge) or before.text.count(" ") >= _MANY - 1
    if first.isupper() and not (before.text.count(" ") >= _MANY - 1 and f"{before.text} {line.text}".isupper()):
        return False
    return first.isalpha() and not would_fit(before, line, edge)


def is_long(line: Line | SetLine, edge: float) -> bool:
    """Whether a line takes up most of its column, which ends at the edge."""
    start, reach = (line.right, line.left) if line.is_rtl else (line.left, line.right)
    return abs(reach - start) > _LONG * abs(edge - start)


def is_left_over(lines: Sequence[Line] | Sequence[SetLine], line: Line | SetLine, edge: float) -> bool:
    """Whether the last of some lines ends a full one that was broken again, its sentence going on with a small letter.

    Args:
        lines: Of one paragraph so far.
        line: The line that follows.
        edge: Where the column ends.
    """
    if len(lines) < 2 or is_finished(lines[-1].text) or starts_new(line.text) or not starts_small(line.text):
        return False
    return not would_fit(lines[-2], lines[-1], edge)


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _FINISHED.search(text[-_TAIL:]) is not None


def starts_with_bullet(text: str) -> bool:
    """Whether a text begins with a bullet or a dash."""
    return _BULLET.match(text) is not None


def starts_small(text: str) -> bool:
    """Whether the first word of a text, which may stand in brackets or quotation marks, begins with a small letter."""
    match = _SMALL.match(text)
    return match is not None and match.group(1).islower()


def starts_new(text: str) -> bool:
    """Whether a text begins with a bullet or a number, as list items do."""
    return starts_with_bullet(text) or label_end(text) > 0 or _LETTER.match(text) is not None


def would_fit(before: Line | SetLine, after: Line | SetLine, edge: float) -> bool:
    """Whether the first word of a line would have fitted on the line before it: then its end was meant.

    Args:
        before: A line.
        after: The line that follows.
        edge: Where the column ends.
    """
    room = before.left - edge if before.is_rtl else edge - before.right
    return after.first_width + 0.35 * before.size < room
