"""How likely a model finds a given translation: every token of it asked for, whatever the model would say."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.greedy import END
from translate.engines.firefox.translator import Translator

_STEPS = 32  # at once: with the batch's 32 sentences 6 MB; those whose translation has ended leave in between
_ASKED_ROWS = 64  # steps that the output layer is asked about at once, as in greedy.py


def forced(
    translator: Translator, sentences: Sequence[Sequence[int]], targets: Sequence[Sequence[int]], length: int
) -> list[tuple[float, ...]]:
    """Score given translations of a batch of sentences.

    Args:
        translator: The direction.
        sentences: Source tokens without the end mark, each shorter than `length`.
        targets: Target tokens without the end mark, one sequence a sentence; a token that the model does not know
            counts as unlikely as the model finds the unknown word.
        length: What the batch is padded to; the result depends on it in the last digits, and on no other sentence.

    Returns:
        Natural log-probabilities over the whole vocabulary, of each token and then of the end mark.
    """
    state = translator.start(sentences, length)
    counts = np.array([len(target) + 1 for target in targets])
    wanted = np.full((len(targets), counts.max()), END, np.int64)
    for number, target in enumerate(targets):
        wanted[number, : len(target)] = target
    previous = np.concatenate([np.zeros((len(targets), 1), np.int64), wanted[:, :-1]], axis=1)
    rows = np.arange(len(targets))
    hidden: list[list[NDArray[Any]]] = [[] for _ in targets]
    for first in range(0, wanted.shape[1], _STEPS):
        keep = counts[rows] > first
        if not keep.all():
            rows, state = rows[keep], {name: values[keep] for name, values in state.items()}
        inner, state = translator.known_steps(state, previous[rows, first : first + _STEPS], first)
        for row, values in zip(rows, inner, strict=True):
            hidden[row].append(values[: counts[row] - first])
    asked = np.concatenate([values for own in hidden for values in own])
    scores = _asked(translator, asked, np.concatenate([wanted[row, :count] for row, count in enumerate(counts)]))
    return [tuple(own.tolist()) for own in np.split(scores, np.cumsum(counts)[:-1])]


def _asked(translator: Translator, hidden: NDArray[Any], tokens: NDArray[np.int64]) -> NDArray[np.float32]:
    """Log-probability of each token."""
    scores = np.empty(len(tokens), np.float32)
    for start in range(0, len(tokens), _ASKED_ROWS):
        part = slice(start, start + _ASKED_ROWS)
        (score,) = translator.output(("score",), hidden[part], tokens[part])
        scores[part] = score[:, 0]
    return scores
