"""A briefing's downloads: every format there is, made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from page.run import Run
from summarize import FORMATS, export
from summarize.export import file_name
from summarize.export.json import to_json
from translate.formats.registry import FORMATS as BILINGUAL
from translate.formats.registry import write_bilingual


def show(run: Run, words: dict[str, str]) -> None:
    """Draw a button for each format; those for translators' tools only where there is a translation.

    Args:
        run: Finished; corrections made later are in the files too.
        words: The page's words.
    """
    briefing = run.briefing
    if briefing is None:
        return
    with st.popover(words["downloads"], icon=":material/download:", type="primary"):
        for name in [*FORMATS, *([] if briefing.translation is None else BILINGUAL)]:
            st.download_button(
                words.get(f"download_{name}", name.upper()),
                data=_maker(run, name),
                file_name=file_name(briefing, name),
                on_click="ignore",
                type="tertiary",
                key=f"download_{name}",
            )


def _maker(run: Run, name: str) -> Callable[[], str | bytes]:
    """A function that makes the file of the briefing as it is when the button is pressed."""

    def make() -> str | bytes:
        if run.briefing is None:
            raise RuntimeError("a run that had a briefing lost it")
        if name == "json":
            return to_json(run.briefing, run.checked)
        if name in FORMATS or run.briefing.translation is None:
            return export(run.briefing, name)
        return write_bilingual(run.briefing.translation, name)

    return make
