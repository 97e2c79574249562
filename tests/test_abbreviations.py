"""The lexicon of segmentation: what it knows of which language."""

import pytest

from translate.segmentation.abbreviations import abbreviation_kind, is_starter, lexicon_words


@pytest.mark.parametrize("language", ["en", "pt", "es", "fr", "de", "it", "ru", "nl", "pl", "uk", "cs", "el", "hi"])
def test_words_hold_abbreviations_of_ten_languages_and_more(language: str) -> None:
    assert lexicon_words(language, "number") < lexicon_words("und", "number")


def test_words_of_an_unknown_language_are_those_of_all() -> None:
    assert {"artigo", "artikel", "статья"} <= lexicon_words("und", "provision")


def test_words_of_a_known_language_are_its_own() -> None:
    assert "artigo" not in lexicon_words("de", "provision")


@pytest.mark.parametrize(
    ("word", "language", "kind"),
    [
        ("art", "en", "number"),
        ("Art", "en", "number"),
        ("ART", "en", "number"),
        ("Dr", "ja", "name"),
        ("M", "fr", "name"),
        ("m", "fr", ""),
        ("etc", "pt", "other"),
        ("руб", "ru", "unit"),
        ("vessel", "en", ""),
    ],
)
def test_abbreviation_kind(word: str, language: str, kind: str) -> None:
    assert abbreviation_kind(word, language) == kind


@pytest.mark.parametrize(
    ("text", "language", "starts"),
    [
        ("The Board", "en", True),
        ("L'article", "fr", True),
        ("the Board", "en", False),
        ("No. 5", "en", False),
        ("Fishing vessels", "en", False),
        ("", "en", False),
    ],
)
def test_is_starter(text: str, language: str, starts: bool) -> None:
    assert is_starter(text, language) is starts
