"""search(): the likeliest passages for a question in some texts, whether or not they answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from summarize.answers.closer import looked_at
from summarize.answers.expansion import expanded
from summarize.answers.naming import asked_of, impersonal, named
from summarize.answers.question import Question
from summarize.answers.ranking import Asked, Found, Ranking
from summarize.answers.selection import selected
from summarize.answers.translating import gloss, question_forms
from translate.choices import Choices
from translate.engines.protocol import Engine
from translate.tag import primary

MOST_PASSAGES, MOST_ACTORS = 5, 10
"""Passages of an answer; where it is asked who says or does a thing in many texts, so many of them, one of each."""
_BESIDE = 2
"""Sentences on either side that may name the country that a passage is about."""


class Searchable(Protocol):
    """Texts in which answers are looked for: documents at hand, or an index on disk."""

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 codes of the texts, the most frequent first."""

    @property
    def short_forms(self) -> dict[str, str]:
        """Long forms by short forms, as the texts give them."""

    @property
    def subjects(self) -> Mapping[int, frozenset[str]]:
        """Codes of the countries that each text is about."""

    @property
    def unread(self) -> tuple[str, ...]:
        """Names of texts that should have been searched and could not be read."""

    def ranking(self, asked: Asked) -> Ranking:
        """Where to look for an answer: all sentences, or those around the likeliest."""

    def name(self, document: int) -> str:
        """A document's name for display, or empty."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a question found.

    Attributes:
        asked: The question in every language that it could be had in.
        ranking: Where was looked.
        found: How well each unit fits.
        rows: Positions of the units of each passage, the best passage first.
        barred: Positions of units that are about none of the countries asked about.
        subjects: Countries that each text is about.
        one_each: Whether each text gives one passage.
        left: Codes of languages that the question could not be had in.
    """

    asked: Asked
    ranking: Ranking
    found: Found
    rows: tuple[tuple[int, ...], ...]
    barred: frozenset[int]
    subjects: Mapping[int, frozenset[str]]
    one_each: bool
    left: tuple[str, ...]


def search(corpus: Searchable, question: Question, engines: Mapping[str, Engine], choices: Choices) -> Search:
    """The likeliest passages.

    Args:
        corpus: Texts.
        question: What is asked.
        engines: What translates the question into the texts' languages.
        choices: Its engine is used, where one is chosen.
    """
    forms, left = question_forms(question, corpus.languages, engines, choices)
    countries = asked_of(question.text, question.language)
    plain: dict[str, str] = {}
    if len(countries) == 1 and any(countries.keys() <= own for own in corpus.subjects.values()):
        put = replace(question, text=impersonal(question.text, question.language))
        plain, _ = question_forms(put, corpus.languages, engines, choices)
    asked = Asked({language: expanded(form, corpus.short_forms) for language, form in forms.items()}, countries, plain)
    ranking = corpus.ranking(asked)
    gloss(ranking, primary(question.language), engines, choices)
    barred = _barred(ranking, countries, corpus.subjects)
    found = looked_at(ranking, ranking.scores(asked), asked, corpus.subjects, question.kinds, barred)
    one_each = "who" in question.kinds and len({unit.document for unit in ranking.units}) > 1
    most = MOST_ACTORS if one_each else MOST_PASSAGES
    rows = selected(ranking, found, question, most, one_each, barred)
    return Search(asked, ranking, found, tuple(rows), barred, corpus.subjects, one_each, tuple(left))


def _barred(ranking: Ranking, countries: Mapping[str, str], subjects: Mapping[int, frozenset[str]]) -> frozenset[int]:
    """Units that do not say a thing of every country that the question names, nor is their text about it."""
    if not countries:
        return frozenset()
    units, barred = ranking.units, set()
    for run in ranking.runs:
        left = set(countries) - subjects.get(units[run.start].document, frozenset())
        if not left:
            continue
        own = [named(units[row]) for row in range(run.start, run.stop)]
        for place in range(len(own)):
            if left - set().union(*own[max(0, place - _BESIDE) : place + _BESIDE + 1]):
                barred.add(run.start + place)
    return frozenset(barred)
