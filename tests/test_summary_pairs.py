"""Pairs of words and the choice by what a sentence adds."""

import numpy as np
import pytest

from summarize.pairs import pairs
from summarize.selection import Costs, Coverage, choose
from translate.tfidf import tfidf


def free(sentences: int) -> Costs:
    """Costs of one word for each of so many sentences."""
    return Costs(
        np.ones(sentences, dtype=np.int64),
        np.zeros(sentences, dtype=np.int64),
        np.full(sentences, -1),
        np.arange(sentences),
    )


def coverage(*sentences: str, kept: float = 0.0) -> Coverage:
    """Every pair is worth 1, and length does not count."""
    found = pairs(tfidf(sentences))
    return Coverage(found, np.ones(len(found.keys)), np.ones(len(sentences)), kept)


def test_pairs_stay_inside_a_sentence() -> None:
    found = pairs(tfidf(["boats pay fees", "fees fall"]))
    assert (found.row.tolist(), len(found.keys)) == ([0, 0, 1], 3)


def test_pairs_count_a_repeated_one_once() -> None:
    assert len(pairs(tfidf(["fees fall fees fall"])).row) == 2


@pytest.mark.parametrize("sentences", [[], [""], ["boats"]], ids=["nothing", "empty", "one word"])
def test_pairs_of_no_two_words_are_none(sentences: list[str]) -> None:
    assert len(pairs(tfidf(sentences)).row) == 0


def test_pairs_signs_are_how_often_how_early_and_whether_first() -> None:
    signs = pairs(tfidf(["fees fall", "boats sink fees fall"])).signs(np.array([0.0, 2.0]))
    both, second = np.log1p(1 + np.exp(-2)), np.log1p(np.exp(-2))
    expected = [[np.log(2), both, 1], [0, second, 0], [0, second, 0]]
    assert sorted(map(tuple, signs.round(9))) == sorted(map(tuple, np.round(expected, 9)))


def test_choose_takes_what_adds_most() -> None:
    said = coverage("boats pay high fees", "boats pay high fees now", "nets must be marked")
    assert choose(np.zeros(3), free(3), 2, 9, said) == [1, 2]


def test_choose_takes_likenesses_last() -> None:
    said = coverage(
        "all boats of the Isles pay fees every year now",
        "all boats of the Isles pay fees every year soon",
        "nets rot",
        kept=1.0,
    )
    assert choose(np.zeros(3), free(3), 2, 9, said) == [0, 2]


def test_choose_without_coverage_goes_by_score() -> None:
    assert choose(np.array([0.1, 0.3, 0.2]), free(3), 2, 9) == [1, 2]


def test_choose_of_nothing_is_nothing() -> None:
    assert choose(np.zeros(0), free(0), 3, 9) == []
