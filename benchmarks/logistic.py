"""Logistic regression with a ridge, in NumPy: few numbers, fitted exactly."""

import numpy as np
from numpy.typing import NDArray

from translate.doubt.model import Weight, Weights, standing

_STEPS = 50


def fit(names: list[str], values: NDArray[np.float64], wrong: NDArray[np.bool_], ridge: float) -> Weights:
    """The weights of signals, by Newton's method.

    Args:
        names: Of the signals.
        values: Shape (sentences, signals), as signals() gives them.
        wrong: Which sentences are.
        ridge: Penalty on squared weights, of signals brought to mean 0 and deviation 1; the bias has none.
    """
    logs = np.log1p(np.maximum(values, 0))
    mean, deviation = logs.mean(axis=0), np.maximum(logs.std(axis=0), 1e-9)
    places = [Weight(*numbers, 0.0) for numbers in zip(mean.tolist(), deviation.tolist(), strict=True)]
    standings = [[standing(value, own) for value, own in zip(row, places, strict=True)] for row in values.tolist()]
    design = np.hstack([np.ones((len(values), 1)), np.array(standings)])
    penalty = ridge * np.eye(design.shape[1])
    penalty[0, 0] = 0
    beta = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (p - wrong) + penalty @ beta
        hessian = (design * (p * (1 - p))[:, None]).T @ design + penalty
        beta = beta - np.linalg.solve(hessian, gradient)
    rows = zip(names, mean, deviation, beta[1:], strict=True)
    return Weights(float(beta[0]), {name: Weight(float(m), float(d), float(w)) for name, m, d, w in rows})
