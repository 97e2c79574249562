"""ROUGE for any script: words where a script has spaces, single characters where it has none (Lin 2004).

The usual package drops every letter that is not Latin; this one is checked by hand computations in the tests.
"""

import re
from collections import Counter
from typing import NamedTuple

from translate.text.words import words

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Rouge(NamedTuple):
    """F1 of three measures, 0 to 100: words shared, word pairs shared, longest common subsequence."""

    one: float
    two: float
    longest: float


def tokens(text: str) -> list[str]:
    """Case-folded words; single characters of scripts written without spaces."""
    return words(_UNSPACED.sub(lambda match: f" {match.group()} ", text))


def rouge(summary: list[str], reference: list[str]) -> Rouge:
    """ROUGE-1, ROUGE-2 and ROUGE-L of tokens against a reference's tokens; 0 where one of them is empty."""
    return Rouge(
        _f1(_shared(summary, reference, 1), len(summary), len(reference)),
        _f1(_shared(summary, reference, 2), len(summary) - 1, len(reference) - 1),
        _f1(longest_common(summary, reference), len(summary), len(reference)),
    )


def ngrams(found: list[str], size: int) -> Counter[tuple[str, ...]]:
    """How often each run of `size` tokens occurs."""
    return Counter(zip(*(found[start:] for start in range(size)), strict=False))


def longest_common(first: list[str], second: list[str]) -> int:
    """Length of the longest common subsequence, in bit vectors (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for position, token in enumerate(first):
        places[token] = places.get(token, 0) | 1 << position
    full = (1 << len(first)) - 1
    row = full
    for token in second:
        matched = row & places.get(token, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(first) - row.bit_count()


def _shared(summary: list[str], reference: list[str], size: int) -> int:
    return (ngrams(summary, size) & ngrams(reference, size)).total()


def _f1(shared: int, given: int, wanted: int) -> float:
    return 200 * shared / (given + wanted) if shared else 0.0
