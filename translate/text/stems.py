"""Stems of words, by which inflected forms of one word are found again; never for display."""

from functools import cache, lru_cache
from typing import Any

from translate.tag import primary
from translate.text.words import words

_UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "it": "italian",
    "nb": "norwegian", "nl": "dutch", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip


def stems(text: str, language: str) -> list[str]:
    """Stems of a text's words, in order; characters where a language writes without spaces."""
    code = primary(language)
    if code in _UNSPACED:
        return [character for character in text.casefold() if character.isalnum()]
    return [stem(word, code) for word in words(text)]


@lru_cache(maxsize=8192)
def stem(word: str, language: str) -> str:
    """Stem of one case-folded word by Snowball; its first letters where Snowball does not know the language.

    Args:
        word: As words() gives it.
        language: Primary subtag of a BCP 47 code.
    """
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word[: max(4, len(word) - 2)]


@cache
def _stemmer(language: str) -> Any:
    """Snowball's stemmer of a language, or None."""
    import snowballstemmer

    return snowballstemmer.stemmer(_STEMMERS[language]) if language in _STEMMERS else None
