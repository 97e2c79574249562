"""finished(): a list that was begun goes on as far as there is room."""

from collections.abc import Sequence

import pytest

from summarize.methods.lists import finished
from summarize.methods.selection import costs
from tests.test_summary import document

LIST = document(
    ("paragraph", "Work is done on these principles:"),
    ("list_item", "(a) mutual benefit of both sides;"),
    ("list_item", "(b) timely exchange of news;"),
    ("list_item", "(c) care for the boats."),
    ("paragraph", "The council meets once a year."),
)
# Words: six of the introduction, six of (a) with its letter, five of (b), five of (c), six of the last sentence.
ITEMS = range(1, 5)


@pytest.mark.parametrize(
    ("chosen", "budget", "found"),
    [
        pytest.param([0], 99, [0, 1, 2], id="whole"),
        pytest.param([0], 17, [0, 1], id="as far as there is room"),
        pytest.param([0], 16, [0], id="no room"),
        pytest.param([2], 16, [2], id="no item before others that do not fit"),
        pytest.param([3], 99, [3], id="no list"),
    ],
)
def test_finished(chosen: Sequence[int], budget: int, found: list[int]) -> None:
    assert finished(LIST, costs(LIST, ITEMS), chosen, budget) == found


def test_finished_leaves_a_long_list() -> None:
    items = [("list_item", f"({letter}) {'boat ' * 40}sails;") for letter in "abc"]
    text = document(("paragraph", "There are boats:"), *items)  # type: ignore[arg-type]
    # 3 + 42 words; another 42 would be over 80
    assert finished(text, costs(text, range(1, 4)), [0], 999) == [0]


def test_finished_adds_nothing_to_a_sentence_that_leans_on_another() -> None:
    text = document(("paragraph", "The pier is old."), ("paragraph", "It is closed."), ("paragraph", "It leaks."))
    assert finished(text, costs(text, range(3)), [1], 99) == [1]
