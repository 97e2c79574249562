"""A reader's terms: asked for before a run, and after it a table of what the translation did with each."""

from collections.abc import Sequence

import streamlit as st

from page import frame
from page.plain import plain
from page.run import Run
from summarize import Briefing
from translate import InputError, PolicyTextError
from translate.languages.table import UNDETERMINED
from translate.languages.wording import in_language
from translate.reading.encoding import decode
from translate.resources.adherence import Adherence, Collision, adherence, collisions
from translate.resources.glossary import Glossary, parse_glossary

_MOST_PLACES = 12
"""Sentence numbers shown for one term; more would be a list nobody reads in a small window."""


def ask(words: dict[str, str]) -> None:
    """Draw a place for the terms, and a way to fill it from a file; what is wrong with them stands below.

    Args:
        words: The page's words.
    """
    st.markdown(f"**{words['glossary']}**")
    _text_area(words, 100)
    st.file_uploader(
        words["glossary_file"],
        type=["csv", "tsv", "txt"],
        key="glossary_file",
        on_change=_take_file,
        label_visibility="collapsed",
    )
    wrong = fault()
    if wrong:
        st.error(plain(wrong), icon=":material/error:")


def fault() -> str:
    """What is wrong with the terms, or with the file that they were to come from; empty where nothing is."""
    try:
        parse_glossary(st.session_state.get("glossary") or "", UNDETERMINED, UNDETERMINED)
    except PolicyTextError as error:
        return in_language(error.message, frame.language())
    wrong: str = st.session_state.get("glossary_fault", "")
    return wrong


def _text_area(words: dict[str, str], height: int) -> str:
    """The terms; the same text before a run and after it."""
    text: str = st.text_area(
        words["glossary_terms"],
        placeholder=words["glossary_example"],
        height=height,
        key="glossary",
        persist_state="page",
        on_change=_forget_fault,
    )
    return text


def _take_file() -> None:
    """Put a file's terms where they can be seen and edited."""
    uploaded = st.session_state["glossary_file"]
    _forget_fault()
    if uploaded is None:
        return
    try:
        st.session_state["glossary"] = decode(uploaded.getvalue())
    except InputError as error:
        st.session_state["glossary_fault"] = in_language(error.message, frame.language())


def _forget_fault() -> None:
    """What was wrong with a file is no longer of interest."""
    st.session_state["glossary_fault"] = ""


def show(run: Run, words: dict[str, str]) -> None:
    """Draw the table in a window of its own.

    Args:
        run: Finished, with a translation; without one nothing is drawn.
        words: The page's words.
    """
    if run.briefing is not None and run.briefing.translation is not None:
        with st.popover(words["glossary"], icon=":material/dictionary:"):
            _table(run, run.briefing)


@st.fragment
def _table(run: Run, briefing: Briefing) -> None:
    """The terms and their report; a change draws only these again."""
    words = frame.words()
    text = _text_area(words, 140)
    try:
        found = parse_glossary(text, briefing.document.language, briefing.target)
    except PolicyTextError as error:
        st.error(plain(in_language(error.message, frame.language())))
        return
    if found.terms:
        _report(found, run.briefing or briefing, words)


def _report(glossary: Glossary, briefing: Briefing, words: dict[str, str]) -> None:
    """Term by term: how often it was kept and where not; then terms that became one."""
    if briefing.translation is None:
        return
    sources = dict(enumerate(briefing.document.texts))
    targets = dict(enumerate(briefing.translation.target.texts))
    kept = adherence(glossary, sources, targets)
    if kept:
        st.table(rows(kept, words))
    else:
        st.text(words["glossary_unused"])
    for entry in collisions(glossary, sources, targets):
        st.text(collision_sentence(entry, words))


def rows(entries: Sequence[Adherence], words: dict[str, str]) -> dict[str, list[str]]:
    """The report's columns by their heads.

    Args:
        entries: What the translation did with each term.
        words: The page's words.

    Returns:
        Markdown, as st.table takes it; the terms are escaped.
    """
    return {
        words["glossary_source"]: [plain(entry.term.source) for entry in entries],
        words["glossary_target"]: [plain(entry.term.target) for entry in entries],
        words["glossary_kept"]: [f"{len(e.used)} / {len(e.used) + len(e.missed)}" for e in entries],
        words["glossary_missed"]: [_places(entry.missed) for entry in entries],
    }


def collision_sentence(entry: Collision, words: dict[str, str]) -> str:
    """Two terms that became one, in words.

    Args:
        entry: The two terms, and where.
        words: The page's words.
    """
    line = words["glossary_collision"].format(term=entry.term.source, other=entry.other.source)
    return f"{line} {words['glossary_look'].format(places=_places(entry.segments))}" if entry.segments else line


def _places(segments: tuple[int, ...]) -> str:
    """Sentence numbers, as the rows have them."""
    shown = ", ".join(str(segment + 1) for segment in segments[:_MOST_PLACES])
    return f"{shown} …" if len(segments) > _MOST_PLACES else shown
