"""Every bilingual format by name. Adding one is one file here and one line below."""

from collections.abc import Callable

from translate.errors import FormatError
from translate.formats.codes import Codes
from translate.message import say
from translate.registry import resolve
from translate.translation import Translation

FORMATS: dict[str, str] = {
    "csv": "translate.formats.table:write_csv",
    "tmx": "translate.resources.tmx:write_translation",
    "xliff": "translate.formats.xliff:write_xliff",
    "xlf": "translate.formats.xliff:write_old_xliff",
}
"""Name, which is also the file's ending, to a function from a Translation to text: .xliff is XLIFF 2.1, .xlf 1.2."""

CODED = frozenset(("xliff", "xlf"))
"""Those that can say how words look: their functions take the codes too."""


def write_bilingual(translation: Translation, name: str, codes: Codes | None = None) -> bytes:
    """Source and translation in one file.

    Args:
        translation: Whole or partial.
        name: Key of FORMATS.
        codes: Which words look otherwise than their sentence, for the formats that are CODED; from codes_of().

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
    write: Callable[..., str] = resolve(FORMATS, name)
    text = write(translation, codes) if name in CODED else write(translation)
    return text.encode("utf-8", errors="replace")
