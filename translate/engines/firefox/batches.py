"""Sentences of about the same length computed together, and several batches at the same time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

R = TypeVar("R")

_LENGTH_STEP = 8  # padding to multiples of 4 saves 6 % of the time when 500 sentences come at once, nothing at 128


def by_batches(
    sentences: Sequence[Sequence[int]],
    run: Callable[[Sequence[int], int], Sequence[R]],
    empty: R,
    size: int,
    threads: int,
) -> list[R]:
    """What `run` makes of each sentence.

    Sentences are computed with sentences padded to the same length, a multiple of 8 that their own length decides: so
    every number of the computation is the same whatever else is in the batch.

    Args:
        sentences: Their tokens.
        run: Gets positions of sentences and the length that they are padded to, one more than their tokens at least;
            may be called from several threads.
        empty: Stands for a sentence without tokens.
        size: Most sentences in a batch.
        threads: Batches at the same time.
    """
    found = [empty] * len(sentences)
    batches = _batches(sentences, size)
    with ThreadPoolExecutor(threads) as workers:
        for (_, positions), outputs in zip(batches, workers.map(lambda b: run(b[1], b[0]), batches), strict=True):
            for position, output in zip(positions, outputs, strict=True):
                found[position] = output
    return found


def _batches(sentences: Sequence[Sequence[int]], size: int) -> list[tuple[int, list[int]]]:
    """Padded length and positions of sentences that are computed together, longest first."""
    by_length: dict[int, list[int]] = {}
    for position, tokens in enumerate(sentences):
        if tokens:
            by_length.setdefault(-(-(len(tokens) + 1) // _LENGTH_STEP) * _LENGTH_STEP, []).append(position)
    return [
        (length, positions[start : start + size])
        for length, positions in sorted(by_length.items(), reverse=True)
        for start in range(0, len(positions), size)
    ]
