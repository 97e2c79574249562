"""The page's words in the language that its reader chose; texts.json holds them all."""

import json
from functools import lru_cache
from importlib.resources import files

from translate.tag import primary

LANGUAGES = ("en", "pt")
"""BCP 47 codes of the languages that the page speaks."""


def texts(language: str) -> dict[str, str]:
    """The words by key.

    Args:
        language: One of LANGUAGES.
    """
    return _all_texts()[language]


def nearest(locale: str | None) -> str:
    """The page language that fits a browser's locale: "pt-BR" is Portuguese, most others are English."""
    code = primary((locale or "").replace("_", "-"))
    return code if code in LANGUAGES else LANGUAGES[0]


@lru_cache(maxsize=1)
def _all_texts() -> dict[str, dict[str, str]]:
    """texts.json, read when it is first needed."""
    found: dict[str, dict[str, str]] = json.loads((files("page") / "texts.json").read_text("utf-8"))
    return found
