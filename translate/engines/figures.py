"""How good each engine's models are, as published; the table figures.tsv says where each figure comes from."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("figures.tsv")
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Figure:
    """A model's quality on a pair.

    Attributes:
        value: 0 to 1, higher is better; comparable only within a metric.
        metric: "COMET" (COMET22), "COMET, estimated" or "chrF".
        exact: Whether it is of this very pair; else it is the model's mean over many.
    """

    value: float
    metric: str
    exact: bool


def figure(model: str, source: str, target: str) -> Figure | None:
    """The published figure of a model on a pair, or its mean over pairs; None where nothing is published.

    Args:
        model: Name for people, as Engine.describe() gives it, such as "Firefox tiny".
        source: BCP 47 code.
        target: BCP 47 code.

    >>> figure("Firefox tiny", "en", "pt")
    Figure(value=0.89, metric='COMET', exact=True)
    """
    rows = _rows()
    families = [name for name in rows if model.casefold().startswith(name.casefold())]
    for family in sorted(families, key=len, reverse=True):
        for pair in (f"{source}-{target}", _ANY):
            if pair in rows[family]:
                value, metric = rows[family][pair]
                return Figure(value, metric, pair != _ANY)
    return None


def pairs_with_figures(family: str) -> frozenset[tuple[str, str]]:
    """Pairs of BCP 47 codes for which a family of models has a figure of its own, and so exists."""
    return frozenset(_pair(pair) for pair in _rows().get(family, {}) if pair != _ANY)


def _pair(text: str) -> tuple[str, str]:
    """Both codes of "en-zh-Hans"."""
    first, *rest = text.split("-")
    if rest[0][0].isupper():
        return f"{first}-{rest[0]}", "-".join(rest[1:])
    return first, "-".join(rest)


@cache
def _rows() -> dict[str, dict[str, tuple[float, str]]]:
    """Value and metric by family and pair."""
    found: dict[str, dict[str, tuple[float, str]]] = {}
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        family, pair, value, metric = line.split("\t")
        found.setdefault(family, {})[pair] = float(value), metric
    return found
