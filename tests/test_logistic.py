"""The fit behind the weights of doubt."""

import math

import numpy as np
import pytest

from benchmarks.logistic import fit
from translate.doubt.model import probability

# Signal 0 in four sentences of which one is wrong, 1 in four of which three are.
VALUES = np.array([[0.0]] * 4 + [[1.0]] * 4)
WRONG = np.array([True, False, False, False, True, True, True, False])


@pytest.mark.parametrize(("value", "share"), [(0.0, 0.25), (1.0, 0.75)])
def test_fit_without_a_ridge_tells_the_shares_that_were_seen(value: float, share: float) -> None:
    assert probability({"lost": value}, fit(["lost"], VALUES, WRONG, 1e-9)) == share


def test_fit_takes_mean_and_deviation_of_logarithms() -> None:
    weight = fit(["lost"], VALUES, WRONG, 1e-9).signals["lost"]
    assert weight.mean == pytest.approx(math.log(2) / 2)
    assert weight.deviation == pytest.approx(math.log(2) / 2)
    assert weight.weight == pytest.approx(math.log(3))  # a deviation up is odds of 3, as 3 of 4 are wrong


def test_a_ridge_draws_weights_to_nothing_and_leaves_the_mean() -> None:
    weights = fit(["lost"], VALUES, WRONG, 1e9)
    assert probability({"lost": 1.0}, weights) == 0.5
