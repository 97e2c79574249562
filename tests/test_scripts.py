import pytest

from translate.languages.scripts import letters_by_script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ação 42", {"Latn": 4}, id="latin"),
        pytest.param("ΕΕ, ἡ", {"Grek": 3}, id="greek-extended"),
        pytest.param("закон І", {"Cyrl": 6}, id="cyrillic"),
        pytest.param("החוק", {"Hebr": 4}, id="hebrew"),
        pytest.param("القانون", {"Arab": 7}, id="arabic"),
        pytest.param("法律は", {"Hani": 2, "Kana": 1}, id="japanese"),
        pytest.param("법률", {"Kore": 2}, id="korean"),
        pytest.param("កម្ម", {"Khmr": 3}, id="khmer-without-marks"),
        pytest.param("ᏣᎳᎩ", {"": 3}, id="script-of-no-known-language"),
        pytest.param("42 % — €", {}, id="no-letters"),
        pytest.param("", {}, id="empty"),
    ],
)
def test_letters_by_script_counts_letters(text: str, expected: dict[str, int]) -> None:
    assert letters_by_script(text) == expected
