"""The Contextual protocol: engines that may be shown what stands beside a sentence, declared for a whole text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from translate.engines.protocol import Engine


class Neighbours(NamedTuple):
    """What stands before and behind a sentence, in the text's order, and what it was in an earlier version."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    former: tuple[str, str] | None = None
    """The earlier sentence and its translation."""


@runtime_checkable
class Contextual(Protocol):
    """An engine that understands a sentence better among its neighbours."""

    def within(self, neighbours: Mapping[str, Neighbours]) -> Engine:
        """The same engine for one text.

        Args:
            neighbours: By sentence. What is asked and does not stand there is translated without any.
        """


def neighbours_of(lines: Sequence[str], count: int) -> dict[str, Neighbours]:
    """Neighbours of each line, those of its first occurrence where it stands more than once.

    Args:
        lines: Of one text, in order.
        count: Most lines before, and most behind.

    >>> neighbours_of(["One.", "Two.", "Three."], 1)["Two."]
    Neighbours(before=('One.',), after=('Three.',), former=None)
    """
    found: dict[str, Neighbours] = {}
    for i, line in enumerate(lines):
        if line not in found:
            found[line] = Neighbours(tuple(lines[max(0, i - count) : i]), tuple(lines[i + 1 : i + 1 + count]))
    return found
