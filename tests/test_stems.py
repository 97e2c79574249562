"""stems(): forms of one word, in any script."""

import pytest

from translate.text.stems import stems


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        pytest.param("agreements", "agreement", "en", id="english plural"),
        pytest.param("alterações", "alteração", "pt-BR", id="portuguese plural"),
        pytest.param("комитетов", "комитет", "ru", id="russian case"),
        pytest.param("zakonů", "zakony", "cs", id="language without a stemmer"),
    ],
)
def test_stems_are_those_of_another_form(first: str, second: str, language: str) -> None:
    assert stems(first, language) == stems(second, language)


def test_stems_are_characters_where_words_are_not_divided() -> None:
    assert stems("外交，法", "zh-Hans") == ["外", "交", "法"]
