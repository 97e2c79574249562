"""The share of doubt: a logistic model of the signals, whose weights `python -m benchmarks.meaning --fit` writes."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

LISTED = 0.32
"""Score from which a sentence is in the list of errors and warnings, if it has a change to tell.

Cross-validated on the 610 judged sentences, these are 9.5 % with 37 % of the seriously wrong, and 84 % are wrong; from
0.3 on 10.7 % with 41 %, and 83 % are wrong. Of 94 others from 0.3 on, a reader found 76 % wrong, and 59 % with a reason
that pointed at the fault; from 0.32 on 78 and 61, and from 0.33 on 80 and 63.
"""
CALIBRATED = frozenset({"en", "pt"})
"""Languages of the judged sentences."""
_DIGITS = 3
_MOST_DEVIATIONS = 3.0
"""How far a signal can be from its mean: beyond, nothing was seen when the weights were fitted."""


class Weight(NamedTuple):
    """What a signal counts: its mean and deviation after log(1 + x), and its weight."""

    mean: float
    deviation: float
    weight: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model: what an average sentence has, in log odds, and each signal's weight by name."""

    bias: float
    signals: Mapping[str, Weight]

    @property
    def signature(self) -> str:
        """Changes with any number of the model."""
        return sha256(repr((self.bias, sorted(self.signals.items()))).encode()).hexdigest()[:8]


def probability(signals: Mapping[str, float], weights: Weights | None = None) -> float:
    """How likely what the weights were fitted on, 0 to 1, to three digits: that a reader would be misled.

    Args:
        signals: By name; one that is missing counts as the mean.
        weights: Those of the package if None.
    """
    found = weights or fitted()
    total = found.bias + sum(
        own.weight * standing(signals[name], own) for name, own in found.signals.items() if name in signals
    )
    return round(1 / (1 + math.exp(-total)), _DIGITS)


def standing(value: float, own: Weight) -> float:
    """A signal's deviations from its mean, at most three either way."""
    deviations = (math.log1p(max(value, 0.0)) - own.mean) / own.deviation
    return min(max(deviations, -_MOST_DEVIATIONS), _MOST_DEVIATIONS)


def fitted() -> Weights:
    """The weights of a sentence's signals that the package carries."""
    return _read("sentence")


def fitted_changes() -> Weights:
    """The weights of a change's signals that the package carries."""
    return _read("change")


def fitted_words() -> Weights:
    """The weights of the signals of a word of the translation that the package carries."""
    return _read("word")


@cache
def _read(kind: str) -> Weights:
    """Weights of one kind."""
    read = json.loads(files("translate.doubt").joinpath("weights.json").read_text(encoding="utf-8"))[kind]
    return Weights(read["bias"], {name: Weight(*numbers) for name, numbers in read["signals"].items()})
