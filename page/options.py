"""What a reader may decide but need not: the text's language, engines, terms, summary method and length."""

from collections.abc import Iterable, Mapping

import streamlit as st

from page import frame, recent, term_form
from page.choices import method_names, other_engines, second_engines, source_languages
from page.kept_corrections import memory_file, memory_size
from page.plain import plain
from page.request import Request
from summarize.choices import BriefChoices
from summarize.export.wording import language_name
from translate import PolicyTextError
from translate.choices import Choices
from translate.engines.firefox.installed import installed_models
from translate.languages.wording import in_language
from translate.tag import primary
from translate.text.genre import GENRES
from translate.text.variants.variant import VARIANTS

_MOST_POINTS = 30


def show(words: dict[str, str], source: str | None, target: str) -> None:
    """Draw the expander; what is in it only while it is open, because the page is there sooner so.

    Args:
        words: The page's words.
        source: BCP 47 code of the language that the text is taken to be in, or None.
        target: BCP 47 code of the language to translate into.
    """
    expander = st.expander(words["options"], key="options", on_change="rerun")
    if not expander.open:
        return
    reader = frame.language()
    with expander:
        left, right = st.columns(2)
        with left:
            languages = {code: language_name(code, reader) for code in source_languages(reader)}
            _choice("source_language", languages, words)
            server: str = st.session_state.get("server_model", "")
            written = {"abstractive": words["method_server"].format(model=server)} if server else {}
            _choice("method", {**_names("method", method_names(), words), **written}, words)
            served = {"server": words["engine_server"].format(model=server)} if server else {}
            _choice("engine", {**_names("engine", other_engines(source, target), words), **served}, words)
            variants = [variant for variant in VARIANTS if primary(variant) == primary(target)]
            _choice("variant", {variant: words[f"variant_{variant}"] for variant in variants}, words)
        with right:
            _choice("genre", _names("genre", GENRES, words), words)
            st.number_input(
                words["points"],
                1,
                _MOST_POINTS,
                None,
                placeholder=words["points_none"],
                key="points",
                persist_state="page",
            )
            seconds = second_engines(source, target, st.session_state.get("engine") or None)
            _choice("second", _names("engine", seconds, words), words, words["second_help"])
        _ticks(words)
        term_form.ask(words)
        st.checkbox(words["enforce"], key="enforce", persist_state="page")
        _models(words, reader)
        _server(words)


def _server(words: dict[str, str]) -> None:
    """A way to have a program looked for that serves a language model; it is asked nothing before."""
    if st.button(words["server_look"], key="server_look", type="tertiary"):
        try:
            found = frame.engines()["server"].describe("en", "pt")
        except PolicyTextError as error:
            st.info(plain(in_language(error.message, frame.language())))
        else:
            st.session_state["server_model"] = found
            st.rerun()
    elif st.session_state.get("server_model"):
        st.caption(plain(words["server_found"].format(model=st.session_state["server_model"])))


def request(
    source: str | bytes, target: str, otherwise: str | None, name: str, former: tuple[bytes, str] | None = None
) -> Request:
    """What the reader asks for, with the choices made here, whether they are on the screen now or not."""
    state = st.session_state
    translation = Choices(
        engine=state.get("engine") or None,
        second=state.get("second") or None,
        thorough=bool(state.get("thorough")),
        replacing=bool(state.get("enforce")),
        variant=state.get("variant") or None,
    )
    choices = BriefChoices(
        language=state.get("source_language") or None,
        method=state.get("method") or None,
        points=state.get("points"),
        genre=state.get("genre") or None,
        translation=translation,
    )
    memory = memory_file() if state.get("remember") else None
    return Request(source, target, otherwise, name, choices, state.get("glossary") or "", memory, former)


def _names(of: str, keys: Iterable[str], words: dict[str, str]) -> dict[str, str]:
    """Names for people by key; the key itself where there is none."""
    return {key: words.get(f"{of}_{key}", key) for key in keys}


def _choice(key: str, names: Mapping[str, str], words: dict[str, str], explained: str | None = None) -> None:
    """A choice among names, or of none of them; nothing is drawn where there is nothing to choose.

    Args:
        key: Where the choice is kept; the page has words for it, and for none of them.
        names: What may be chosen, with names for people.
        words: The page's words.
        explained: Help.
    """
    offered = {"": words[f"{key}_none"], **names}
    if st.session_state.get(key) not in offered:
        st.session_state[key] = ""
    if names:
        st.selectbox(
            words[key], list(offered), format_func=offered.__getitem__, help=explained, key=key, persist_state="page"
        )


def _ticks(words: dict[str, str]) -> None:
    """What costs the reader something: time, or a file that stays."""
    size = memory_size()
    kept = words["remember_count"].format(count=size) if size else ""
    with st.container(key="ticks", gap=None):
        st.checkbox(words["thorough"], key="thorough", persist_state="page")
        st.caption(words["thorough_cost"])
        st.checkbox(words["remember"], key="remember", persist_state="page")
        st.caption(f"{words['remember_where'].format(file=plain(str(memory_file())))} {kept}")
        recent.option(words)


def _models(words: dict[str, str], reader: str) -> None:
    """Which models are here, and how another gets here."""
    st.markdown(f"**{words['models']}**")
    lines = [
        f"{language_name(model.source, reader)} → {language_name(model.target, reader)} · {plain(model.licence)}"
        for model in installed_models()
    ]
    st.caption("  \n".join([*lines, words["models_add"]]))
    st.code("python -m translate models install fr-en", language=None, wrap_lines=True)
