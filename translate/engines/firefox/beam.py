"""Beam search over the whole vocabulary, for the sentences whose greedy translation can't stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from translate.engines.engine import Decoding
from translate.engines.firefox.graphs import UNKNOWN
from translate.engines.firefox.greedy import END, Output, output_limit
from translate.engines.firefox.translator import Translator


@dataclass(slots=True)
class _Search:
    """One sentence's search: live hypotheses best first, finished ones with their tokens' scores."""

    limit: int
    least: int
    live: list[Output] = field(default_factory=lambda: [Output((), (), False)])
    finished: list[Output] = field(default_factory=list)


def beam(translator: Translator, sentences: Sequence[Sequence[int]], length: int, decoding: Decoding) -> list[Output]:
    """The best of several hypotheses kept at each step, by mean log-probability a token.

    Args:
        translator: The direction.
        sentences: Source tokens without the end mark, each shorter than `length`.
        length: What the batch is padded to.
        decoding: Width, forbidden repetitions, least length.

    Returns:
        One output a sentence, which doesn't depend on the others.
    """
    width = decoding.beam
    searches = [_Search(output_limit(tokens), round(decoding.min_length_ratio * len(tokens))) for tokens in sentences]
    rows = np.repeat(np.arange(len(sentences)), width)  # a row stays with its sentence
    state = {name: values[rows] for name, values in translator.start(sentences, length).items()}
    _, columns, bias = translator.choice([np.array([END, UNKNOWN])] * len(rows))  # the step's own choice goes unused
    state |= bias
    previous = np.zeros(len(rows), np.int64)
    for position in range(max(search.limit for search in searches)):
        (hidden, attention), state = translator.step(("hidden", "attention"), state, columns, previous, position)
        (logits,) = translator.output(("logits",), hidden, previous)
        parents = np.arange(len(rows))
        for number, search in enumerate(searches):
            if search.live:
                own = slice(number * width, (number + 1) * width)
                kept = _advance(search, logits[own], attention[own], decoding)
                parents[own] = number * width + np.resize(kept or [0], width)
                previous[own] = np.resize([output.tokens[-1] for output in search.live] or [END], width)
        if not any(search.live for search in searches):
            break
        state = {name: values[parents] for name, values in state.items()}
    outputs = [_best(search) for search in searches]
    return outputs if decoding.alignment else [replace(output, attention=()) for output in outputs]


def _advance(
    search: _Search, logits: NDArray[np.float32], attention: NDArray[np.float32], decoding: Decoding
) -> list[int]:
    """Extend one sentence's live hypotheses by a token; the rows that the new ones come from, best first."""
    totals = np.full((len(search.live), logits.shape[1]), -np.inf)
    for row, output in enumerate(search.live):
        totals[row] = logits[row] + np.float64(sum(output.scores))
        totals[row, _forbidden(output.tokens, decoding.no_repeat_ngram)] = -np.inf
        if len(output.tokens) < search.least:
            totals[row, END] = -np.inf
    order = _highest(totals, 2 * decoding.beam)  # enough where every second one ends
    live: list[Output] = []
    parents: list[int] = []
    for rank, (row, token) in enumerate(zip(*np.unravel_index(order, totals.shape), strict=True)):
        before, score = search.live[row], float(logits[row, token])
        tokens = before.tokens if token == END else (*before.tokens, int(token))
        extended = Output(tokens, (*before.scores, score), False, (*before.attention, attention[row]))
        if token == END and rank < decoding.beam:
            search.finished.append(extended)
        elif token != END and len(live) < decoding.beam:
            live.append(extended)
            parents.append(int(row))
    search.live = live
    if len(search.finished) >= decoding.beam or len(live[0].tokens if live else ()) >= search.limit:
        search.finished += [replace(output, truncated=True) for output in live if not search.finished]
        search.live = []
    return parents


def _highest(totals: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Flat positions of the highest values, best first, the earlier of equals first: a stable sort of a few only."""
    flat = totals.reshape(-1)
    least = np.partition(flat, len(flat) - count)[len(flat) - count] if count < len(flat) else -np.inf
    near = np.flatnonzero(flat >= least)
    return near[np.argsort(-flat[near], kind="stable")][:count]


def _forbidden(tokens: tuple[int, ...], size: int) -> list[int]:
    """Tokens that would repeat an n-gram of `size` tokens; none for size 0."""
    if size < 1 or len(tokens) < size:
        return []
    last = tokens[len(tokens) - size + 1 :]
    return [tokens[i + size - 1] for i in range(len(tokens) - size + 1) if tokens[i : i + size - 1] == last]


def _best(search: _Search) -> Output:
    """The finished hypothesis of the highest mean; the first found among equals."""
    return max(search.finished, key=lambda output: sum(output.scores) / len(output.scores))
