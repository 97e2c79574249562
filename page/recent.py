"""Briefings made before: in this tab, and on this machine where its reader wants them kept."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeVar

import streamlit as st

from page import frame, several
from page.plain import plain
from page.request import Request
from page.run import Run
from summarize import Briefing
from summarize.choices import BriefChoices
from summarize.export.json import checked_in, from_json
from summarize.export.wording import language_name
from summarize.shelf import Entry, Shelf, is_keeping_wanted
from translate import InputError, PolicyTextError
from translate.languages.wording import in_language

T = TypeVar("T")

_MOST_IN_TAB = 5
"""Briefings of this tab that can be gone back to; each takes as much memory as its text and translation."""
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def leave(run: Run) -> None:
    """Turn from a briefing or a comparison to the form, which leads back to it."""
    earlier = [other for other in _earlier() if other.key != run.key]
    if not several.holds(run):
        st.session_state["earlier"] = [run, *earlier][:_MOST_IN_TAB]
    st.session_state["run"] = None


def leave_button(run: Run, words: dict[str, str]) -> None:
    """Draw the way back to the form, which still holds what was in it, and leads back here."""
    st.button(words["again"], key="again", icon=":material/arrow_back:", type="tertiary", on_click=leave, args=(run,))


def is_private() -> bool:
    """Whether only whoever sits at this machine reaches the page; else nothing is kept on it for all who do."""
    return st.get_option("server.address") in _LOOPBACK


def is_kept() -> bool:
    """Whether briefings are kept on this machine."""
    return is_private() and is_keeping_wanted() is True


def ask(run: Run, words: dict[str, str]) -> None:
    """Ask once whether briefings are to be kept on this machine; until then none is."""
    if not is_private() or is_keeping_wanted() is not None:
        return
    with st.popover(words["keep_short"], icon=":material/lock_open:", type="tertiary"):
        st.write(words["keep_ask"])
        with st.container(horizontal=True):
            st.button(words["keep_yes"], key="keep_yes", on_click=_answer, args=(True, run))
            st.button(words["keep_no"], key="keep_no", on_click=_answer, args=(False, run))


def option(words: dict[str, str]) -> None:
    """Draw the choice under the form's options, and a way to forget all; nothing where others reach the page too."""
    if not is_private():
        return
    st.session_state["keep_option"] = is_kept()
    st.checkbox(words["keep_option"], key="keep_option", on_change=lambda: _want(st.session_state["keep_option"]))
    if _entries(set()):
        st.button(words["forget_all"], key="forget_all", type="tertiary", on_click=_forget_all)


def keep(run: Run) -> None:
    """Keep a finished briefing as it is now, with its ticks, where that is wanted."""
    if run.briefing is not None and is_kept():
        briefing = run.briefing
        run.kept = _shelved(lambda shelf: shelf.keep(briefing, run.checked, run.kept), run.kept)


def keep_ticks(run: Run) -> None:
    """Keep what the reader ticked off, where the briefing is kept."""
    if run.kept:
        _shelved(lambda shelf: shelf.tick(run.kept, run.checked), None)


def show(words: dict[str, str]) -> None:
    """Draw the list; nothing where there is none."""
    if fault := st.session_state.pop("recent_fault", None):
        st.error(plain(fault), icon=":material/error:")
    earlier = _earlier()
    entries = _entries({run.kept for run in earlier})
    if not earlier and not entries:
        return
    with st.container(key="recent", gap=None):
        st.markdown(f"**{words['recent']}**")
        for run in earlier:
            if run.comparison is not None:
                old, new = run.comparison.old, run.comparison.new
                _line(run.key, " → ".join(filter(None, (old.name, new.name))), words["recent_versions"], words)
            elif run.briefing is not None:
                briefing = run.briefing
                name = run.title or briefing.document.name
                _line(run.key, name, _ways(briefing.document.language, briefing.target), words)
        for entry in entries:
            day = datetime.fromtimestamp(entry.kept_s, UTC).date().isoformat()
            _line(entry.key, entry.name, f"{_ways(entry.source, entry.target)} · {day}", words, entry)


def _line(key: str, name: str, more: str, words: dict[str, str], entry: Entry | None = None) -> None:
    """One briefing: its name opens it, and one that is kept can be forgotten."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"recent_{key}"):
        st.button(
            plain(name or words["recent_unnamed"]), key=f"open_{key}", type="tertiary", on_click=_open, args=(key,)
        )
        st.caption(more, width="content")
        if entry is not None:
            st.button(words["forget"], key=f"forget_{key}", type="tertiary", on_click=_forget, args=(key,))


def _ways(source: str, target: str) -> str:
    """The two languages in the reader's words."""
    return " → ".join(language_name(code, frame.language()) for code in (source, target))


def _earlier() -> list[Run]:
    """Runs of this tab that have a briefing, the last first."""
    found: list[Run] = st.session_state.get("earlier", [])
    return found


def _entries(open_already: set[str]) -> tuple[Entry, ...]:
    """What is kept on this machine and not in this tab's list."""
    if not is_private() or is_keeping_wanted() is None:
        return ()
    kept: tuple[Entry, ...] = _shelved(lambda shelf: shelf.entries(), ())
    return tuple(entry for entry in kept if entry.key not in open_already)


def _answer(wanted: bool, run: Run) -> None:
    """Note what the reader answered, and keep the briefing that was asked about."""
    _want(wanted)
    keep(run)


def _want(wanted: bool) -> None:
    """Note whether the reader wants briefings kept."""
    _shelved(lambda shelf: shelf.want(wanted), None)


def _forget_all() -> None:
    """Take every kept briefing from this machine."""
    _shelved(Shelf.forget_all, None)


def _open(key: str) -> None:
    """Turn to a briefing of this tab, or to one that is kept."""
    for run in _earlier():
        if run.key == key:
            st.session_state["run"] = run
            return
    try:
        with Shelf() as shelf:
            briefing, ticks = shelf.open(key)
    except PolicyTextError as error:
        st.session_state["recent_fault"] = in_language(error.message, frame.language())
        return
    _reopen(briefing, ticks, key)


def open_file(content: bytes) -> None:
    """Turn to a briefing that was downloaded as JSON.

    Raises:
        FormatError: It is none.
    """
    text = content.decode("utf-8-sig", "replace")
    _reopen(from_json(text), checked_in(text), "")


def _reopen(briefing: Briefing, ticks: Iterable[str], key: str) -> None:
    """Turn to a briefing made before."""
    request = Request(briefing.document, briefing.target, choices=BriefChoices(briefing.document.language))
    run = Run(request, frame.engines(), briefing)
    run.checked, run.kept = set(ticks), key
    st.session_state["run"] = run


def _forget(key: str) -> None:
    """Take a kept briefing from this machine."""
    _shelved(lambda shelf: shelf.forget(key), None)


def _shelved(use: Callable[[Shelf], T], otherwise: T) -> T:
    """What is done with the kept briefings; `otherwise` where there is no opening the place that they are in."""
    with suppress(InputError), Shelf() as shelf:
        return use(shelf)
    return otherwise
