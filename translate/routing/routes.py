"""find_route(): the best installed way from one language into another, and what would make one where none is."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from math import prod

from translate.engines.figures import figure
from translate.engines.pivot import PivotEngine
from translate.engines.protocol import Engine
from translate.engines.registry import BY_NAME_ONLY, ENGINES, GIST, EngineSet, unknown_engine, usable_engines
from translate.errors import EngineError, LanguageError
from translate.issue import Issue
from translate.languages.table import LANGUAGES, name_of
from translate.message import Message, joined, say
from translate.route import Route, Step
from translate.routing.remedies import remedies

__all__ = ["EngineSet", "describe", "find_route", "is_gist", "open_route", "route_issues", "targets"]

_UNKNOWN_FIGURE = 0.5  # below every published COMET of a kept model: what is known to be good comes first


def find_route(
    source: str, target: str, *, engine: str | None = None, engines: Mapping[str, Engine] | None = None
) -> Route:
    """The best route between two languages with what is installed now.

    A gist comes after everything else; then direct before pivot; then better before worse by published figures.

    Args:
        source: BCP 47 code of the text.
        target: BCP 47 code wanted.
        engine: Name of the only engine to use, or "ENGINE/MODEL" for one of its models. Needed for what is used by
            name only: pseudo, and weights whose licence forbids commercial use.
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
    with usable_engines(engines) as known:
        usable, missing = _usable(known, engine)
        best = _best(source, target, usable, partial(_first_steps, source, usable))
        if best is None:
            raise LanguageError(_no_route(source, target, usable, missing))
        return best


def targets(source: str, *, engines: Mapping[str, Engine] | None = None) -> tuple[tuple[str, Route], ...]:
    """Every language that the source can be translated into now, with the route it would take, in code order."""
    with usable_engines(engines) as known:
        usable, _ = _usable(known, None)
        first_steps = cache(partial(_first_steps, source, usable))
        routes = [_best(source, target, usable, first_steps) for target in LANGUAGES if target != source]
    return tuple((route.target, route) for route in routes if route is not None)


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


def describe(route: Route) -> Message:
    """The route for people; empty where nothing had to be translated.

    >>> describe(Route("ru", "en", (Step("firefox", "ru", "en", "Firefox tiny"),)))
    'Russian → English by Firefox tiny'
    """
    return joined((_described(step) for step in route.steps), "; ")


def _described(step: Step) -> Message:
    """One step for people."""
    names = name_of(step.source), name_of(step.target)
    return say("{source} → {target} by {model}", source=names[0], target=names[1], model=step.model)


def other_engines(source: str, target: str, chosen: Engine, engines: Mapping[str, Engine]) -> tuple[Engine, ...]:
    """Further engines that translate a pair directly, for a second try at what the chosen one got wrong.

    Never one that gives a gist only, nor one that is used by name only.
    """
    usable, _ = _usable(engines, None)
    return tuple(
        engine
        for name, engine in usable.items()
        if engine is not chosen and name not in GIST and engine.supports(source, target)
    )


def is_gist(route: Route) -> bool:
    """Whether the translation only tells what a text is about: some step is by rules."""
    return any(step.engine.partition("/")[0] in GIST for step in route.steps)


def route_issues(route: Route) -> tuple[Issue, ...]:
    """What a reader must know of a route before the sentences: that it gives a gist, or goes through two models."""
    found = []
    if is_gist(route):
        message = say("Translated by rules: this tells what the text is about; do not rely on its wording.")
        found.append(Issue("gist", None, None, message, "warning"))
    if len(route.steps) > 1:
        message = say(
            "Translated through {via}: what {via} does not tell apart is lost, and errors of both steps add up.",
            via=name_of(route.steps[0].target),
        )
        found.append(Issue("pivot", None, None, message, "notice"))
    return tuple(found)


def _usable(known: Mapping[str, Engine], name: str | None) -> tuple[dict[str, Engine], tuple[str, ...]]:
    """Engines that may be used and can run, and in words why the others can't."""
    if name is not None:
        try:
            return {name: known[name]}, ()
        except KeyError as error:
            raise unknown_engine(name, [*known, *ENGINES]) from error
    usable, missing = {}, []
    for candidate in known:
        if candidate not in BY_NAME_ONLY:
            try:
                usable[candidate] = known[candidate]
            except EngineError as error:
                missing.append(error.message)
    return usable, tuple(missing)


def _first_steps(source: str, usable: Mapping[str, Engine]) -> tuple[Step, ...]:
    """Every first half of a route of two steps, into English first, which most models know best."""
    codes = sorted(LANGUAGES, key=lambda code: (code != "en", code))
    return tuple(step for via in codes if via != source for step in _steps(source, via, usable))


def _pivots(target: str, first_steps: tuple[Step, ...], usable: Mapping[str, Engine]) -> Iterator[Route]:
    """Routes of two steps."""
    for first in first_steps:
        if first.target != target:
            for second in _steps(first.target, target, usable):
                yield Route(first.source, target, (first, second))


def _steps(source: str, target: str, usable: Mapping[str, Engine]) -> Iterator[Step]:
    """One step for each engine that supports the pair."""
    for name, engine in usable.items():
        if engine.supports(source, target):
            yield Step(name, source, target, engine.describe(source, target))


def _best(
    source: str, target: str, usable: Mapping[str, Engine], first_steps: Callable[[], tuple[Step, ...]]
) -> Route | None:
    """The route to take, or None; among equals the first. Pivots are tried only where they could be better."""
    direct = [Route(source, target, (step,)) for step in _steps(source, target, usable)]
    best = min(direct, key=_preference, default=None)
    if best is not None and not is_gist(best):
        return best
    return min([*direct, *_pivots(target, first_steps(), usable)], key=_preference, default=None)


def _preference(route: Route) -> tuple[bool, int, float]:
    """Sort key: the best route comes first. A pivot's figure is the product of its steps'."""
    figures = [figure(step.model, step.source, step.target) for step in route.steps]
    return is_gist(route), len(route.steps), -prod(_UNKNOWN_FIGURE if f is None else f.value for f in figures)


def _no_route(source: str, target: str, usable: Mapping[str, Engine], missing: tuple[str, ...]) -> Message:
    """Why there is no way and what would make one."""

    def installed(source: str, target: str) -> bool:
        return any(engine.supports(source, target) for engine in usable.values())

    said = say(
        "None of {engines} translates from {source} into {target} with what is installed.",
        engines=", ".join(usable) or say("the engines"),
        source=name_of(source),
        target=name_of(target),
    )
    cures = [
        Message("{command} ({gives})", {"command": remedy.command, "gives": remedy.gives})
        for remedy in remedies(source, target, installed)
    ]
    cure = say("Nothing that is known here would; ask for Mozilla's newest: python -m translate models list --online.")
    if cures:
        cure = say("What would, best first: {ways}.", ways=joined(cures, "; "))
    others = [say("What cannot run here: {reasons}", reasons=joined(missing))] if missing else []
    return joined([said, cure, *others])
