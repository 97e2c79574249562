"""The choice among hypotheses, on scores made by hand."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.firefox_models import SHAPES, TEXTS, write_model
from translate.engines.firefox.beam import Following, Likeliest, Live, Picked, _repeating, _rule_out
from translate.engines.firefox.translator import Translator


def _live(totals: list[float], tokens: list[list[int]], least: int = 0) -> Live:
    """One sentence's hypotheses."""
    return Live(
        rows=np.array([0]),
        limits=np.array([9]),
        least=np.array([least]),
        totals=np.array([totals]),
        tokens=np.array([tokens]),
        scores=np.zeros((1, *np.shape(tokens)), np.float32),
        attention=np.zeros((1, *np.shape(tokens), 0), np.float32),
    )


def _pick(totals: list[float], words: list[list[int]], scores: list[list[float]]) -> Picked:
    following = Following(
        np.array([words]),
        np.array([scores], np.float32),
        np.zeros((1, 2, 1), np.float32),
        np.zeros((1, 2), np.float32),
        np.array([[0]]),
    )
    return Likeliest(2).pick(_live(totals, [[5], [6]]), following)


def test_likeliest_takes_the_earlier_row_and_then_the_lower_word_among_equals() -> None:
    picked = _pick([-1, -1], [[8, 9], [2, 3]], [[-1.0, -1.0], [-1.0, -1.0]])
    assert (picked.parents.tolist(), picked.words.tolist()) == ([[0, 0]], [[8, 9]])


def test_likeliest_weighs_what_went_before() -> None:
    picked = _pick([-3, -1], [[8, 9], [2, 3]], [[-0.5, -4.0], [-1.0, -2.0]])  # -3.5 and -7, -2 and -3
    assert picked.parents.tolist() == [[1, 1]]


def test_likeliest_ends_what_is_among_the_best() -> None:
    picked = _pick([-1, -1], [[0, 9], [2, 3]], [[-0.25, -3.0], [-1.0, -2.0]])
    assert picked.ended == [(0, 0, -0.25)]


def test_likeliest_goes_on_with_others_in_place_of_what_ended() -> None:
    picked = _pick([-1, -1], [[0, 9], [2, 3]], [[-0.25, -3.0], [-1.0, -2.0]])
    assert picked.words.tolist() == [[2, 3]]


def test_likeliest_ends_nothing_that_is_not_among_the_best() -> None:
    assert not _pick([-1, -1], [[0, 9], [2, 3]], [[-3.0, -3.0], [-1.0, -2.0]]).ended


@pytest.mark.parametrize(
    ("size", "found"), [(0, []), (1, [4, 5, 4]), (2, [5, -1]), (3, [-1]), (4, [])], ids=["0", "1", "2", "3", "4"]
)
def test_repeating_names_what_followed_the_last_tokens_before(size: int, found: list[int]) -> None:
    assert _repeating(np.array([[[4, 5, 4]]]), size)[0, 0].tolist() == found


def test_rule_out_lowers_repetitions_and_an_early_end() -> None:
    scores = np.full((1, 1, 3), -1, np.float32)
    live = _live([-1], [[5]], least=2)
    _rule_out(scores, np.array([[[0, 7, 8]]]), live, np.array([[[8, -1]]]))
    assert (scores < -1).tolist() == [[[True, False, True]]]


def _hidden(translator: Translator, tokens: list[int]) -> NDArray[Any]:
    state = translator.start([tokens], len(tokens) + 1)
    _, columns, bias = translator.choice([np.array([0, 1])])
    (hidden,), _ = translator.step(("hidden",), state | bias | {"words": columns}, np.array([[0]]), 0)
    return np.asarray(hidden[:, 0])


@pytest.mark.parametrize("precision", ["float32", "int8", "uint8"])
def test_output_names_the_likeliest_words_as_a_stable_sort_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, precision: str
) -> None:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))
    translator = Translator(write_model(tmp_path / "model", SHAPES["tiny"]), precision)
    hidden = _hidden(translator, translator.source.encode(TEXTS[0]))
    logits, words = translator.output(("logits", "words"), hidden, np.array([0]), 12)
    assert words[0].tolist() == np.argsort(-logits[0], kind="stable")[:12].tolist()


def test_output_names_no_more_words_than_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))
    translator = Translator(write_model(tmp_path / "model", SHAPES["tiny"]), "int8")
    hidden = _hidden(translator, translator.source.encode(TEXTS[0]))
    (words,) = translator.output(("words",), hidden, np.array([0]), 10**6)
    assert sorted(words[0].tolist()) == list(range(translator.shape.target_words))
