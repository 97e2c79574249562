"""words(): words in any script."""

import pytest

from translate.text.words import beginning, words

CASES = [
    pytest.param("", [], id="empty"),
    pytest.param("Straße STRASSE", ["strasse", "strasse"], id="case folded"),
    pytest.param("l'État n.º 5", ["l", "état", "n", "º", "5"], id="apostrophe and ordinal"),
    pytest.param("2.200 km", ["2", "200", "km"], id="number with separator"),
    pytest.param("हिन्दी", ["हिन्दी"], id="vowel signs stay in the word"),
    pytest.param("中", ["中"], id="single character"),
    pytest.param("2019年", ["2019", "年"], id="digits beside Chinese"),
    pytest.param("國際法", ["國際", "際法"], id="bigrams"),
    pytest.param("—;…", [], id="punctuation only"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_splits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_stem_is_the_same_for_inflected_forms() -> None:
    assert {beginning("islands"), beginning("island"), beginning("islander")} == {"islan"}
