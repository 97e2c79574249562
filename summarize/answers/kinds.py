"""Whether a sentence holds a thing of the kind that a question asks for: a date, a duty, a definition."""

import re

from summarize.answers.quantities import counts, lasts, shares
from summarize.answers.question import Kind
from summarize.facts.extraction import facts_in
from summarize.facts.fact import FactKind
from translate.message import Message, say
from translate.tag import primary
from translate.text.lexicon import compiled, pattern, rows

_FACTS: dict[Kind, FactKind] = {"who": "actor", "when": "date", "amount": "amount", "must": "obligation"}
_CUES: dict[Kind, str] = {"may": "permits", "definition": "defines", "compare": "compares"}

_MEASURED: tuple[Kind, ...] = ("money", "count", "share", "period")
_COUNTED: tuple[Kind, ...] = (*_MEASURED, "amount", "when")
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[$€£¥₽₹元円]")
_SCALED = re.compile(r"\d\s(?:[mb]illi|tril|mil m|milh|milli|bilh|Mio|Mrd|млн|млрд|трлн)", re.IGNORECASE)


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
        or (kind in _MEASURED and measured(text, language, kind))
    )


def lacks_asked(text: str, above: str, language: str, kinds: tuple[Kind, ...]) -> bool:
    """Whether a passage has not the number that is asked for, so that it cannot surely answer.

    Of money one with its currency, or of millions; of things a number that is no share, no time and no provision's;
    for a share a per cent or a fraction; for a while a number of days or years.

    Args:
        text: The passage.
        above: Its heading, which may name the currency of a table's column.
        language: BCP 47 code of both.
        kinds: What the question asks for.
    """
    above = f"{above} " if above and {"money", "share"} & set(kinds) else ""
    return any(not measured(f"{above}{text}", language, kind) for kind in kinds if kind in _MEASURED)


def measured(text: str, language: str, kind: Kind) -> bool:
    """Whether a text has a number of a kind: money, a count, a share or a time that something takes."""
    match kind:
        case "money":
            return _names_money(text)
        case "count":
            return counts(text, language)
        case "share":
            return shares(text, language)
        case "period":
            return lasts(text, language)
        case _:
            return False


def _names_money(text: str) -> bool:
    """Whether a text has a number and a currency, or a number of millions."""
    currency = compiled(rows("questions")["*", "currency"], "en")
    return bool(_DIGIT.search(text) and (_SIGN.search(text) or currency.search(text) or _SCALED.search(text)))


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
        case "share":
            return say("It names a share.")
        case "period":
            return say("It names a period of time.")
        case "definition":
            return say("It says what something means.")
        case _:
            return None


def _shows(text: str, language: str, cue: str | None) -> bool:
    """Whether a cue of the lexicon stands in a text."""
    found = pattern("questions", primary(language), cue) if cue else None
    return found is not None and found.search(text) is not None
