"""Changes of the judged sentences: which are where people saw an error, and the weights fitted on that."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.logistic import fit
from translate.doubt.changes import Change, find_changes, signals_of_changes
from translate.doubt.evidence import Evidence, Word
from translate.doubt.judgement import TELLING
from translate.doubt.model import Weights, probability
from translate.text.embedding import fast_embedder

_SEVERAL = re.compile(r"\s*(?:;|\.\.\.|…|/)\s*")


class Changes(NamedTuple):
    """The changes of one sentence: the signals of each, and whether each is where people saw an error."""

    signals: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


def changes_of(rows: Sequence[Mapping[str, str]], evidence: Sequence[Evidence]) -> list[Changes]:
    """The changes of every row."""
    found = [find_changes(own) for own in evidence]
    signals = signals_of_changes(list(zip(evidence, found, strict=True)), fast_embedder())
    return [
        Changes(tuple(measured), tuple(_is_right(row, known, change) for change in own))
        for row, known, own, measured in zip(rows, evidence, found, signals, strict=True)
    ]


def fit_changes(changes: Iterable[Changes], ridge: float) -> Weights:
    """Weights of the changes' signals."""
    listed = [(signals, right) for own in changes for signals, right in zip(own.signals, own.right, strict=True)]
    names = list(listed[0][0])
    values = np.array([[signals[name] for name in names] for signals, _ in listed])
    return fit(names, values, np.array([right for _, right in listed]), ridge)


def told(own: Changes, weights: Weights) -> tuple[bool, bool]:
    """Whether a change is likely enough an error to be told, and whether the likeliest is where people saw one."""
    shares = [probability(signals, weights) for signals in own.signals]
    likeliest = max(shares, default=0.0)
    return likeliest >= TELLING, bool(shares) and own.right[shares.index(likeliest)]


def _is_right(row: Mapping[str, str], evidence: Evidence, change: Change) -> bool:
    """Whether a change touches the words that people named, on either side."""
    return bool(row["severity"]) and (
        _touches(change.own, evidence.source, row["source_words"])
        or _touches(change.target, evidence.target, row["target_words"])
    )


def _touches(words: Iterable[Word], text: str, named: str) -> bool:
    """Whether a word stands in one of the stretches of a text that are named."""
    places = [(text.casefold().find(part.casefold()), len(part)) for part in _SEVERAL.split(named) if part]
    return any(0 <= start < word.end and word.start < start + length for word in words for start, length in places)
