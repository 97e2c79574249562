"""Sentences of about the same length computed together, and several batches at the same time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

R = TypeVar("R")

_ENCODED_STEP = 8  # padding to multiples of 4 saves 6 % of the time when 500 sentences come at once, nothing at 128
_DECODED_STEP = 64  # short texts take 6 % less than with 32, windows of 128 as long
_LEAST_ROWS = 8  # a batch of fewer takes longer than what two threads save


def encoded_length(tokens: Sequence[int]) -> int:
    """What a sentence is padded to where it is encoded, its end mark included; its own length alone decides."""
    return _up_to(len(tokens) + 1, _ENCODED_STEP)


def by_batches(
    sentences: Sequence[Sequence[int]],
    run: Callable[[Sequence[int], int], Sequence[R]],
    empty: R,
    size: int,
    threads: int,
) -> list[R]:
    """What `run` makes of each sentence.

    Sentences are computed with sentences padded to the same length, a multiple of 64 that their own length decides: so
    every number of the computation is the same whatever else is in the batch. A decoder attends to so many places
    about as fast as to fewer, and six sentences of a short text are one batch.

    Args:
        sentences: Their tokens.
        run: Gets positions of sentences and the length that they are padded to, one more than their tokens at least;
            may be called from several threads.
        empty: Stands for a sentence without tokens.
        size: Most sentences in a batch.
        threads: Batches at the same time.
    """
    found = [empty] * len(sentences)
    batches = _batches(sentences, size, threads)
    with ThreadPoolExecutor(threads) as workers:
        for (_, positions), outputs in zip(batches, workers.map(lambda b: run(b[1], b[0]), batches), strict=True):
            for position, output in zip(positions, outputs, strict=True):
                found[position] = output
    return found


def _batches(sentences: Sequence[Sequence[int]], size: int, threads: int) -> list[tuple[int, list[int]]]:
    """Padded length and positions of sentences that are computed together, longest first.

    Those of about one length stand together, as a batch is done when its longest sentence is.
    """
    order = sorted((i for i, tokens in enumerate(sentences) if tokens), key=lambda i: -len(sentences[i]))
    by_length: dict[int, list[int]] = {}
    for position in order:
        by_length.setdefault(_up_to(len(sentences[position]) + 1, _DECODED_STEP), []).append(position)
    rows = min(size, max(_LEAST_ROWS, -(-len(order) // threads)))
    return [
        (length, positions[start : start + rows])
        for length, positions in by_length.items()
        for start in range(0, len(positions), rows)
    ]


def _up_to(count: int, step: int) -> int:
    """The next multiple of a step."""
    return -(-count // step) * step
