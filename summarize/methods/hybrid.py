"""hybrid, the default: sentences that say what a person's summary would say, by their word pairs, meaning and place."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarize.methods.gist import aim, gist, point, shared
from summarize.methods.keypoints import PARTS, Wanted, edges, in_words, key_points, likeness, meant
from summarize.methods.lists import finished
from summarize.methods.pairs import Numbers, Pairs, pairs
from summarize.methods.request import SummaryRequest, extract
from summarize.methods.selection import Costs, Coverage, choose, costs
from summarize.methods.weights import WEIGHTS, Weights
from summarize.methods.worth import Worths, kind_of, worths
from summarize.structure.candidates import candidates
from summarize.structure.dangling import hanging
from summarize.structure.options import rejected
from summarize.structure.places import appended, aspects, concluding, places, tells
from summarize.structure.signs import nearness, signs
from summarize.summary import Summary
from translate.choices import Watch
from translate.document import Document
from translate.tag import primary
from translate.text.embedding import Embedder, embedder, vectors_heeding
from translate.text.genre import GENRES, Genre, turns
from translate.text.lexicon import pattern
from translate.text.tfidf import TfIdf, tfidf

# Genres whose lists are made of key points; news say the main thing first.
KEYED: frozenset[Genre] = frozenset(set(GENRES) - {"news"})
# In minutes the chair opens, calls and thanks. This is taken from the worth of what the chair says.
_CHAIRED = 0.3
# Added to what opens a paragraph or an item under "What we recommend", "Conclusions"; the rest says more of it.
_CONCLUDES = 0.15
# Taken from what stands in an appendix.
_APPENDED = 1.0
# Taken from what an act says a word means.
_DEFINES = 0.3
_QUOTED = re.compile(r"[\"“”«»„‘'`]")
# How a sentence ends that a page or a column cuts.
_CUT = (",", "，", "、")
# Taken from what a report says of how it was made: a reader with a minute asks what was found.
_METHOD = 0.4
# Added to a sentence of a report that has all words of its title.
_TITLED = 0.4
_DEFINED = re.compile(r"\W*(?:\w{1,3}\W+)?[\"“”«»„‘'`][^\W\d_]")
# Taken from what points to "paragraph 1", which is not shown and of whose article nothing tells.
_INSIDE = 0.2
_NUMBERED = re.compile(r"\s?\(?(?:\d|[a-z]\))")
# What is asked says less than what is answered.
_ASKED = 0.3
# Taken from a sentence so short that it can hardly be understood alone.
_SLIGHT, _SLIGHT_WORDS = 0.15, 9
# Taken from the worth of a sentence that leans on nothing that can be shown, of one in another language than the text,
# and of one of more than 80 words with what it leans on: a reader can do little with them.
_HANGING, _FOREIGN, _ENDLESS, _ENDLESS_WORDS = 0.5, 0.15, 0.25, 80
# A summary of so many words is a list of key points if 3 to 20 sentences of usual length fit in: on every third marked
# text 400 words of key points cover 64 % of the points, by word pairs 30 (the weights are from these texts, too).
# Shorter and longer ones go by word pairs: for 836 words of an EU act key points are 6 ROUGE-2 behind its first
# sentences, for 35 words of news 3 behind, and for minutes 6 behind at any length.
_LIST = (3, 20)
# What a sentence is worth as a point counts so much for the gist; with none the gist states a main point less often,
# with 0.3 it is less often the marked one. One from which more is taken by rule is none.
_AS_POINT, _UNFIT = 0.15, 0.4
# Points from which on the gist is none of them.
_TOLD_FROM = 3
# For each sentence wanted the best 3 are read for their meaning.
_READ = 3
# Share of a word pair's worth that is left once a point has said it. On EU acts 0.5 and 0.85 give the same within 0.15
# ROUGE-2; 1 loses 0.2 in long summaries.
_KEPT = 0.7
# Words added to each sentence's length before its worth is divided by it, so that brevity alone does not win.
_LEAST_WORDS = 5
# Added to the score of the sentence that says what an act is about.
_AIM = 0.5
# Added to a score that must win; more than all other signs together.
_CERTAIN = 10.0
# Words that no summary has.
_TOO_DEAR = 10**9
# A sentence is read for its meaning up to here; twice as much takes twice as long.
_READ_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Keyed:
    """What was chosen of some sentences.

    Attributes:
        points: Their positions, ascending.
        gist: Segment ids of the gist, none where nothing says in a line what the text is for. In a list of three
            points or more it is none of them.
    """

    points: tuple[int, ...]
    gist: tuple[int, ...]


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
    """

    segments: tuple[int, ...]
    texts: tuple[str, ...]
    vectors: TfIdf
    pairs: Pairs
    cost: Costs
    aim: tuple[int, ...]


def hybrid(document: Document, request: SummaryRequest) -> Summary:
    """Key points, or for news, talk and long summaries sentences by word pairs, meaning and place.

    TF-IDF stands in for meaning where no vectors can be had.
    """
    model = request.embedder or embedder()
    return by_weights(
        document, request, WEIGHTS[request.genre], model if model.multilingual else None, f"hybrid 5; {model.name}"
    )


def by_weights(
    document: Document, request: SummaryRequest, weights: Weights, model: Embedder | None, name: str
) -> Summary:
    """A summary by some weights; with TF-IDF in the place of meaning where there is no model."""
    known = _without_titles(document, sentences(document, request.genre))
    most, budget = request.length.limits(len(known.segments), int(known.vectors.lengths.sum()))
    room = budget / float(known.vectors.lengths.mean()) if known.segments else 0.0
    listed = request.length.is_list or (_LIST[0] <= room <= _LIST[1] and request.genre not in ("minutes", "transcript"))
    found = Keyed((), ())
    if known.segments and listed and request.genre in KEYED:
        found = keyed(document, known, request, model)
    elif known.segments:
        found = Keyed(tuple(best(known, weights, most, budget, model, request.embedded, request.watch)), ())
    summary = extract(document, request, [known.segments[i] for i in found.points], known.segments, name)
    return summary if not found.gist else replace(summary, gist=point(document, found.gist, request.genre))


def keyed(
    document: Document,
    known: Sentences,
    request: SummaryRequest,
    model: Embedder | None,
    weights: Mapping[str, Worths] | None = None,
) -> Keyed:
    """The sentences that state the key points, and the gist.

    Args:
        document: Where they stand.
        known: What there is.
        request: How much, of what genre.
        model: What tells what they mean; their words do where there is none.
        weights: By kind of text; those that come along if None.
    """
    most, budget = request.length.limits(len(known.segments), int(known.vectors.lengths.sum()))
    found = signs(document, known.segments, known.vectors, request.watch)
    own = (weights or worths())[kind_of(request.genre, found)]
    form = _by_form(document, known, request)
    value = own.point.by_signs(found) + form
    parts = most if request.genre == "minutes" else PARTS
    read = _read(value, max(request.embedded, _READ * most), parts)
    ids = [known.segments[i] for i in read]
    raw = meant(model, [known.texts[i] for i in read], request.watch) if model else in_words(known.vectors, read)
    mean = raw.mean(axis=0) if model else np.zeros(raw.shape[1])
    near, name = nearness(raw), model.name if model else ""
    value[read] += own.point.by_meaning(raw - mean, near, name)
    telling = own.gist.by_signs(found)[read] + own.gist.by_meaning(raw - mean, near, name) + _AS_POINT * value[read]
    telling[form[read] < -_UNFIT] -= _CERTAIN
    line = gist(document, dict(zip(ids, telling.tolist(), strict=True)), request.genre)
    top = line[0] if len(line) == 1 and line[0] in ids else None
    above = top is not None and most >= _TOLD_FROM and request.length.is_list
    slots = places(document, known.segments, request.genre)
    wanted = Wanted(
        [_positions(known, slot) for slot in slots if not (above and top in slot)],
        parts,
        _sections(document, ids, request.genre),
        aspects(document, ids, request.genre),
    )
    alike = likeness(raw - mean)
    if top is not None and above:
        place = ids.index(top)
        told = aspects(document, [top], request.genre)[0]
        wanted = replace(wanted, told=np.where(np.arange(len(ids)) == place, 1, alike[place]), told_aspects=told)
        value[read[place]] -= _CERTAIN
    chosen = key_points(value, known.cost, read, alike, most, budget, wanted)
    return Keyed(tuple(finished(document, known.cost, chosen, budget)), line)


def _by_form(document: Document, known: Sentences, request: SummaryRequest) -> Numbers:
    """What is added to the worth of each sentence, or taken from it, by rule; shape (sentences,)."""
    value = np.zeros(len(known.segments))
    main = concluding(document, known.segments, request.genre)
    refused = rejected(document, known.segments)
    value[_headings(document, known)] -= _CERTAIN
    blocks = [document.segments[segment].block for segment in known.segments]
    opens = [i == 0 or blocks[i - 1] != block for i, block in enumerate(blocks)]
    value[[o and segment in main for o, segment in zip(opens, known.segments, strict=True)]] += _CONCLUDES
    value[[segment in refused for segment in known.segments]] -= _CERTAIN
    value[[hanging(document, segment) for segment in known.segments]] -= _HANGING
    value[[_foreign(document, segment) for segment in known.segments]] -= _FOREIGN
    size = known.cost.own + known.cost.brought
    value[size > _ENDLESS_WORDS] -= _ENDLESS
    value[size < _SLIGHT_WORDS] -= _SLIGHT
    if request.genre != "law":
        beside = appended(document, known.segments)
        value[[segment in beside for segment in known.segments]] -= _APPENDED
        value[[text.rstrip().endswith(_CUT) for text in known.texts]] -= _HANGING
    if request.genre == "report":
        value += _TITLED * np.array(shared(document, known.segments))
        value[[tells(document, segment, "places", "method") for segment in known.segments]] -= _METHOD
    if request.genre == "law":
        value[list(known.aim)] += _AIM
        value[[_defines(document, segment) for segment in known.segments]] -= _DEFINES
        value[[_points_inside(document, segment) for segment in known.segments]] -= _INSIDE
    if request.genre == "minutes":
        value[_chaired(document, known)] -= _CHAIRED
        value[[text.rstrip().endswith("?") for text in known.texts]] -= _ASKED
    return value


def _sections(document: Document, segments: Sequence[int], genre: Genre) -> list[int]:
    """A number for each segment that is the same for those of one section.

    An act is gone through article by article, the block of whose heading is the number; of other texts what concludes
    is one section, and all else stands apart.
    """
    if genre != "law":
        main = concluding(document, segments, genre)
        return [-1 if segment in main else segment for segment in segments]
    above, heading = [], -1
    for number, block in enumerate(document.blocks):
        heading = number if block.kind == "heading" else heading
        above.append(heading)
    own = [above[document.segments[segment].block] for segment in segments]
    return own if heading >= 0 else list(segments)


def _without_titles(document: Document, known: Sentences) -> Sentences:
    """The same sentences, with headings and rejected options too dear for any length where there is anything else."""
    refused = rejected(document, known.segments)
    dear = np.array(_headings(document, known), dtype=bool)
    dear |= np.array([segment in refused for segment in known.segments], dtype=bool)
    if dear.all():
        return known
    return replace(known, cost=replace(known.cost, own=np.where(dear, _TOO_DEAR, known.cost.own)))


def _headings(document: Document, known: Sentences) -> list[bool]:
    """Whether each sentence is a heading: a title is no point."""
    return [document.blocks[document.segments[s].block].kind == "heading" for s in known.segments]


def _read(value: Numbers, most: int, parts: int) -> list[int]:
    """Positions of the sentences worth most, and of the best of each part, ascending."""
    best = np.argsort(-value, kind="stable")
    found = set(best[:most].tolist())
    for start, end in pairwise(edges(len(value), parts)):
        found |= set(best[(best >= start) & (best < end)][:_READ].tolist())
    return sorted(found)


def _chaired(document: Document, known: Sentences) -> list[bool]:
    """Whether the chair says each sentence."""
    speakers = turns(document)
    found = []
    for segment in known.segments:
        chair = pattern("summary", _language(document, segment), "chair")
        speaker = speakers[document.segments[segment].block]
        found.append(chair is not None and chair.search(speaker) is not None)
    return found


def sentences(document: Document, genre: Genre) -> Sentences:
    """What there is to choose from in a document of a genre."""
    found = candidates(document, titled=genre == "law")
    texts = tuple(document.segment_text(segment) for segment in found)
    vectors = tfidf(texts)
    about = aim(document, found) if genre == "law" else None
    cost = costs(document, found, vectors.lengths)
    return Sentences(found, texts, vectors, pairs(vectors), cost, () if about is None else (found.index(about),))


def best(
    known: Sentences,
    weights: Weights,
    most: int,
    budget: int,
    model: Embedder | None,
    embedded: int,
    watch: Watch = Watch(),
) -> list[int]:
    """Positions of the sentences that make the summary, ascending.

    Args:
        known: What there is.
        weights: What counts how much.
        most: Most sentences.
        budget: Most words.
        model: What gives vectors; TF-IDF where there is none.
        embedded: Most sentences that it reads: the best by TF-IDF.
        watch: Once it says stop, Stopped is raised.
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
        vectors = vectors_heeding(model, [known.texts[i][:_READ_CHARACTERS] for i in read], watch.heed)
        scores[read] += _meant(vectors.astype(np.float64), read, weights)
    scores[list(known.aim)] += _AIM
    return choose(scores, known.cost, most, budget, coverage)


def _positions(known: Sentences, segments: Collection[int]) -> list[int]:
    """Positions of some segments."""
    return [position for position, segment in enumerate(known.segments) if segment in segments]


def _defines(document: Document, segment: int) -> bool:
    """Whether a sentence says what a word means: it opens with the word in quotes, or has quotes and says "means"."""
    text = document.segment_text(segment)
    if _DEFINED.match(text):
        return True
    return _QUOTED.search(text) is not None and tells(document, segment, "gist", "defines")


def _points_inside(document: Document, segment: int) -> bool:
    """Whether a sentence names a paragraph or a point of a list by its number."""
    text, code = document.segment_text(segment), _language(document, segment)
    named = (pattern("references", code, kind) for kind in ("paragraph", "point"))
    return any(_NUMBERED.match(text, match.end()) for one in named if one for match in one.finditer(text))


def _foreign(document: Document, segment: int) -> bool:
    """Whether a sentence is in another language than its document."""
    return _language(document, segment) not in (primary(document.language), "und")


def _language(document: Document, segment: int) -> str:
    return document.segments[segment].language.partition("-")[0]


def _nearness(vectors: TfIdf, order: NDArray[np.int64], weights: Weights) -> Numbers:
    """What nearness in words to the opening and to the whole adds to the scores."""
    return weights.gist * _spread(vectors.nearness(np.exp(-order / 3))) + weights.meaning * _spread(vectors.nearness())


def _meant(vectors: Numbers, order: NDArray[np.int64], weights: Weights) -> Numbers:
    """The same in meaning, of the vectors of some texts; `order` is their position among all."""
    opening, whole = np.exp(-order / 3) @ vectors, vectors.sum(axis=0)
    return weights.gist * _spread(vectors @ opening) + weights.meaning * _spread(vectors @ whole)


def _spread(values: Numbers) -> Numbers:
    """Values moved to the range from 0 to 1; zeros where they are all the same."""
    if len(values) == 0 or values.max() == values.min():
        return np.zeros(len(values))
    spread: Numbers = (values - values.min()) / (values.max() - values.min())
    return spread
