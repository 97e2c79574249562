"""Key points at the edges: how many make a list, from where every part is heard, what just fits."""

from collections.abc import Sequence

import numpy as np
import pytest

from summarize.methods.keypoints import Wanted, edges, in_words, key_points, likeness, meant
from summarize.methods.selection import Costs
from summarize.methods.worth import KINDS, Worth, kind_of, worths
from summarize.structure.signs import NEARNESS, SIGNS, Numbers, nearness
from translate.text.genre import Genre
from translate.text.tfidf import tfidf


class Lengths:
    """An embedder whose vectors are how long a text is, and one."""

    name = "lengths"
    multilingual = True

    def vectors(self, texts: Sequence[str]) -> Numbers:
        return np.array([[float(len(text)), 1.0] for text in texts]).reshape(len(texts), 2)


def cost(words: Sequence[int], brought: Sequence[int] = (), antecedent: Sequence[int] = ()) -> Costs:
    """Costs of sentences whose segments are numbered from 0."""
    count = len(words)
    return Costs(
        np.array(words, dtype=np.int64),
        np.array(brought or [0] * count, dtype=np.int64),
        np.array(antecedent or [-1] * count, dtype=np.int64),
        np.arange(count),
    )


def found(worth: Sequence[float], most: int, **keywords: object) -> list[int]:
    """Key points of sentences of five words that have nothing in common."""
    count = len(worth)
    options = {"cost": cost([5] * count), "read": range(count), "alike": np.eye(count), "budget": 1000} | keywords
    return key_points(np.array(worth), most=most, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("most", "filled"), [pytest.param(4, False, id="four"), pytest.param(5, True, id="five")])
def test_key_points_fill_slots_from_five_on(most: int, filled: bool) -> None:
    assert (6 in found([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.1], most, wanted=Wanted(slots=[[6]]))) is filled


@pytest.mark.parametrize(("count", "heard"), [pytest.param(20, False, id="20"), pytest.param(21, True, id="21")])
def test_key_points_hear_every_part_of_more_than_twenty_sentences(count: int, heard: bool) -> None:
    assert (count - 1 in found([0.9] * (count - 1) + [0.8], 5)) is False
    worth = [0.9] * (count - 7) + [0.6] * 6 + [0.7]
    assert (count - 1 in found(worth, 5)) is heard


@pytest.mark.parametrize(
    ("worth", "heard"), [pytest.param(0.5, True, id="half"), pytest.param(0.4, False, id="less than half")]
)
def test_key_points_hear_a_part_that_is_worth_half_of_the_third_best(worth: float, heard: bool) -> None:
    assert (20 in found([1.0] * 14 + [0.1] * 6 + [worth], 5)) is heard


def test_key_points_hear_three_parts_unless_told() -> None:
    worth = [1.0] * 16 + [0.7] * 7 + [0.8]
    assert found(worth, 5) == [0, 1, 2, 8, 23]
    assert found(worth, 5, wanted=Wanted(parts=2)) == [0, 1, 2, 3, 12]


def test_key_points_take_the_best_of_a_slot_and_of_a_part() -> None:
    assert found([0.9, 0.9, 0.9, 0.9, 0.9, 0.2, 0.4, 0.3], 5, wanted=Wanted(slots=[[5, 6, 7]])) == [0, 1, 2, 3, 6]


def test_key_points_fill_a_slot_with_what_is_chosen_already() -> None:
    # The second says the same as the first, so that the third is chosen; it fills the slot as well.
    alike = np.eye(6)
    alike[0, 1] = alike[1, 0] = 1
    worth = [0.9, 0.85, 0.8, 0.7, 0.6, 0.5]
    assert found(worth, 5, alike=alike, wanted=Wanted(slots=[[1, 2]])) == [0, 2, 3, 4, 5]


def test_key_points_leave_a_slot_that_nothing_read_fills() -> None:
    assert found([0.9, 0.8, 0.7, 0.6, 0.5, 0.4], 5, read=range(5), alike=np.eye(5), wanted=Wanted(slots=[[5]])) == [
        0,
        1,
        2,
        3,
        4,
    ]


@pytest.mark.parametrize(
    ("budget", "expected"), [pytest.param(15, [0, 1, 2], id="just fit"), pytest.param(14, [0, 1], id="a word less")]
)
def test_key_points_fill_the_words_to_the_last(budget: int, expected: list[int]) -> None:
    assert found([0.9, 0.8, 0.7], 3, budget=budget) == expected


def test_key_points_pay_once_for_what_two_sentences_lean_on() -> None:
    shared = cost([5, 5, 5, 5], brought=[0, 0, 10, 10], antecedent=[-1, -1, 1, 1])
    assert found([0.1, 0.1, 0.9, 0.8], 2, cost=shared, budget=20) == [2, 3]
    assert found([0.1, 0.1, 0.9, 0.8], 2, cost=shared, budget=19) == [2]


def test_key_points_pay_nothing_more_for_a_chosen_antecedent() -> None:
    shared = cost([5, 10, 5], brought=[0, 0, 10], antecedent=[-1, -1, 1])
    assert found([0.1, 0.9, 0.8], 2, cost=shared, budget=15) == [1, 2]


def test_key_points_weigh_a_repetition_by_how_like_it_is() -> None:
    alike = np.array([[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]])
    assert found([1.0, 0.9, 0.6], 2, alike=alike) == [0, 1]  # 0.9 - 0.5 · 0.5 against 0.6
    assert found([1.0, 0.9, 0.7], 2, alike=alike) == [0, 2]  # 0.9 - 0.5 · 0.5 against 0.7


def test_key_points_of_fewer_sentences_than_wanted_are_all() -> None:
    assert found([0.1, 0.2], 9) == [0, 1]
    assert found([], 9) == []


def test_key_points_that_do_not_fit_are_the_one_that_takes_fewest_words() -> None:
    leaning = cost([6, 5, 7], brought=[0, 4, 0], antecedent=[-1, 0, -1])
    assert found([0.1, 0.9, 0.8], 2, cost=leaning, budget=3) == [0]


@pytest.mark.parametrize(
    ("sentences", "parts", "expected"),
    [
        pytest.param(10, 3, [0, 3, 6, 10], id="not equal"),
        pytest.param(2, 3, [0, 0, 1, 2], id="fewer than parts"),
        pytest.param(9, 1, [0, 9], id="one part"),
    ],
)
def test_edges_are_where_parts_begin_and_the_end(sentences: int, parts: int, expected: list[int]) -> None:
    assert edges(sentences, parts) == expected


def test_meant_reads_the_first_three_hundred_characters() -> None:
    assert meant(Lengths(), ["a" * 299, "a" * 300, "a" * 301])[:, 0].tolist() == [299.0, 300.0, 300.0]


def test_in_words_gives_a_column_a_word_to_those_that_are_read() -> None:
    vectors = in_words(tfidf(["boats sail", "fees rise", "boats rise"]), [0, 2])
    assert vectors.shape == (2, 4)
    assert (vectors[0] > 0).sum() == (vectors[1] > 0).sum() == 2
    assert likeness(vectors)[0, 1] > 0


def test_in_words_of_sentences_without_words_says_nothing() -> None:
    assert in_words(tfidf(["…", "—"]), [0, 1]).tolist() == [[0.0], [0.0]]


@pytest.mark.parametrize(
    ("genre", "us", "kind"),
    [
        pytest.param("law", 1.0, "law", id="an act whoever speaks"),
        pytest.param("report", 0.25, "report", id="a report"),
        pytest.param("report", 0.5, "speech", id="a speech under headings"),
        pytest.param("minutes", 0.0, "speech", id="minutes"),
        pytest.param("unknown", 0.0, "speech", id="unknown"),
    ],
)
def test_kind_of_a_text(genre: Genre, us: float, kind: str) -> None:
    signs = np.zeros((4, len(SIGNS)))
    signs[: round(4 * us), SIGNS.index("us")] = 1
    assert kind_of(genre, signs) == kind


def test_worth_is_the_base_and_what_signs_add() -> None:
    worth = Worth(0.5, np.array([1.0, -2.0]), np.zeros(2), np.zeros(3))
    assert worth.by_signs(np.array([[0, 0], [1, 0], [1, 1]])).tolist() == [0.5, 1.5, -0.5]


def test_worth_by_meaning_is_what_vectors_and_nearness_have_of_it() -> None:
    worth = Worth(0.5, np.zeros(2), np.array([0.5, 2.0]), np.array([1.0, 3.0]))
    vectors, near = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[2.0, 0.0], [0.0, 1.0]])
    assert worth.by_meaning(vectors, near, "multilingual-e5-small int8").tolist() == [2.0, 5.0]
    assert worth.by_meaning(vectors, near, "another").tolist() == [0.0, 0.0]


def test_worths_have_columns_of_their_own_for_each_kind() -> None:
    columns = [worth for kind in KINDS for worth in (worths()[kind].point, worths()[kind].gist)]
    assert {worth.meaning.shape for worth in columns} == {(384,)}
    assert len({worth.base for worth in columns}) == 2 * len(KINDS)


def test_nearness_to_the_sentences_before_and_after_is_their_cosine_without_the_mean() -> None:
    # The mean is (1, 0): what is left is (1, 0), (1, 0), (-2, 0), and the last has the opposite direction.
    found = nearness(np.array([[2.0, 0.0], [2.0, 0.0], [-1.0, 0.0]]))
    assert found[:, NEARNESS.index("to_last")].round(6).tolist() == [0.0, 1.0, -1.0]
    assert found[:, NEARNESS.index("to_next")].round(6).tolist() == [1.0, -1.0, 0.0]


def test_nearness_to_all_is_in_deviations() -> None:
    # Products with the mean (1, 0) are 2, 2, -1: their mean is 1, their deviation the root of 2.
    found = nearness(np.array([[2.0, 0.0], [2.0, 0.0], [-1.0, 0.0]]))
    assert found[:, 0] == pytest.approx([2**-0.5, 2**-0.5, -(2**0.5)])


def test_nearness_of_nothing_has_its_columns() -> None:
    assert nearness(np.zeros((0, 3))).shape == (0, len(NEARNESS))


@pytest.mark.parametrize(
    ("alike", "worth", "words", "chosen"),
    [
        pytest.param(0.6, 0.7, 45, [1], id="shorter and nearly as good"),
        pytest.param(0.59, 0.7, 45, [0], id="says something else"),
        pytest.param(0.6, 0.69, 45, [0], id="worth less"),
        pytest.param(0.6, 0.7, 46, [0], id="long itself"),
    ],
)
def test_key_points_take_the_shorter_of_two(alike: float, worth: float, words: int, chosen: list[int]) -> None:
    likenesses = np.array([[1, alike], [alike, 1]])
    assert found([1.0, worth], 1, cost=cost([46, words]), alike=likenesses) == chosen


def test_key_points_never_say_a_thing_twice() -> None:
    likenesses = np.array([[1, 0.9, 0], [0.9, 1, 0], [0, 0, 1]])
    assert found([1.0, 0.9, -1.0], 2, alike=likenesses) == [0, 2]
