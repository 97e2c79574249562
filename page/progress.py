"""The second screen: how far a run is, its sentences as they come, and a way to stop it."""

from math import ceil
from typing import Any

import streamlit as st

from page import frame
from page.components import component
from page.run import Progress, Run
from page.views import live_view
from translate import Document

_POLL_S = 0.5
"""Between two looks at the run; shorter costs the translating thread, longer feels late."""
_LOOK_S = 0.1
_STOPPING_S = 1.0
"""How long a look lasts at a run that was told to stop: it mostly ends in that time."""
_REPEATED_POLLS = 4
"""Looks whose sentences are sent again, so that one that the browser skipped loses nothing."""


def show(run: Run) -> None:
    """Draw the screen, and turn to the briefing when the run is finished.

    Args:
        run: Under way.
    """
    with st.container(key="progress"):
        document = run.document
        _watch(run, document is not None)
        if document is not None:  # outside the part that is drawn again and again: the text is sent once
            component("live")(key="live", data=_view(run, document))


@st.fragment(run_every=_POLL_S)
def _watch(run: Run, has_text: bool) -> None:
    """One look at the run.

    Args:
        run: Looked at.
        has_text: Whether the text stands below already; if not, everything is drawn again when it is read.
    """
    if run.wait(_STOPPING_S if run.stopping else _LOOK_S) or (run.document is not None and not has_text):
        st.rerun()
    words, progress = frame.words(), run.progress()
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.progress(progress.share, text=sentence(progress, run.stopping, words))
        st.button(
            words["stop"],
            key="stop",
            on_click=run.stop,
            disabled=run.stopping,
            icon=":material/stop_circle:",
        )
    polls: list[int] = st.session_state.setdefault(f"polls_{run.key}", [0])
    fresh = run.arrivals(polls[0])
    component("arrivals")(key="arrivals", data={"arrived": [[segment, h.text] for segment, h in fresh]})
    st.session_state[f"polls_{run.key}"] = [*polls, polls[0] + len(fresh)][-_REPEATED_POLLS:]


def _view(run: Run, document: Document) -> dict[str, Any]:
    """The text as the component takes it, made once."""
    view: dict[str, Any] | None = st.session_state.get("live_view")
    if view is None or view["version"] != run.key:
        view = {"version": run.key, **live_view(document, run.target, frame.words(), frame.language())}
        st.session_state["live_view"] = view
    return view


def sentence(progress: Progress, stopping: bool, words: dict[str, str]) -> str:
    """Stage and time left in words.

    Args:
        progress: Of a run under way.
        stopping: Whether it was told to stop.
        words: The page's words.
    """
    if stopping:
        return words["stopping"]
    done, total = progress.done, progress.total
    name = progress.stage
    if name == "translating" and done == total > 0:
        name = "checking"
    elif name == "checking" and total > 1:
        name = "reading_back"
    if progress.ahead:
        return words["stage_ahead_one" if progress.ahead == 1 else "stage_ahead"].format(count=progress.ahead)
    stage = words[f"stage_{name}"].format(done=done, total=total)
    left = progress.seconds_left
    if left is None:
        return stage
    if left < 5:
        return f"{stage} · {words['left_soon']}"
    if left < 90:
        return f"{stage} · {words['left_seconds'].format(count=ceil(left / 5) * 5)}"
    return f"{stage} · {words['left_minutes'].format(count=ceil(left / 60))}"
