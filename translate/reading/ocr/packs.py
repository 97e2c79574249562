"""Which language pack of Tesseract reads which language and script."""

from collections.abc import Collection

from translate.languages.table import LANGUAGES

_OTHERWISE = {"zh-Hans": "chi_sim", "zh-Hant": "chi_tra", "ku": "kmr", "nb": "nor", "nn": "nor"}
# Tesseract's name of each script that a language of the table has; Chinese is one for it.
_SCRIPTS = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Arab": "Arabic", "Hans": "Han", "Hant": "Han", "Jpan": "Japanese",
    "Kore": "Korean", "Grek": "Greek", "Hebr": "Hebrew", "Deva": "Devanagari", "Thai": "Thai", "Beng": "Bengali",
    "Guru": "Gurmukhi", "Gujr": "Gujarati", "Taml": "Tamil", "Telu": "Telugu", "Knda": "Kannada",
    "Mlym": "Malayalam", "Sinh": "Sinhala", "Geor": "Georgian", "Armn": "Armenian", "Ethi": "Ethiopic",
    "Khmr": "Khmer", "Laoo": "Lao", "Mymr": "Myanmar", "Orya": "Oriya", "Tibt": "Tibetan",
}  # fmt: skip
_FIRST = ("en", "ru", "ar", "zh-Hans", "hi")
_SAME = {"Hangul": "Korean", "Katakana": "Japanese", "Hiragana": "Japanese", "Fraktur": "Latin"}


def pack_of(language: str) -> str:
    """Name of the pack for a language; empty for one that is not in the table.

    Args:
        language: BCP 47 code.

    >>> pack_of("pt"), pack_of("zh-Hans")
    ('por', 'chi_sim')
    """
    if language in _OTHERWISE:
        return _OTHERWISE[language]
    row = LANGUAGES.get(language)
    if row is None:
        return ""
    return next((alias for alias in row.aliases if len(alias) == 3 and alias.isascii()), language)


def script_pack(script: str, installed: Collection[str]) -> str:
    """A pack that reads a script well enough to tell the language; empty where none is installed.

    Args:
        script: As Tesseract names it: "Latin", "Han".
        installed: Names of packs.
    """
    script = _SAME.get(script, script)
    for whole in (script, f"script/{script}"):
        if whole in installed:
            return whole
    return next((pack for pack in _of_script(script) if pack in installed), "")


def missing_pack(script: str) -> str:
    """The pack to install for a script of which there is none; empty for a script of no language of the table."""
    return next(iter(_of_script(_SAME.get(script, script))), "")


def debian_package(pack: str) -> str:
    """Name of the package that holds a pack.

    >>> debian_package("chi_sim")
    'tesseract-ocr-chi-sim'
    """
    return f"tesseract-ocr-{pack.replace('_', '-').lower()}"


def _of_script(script: str) -> list[str]:
    """Packs of a script's languages, the most usual first."""
    codes = sorted(LANGUAGES, key=lambda code: (code not in _FIRST, code))
    return [pack_of(code) for code in codes if _SCRIPTS.get(LANGUAGES[code].script) == script]
