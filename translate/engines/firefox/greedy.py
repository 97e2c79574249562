"""Greedy search over the whole vocabulary, at the price of a shortlist: draft, then verify.

Most of a decoder step is the output layer: 32,000 words times 256. A draft chooses among the words that the batch is
likely to need, some thousands. Then one pass of the output layer over all words and all steps of the batch says where
another word would have won; those sentences are drafted again with that word allowed. Each round a sentence keeps at
least one word more, so it ends, and what it ends with is what a search over all words gives, whatever was in the draft.
(The idea of speculative decoding, Leviathan et al. 2023, with the shortlist as the small model.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.translator import State, Translator

END = 0
_OUTPUT_RATIO = 2.5  # output tokens a source token, as the models' own configuration has it
_LIVE_SHARE = 0.75  # finished rows stay until a quarter are: taking rows out copies all that the decoder attends to
_VERIFIED_ROWS = 256  # steps verified at once: 32 cost 84 µs each, 64 78, 128 74, 256 69, 512 68 and twice the memory


@dataclass(frozen=True, slots=True)
class Output:
    """Tokens of one translation.

    Attributes:
        tokens: Ids in the target vocabulary, without the end mark.
        scores: Natural log-probability of each token, and of the end mark unless `truncated`.
        truncated: No end mark came within 2.5 tokens a source token.
    """

    tokens: tuple[int, ...]
    scores: tuple[float, ...]
    truncated: bool


@dataclass(frozen=True, slots=True)
class _Draft:
    """Tokens (rows, steps), what the output layer got (rows, steps, width), and how many steps each row has."""

    tokens: NDArray[np.int64]
    hidden: NDArray[Any]
    counts: NDArray[np.int64]


def greedy(translator: Translator, sentences: Sequence[Sequence[int]], length: int) -> list[Output]:
    """The best token of the whole vocabulary at each step, for a batch of sentences.

    Args:
        translator: The direction.
        sentences: Source tokens without the end mark, each shorter than `length`.
        length: What the batch is padded to; the output depends on it in the last digits, and on no other sentence.
    """
    state = translator.start(sentences, length)
    limits = np.array([int(_OUTPUT_RATIO * (len(tokens) + 1)) + 1 for tokens in sentences])
    words = _words(translator, sentences)
    outputs: list[Output | None] = [None] * len(sentences)
    rows = np.arange(len(sentences))
    while len(rows):
        draft = _draft(translator, state, words, limits[rows])
        scores, missing = _verify(translator, draft)
        for row, kept in enumerate(rows):
            if row not in missing:
                outputs[kept] = _output(draft.tokens[row], scores[row], int(draft.counts[row]))
        again = np.array(sorted(missing), np.int64)
        words = np.union1d(words, np.array(sorted(missing.values()), np.int64))
        rows, state = rows[again], {name: values[again] for name, values in state.items()}
    return [output for output in outputs if output is not None]


def _words(translator: Translator, sentences: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Words to draft with: the shortlist of the batch, or all."""
    if translator.shortlist is None:
        return np.arange(translator.shape.target_words)
    return translator.shortlist.words(token for tokens in sentences for token in tokens)


def _draft(translator: Translator, state: State, words: NDArray[np.int64], limits: NDArray[np.int64]) -> _Draft:
    """Greedy search among some words."""
    columns = translator.output_words(words)
    rows, previous = np.arange(len(limits)), np.zeros(len(limits), np.int64)
    counts, live = np.zeros(len(limits), np.int64), np.ones(len(limits), bool)
    tokens, hidden = [], []
    for position in range(int(limits.max())):
        (best, layer), state = translator.step(("best", "hidden"), state, columns, previous, position)
        previous = words[best]
        tokens.append(_spread(previous, rows, len(limits)))
        hidden.append(_spread(layer, rows, len(limits)))
        counts[live] = position + 1
        live[rows] &= (previous != END) & (position + 1 < limits[rows])
        if not live.any():
            break
        keep = live[rows]
        if keep.mean() <= _LIVE_SHARE:
            rows, previous = rows[keep], previous[keep]
            state = {name: values[keep] for name, values in state.items()}
    return _Draft(np.stack(tokens, axis=1), np.stack(hidden, axis=1), counts)


def _spread(values: NDArray[Any], rows: NDArray[np.int64], size: int) -> NDArray[Any]:
    """The values of some rows, at their places among all."""
    found = np.zeros((size, *values.shape[1:]), values.dtype)
    found[rows] = values
    return found


def _verify(translator: Translator, draft: _Draft) -> tuple[NDArray[np.float32], dict[int, int]]:
    """Score of every drafted token, and for each row that went wrong the first word that should have been there."""
    scores = np.zeros(draft.tokens.shape, np.float32)
    missing: dict[int, int] = {}
    rows, steps = np.nonzero(np.arange(draft.tokens.shape[1]) < draft.counts[:, None])
    for start in range(0, len(rows), _VERIFIED_ROWS):
        place = (rows[start : start + _VERIFIED_ROWS], steps[start : start + _VERIFIED_ROWS])
        hidden, tokens = draft.hidden[place], draft.tokens[place]
        score, highest = translator.output(("score", "highest"), hidden, tokens)
        scores[place] = score[:, 0]
        wrong = np.flatnonzero(highest > score[:, 0])
        if len(wrong):
            (logits,) = translator.output(("logits",), hidden[wrong], tokens[wrong])
            for row, token, better in zip(place[0][wrong], tokens[wrong], logits.argmax(axis=1), strict=True):
                if token != better:
                    missing.setdefault(int(row), int(better))
    return scores, missing


def _output(tokens: NDArray[np.int64], scores: NDArray[np.float32], count: int) -> Output:
    """One row's output; the end mark is no token of it."""
    ended = bool(tokens[count - 1] == END)
    kept = tokens[: count - 1] if ended else tokens[:count]
    return Output(tuple(kept.tolist()), tuple(scores[:count].tolist()), not ended)
