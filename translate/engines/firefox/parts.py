"""Texts longer than the engine takes at once: cut between words, and put together again.

translate() cuts at better places before it asks an engine; this keeps whoever asks the engine itself from losing text.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.greedy import Decoded


def cut(tokens: Sequence[int], limit: int, starts_word: Callable[[int], bool]) -> list[Sequence[int]]:
    """Stretches of at most `limit` tokens that together are all tokens; each ends before a word where it can."""
    parts = []
    start = 0
    while len(tokens) - start > limit:
        words = (i for i in range(start + limit, start, -1) if starts_word(tokens[i]))
        end = next(words, start + limit)
        parts.append(tokens[start:end])
        start = end
    return [*parts, tokens[start:]]


def joined(outputs: Sequence[Decoded], parts: Sequence[Sequence[int]]) -> Decoded:
    """One output of those of a text's parts, in order; its attention counts in the tokens of the whole text."""
    size = sum(len(part) for part in parts)
    tokens: list[int] = []
    scores: list[float] = []
    ends: list[float] = []
    attention: list[NDArray[np.float32]] = []
    before = 0
    for output, part in zip(outputs, parts, strict=True):
        tokens += output.tokens
        scores += output.scores[: len(output.tokens)]
        ends += output.scores[len(output.tokens) :]
        for row in output.attention[: len(output.tokens)]:
            whole = np.zeros(size + 1, np.float32)
            whole[before : before + len(part)], whole[size] = row[: len(part)], row[len(part)]
            attention.append(whole)
        before += len(part)
    return Decoded(tuple(tokens), (*scores, *ends), any(output.truncated for output in outputs), tuple(attention))
