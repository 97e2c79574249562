"""Whether a sentence holds a thing of the kind that a question asks for: a date, a duty, a definition."""

import re

from summarize.answers.question import Kind
from summarize.facts.extraction import facts_in
from summarize.facts.fact import FactKind
from translate.message import Message, say
from translate.tag import primary
from translate.text.lexicon import pattern

_FACTS: dict[Kind, FactKind] = {"who": "actor", "when": "date", "amount": "amount", "must": "obligation"}
_CUES: dict[Kind, str] = {"may": "permits", "definition": "defines", "compare": "compares"}

_COUNTED: tuple[Kind, ...] = ("amount", "when")
_DIGIT = re.compile(r"\d")


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
    return tuple(kind for kind in kinds if _FACTS.get(kind) in facts or _shows(text, language, _CUES.get(kind)))


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
        case "definition":
            return say("It says what something means.")
        case _:
            return None


def _shows(text: str, language: str, cue: str | None) -> bool:
    """Whether a cue of the lexicon stands in a text."""
    found = pattern("questions", primary(language), cue) if cue else None
    return found is not None and found.search(text) is not None
