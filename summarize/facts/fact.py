"""Fact: a thing that policy readers look for, and where it stands."""

from dataclasses import dataclass
from typing import Literal, get_args

FactKind = Literal["actor", "obligation", "right", "date", "amount", "reference"]
Mode = Literal["must", "must_not", "may"]
FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, as the text has it.

    Attributes:
        kind: What it is; a date is also a deadline or a period.
        segment: Position of its segment, which is its citation.
        span: Half-open string indices inside the segment's text; an obligation's is from who must to the clause's end.
        text: The text of the span.
        actor: Who must, for an obligation, or may, for a right; else empty.
        mode: Whether they must, must not or may; empty for the other kinds, and for obligations of old files.
    """

    kind: FactKind
    segment: int
    span: tuple[int, int]
    text: str
    actor: str = ""
    mode: Mode | Literal[""] = ""
