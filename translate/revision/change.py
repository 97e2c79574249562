"""Change: what became of one sentence, or of a few that belong together."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

ChangeKind = Literal["unchanged", "moved", "changed", "new", "dropped", "counterpart"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


REPLACED = 0.35
"""Likeness below which a changed sentence is another one in its place: what both happen to share says nothing."""


class Mark(NamedTuple):
    """Words of a sentence: position of its segment, half-open string indices in the segment's text."""

    segment: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a sentence.

    Attributes:
        kind: "unchanged" and "moved" have the same words on both sides, white space aside; "moved" ones stand in
            another order. A "new" one stands in the new version alone, a "dropped" one in the old. "counterpart" is
            the same sentence in another language.
        old: Positions of its segments in the old version, in order; several where sentences were put together.
        new: The same in the new version; several where a sentence was split.
        similarity: 0 to 1, how much of the words is the same; 1 where nothing changed, 0 of a new or dropped one.
        is_moved: Whether it stands in another order, whatever its kind.
        removed: Words of the old version that the new one lacks.
        added: Words of the new version that the old one lacks.
    """

    kind: ChangeKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float = 1.0
    is_moved: bool = False
    removed: tuple[Mark, ...] = ()
    added: tuple[Mark, ...] = ()

    @property
    def is_replaced(self) -> bool:
        """Whether another sentence stands in the place of the old one."""
        return self.kind == "changed" and self.similarity < REPLACED
