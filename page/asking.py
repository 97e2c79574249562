"""A question to the text: asked above the columns, answered by its passages."""

import streamlit as st

from page import frame, recent
from page.plain import plain
from page.run import Run
from summarize.answers.suggestions import suggested
from translate import PolicyTextError
from translate.languages.wording import in_language

_MOST_SUGGESTIONS = 3


def show(run: Run, words: dict[str, str]) -> None:
    """Draw the question's line, and below it what could be asked while nothing has been.

    Args:
        run: Finished, with a briefing.
        words: The page's words.
    """
    briefing = run.briefing
    if briefing is None:
        return
    with st.container(key="question", gap="small"):
        with st.form("question_form", clear_on_submit=True, border=False):
            line = st.container(horizontal=True, vertical_alignment="bottom")
            with line:
                asked = st.text_input(
                    words["question"], placeholder=words["question_example"], label_visibility="collapsed"
                )
                go = st.form_submit_button(words["ask"], icon=":material/search:")
        if not briefing.answers:
            _suggestions(run)
    fault = st.session_state.pop("question_fault", None)
    if go and asked.strip():
        with st.spinner(words["asking"]):
            _ask(run, asked)
        st.rerun()
    if fault:
        st.error(plain(fault), icon=":material/error:")


def _suggestions(run: Run) -> None:
    """Questions that the text has something to say to."""
    briefing = run.briefing
    if briefing is None:
        return
    target = None if briefing.translation is None else briefing.translation.target
    key = f"suggestions_{run.key}_{frame.language()}"
    if key not in st.session_state:
        found = suggested(briefing.document, target, _MOST_SUGGESTIONS, briefing.facts)
        st.session_state[key] = [in_language(question, frame.language()) for question in found]
    with st.container(horizontal=True, key="suggestions"):
        for number, question in enumerate(st.session_state[key]):
            st.button(plain(question), key=f"suggestion_{number}", type="tertiary", on_click=_ask, args=(run, question))


def _ask(run: Run, question: str) -> None:
    """Answer a question, or say why that cannot be."""
    try:
        run.ask(question, frame.engines())
    except PolicyTextError as error:
        st.session_state["question_fault"] = in_language(error.message, frame.language())
    else:
        recent.keep(run)
