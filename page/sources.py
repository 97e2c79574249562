"""Where texts come from: pasted, files, examples, or two versions to compare."""

from dataclasses import dataclass

import streamlit as st

from page import frame
from page.examples import examples, language_of, title
from page.plain import plain
from page.versions import BRIEFING
from summarize.export.wording import language_name
from translate import detect
from translate.languages.table import UNDETERMINED
from translate.reading.reader import READERS

_WAYS = ("paste", "file", "example", "versions")
_GUESSED_CHARACTERS = 4000
"""Enough for a sure guess at a pasted text's language; the whole text is read when the run starts."""

File = tuple[bytes, str]
"""Content and name."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a reader brought.

    Attributes:
        texts: Each text, or a file's content, with its name; that of a pasted one is empty.
        former: The earlier version of the one text; None where nothing is to be compared.
        language: BCP 47 code of the language that the text seems to be in; None where that isn't known yet.
        missing: Key of what to say where there is nothing to begin with; empty where there is something.
    """

    texts: tuple[tuple[str | bytes, str], ...] = ()
    former: File | None = None
    language: str | None = None
    missing: str = ""


def show(words: dict[str, str]) -> Brought:
    """Draw the ways and the one that is chosen."""
    way = st.segmented_control(
        words["way"],
        _WAYS,
        default="paste",
        required=True,
        format_func=lambda key: words[f"way_{key}"],
        key="way",
        persist_state="page",
        label_visibility="collapsed",
    )
    return {"paste": _paste, "file": _files, "example": _example, "versions": _versions}[way or "paste"](words)


def _paste(words: dict[str, str]) -> Brought:
    """A text area, and the language of what is in it."""
    text = st.text_area(
        words["paste_label"],
        height=240,
        placeholder=words["paste_placeholder"],
        key="paste",
        persist_state="page",
        label_visibility="collapsed",
    )
    guess = detect(text[:_GUESSED_CHARACTERS]).language if text.strip() else UNDETERMINED
    known = guess != UNDETERMINED
    # The line is always there: the button under it would move from under a click that leaves the text.
    st.caption(words["detected_now"].format(language=language_name(guess, frame.language())) if known else "&nbsp;")
    if not text.strip():
        return Brought(missing="error_empty")
    if not known:
        return Brought(((text, ""),))
    return Brought(((text, ""),), language=guess)


def _files(words: dict[str, str]) -> Brought:
    """One file or several."""
    size = st.get_option("server.maxUploadSize")
    found = _uploads("file", words["upload_hint"].format(size=size), words, several=True)
    return Brought(found, missing="" if found else "error_file")


def _example(words: dict[str, str]) -> Brought:
    """One of the texts that come with Entente."""
    found = examples()
    name = st.radio(
        words["example_label"],
        list(found),
        format_func=lambda name: title(found[name], words, frame.language()),
        key="example",
        persist_state="page",
        label_visibility="collapsed",
    )
    if name is None:
        return Brought(missing="error_file")
    return Brought(((found[name].read_bytes(), name),), language=language_of(found[name]))


def _versions(words: dict[str, str]) -> Brought:
    """Two files side by side."""
    found = []
    for column, side in zip(st.columns(2), ("earlier", "later"), strict=True):
        with column:
            st.markdown(f"**{words[f'version_{side}']}**")
            found.append(_uploads(side, words["version_hint"], words))
    st.caption(words["versions_across"])
    earlier, later = found
    if not earlier or not later:
        return Brought(missing="error_versions")
    return Brought(later, former=earlier[0])


def _uploads(key: str, hint: str, words: dict[str, str], several: bool = False) -> tuple[File, ...]:
    """What was put in, which stays in the session until something else takes its place.

    Args:
        key: Of the widget and of what stays.
        hint: What it says; page.css shows this label.
        words: The page's words.
        several: Whether more than one file may be.
    """
    kinds = sorted({*READERS, BRIEFING.removeprefix(".")})
    put = st.file_uploader(
        hint, type=kinds, accept_multiple_files=several, key=f"upload_{key}", label_visibility="collapsed"
    )
    uploaded = put if isinstance(put, list) else [] if put is None else [put]
    if uploaded:
        st.session_state[f"kept_{key}"] = tuple((one.getvalue(), one.name) for one in uploaded)
    kept: tuple[File, ...] = st.session_state.get(f"kept_{key}", ())
    for content, name in () if uploaded else kept:
        st.caption(words["file_kept"].format(name=plain(name), size=_size(len(content))))
    return kept


def _size(size_bytes: int) -> str:
    """A size for people."""
    return f"{size_bytes / 1_000_000:.1f} MB" if size_bytes >= 1_000_000 else f"{max(1, size_bytes // 1000)} kB"
