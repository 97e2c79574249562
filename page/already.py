"""That a text stands in the language wanted already, and another one to have it in."""

from dataclasses import replace

import streamlit as st

from page import frame
from page.choices import default_target
from page.run import Run
from summarize.export.wording import language_name
from translate.languages.table import UNDETERMINED
from translate.tag import primary


def show(run: Run, words: dict[str, str]) -> None:
    """Draw the sentence and the other choice; nothing where the text had to be translated.

    Args:
        run: Finished.
        words: The page's words.
    """
    language, reader = language_in_both(run), frame.language()
    if not language:
        return
    key = "already" if run.comparison is None else "already_versions"
    other = default_target(language, reader)
    with st.container(key="already", horizontal=True, vertical_alignment="center"):
        st.write(words[key].format(language=language_name(language, reader)))
        label = words[f"{key}_other"].format(language=language_name(other, reader))
        st.button(label, key="already_other", on_click=frame.start, args=(replace(run.request, target=other),))


def language_in_both(run: Run) -> str:
    """BCP 47 code of the language that the text, or each version, is in and is wanted in; empty where there is none."""
    if run.comparison is not None:
        codes = {run.comparison.old.language, run.comparison.new.language, run.request.target}
    elif run.briefing is not None:
        codes = {run.briefing.document.language, run.briefing.target}
    else:
        return ""
    found = {primary(code) for code in codes}
    return min(codes) if len(found) == 1 and UNDETERMINED not in found else ""
