"""Question: what a reader wants to know, in which language, and what kind of thing would answer it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from translate.errors import InputError
from translate.languages.detection import detect
from translate.message import say
from translate.tag import primary
from translate.text.lexicon import UNSPACED_LANGUAGES, pattern, rows
from translate.text.stems import stem
from translate.text.words import words

Kind = Literal["who", "when", "amount", "money", "count", "share", "period", "must", "may", "definition", "compare"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_ASKED_BY_PHRASES: tuple[Kind, ...] = ("who", "when", "amount", "share", "definition")
_LONGEST = 1000
_PERCENT = re.compile(r"%|per\s?cent|por\s?c[ei]ent|pour\s?cent|prozent|процент|百分", re.IGNORECASE)
_US = re.compile(r"(?<![\w.])US(?![\w$£€]|\s?\$)")


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks.

    Attributes:
        text: In the reader's words.
        language: BCP 47 code.
        kinds: What its answer should hold: somebody, a date or period, an amount, an amount of money, a number of
            things, a share, a number of days or years, a duty, a permission, a definition, a comparison. Empty where it
            asks for none of these, or in a language without cues.
    """

    text: str
    language: str
    kinds: tuple[Kind, ...] = ()


def understood(text: str, languages: Collection[str]) -> Question:
    """What a reader asks.

    Args:
        text: The question, or words to look for.
        languages: Codes that it may be in, the likeliest first: the reader's and the texts'.

    Raises:
        InputError: It has no word, or more than 1,000 characters.

    >>> understood("What must a supplier report, and by when?", ["en", "pt"])
    Question(text='What must a supplier report, and by when?', language='en', kinds=('when', 'must'))
    """
    text = " ".join(text.split())
    if not words(text):
        raise InputError(say("The question is empty. Ask in a few words what the text is to tell you."))
    if len(text) > _LONGEST:
        raise InputError(
            say(
                "The question has {count} characters, and {most} at most are read. Ask for one thing at a time.",
                count=len(text),
                most=_LONGEST,
            )
        )
    known = [code for code in dict.fromkeys(languages) if code != "und"]
    language = _language(text, known)
    return Question(text, language, _kinds(text, primary(language)))


def _language(text: str, known: list[str]) -> str:
    """The language of a question; the likeliest where it does not show."""
    if not known:
        return detect(text).language
    found = detect(text, languages=known).language
    return known[0] if found == "und" else found


def _kinds(text: str, language: str) -> tuple[Kind, ...]:
    """What its answer should hold."""
    cues = ((kind, pattern("questions", language, kind)) for kind in KINDS)
    found: set[Kind] = {kind for kind, cue in cues if cue is not None and cue.search(text)}
    priced = pattern("questions", language, "sum")
    if priced is not None and priced.search(text):  # "What does it cost?"
        found |= {"amount", "money"}
    if "share" in found or _PERCENT.search(text):  # "What share of the money?"
        found = {*found, "share"} - {"amount", "money", "count"}
    elif "period" in found:  # "How many years?"
        found -= {"amount", "money", "count", "when"}
    elif "amount" not in found:  # "Who pays?"
        found -= {"money", "count"}
    elif "count" in found:  # "How many employees were paid?"
        found -= {"amount", "money"}
    elif "money" in found:
        found -= {"amount"}
    return tuple(kind for kind in KINDS if kind in found)


@lru_cache(maxsize=256)
def sought(text: str, language: str) -> tuple[str, ...]:
    """The terms that a question looks for, each once: its stems without those of asking, "how much", "by when".

    Args:
        text: The question in the language.
        language: BCP 47 code.

    >>> sought("Summarize what the Council must send", "en")
    ('council', 'send')
    """
    rest = text
    for kind in (*_ASKED_BY_PHRASES, "asking"):
        asking = pattern("questions", primary(language), kind)
        rest = asking.sub(" ", rest) if asking is not None else rest
    return tuple(dict.fromkeys(terms(rest, language) or terms(text, language)))


def terms(text: str, language: str) -> list[str]:
    """Stems of a text's words, in order, one for all words of the same thing.

    Where a language writes without spaces, pairs of characters.

    >>> terms("Tokyo and its lawmakers", "en")
    ['samejp', 'and', 'it', 'sameparliament']
    """
    code = primary(language)
    if code in UNSPACED_LANGUAGES:
        return words(text)
    same = _same(code)
    own = ((word, stem(word, code)) for word in words(spelled_out(text, code)))
    return [same.get(word) or same.get(f"{stemmed}-", stemmed) for word, stemmed in own]


def spelled_out(text: str, language: str) -> str:
    """An English text with "USA" for "US", which in small letters is another word.

    >>> spelled_out("US pressure costs us US$ 5", "en")
    'USA pressure costs us US$ 5'
    """
    return _US.sub("USA", text) if language == "en" else text


@cache
def _same(language: str) -> dict[str, str]:
    """What stands for words that name the same thing, a country by its capital among them.

    Its other forms are found by the stem, with a "-" behind it, where only words of one thing have it: those of "aid"
    and "AIDS" are alike.
    """
    found: dict[str, str] = {}
    keys: dict[str, set[str]] = {}
    for lexicon in ("nations", "same"):
        for (own, key), names in rows(lexicon).items():
            for name in names if own == language else ():
                if name.isalpha():
                    found[name] = f"same{key.lower()}"
                    keys.setdefault(stem(name, language), set()).add(found[name])
    return found | {f"{stemmed}-": own.pop() for stemmed, own in keys.items() if len(own) == 1}
