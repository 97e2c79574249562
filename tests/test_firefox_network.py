"""The engine's network beside a plain NumPy one, on small random models of every architecture."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.firefox_models import SHAPES, TEXTS, write_model
from tests.firefox_reference import Reference
from translate.engines.firefox.beam import beam
from translate.engines.firefox.forced import forced
from translate.engines.firefox.greedy import Decoded, greedy, output_limit
from translate.engines.firefox.translator import Translator
from translate.engines.firefox.weights import read_weights
from translate.engines.protocol import Decoding

SENTENCES = (*TEXTS, "the fee", "a")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))


def _translator(folder: Path, shape: str, precision: str) -> Translator:
    return Translator(write_model(folder / "model", SHAPES[shape]), precision)


@pytest.fixture
def shortlisted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translator:
    """A translator whose sentences have different words to choose among."""
    monkeypatch.setattr("translate.engines.firefox.shortlist._COMMON", 0)
    monkeypatch.setattr("translate.engines.firefox.beam._NEAR", 3)
    return _translator(tmp_path, "shortlist", "int8")


def _search(translator: Translator, attention: bool = False) -> list[Decoded]:
    tokens = [translator.source.encode(text) for text in SENTENCES]
    return greedy(translator, tokens, 1 + max(map(len, tokens)), attention)


def _expected(folder: Path, translator: Translator, rounded: bool) -> list[tuple[list[int], list[float], np.ndarray]]:
    reference = Reference(read_weights((folder / "model" / "model.bin").read_bytes(), "model.bin"), 8, rounded)
    tokens = [translator.source.encode(text) for text in SENTENCES]
    return [reference.greedy(sentence, output_limit(sentence)) for sentence in tokens]


@pytest.mark.parametrize("precision", ["float32", "int8", "uint8"])
@pytest.mark.parametrize("shape", SHAPES)
def test_greedy_equals_the_reference(tmp_path: Path, shape: str, precision: str) -> None:
    translator = _translator(tmp_path, shape, precision)
    expected = _expected(tmp_path, translator, precision != "float32")
    assert [list(output.tokens) for output in _search(translator)] == [
        [token for token in tokens if token] for tokens, _, _ in expected
    ]


# A number that lies between two integers may be rounded either way, which moves an int8 score by some hundredths.
@pytest.mark.parametrize(("precision", "tolerance"), [("float32", 1e-3), ("int8", 0.05)])
@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "shortlist"])
def test_greedy_scores_as_the_reference(tmp_path: Path, shape: str, precision: str, tolerance: float) -> None:
    translator = _translator(tmp_path, shape, precision)
    expected = _expected(tmp_path, translator, precision != "float32")
    found = [score for output in _search(translator) for score in output.scores]
    assert found == pytest.approx([score for _, scores, _ in expected for score in scores], abs=tolerance)


@pytest.mark.parametrize("shape", ["tiny", "two vocabularies"])
def test_greedy_attends_as_the_reference(tmp_path: Path, shape: str) -> None:
    translator = _translator(tmp_path, shape, "float32")
    expected = _expected(tmp_path, translator, False)
    found = [
        np.stack(output.attention)[:, : attention.shape[1]]
        for output, (_, _, attention) in zip(_search(translator, attention=True), expected, strict=True)
    ]
    np.testing.assert_allclose(
        np.concatenate([a.ravel() for a in found]), np.concatenate([a.ravel() for _, _, a in expected]), atol=1e-4
    )


def test_greedy_marks_what_reaches_the_limit(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    expected = _expected(tmp_path, translator, True)
    assert [output.truncated for output in _search(translator)] == [tokens[-1] != 0 for tokens, _, _ in expected]


@pytest.mark.parametrize("shape", ["tiny", "shortlist"])
def test_greedy_is_the_same_alone_and_in_a_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    monkeypatch.setattr("translate.engines.firefox.shortlist._COMMON", 0)
    translator = _translator(tmp_path, shape, "int8")
    tokens = [translator.source.encode(text) for text in SENTENCES]
    length = 1 + max(map(len, tokens))
    alone = [greedy(translator, [sentence], length)[0].tokens for sentence in tokens]
    assert [output.tokens for output in greedy(translator, tokens, length)] == alone


def test_greedy_can_choose_words_outside_the_shortlist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.engines.firefox.shortlist._COMMON", 0)
    translator = _translator(tmp_path, "shortlist", "int8")
    tokens = [translator.source.encode(text) for text in SENTENCES]
    likely = [set(translator.likely_words(sentence)) for sentence in tokens]
    outside = [set(output.tokens) - words for output, words in zip(_search(translator), likely, strict=True)]
    assert any(outside)


def test_greedy_never_chooses_the_unknown_token(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    assert all(1 not in output.tokens for output in _search(translator))


def test_beam_of_one_is_greedy(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    tokens = [translator.source.encode(text) for text in SENTENCES]
    length = 1 + max(map(len, tokens))
    found = beam(translator, tokens, length, Decoding(beam=1))
    assert [outputs[0].tokens for outputs in found] == [output.tokens for output in _search(translator)]


@pytest.mark.parametrize("shape", ["tiny", "shortlist"])
def test_beam_is_the_same_alone_and_in_a_batch(tmp_path: Path, shape: str) -> None:
    translator = _translator(tmp_path, shape, "int8")
    tokens = [translator.source.encode(text) for text in SENTENCES]
    length = 1 + max(map(len, tokens))
    decoding = Decoding(beam=3, no_repeat_ngram=3)
    alone = [beam(translator, [sentence], length, decoding)[0] for sentence in tokens]
    assert beam(translator, tokens, length, decoding) == alone


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(2, 44), min_size=1, max_size=9), min_size=2, max_size=5), st.integers(1, 5))
def test_beam_depends_on_no_other_sentence(shortlisted: Translator, sentences: list[list[int]], width: int) -> None:
    found = beam(shortlisted, sentences, 16, Decoding(beam=width))
    assert found == [beam(shortlisted, [own], 16, Decoding(beam=width))[0] for own in sentences]


def test_beam_scores_as_a_search_of_the_whole_vocabulary(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    tokens = translator.source.encode(TEXTS[0])
    (outputs,) = beam(translator, [tokens], len(tokens) + 1, Decoding(beam=3))
    (scores,) = forced(translator, [tokens], [outputs[1].tokens], len(tokens) + 1)
    assert outputs[1].scores == pytest.approx(scores, abs=1e-5)


def test_beam_gives_something_where_no_word_is_left(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    decoding = Decoding(beam=2, no_repeat_ngram=1, min_length_ratio=3)  # more words than there are
    (outputs,) = beam(translator, [[5] * 20], 24, decoding)
    assert outputs[0].truncated


def test_beam_gives_the_best_mean_first(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    tokens = translator.source.encode(TEXTS[0])
    (outputs,) = beam(translator, [tokens], len(tokens) + 1, Decoding(beam=4))
    means = [np.mean(output.scores) for output in outputs]
    assert means == sorted(means, reverse=True)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_beam_repeats_no_ngram(tmp_path: Path, size: int) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    tokens = translator.source.encode(TEXTS[1])
    found = beam(translator, [tokens], len(tokens) + 1, Decoding(beam=2, no_repeat_ngram=size))[0][0]
    ngrams = [found.tokens[i : i + size] for i in range(len(found.tokens) - size + 1)]
    assert len(set(ngrams)) == len(ngrams)


def test_beam_keeps_the_least_length(tmp_path: Path) -> None:
    translator = _translator(tmp_path, "tiny", "int8")
    tokens = [translator.source.encode(text) for text in TEXTS]
    found = beam(translator, tokens, 1 + max(map(len, tokens)), Decoding(beam=2, min_length_ratio=1.0))
    assert all(len(outputs[0].tokens) >= len(sentence) for outputs, sentence in zip(found, tokens, strict=True))
