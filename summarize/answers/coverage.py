"""Whether a text speaks in one place of everything that a question speaks of, in whatever words."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.answers.quantities import beside_counts, lasts
from summarize.answers.question import sought, terms
from summarize.answers.ranking import Asked, Found, Ranking
from translate.tag import primary
from translate.text.embedding import USE_LANGUAGES, fast_embedder
from translate.text.lexicon import UNSPACED_LANGUAGES, pattern
from translate.text.words import words

_BESIDE = 1
_LEAST_LETTERS = 4
_LEAST_WEIGHT = 0.1
_COUNTED = 2
"""Words behind "how many" that may name what is counted: "staff", "poor pupils"."""
_ALIKE = 0.42
"""Cosine from which on two words may be of the same things: "companies" and "servicers" .46, "tourists" and the best of
a sentence on other things .36; with .6 three questions more of the half tuned on are wrongly refused."""
_OF_IT = 0.6
"""The same for another word of the question beside a number of people or in the sentence with a number of years: those
that answer have .69 or more, "married" and a law's sentence on coming of age .45, "work" and any sentence about .5."""
UNKNOWN = 0.6
"""What stands for the coverage where words cannot be compared: about the mean of answerable questions."""


class Coverage:
    """How near a question's words come to words of a document, in whatever words that says it.

    "How many tourists came?" has no answer where nothing is like "tourists". Word is compared with word by the fast
    model; on questions in other words than the text's this tells answerable from other ones as well as the nearness of
    the best sentence does, and both together better (area under the curve .78, .78, .86).

    Args:
        asked: The question.
        ranking: The units.
        found: What the question found among them.
        document: Which of their documents.
        about: Codes of the countries that it is about: that it names them tells nothing.

    Attributes:
        known: The terms that these countries have.
    """

    def __init__(
        self, asked: Asked, ranking: Ranking, found: Found, document: int, about: Collection[str] = ()
    ) -> None:
        """No word is compared before it is asked for."""
        self.known = frozenset(f"same{code.lower()}" for code in about)
        self._ranking = ranking
        self._rows = {i for i, unit in enumerate(ranking.units) if unit.document == document}
        language = primary(ranking.units[min(self._rows)].language) if self._rows else ""
        self._form = language if language in asked.forms else next(iter(asked.forms))
        self._text = asked.forms[self._form]
        known = fast_embedder() is not None and {language, self._form} <= USE_LANGUAGES - UNSPACED_LANGUAGES
        self._wanted = _content(self._text, self._form, self.known) if known else ()
        fit = found.scores if found.close is None else np.where(np.isnan(found.close), -np.inf, found.close)
        self._likeliest = sorted(self._rows, key=lambda row: (-float(fit[row]), row))
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._least: dict[int, float] = {}

    def least(self, most: int) -> float:
        """How near the least covered word comes to one in or beside the likeliest so many units, at most 1."""
        if most not in self._least:
            self._least[most] = min(self._nearness(self._likeliest[:most], _BESIDE), default=UNKNOWN)
        return self._least[most]

    def mean(self, rows: Collection[int], beside: int) -> float:
        """How near the question's words come, by their weight, to those in some units and so many on either side."""
        nearness = self._nearness(rows, beside)
        if not nearness:
            return UNKNOWN
        table = self._ranking.table(self._form)
        weights = [
            _LEAST_WEIGHT + max((table.weight(term) for term in terms(word, self._form)), default=0.0)
            for word in self._wanted
        ]
        return float(np.average(nearness, weights=weights))

    def counts(self, rows: Collection[int]) -> bool:
        """Whether some units have a number of what the question counts, "tourists" in "How many tourists came?".

        It stands beside the number; where people are counted, so does another word of the question, and where years
        are, its sentence has one. True where the question counts nothing, or words cannot be compared.
        """
        texts = [(self._ranking.searched[row], self._ranking.units[row].language) for row in rows]
        for kind in ("period", "count") if self._wanted else ():
            cue = pattern("questions", self._form, kind)
            asked = cue.search(self._text) if cue is not None else None
            if asked is None:
                continue
            rest = [word for word in self._wanted if word not in words(asked[0])]
            if kind == "period":
                return self._speak([text for text, code in texts if lasts(text, code)], rest, _OF_IT)
            near = [part for text, code in texts for part in beside_counts(text, code)]
            counted = [word for word in words(self._text[asked.end() :])[:_COUNTED] if word in rest]
            people = pattern("questions", self._form, "people")
            if people is not None and counted and people.fullmatch(counted[0]):
                plain = [word for word in rest if word != counted[0] and word in self._text]  # no name in capitals
                return self._speak(near, counted[:1], _ALIKE) and self._speak(near, plain, _OF_IT)
            return self._speak(near, counted, _ALIKE)
        return True

    def _speak(self, texts: Sequence[str], wanted: Sequence[str], least: float) -> bool:
        """Whether one of some texts has a word so near to one of the wanted ones; true where none can be compared."""
        found = [max(near, default=1.0) for near in (self._likeness([text], wanted) for text in texts)]
        return not wanted or max(found, default=0.0) >= least

    def _nearness(self, rows: Iterable[int], beside: int) -> list[float]:
        """Of each of the question's words to the nearest in some units; empty where words cannot be compared."""
        near = {other for row in rows for other in range(row - beside, row + beside + 1)} & self._rows
        return self._likeness([self._ranking.searched[row] for row in near], self._wanted)

    def _likeness(self, texts: Sequence[str], wanted: Sequence[str]) -> list[float]:
        """Of each of some words to the nearest of some texts; empty where words cannot be compared."""
        known = {term for text in texts for term in terms(text, self._form)}
        others = sorted({word for text in texts for word in words(text) if len(word) >= _LEAST_LETTERS})
        missing = [word for word in wanted if not known.intersection(terms(word, self._form))]
        if missing and not others:
            return []
        likeness = (self._of(missing) @ self._of(others).T).max(axis=1) if missing else ()
        found = dict(zip(missing, map(float, likeness), strict=True))
        return [found.get(word, 1.0) for word in wanted]

    def _of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of words, each made once."""
        model = fast_embedder()
        new = [text for text in texts if text not in self._vectors]
        if new and model is not None:
            self._vectors |= dict(zip(new, model.vectors(new), strict=True))
        return np.array([self._vectors[text] for text in texts])


def _content(text: str, language: str, known: Collection[str]) -> Sequence[str]:
    """The question's words that are sought, as it has them, but for known terms."""
    stems = set(sought(text, language)).difference(known)
    return [word for word in dict.fromkeys(words(text)) if stems.intersection(terms(word, language))]
