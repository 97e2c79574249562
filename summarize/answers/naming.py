"""Countries that a question names, and which texts and passages are about them: in any language of the lexicon."""

import re
from collections import Counter
from collections.abc import Iterable

from summarize.answers.question import spelled_out
from summarize.answers.units import Unit
from translate.checks.concepts import named_in
from translate.tag import primary

_LEXICON = "nations"
_ITSELF = {"en": "the country", "pt": "o país", "fr": "le pays", "es": "el país", "de": "das Land", "it": "il paese"}
_ARTICLE = re.compile(r"(?<!\w)(?:the|[oa]|l[ae]|l’|l'|el|das|die|der|il)\s*$", re.IGNORECASE)
_PLACE = re.compile(r"(?<!\w)(?:in|at|near|from|em|perto de|à|en|a|bei|nach|da)\s+$", re.IGNORECASE)
_NAME = re.compile(r"[\s-]+(?:[^\W\d_a-z]|climate)")
_NO_COUNTRY = frozenset({"EU"})
_LEAST_MENTIONS, _LEAST_SHARE = 3, 0.5
"""A text is about a country that it names so often, and so often beside the one that it names most."""
_OPENING, _AGAIN = 8, 2
"""And about one that its first sentences name, where it is named so often in all: who speaks seldom says it later."""


def asked_of(question: str, language: str) -> dict[str, str]:
    """The countries that a question names, by ISO 3166 code, each in the question's own words.

    >>> asked_of("What does Togo say about Brazilian rice?", "en")
    {'TG': 'Togo', 'BR': 'Brazilian'}
    >>> asked_of("What does Rome say about the Rome Statute and talks in Paris?", "en")
    {'IT': 'Rome'}
    """
    return {code: question[slice(*places[0])] for code, places in _places(question, primary(language)).items()}


def _places(question: str, language: str) -> dict[str, list[tuple[int, int]]]:
    """Where a question names countries: by name, or their governments by the capital, which else is a place."""
    found = dict(named_in(_LEXICON, question, language))
    for code, places in named_in("same", question, language).items():
        own = [place for place in places if _acts(question, *place)]
        if code.isupper() and code not in _NO_COUNTRY and own:
            found[code] = sorted({*found.get(code, ()), *own})
    return found


def _acts(question: str, start: int, end: int) -> bool:
    """Whether a capital stands for who governs there: not "in Paris", nor "the Paris Agreement"."""
    return not _PLACE.search(question[:start]) and not _NAME.match(question[end:])


def impersonal(question: str, language: str) -> str:
    """The question with "the country" for each one that it names: to a text about that one, the name tells nothing.

    As it was in a language whose word for it is not known here.

    >>> impersonal("How much does the Gambia owe its creditors?", "en")
    'How much does the country owe its creditors?'
    """
    itself = _ITSELF.get(primary(language))
    if itself is None:
        return question
    named = _places(question, primary(language)).values()
    for start, end in sorted((place for places in named for place in places), reverse=True):
        before = _ARTICLE.sub("", question[:start])
        question = f"{before}{itself}{question[end:]}"
    return question


def subjects(units: Iterable[Unit]) -> frozenset[str]:
    """Codes of the countries that a text is about: those that it names again and again, or at its beginning."""
    counts: Counter[str] = Counter()
    first: set[str] = set()
    for number, unit in enumerate(units):
        codes = _codes(unit.text, unit.language)
        counts.update(codes)
        first |= codes if number < _OPENING else set()
    most = max(counts.values(), default=0)
    return frozenset(
        code
        for code, n in counts.items()
        if n >= max(_LEAST_MENTIONS, _LEAST_SHARE * most) or (n >= _AGAIN and code in first)
    )


def named(unit: Unit) -> set[str]:
    """The countries that a unit or its heading names."""
    return _codes(f"{unit.heading} · {unit.text}", unit.language)


def _codes(text: str, language: str) -> set[str]:
    """The countries that a text names, by name or by their capitals."""
    code = primary(language)
    text = spelled_out(text, code)
    return {key for lexicon in (_LEXICON, "same") for key in named_in(lexicon, text, code) if key.isupper()}
