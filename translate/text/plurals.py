"""plural(): the plural of a term's base form, in the languages that the term base has."""

import re

from translate.tag import primary
from translate.text.lexicon import rows

_FIXED = frozenset({"não", "muito"})
_OWN = {
    "cidadão": "cidadãos", "órgão": "órgãos", "mão": "mãos", "irmão": "irmãos", "alemão": "alemães",
    "escrivão": "escrivães", "capitão": "capitães", "juiz": "juízes",
}  # fmt: skip
_PORTUGUESE = (
    (r"ão$", "ões"), (r"m$", "ns"), (r"al$", "ais"), (r"ol$", "óis"), (r"ul$", "uis"),
    (r"(?<=[áéíóúâêô])([^aeiou]+)il$", r"\1eis"),
    (r"(?<=[áéíóúâêô])([^aeiou]+)el$", r"\1eis"), (r"el$", "éis"), (r"il$", "is"), (r"ês$", "eses"), (r"ás$", "ases"),
    (r"ís$", "íses"), (r"([rz])$", r"\1es"), (r"([sx])$", r"\1"), (r"$", "s"),
)  # fmt: skip
_ENGLISH = (
    (r"man$", "men"), (r"([^aeiou])y$", r"\1ies"), (r"(?<!s)s$", "s"), (r"(s|x|z|ch|sh)$", r"\1es"), (r"$", "s")
)  # fmt: skip


def plural(phrase: str, language: str) -> str:
    """The plural of a noun with what belongs to it.

    In English the last word of the noun changes, in Portuguese the noun and its adjectives; what a preposition adds
    stays, and so does a word in capitals. Other languages get the phrase as it is.

    Args:
        phrase: A noun in the singular, with adjectives and complements.
        language: "en" or "pt".

    >>> plural("Member State", "en"), plural("Estado-Membro", "pt"), plural("processo de insolvência", "pt")
    ('Member States', 'Estados-Membros', 'processos de insolvência')
    """
    complements = rows("agreement").get((language, "complement"))
    if complements is None:
        return phrase
    words = phrase.split(" ")
    head = next((i for i, word in enumerate(words) if i and word in complements), len(words))
    first = head - 1 if language == "en" else 0
    return " ".join(
        _word(word, language) if first <= place < head and word not in _FIXED and not word.isupper() else word
        for place, word in enumerate(words)
    )


def number_forms(phrase: str, language: str) -> tuple[str, ...]:
    """The phrase, and its plural where it has another.

    Args:
        phrase: As plural() takes it.
        language: BCP 47 code, with a region or without.

    >>> number_forms("data protection officer", "en")
    ('data protection officer', 'data protection officers')
    """
    return tuple(dict.fromkeys([phrase, plural(phrase, primary(language))]))


def _word(word: str, language: str) -> str:
    """The plural of one word; of a compound's every part in Portuguese, but for prefixes."""
    if language == "en":
        return _ruled(word, _ENGLISH)
    prefixes = rows("agreement")["pt", "prefix"]
    return "-".join(part if part.lower() in prefixes else _portuguese(part) for part in word.split("-"))


def _portuguese(word: str) -> str:
    """The plural of a Portuguese noun or adjective."""
    return _OWN.get(word) or _ruled(word, _PORTUGUESE)


def _ruled(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    """A word changed by the first rule that fits."""
    pattern, ending = next(rule for rule in rules if re.search(rule[0], word))
    return re.sub(pattern, ending, word, count=1)
