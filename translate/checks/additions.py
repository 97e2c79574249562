"""Clauses that a translation has and its source does not: they mean nothing like it, and the whole is too long."""

import re
from collections.abc import Sequence

from translate.checks.length import length_deviation, letters
from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.lexicon import UNSPACED_LANGUAGES

_CLAUSE = re.compile(r"[^,;:()—–،؛，；：、。.!?]+")
_LEAST, _LEAST_UNSPACED = 20, 8
"""Letters of a clause below which its vector says little."""
_LONGER = 1.2
"""Deviations from the usual length above which a clause is looked at: what was added makes a sentence longer."""
_UNLIKE = 0.1
"""Cosine with the source and each of its clauses below which a clause has nothing to do with it.

By the Universal Sentence Encoder on 1,000 lines of news each, en-pt, en-fr, zh-en and ar-en: 0.05 finds 22, 19, 8 and
20 % of added clauses and flags 0.1, 0.1, 0.1 and 0.0 % of good translations, 0.1 42, 34, 23, 36 and 0.4, 0.1, 0.1, 0.2,
0.13 53, 45, 32, 45 and 0.4, 0.1, 0.1, 0.3. In the Charter from Arabic, 1.2 % of good ones are flagged at 0.1."""


def find_additions(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments longer than usual with a clause that means nothing like their source, by sentence vectors.

    Nothing is said where there are no vectors for both languages, nor of translations of one clause.
    """
    from translate.text.embedding import USE_LANGUAGES, fast_embedder

    issues = []
    for pair in pairs:
        if {pair.source_language, pair.target_language} <= USE_LANGUAGES and length_deviation(pair) >= _LONGER:
            clauses = _clauses(pair.target, pair.target_language)
            model = fast_embedder() if len(clauses) > 1 else None
            if model is None:
                continue
            sources = [pair.source, *(own[0].strip() for own in _clauses(pair.source, pair.source_language))]
            nearest = (model.vectors(sources) @ model.vectors([clause[0].strip() for clause in clauses]).T).max(axis=0)
            if nearest.min() < _UNLIKE:
                issues.append(_added(pair, clauses[int(nearest.argmin())]))
    return issues


def _added(pair: Pair, clause: re.Match[str]) -> Issue:
    """What to say of a clause."""
    text = clause[0].strip()
    start = clause.start() + clause[0].index(text)
    message = say("Nothing in the source seems to say “{text}”: it may have been added.", text=text)
    return Issue("additions", pair.segment, (start, start + len(text)), message)


def _clauses(text: str, language: str) -> list[re.Match[str]]:
    """The clauses of a text that are long enough to be compared."""
    least = _LEAST_UNSPACED if language in UNSPACED_LANGUAGES else _LEAST
    return [match for match in _CLAUSE.finditer(text) if letters(match[0]) >= least]
