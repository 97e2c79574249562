"""The third screen: the briefing, with its language to correct, its downloads, and answers to what a reader does."""

from dataclasses import replace
from typing import Any

import streamlit as st

from page import already, asking, downloads, frame, model_card, recent, term_form
from page.choices import source_languages
from page.components import component
from page.run import Run
from page.views import briefing_view, corrected_view, has_no_way
from summarize import Briefing
from summarize.export.wording import language_name
from translate.languages.table import UNDETERMINED
from translate.reading.draft import COMMENTS


def show(run: Run) -> None:
    """Draw the screen.

    Args:
        run: Finished, with a briefing.
    """
    words = frame.words()
    with st.container(key="actions", horizontal=True, vertical_alignment="center"):
        recent.leave_button(run, words)
        frame.retry_button(run)
        _language(run, words)
        term_form.show(run, words)
        _comments(run, words)
        downloads.show(run, words)
        recent.ask(run, words)
    if not run.kept:
        recent.keep(run)
    already.show(run, words)
    briefing = _briefing_of(run)
    if has_no_way(briefing):
        source = briefing.document.language
        model_card.show(source, briefing.target, done=lambda: frame.start(run.request), note=words["card_summary"])
    _briefing(run)


def _language(run: Run, words: dict[str, str]) -> None:
    """The language found, and a way to say that it is another."""
    briefing, reader = _briefing_of(run), frame.language()
    found = briefing.document.language
    name = language_name(found, reader)
    with st.popover(words["detected_short"].format(language=name), icon=":material/translate:"):
        if run.request.choices.language is not None:
            st.write(words["detected_given"])
        elif found == UNDETERMINED:
            st.write(words["detected_unsure"])
        else:
            share = round(100 * briefing.detection.confidence)
            st.write(words["detected_sure"].format(language=name, share=min(share, 99)))
        offered = source_languages(reader)
        chosen = st.selectbox(
            words["detected"],
            offered,
            index=offered.index(found) if found in offered else None,
            format_func=lambda code: language_name(code, reader),
            key=f"correct_language_{run.key}",
            label_visibility="collapsed",
        )
    if chosen is not None and chosen != found:
        target = briefing.target
        choices = replace(run.request.choices, language=chosen)
        frame.start(replace(run.request, target=target, choices=choices))
        st.rerun()


def _comments(run: Run, words: dict[str, str]) -> None:
    """A switch for the comments of a file that has any."""
    wanted = run.request.choices.comments
    if not wanted and not any(issue.kind == COMMENTS for issue in _briefing_of(run).document.issues):
        return
    if st.checkbox(words["comments"], wanted, key=f"comments_{run.key}") != wanted:
        frame.start(replace(run.request, choices=replace(run.request.choices, comments=not wanted)))
        st.rerun()


@st.fragment
def _briefing(run: Run) -> None:
    """The component; what the reader does in it comes back here without the rest being drawn again."""
    reader = frame.language()
    version = f"{run.key} {reader}"
    view = st.session_state.get("view")
    if view is None or view["version"] != version:
        questions = asking.suggestions(run)
        view = {"version": version, "revision": 0, **briefing_view(_briefing_of(run), frame.words(), reader, questions)}
    if view["revision"] != run.revision:  # the rest stands in the browser already
        changed = corrected_view(_briefing_of(run), frame.words(), reader, run.touched, run.tabled)
        view = {**view, "revision": run.revision, **changed}
    st.session_state["view"] = view
    component("briefing")(
        key="briefing",
        data={
            **view,
            "restorable": {str(segment): text for segment, text in run.restorable.items()},
            "checked": sorted(run.checked),
            "unsaved": not run.kept and bool(run.revision or run.checked),
            "asked": st.session_state.get("asked", [0, ""]),
        },
        on_corrected_change=lambda: _correct(run),
        on_checked_change=lambda: _check(run),
        on_asked_change=lambda: _ask(run),
    )


def _correct(run: Run) -> None:
    """Put the reader's translation into the briefing, or the engine's back."""
    change: dict[str, Any] = st.session_state["briefing"]["corrected"]
    if change["text"] is None:
        run.take_back(int(change["segment"]))
    else:
        run.correct(int(change["segment"]), str(change["text"]))
    recent.keep(run)


def _check(run: Run) -> None:
    """Note what the reader ticked off."""
    change: dict[str, Any] = st.session_state["briefing"]["checked"]
    run.tick(str(change["issue"]), bool(change["checked"]))
    recent.keep_ticks(run)


def _ask(run: Run) -> None:
    """Answer the reader's question; by the number the browser knows that it was heard."""
    fault = asking.ask(run, str(st.session_state["briefing"]["asked"]))
    st.session_state["asked"] = [st.session_state.get("asked", [0, ""])[0] + 1, fault]


def _briefing_of(run: Run) -> Briefing:
    """The briefing of a finished run."""
    if run.briefing is None:
        raise RuntimeError("the briefing's screen was asked for before there is a briefing")
    return run.briefing
