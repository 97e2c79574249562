"""The screen of two versions: what changed between them, sentence by sentence, with downloads."""

from html import escape
from typing import Any

import streamlit as st

from page import already, downloads, frame, recent
from page.bar import return_html, search_html
from page.components import component
from page.run import Run
from summarize.comparison import Comparison
from summarize.export.comparison.html import (
    change_html,
    check_html,
    facts_html,
    head_html,
    points_html,
    runs,
    version_heads_html,
)
from summarize.export.comparison.rows import change_rows
from summarize.export.wording import wording

_GROUP_ROWS = 40
"""Rows put in place in one frame, as those of a briefing."""


def show(run: Run) -> None:
    """Draw the screen.

    Args:
        run: Finished, with a comparison.
    """
    words, reader = frame.words(), frame.language()
    _comparison_of(run)
    with st.container(key="actions", horizontal=True, vertical_alignment="center"):
        recent.leave_button(run, words)
        frame.retry_button(run)
        downloads.show_comparison(run, words)
    already.show(run, words)
    _comparison(run, words, reader)


@st.fragment
def _comparison(run: Run, words: dict[str, str], reader: str) -> None:
    """The component; a correction comes back here without the rest being drawn again."""
    comparison, version = _comparison_of(run), f"{run.key} {reader}"
    view = st.session_state.get("comparison_view")
    if view is None or view["version"] != version:
        view = {"version": version, "revision": 0, **comparison_view(comparison, words, reader)}
    if view["revision"] != run.revision:  # the rest stands in the browser already
        view = {**view, "revision": run.revision, **corrected_view(comparison, reader)}
    st.session_state["comparison_view"] = view
    component("comparison")(key="comparison", data=view, on_corrected_change=lambda: _correct(run))


def _correct(run: Run) -> None:
    """Put the reader's translation into the comparison."""
    change: dict[str, Any] = st.session_state["comparison"]["corrected"]
    run.correct(int(change["segment"]), str(change["text"]))


def _comparison_of(run: Run) -> Comparison:
    """The comparison of a finished run."""
    if run.comparison is None:
        raise RuntimeError("the screen of two versions was asked for before they are compared")
    return run.comparison


def comparison_view(comparison: Comparison, words: dict[str, str], reader: str) -> dict[str, Any]:
    """Everything that the comparison component shows.

    Args:
        comparison: What compare() gave.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
    """
    across, rows = comparison.is_across, change_rows(comparison)
    search = search_html({**words, "search": words["search_versions"]}, 2)
    found = [(folded, [change_html(row, across, reader) for row in run]) for folded, run in runs(rows, reader)]
    return {
        "reader": reader,
        "words": words,
        "frame": '<div class="above" data-slot="above"></div><section class="text changes sides-2">'
        f"<h2>{escape(wording(reader)['changes_text'])}</h2>"
        f'<div class="bar"><div class="tools" role="search">{search}'
        f'<span class="right"><button type="button" class="print">{escape(words["print"])}</button></span></div>'
        f"{version_heads_html(across, reader)}</div></section>{return_html(words)}",
        "slots": {"above": _above(comparison, reader)},
        "edited": {},
        "restorable": {},
        "remarks": {},
        "parts": [{"name": escape(folded), "open": False, "groups": _groups(lines)} for folded, lines in found],
    }


def corrected_view(comparison: Comparison, reader: str) -> dict[str, Any]:
    """What a correction changes of that: rows with a sentence that the reader translated, and all above the text.

    Args:
        comparison: With corrections.
        reader: BCP 47 code of the language that the page speaks.
    """
    edited = {}
    translation = comparison.new_translation
    for row in change_rows(comparison) if translation is not None else ():
        own = [number - 1 for number in row.new.numbers] if row.new else []
        if translation is not None and len(own) == 1 and translation.hypotheses[own[0]].origin == "edited":
            edited[str(own[0])] = change_html(row, False, reader)
    return {"slots": {"above": _above(comparison, reader)}, "edited": edited}


def _above(comparison: Comparison, reader: str) -> str:
    """What stands above the text: names and counts, what changed, values, what to check."""
    rows = change_rows(comparison)
    parts = (
        head_html(comparison, reader),
        "" if comparison.is_across else points_html(comparison, rows, reader),
        facts_html(comparison, rows, reader),
        check_html(comparison, rows, reader),
    )
    return "".join(parts)


def _groups(rows: list[str]) -> list[str]:
    """HTML of the rows, some at a time."""
    return ["".join(rows[start : start + _GROUP_ROWS]) for start in range(0, len(rows), _GROUP_ROWS)]
