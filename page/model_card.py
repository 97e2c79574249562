"""What to do where no model leads from the text's language to the reader's: a card with what would, and a button."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from page import frame
from page.plain import plain
from page.recent import is_private
from summarize.export.wording import language_name
from translate import PolicyTextError
from translate.engines.figures import figure
from translate.languages.wording import in_language
from translate.routing.remedies import Remedy, remedies

_MOST_REMEDIES = 3
_MODEL_MB = 60
"""The largest of Mozilla's models; they begin at 17."""


def show(source: str, target: str, done: Callable[[], None], note: str = "") -> None:
    """Draw the card.

    Args:
        source: BCP 47 code of the text.
        target: BCP 47 code that no installed way leads to.
        done: Called when a model was installed.
        note: What else the reader should know here.
    """
    words, reader = frame.words(), frame.language()
    names = {"source": language_name(source, reader), "target": language_name(target, reader)}
    with st.container(border=True, key="model_card"):
        st.markdown(f"**{words['card_title'].format(**names)}**")
        if note:
            st.write(note)
        found = remedies(source, target)[:_MOST_REMEDIES]
        for remedy in found[:1]:
            _remedy(remedy, source, target, done)
        if found[1:]:
            with st.expander(words["card_others"]):
                for remedy in found[1:]:
                    _remedy(remedy, source, target, done)
        if any(remedy.pairs for remedy in found):
            st.caption(words["card_network"] if _may_install() else words["card_off"])
        if _may_install():
            _pack(done)


def _remedy(remedy: Remedy, source: str, target: str, done: Callable[[], None]) -> None:
    """One thing that would do: what it is and how good, with a button where one can bring it."""
    words, reader = frame.words(), frame.language()
    about = [in_language(remedy.gives, reader)]
    known = figure("Firefox", source, target) if remedy.pairs else None
    if known is not None and known.exact:
        about.append(words["card_quality"].format(value=round(100 * known.value), metric=known.metric))
    if remedy.pairs:
        about.append(words["card_licence"].format(licence="MPL-2.0"))
    st.write(plain(" · ".join(about)))
    if remedy.pairs and _may_install():
        label = words["card_install"].format(size=_MODEL_MB * len(remedy.pairs))
        if st.button(label, key=f"install_{source}_{target}", icon=":material/download:"):
            _install(remedy.pairs, done)
    else:
        st.code(remedy.command, language=None, wrap_lines=True)


def _install(pairs: tuple[tuple[str, str], ...], done: Callable[[], None]) -> None:
    """Fetch the models while the reader watches; leaving the page breaks it off, and what came is kept."""
    from translate.models.installation import install_pair

    words, reader = frame.words(), frame.language()
    bar = st.progress(0.0)
    try:
        for source, target in pairs:
            names = {"source": language_name(source, reader), "target": language_name(target, reader)}
            install_pair(source, target, _shown(bar, words["card_installing"].format(**names)))
    except PolicyTextError as error:
        st.error(plain(in_language(error.message, reader)), icon=":material/error:")
        return
    _renew(done)


def _shown(bar: DeltaGenerator, label: str) -> Callable[[str, int, int], None]:
    """What shows on a bar how much of a file has come."""

    def show_share(name: str, done: int, total: int) -> None:
        bar.progress(min(1.0, done / total) if total else 0.0, text=label)

    return show_share


def _pack(done: Callable[[], None]) -> None:
    """A model brought as a file, for machines without a network."""
    words, reader = frame.words(), frame.language()
    with st.expander(words["card_packs"], key="card_packs", on_change="rerun") as expander:
        if not expander.open:
            return
        st.caption(words["card_pack_why"])
        pack = st.file_uploader(words["card_packs"], type="zip", key="pack", label_visibility="collapsed")
        if pack is None:
            return
        from translate.models.archive import unpack

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "pack.zip"
            file.write_bytes(pack.getvalue())
            try:
                unpack(file)
            except PolicyTextError as error:
                st.error(plain(in_language(error.message, reader)), icon=":material/error:")
                return
        _renew(done)


def _renew(done: Callable[[], None]) -> None:
    """What was known of ways is asked again, and the caller goes on."""
    st.cache_data.clear()
    done()
    st.rerun()


def _may_install() -> bool:
    """Whether this reader may install: at their own machine, unless $ENTENTE_INSTALL says "no"."""
    return is_private() and os.environ.get("ENTENTE_INSTALL", "").casefold() not in {"no", "off", "0"}
