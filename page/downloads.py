"""A briefing's downloads: every format there is, made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from page import frame, recent
from page.plain import plain
from page.run import Run
from summarize import FORMATS, Briefing, export
from summarize.export import file_name
from summarize.export.comparison.formats import (
    COMPARISON_DOCUMENTS,
    COMPARISON_FORMATS,
    COMPARISON_PRINTED,
    comparison_file_name,
    export_comparison_file,
)
from summarize.export.formats import DOCUMENTS, PRINTED, export_file, own_file_name
from summarize.export.json import to_json
from summarize.export.pdf import program as printer
from translate import PolicyTextError
from translate.formats.registry import CODED, write_bilingual
from translate.formats.registry import FORMATS as BILINGUAL
from translate.languages.wording import in_language
from translate.reading.kind import kind_of
from translate.reading.reader import READERS
from translate.writing.codes import codes_of
from translate.writing.writer import MADE_ANEW, WRITERS, write


def show(run: Run, words: dict[str, str]) -> None:
    """Draw a button for each format: what most want first, the rest folded.

    Those for translators' tools are there only where there is a translation.

    Args:
        run: Finished; corrections made later are in the files too.
        words: The page's words.
    """
    briefing = run.briefing
    if briefing is None:
        return
    with (
        st.popover(words["downloads"], icon=":material/download:", type="primary"),
        st.container(gap=None),  # a dozen buttons in one look
    ):
        own = _own_suffix(run).removeprefix(".")
        if own:
            label = words["download_own"].format(kind=own.upper())
            _button(label, own_file_name(briefing, own), _own(run), "download_own")
        first = [*DOCUMENTS, *(PRINTED if printer() else ())]
        for name in first:
            _button(words[f"download_{name}"], file_name(briefing, name), _export(run, name), f"download_{name}")
        with st.expander(words["downloads_more"]), st.container(gap=None):
            for name in FORMATS:
                _button(words[f"download_{name}"], file_name(briefing, name), _export(run, name), f"download_{name}")
            for name in BILINGUAL if briefing.translation is not None else ():
                key = f"bilingual_{name}"
                _button(words[key], file_name(briefing, name), _bilingual(run, name), key)
            if briefing.translation is not None:
                _upload(run, words)


def _upload(run: Run, words: dict[str, str]) -> None:
    """A place for an edited XLIFF file, and what came of it; the next one makes room for another."""
    st.markdown(f"**{words['edited']}**")
    turn = st.session_state.setdefault(f"edited_{run.key}", 0)
    key = f"upload_edited_{run.key}_{turn}"
    st.file_uploader(
        words["edited_hint"],
        type=["xliff", "xlf"],
        key=key,
        label_visibility="collapsed",
        on_change=_bring_back,
        args=(run, key, words),
    )
    fault, told = st.session_state.pop("edited_fault", ""), st.session_state.pop("edited_told", "")
    if fault:
        st.error(plain(fault), icon=":material/error:")
    elif told:
        st.success(plain(told), icon=":material/check:")


def _bring_back(run: Run, key: str, words: dict[str, str]) -> None:
    """Put the edited file's sentences into the briefing, or say why that cannot be."""
    uploaded = st.session_state[key]
    if uploaded is None:
        return
    try:
        changed, unmatched = run.bring_back(uploaded.getvalue())
    except PolicyTextError as error:
        st.session_state["edited_fault"] = in_language(error.message, frame.language())
        return
    recent.keep(run)
    told = words["edited_none" if not changed else "edited_one" if changed == 1 else "edited_many"].format(
        count=changed
    )
    more = f" {words['edited_unmatched'].format(count=unmatched)}" if unmatched else ""
    st.session_state["edited_told"] = told + more
    st.session_state[f"edited_{run.key}"] += 1


def show_comparison(run: Run, words: dict[str, str]) -> None:
    """Draw a button for each format of a comparison, Word first.

    Args:
        run: Finished; corrections made later are in the files too.
        words: The page's words.
    """
    comparison = run.comparison
    if comparison is None:
        return
    with st.popover(words["downloads"], icon=":material/download:", type="primary"), st.container(gap=None):
        for name in (*COMPARISON_DOCUMENTS, *(COMPARISON_PRINTED if printer() else ()), *COMPARISON_FORMATS):
            file = comparison_file_name(comparison, name)
            label = words.get(f"download_changes_{name}") or words[f"download_{name}"]
            _button(label, file, _compared(run, name), f"download_{name}")


def _compared(run: Run, name: str) -> Callable[[], bytes]:
    """What makes the comparison's file as it is when the button is pressed."""

    def make() -> bytes:
        if run.comparison is None:
            raise RuntimeError("a run that had a comparison lost it")
        return export_comparison_file(run.comparison, name)

    return make


def _own_suffix(run: Run) -> str:
    """The suffix of the reader's own file in the target language; empty where it cannot be written."""
    source, briefing = run.request.source, _briefing(run)
    if not isinstance(source, bytes) or briefing.translation is None:
        return ""
    kind = kind_of(source, run.request.name, tuple(READERS))
    return MADE_ANEW.get(kind, kind) if kind in WRITERS else ""


def _own(run: Run) -> Callable[[], bytes]:
    """What makes the reader's own file with the translation in it."""

    def make() -> bytes:
        source, translation = run.request.source, _briefing(run).translation
        if not isinstance(source, bytes) or translation is None:
            raise RuntimeError("a file that was translated lost its content")
        return write(translation, source, name=run.request.name).content

    return make


def _button(label: str, file: str, make: Callable[[], str | bytes], key: str) -> None:
    """A button whose file is made when it is pressed."""
    st.download_button(label, data=make, file_name=file, on_click="ignore", type="tertiary", key=key)


def _export(run: Run, name: str) -> Callable[[], str | bytes]:
    """What makes the briefing's file as it is when the button is pressed."""

    def make() -> str | bytes:
        briefing = _briefing(run)
        if name in DOCUMENTS or name in PRINTED:
            return export_file(briefing, name)
        return to_json(briefing, run.checked) if name == "json" else export(briefing, name)

    return make


def _bilingual(run: Run, name: str) -> Callable[[], str | bytes]:
    """What makes the file for translators' tools."""

    def make() -> str | bytes:
        source, translation = run.request.source, _briefing(run).translation
        if translation is None:
            raise RuntimeError("a briefing that had a translation lost it")
        if name not in CODED or not isinstance(source, bytes):
            return write_bilingual(translation, name)
        return write_bilingual(translation, name, codes_of(translation, source, run.request.name))

    return make


def _briefing(run: Run) -> Briefing:
    """The briefing of a finished run."""
    if run.briefing is None:
        raise RuntimeError("a run that had a briefing lost it")
    return run.briefing
