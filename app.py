"""The Streamlit page's conductor: which of its screens a reader sees. Start it with `streamlit run app.py`."""

import streamlit as st

from page import briefing, comparison, form, frame, progress


def main() -> None:
    """The form, then a run's progress, then its briefing; the form again after an error."""
    run = st.session_state.get("run")
    frame.show("" if run is None else run.title)
    # A place for each screen: what a reader leaves goes at once, not when the next screen is complete.
    at_form, at_progress, at_briefing = st.empty(), st.empty(), st.empty()
    if run is not None and run.comparison is not None:
        with at_briefing.container():
            comparison.show(run)
    elif run is None or (run.finished and run.briefing is None):
        with at_form.container():
            form.show(None if run is None else run.error)
    elif run.briefing is None:
        with at_progress.container():
            progress.show(run)
    else:
        with at_briefing.container():
            briefing.show(run)


main()
