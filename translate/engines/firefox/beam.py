"""Beam search: several hypotheses of each sentence at every step, and a list of the best that end.

Each sentence chooses among the words that its own tokens make likely and those that came near at some step of its
greedy translation, which may be any: some 1,500 instead of 32,000. So no output depends on the rest of the batch.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.graphs import MASKED
from translate.engines.firefox.greedy import END, Decoded, greedy, output_limit
from translate.engines.firefox.translator import Translator
from translate.engines.protocol import Decoding

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_NEAR = 64  # with 0, 16, 32, 64 186, 196, 197, 198 of 200 lines translate as in a search of the whole vocabulary

RULED_OUT = MASKED / 2
"""Scores below are those of words that may not come."""


@dataclass(slots=True)
class Live:
    """The hypotheses that go on, best first; every array begins with a row a sentence.

    Attributes:
        rows: Which sentence of the batch each is, (rows,).
        limits: Most tokens of its hypotheses, (rows,).
        least: Fewest, (rows,).
        totals: Sum of the scores, (rows, beam); minus infinity where there is no hypothesis.
        tokens: (rows, beam, steps so far).
        scores: (rows, beam, steps so far).
        attention: (rows, beam, steps so far, padded source tokens); no column unless asked for.
    """

    rows: Ints
    limits: Ints
    least: Ints
    totals: NDArray[np.float64]
    tokens: Ints
    scores: Floats
    attention: Floats

    def extend(self, picked: "Picked", attended: Floats) -> None:
        """Put the picked hypotheses in the place of these."""
        own = np.arange(len(self.rows))[:, None], picked.parents
        self.totals = self.totals[own] + picked.scores
        self.tokens = np.concatenate([self.tokens[own], picked.words[:, :, None]], axis=2)
        self.scores = np.concatenate([self.scores[own], picked.scores[:, :, None]], axis=2)
        self.attention = np.concatenate([self.attention[own], attended[own][:, :, None]], axis=2)

    def keep(self, going: NDArray[np.bool_]) -> None:
        """Leave the sentences that are done."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name)[going])

    def decoded(self, row: int, place: int, end: tuple[float, Floats] | None) -> Decoded:
        """One of them, with the score of its end mark and what that attended to; without, it is cut."""
        scores, attention = self.scores[row, place].tolist(), list(self.attention[row, place])
        if end is not None:
            scores, attention = [*scores, end[0]], [*attention, end[1]]
        asked = self.attention.shape[-1] > 0
        tokens = tuple(self.tokens[row, place].tolist())
        return Decoded(tokens, tuple(scores), end is None, tuple(attention) if asked else ())


@dataclass(frozen=True, slots=True)
class Following:
    """What may follow each live hypothesis.

    Attributes:
        words: The likeliest, best first, (rows, beam, count).
        scores: Their natural log-probabilities, likewise.
        logits: Of all words that each sentence chooses among, (rows, beam, n).
        norms: What makes a logit a log-probability, (rows, beam).
        choice: These words, sorted, (rows, n); END in places that are not needed.
    """

    words: Ints
    scores: Floats
    logits: Floats
    norms: Floats
    choice: Ints

    def score(self, row: int, place: int, word: int) -> float:
        """The score of any word that the sentence chooses among."""
        column = np.flatnonzero(self.choice[row] == word)[0]
        return float(self.logits[row, place, column] - self.norms[row, place])


@dataclass(frozen=True, slots=True)
class Picked:
    """The hypotheses of the next step, and those that end.

    Attributes:
        parents: Place of the hypothesis that each extends, (rows, beam).
        words: The word that it adds, (rows, beam).
        scores: That word's score, (rows, beam).
        ended: Row, place of the hypothesis, score of its end mark.
    """

    parents: Ints
    words: Ints
    scores: Floats
    ended: list[tuple[int, int, float]]


class Picker(Protocol):
    """Decides which hypotheses go on.

    Attributes:
        width: How many a sentence.
        enough: A sentence is done when so many have ended.
    """

    width: int
    enough: int

    def pick(self, live: Live, following: Following) -> Picked:
        """The next step's hypotheses, as many a row as the width; called once a step, with rows ever fewer."""


class Likeliest:
    """Picks the hypotheses of the greatest totals.

    Args:
        width: How many.
    """

    def __init__(self, width: int) -> None:
        self.width = self.enough = width

    def pick(self, live: Live, following: Following) -> Picked:
        """See Picker. Of equals the earlier hypothesis, then the lower word; an end counts if it is among `width`."""
        rows = len(live.rows)
        count = following.words.shape[2]
        totals = (live.totals[:, :, None] + following.scores).reshape(rows, -1)
        order = np.argsort(-totals, axis=1, kind="stable")[:, : 2 * self.width]  # enough where every second one ends
        words, scores = (
            np.take_along_axis(values.reshape(rows, -1), order, 1) for values in (following.words, following.scores)
        )
        ends = words == END
        possible = np.take_along_axis(totals, order, 1) > RULED_OUT
        ranked = np.arange(order.shape[1]) < self.width
        ended = [
            (int(row), int(order[row, rank] // count), float(scores[row, rank]))
            for row, rank in zip(*np.nonzero(ends & possible & ranked), strict=True)
        ]
        going = np.argsort(ends, axis=1, kind="stable")[:, : self.width]
        parents, words, scores = (np.take_along_axis(v, going, 1) for v in (order // count, words, scores))
        scores = np.where(words == END, np.float32(2 * MASKED), scores)  # where nothing else is left
        return Picked(parents, words.astype(np.int64), scores.astype(np.float32), ended)


def beam(
    translator: Translator, sentences: Sequence[Sequence[int]], length: int, decoding: Decoding
) -> list[list[Decoded]]:
    """Hypotheses of each sentence, the best first by mean log-probability a token.

    Args:
        translator: The direction.
        sentences: Source tokens without the end mark, each shorter than `length`.
        length: What the batch is padded to.
        decoding: Width, forbidden repetitions, least length.

    Returns:
        At least one a sentence, about as many as the search is wide; none depends on the other sentences.
    """
    return search(translator, sentences, length, decoding, Likeliest(decoding.beam))


def search(
    translator: Translator,
    sentences: Sequence[Sequence[int]],
    length: int,
    decoding: Decoding,
    picker: Picker,
    needed: Sequence[Sequence[int]] | None = None,
) -> list[list[Decoded]]:
    """As beam(), with what goes on chosen by `picker`; `needed` are words that a sentence may have to choose."""
    drafts = greedy(translator, sentences, length, near=_NEAR)
    extra = needed or [()] * len(sentences)
    choices = [
        np.union1d(translator.listed_words(tokens), np.array([*draft.tokens, *draft.near, *own], np.int64))
        for tokens, draft, own in zip(sentences, drafts, extra, strict=True)
    ]
    words, choice = translator.own_choice(choices)
    state = translator.start(sentences, length, picker.width) | choice
    live = _started(sentences, decoding, length, picker.width)
    wanted = ("best", "places", "logits", *(["attention"] if decoding.alignment else []))
    previous = np.zeros((len(sentences), picker.width), np.int64)
    found: list[list[Decoded]] = [[] for _ in sentences]
    for position in range(int(live.limits.max())):
        repeating = _repeating(live.tokens, decoding.no_repeat_ngram)
        count = 2 * picker.width + 1 + repeating.shape[2]
        (best, places, logits, *given), cells = translator.step(wanted, state, previous, position, count)
        attended = given[0] if given else np.zeros((*best.shape[:2], 0), np.float32)
        chosen = words[live.rows[:, None, None], places]
        norms = np.take_along_axis(logits, places[:, :, :1], 2)[:, :, 0] - best[:, :, 0]
        _rule_out(best, chosen, live, repeating)
        picked = picker.pick(live, Following(chosen, best, logits, norms, words[live.rows]))
        for row, place, score in picked.ended:
            end = score, attended[row, place]
            found[live.rows[row]].append(live.decoded(row, place, end))
        live.extend(picked, attended)
        own = np.arange(len(live.rows))[:, None], picked.parents
        state |= {name: values[own] for name, values in cells.items()}
        previous = picked.words
        going = _going(live, found, picker.enough)
        if not going.any():
            break
        if not going.all():
            live.keep(going)
            previous = previous[going]
            state = {name: values[going] for name, values in state.items()}
    return [sorted(own, key=_cost) for own in found]


def _started(sentences: Sequence[Sequence[int]], decoding: Decoding, length: int, width: int) -> Live:
    """One empty hypothesis a sentence."""
    rows = len(sentences)
    totals = np.full((rows, width), -np.inf)
    totals[:, 0] = 0
    return Live(
        rows=np.arange(rows),
        limits=np.array([output_limit(tokens) for tokens in sentences]),
        least=np.array([round(decoding.min_length_ratio * len(tokens)) for tokens in sentences]),
        totals=totals,
        tokens=np.zeros((rows, width, 0), np.int64),
        scores=np.zeros((rows, width, 0), np.float32),
        attention=np.zeros((rows, width, 0, length if decoding.alignment else 0), np.float32),
    )


def _repeating(tokens: Ints, size: int) -> Ints:
    """Words that would repeat an n-gram of `size` tokens, (rows, beam, at most the steps so far); -1 for none."""
    starts = tokens.shape[2] - size + 1
    if size < 1 or starts < 1:
        return tokens[:, :, :0]
    again = np.ones((*tokens.shape[:2], starts), bool)
    for place in range(size - 1):
        again &= tokens[:, :, place : place + starts] == tokens[:, :, starts + place, None]
    return np.where(again, tokens[:, :, size - 1 :], -1)


def _rule_out(scores: Floats, words: Ints, live: Live, repeating: Ints) -> None:
    """Lower the scores of words that may not come: repetitions, and the end before the least length."""
    short = (live.tokens.shape[2] < live.least)[:, None, None] & (words == END)
    again = (words[:, :, :, None] == repeating[:, :, None, :]).any(axis=3)
    scores[short | again] = MASKED


def _going(live: Live, found: list[list[Decoded]], enough: int) -> NDArray[np.bool_]:
    """Sentences whose search goes on; one that reaches its limit with nothing ended is cut."""
    full = live.tokens.shape[2] >= live.limits
    for row in np.flatnonzero(full):
        own = found[live.rows[row]]
        if not own:
            places = np.flatnonzero(live.totals[row] > RULED_OUT).tolist() or [0]
            own += [live.decoded(int(row), place, None) for place in places]
    ended = np.array([len(found[row]) >= enough for row in live.rows])
    return np.asarray(~(full | ended))


def _cost(output: Decoded) -> float:
    """Lower for the likelier of two."""
    return -sum(output.scores) / len(output.scores)
