"""Pairs of words and the choice by what a sentence adds."""

import numpy as np
import pytest

from summarize.methods.pairs import pairs
from summarize.methods.selection import Costs, Coverage, choose, costs
from translate.document import Block, Document, Segment
from translate.text.tfidf import tfidf


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


def leaning(brought: int) -> Costs:
    """Two sentences of three words that lean on segment 0, which has so many, and one of four that leans on none."""
    both = np.array([brought, brought, 0])
    return Costs(np.array([3, 3, 4]), both, np.array([0, 0, -1]), np.array([1, 2, 3]))


SCORES = np.array([0.9, 0.8, 0.1])


@pytest.mark.parametrize(
    ("brought", "expected"),
    [pytest.param(1, [0, 1], id="fits: 3 + 1 + 3"), pytest.param(2, [0], id="nothing else fits: 3 + 2, 2 left")],
)
def test_choose_pays_for_the_sentence_that_comes_along_once(brought: int, expected: list[int]) -> None:
    assert choose(SCORES, leaning(brought), 3, 7, None) == expected


def test_choose_leaves_a_sentence_where_what_comes_along_does_not_fit() -> None:
    costs = Costs(np.array([3, 3, 3]), np.array([0, 5, 0]), np.array([-1, 0, -1]), np.array([1, 2, 3]))
    assert choose(SCORES, costs, 3, 7) == [0, 2]


def test_choose_does_not_pay_for_a_sentence_that_is_chosen_itself() -> None:
    costs = Costs(np.array([4, 3]), np.array([0, 4]), np.array([-1, 0]), np.array([0, 1]))
    assert choose(np.array([0.9, 0.8]), costs, 2, 7) == [0, 1]


def test_costs_count_the_words_of_what_a_sentence_leans_on() -> None:
    text = "The Board keeps a register.\n\nIt shall publish this each year."
    document = Document(text, "en", (Block(0, 27), Block(29, 61)), (Segment(0, 27, 0, "en"), Segment(29, 61, 1, "en")))
    found = costs(document, [0, 1])
    assert (found.own.tolist(), found.brought.tolist(), found.antecedent.tolist()) == ([5, 6], [0, 5], [-1, 0])


def test_coverage_values_are_shares_of_what_the_best_three_say() -> None:
    said = coverage("a1 b1 c1 d1 e1", "f1 g1 h1 i1", "j1 k1 l1", "m1 n1")  # 4, 3, 2 and 1 pairs; (4 + 3 + 2) / 3 = 3
    assert said.values().tolist() == pytest.approx([4 / 3, 1, 2 / 3, 1 / 3])


def test_coverage_of_sentences_that_say_nothing_is_nothing() -> None:
    assert coverage("boats", "nets").values().tolist() == [0, 0]
