"""Several files at once: where each of them stands, and the way to its briefing."""

import streamlit as st

from page import frame
from page.plain import plain
from page.progress import sentence
from page.request import Request
from page.run import Run
from translate import PolicyTextError
from translate.languages.wording import in_language

MOST = 20
"""Files at once; each that is done takes as much memory as its text and translation."""
_LOOK_S = 1.0


def has_room(files: int) -> bool:
    """Whether so many more can be listed."""
    return len(_runs()) + files <= MOST


def begin(requests: list[Request]) -> None:
    """Begin a run for each, listed below those that are there already."""
    st.session_state["several"] = [*_runs(), *map(frame.begin, requests)]


def holds(run: Run) -> bool:
    """Whether a run is in the list."""
    return any(other.key == run.key for other in _runs())


def show(words: dict[str, str]) -> None:
    """Draw the list; nothing where there is none."""
    if not _runs():
        return
    with st.container(key="several", gap=None):
        st.markdown(f"**{words['several']}**")
        _lines(words)


def _lines(words: dict[str, str]) -> None:
    """All of them, looked at again and again until all are done."""
    under_way = any(not run.finished for run in _runs())

    @st.fragment(run_every=_LOOK_S if under_way else None)
    def looked_at() -> None:
        runs = _runs()
        for run in runs:
            _line(run, words)
        if under_way and all(run.finished for run in runs):
            st.rerun()  # what is looked at no longer changes

    looked_at()


def _line(run: Run, words: dict[str, str]) -> None:
    """One file: its name, which opens its briefing once there is one, and where it stands."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"several_{run.key}"):
        if run.briefing is None:
            st.text(run.request.name, width="content")
        elif st.button(plain(run.request.name), key=f"see_{run.key}", type="tertiary"):
            st.session_state["run"] = run
            st.rerun()  # all of the page, of which this is a part
        st.caption(_state(run, words), width="content")
        label = words["remove" if run.finished else "several_stop"]
        st.button(label, key=f"drop_{run.key}", type="tertiary", on_click=_drop, args=(run,))


def _state(run: Run, words: dict[str, str]) -> str:
    """Where a run stands, in words."""
    if isinstance(run.error, PolicyTextError):
        return plain(in_language(run.error.message, frame.language()))
    if run.error is not None:
        return words["several_failed"]
    if not run.finished:
        return sentence(run.progress(), run.stopping, words)
    return words["several_ready" if run.complete else "several_part"]


def _drop(run: Run) -> None:
    """Take a run from the list, and end it."""
    run.leave()
    st.session_state["several"] = [other for other in _runs() if other.key != run.key]


def _runs() -> list[Run]:
    """The runs of this tab's list, in the order in which they came."""
    found: list[Run] = st.session_state.get("several", [])
    return found
