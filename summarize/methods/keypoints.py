"""Key points: the set of sentences that a reader with a minute wants, wherever they stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarize.methods.selection import Costs
from summarize.structure.signs import Numbers
from translate.choices import Watch
from translate.text.embedding import Embedder, vectors_heeding
from translate.text.tfidf import TfIdf

# Of what a sentence is worth so much is lost where one chosen before says just the same. On the key points 1 covers
# 2 % less of those that any summary must have, 1.5 4 % less.
_REPEATED = 0.5
# For each sentence already chosen of the same section: a summary goes through the whole text.
_CROWDED = 0.1
# For each thing that any reader asks for and that nothing chosen before has told.
_ASKED = 0.07
# Of two sentences that say so much the same, the shorter is taken for one over 45 words, if it is worth nearly as much.
_SAME, _LONG, _NEARLY = 0.6, 45, 0.7
# Two that are as like as this say the same: one of them is enough.
_TWICE = 0.9
# So many points are a list, in which there is room for what each must have.
_LIST = 5
_VOICES_FROM = 20
# A part of the text says nothing where its best sentence is worth less than so much of the text's third best. With 1
# one per cent more of the points is covered, but one part in seven is not heard.
_VOICE, _BEST = 0.5, 3
PARTS = 3
"""Parts of a text that are all heard."""
# What a sentence is about stands in its beginning; twice as much takes twice as long.
_READ_CHARACTERS = 300


def meant(model: Embedder, texts: Sequence[str], watch: Watch = Watch()) -> Numbers:
    """What each sentence is about: vectors of shape (texts, n)."""
    return vectors_heeding(model, [text[:_READ_CHARACTERS] for text in texts], watch.heed).astype(np.float64)


def in_words(vectors: TfIdf, read: Sequence[int]) -> Numbers:
    """The same in words, for want of a model: shape (read, words)."""
    dense = np.zeros((len(vectors.lengths), max(1, len(vectors.words))))
    dense[vectors.row, vectors.word] = vectors.weight
    return dense[list(read)]


def likeness(vectors: Numbers) -> Numbers:
    """How much some sentences say the same, 0 to 1, shape (sentences, sentences): their cosine, none below 0."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(norms == 0, 1, norms)
    alike: Numbers = np.maximum(unit @ unit.T, 0)
    return alike


def edges(sentences: int, parts: int) -> list[int]:
    """Where parts of equal length begin, and where the last one ends."""
    return [part * sentences // parts for part in range(parts + 1)]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a set of key points must have beside worth. Arrays are by place in `read` of key_points().

    Attributes:
        slots: Positions of the sentences that could fill each.
        parts: Number of parts of equal length that are all heard.
        sections: Number of the section that each stands in; all stand apart if empty.
        aspects: Which of the things that any reader asks for each tells, 1 or 0, shape (read, things); none if None.
        told: How much each says what the reader is told above the list, 0 to 1; nothing is if None.
        told_aspects: Which of the things that any reader asks for are told there; none if None.
    """

    slots: Sequence[Sequence[int]] = ()
    parts: int = PARTS
    sections: Sequence[int] = ()
    aspects: Numbers | None = None
    told: Numbers | None = None
    told_aspects: Numbers | None = None


def key_points(
    worth: Numbers,
    cost: Costs,
    read: Sequence[int],
    alike: Numbers,
    most: int,
    budget: int,
    wanted: Wanted = Wanted(),
) -> list[int]:
    """Positions of the sentences chosen, ascending: a set that is worth most and says little twice.

    One sentence after the other, each worth most less what those before have said of it (Carbonell and Goldstein 1998,
    maximal marginal relevance, with a learned relevance). In a list of five or more each slot has a sentence, and in a
    text of more than 20 sentences each part of equal length, unless it says nothing.

    Args:
        worth: Of all sentences, shape (sentences,).
        cost: Of all sentences.
        read: Positions of those that may be chosen, ascending.
        alike: How much these say the same, shape (read, read).
        most: Most sentences.
        budget: Most words; the shortest is there even where it has more.
        wanted: What the set must have beside worth.
    """
    chosen = _choose(worth, cost, read, alike, most, budget, (), wanted)
    if most < _LIST or not len(worth):
        return chosen
    most_worth = np.sort(worth)[-_BEST:].min()
    slots = [_best(worth, read, set(slot) & set(chosen) or slot) for slot in wanted.slots]
    needed = [place for place in slots if place is not None]
    if len(worth) > _VOICES_FROM:
        for start, end in pairwise(edges(len(worth), wanted.parts)):
            if not any(start <= read[place] < end for place in needed):
                place = _best(worth, read, set(range(start, end)) & set(chosen) or range(start, end))
                needed += [place] if place is not None and worth[read[place]] >= _VOICE * most_worth else []
    first = list(dict.fromkeys(needed))
    return _choose(worth, cost, read, alike, most, budget, first, wanted)


def _best(worth: Numbers, read: Sequence[int], among: Collection[int]) -> int | None:
    """Place in `read` of the sentence that is worth most among some; None where none of them was read."""
    places = [place for place, position in enumerate(read) if position in among]
    return max(places, key=lambda place: worth[read[place]], default=None)


def _choose(
    worth: Numbers,
    cost: Costs,
    read: Sequence[int],
    alike: Numbers,
    most: int,
    budget: int,
    first: Sequence[int],
    wanted: Wanted,
) -> list[int]:
    """The best set found one sentence after the other, beginning with some that are given (places in `read`)."""
    places = np.array(read, dtype=np.int64)
    own, brought, antecedent = cost.own[places], cost.brought[places].copy(), cost.antecedent[places]
    left = budget
    chosen: list[int] = []
    said = np.zeros(len(places)) if wanted.told is None else wanted.told
    open_ = said < _TWICE
    aspects = np.zeros((len(places), 0)) if wanted.aspects is None else wanted.aspects
    missing = np.ones(aspects.shape[1]) if wanted.told_aspects is None else 1 - wanted.told_aspects
    sections, crowd = np.array(wanted.sections or range(len(places))), np.zeros(len(places))
    must = list(first)
    while len(chosen) < min(most, len(places)):
        allowed = open_ & (own + brought <= left)
        if not allowed.any():
            break
        best = must.pop(0) if must else None
        if best is None or not allowed[best]:
            news = _ASKED * (aspects @ missing) - _REPEATED * said - _CROWDED * crowd
            best = int(np.argmax(np.where(allowed, worth[places] + news, -np.inf)))
        best = _shorter(best, worth[places], own, allowed, alike)
        chosen.append(best)
        open_ &= alike[best] < _TWICE
        open_[best] = False
        left -= int(own[best] + brought[best])
        said = np.maximum(said, alike[best])
        crowd += sections == sections[best]
        missing *= aspects[best] == 0
        shown = [cost.segments[places[best]], *([antecedent[best]] if antecedent[best] >= 0 else [])]
        brought[np.isin(antecedent, shown)] = 0
    if not chosen and len(places):
        chosen = [int(np.argmin(own + brought))]
    return sorted(int(places[place]) for place in chosen)


def _shorter(best: int, worth: Numbers, own: NDArray[np.int64], allowed: NDArray[np.bool_], alike: Numbers) -> int:
    """Place of a sentence that says in fewer words what a long one says; the long one's where there is none."""
    if own[best] <= _LONG:
        return best
    same = allowed & (alike[best] >= _SAME) & (own <= _LONG) & (worth >= _NEARLY * worth[best])
    return int(np.argmax(np.where(same, worth, -np.inf))) if same.any() else best
