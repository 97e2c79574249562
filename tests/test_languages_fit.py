from collections import Counter
from importlib.resources import files

import pytest

from translate.languages.fit import lacks_common_words, scores, second_knows, second_opinion


def test_scores_are_best_for_the_language_of_the_text() -> None:
    found = scores("Den nye loven trer ikke i kraft før regjeringen har hørt kommunene.")
    assert max(found, key=lambda code: found[code]) == "nb"


def test_scores_leave_out_a_language_that_has_fewer_words_than_its_relative() -> None:
    assert "ast" not in scores("El Gobierno presentará el proyecto de ley antes de que termine el año.")


def test_scores_name_a_language_that_only_its_words_tell() -> None:
    found = scores("Disse Verordnung gellt nich för de Gemeenden, wenn se keen egen Schipp hebbt.")
    assert max(found, key=lambda code: found[code]) == "nds"


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        pytest.param("wqzk brflt vvmpx dqnn", "en", True, id="none-of-four-words"),
        pytest.param("of wqzk brflt vvmpx", "en", False, id="one-of-four-words"),
        pytest.param("brflt", "en", False, id="one-word-does-not-say"),
        pytest.param("wqzk brflt vvmpx dqnn", "ka", False, id="language-without-a-list"),
    ],
)
def test_lacks_common_words_needs_two_words_and_a_list(text: str, code: str, expected: bool) -> None:
    assert lacks_common_words(text, code) is expected


def test_second_opinion_is_the_same_every_time() -> None:
    opinions = {second_opinion("Artikel 1. 1. 2. a)") for _ in range(8)}
    assert len(opinions) == 1


def test_second_opinion_leaves_the_seed_of_others_alone() -> None:
    from langdetect import DetectorFactory

    second_opinion("The committee met twice.")
    assert DetectorFactory.seed is None


def test_second_opinion_is_none_without_letters() -> None:
    assert second_opinion("1 2 3") is None


@pytest.mark.parametrize(("code", "known"), [("nb", True), ("fil", True), ("gl", False)])
def test_second_knows_our_codes(code: str, known: bool) -> None:
    assert second_knows(code) is known


def _rows() -> list[list[str]]:
    text = files("translate.lexicons").joinpath("common_words.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_common_words_name_relatives_that_py3langid_knows() -> None:
    relatives = {relative for _, near, _ in _rows() for relative in near.split()}
    assert relatives <= scores("a plain text").keys()


def test_common_words_stand_once_a_language() -> None:
    repeated = {code: [word for word, n in Counter(listed.split()).items() if n > 1] for code, _, listed in _rows()}
    assert {code: found for code, found in repeated.items() if found} == {}


def test_common_words_have_one_row_a_language() -> None:
    codes = [code for code, _, _ in _rows()]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("text", ["Article", "Artigo", "Sir"])
def test_scores_of_a_text_without_known_letters_differ_by_common_words_alone(text: str) -> None:
    found = scores(text).values()
    assert max(map(abs, found)) < 4
