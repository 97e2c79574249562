"""When does the text not say: the weights and the bound of refusal, fitted on some documents and tried on others."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from summarize.answers.support import CLOSE_ONLY, KNOWN, Signals, support

FOLDS = 5
_WEIGHTS = Path(__file__).resolve().parent.parent / "summarize" / "answers" / "support.json"
# Share of unanswerable reworded questions that the bound refuses where it is fitted. To take a passage for an answer
# that is none is worse than to read the answer among those shown where none surely answers.
_REFUSED = 0.75
_RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Tried:
    """A question to a document, and what was found.

    Attributes:
        reworded: Whether it was asked in other words than the text's on purpose; the bound is set by these.
        answerable: Whether the text says it.
        right: Whether each passage answers, the best first.
        found: Signals of each.
    """

    document: str
    genre: str
    reworded: bool
    answerable: bool
    right: tuple[bool, ...]
    found: tuple[Signals, ...]


def fitted(tried: Sequence[Tried]) -> dict[str, list[float]]:
    """A constant and a weight a signal, with the slow model and without, and the bound for both.

    The first right passage of each answerable question against the first of each unanswerable one; reworded questions
    count as much as all others together.
    """
    weights: dict[str, list[float]] = {}
    bounds = []
    for known in KNOWN:
        rows: list[tuple[Signals, bool, bool]] = []
        for one in tried:
            places = [i for i, right in enumerate(one.right) if right] if one.answerable else [0]
            if one.found and places:
                rows.append((_known(one.found[places[0]], known), one.answerable, one.reworded))
        values = np.array([found.values for found, _, _ in rows])
        right, reworded = (np.array([row[i] for row in rows], dtype=bool) for i in (1, 2))
        shares = np.where(reworded, 1.0, reworded.sum() / max(1, (~reworded).sum()))
        weights[known] = [round(float(w), 4) for w in _logistic(values, right, shares)]
        best = [_best(one, weights, known) for one in tried if one.reworded and not one.answerable]
        bounds.append(round(float(np.quantile(best, _REFUSED)), 4))
    return weights | {"threshold": bounds}


def judged(tried: Sequence[Tried], weights: dict[str, list[float]]) -> list[bool]:
    """Whether each question is refused."""
    return [_best(one, weights, KNOWN[0]) < weights["threshold"][0] for one in tried]


def across(tried: Sequence[Tried], fit: Callable[[Sequence[Tried]], dict[str, list[float]]] = fitted) -> list[bool]:
    """Whether each is refused, with weights and bound from other documents."""
    documents = sorted({one.document for one in tried})
    refused: dict[int, bool] = {}
    for fold in range(FOLDS):
        own = set(documents[fold::FOLDS])
        weights = fit([one for one in tried if one.document not in own])
        places = [i for i, one in enumerate(tried) if one.document in own]
        refused |= dict(zip(places, judged([tried[i] for i in places], weights), strict=True))
    return [refused[i] for i in range(len(tried))]


def write(tried: Sequence[Tried]) -> None:
    """Put weights into the package."""
    _WEIGHTS.write_text(json.dumps(fitted(tried), indent=1) + "\n", encoding="utf-8")


def _known(found: Signals, known: str) -> Signals:
    """The signals as they are without the slow model, if that is asked for."""
    return Signals("near", found.values[CLOSE_ONLY:]) if found.known == "close" and known == "near" else found


def _best(one: Tried, weights: dict[str, list[float]], known: str) -> float:
    """The support of the passage that has most."""
    return max((support(_known(found, known), weights) for found in one.found), default=0.0)


def _logistic(
    values: NDArray[np.float64], right: NDArray[np.bool_], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """A constant and a weight a signal, by Newton's method, with a ridge on the weights."""
    design = np.hstack([np.ones((len(values), 1)), values])
    penalty, beta = np.diag([0.0] + [_RIDGE] * values.shape[1]), np.zeros(values.shape[1] + 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ beta))
        hessian = (design * (shares * p * (1 - p))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(hessian, design.T @ (shares * (p - right)) + penalty @ beta)
    return beta
