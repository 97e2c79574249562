"""A text's own short forms: which long form stands behind "FCA", and the other way round."""

import re
from collections.abc import Iterable

from translate.text.words import words

# "Financial Conduct Authority (FCA)" and "FCA (Financial Conduct Authority)".
_SHORT = re.compile(r"\(([^\W\d_]{2,10})\)")
_LONG = re.compile(r"(?<!\w)([^\W\d_]{2,10})\s\(([^()]{6,80})\)")
_SMALL = 4  # letters of a word that a short form may leave out: "of the", "para a"


def short_forms(texts: Iterable[str]) -> dict[str, str]:
    """Long forms by the short forms that the texts give them; the first one counts.

    >>> short_forms(["The European Medicines Agency (EMA) shall report.", "EMA meets in May."])
    {'EMA': 'European Medicines Agency'}
    """
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _SHORT.finditer(text):
            if match[1].isupper() and (long := _before(text[: match.start()], match[1])):
                found.setdefault(match[1], long)
        for match in _LONG.finditer(text):
            if match[1].isupper() and _before(match[2], match[1]) == match[2].strip():
                found.setdefault(match[1], match[2].strip())
    return found


def expanded(question: str, forms: dict[str, str]) -> str:
    """The question with the long form behind each short form in it, and the short form behind each long one.

    >>> expanded("What must the EMA report?", {"EMA": "European Medicines Agency"})
    'What must the EMA report? European Medicines Agency'
    """
    folded = f" {' '.join(words(question))} "
    added = []
    for short, long in forms.items():
        has_short, has_long = (f" {' '.join(words(form))} " in folded for form in (short, long))
        if has_short != has_long:
            added.append(long if has_short else short)
    return " ".join([question, *added])


def _before(text: str, short: str) -> str:
    """The last words of a text whose initials are the short form's letters, small words between; empty if none are."""
    rest, letters = text.split(), list(short.casefold())
    taken: list[str] = []
    while rest and letters:
        word = rest.pop()
        taken.append(word)
        if word[0].casefold() == letters[-1]:
            letters.pop()
        elif len(word) > _SMALL:
            return ""
    return " ".join(reversed(taken)) if not letters else ""
