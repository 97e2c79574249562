"""Greedy search: draft among likely words, and ask the whole vocabulary wherever the draft is in doubt.

Most of a decoder step is the output layer, 32,000 words times 256. So each sentence chooses among the words that its
own tokens make likely and the common ones, some 5,000. Wherever the best of these is less than twelve times as likely
as the second, the output layer is asked about all words, for many steps at once. If another word wins, the sentence is
drafted again with that word allowed. (The idea of speculative decoding, Leviathan et al. 2023, with the shortlist as
the small model.) No choice depends on the rest of the batch, and every word can win.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.translator import KnownDraft, State, Translator

END = 0
_OUTPUT_RATIO = 2.5  # output tokens a source token, as the models' own configuration has it
LIVE_SHARE = 0.75  # finished rows stay until a quarter are: taking rows out copies all that the decoder attends to
_SURE_MARGIN = 2.5  # natural log; of NTREX tokens 17 % are below, and 2 or 3 of 1,000 lines differ from a full search
_VERIFIED_ROWS = 64  # steps asked about at once: 32 cost 84 µs each, 64 78, 128 74, 256 69 and four times the memory


@dataclass(frozen=True, slots=True)
class Decoded:
    """Tokens of one translation.

    Attributes:
        tokens: Ids in the target vocabulary, without the end mark.
        scores: Natural log-probability of each token, then of the end mark unless `truncated`; where the draft was
            sure, among the words that the sentence chose from, which is a little more.
        truncated: No end mark came within 2.5 tokens a source token.
        attention: The guided head's, a row (padded source tokens,) for each score; empty unless asked for.
        near: Words of the whole vocabulary that came near at some step; empty unless asked for.
    """

    tokens: tuple[int, ...]
    scores: tuple[float, ...]
    truncated: bool
    attention: tuple[NDArray[np.float32], ...] = ()
    near: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Draft:
    """Of every row and step: the token, its share among the words allowed, whether it is in doubt, what the output
    layer got, attention.

    Shapes are (rows, steps), three times, (rows, steps, width) and (rows, steps, padded source tokens or 0); counts
    says how many steps each row has.
    """

    tokens: NDArray[np.int64]
    shares: NDArray[np.float32]
    doubtful: NDArray[np.bool_]
    hidden: NDArray[Any]
    attention: NDArray[np.float32]
    counts: NDArray[np.int64]


def greedy(
    translator: Translator,
    sentences: Sequence[Sequence[int]],
    length: int,
    attention: bool = False,
    among: Sequence[NDArray[np.int64]] | None = None,
    near: int = 0,
) -> list[Decoded]:
    """The best token at each step, for a batch of sentences.

    Args:
        translator: The direction.
        sentences: Source tokens without the end mark, each shorter than `length`.
        length: What the batch is padded to; the output depends on it in the last digits, and on no other sentence.
        attention: Whether outputs have it.
        among: Sorted words that each sentence may choose, and no others, which is how Marian searches; by default the
            whole vocabulary stands behind the likely words.
        near: How many of the likeliest words of each step outputs name; with any, the whole vocabulary is asked at
            every step.
    """
    words = list(among or [translator.likely_words(tokens) for tokens in sentences])
    limits = np.array([output_limit(tokens) for tokens in sentences])
    outputs: list[Decoded | None] = [None] * len(sentences)

    def settle(rows: NDArray[np.int64], draft: _Draft) -> NDArray[np.int64]:
        """Take what stands, and tell the rows that are to be drafted again, by their positions among these."""
        scores, missing, others = _verify(translator, draft, everywhere=among is None, near=near)
        for position, row in enumerate(rows):
            if position in missing:
                words[row] = np.union1d(words[row], missing[position])
            else:
                outputs[row] = replace(_output(draft, scores, position), near=frozenset(others.get(position, ())))
                if among is None:
                    _keep(translator, (length, *sentences[row]), draft, position)
        return np.array(sorted(missing), np.int64)

    rows = np.arange(len(sentences))
    known = _known(translator, sentences, length) if near and not attention else {}
    if known:  # a beam search asks for what a first translation has drafted
        there = np.array(list(known))
        rows = np.union1d(np.setdiff1d(rows, there), there[settle(there, _together(list(known.values())))])
    state = translator.start([sentences[row] for row in rows.tolist()], length) if len(rows) else {}
    while len(rows):
        again = settle(rows, _draft(translator, state, [words[row] for row in rows], limits[rows], attention))
        rows, state = rows[again], {name: values[again] for name, values in state.items()}
    return [output for output in outputs if output is not None]


def _keep(translator: Translator, key: tuple[int, ...], draft: _Draft, row: int) -> None:
    """Keep what one row has drafted."""
    count = int(draft.counts[row])
    translator.drafts.put(key, (draft.tokens[row, :count].copy(), draft.hidden[row, :count].copy()), count)


def _known(translator: Translator, sentences: Sequence[Sequence[int]], length: int) -> dict[int, KnownDraft]:
    """Drafts that are kept, by the position of their sentence."""
    found = {row: translator.drafts.get((length, *tokens)) for row, tokens in enumerate(sentences)}
    return {row: draft for row, draft in found.items() if draft is not None}


def _together(known: Sequence[KnownDraft]) -> _Draft:
    """Drafts that were made before, as one: every step is to be asked about, and none has attention."""
    counts = np.array([len(tokens) for tokens, _ in known])
    rows, steps = len(known), int(counts.max())
    tokens = np.zeros((rows, steps), np.int64)
    hidden = np.zeros((rows, steps, known[0][1].shape[-1]), known[0][1].dtype)
    for row, (own, inputs) in enumerate(known):
        tokens[row, : len(own)], hidden[row, : len(own)] = own, inputs
    shares, attention = np.ones((rows, steps), np.float32), np.zeros((rows, steps, 0), np.float32)
    return _Draft(tokens, shares, np.zeros((rows, steps), bool), hidden, attention, counts)


def output_limit(tokens: Sequence[int]) -> int:
    """Most steps for a sentence of these source tokens."""
    return int(_OUTPUT_RATIO * (len(tokens) + 1)) + 1


def _draft(
    translator: Translator,
    state: State,
    words_by_row: Sequence[NDArray[np.int64]],
    limits: NDArray[np.int64],
    attention: bool,
) -> _Draft:
    """Greedy search among some words."""
    words, columns, bias = translator.choice(words_by_row)
    state = state | bias
    wanted = ("logits", "share", "hidden", *(["attention"] if attention else []))
    rows, previous = np.arange(len(limits)), np.zeros(len(limits), np.int64)
    counts, live = np.zeros(len(limits), np.int64), np.ones(len(limits), bool)
    steps: list[tuple[NDArray[Any], ...]] = []
    for position in range(int(limits.max())):
        found, cells = translator.step(wanted, {**state, "words": columns}, previous[:, None], position)
        logits, share, hidden, *weights = (values[:, 0] for values in found)
        best, doubtful = _best(logits)
        previous = words[best]
        given = weights[0] if attention else np.zeros((len(rows), 0), np.float32)
        step = (previous, share, doubtful, hidden, given)
        steps.append(tuple(_spread(values, rows, len(limits)) for values in step))
        counts[live] = position + 1
        live[rows] &= (previous != END) & (position + 1 < limits[rows])
        if not live.any():
            break
        state |= cells
        keep = live[rows]
        if np.count_nonzero(keep) <= LIVE_SHARE * len(keep):
            rows, previous = rows[keep], previous[keep]
            state = {name: values[keep] for name, values in state.items()}
    stacked = (np.stack(values, axis=1) for values in zip(*steps, strict=True))
    tokens, shares, doubts, inputs, attended = stacked
    return _Draft(tokens, shares, doubts, inputs, attended, counts)


def _best(logits: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Column of each row's highest value, and whether another comes near; the highest are overwritten.

    ONNX Runtime's TopK takes twice as long.
    """
    rows, best = np.arange(len(logits)), logits.argmax(axis=1)
    highest = logits[rows, best]
    logits[rows, best] = -np.inf
    return best, highest - logits.max(axis=1) < _SURE_MARGIN


def _spread(values: NDArray[Any], rows: NDArray[np.int64], size: int) -> NDArray[Any]:
    """The values of some rows, at their places among all."""
    if len(rows) == size:
        return values
    found = np.zeros((size, *values.shape[1:]), values.dtype)
    found[rows] = values
    return found


def _verify(
    translator: Translator, draft: _Draft, everywhere: bool, near: int
) -> tuple[NDArray[np.float32], dict[int, int], dict[int, set[int]]]:
    """Score of every drafted token, for each row that went wrong the first word that should have been there, and the
    `near` likeliest words at each row's steps.

    Without `everywhere` nothing is asked, and nothing is wrong.
    """
    scores = np.log(np.maximum(draft.shares, np.finfo(np.float32).tiny))
    missing: dict[int, int] = {}
    others: dict[int, set[int]] = {}
    wanted = ("score", "highest", *(["words"] if near else []))
    drafted = np.arange(draft.tokens.shape[1]) < draft.counts[:, None]
    rows, steps = np.nonzero(drafted & (draft.doubtful | (near > 0)) & everywhere)
    for start in range(0, len(rows), _VERIFIED_ROWS):
        place = (rows[start : start + _VERIFIED_ROWS], steps[start : start + _VERIFIED_ROWS])
        hidden, tokens = draft.hidden[place], draft.tokens[place]
        score, highest, *words = translator.output(wanted, hidden, tokens, near or 1)
        for row, likely in zip(place[0], words[0] if words else (), strict=False):
            others.setdefault(int(row), set()).update(likely.tolist())
        scores[place] = score[:, 0]
        wrong = np.flatnonzero(highest > score[:, 0])
        if len(wrong):
            (logits,) = translator.output(("logits",), hidden[wrong], tokens[wrong])
            for row, token, better in zip(place[0][wrong], tokens[wrong], logits.argmax(axis=1), strict=True):
                if token != better:
                    missing.setdefault(int(row), int(better))
    return scores, missing, others


def _output(draft: _Draft, scores: NDArray[np.float32], row: int) -> Decoded:
    """One row's output; the end mark is no token of it."""
    count = int(draft.counts[row])
    tokens = draft.tokens[row, :count].tolist()
    ended = tokens[-1] == END
    attention = tuple(draft.attention[row, :count]) if draft.attention.size else ()
    return Decoded(tuple(tokens[:-1] if ended else tokens), tuple(scores[row, :count].tolist()), not ended, attention)
