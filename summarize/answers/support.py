"""How likely a passage is about what was asked, from the words that it shares and the meaning that it has."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from summarize.answers.question import sought
from summarize.answers.ranking import Asked, Found, Ranking

# Sentences on either side whose words count with a passage's.
_BESIDE = 2
_WIDER = 8


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells a passage that answers from one that does not.

    Attributes:
        words: Whether words could be compared: the question was had in the passage's language.
        values: With words: shares of the question's terms, by weight, that stand in the passage and two sentences on
            either side, in eight, anywhere in the texts; nearness in meaning. Without: nearness alone.
    """

    words: bool
    values: tuple[float, ...]


def signals(asked: Asked, ranking: Ranking, found: Found, rows: Sequence[int]) -> Signals:
    """The signals of a passage.

    Args:
        asked: The question.
        ranking: The units.
        found: What the question found among them.
        rows: Positions of the passage's units.
    """
    first, last, run = min(rows), max(rows), next(run for run in ranking.runs if run.start <= rows[0] < run.stop)
    near, wide = (range(max(run.start, first - n), min(run.stop, last + n + 1)) for n in (_BESIDE, _WIDER))
    nearness = float(max(found.near[row] for row in near))
    best: tuple[float, ...] | None = None
    for code, table in found.tables.items():
        if rows[0] not in table.place:
            continue
        weights = {term: table.weight(term) for term in sought(asked.forms[code], code)}
        total = sum(weights.values()) or 1.0
        everywhere = range(len(ranking.units))
        shares = tuple(
            sum(weight for term, weight in weights.items() if any(table.has(row, term) for row in span)) / total
            for span in (near, wide, everywhere)
        )
        best = shares if best is None else max(best, shares)
    return Signals(True, (*best, nearness)) if best is not None else Signals(False, (nearness,))


def support(found: Signals, weights_by_kind: Mapping[str, list[float]] | None = None) -> float:
    """0 to 1: how likely the passage is about what was asked.

    Args:
        found: The passage's signals.
        weights_by_kind: "words" and "meaning": a constant and a weight a signal; the package's own if None.
    """
    constant, *weights = (weights_by_kind or _weights())["words" if found.words else "meaning"]
    return 1 / (1 + exp(-constant - sum(w * value for w, value in zip(weights, found.values, strict=True))))


def threshold() -> float:
    """Support below which the text does not say."""
    return float(_weights()["threshold"][0])


@cache
def _weights() -> dict[str, list[float]]:
    """support.json, as `python -m benchmarks.ask --fit` wrote it."""
    found: dict[str, list[float]] = json.loads((files("summarize.answers") / "support.json").read_text("utf-8"))
    return found
