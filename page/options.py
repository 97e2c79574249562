"""What a reader may decide but need not: the text's language, engines, terms, summary method and length."""

from dataclasses import dataclass

import streamlit as st

from page import frame, glossary
from page.choices import engine_names, second_engines, source_languages
from summarize import METHODS
from summarize.export.wording import language_name
from summarize.genre import GENRES
from translate.models import installed_models

_MOST_POINTS = 30


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of the expander; None means that Entente decides.

    Attributes:
        language: BCP 47 code of the text.
        engine: Key in ENGINES.
        method: Key in METHODS.
        points: Number of summary points.
        genre: One of GENRES.
        second: Key in ENGINES, for a second opinion.
        terms: Text of a glossary, or empty.
        sound: Whether that text is a glossary; the expander says what is wrong with it.
    """

    language: str | None = None
    engine: str | None = None
    method: str | None = None
    points: int | None = None
    genre: str | None = None
    second: str | None = None
    terms: str = ""
    sound: bool = True


def options(words: dict[str, str], source: str | None, target: str) -> Options:
    """Draw the expander; what was chosen stays while other screens are shown.

    Args:
        words: The page's words.
        source: BCP 47 code of the language that the text is taken to be in, or None.
        target: BCP 47 code of the language to translate into.
    """
    reader = frame.language()
    with st.expander(words["options"], key="options"):
        left, right = st.columns(2)
        language = left.selectbox(
            words["source_language"],
            ["", *source_languages(reader)],
            format_func=lambda code: words["source_detect"] if not code else language_name(code, reader),
            key="source_language",
            persist_state="page",
        )
        engine = right.selectbox(
            words["engine"],
            ["", *engine_names()],
            format_func=lambda name: name or words["engine_best"],
            key="engine",
            persist_state="page",
        )
        method = left.selectbox(
            words["method"],
            ["", *METHODS],
            format_func=lambda name: name or words["method_default"],
            key="method",
            persist_state="page",
        )
        genre = right.selectbox(
            words["genre"],
            ["", *GENRES],
            format_func=lambda name: words["genre_guess" if not name else f"genre_{name}"],
            key="genre",
            persist_state="page",
        )
        points = left.number_input(
            words["length"], 0, _MOST_POINTS, 0, help=words["length_help"], key="points", persist_state="page"
        )
        with right:
            second = _second(words, second_engines(source, target, engine or None))
        terms, sound = glossary.ask(words)
        _models(words, reader)
    return Options(
        language or None, engine or None, method or None, int(points) or None, genre or None, second, terms, sound
    )


def _second(words: dict[str, str], engines: tuple[str, ...]) -> str | None:
    """An engine for a second opinion; nothing is drawn where no second one leads to the target."""
    if not engines:
        return None
    offered = ["", *engines]
    if st.session_state.get("second") not in offered:
        st.session_state["second"] = ""
    chosen: str = st.selectbox(
        words["second"],
        offered,
        format_func=lambda name: name or words["second_none"],
        help=words["second_help"],
        key="second",
        persist_state="page",
    )
    return chosen or None


def _models(words: dict[str, str], reader: str) -> None:
    """Which models are here, and how another gets here."""
    st.markdown(f"**{words['models']}**")
    for model in installed_models():
        names = [language_name(code, reader) for code in (model.source, model.target)]
        st.markdown(f"{names[0]} → {names[1]} · {model.kind} · {model.licence}")
    st.caption(words["models_add"])
    st.code("python -m translate models install fr-en", language=None)
