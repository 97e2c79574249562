"""What the form offers: languages, those with a way first, and engines that can run here."""

import streamlit as st

from page import frame
from summarize.export.wording import language_name
from summarize.methods.registry import DEFAULT_METHOD, METHODS
from translate import LANGUAGES, EngineError, PolicyTextError, targets
from translate.engines.registry import BY_NAME_ONLY
from translate.routing.routes import find_route

_USUAL_SOURCES = ("en", "pt")
"""Languages whose ways are shown before the text's own language is known."""


@st.cache_data(ttl=60, show_spinner=False)
def reachable(source: str | None) -> tuple[str, ...]:
    """Languages that a text can be translated into now.

    Args:
        source: BCP 47 code of the text, or None where it isn't known yet.
    """
    known = frame.engines()
    return tuple(dict.fromkeys(target for code in _sources(source) for target, _ in targets(code, engines=known)))


def target_languages(source: str | None, reader: str) -> list[str]:
    """Every language but the text's own: those with a way first, each group by its name in the reader's language."""
    open_ways = set(reachable(source))
    return sorted(
        (code for code in LANGUAGES if code != source),
        key=lambda code: (code not in open_ways, language_name(code, reader).casefold()),
    )


def source_languages(reader: str) -> list[str]:
    """Every language by its name in the reader's language."""
    return sorted(LANGUAGES, key=lambda code: language_name(code, reader).casefold())


def default_target(source: str | None, locale: str | None) -> str:
    """The browser's language where the text isn't in it already, else English, else Portuguese."""
    own = (locale or "").replace("_", "-")
    wanted = [code for code in (own, own.split("-")[0], "en", "pt") if code in LANGUAGES and code != source]
    return wanted[0]


def method_names() -> tuple[str, ...]:
    """Summary methods beside the usual one that need no model of the reader's."""
    return tuple(name for name in METHODS if name not in {DEFAULT_METHOD, "abstractive"})


def other_engines(source: str | None, target: str) -> tuple[str, ...]:
    """Engines to choose from, in the router's order; empty where there is no choice.

    Args:
        source: BCP 47 code of the text, or None where it isn't known yet.
        target: BCP 47 code.
    """
    found = tuple(name for name in _engine_names() if any(engines_of_way(c, target, name) for c in _sources(source)))
    return found if len(found) > 1 else ()


def _engine_names() -> tuple[str, ...]:
    """Engines that can run here and translate, in the router's order."""
    return tuple(name for name in frame.engines() if name not in BY_NAME_ONLY and _runs(name))


def _sources(source: str | None) -> tuple[str, ...]:
    """The text's language, or those that it may well be in."""
    return _USUAL_SOURCES if source is None else (source,)


@st.cache_data(ttl=60, show_spinner=False)
def engines_of_way(source: str, target: str, engine: str | None) -> tuple[str, ...]:
    """Names of the engines that would translate now, one a step; empty where there is no way.

    Args:
        source: BCP 47 code of the text.
        target: BCP 47 code.
        engine: Key in ENGINES, or None for the best way.
    """
    try:
        route = find_route(source, target, engine=engine, engines=frame.engines())
    except PolicyTextError:
        return ()
    return tuple(step.engine for step in route.steps)


def second_engines(source: str | None, target: str, engine: str | None) -> tuple[str, ...]:
    """Engines that can give a second opinion: they have a way of their own, and are not asked already.

    Args:
        source: BCP 47 code of the text, or None where it isn't known yet.
        target: BCP 47 code.
        engine: Key in ENGINES of the first, or None for the best way.
    """
    return tuple(
        name
        for name in _engine_names()
        if any(
            engines_of_way(code, target, name) and name not in engines_of_way(code, target, engine)
            for code in _sources(source)
        )
    )


def _runs(name: str) -> bool:
    """Whether an engine can be made here."""
    try:
        frame.engines()[name]
    except EngineError:
        return False
    return True
