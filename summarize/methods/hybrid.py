"""hybrid, the default: sentences that say what a person's summary would say, by their word pairs, meaning and place."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.methods.pairs import Numbers, Pairs, pairs
from summarize.methods.request import Request, extract
from summarize.methods.selection import Costs, Coverage, Spread, choose, costs
from summarize.methods.weights import WEIGHTS, Weights
from summarize.structure.candidates import candidates
from summarize.structure.genre import Genre
from summarize.structure.sections import parts
from summarize.summary import Summary
from translate.document import Document
from translate.text.embedding import Embedder, embedder
from translate.text.lexicon import pattern
from translate.text.tfidf import TfIdf, tfidf


@dataclass(frozen=True, slots=True)
class Place:
    """What a sentence must hold to have a place of its own: a word of a lexicon, and rather one with a figure."""

    lexicon: str
    kind: str
    figure: bool = False


# Of what a pair is worth so much is left when it has been said. On EU acts 0.5 and 0.85 give the same within 0.15
# ROUGE-2, and 1 loses 0.2 in long summaries.
_KEPT = 0.7
# Words added to each sentence's length, so that the shortest aren't all brevity.
_LEAST_WORDS = 5
# What an act is about, beside the other signs; always among points, where 10 is more than all signs together.
_AIM = 0.5
_CERTAIN = 10.0
# What a reader of such a text looks for wherever it stands. One sentence of each, the best of the short ones, is among
# five points or more. Not within a number of words: what people write of EU acts has other words for it, and 0.4 less
# ROUGE-2 would be the price.
_PLACES: dict[Genre, tuple[Place, ...]] = {
    "law": (
        Place("modals", "obligation", figure=True),
        Place("summary", "penalty", figure=True),
        Place("summary", "force"),
    ),
    "report": (Place("summary", "advice"),),
}
_PLACES_FROM = 5
# No section gives more than a quarter of five points or more, where there are as many: of EU acts' seven points that is
# 0.3 ROUGE-2 (a third 0.2, a half 0). Within a number of words it costs 0.3. Thirds of a text without sections, none
# of which gives more than half, cost acts 0.7, minutes 0.5 and news 0.8.
_SECTIONS = 4
# Of the mean length of a sentence.
_PLACE_LENGTH = 1.5
_FIGURE = re.compile(r"\d")
# What a sentence is about stands in its beginning; twice as much takes twice as long.
_READ_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences that a summary may choose from, and what is known of them before any weight.

    Attributes:
        segments: Their ids, ascending.
        texts: What they say.
        vectors: Their TF-IDF.
        pairs: Their word pairs.
        cost: What choosing each costs.
        aim: Position of the sentence that says what an act is about; one or none.
        places: For each thing that readers look for the positions of the sentences that have it.
        part: Number of the section that each stands in; what leads to an act's provisions is one.
    """

    segments: tuple[int, ...]
    texts: tuple[str, ...]
    vectors: TfIdf
    pairs: Pairs
    cost: Costs
    aim: tuple[int, ...]
    places: tuple[tuple[int, ...], ...]
    part: NDArray[np.int64]


def hybrid(document: Document, request: Request) -> Summary:
    """Sentences by word pairs, by meaning and by place, as the genre has it; by TF-IDF where no vectors can be had."""
    model = request.embedder or embedder()
    weights = WEIGHTS[request.genre]
    return by_weights(document, request, weights, model if model.multilingual else None, f"hybrid 2; {model.name}")


def by_weights(document: Document, request: Request, weights: Weights, model: Embedder | None, name: str) -> Summary:
    """A summary by some weights; with TF-IDF in the place of meaning where there is no model."""
    known = sentences(document, request.genre)
    most, budget = request.length.limits(len(known.segments), int(known.vectors.lengths.sum()))
    places = request.length.words is None and request.length.share is None
    chosen = best(known, weights, most, budget, model, request.embedded, places)
    return extract(document, request, [known.segments[i] for i in chosen], known.segments, name)


def sentences(document: Document, genre: Genre) -> Sentences:
    """What there is to choose from in a document of a genre."""
    found = candidates(document, titled=genre == "law")
    texts = tuple(document.segment_text(segment) for segment in found)
    vectors = tfidf(texts)
    aim = _aim(document, found) if genre == "law" else ()
    cost = costs(document, found, vectors.lengths)
    short: Sequence[int] = (
        np.flatnonzero(cost.own + cost.brought <= _PLACE_LENGTH * vectors.lengths.mean()).tolist() if found else ()
    )
    places = tuple(_holding(document, cost, short, place) for place in _PLACES.get(genre, ()))
    part = parts(document, found)
    part[: aim[0] if aim else 0] = 0  # whatever headings there are before the provisions
    return Sentences(found, texts, vectors, pairs(vectors), cost, aim, places, part)


def best(
    known: Sentences,
    weights: Weights,
    most: int,
    budget: int,
    model: Embedder | None,
    embedded: int,
    places: bool = False,
) -> list[int]:
    """Positions of the sentences that make the summary, ascending.

    Args:
        known: What there is.
        weights: What counts how much.
        most: Most sentences.
        budget: Most words.
        model: What gives vectors; TF-IDF where there is none.
        embedded: Most sentences that it reads: the best by TF-IDF.
        places: Whether the summary is to be a list of points, with places for what readers look for and not more than
            a quarter from one section.
    """
    count = len(known.segments)
    if not count:
        return []
    lengths = known.vectors.lengths
    room = min(most, budget / float(lengths.mean() or 1))
    before = (np.cumsum(lengths) - lengths) / max(1.0, room * float(lengths.mean()))
    order = np.arange(count)
    marks = known.pairs.signs(before) @ np.array([weights.often, weights.early, weights.opens])
    chance = 1 / (1 + np.exp(-weights.base - marks))
    per: Numbers = ((lengths + _LEAST_WORDS) ** weights.brevity).astype(np.float64)
    coverage = Coverage(known.pairs, chance, per, _KEPT)
    scores: Numbers = weights.place * (1 - order / count) + weights.near * np.exp(-before / 3)
    by_words = _nearness(known.vectors, order, weights)
    first = scores + by_words + coverage.values()
    if model is None or not (weights.gist or weights.meaning):
        scores += by_words
    else:
        read = np.sort(np.argsort(-first, kind="stable")[:embedded])
        scores[read] += _meant(model, [known.texts[i][:_READ_CHARACTERS] for i in read], read, weights)
    scores[list(known.aim)] += _AIM
    spread = _by_section(known.part, room) if places else None
    chosen = choose(scores, known.cost, most, budget, coverage, spread)
    kept = (known.aim, *known.places) if room >= _PLACES_FROM else (known.aim,)
    missing = [place for place in kept if place and not set(place) & set(chosen)]
    if not places or not missing:
        return chosen
    scores[[max(place, key=lambda position: first[position]) for place in missing]] += _CERTAIN
    return choose(scores, known.cost, most, budget, coverage, spread)


def _by_section(part: NDArray[np.int64], room: float) -> Spread | None:
    """What each section may give to a list of about so many points; None where the list is short or they are few."""
    several = room >= _PLACES_FROM and len(np.unique(part)) >= _SECTIONS
    return Spread(part, math.ceil(room / _SECTIONS)) if several else None


def _aim(document: Document, found: Sequence[int]) -> tuple[int, ...]:
    """Position of the first sentence that starts as a provision does that says what an act is about; none or one."""
    for position, segment in enumerate(found):
        aim = pattern("summary", _language(document, segment), "aim")
        if aim is not None and aim.match(document.segment_text(segment).strip()):
            return (position,)
    return ()


def _holding(document: Document, cost: Costs, short: Sequence[int], place: Place) -> tuple[int, ...]:
    """Those positions of short sentences that have what a place is kept for, or whose list is introduced with it."""
    holding, figures = [], []
    for position in short:
        segment, before = int(cost.segments[position]), int(cost.antecedent[position])
        own = document.segment_text(segment)
        found = pattern(place.lexicon, _language(document, segment), place.kind)
        if found and (found.search(own) or (before >= 0 and found.search(document.segment_text(before)))):
            holding.append(position)
            figures += [position] if _FIGURE.search(own) else []
    return tuple(figures if figures and place.figure else holding)


def _language(document: Document, segment: int) -> str:
    return document.segments[segment].language.partition("-")[0]


def _nearness(vectors: TfIdf, order: NDArray[np.int64], weights: Weights) -> Numbers:
    """What nearness in words to the opening and to the whole adds to the scores."""
    return weights.gist * _spread(vectors.nearness(np.exp(-order / 3))) + weights.meaning * _spread(vectors.nearness())


def _meant(model: Embedder, texts: list[str], order: NDArray[np.int64], weights: Weights) -> Numbers:
    """The same in meaning, of some texts; `order` is their position among all."""
    vectors = model.vectors(texts).astype(np.float64)
    opening, whole = np.exp(-order / 3) @ vectors, vectors.sum(axis=0)
    return weights.gist * _spread(vectors @ opening) + weights.meaning * _spread(vectors @ whole)


def _spread(values: Numbers) -> Numbers:
    """Values moved to the range from 0 to 1; zeros where they are all the same."""
    if len(values) == 0 or values.max() == values.min():
        return np.zeros(len(values))
    spread: Numbers = (values - values.min()) / (values.max() - values.min())
    return spread
