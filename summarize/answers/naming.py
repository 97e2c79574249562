"""Countries that a question names, and which texts and passages are about them: in any language of the lexicon."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarize.answers.question import spelled_out
from summarize.answers.units import Unit
from translate.checks.concepts import named_in
from translate.tag import primary

_LEXICON = "nations"
_ITSELF = {"en": "the country", "pt": "o país", "fr": "le pays", "es": "el país", "de": "das Land", "it": "il paese"}
_ARTICLE = re.compile(r"(?<!\w)(?:the|[oa]|l[ae]|l’|l'|el|das|die|der|il)\s*$", re.IGNORECASE)
_LEAST_MENTIONS, _LEAST_SHARE = 3, 0.5
"""A text is about a country that it names so often, and so often beside the one that it names most."""


def asked_of(question: str, language: str) -> dict[str, str]:
    """The countries that a question names, by ISO 3166 code, each in the question's own words.

    >>> asked_of("What does Togo say about Brazilian rice?", "en")
    {'TG': 'Togo', 'BR': 'Brazilian'}
    """
    return {
        code: question[slice(*places[0])] for code, places in named_in(_LEXICON, question, primary(language)).items()
    }


def impersonal(question: str, language: str) -> str:
    """The question with "the country" for each one that it names: to a text about that one, the name tells nothing.

    As it was in a language whose word for it is not known here.

    >>> impersonal("How much does the Gambia owe its creditors?", "en")
    'How much does the country owe its creditors?'
    """
    itself = _ITSELF.get(primary(language))
    if itself is None:
        return question
    named = named_in(_LEXICON, question, primary(language)).values()
    for start, end in sorted((place for places in named for place in places), reverse=True):
        before = _ARTICLE.sub("", question[:start])
        question = f"{before}{itself}{question[end:]}"
    return question


def subjects(units: Iterable[Unit]) -> frozenset[str]:
    """Codes of the countries that a text is about: those that it names again and again."""
    counts: Counter[str] = Counter()
    for unit in units:
        counts.update(_codes(unit.text, unit.language))
    most = max(counts.values(), default=0)
    return frozenset(code for code, n in counts.items() if n >= max(_LEAST_MENTIONS, _LEAST_SHARE * most))


def unnamed(
    asked: Mapping[str, str], units: Sequence[Unit], subjects_by_document: Mapping[int, frozenset[str]]
) -> frozenset[str]:
    """Those of the countries asked about that neither these units nor their headings name, nor is their text about.

    Args:
        asked: As asked_of() gives them.
        units: A passage with what stands around it, all of one document.
        subjects_by_document: Of each document.
    """
    left = set(asked)
    for unit in units:
        left -= subjects_by_document.get(unit.document, frozenset())
        if not left:
            break
        left -= _codes(f"{unit.heading} · {unit.text}", unit.language)
    return frozenset(left)


def _codes(text: str, language: str) -> set[str]:
    """The countries that a text names, by name or by their capitals."""
    code = primary(language)
    text = spelled_out(text, code)
    return {key for lexicon in (_LEXICON, "same") for key in named_in(lexicon, text, code) if key.isupper()}
