"""Beam search over the whole vocabulary, for the sentences whose greedy translation can't stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.graphs import UNKNOWN
from translate.engines.firefox.greedy import END, LIVE_SHARE, Decoded, output_limit
from translate.engines.firefox.translator import Translator
from translate.engines.protocol import Decoding


@dataclass(slots=True)
class _Search:
    """One sentence's search: live hypotheses best first, finished ones with their tokens' scores."""

    limit: int
    least: int
    live: list[Decoded] = field(default_factory=lambda: [Decoded((), (), False)])
    finished: list[Decoded] = field(default_factory=list)


def beam(translator: Translator, sentences: Sequence[Sequence[int]], length: int, decoding: Decoding) -> list[Decoded]:
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
    going, previous = searches, np.zeros(len(rows), np.int64)
    for position in range(max(search.limit for search in searches)):
        (hidden, attention), state = translator.step(("hidden", "attention"), state, columns, previous, position)
        forbidden = [_forbidden_by_row(search, decoding) for search in going]
        count = 2 * width + max(len(tokens) for its_rows in forbidden for tokens in its_rows)
        scores, words = translator.output(("best", "words"), hidden, previous, count)
        parents = np.arange(len(previous))
        for number, search in enumerate(going):
            own = slice(number * width, (number + 1) * width)
            kept = _advance(search, scores[own], words[own], attention[own], forbidden[number], width)
            parents[own] = number * width + np.resize(kept or [0], width)
            previous[own] = np.resize([output.tokens[-1] for output in search.live] or [END], width)
        cells = {name: values[parents] for name, values in state.items() if name.startswith("cell")}
        live = [bool(search.live) for search in going]
        if not any(live):
            break
        state |= cells
        if sum(live) <= LIVE_SHARE * len(live):
            keep = np.repeat(live, width)
            going, previous = [search for search in going if search.live], previous[keep]
            state = {name: values[keep] for name, values in state.items()}
    outputs = [_best(search) for search in searches]
    return outputs if decoding.alignment else [replace(output, attention=()) for output in outputs]


def _forbidden_by_row(search: _Search, decoding: Decoding) -> list[set[int]]:
    """Words that each live hypothesis may not go on with."""
    return [
        _repeating(output.tokens, decoding.no_repeat_ngram) | ({END} if len(output.tokens) < search.least else set())
        for output in search.live
    ]


def _advance(
    search: _Search,
    scores: NDArray[np.float32],
    words: NDArray[np.int64],
    attention: NDArray[np.float32],
    forbidden: Sequence[set[int]],
    width: int,
) -> list[int]:
    """Extend one sentence's live hypotheses by a token; the rows that the new ones come from, best first."""
    found = [
        (-(sum(output.scores) + score), row, word, score)
        for row, output in enumerate(search.live)
        for word, score in zip(words[row].tolist(), scores[row].tolist(), strict=True)
        if word not in forbidden[row]
    ]
    live: list[Decoded] = []
    parents: list[int] = []
    for rank, (_, row, word, score) in enumerate(sorted(found)[: 2 * width]):  # enough where every second one ends
        before = search.live[row]
        tokens = before.tokens if word == END else (*before.tokens, word)
        extended = Decoded(tokens, (*before.scores, score), False, (*before.attention, attention[row]))
        if word == END and rank < width:
            search.finished.append(extended)
        elif word != END and len(live) < width:
            live.append(extended)
            parents.append(row)
    search.live = live
    if len(search.finished) >= width or len(live[0].tokens if live else ()) >= search.limit:
        search.finished += [replace(output, truncated=True) for output in live if not search.finished]
        search.live = []
    return parents


def _repeating(tokens: tuple[int, ...], size: int) -> set[int]:
    """Tokens that would repeat an n-gram of `size` tokens; none for size 0."""
    if size < 1 or len(tokens) < size:
        return set()
    last = tokens[len(tokens) - size + 1 :]
    return {tokens[i + size - 1] for i in range(len(tokens) - size + 1) if tokens[i : i + size - 1] == last}


def _best(search: _Search) -> Decoded:
    """The finished hypothesis of the highest mean; the first found among equals."""
    return max(search.finished, key=lambda output: sum(output.scores) / len(output.scores))
