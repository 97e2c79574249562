"""The choice among hypotheses, on scores made by hand."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.firefox_models import SHAPES, TEXTS, write_model
from translate.engines.firefox.beam import _advance, _Search
from translate.engines.firefox.greedy import Decoded
from translate.engines.firefox.translator import Translator


def _search(*tokens: tuple[int, ...]) -> _Search:
    return _Search(9, 0, [Decoded(own, (-1.0,) * len(own), False) for own in tokens])


def _next(search: _Search, words: list[list[int]], scores: list[list[float]], forbidden: list[set[int]]) -> list[int]:
    rows = np.zeros((len(words), 1), np.float32)
    return _advance(search, np.array(scores, np.float32), np.array(words), rows, forbidden, 2)


def test_advance_takes_the_earlier_row_and_then_the_lower_word_among_equals() -> None:
    search = _search((5,), (6,))
    parents = _next(search, [[8, 9], [2, 3]], [[-1.0, -1.0], [-1.0, -1.0]], [set(), set()])
    assert [output.tokens for output in search.live] == [(5, 8), (5, 9)]
    assert parents == [0, 0]


def test_advance_weighs_what_went_before() -> None:
    search = _Search(9, 0, [Decoded((5,), (-3.0,), False), Decoded((6,), (-1.0,), False)])
    assert _next(search, [[8, 9], [2, 3]], [[-0.5, -4.0], [-1.0, -2.0]], [set(), set()]) == [1, 1]


def test_advance_leaves_out_what_a_row_may_not_say() -> None:
    search = _search((5,), (6,))
    _next(search, [[8, 9], [8, 3]], [[-0.1, -3.0], [-1.0, -2.0]], [{8}, set()])
    assert [output.tokens for output in search.live] == [(6, 8), (6, 3)]


def test_advance_finishes_with_the_end_mark_among_the_best() -> None:
    search = _search((5,), (6,))
    _next(search, [[0, 9], [2, 3]], [[-0.1, -3.0], [-1.0, -2.0]], [set(), set()])
    assert [output.tokens for output in search.finished] == [(5,)]


def _hidden(translator: Translator, tokens: list[int]) -> NDArray[Any]:
    state = translator.start([tokens], len(tokens) + 1)
    _, columns, bias = translator.choice([np.array([0, 1])])
    (hidden,), _ = translator.step(("hidden",), state | bias, columns, np.array([0]), 0)
    return hidden


@pytest.mark.parametrize("precision", ["float32", "int8", "uint8"])
def test_output_names_the_likeliest_words_as_a_stable_sort_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, precision: str
) -> None:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))
    translator = Translator(write_model(tmp_path / "model", SHAPES["tiny"]), precision)
    hidden = _hidden(translator, translator.source.encode(TEXTS[0]))
    logits, best, words = translator.output(("logits", "best", "words"), hidden, np.array([0]), 12)
    assert words[0].tolist() == np.argsort(-logits[0], kind="stable")[:12].tolist()
    assert best[0].tolist() == logits[0, words[0]].tolist()


def test_output_names_no_more_words_than_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))
    translator = Translator(write_model(tmp_path / "model", SHAPES["tiny"]), "int8")
    hidden = _hidden(translator, translator.source.encode(TEXTS[0]))
    (words,) = translator.output(("words",), hidden, np.array([0]), 10**6)
    assert sorted(words[0].tolist()) == list(range(translator.shape.target_words))
