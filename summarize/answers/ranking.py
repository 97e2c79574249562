"""How well each unit of some texts fits a question: its words, its meaning, what stands around it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import log
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from summarize.answers.question import sought, terms
from summarize.answers.units import Unit, may_answer, searched
from translate.tag import primary
from translate.text.embedding import USE_LANGUAGES, Embedder, embedder_for, fast_embedder

Scores = NDArray[np.float64]

_SATURATION, _LENGTH = 1.2, 0.75  # BM25's k1 and b, as Robertson and Zaragoza 2009 give them
# A heading's, a label's or a speaker's word counts so much beside one of the sentence. On QMSum .2 to .4 give the same
# share right at first, 0 and .8 a point less.
_CONTEXT = 0.3
# Sentences on either side that say what a place is about: the standard deviation of a Gaussian. On QMSum 2 to 12 are
# within two points of each other, and five points better at first than none.
_AROUND = 8.0
# A sentence's own score beside that of its surroundings; on QMSum .6 and 1 are alike, .3 two points worse at first.
_OWN = 0.8
_MEANING_AROUND = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in every language that it could be had in.

    Attributes:
        forms: Its text by primary language subtag; the reader's own words first.
        countries: The countries that it names, by ISO 3166 code, in the reader's words.
        impersonal: The forms with "the country" for the one that it names, for texts about that one; or none.
    """

    forms: Mapping[str, str]
    countries: Mapping[str, str] = field(default_factory=dict)
    impersonal: Mapping[str, str] = field(default_factory=dict)


class Ranking:
    """Units ready to be compared with questions.

    Args:
        units: In order of documents and segments; they may leave segments out.
        near: Nearness of each unit in meaning, by whoever kept the vectors; these are made when needed if None.
        documents: How many units there are in all and in how many each term stands, by language, where these are only
            some of them.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        near: Scores | None = None,
        documents: Mapping[str, tuple[int, Mapping[str, int]]] | None = None,
    ) -> None:
        """Nothing is counted before it is asked for."""
        self.units = tuple(units)
        self.searched = tuple(searched(self.units))
        self._known_near = near
        self._documents = documents or {}
        self._tables: dict[str, _Table] = {}
        self._glosses: dict[str, Mapping[int, str]] = {}

    @property
    def is_all(self) -> bool:
        """Whether the units are all that there are."""
        return not self._documents

    def lacking(self, language: str) -> list[int]:
        """Positions of the units that have no text in a language and may answer."""
        known = self._glosses.get(language, {})
        return [
            i
            for i, unit in enumerate(self.units)
            if may_answer(unit) and _text_in(unit, self.searched[i], language, known.get(i)) is None
        ]

    def gloss(self, language: str, texts: Mapping[int, str]) -> None:
        """Keep what units say in another language, by position: what is asked in it is looked for there too."""
        self._glosses[language] = {**self._glosses.get(language, {}), **texts}
        self._tables.pop(language, None)

    def scores(self, asked: Asked) -> "Found":
        """How well each unit fits."""
        lexical, near = self._lexical(asked), self._near(asked)
        words, meaning = _z(np.where(np.isnan(lexical), 0.0, lexical)), _z(near)
        words = np.where(np.isnan(lexical), meaning, words)  # no form of the question in the unit's language
        around = _z(self._smoothed(words)) + _MEANING_AROUND * _z(self._smoothed(meaning))
        own = words + meaning
        return Found(around + _OWN * own, own, near, self._covering(asked), around, self._shares(asked))

    @cached_property
    def runs(self) -> list[slice]:
        """Stretches of units that follow each other in one document."""
        breaks = [
            i
            for i, (before, unit) in enumerate(zip(self.units, self.units[1:], strict=False), 1)
            if (before.document, before.segment + 1) != (unit.document, unit.segment)
        ]
        edges = [0, *breaks, len(self.units)]
        return [slice(a, b) for a, b in pairwise(edges) if a < b]

    def run_of(self, row: int) -> slice:
        """The stretch that a unit stands in."""
        return next(run for run in self.runs if run.start <= row < run.stop)

    def table(self, language: str) -> "_Table":
        """The units that have a text in a language, and its terms."""
        if language not in self._tables:
            glosses = self._glosses.get(language, {})
            self._tables[language] = _Table(self.units, language, self._documents.get(language), glosses)
        return self._tables[language]

    def _lexical(self, asked: Asked) -> Scores:
        """The best BM25 over the question's forms, shape (units,); not a number where no form is in its language."""
        found = np.full(len(self.units), np.nan)
        for language, text in asked.forms.items():
            table = self.table(language)
            found[table.rows] = np.fmax(found[table.rows], table.bm25(sought(text, language)))
        return found

    def _shares(self, asked: Asked) -> Scores:
        """Share of the question's terms, by weight, that each unit has, as BM25 counts it, shape (units,), 0 to 1."""
        found = np.zeros(len(self.units))
        for language, text in asked.forms.items():
            table, wanted = self.table(language), sought(text, language)
            most = sum(table.weight(term) for term in wanted) * (_SATURATION + 1) or 1.0
            found[table.rows] = np.fmax(found[table.rows], table.bm25(wanted) / most)
        return found

    def _covering(self, asked: Asked) -> dict[str, "_Table"]:
        """Tables of the languages in which the question can be compared word by word."""
        return {code: self.table(code) for code in asked.forms if len(self.table(code).rows)}

    def _near(self, asked: Asked) -> Scores:
        """Nearness in meaning, in standard deviations over that of unrelated sentences, shape (units,)."""
        if self._known_near is not None:
            return self._known_near
        found = np.zeros(len(self.units))
        for model, rows, vectors in self._embedded:
            found[rows] = nearness(asked, model, vectors)
        return found

    @cached_property
    def _embedded(self) -> list[tuple[Embedder, NDArray[np.int64], NDArray[np.float32]]]:
        """The models that are best in the units' languages, the units of each, and their vectors."""
        models = {code: embedder_for([code]) for code in {unit.language for unit in self.units}}
        found = []
        for model in {id(model): model for model in models.values()}.values():
            rows = np.array([i for i, unit in enumerate(self.units) if models[unit.language] is model], dtype=np.int64)
            found.append((model, rows, model.vectors([self.searched[i] for i in rows])))
        return found

    def _smoothed(self, values: Scores) -> Scores:
        """Gaussian mean over each stretch of units."""
        reach = int(3 * _AROUND)
        kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / _AROUND) ** 2)
        kernel /= kernel.sum()
        found = np.zeros(len(values))
        for run in self.runs:
            found[run] = np.convolve(np.pad(values[run], reach), kernel, "valid")
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """What a question finds.

    Attributes:
        scores: How well each unit fits with what stands around it, shape (units,).
        own: How well it fits alone.
        near: Nearness in meaning, in standard deviations over that of unrelated sentences.
        tables: By language, where words can be compared.
        around: How well what stands around it fits.
        shares: How many of the question's terms it has, 0 to 1.
        close: Nearness to the question as to what asks for it, by the slow model, in standard deviations over that of
            unrelated sentences; not a number where it was not looked at.
    """

    scores: Scores
    own: Scores
    near: Scores
    tables: "Mapping[str, _Table]"
    around: Scores
    shares: Scores
    close: Scores | None = None


class _Table:
    """Terms of the units that have a text in a language, their own or their translation's.

    Args:
        units: All.
        language: Primary subtag.
        documents: How many units there are, and in how many each term stands, where these are only some.
        glosses: What units say in the language, by position, where neither they nor their translations are in it.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        language: str,
        documents: tuple[int, Mapping[str, int]] | None = None,
        glosses: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        whole = searched(units)
        texts = (_text_in(unit, whole[i], language, glosses.get(i)) for i, unit in enumerate(units))
        chosen = [(i, text) for i, text in enumerate(texts) if text is not None]
        self.rows = np.array([i for i, _ in chosen], dtype=np.int64)
        own = [terms(text, language) for _, text in chosen]
        self.place = {int(row): place for place, row in enumerate(self.rows)}
        self._counts = [Counter(found) for found in own]
        above = [_above(units[i]) if primary(units[i].language) == language else "" for i, _ in chosen]
        contexts = {text: frozenset(terms(text, language)) for text in dict.fromkeys(above)}
        self._contexts = [contexts[text] for text in above]
        self._lengths = np.array([max(1, len(found)) for found in own], dtype=np.float64)
        self._size, self._frequencies = documents or (len(own), Counter(term for found in own for term in set(found)))

    def weight(self, term: str) -> float:
        """How rare a term is: 0 where most units have it, as BM25 weighs it."""
        count = self._frequencies.get(term, 0)
        return log(1 + (self._size - count + 0.5) / (count + 0.5))

    def has(self, row: int, term: str) -> bool:
        """Whether a unit has a term, itself or above it; false where it has no text in the language."""
        place = self.place.get(row)
        return place is not None and (term in self._counts[place] or term in self._contexts[place])

    def bm25(self, wanted: Sequence[str]) -> Scores:
        """BM25 of each unit, and a share of it for terms above the unit, shape (rows,), from 0."""
        found = np.zeros(len(self._counts))
        if not len(found):
            return found
        norms = _SATURATION * (1 - _LENGTH + _LENGTH * self._lengths / self._lengths.mean())
        for term in wanted:
            counts = np.array([count[term] for count in self._counts], dtype=np.float64)
            above = np.array([term in context for context in self._contexts])
            found += self.weight(term) * (counts * (_SATURATION + 1) / (counts + norms) + _CONTEXT * above)
        return found


def nearness(asked: Asked, model: Embedder, vectors: NDArray[np.float32]) -> Scores:
    """How near texts are to a question in meaning, in standard deviations over unrelated ones, shape (texts,).

    Args:
        asked: The best of its forms counts, of those in languages that the model knows.
        model: What gave the vectors; zeros where it compares words only.
        vectors: Shape (texts, n), float32.
    """
    both = (*asked.forms.items(), *asked.impersonal.items())
    forms = [text for code, text in both if model is not fast_embedder() or code in USE_LANGUAGES]
    if not forms or not model.multilingual:
        return np.zeros(len(vectors))
    mean, spread = model.unrelated
    found: Scores = ((vectors @ model.vectors(forms).T).max(axis=1).astype(np.float64) - mean) / spread
    return found


def _above(unit: Unit) -> str:
    """What stands over a unit: its heading, its article, who speaks."""
    return " ".join(part for part in (unit.heading, unit.label, unit.speaker) if part)


def _text_in(unit: Unit, text: str, language: str, gloss: str | None) -> str | None:
    """What is searched of a unit, or its translation, whichever is in the language; else a gloss."""
    if primary(unit.language) == language:
        return text
    return unit.translation if unit.translation and primary(unit.translation_language) == language else gloss


def _z(values: Scores) -> Scores:
    """Values less their mean, by their standard deviation; zeros where they are all the same."""
    spread = float(values.std()) if len(values) else 0.0
    return (values - values.mean()) / spread if spread > 1e-12 else np.zeros(len(values))
