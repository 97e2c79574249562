"""Spelling: a text in the characters that a model knows, and its own quotes, dashes and letters put back afterwards.

A character that a model doesn't know is guessed: "£250 million" became "250 milhões de euros" with a probability of
99 %, "§ 12" became "n. 12", "±" vanished, and "NÃO É PERMITIDA A ENTRADA" came out as "NO It's PERMITTED". The
vocabularies of 2023 know no curly quotes, no dashes, no currency sign but the dollar's and few capitals with accents.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from translate.tag import primary

VERSION = 3
"""Part of an engine's signature; another one gives other translations."""

_SPELLINGS = {
    **dict.fromkeys("’‘‛′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‹›", "'"),
    **dict.fromkeys("–―‑‐−", "-"),
    "—": " - ",
    **dict.fromkeys("•·", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff¿¡", ""),
    **{chr(code): "" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x20), 0x7F)},
    **{
        "×": "x",
        "€": "EUR ",
        "£": "GBP ",
        "¥": "JPY ",
        "₹": "INR ",
        "₽": "RUB ",
        "₴": "UAH ",
        "₺": "TRY ",
        "₪": "ILS ",
    },
    **{"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3", "→": "->", "←": "<-", "{": "(", "}": ")"},
    **{"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"},
}
"""What a character is given to a model as where its vocabulary lacks it, in any language."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "§": " section ", "¶": " paragraph ", "±": " plus or minus ", "≤": " at most ", "≥": " at least ",
        "‰": " per thousand", "#": " number ", "~": " about ", "<": " less than ", "©": " copyright ", "µ": "micro",
        "μ": "micro", "¢": " cents",
    },
    "pt": {
        "§": " parágrafo ", "¶": " parágrafo ", "±": " mais ou menos ", "≤": " no máximo ", "≥": " no mínimo ",
        "‰": " por mil", "#": " n.º ", "~": " cerca de ", "<": " menos de ", "©": " direitos de autor ", "µ": "micro",
        "μ": "micro", "¢": " cêntimos",
    },
}  # fmt: skip
"""The same in words of the source's language, for signs that say something; “#”, “~” and “<” only before a figure."""

_BEFORE_FIGURE = re.compile(r"[#~<](?!\s?\d)")
_CLOSING = frozenset(".,;:!?)]")
_WORD = re.compile(r"\w+")
_SECOND_WORD = re.compile(r"\w+ (\w)")
_HALVES = re.compile("[\ud800-\udfff]")  # half characters, which broken files contain and UTF-8 can't hold
_PUT_BACK = (
    (re.compile("[“”„‟«»]"), re.compile('"')),
    (re.compile(r"(?<=\s)[–―](?=\s)|—"), re.compile(r"(?<=\s)-(?=\s)")),
    (re.compile(r"(?<=\d)–(?=\d)"), re.compile(r"(?<=\d)-(?=\d)")),
)
"""Quotes, dashes between words and between figures: as texts have them, and as they come out of a model."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text as a model gets it.

    Attributes:
        text: With the characters that the model doesn't know spelled otherwise.
        places: For each index of `text`, and its end, the index in the text it was made of.
    """

    text: str
    places: tuple[int, ...]


class Speller:
    """Spells texts of one language for one vocabulary.

    Args:
        language: BCP 47 code of the texts.
        knows: Whether the vocabulary has tokens for a character.
    """

    def __init__(self, language: str, knows: Callable[[str], bool]) -> None:
        self._words = _WORDS.get(primary(language), {})
        self._knows = knows
        self._unknown: dict[str, bool] = {}

    def spell(self, text: str) -> Spelling:
        """The text with what the model doesn't know spelled otherwise; what nothing stands for is left."""
        text = _HALVES.sub("\ufffd", text)
        if not any(map(self._lacks, set(text))):
            return Spelling(text, tuple(range(len(text) + 1)))
        small = self._small(text)
        bare = {found.start() for found in _BEFORE_FIGURE.finditer(text)}
        parts = [c if i in bare else self._spelled(c) for i, c in enumerate(small)]
        for i in range(len(parts) - 1):  # "50 €." is "50 EUR.", or the model writes "EUR 50 ."
            if len(parts[i]) > 1 and small[i + 1] in _CLOSING:
                parts[i] = parts[i].rstrip()
        places = [index for index, part in enumerate(parts) for _ in part]
        return Spelling("".join(parts), (*places, len(text)))

    def restored(self, text: str, translation: str, target: str) -> str:
        """The translation, as long as before, with the text's own quotes, dashes and letters where they came through.

        Quotes and dashes are put back where the translation has as many as the text; a word whose letters the model
        lacks ("Müller") where it came through as it was spelled ("Muller").

        Args:
            text: What was translated.
            translation: As the model has it.
            target: BCP 47 code of the translation.
        """
        for own, given in _PUT_BACK:
            signs = own.findall(text)
            if signs and all(map(self._lacks, signs)) and len(given.findall(translation)) == len(signs):
                translation = given.sub(partial(_next, iter(_usual(signs, target))), translation)
        if "’" in text and self._lacks("’"):
            translation = translation.replace("'", "’")
        if self._lacks_capital(text[:1]):
            translation = translation[:1].upper() + translation[1:]
        words = dict.fromkeys(_WORD.findall(text))
        for word in words:
            if not any(map(self._lacks_capital, word)):
                # Vocabularies are normalised: km² is km2 to them, and 10⁶ is 106.
                spelled = unicodedata.normalize("NFKC", "".join(map(self._spelled, word)))
                if spelled not in words and len(spelled) == len(word):
                    translation = re.sub(rf"\b{re.escape(spelled)}\b", word, translation)
        return translation

    def _lacks(self, character: str) -> bool:
        """Whether the vocabulary has no token for a character."""
        if character not in self._unknown:
            self._unknown[character] = not character.isspace() and not self._knows(character)
        return self._unknown[character]

    def _small(self, text: str) -> str:
        """The text as long as before, without capitals that the model lacks.

        A text or word in capitals becomes small, and so does a text's first word; another word with a capital may be a
        name, which the model knows better without the accent: “ângela Merkel” became a hyethian.
        """
        if not any(map(self._lacks_capital, text)):
            return text
        if text.isupper():
            return (text[:1].lower() if self._lacks_capital(text[:1]) else text[:1]) + _lower(text[1:])
        second = _SECOND_WORD.match(text)
        return _WORD.sub(partial(self._small_word, second is None or not second[1].isupper()), text)

    def _small_word(self, starts_small: bool, found: re.Match[str]) -> str:
        """A word without capitals that the model lacks; `starts_small` tells of the text's first word."""
        word = found[0]
        if not any(map(self._lacks_capital, word)):
            return word
        if word[1:].islower() and not (found.start() == 0 and starts_small):
            return unicodedata.normalize("NFD", word[0])[0] + word[1:]
        return _lower(word)

    def _lacks_capital(self, character: str) -> bool:
        """Whether the model lacks a capital but has its small letter."""
        small = character.lower()
        return small != character and len(small) == 1 and self._lacks(character) and not self._lacks(small)

    def _spelled(self, character: str) -> str:
        """What a character is given as."""
        if not self._lacks(character):
            return character
        for found in (self._words.get(character), _SPELLINGS.get(character)):
            if found is not None:
                return found
        base = unicodedata.normalize("NFD", character)[0]
        return base if character.isalpha() and not self._lacks(base) else character


def _usual(signs: list[str], target: str) -> list[str]:
    """Quotes of a text as the language of its translation has them: English knows no «» and no „“."""
    if primary(target) != "en" or not {"«", "„"} & set(signs) or len(signs) % 2:
        return signs
    return ["“", "”"] * (len(signs) // 2)


def _next(signs: Iterator[str], found: re.Match[str]) -> str:
    """The next of the text's own signs, whatever was found in its place."""
    return next(signs)


def _lower(text: str) -> str:
    """Small letters, but for capitals whose small letter is two characters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
