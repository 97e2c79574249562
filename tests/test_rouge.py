"""ROUGE of the benchmarks, against hand computations."""

import pytest

from benchmarks.rouge import longest_common, rouge, tokens

# summary "the cat sat", reference "the cat was there": words shared 2 of 3 and 4: F1 = 2·2/7; pairs shared 1 of 2 and
# 3: 2·1/5; longest common subsequence "the cat": 2·2/7.
SUMMARY, REFERENCE = ["the", "cat", "sat"], ["the", "cat", "was", "there"]


@pytest.mark.parametrize(("measure", "expected"), [("one", 400 / 7), ("two", 200 / 5), ("longest", 400 / 7)])
def test_rouge_is_f1(measure: str, expected: float) -> None:
    assert getattr(rouge(SUMMARY, REFERENCE), measure) == pytest.approx(expected)


def test_rouge_counts_a_repeated_pair_once() -> None:
    # 3 pairs ("a b", "b a", "a b") against 1 ("a b"): shared 1, F1 = 2·1/(3+1).
    assert rouge(list("abab"), list("ab")).two == pytest.approx(50.0)


@pytest.mark.parametrize("empty", [([], ["a"]), (["a"], []), ([], [])], ids=["summary", "reference", "both"])
def test_rouge_of_nothing_is_nothing(empty: tuple[list[str], list[str]]) -> None:
    assert rouge(*empty) == (0.0, 0.0, 0.0)


def test_tokens_of_chinese_are_characters() -> None:
    assert tokens("第5条 EU法") == ["第", "5", "条", "eu", "法"]


@pytest.mark.parametrize(
    ("first", "second", "length"),
    [("abcde", "ace", 3), ("abc", "def", 0), ("aab", "ab", 2), ("ba", "ab", 1)],
)
def test_longest_common_subsequence(first: str, second: str, length: int) -> None:
    assert longest_common(list(first), list(second)) == length
