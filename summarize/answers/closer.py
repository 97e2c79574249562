"""A closer look at the likeliest units, by the slow model, which was trained to bring questions near their answers.

On questions in other words than the text's (python -m benchmarks.ask) it has the right sentence first in 45 of 100, the
fast model in 31, BM25 in 13; looking at every sentence of a long text would take it half a minute.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from summarize.answers.kinds import lacks_asked, lacks_number
from summarize.answers.question import Kind
from summarize.answers.ranking import Asked, Found, Ranking, Scores
from summarize.answers.units import may_answer
from translate.tag import primary
from translate.text.embedding import embedder, question_vectors

_BY_SCORE, _BY_MEANING, _BESIDE = 16, 20, 8
"""Units looked at: the best by all signals, those nearest by the fast model, and the neighbours of the closest of them
in their paragraphs. Of 141 reworded questions 97 % have their answer among the 40 nearest, 84 % among 20."""
_BY_KIND, _SIFTED = 16, 200
"""Besides, so many of the best of so many units that hold a number, where one is asked for."""
_FEW = 80
"""A text with so few sentences that may answer is looked at in full."""
# Some passages are near to whatever is asked: so much of a passage's nearness to questions in general is taken off. Of
# half of the reworded questions 42 in 100 have the right sentence first by closeness alone, 36 without; by how close
# the closest is, the others' answerable ones are told from the unanswerable better (area under the curve .76, .71).
# .2 to .5 are alike, .7 has two points less among five.
_GENERAL = (
    "What does the text say about this?",
    "How much money is involved?",
    "Who is responsible for it?",
    "When does it start and end?",
    "Which countries are concerned?",
    "What must be done and by whom?",
    "How many people are affected?",
    "Why was the decision taken?",
    "What are the main problems?",
    "What will happen next?",
    "Is it allowed or forbidden?",
    "What did the government do?",
    "Where does it take place?",
    "Who pays for it?",
)
_TAKEN_OFF, _IN_GENERAL = 0.35, 0.78
# Cosines of a question and a passage that have nothing to do with each other: mean and standard deviation, over the
# same questions and all sentences of their texts. A passage's mean over the general questions has the mean above.
_UNRELATED = (0.756, 0.028)


def looked_at(
    ranking: Ranking,
    found: Found,
    asked: Asked,
    subjects: Mapping[int, frozenset[str]],
    kinds: tuple[Kind, ...] = (),
    barred: Collection[int] = (),
) -> Found:
    """What a question finds, with how close the likeliest units are; unchanged where the model is not installed.

    Args:
        ranking: The units.
        found: What the question found among them.
        asked: The question.
        subjects: Countries that each document is about: to those about the one asked about it is put without its name,
            which else brings up whatever sentence has it.
        kinds: What the question asks for.
        barred: Positions of units that are looked at only where all are barred.
    """
    model = embedder()
    answering = np.array([may_answer(unit) for unit in ranking.units], dtype=bool)
    if not model.multilingual or not answering.any():
        return found
    allowed = answering.copy()
    allowed[list(barred)] = False
    answering = allowed if allowed.any() else answering
    by_score, by_meaning = (_FEW, 0) if answering.sum() <= _FEW else (_BY_SCORE, _BY_MEANING)
    orders = (
        np.argsort(-np.where(answering, scores, -np.inf), kind="stable")[:most]
        for scores, most in ((found.scores, by_score), (found.near, by_meaning))
    )
    likely = {int(row) for order in orders for row in order if answering[row]}
    rows = sorted(likely | set(_holding(ranking, found, answering, kinds) if by_meaning else ()))
    known = {number for number, own in subjects.items() if asked.impersonal and asked.countries.keys() <= own}
    asking = [_Asking(forms) for forms in (asked.forms, asked.impersonal)]

    def closeness(rows: Sequence[int]) -> Scores:
        vectors = model.vectors([ranking.searched[row] for row in rows])
        units = [ranking.units[row] for row in rows]
        cosines = [asking[u.document in known].cosine(v, u.language) for u, v in zip(units, vectors, strict=True)]
        general = _TAKEN_OFF * (vectors @ _in_general() - _IN_GENERAL)
        found: Scores = (np.array(cosines) - general - _UNRELATED[0]) / _UNRELATED[1]
        return found

    close = np.full(len(ranking.units), np.nan)
    close[rows] = closeness(rows)
    closest = sorted(rows, key=lambda row: -float(close[row]))[:_BESIDE]
    beside = sorted({row for best in closest for row in _neighbours(ranking, best) if answering[row]} - set(rows))
    if beside:
        close[beside] = closeness(beside)
    return replace(found, close=close)


def _holding(ranking: Ranking, found: Found, answering: NDArray[np.bool_], kinds: tuple[Kind, ...]) -> list[int]:
    """Of the units that fit well the best that hold a number, where it is asked how much, how many or when."""
    if not {"amount", "money", "count", "when"}.intersection(kinds):
        return []
    order = np.argsort(-np.where(answering, found.scores, -np.inf), kind="stable")[:_SIFTED]
    holding = (
        int(row)
        for row in order
        if answering[row]
        and not lacks_number(ranking.searched[row], ranking.units[row].language, kinds)
        and not lacks_asked(ranking.searched[row], ranking.units[row].heading, ranking.units[row].language, kinds)
    )
    return list(islice(holding, _BY_KIND))


class _Asking:
    """A question's forms with their vectors.

    Args:
        forms: By primary language subtag; may be empty.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._codes = list(forms)
        self._vectors = question_vectors(embedder(), list(forms.values())) if forms else None

    def cosine(self, vector: NDArray[np.float32], language: str) -> float:
        """Mean of the cosines to the question as it was asked, and in a text's language where it was had in that."""
        if self._vectors is None:
            return 0.0
        own = primary(language)
        rows = sorted({0, self._codes.index(own) if own in self._codes else 0})
        return float((self._vectors[rows] @ vector).mean())


@cache
def _in_general() -> NDArray[np.float32]:
    """The mean vector of questions that may be asked of any text, shape (n,)."""
    mean: NDArray[np.float32] = question_vectors(embedder(), _GENERAL).mean(axis=0)
    return mean


def _neighbours(ranking: Ranking, row: int) -> list[int]:
    """The units before and behind one, in its block."""
    units = ranking.units
    key = (units[row].document, units[row].block)
    return [
        other
        for other in (row - 1, row + 1)
        if 0 <= other < len(units) and (units[other].document, units[other].block) == key
    ]
