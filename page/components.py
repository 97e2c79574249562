"""What shows rows: Streamlit components made of small HTML, CSS and JavaScript files of ours."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import streamlit as st

from summarize.export.html import asset

_SCRIPTS = {
    "briefing": ("rows", "links", "search", "check", "correct", "comfort", "ask", "view"),
    "comparison": ("rows", "links", "search", "correct", "comfort", "comparison"),
    "live": ("rows", "live"),
    "arrivals": ("arrivals",),
}
_SILENT = "arrivals"


@lru_cache
def component(name: str) -> Any:
    """A function that draws one of the components.

    Args:
        name: "briefing" (all of it, with answers to the reader's clicks), "comparison" (of two versions), "live" (rows
            whose translations are still to come) or "arrivals" (shows nothing itself; puts translations into "live").
    """
    return st.components.v2.component(
        f"entente_{name}",
        html="" if name == _SILENT else f'<div class="entente {name}"></div>',
        css="" if name == _SILENT else _styles(),
        js=_script(name),
        isolate_styles=False,
    )


def script(name: str) -> str:
    """Text of one of our script files."""
    return (files("page") / "script" / f"{name}.js").read_text("utf-8")


@lru_cache
def _script(name: str) -> str:
    """The component's script files as one module."""
    parts = [script(part) for part in _SCRIPTS[name]]
    return "\n".join([asset("words.js"), *parts] if name == "briefing" else parts)


@lru_cache
def _styles() -> str:
    """The HTML file's styles, and what the page adds to them."""
    return asset("briefing.css") + asset("comparison.css") + (files("page") / "view.css").read_text("utf-8")
