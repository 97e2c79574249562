"""The first screen: a text, a language, one button."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from page import frame, model_card, options, recent, several, sources, term_form
from page.choices import default_target, reachable, target_languages
from page.components import script
from page.plain import plain
from page.sources import Brought
from page.versions import BRIEFING
from summarize.export.wording import language_name
from translate import LANGUAGES, PolicyTextError
from translate.languages.wording import in_language


def show(error: Exception | None = None) -> None:
    """Draw the form, and start what was asked for when its button is pressed.

    Args:
        error: Why the last run failed; shown where the input is if it speaks to the reader.

    Raises:
        Exception: The error, if it is a bug; the form stands above it and can be used.
    """
    words = frame.words()
    with st.container(key="form"):
        st.html(f'<p class="tagline">{words["tagline"]}</p>')
        with st.container(key="source", gap="small"):
            brought = sources.show(words)
            place = st.empty()
        if isinstance(error, PolicyTextError):
            _tell(place, in_language(error.message, frame.language()))
        above = st.container(key="ask", horizontal=True, vertical_alignment="bottom")
        cure = st.container()
        language = st.session_state.get("source_language") or brought.language
        offered = _offered_targets(language)
        options.show(words, language, st.session_state["to"])
        with above:
            target = _target(language, offered, words, cure)
            go = st.button(
                _go_label(brought, words),
                type="primary",
                key="go",
                icon=":material/arrow_forward:",
                icon_position="right",
            )
        if go:
            _go(brought, target, place, words)
        several.show(words)
        recent.show(words)
        _privacy(words)
    st.html(f"<script>{script('drop')}</script>", unsafe_allow_javascript=True)
    frame.warm_up()
    if error is not None and not isinstance(error, PolicyTextError):
        raise error


def _go_label(brought: Brought, words: dict[str, str]) -> str:
    """What the button says that it does."""
    if st.session_state.get("way") == "versions":
        return words["go_versions"]
    return words["go_several"].format(count=len(brought.texts)) if len(brought.texts) > 1 else words["go"]


def _tell(place: DeltaGenerator, message: str) -> None:
    """Say what is wrong, where the input is."""
    place.error(plain(message), icon=":material/error:")


def _go(brought: Brought, target: str, place: DeltaGenerator, words: dict[str, str]) -> None:
    """Start what was asked for and turn to its screen, or say why that cannot be."""
    if term_form.fault():
        _tell(place, words["error_glossary"])
    elif brought.missing:
        _tell(place, words[brought.missing])
    elif len(brought.texts) > 1 and not several.has_room(len(brought.texts)):
        _tell(place, words["error_many"].format(most=several.MOST))
    elif brought.former is None and len(brought.texts) == 1 and brought.texts[0][1].lower().endswith(BRIEFING):
        _reopen(brought.texts[0][0], place)
    else:
        _start(brought, target)


def _reopen(content: str | bytes, place: DeltaGenerator) -> None:
    """Turn to the briefing in a file, or say why that cannot be."""
    try:
        recent.open_file(content if isinstance(content, bytes) else content.encode())
    except PolicyTextError as error:
        _tell(place, in_language(error.message, frame.language()))
    else:
        st.rerun()


def _start(brought: Brought, target: str) -> None:
    """Start a run and turn to its screen; of several texts start one each, and list them."""
    otherwise = None if target == st.session_state["chosen_target"] else default_target(target, None)
    requests = [options.request(text, target, otherwise, name, brought.former) for text, name in brought.texts]
    if len(requests) > 1:
        several.begin(requests)
    else:
        frame.start(requests[0])
    st.rerun()


def _offered_targets(source: str | None) -> list[str]:
    """Languages to translate into; the choice among them is set to one that fits the text."""
    offered = target_languages(source, frame.language())
    if "chosen_target" not in st.session_state:
        asked = st.query_params.get("to")
        st.session_state["chosen_target"] = asked if asked in LANGUAGES else None
    chosen = st.session_state["chosen_target"]  # comes back when a text in it has made room for another
    locale = st.query_params.get("page") or st.context.locale  # who chose the page's language reads it
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
