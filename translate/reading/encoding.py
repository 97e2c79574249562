"""The characters of a text file, whatever encoding its bytes are in."""

import codecs
import re
import unicodedata

from translate.errors import InputError
from translate.message import say
from translate.reading.draft import Draft

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_NOT_OF_TEXTS = frozenset(("idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"))
_UNREAL = frozenset(("Cn", "Co", "Cc", "Cs"))
_COMMON = re.compile("[ \u3001\u3002\uff0c\r\n]")  # spaces and stops; any text of some length has one
_STRAY = 50  # characters of a page to each NUL that is passed over
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(content: bytes, declared: bool = False) -> str:
    """The text that the bytes stand for, without a byte order mark.

    A byte order mark decides, then what the file declares, then UTF-8 if the bytes are valid as that; everything else
    is found by chardet (7.7: right for 99 to 100 % of one-sentence to twelve-sentence texts in 31 pairs of encoding
    and language; charset-normalizer 3.5 for 81 %).

    Args:
        content: A whole file.
        declared: Believe a `charset` in the first 2,048 bytes, as HTML has it.

    Raises:
        InputError: The bytes are not text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, "replace"))
    found = _DECLARED.finditer(content[:2048]) if declared else ()
    names = [name for match in found if is_encoding(name := match.group(1).decode("ascii"))]
    for encoding in [*names, "utf-8"]:
        try:
            text = content.decode(encoding)
        except (LookupError, ValueError):
            continue
        # UTF-16 of Latin letters is valid UTF-8 with a NUL at every second place; pages have a few by mistake
        if text.count("\x00") <= (len(text) // _STRAY if declared else 0):
            return _checked(text.replace("\x00", ""))
    return _checked(content.decode(_found(content), "replace"))


def is_encoding(name: str) -> bool:
    """Whether a name is that of an encoding which texts are written in.

    Python's codecs have others too: some need the square of a text's length, some never decode, some make half pairs.
    """
    try:
        return codecs.lookup(name).name not in _NOT_OF_TEXTS
    except (LookupError, ValueError):
        return False


def read_plain(content: bytes, name: str) -> Draft:
    """Draft of a plain text file."""
    from translate.reading.text import read_text, with_items

    return with_items(read_text(decode(content)))


def _found(content: bytes) -> str:
    """Encoding by the look of the bytes."""
    import chardet

    encoding = chardet.detect(content)["encoding"] or _wide(content)
    if encoding is None:
        raise _not_text()
    return encoding


def _wide(content: bytes) -> str | None:
    """The UTF-16 that bytes are in which chardet takes for no text, as it does Japanese; None where they are in none.

    Rubbish of some length has code points that no character has, in either order of bytes.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        is_real = all(unicodedata.category(character) not in _UNREAL for character in text if character not in "\r\n\t")
        if is_real and len(text) > 15 and _COMMON.search(text):
            return encoding
    return None


def _checked(text: str) -> str:
    """The text, unless it has NULs, other control characters as every 100th, or lost ones as every fifth.

    A text whose accents another program lost is still one; read() says so.
    """
    wrong, lost = len(_CONTROLS.findall(text)), text.count("\ufffd")
    if "\x00" in text or wrong > max(3, len(text) // 100) or lost > max(3, len(text) // 5):
        raise _not_text()
    return text


def _not_text() -> InputError:
    return InputError(
        say(
            "The file holds bytes that are no text in any known encoding. Text files in UTF-8, "
            "UTF-16 and the encodings of Windows, ISO 8859, KOI8, GB18030 and Shift_JIS can be read. "
            "Check that the file is what its name says, or save it again as UTF-8 text."
        )
    )
