"""key_points(): the set that is worth most, said once, within a number of words, with every part heard."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from summarize.methods.keypoints import Wanted, key_points, likeness
from summarize.methods.selection import Costs
from summarize.methods.worth import KINDS, worths
from summarize.structure.signs import CUES, SIGNS, signs
from summarize.summarization import summarize
from translate.reading.reader import read
from translate.text.lexicon import pattern
from translate.text.tfidf import tfidf


def costs(words: list[int], brought: dict[int, int] | None = None) -> Costs:
    """Each sentence's words; those in `brought` lean on the sentence before, of so many words."""
    leaning = brought or {}
    count = range(len(words))
    return Costs(
        np.array(words),
        np.array([leaning.get(i, 0) for i in count]),
        np.array([i - 1 if i in leaning else -1 for i in count]),
        np.arange(len(words)),
    )


def chosen(worth: list[float], cost: Costs, most: int, budget: int, alike: Sequence[tuple[int, int]] = ()) -> list[int]:
    """The choice where only the pairs in `alike` say the same."""
    same = np.eye(len(worth))
    for first, second in alike:
        same[first, second] = same[second, first] = 1
    return key_points(np.array(worth), cost, range(len(worth)), same, most, budget)


def test_key_points_are_those_worth_most() -> None:
    assert chosen([0.1, 0.9, 0.2, 0.8], costs([5] * 4), 2, 100) == [1, 3]


def test_key_points_say_a_thing_once() -> None:
    assert chosen([0.9, 0.8, 0.2], costs([5] * 3), 2, 100, [(0, 1)]) == [0, 2]


def test_key_points_keep_to_the_words() -> None:
    assert chosen([0.9, 0.5, 0.4], costs([20, 5, 5]), 3, 12) == [1, 2]


def test_key_points_of_too_few_words_are_the_shortest() -> None:
    assert chosen([0.9, 0.5, 0.4], costs([20, 9, 12]), 3, 4) == [1]


def test_key_points_pay_for_what_a_sentence_brings() -> None:
    assert chosen([0.1, 0.9, 0.5], costs([30, 5, 5], {1: 30}), 2, 20) == [2]


def test_key_points_hear_every_third() -> None:
    worth = [0.9] * 7 + [0.5] * 7 + [0.6] * 7
    found = chosen(worth, costs([5] * 21), 5, 100)
    assert {position // 7 for position in found} == {0, 1, 2}


def test_key_points_leave_out_a_third_that_says_nothing() -> None:
    worth = [0.9] * 7 + [0.1] * 7 + [0.8] * 7
    found = chosen(worth, costs([5] * 21), 5, 100)
    assert {position // 7 for position in found} == {0, 2}


def test_key_points_fill_a_slot() -> None:
    worth = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.1])
    assert 5 in key_points(worth, costs([5] * 6), range(6), np.eye(6), 5, 100, Wanted(slots=[[5]]))


def test_likeness_is_the_cosine_and_never_negative() -> None:
    vectors = np.array([[2.0, 0.0], [3.0, 3.0], [-1.0, 0.0], [0.0, 0.0]])
    expected = [[1, 0.7071, 0, 0], [0.7071, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
    assert likeness(vectors) == pytest.approx(np.array(expected), abs=1e-4)


def test_signs_tell_what_a_sentence_does() -> None:
    document = read("We thank you, Mr President. We urge all states to pay 5 million euros.", language="en")
    found = signs(document, (0, 1), tfidf(document.texts))
    columns = [SIGNS.index(sign) for sign in ("ceremony", "demand", "money", "figure")]
    assert (found[0, columns] > 0).tolist() == [True, False, False, False]
    assert (found[1, columns] > 0).tolist() == [False, True, True, True]


@pytest.mark.parametrize("language", ["en", "pt", "es", "fr", "de", "it", "ru", "zh", "ar"])
def test_cues_have_every_kind(language: str) -> None:
    assert [kind for kind in CUES if pattern("cues", language, kind) is None] == []


def test_worths_have_a_weight_for_every_sign() -> None:
    assert {worths()[kind].point.signs.shape for kind in KINDS} == {(len(SIGNS),)}
    assert {worths()[kind].gist.signs.shape for kind in KINDS} == {(len(SIGNS),)}


def test_worth_by_meaning_is_nothing_in_vectors_of_another_model() -> None:
    assert worths()["law"].point.by_meaning(np.ones((2, 5)), np.ones((2, 6)), "TF-IDF").tolist() == [0, 0]


def test_summarize_of_an_options_paper_names_the_option_and_its_cost() -> None:
    paper = Path(__file__).parent.parent / "examples" / "energy-storage.en.md"
    summary = summarize(read(paper))
    said = " ".join(point.text for point in [*([summary.gist] if summary.gist else []), *summary.points])
    assert "recommends the second of them, a guaranteed minimum revenue" in said
    assert "€240 million" in said


def test_signs_know_every_kind_of_cue() -> None:
    lines = files("translate").joinpath("lexicons", "cues.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    assert {row[1] for row in rows} == set(CUES)
