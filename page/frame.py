"""What stands around every screen: the name, the language of the page, and what all sessions share."""

import json
from collections.abc import Mapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from threading import Thread

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from page import run_log
from page.queue import Turns
from page.readers import Readers
from page.request import Request
from page.run import Run
from page.sessions import Sessions
from page.texts import LANGUAGES, nearest, texts
from summarize import brief
from translate import Engine, EngineSet, PolicyTextError
from translate.text.word_list import is_word

_AT_ONCE = 2
"""Briefings made at once: one for a long text, one for the others; more only take the processor from each other."""
_LONG_CHARACTERS = 50_000
"""Some twenty pages; what takes no longer than a few seconds counts as short."""
_LONG_BEGUN = 4
"""Long texts in memory at once, each with its translation."""


def show(title: str = "") -> None:
    """Set the page up and draw its top line.

    Args:
        title: Of the briefing that is shown; the browser's tab is named after it.
    """
    # A file of ours: Streamlit fetches the picture of an icon that is only named from another server.
    st.set_page_config(
        f"{title} · Entente" if title else "Entente", str(Path(__file__).with_name("icon.svg")), layout="wide"
    )
    if "page" not in st.session_state:
        asked = st.query_params.get("page")
        st.session_state["page"] = asked if asked in LANGUAGES else nearest(st.context.locale)
    refused = json.dumps(words()["refused"].format(size=st.get_option("server.maxUploadSize")), ensure_ascii=False)
    styles = (files("page") / "page.css").read_text("utf-8")
    st.html(f"<style>:root {{ --refused: {refused}; }}\n{styles}</style>")
    with st.container(key="top", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html('<p class="wordmark">Entente</p>', width="content")
        st.selectbox(
            texts(language())["interface_language"],
            LANGUAGES,
            format_func=lambda code: texts(code)["language_name"],
            key="page",
            persist_state="page",
            on_change=_language_chosen,
            label_visibility="collapsed",
            width=140,
        )
    # For screen readers and hyphenation. A component would do it too, but brings Streamlit's Arrow to the first screen.
    st.html(f"<script>document.documentElement.lang = '{language()}'</script>", unsafe_allow_javascript=True)


def _language_chosen() -> None:
    """Keep the choice in the page's address, so that a bookmark keeps it too."""
    st.query_params["page"] = st.session_state["page"]


def language() -> str:
    """BCP 47 code of the language that the page speaks to this reader."""
    chosen: str = st.session_state.get("page") or nearest(st.context.locale)
    return chosen


def words() -> dict[str, str]:
    """The page's words in this reader's language."""
    return texts(language())


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Load what a first briefing needs while its reader is still choosing a text, once a server."""
    run_log.begin()
    readers().start()
    Thread(target=_brief_once, args=(engines(),), daemon=True).start()


def _brief_once(known: Mapping[str, Engine]) -> None:
    """A briefing each way between the languages of the page, for nobody; what fails here fails visibly later."""
    for source, target in (("en", "pt"), ("pt", "en")):
        with suppress(PolicyTextError):
            brief("Article 1. The Parties meet once a year.", target, language=source, engines=known)
        is_word("year", target)  # unpacks the list of a language's words, which takes a second


@st.cache_resource(show_spinner=False, on_release=EngineSet.close)
def engines() -> EngineSet:
    """The engines of this server: all sessions share their loaded models, and nothing else."""
    return EngineSet()


@st.cache_resource(show_spinner=False, on_release=Readers.close)
def readers() -> Readers:
    """The processes of this server that read files and texts."""
    return Readers()


@st.cache_resource(show_spinner=False)
def turns() -> Turns:
    """The order in which this server's readers are served."""
    return Turns(_AT_ONCE, _LONG_CHARACTERS, _LONG_BEGUN)


@st.cache_resource(show_spinner=False)
def sessions() -> Sessions:
    """Who is there."""
    found = Sessions(_is_there)
    found.watch()
    return found


def _is_there(session: str) -> bool:
    """Whether a session's page is connected; where there is no server, nobody can go."""
    return not runtime.exists() or runtime.get_instance().is_active_session(session)


def begin(request: Request) -> Run:
    """A run for this session, made from now on as long as the session is there."""
    run = Run(request, engines(), readers=readers(), turns=turns())
    context = get_script_run_ctx()
    if context is not None:
        sessions().hold(context.session_id, run)
    return run


def start(request: Request) -> None:
    """Begin a run for this session, which is shown from now on."""
    st.session_state["run"] = begin(request)


def retry_button(run: Run) -> None:
    """Draw a way to make what was stopped or broke off again; nothing where it is whole."""
    if not run.complete:
        st.button(words()["try_again"], key="retry", icon=":material/refresh:", on_click=start, args=(run.request,))
