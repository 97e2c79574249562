"""serve(): the page on this machine, with the settings that come with it, wherever it is started from."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from page.folder import app_folder


def serve(port: int | None = None, browser: bool = True) -> None:
    """Serve the page until a signal ends it.

    Args:
        port: None takes the first that is free from 8501 on.
        browser: Whether to open the page in the reader's browser.
    """
    from streamlit.web import bootstrap

    options = settings(app_folder() / ".streamlit" / "config.toml")
    options["server.headless"] = not browser
    if port is not None:
        options["server.port"] = port
    bootstrap.load_config_options(options)
    bootstrap.run(str(app_folder() / "app.py"), False, [], options)


def settings(file: Path) -> dict[str, Any]:
    """The settings of a config.toml by their full names, as "server.address".

    Streamlit's own command reads such a file too, but lets environment variables come first, and with them the address
    at which others could reach the page. What it is given as options holds over all else.
    """
    return dict(_flat(tomllib.loads(file.read_text("utf-8"))))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Names with their tables' before them, and values."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
