"""search(): the likeliest passages for a question in some texts, whether or not they answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from summarize.answers.expansion import expanded
from summarize.answers.question import Question
from summarize.answers.ranking import Asked, Found, Ranking
from summarize.answers.selection import selected
from summarize.answers.translating import question_forms
from translate.choices import Choices
from translate.engines.protocol import Engine
from translate.issue import Issue

MOST_PASSAGES = 5


class Searchable(Protocol):
    """Texts in which answers are looked for: documents at hand, or an index on disk."""

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 codes of the texts, the most frequent first."""

    @property
    def short_forms(self) -> dict[str, str]:
        """Long forms by short forms, as the texts give them."""

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
        issues: What could not be searched as it should.
    """

    asked: Asked
    ranking: Ranking
    found: Found
    rows: tuple[tuple[int, ...], ...]
    issues: tuple[Issue, ...]


def search(corpus: Searchable, question: Question, engines: Mapping[str, Engine], choices: Choices) -> Search:
    """The likeliest passages.

    Args:
        corpus: Texts.
        question: What is asked.
        engines: What translates the question into the texts' languages.
        choices: Its engine is used, where one is chosen.
    """
    forms, issues = question_forms(question, corpus.languages, engines, choices)
    asked = Asked({language: expanded(form, corpus.short_forms) for language, form in forms.items()})
    ranking = corpus.ranking(asked)
    found = ranking.scores(asked)
    return Search(asked, ranking, found, tuple(selected(ranking, found, question, MOST_PASSAGES)), tuple(issues))
