"""Signs of a sentence that says what a text is about: its place, its form and the words that show what it does."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.structure.dangling import leans
from translate.choices import Watch
from translate.document import Document
from translate.text.lexicon import pattern
from translate.text.tfidf import TfIdf

Numbers = NDArray[np.float64]

CUES = (
    *("aim", "thesis", "contrast", "advice", "decision", "demand", "money", "deadline", "warning", "rejection"),
    *("support", "conclusion", "body", "duty", "right", "end", "ceremony", "procedure", "us", "me", "ordinal"),
    *("platitude", "recital"),
)
"""Kinds of translate/lexicons/cues.tsv."""

SIGNS = (
    *("first", "early", "last", "late", "middle", "length", "short", "long", "opens_block", "ends_block", "item"),
    *("under_heading", "leans", "central", "figure", "amount", "names", "asks"),
    *CUES,
)
"""Columns of signs(), in order."""

NEARNESS = ("to_all", "to_some", "to_last", "to_next", "to_opening", "to_end")
"""Columns of nearness(), in order."""
# A sentence is held against so many of those nearest to it, and so many that open or end the text.
_SOME, _EDGE = 10, 5

# What a sentence does shows in its beginning; legal ones can be pages long.
_READ_CHARACTERS = 600
_MOST_CUES = 2
_MOST_NAMES = 4
_FIGURE = re.compile(r"\d")
_AMOUNT = re.compile(r"[%٪％€$£¥₽]")
_NAME = re.compile(r"(?<=[^\W\d_A-ZÀ-ÞА-Я][ ,;] )[A-ZÀ-ÞА-Я]\w+|(?<=[^\W\d_] )[A-ZÀ-ÞА-Я]\w+")
_ASKS = re.compile(r"[?？؟][\"'”’»›)]*$")


def signs(document: Document, segments: Sequence[int], vectors: TfIdf, watch: Watch = Watch()) -> Numbers:
    """The signs of some sentences, shape (sentences, len(SIGNS)).

    Args:
        document: Where they stand.
        segments: Their ids, ascending.
        vectors: Their TF-IDF.
        watch: Once it says stop, Stopped is raised.
    """
    order = np.arange(len(segments))
    back = order[::-1]
    size = np.log1p(vectors.lengths)
    kinds = [document.blocks[document.segments[segment].block].kind for segment in segments]
    by_block = document.segments_by_block()
    own = [by_block[document.segments[segment].block] for segment in segments]
    texts = [document.segment_text(segment) for segment in segments]
    form = [
        np.exp(-order / 3),
        np.exp(-order / 12),
        np.exp(-back / 3),
        np.exp(-back / 12),
        1 - 4 * ((order + 0.5) / max(1, len(order)) - 0.5) ** 2,
        size,
        vectors.lengths < 10,
        vectors.lengths > 45,
        [block[0] == segment for block, segment in zip(own, segments, strict=True)],
        [block[-1] == segment for block, segment in zip(own, segments, strict=True)],
        [kind == "list_item" for kind in kinds],
        _under_heading(document, segments),
        [leans(document, segment) for segment in segments],
        vectors.nearness(),
        [_FIGURE.search(text) is not None for text in texts],
        [_AMOUNT.search(text) is not None for text in texts],
        [min(_MOST_NAMES, len(_NAME.findall(text[:_READ_CHARACTERS]))) for text in texts],
        [_ASKS.search(text) is not None for text in texts],
    ]
    cues = [
        [_count(document, segment, text, kind) for kind in CUES]
        for segment, text in watch.each(zip(segments, texts, strict=True))
    ]
    return np.hstack([np.array(form, dtype=np.float64).T, np.array(cues, dtype=np.float64).reshape(-1, len(CUES))])


def nearness(raw: Numbers) -> Numbers:
    """How near each sentence is in meaning to others, shape (sentences, len(NEARNESS)).

    To all of them, in deviations from the mean; and by the cosine of vectors without their mean to the ten nearest, to
    the one before, the one after, the first five and the last five.

    Args:
        raw: Vectors of the sentences in the order of the text, shape (sentences, n).
    """
    if not len(raw):
        return np.zeros((0, len(NEARNESS)))
    mean = raw.mean(axis=0)
    to_all = raw @ mean
    unit = raw - mean
    unit = unit / np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-9)
    alike = unit @ unit.T
    beside = np.diagonal(alike, 1)
    np.fill_diagonal(alike, -1)
    columns = [
        (to_all - to_all.mean()) / (to_all.std() + 1e-9),
        np.sort(alike, axis=1)[:, -_SOME:].mean(axis=1),
        np.concatenate([[0.0], beside]),
        np.concatenate([beside, [0.0]]),
        unit @ unit[:_EDGE].mean(axis=0),
        unit @ unit[-_EDGE:].mean(axis=0),
    ]
    return np.stack(columns, axis=1)


def _count(document: Document, segment: int, text: str, kind: str) -> int:
    """How often a sentence has a cue of a kind; more than twice counts as twice."""
    found = pattern("cues", document.segment_language(segment).partition("-")[0], kind)
    return min(_MOST_CUES, len(found.findall(text[:_READ_CHARACTERS]))) if found else 0


def _under_heading(document: Document, segments: Sequence[int]) -> list[float]:
    """Nearness to the heading above: 1 for the first sentence under it, 1/2 for the second; 0 without one."""
    since, distance = {}, 0
    for segment, place in enumerate(document.segments):
        distance = 1 if document.blocks[place.block].kind == "heading" else distance + (distance > 0)
        since[segment] = distance
    return [1 / (since[segment] - 1) if since[segment] > 1 else 0.0 for segment in segments]
