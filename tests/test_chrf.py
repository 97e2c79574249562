"""chrF2 between texts, by hand: precisions and recalls by order of n-gram, then F2."""

import pytest

from translate.text.chrf import chrf_table


def test_chrf_table_is_not_symmetric() -> None:
    # "abc" against "abcd": precisions 1, 1, 1; recalls 3/4, 2/3, 1/2, mean 23/36; order 4 is in one text only.
    # The other way round the two change places: F2 = 5pr / (4p + r).
    table = chrf_table(["abc", "abcd"])
    assert table[0, 1] == pytest.approx(5 * (23 / 36) / (4 + 23 / 36))
    assert table[1, 0] == pytest.approx(5 * (23 / 36) / (4 * 23 / 36 + 1))


def test_chrf_table_counts_an_ngram_as_often_as_both_have_it() -> None:
    assert chrf_table(["aaa", "a"])[0, 1] == pytest.approx(5 * (1 / 3) / (4 / 3 + 1))


def test_chrf_table_leaves_white_space_out() -> None:
    assert chrf_table(["a b c", "abc"])[0, 1] == 1


def test_chrf_table_of_an_empty_text_is_nought() -> None:
    assert chrf_table(["", "abc"])[0, 1] == 0
