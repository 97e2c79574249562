"""The share of doubt: a logistic model of the signals, whose weights `python -m benchmarks.meaning --fit` writes."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

LISTED = 0.33
"""Score from which a sentence is in the list of errors and warnings.

Cross-validated on the 610 judged sentences, the whole list has from 0.4 on 8 % of them, 26 % of the seriously wrong,
and 76 % of its own are wrong; from 0.36 11, 36, 76; from 0.33 14, 44, 72; from 0.3 17, 51, 70.
"""
REASSURING = 0.2
"""Score under which nothing is made of the engine's own uncertainty: of 9 such 3 were wrong, of 9 others 6."""
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
    """How likely a reader would be misled, 0 to 1, to three digits.

    Args:
        signals: As signals() gives them, at least those that the weights name.
        weights: Those of the package if None.
    """
    found = weights or fitted()
    total = found.bias + sum(own.weight * standing(signals[name], own) for name, own in found.signals.items())
    return round(1 / (1 + math.exp(-total)), _DIGITS)


def standing(value: float, own: Weight) -> float:
    """A signal's deviations from its mean, at most three either way."""
    deviations = (math.log1p(max(value, 0.0)) - own.mean) / own.deviation
    return min(max(deviations, -_MOST_DEVIATIONS), _MOST_DEVIATIONS)


@cache
def fitted() -> Weights:
    """The weights that the package carries."""
    read = json.loads(files("translate.doubt").joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(read["bias"], {name: Weight(*numbers) for name, numbers in read["signals"].items()})
