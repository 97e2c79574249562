"""What goes through a network together, how long it may become, and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass

_TOKENS_PER_OUTPUT = 2.5  # longest output, a share of the source's tokens; DESIGN has the same for every engine
_SPARE_TOKENS = 16


@dataclass(frozen=True, slots=True)
class Output:
    """What came of one sequence.

    Attributes:
        tokens: Without what was forced at the beginning, without the end mark.
        score: Mean natural log-probability a token, the end mark included.
        truncated: No end mark came before the limit.
        attention: For each token, how much each input token went into it; empty unless asked for.
    """

    tokens: tuple[int, ...]
    score: float
    truncated: bool
    attention: tuple[tuple[float, ...], ...] = ()


def output_limit(inputs: Sequence[int]) -> int:
    """Most tokens that an output may have."""
    return int(_TOKENS_PER_OUTPUT * len(inputs)) + _SPARE_TOKENS


def length_batches(sequences: Sequence[Sequence[int]], batch_tokens: int) -> list[list[int]]:
    """Positions of sequences that go together: neighbours in length, the longest first.

    Args:
        sequences: Input tokens of each.
        batch_tokens: Most tokens in a batch, padding included; a longer sequence is a batch by itself.
    """
    batches: list[list[int]] = []
    longest = 0
    for i in sorted(range(len(sequences)), key=lambda i: (-len(sequences[i]), i)):
        if not batches or (len(batches[-1]) + 1) * longest > batch_tokens:
            batches.append([])
            longest = len(sequences[i])
        batches[-1].append(i)
    return batches
