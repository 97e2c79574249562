"""Route: the way a text takes from one language into another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One engine on one pair.

    Attributes:
        engine: Key in ENGINES.
        source: BCP 47 code.
        target: BCP 47 code.
        model: Name for people, such as "Firefox tiny".
    """

    engine: str
    source: str
    target: str
    model: str


@dataclass(frozen=True, slots=True)
class Route:
    """One step, or two that meet in a pivot language; none where nothing had to be translated."""

    source: str
    target: str
    steps: tuple[Step, ...]
