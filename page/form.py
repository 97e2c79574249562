"""The first screen: a text, a language, one button."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from page import frame, model_card, options, recent, term_form
from page.choices import default_target, reachable, target_languages
from page.examples import examples, language_of, title
from page.plain import plain
from summarize.export.wording import language_name
from translate import LANGUAGES, PolicyTextError, detect
from translate.languages.table import UNDETERMINED
from translate.languages.wording import in_language
from translate.reading.reader import READERS

_WAYS = ("paste", "file", "example")
_BRIEFING = "json"
"""What a briefing was downloaded as; it opens again as it was."""
_GUESSED_CHARACTERS = 4000
"""Enough for a sure guess at a pasted text's language; the whole text is read when the run starts."""


def show(error: Exception | None = None) -> None:
    """Draw the form, and start a run when its button is pressed.

    Args:
        error: Why the last run failed; shown where the input is if it speaks to the reader.

    Raises:
        Exception: The error, if it is a bug; the form stands above it and can be used.
    """
    words = frame.words()
    with st.container(key="form"):
        st.html(f'<p class="tagline">{words["tagline"]}</p>')
        with st.container(key="source", gap="small"):
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
            source, name, language = {"paste": _paste, "file": _file, "example": _example}[way or "paste"](words)
            place = st.empty()
        if isinstance(error, PolicyTextError):
            place.error(plain(in_language(error.message, frame.language())), icon=":material/error:")
        above = st.container(key="ask", horizontal=True, vertical_alignment="bottom")
        cure = st.container()
        language = st.session_state.get("source_language") or language
        offered = _offered_targets(language)
        options.show(words, language, st.session_state["to"])
        with above:
            target = _target(language, offered, words, cure)
            go = st.button(
                words["go"], type="primary", key="go", icon=":material/arrow_forward:", icon_position="right"
            )
        if go:
            if term_form.fault():
                place.error(words["error_glossary"], icon=":material/error:")
            elif isinstance(source, bytes) and name.lower().endswith(_BRIEFING):
                _reopen(source, place)
            elif isinstance(source, bytes) or (source is not None and source.strip()):
                _start(source, name, target)
            else:
                place.error(words["error_file" if way == "file" else "error_empty"], icon=":material/error:")
        recent.show(words)
        _privacy(words)
    frame.warm_up()
    if error is not None and not isinstance(error, PolicyTextError):
        raise error


def _reopen(content: bytes, place: DeltaGenerator) -> None:
    """Turn to the briefing in a file, or say why that cannot be."""
    try:
        recent.open_file(content)
    except PolicyTextError as error:
        place.error(plain(in_language(error.message, frame.language())), icon=":material/error:")
    else:
        st.rerun()


def _start(source: str | bytes, name: str, target: str) -> None:
    """Start a run and turn to its screen."""
    otherwise = None if target == st.session_state["chosen_target"] else default_target(target, None)
    request = options.request(source, target, otherwise, name)
    frame.start(request)
    st.rerun()


def _paste(words: dict[str, str]) -> tuple[str | bytes | None, str, str | None]:
    """A text area; its text, no name, and the language it seems to be in."""
    text = st.text_area(
        words["paste_label"],
        height=240,
        placeholder=words["paste_placeholder"],
        key="paste",
        persist_state="page",
        label_visibility="collapsed",
    )
    guess = detect(text[:_GUESSED_CHARACTERS]).language if text.strip() else UNDETERMINED
    if guess != UNDETERMINED:
        st.caption(words["detected_now"].format(language=language_name(guess, frame.language())))
    return text, "", None if guess == UNDETERMINED else guess


def _file(words: dict[str, str]) -> tuple[str | bytes | None, str, str | None]:
    """An upload, which stays in the session until another takes its place."""
    kept: tuple[str, bytes] | None = st.session_state.get("file")
    hint = words["upload_hint"].format(size=st.get_option("server.maxUploadSize"))  # page.css shows this label
    kinds = sorted({*READERS, _BRIEFING})
    uploaded = st.file_uploader(hint, type=kinds, key="upload", label_visibility="collapsed")
    if uploaded is not None:
        kept = (uploaded.name, uploaded.getvalue())
        st.session_state["file"] = kept
    elif kept is not None:
        st.caption(words["file_kept"].format(name=plain(kept[0]), size=_size(len(kept[1]))))
    return (None, "", None) if kept is None else (kept[1], kept[0], None)


def _example(words: dict[str, str]) -> tuple[str | bytes | None, str, str | None]:
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
        return None, "", None
    return found[name].read_bytes(), name, language_of(found[name])


def _offered_targets(source: str | None) -> list[str]:
    """Languages to translate into; the choice among them is set to one that fits the text."""
    offered = target_languages(source, frame.language())
    if "chosen_target" not in st.session_state:
        asked = st.query_params.get("to")
        st.session_state["chosen_target"] = asked if asked in LANGUAGES else None
    chosen = st.session_state["chosen_target"]  # comes back when a text in it has made room for another
    locale = st.context.locale if chosen is None else None
    st.session_state["to"] = chosen if chosen in offered else default_target(source, locale)
    return offered


def _target(source: str | None, offered: list[str], words: dict[str, str], cure: DeltaGenerator) -> str:
    """The language to translate into, with what would make a way where there is none."""
    reader, open_ways = frame.language(), set(reachable(source))

    def label(code: str) -> str:
        name = language_name(code, reader)
        name = name[:1].upper() + name[1:]
        return name if code in open_ways else words["target_needs"].format(name=name)

    target: str = st.selectbox(
        words["target"],
        offered,
        format_func=label,
        key="to",
        persist_state="page",
        on_change=_target_chosen,
        width=320,
    )
    if target not in open_ways and source is not None:
        with cure:
            model_card.show(source, target, done=lambda: None, note=words["target_cure"])
    return target


def _target_chosen() -> None:
    """The reader chose a target: from now on it stays, in the page's address too, so that a bookmark keeps it."""
    st.session_state["chosen_target"] = st.query_params["to"] = st.session_state["to"]


def _privacy(words: dict[str, str]) -> None:
    """That no text leaves the machine, and how to see it."""
    with st.container(key="privacy", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(words["private"], width="content")
        with st.popover(words["private_how"], type="tertiary", width="content"):
            st.markdown(words["private_why"])


def _size(size_bytes: int) -> str:
    """A size for people."""
    return f"{size_bytes / 1_000_000:.1f} MB" if size_bytes >= 1_000_000 else f"{max(1, size_bytes // 1000)} kB"
