"""Who a clause is about by its grammar: the noun that opens it, before a verb that only people and bodies do."""

import re

from summarize.facts.spans import Span
from translate.text.lexicon import pattern

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\S")
# "…, in cooperation with the staff, shall" is an insertion; more than two stand behind no subject.
_INSERTIONS = 2
_MOST_WORDS = 7
# Behind a noun these begin what describes it: "desiring to", "referred to", "(NGOs)".
_DESCRIBES = {"en": re.compile(r"\w{2,}(?:ing|ed)\Z"), "pt": re.compile(r"\w{3,}(?:[ai]d[oa]s?|[aei]r|por)\Z")}
# Nouns made of verbs and adjectives are things: "the notification", "a capacidade".
_ABSTRACT = {
    "en": re.compile(r"(?:tion|tions|ment|ments|ity|ities|ness|ance|ence|ing|ings|ism|ship|ure|ures)\Z", re.IGNORECASE),
    "pt": re.compile(
        r"(?:ção|ções|são|sões|mento|mentos|dade|dades|ência|ância|gem|gens|ismo|ura|uras)\Z", re.IGNORECASE
    ),
    "es": re.compile(
        r"(?:ción|ciones|sión|siones|miento|mientos|dad|dades|encia|ancia|aje|ismo|ura|uras)\Z", re.IGNORECASE
    ),
    "fr": re.compile(r"(?:tion|tions|sion|sions|ment|ments|ité|ités|ence|ance|age|isme|ure|ures)\Z", re.IGNORECASE),
}
# "shall, without delay, promptly notify"
_BETWEEN = re.compile(r"(?:\s*,[^,;.]{1,60},)?(?:\s+(?:not|also|then|only|forthwith|so|\w+ly))*\s+")
# A number, a letter, "and" or "provided that" stands before the part.
_OPENS = re.compile(
    r"[\s\"“(]*(?:\(?[a-z0-9]{1,3}[).]\s+)?(?:(?:and|or|but|provided that|e|ou|mas)\s+)?", re.IGNORECASE
)


def doer(text: str, language: str, opened: int, modal: Span) -> Span | None:
    """The noun that is a modal's subject, if what it must or may is something that only somebody does.

    Nothing is known of the noun but that it isn't a thing: "such vessels may not fish" gives "vessels"; one that is
    somebody by its form ("the assessor") may do anything.

    Args:
        text: The sentence.
        language: Primary subtag of its language.
        opened: Where the modal's clause starts.
        modal: The words that oblige or permit.
    """
    deed = pattern("facts", language, "deed")
    verb = _BETWEEN.match(text, modal[1])
    found = noun(text, language, opened, modal[0])
    if found is None or (deed and verb and deed.match(text, verb.end())):
        return found
    return found if _somebody(text[slice(*found)], language) else None


def _somebody(name: str, language: str) -> bool:
    """Whether a noun is a person or a body by its ending; its head comes first where adjectives stand behind."""
    form, other = pattern("facts", language, "form"), pattern("facts", language, "not_form")
    words = name.split()
    head = words[-1] if language == "en" else words[0]
    return form is not None and form.fullmatch(head) is not None and not (other and other.fullmatch(head))


def noun(text: str, language: str, opened: int, edge: int) -> Span | None:
    """The noun that opens the part of a clause that ends at `edge`; None for things, and where none opens it.

    Parts between commas that start with a preposition or a conjunction are passed over, from the last one back.
    """
    parts = [match.span() for match in re.finditer(r"[^,]+", text[:edge]) if match.start() >= opened]
    inserted = pattern("facts", language, "inserts")
    for place in reversed(range(max(0, len(parts) - 1 - _INSERTIONS), len(parts))):
        begin = _begins(text, parts[place][0])
        if begin >= parts[place][1] or (inserted and inserted.match(text, begin)):
            continue
        found = _head(text, language, begin, parts[place][1])
        while (
            found
            and place
            and (listed := _head(text, language, _begins(text, parts[place - 1][0]), parts[place - 1][1]))
        ):
            if listed[1] < len(text[: parts[place - 1][1]].rstrip()):
                break
            found, place = listed, place - 1  # "the owners, the operators and the State may"
        return found
    return None


def behind(text: str, language: str, edge: int) -> Span | None:
    """The noun behind words such as "compete" and a preposition with its article: "compete às Assembleias"."""
    to = pattern("facts", language, "recipient")
    start = edge + len(text[edge:]) - len(text[edge:].lstrip())
    found = to.match(text, start) if to else None
    return _head(text, language, found.end() + 1, len(text), named=True) if found else None


def opening(text: str, language: str, edge: int) -> Span | None:
    """The noun that starts at a position with its article; None for a thing, or none."""
    return _head(text, language, edge, len(text))


def _begins(text: str, start: int) -> int:
    """Where the first word of a part stands, a number or a letter before it left out."""
    found = _OPENS.match(text, start)
    return found.end() if found else start


def _head(text: str, language: str, start: int, end: int, *, named: bool = False) -> Span | None:
    """The noun with its adjectives at the start of a part, without its article; None where it is no such noun."""
    thing = pattern("facts", language, "thing")
    articles = [pattern("facts", language, kind) for kind in ("article", "determiner")]
    opens = next((found for kind in articles if kind and (found := kind.match(text, start, end))), None)
    if opens is None and not (named or text[start : start + 1].isupper()):
        return None
    begin = opens.end() if opens else start
    words: list[re.Match[str]] = []
    stop = pattern("facts", language, "describes")
    for word in _WORD.finditer(text, begin, end):
        if words and any(kind and kind.fullmatch(word[0]) for kind in articles):
            return None  # "the Agency hears the Board and shall"
        describes = words and language in _DESCRIBES and _DESCRIBES[language].match(word[0])
        if not word[0][0].isalpha() or (stop and stop.fullmatch(word[0])) or describes:
            break
        words.append(word)
    if not words or len(words) > _MOST_WORDS:
        return None
    span = words[0].start(), words[-1].end()
    name = text[slice(*span)]
    abstract = any(_ABSTRACT[language].search(word[0]) for word in words) if language in _ABSTRACT else False
    return None if abstract or (thing and thing.search(name)) else span
