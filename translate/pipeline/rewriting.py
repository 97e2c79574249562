"""rewritten(): a hypothesis with stretches of its text replaced, and everything that counts in it moved along."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from translate.hypothesis import Hypothesis


class Change(NamedTuple):
    """A half-open stretch of a text and what is to stand there."""

    start: int
    end: int
    new: str


def rewritten(found: Hypothesis, changes: Sequence[Change]) -> Hypothesis:
    """The hypothesis with its changes made; what the engine wrote is kept in `written`.

    Links and scores of what was replaced stay with what stands there now.

    Args:
        found: Any hypothesis.
        changes: Disjoint, in order; without any the same hypothesis comes back.
    """
    if not changes:
        return found
    return replace(
        found,
        text=changed_text(found.text, changes),
        written=found.written or found.text,
        alignment=tuple(
            link._replace(target_start=start, target_end=end)
            for link in found.alignment
            for start, end in [moved(changes, link.target_start, link.target_end)]
        ),
        token_scores=tuple(
            token._replace(start=start, end=end)
            for token in found.token_scores
            for start, end in [moved(changes, token.start, token.end)]
        ),
        issues=tuple(
            replace(issue, span=moved(changes, *issue.span)) if issue.span and issue.side == "target" else issue
            for issue in found.issues
        ),
    )


def changed_text(text: str, changes: Sequence[Change]) -> str:
    """A text with its changes made."""
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
