"""Singular phrases in the plural, in Portuguese and English: the forms in which a term may stand."""

import re
import unicodedata

from translate.tag import primary

_PREPOSITION = {
    "pt": re.compile(
        "aos?|[aà]s?|com|contra|d[aeo]s?|em|entre|n[ao]s?|os?|ou|para|pel[ao]s?|perante|por|segundo|sem|sob|sobre|e"
    ),
    "en": re.compile("an?|against|and|as|at|between|by|for|from|into|in|of|on|or|over|the|to|under|with"),
}
"""What ends the part of a phrase that has a plural."""
_WORD = re.compile(r"[^\W\d_]+")
_PLURALS_IN_AOS = re.compile("cidadão|mão|irmão|cristão|pagão|grão|órgão|órfão|bênção")
_PLURALS_IN_AES = re.compile("alemão|pão|cão|capitão|escrivão|tabelião|guardião|catalão")
_ENGLISH_ES = re.compile(r"(?:s|x|z|ch|sh)$")
_ENGLISH_Y = re.compile(r"[^aeiou]y$")


def number_forms(phrase: str, language: str) -> tuple[str, ...]:
    """The phrase, and its plural if it is a singular; only the phrase in other languages.

    >>> number_forms("responsável pelo tratamento", "pt")
    ('responsável pelo tratamento', 'responsáveis pelo tratamento')
    >>> number_forms("data protection officer", "en")
    ('data protection officer', 'data protection officers')
    """
    code = primary(language)
    if code not in _PREPOSITION:
        return (phrase,)
    words = list(_WORD.finditer(phrase))
    end = next(
        (i for i, word in enumerate(words) if i and _PREPOSITION[code].fullmatch(word[0].casefold())), len(words)
    )
    inflected = words[:end] if code == "pt" else words[max(0, end - 1) : end]
    found = phrase
    for word in reversed(inflected):
        plural = _portuguese(word[0]) if code == "pt" else _english(word[0])
        found = found[: word.start()] + plural + found[word.end() :]
    return (phrase, found) if found != phrase else (phrase,)


def _portuguese(word: str) -> str:
    """The plural of a noun or an adjective; a word in capitals stays."""
    small = word.casefold()
    if word.isupper():
        return word
    if small.endswith("ão"):
        return word[:-2] + _plural_of_ao(small)
    if small.endswith(("al", "ol", "ul")):
        return word[:-1] + "is" if small.endswith(("al", "ul")) else word[:-2] + "óis"
    if small.endswith("el"):
        return word[:-2] + ("eis" if _accented(word) else "éis")
    if small.endswith("il"):
        return word[:-2] + ("eis" if _accented(word) else "is")
    if small.endswith(("aiz", "uiz")):
        return word[:-2] + "ízes"
    if small.endswith("m"):
        return word[:-1] + "ns"
    if small.endswith("ês"):
        return word[:-2] + "eses"
    if small.endswith("ís"):
        return word + "es"
    if small.endswith(("s", "x")):
        return word
    return word + ("es" if small.endswith(("r", "z", "n")) else "s")


def _plural_of_ao(word: str) -> str:
    """The last letters of a word in -ão in its plural."""
    if _PLURALS_IN_AOS.fullmatch(word):
        return "ãos"
    return "ães" if _PLURALS_IN_AES.fullmatch(word) else "ões"


def _english(word: str) -> str:
    """The plural of a noun; a word in capitals or in the plural stays."""
    if word.isupper() or (word.endswith("s") and not word.endswith("ss")):
        return word
    if _ENGLISH_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _ENGLISH_ES.search(word) else "s")


def _accented(word: str) -> bool:
    """Whether a vowel has an accent, which tells that the last syllable is not the stressed one."""
    return any(unicodedata.normalize("NFD", c)[1:] in ("\u0301", "\u0302") for c in word)
