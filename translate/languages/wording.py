"""in_language(): what we say to a reader, in the reader's language."""

import json
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from translate.languages.table import LANGUAGES
from translate.message import Message
from translate.tag import primary

_SEPARATORS = {"pt": str.maketrans({",": "\u202f", ".": ","})}
"""How a reader's language writes a number, from the English way."""


def in_language(text: str, reader: str) -> str:
    """A message as its reader would have it said; English where nobody has put it into the language yet.

    Args:
        text: A Message, or any other text, which comes back as it is.
        reader: BCP 47 code of the reader's language.

    >>> from translate.message import say
    >>> in_language(say("The engine returned nothing."), "pt")
    'O motor não devolveu nada.'
    """
    own = primary(reader)
    known = _sentences().get(own)
    if known is None or not isinstance(text, Message):
        return text
    fields = {
        name: in_language(field, reader) if isinstance(field, str) else field for name, field in text.fields.items()
    }
    return _Formatter(own).format(known.get(text.template, text.template), **fields)


def written(number: float, form: str, reader: str) -> str:
    """A number as the reader's language writes it: "12,345.5", in Portuguese "12 345,5" with narrow spaces.

    Args:
        number: Any.
        form: Format specification of Python, such as ",.1f".
        reader: BCP 47 code of the reader's language.
    """
    return format(number, form).translate(_SEPARATORS.get(primary(reader), {}))


class _Formatter(Formatter):
    """Fills in fields; numbers are written as the reader's language writes them."""

    def __init__(self, reader: str) -> None:
        self._reader = reader

    def format_field(self, value: Any, format_spec: str) -> str:
        """One field as text."""
        return value if isinstance(value, str) else written(value, format_spec, self._reader)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    """Templates by language and English template, read when first needed; names of languages are among them."""
    found: dict[str, dict[str, str]] = json.loads((files("translate.languages") / "messages.json").read_text("utf-8"))
    return {**found, "pt": {row.name: row.portuguese for row in LANGUAGES.values()} | found["pt"]}
