"""Every bilingual format by name. Adding one is one file here and one line below."""

from collections.abc import Callable

from translate.errors import FormatError
from translate.message import say
from translate.registry import resolve
from translate.translation import Translation

FORMATS: dict[str, str] = {
    "csv": "translate.formats.table:write_csv",
    "tmx": "translate.resources.tmx:write_translation",
    "xliff": "translate.formats.xliff:write_xliff",
}
"""Name, which is also the file's ending, to a function from a Translation to text."""


def write_bilingual(translation: Translation, name: str) -> bytes:
    """Source and translation in one file.

    Args:
        translation: Whole or partial.
        name: Key of FORMATS.

    Returns:
        The file's content, UTF-8.

    Raises:
        FormatError: There is no such format.
    """
    if name not in FORMATS:
        raise FormatError(
            say(
                "There is no bilingual format {name!r}; known are {known}. Choose one of these.",
                name=name,
                known=", ".join(FORMATS),
            )
        )
    write: Callable[[Translation], str] = resolve(FORMATS, name)
    return write(translation).encode("utf-8", errors="replace")
