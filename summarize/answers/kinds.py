"""Whether a sentence holds a thing of the kind that a question asks for: a date, a duty, a definition."""

import re

from summarize.answers.question import Kind
from summarize.facts.extraction import facts_in
from summarize.facts.fact import FactKind
from translate.message import Message, say
from translate.tag import primary
from translate.text.lexicon import compiled, pattern, rows
from translate.text.number_words import word_numbers

_FACTS: dict[Kind, FactKind] = {"who": "actor", "when": "date", "amount": "amount", "must": "obligation"}
_CUES: dict[Kind, str] = {"may": "permits", "definition": "defines", "compare": "compares"}

_COUNTED: tuple[Kind, ...] = ("amount", "money", "count", "when")
_DIGIT = re.compile(r"\d")
# A footnote's number, before its sentence or in brackets, and the years of a season or a budget: "2019–20".
_NOTES = re.compile(r"^\W*\d{1,3}\s+(?=[A-Z])|\[\d+\]|(?:1[89]|20)\d\d\s?[–/-]\s?\d+")
_SIGN = re.compile(r"[$€£¥₽₹元円]")
_SCALED = re.compile(r"\d\s(?:[mb]illi|tril|mil m|milh|milli|bilh|Mio|Mrd|млн|млрд|трлн)", re.IGNORECASE)
# Numbers that count: no share, no year, no part of a name ("COVID-19").
_COUNT = re.compile(
    r"(?<![A-Za-z\d_.,/–-])(?!(?:1[89]|20)\d\d(?!\d|[,.]\d))\d+(?:[.,\s\u00a0\u202f]\d+)*"
    r"(?![\d–-]|\s?(?:%|٪|per\s?cent|por\s?c[ei]ent|pour\s?cent|prozent|процент))",
    re.IGNORECASE,
)


def held(text: str, language: str, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """Those of the kinds of which a sentence holds a thing.

    Args:
        text: The sentence.
        language: BCP 47 code; in a language without rules nothing is found.
        kinds: What the question asks for.
    """
    if not kinds:
        return ()
    facts = {fact.kind for fact in facts_in(text, language)} if set(kinds) & set(_FACTS) else set()
    return tuple(
        kind
        for kind in kinds
        if _FACTS.get(kind) in facts
        or _shows(text, language, _CUES.get(kind))
        or (kind == "money" and _names_money(text))
        or (kind == "count" and _counts(text, language))
    )


def lacks_asked(text: str, above: str, language: str, kinds: tuple[Kind, ...]) -> bool:
    """Whether a passage has not the number that is asked for, so that it cannot surely answer.

    Of money one with its currency, or of millions; of things a number that is no share and no year.

    Args:
        text: The passage.
        above: Its heading, which may name the currency of a table's column.
        language: BCP 47 code of both.
        kinds: What the question asks for.
    """
    if "money" in kinds and not _names_money(f"{above} {text}"):
        return True
    return "count" in kinds and not _counts(text, language)


def _names_money(text: str) -> bool:
    """Whether a text has a number and a currency, or a number of millions."""
    currency = compiled(rows("questions")["*", "currency"], "en")
    return bool(_DIGIT.search(text) and (_SIGN.search(text) or currency.search(text) or _SCALED.search(text)))


def _counts(text: str, language: str) -> bool:
    """Whether a text has a number of things, in figures or words."""
    text = _NOTES.sub(" ", text)
    words = (number for number in word_numbers(text, primary(language)) if number.certain and number.value > 1)
    return _COUNT.search(text) is not None or next(words, None) is not None


def lacks_number(text: str, language: str, kinds: tuple[Kind, ...]) -> bool:
    """Whether it is asked how much or when, and a text has neither a fact of that kind nor a digit.

    Of 45 passages that answer such questions 4 lack one, of those found for questions without an answer two in three.
    """
    asked = tuple(kind for kind in kinds if kind in _COUNTED)
    return bool(asked) and _DIGIT.search(text) is None and not held(text, language, asked)


def reason(kind: Kind) -> Message | None:
    """The reason that a passage holds such a thing, in words; none where that tells a reader nothing."""
    match kind:
        case "when":
            return say("It names a date or a period.")
        case "amount":
            return say("It names an amount or a number.")
        case "money":
            return say("It names an amount of money.")
        case "count":
            return say("It names a number.")
        case "definition":
            return say("It says what something means.")
        case _:
            return None


def _shows(text: str, language: str, cue: str | None) -> bool:
    """Whether a cue of the lexicon stands in a text."""
    found = pattern("questions", primary(language), cue) if cue else None
    return found is not None and found.search(text) is not None
