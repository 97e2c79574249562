"""find_route(): the best installed way from one language into another, and what would make one where none is."""

from collections.abc import Iterator, Mapping
from itertools import chain

from translate.engines.engine import Engine
from translate.engines.pivot import PivotEngine
from translate.engines.registry import BY_NAME_ONLY, EngineSet
from translate.errors import EngineError, LanguageError
from translate.languages import LANGUAGES, name_of
from translate.route import Route, Step

__all__ = ["EngineSet", "describe", "find_route", "open_route", "targets"]


def find_route(
    source: str, target: str, *, engine: str | None = None, engines: Mapping[str, Engine] | None = None
) -> Route:
    """The best route between two languages with what is installed now: direct before pivot, better before worse.

    Args:
        source: BCP 47 code of the text.
        target: BCP 47 code wanted.
        engine: Name of the only engine to use; required for those that are used by name only ("pseudo").
        engines: Engines by name; an engine that raises EngineError when it is asked for is left out. By default a
            new EngineSet, which loads no model.

    Returns:
        The route; without any step where source and target are the same.

    Raises:
        LanguageError: No route leads there. The message names what would make one, best first.
        EngineError: The engine that was asked for by name is unknown or its packages are missing.
    """
    if source == target:
        return Route(source, target, ())
    known = EngineSet() if engines is None else engines
    usable, missing = _usable(known, engine)
    found = min(chain(_direct(source, target, usable), _pivots(source, target, usable)), key=_preference, default=None)
    if found is None:
        raise LanguageError(_no_route(source, target, engine, missing))
    return found


def targets(source: str, *, engines: Mapping[str, Engine] | None = None) -> tuple[tuple[str, Route], ...]:
    """Every language that the source can be translated into now, with the route it would take, in code order."""
    known = EngineSet() if engines is None else engines
    usable, _ = _usable(known, None)
    found = []
    for target in LANGUAGES:
        ways = chain(_direct(source, target, usable), _pivots(source, target, usable))
        best = min(ways, key=_preference, default=None) if target != source else None
        if best is not None:
            found.append((target, best))
    return tuple(found)


def open_route(route: Route, engines: Mapping[str, Engine]) -> Engine:
    """The engine that takes a route: the step's own, or two joined in the pivot language.

    Args:
        route: One or two steps.
        engines: Where the steps' engines are found, by name.

    Raises:
        ValueError: The route has no step: there is nothing to translate.
        EngineError: An engine of the route cannot run here.
    """
    if not route.steps:
        raise ValueError(f"nothing to open: {route.source} is already the target language")
    first = engines[route.steps[0].engine]
    if len(route.steps) == 1:
        return first
    return PivotEngine(first, engines[route.steps[1].engine], route.steps[0].target)


def describe(route: Route) -> str:
    """The route for people: "Russian → English by Firefox tiny; English → Portuguese by Firefox tiny"."""
    return "; ".join(f"{name_of(step.source)} → {name_of(step.target)} by {step.model}" for step in route.steps)


def _usable(known: Mapping[str, Engine], name: str | None) -> tuple[dict[str, Engine], tuple[str, ...]]:
    """Engines that may be used and can run, and in words why the others can't."""
    if name is not None:
        try:
            return {name: known[name]}, ()
        except KeyError as error:
            raise EngineError(f"There is no engine {name!r}; known are {', '.join(known)}. Choose one.") from error
    usable, missing = {}, []
    for candidate in known:
        if candidate not in BY_NAME_ONLY:
            try:
                usable[candidate] = known[candidate]
            except EngineError as error:
                missing.append(str(error))
    return usable, tuple(missing)


def _direct(source: str, target: str, usable: Mapping[str, Engine]) -> Iterator[Route]:
    """Routes of one step."""
    for name, engine in usable.items():
        if engine.supports(source, target):
            yield Route(source, target, (Step(name, source, target, engine.describe(source, target)),))


def _pivots(source: str, target: str, usable: Mapping[str, Engine]) -> Iterator[Route]:
    """Routes of two steps, through every language that is neither source nor target."""
    for via in LANGUAGES:
        if via not in (source, target):
            for first in _direct(source, via, usable):
                for second in _direct(via, target, usable):
                    yield Route(source, target, first.steps + second.steps)


def _preference(route: Route) -> tuple[int, int]:
    """Sort key: the best route comes first; among equals the first found."""
    english = route.steps[0].target == "en"
    return len(route.steps), 0 if english else 1


def _no_route(source: str, target: str, engine: str | None, missing: tuple[str, ...]) -> str:
    """Why there is no way and what would make one."""
    by = f" by the engine {engine!r}" if engine else ""
    pair = f"{source}-{target}"
    cures = [f"python -m translate models install {pair}", *missing]
    return (
        f"No installed model leads from {name_of(source)} to {name_of(target)}{by}. "
        f"What would make a way, best first: {'; '.join(cures)}."
    )
