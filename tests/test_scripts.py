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


@pytest.mark.parametrize(
    ("script", "letters"),
    [
        pytest.param("Latn", "Aˮ\u1d00\u1eff\u2071\u2184\u2c60\u2c7f\ua722\ua7ff\ufb00\ufb06\uff21\uff5a", id="Latn"),
        pytest.param("Grek", "\u0370\u03ff\u1f00\u1ffc", id="Grek"),
        pytest.param("Cyrl", "\u0400\u052f\u1c80\u1c88\ua640\ua69d", id="Cyrl"),
        pytest.param("Armn", "\u0531\u0588\ufb13\ufb17", id="Armn"),
        pytest.param("Hebr", "\u05d0\u05f2\ufb1d\ufb4f", id="Hebr"),
        pytest.param("Arab", "\u0620\u06ff\u0750\u077f\u0870\u08c9\ufb50\ufdfb\ufe70\ufefc", id="Arab"),
        pytest.param(
            "",
            "\u0710\u074f\u0780\u086a\u0f00\u0f8c\u13a0\u1770\u1820\u1c7d\u1ce9\u1cfa\u2c00\u2c5f"
            "\u2c80\u2dde\u2e2f\u3105\u312f\u31a0\u31bf\ua000\ua62b\ua6a0\ua71f\ua800\uabe2\uffa0",
            id="no known language's",
        ),
        pytest.param("Deva", "\u0904\u097f", id="Deva"),
        pytest.param("Beng", "\u0980\u09fc", id="Beng"),
        pytest.param("Guru", "\u0a05\u0a74", id="Guru"),
        pytest.param("Gujr", "\u0a85\u0af9", id="Gujr"),
        pytest.param("Orya", "\u0b05\u0b71", id="Orya"),
        pytest.param("Taml", "\u0b83\u0bd0", id="Taml"),
        pytest.param("Telu", "\u0c05\u0c61", id="Telu"),
        pytest.param("Knda", "\u0c80\u0cf2", id="Knda"),
        pytest.param("Mlym", "\u0d04\u0d7f", id="Mlym"),
        pytest.param("Sinh", "\u0d85\u0dc6", id="Sinh"),
        pytest.param("Thai", "\u0e01\u0e46", id="Thai"),
        pytest.param("Laoo", "\u0e81\u0edf", id="Laoo"),
        pytest.param("Mymr", "\u1000\u108e", id="Mymr"),
        pytest.param("Geor", "\u10a0\u10ff\u1c90\u1cbf", id="Geor"),
        pytest.param("Kore", "\u1100\u11ff\u3131\u318e\uac00\ud7fb", id="Kore"),
        pytest.param("Ethi", "\u1200\u138f", id="Ethi"),
        pytest.param("Khmr", "\u1780\u17dc", id="Khmr"),
        pytest.param("Hani", "\u3005\u303c\u3400\u9fff\uf900\ufad9\U00020000\U0003134a", id="Hani"),
        pytest.param("Kana", "\u3041\u30ff\u31f0\u31ff\uff66\uff9f", id="Kana"),
    ],
)
def test_letters_by_script_knows_the_first_and_last_letter_of_each_block(script: str, letters: str) -> None:
    assert letters_by_script(letters) == {script: len(letters)}
