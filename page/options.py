"""What a reader may decide but need not: the text's language, engine, summary method and length."""

from dataclasses import dataclass

import streamlit as st

from page import frame
from page.choices import engine_names, source_languages
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
    """

    language: str | None = None
    engine: str | None = None
    method: str | None = None
    points: int | None = None
    genre: str | None = None


def options(words: dict[str, str]) -> Options:
    """Draw the expander; what was chosen stays while other screens are shown."""
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
        _models(words, reader)
    return Options(language or None, engine or None, method or None, int(points) or None, genre or None)


def _models(words: dict[str, str], reader: str) -> None:
    """Which models are here, and how another gets here."""
    st.markdown(f"**{words['models']}**")
    for model in installed_models():
        names = [language_name(code, reader) for code in (model.source, model.target)]
        st.markdown(f"{names[0]} → {names[1]} · {model.kind} · {model.licence}")
    st.caption(words["models_add"])
    st.code("python -m translate models install fr-en", language=None)
