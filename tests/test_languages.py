from collections import Counter

import pytest

from translate.errors import LanguageError
from translate.languages.table import LANGUAGES, language, name_of


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        pytest.param("pt", "pt", id="code"),
        pytest.param("PT", "pt", id="upper-case"),
        pytest.param("pt-BR", "pt", id="region"),
        pytest.param("pt_PT", "pt", id="underscore"),
        pytest.param("pt_BR.UTF-8", "pt", id="locale-with-encoding"),
        pytest.param("sr_RS@latin", "sr", id="locale-with-modifier"),
        pytest.param("por", "pt", id="iso-639-3"),
        pytest.param("ger", "de", id="iso-639-2-b"),
        pytest.param("por_Latn", "pt", id="with-script"),
        pytest.param("Portuguese", "pt", id="english-name"),
        pytest.param("português", "pt", id="native-name"),
        pytest.param("alemão", "de", id="portuguese-name"),
        pytest.param("  greek ", "el", id="spaces"),
        pytest.param("中文", "zh-Hans", id="native-name-in-another-script"),
        pytest.param("zh", "zh-Hans", id="chinese-is-simplified"),
        pytest.param("zh-CN", "zh-Hans", id="chinese-in-china"),
        pytest.param("zh-TW", "zh-Hant", id="chinese-in-taiwan"),
        pytest.param("zh-Hant-HK", "zh-Hant", id="script-and-region"),
        pytest.param("no", "nb", id="norwegian-is-bokmal"),
        pytest.param("iw", "he", id="old-code"),
        pytest.param("tl", "fil", id="tagalog-is-filipino"),
    ],
)
def test_language_finds_a_row(asked: str, code: str) -> None:
    assert language(asked).code == code


def test_language_names_what_is_near() -> None:
    with pytest.raises(LanguageError, match=r"'Portugese' is not known; near it are Portuguese \(pt\)"):
        language("Portugese")


@pytest.mark.parametrize("asked", ["", "und", "xx", "x-klingon", "-", "12"])
def test_language_refuses_what_has_no_row(asked: str) -> None:
    with pytest.raises(LanguageError, match="Give a BCP 47 code"):
        language(asked)


@pytest.mark.parametrize("code", LANGUAGES)
def test_language_finds_every_row_by_its_english_name(code: str) -> None:
    assert language(LANGUAGES[code].name).code == code


def test_no_name_or_alias_belongs_to_two_languages() -> None:
    keys = [
        key
        for row in LANGUAGES.values()
        for key in {text.casefold() for text in (row.code, row.name, row.native, row.portuguese, *row.aliases)}
    ]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_languages_hold_those_of_the_benchmarks_and_engines() -> None:
    ntrex = "ar ca cs de el en es fa fr gl he hi id it ja ko nl pl pt ro ru sv tr uk vi zh-Hans"
    udhr = "bg bn da fi hr hu kk sw th zh-Hant"
    firefox = "az be bs et eu gu is kn lt lv mk ml mr ms nb nn sk sl sq sr ta te ur"
    assert set(f"{ntrex} {udhr} {firefox}".split()) <= LANGUAGES.keys()


@pytest.mark.parametrize("code", ["ar", "fa", "he", "ps", "ug", "ur"])
def test_direction_is_right_to_left(code: str) -> None:
    assert LANGUAGES[code].direction == "rtl"


@pytest.mark.parametrize("code", ["az", "en", "hi", "ru", "zh-Hans"])
def test_direction_is_left_to_right(code: str) -> None:
    assert LANGUAGES[code].direction == "ltr"


@pytest.mark.parametrize(("code", "joiner"), [("ja", ""), ("th", ""), ("zh-Hant", ""), ("ko", " "), ("pt", " ")])
def test_joiner_is_a_space_where_words_have_spaces(code: str, joiner: str) -> None:
    assert LANGUAGES[code].joiner == joiner


@pytest.mark.parametrize(
    ("code", "name"), [("de", "German"), ("und", "an undetermined language"), ("qya", "qya"), ("{0}", "{0}")]
)
def test_name_of_is_for_people(code: str, name: str) -> None:
    assert name_of(code) == name
