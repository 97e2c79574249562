"""Changes of a text, and where things stand after them."""

from collections.abc import Sequence
from typing import NamedTuple


class Change(NamedTuple):
    """A half-open stretch of a text and what is to stand there."""

    start: int
    end: int
    new: str


def changed_text(text: str, changes: Sequence[Change]) -> str:
    """A text with its changes made; they are disjoint and in order."""
    for change in reversed(changes):
        text = text[: change.start] + change.new + text[change.end :]
    return text


def moved(changes: Sequence[Change], start: int, end: int) -> tuple[int, int]:
    """Where a stretch stands after the changes: one that overlaps a change takes in all of it."""
    shift, first, last = 0, start, end
    for change in changes:
        grown = len(change.new) - (change.end - change.start)
        if change.end <= start:
            first, last = first + grown, last + grown
        elif change.start < end:
            first = min(first, change.start + shift)
            last = max(last, change.end + shift) + grown
        shift += grown
    return first, last
