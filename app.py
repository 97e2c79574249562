"""The Streamlit page's conductor: which of its three screens a reader sees. Start it with `streamlit run app.py`."""

import streamlit as st

from page import briefing, form, frame, progress


def main() -> None:
    """The form, then a run's progress, then its briefing; after an error the form again."""
    frame.show()
    run = st.session_state.get("run")
    if run is None:
        form.show()
    elif not run.finished:
        progress.show(run)
    elif run.briefing is not None:
        briefing.show(run)
    else:
        form.show(run.error)


main()
