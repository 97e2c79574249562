"""Translations that need no engine: from the reader's memory, and from an earlier version of the text."""

from translate.choices import Choices
from translate.hypothesis import Hypothesis
from translate.pipeline.staying import VERSION


def kept_hypothesis(choices: Choices, line: str, source: str, target: str) -> Hypothesis | None:
    """The translation of exactly this line that the memory holds, else the earlier version; None where neither does.

    Args:
        choices: With either, both or none.
        line: A segment as one line.
        source: BCP 47 code of the line.
        target: BCP 47 code wanted.
    """
    kept = None if choices.memory is None else choices.memory.hypothesis(line, source, target)
    if kept is None and choices.earlier is not None and choices.earlier.language == target:
        kept = choices.earlier.kept.get((source, line))
    return kept


def kept_signatures(choices: Choices) -> list[str]:
    """What of a run's signature these are."""
    found = [] if choices.memory is None else [f"memory of {len(choices.memory)} units"]
    return found if choices.earlier is None else [*found, f"earlier version {choices.earlier.digest} {VERSION}"]
