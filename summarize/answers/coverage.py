"""Whether a text speaks in one place of everything that a question speaks of, in whatever words."""

from collections.abc import Sequence

import numpy as np

from summarize.answers.question import sought, terms
from summarize.answers.ranking import Asked, Found, Ranking
from translate.tag import primary
from translate.text.embedding import USE_LANGUAGES, fast_embedder
from translate.text.lexicon import UNSPACED_LANGUAGES
from translate.text.words import words

_LOOKED_AT, _BESIDE = 10, 1
"""Units whose words are compared with the question's, the likeliest of a text, and sentences on either side."""
_LEAST_LETTERS = 4
UNKNOWN = 0.6
"""What stands for the coverage where words cannot be compared: about the mean of answerable questions."""


def coverage(asked: Asked, ranking: Ranking, found: Found, document: int) -> float:
    """How near the question's least covered word comes to a word of a document's likeliest sentences, at most 1.

    "How many tourists came?" has no answer where nothing is like "tourists". Word is compared with word by the fast
    model; on questions in other words than the text's this tells answerable from other ones as well as the nearness of
    the best sentence does, and both together better (area under the curve .78, .78, .86).

    Args:
        asked: The question.
        ranking: The units.
        found: What the question found among them.
        document: Which of their documents.
    """
    rows = [i for i, unit in enumerate(ranking.units) if unit.document == document]
    language = primary(ranking.units[rows[0]].language) if rows else ""
    form = language if language in asked.forms else next(iter(asked.forms))
    model = fast_embedder()
    wanted = _content(asked.forms[form], form)
    if not wanted or model is None or not {language, form} <= USE_LANGUAGES - UNSPACED_LANGUAGES:
        return UNKNOWN
    fit = found.scores if found.close is None else np.where(np.isnan(found.close), -np.inf, found.close)
    likeliest = sorted(rows, key=lambda row: -float(fit[row]))[:_LOOKED_AT]
    near = {beside for row in likeliest for beside in range(row - _BESIDE, row + _BESIDE + 1)} & set(rows)
    known = {term for row in near for term in terms(ranking.searched[row], form)}
    missing = [word for word in wanted if not known.intersection(terms(word, form))]
    if not missing:
        return 1.0
    texts = {word for row in near for word in words(ranking.searched[row]) if len(word) >= _LEAST_LETTERS}
    if not texts:
        return UNKNOWN
    likeness = model.vectors(missing) @ model.vectors(sorted(texts)).T
    return float(likeness.max(axis=1).min())


def _content(text: str, language: str) -> Sequence[str]:
    """The question's words that are sought, as it has them."""
    stems = set(sought(text, language))
    return [word for word in dict.fromkeys(words(text)) if stems.intersection(terms(word, language))]
