"""Places in the judged sentences: which are where people saw an error, and the weights fitted on that."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.logistic import fit
from translate.doubt.evidence import Evidence, Word
from translate.doubt.judgement import Candidate, candidates, told
from translate.doubt.model import Weights
from translate.text.embedding import fast_embedder

_SEVERAL = re.compile(r"\s*(?:;|\.\.\.|…|/)\s*")


class Places(NamedTuple):
    """Where errors may be in one sentence, and whether each is where people saw one."""

    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]


def places_of(rows: Sequence[Mapping[str, str]], evidence: Sequence[Evidence]) -> list[Places]:
    """The places of every row."""
    found: dict[str, Places] = {}
    for pair in dict.fromkeys(row["pair"] for row in rows):
        own = [(row, known) for row, known in zip(rows, evidence, strict=True) if row["pair"] == pair]
        listed = candidates([known for _, known in own], fast_embedder(), pair.split("-")[1])
        for (row, known), places in zip(own, listed, strict=True):
            right = tuple(_is_right(row, known, place) for place in places)
            found[row["id"]] = Places(tuple(places), right)
    return [found[row["id"]] for row in rows]


def fit_places(places: Iterable[Places], ridge: float, changes: bool) -> Weights:
    """Weights of the signals of changes, or of words of the translation."""
    listed = [
        (place.signals, right)
        for own in places
        for place, right in zip(own.candidates, own.right, strict=True)
        if place.is_change == changes
    ]
    names = list(listed[0][0])
    values = np.array([[signals[name] for name in names] for signals, _ in listed])
    return fit(names, values, np.array([right for _, right in listed]), ridge)


def right_told(own: Places, weights: Mapping[str, Weights]) -> tuple[bool, bool, bool]:
    """Whether a place is told, whether the likeliest is where people saw an error, and whether one of them is."""
    chosen = told(own.candidates, weights["change"], weights["word"])
    right = [own.right[next(i for i, one in enumerate(own.candidates) if one is place)] for place in chosen]
    return bool(right), right[:1] == [True], any(right)


def _is_right(row: Mapping[str, str], evidence: Evidence, place: Candidate) -> bool:
    """Whether a place touches the words that people named: on either side, a word of the translation on its own."""
    if not row["severity"]:
        return False
    return _touches(place.target, evidence.target, row["target_words"]) or (
        place.is_change and _touches(place.own, evidence.source, row["source_words"])
    )


def _touches(words: Iterable[Word], text: str, named: str) -> bool:
    """Whether a word stands in one of the stretches of a text that are named."""
    places = [(text.casefold().find(part.casefold()), len(part)) for part in _SEVERAL.split(named) if part]
    return any(0 <= start < word.end and word.start < start + length for word in words for start, length in places)
