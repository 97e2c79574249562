import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages.detection import segment_languages
from translate.languages.fit import scores
from translate.languages.table import LANGUAGES

_REPORT = "A missão visitou os três países e falou com os responsáveis de onze municípios."
_FLOW = "O caudal do rio desceu em agosto para o valor mais baixo de que há registo."
_NOTICE = "The operator shall release the water within three days of this notice."
_REFUSAL = "We did not breach the agreement and we will not accept any liability."


def test_segment_languages_gives_quotations_their_own() -> None:
    assert segment_languages([_REPORT, _NOTICE, _REFUSAL, _FLOW], "pt") == ("pt", "en", "en", "pt")


_ARABIC = "تحصل سلطة الميناء على رسوم من كل سفينة تدخل الميناء."
_SHORT = "The port authority shall collect 250 euros."


def test_segment_languages_finds_a_line_in_another_script_than_the_documents() -> None:
    assert segment_languages([_ARABIC, _SHORT, _ARABIC], "ar") == ("ar", "en", "ar")


@pytest.mark.parametrize("text", ["WHO", "42 %", "Airbus A320"])
def test_segment_languages_leaves_names_in_another_script_to_the_document(text: str) -> None:
    assert segment_languages([_ARABIC, text, _ARABIC], "ar")[1] == "ar"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'A resposta da delegação foi clara: "{_REFUSAL}"', id="whole-quotation"),
        pytest.param(f'A resposta da delegação foi clara: "{_REFUSAL}', id="quotation-that-goes-on"),
        pytest.param(f"A resposta da delegação foi clara: «{_REFUSAL}»", id="guillemets"),
    ],
)
def test_segment_languages_leaves_a_sentence_around_a_quotation_to_the_document(text: str) -> None:
    assert segment_languages([_REPORT, text, _FLOW], "pt")[1] == "pt"


def test_segment_languages_gives_a_quoted_sentence_its_own() -> None:
    assert segment_languages([_REPORT, f'"{_REFUSAL}"', _FLOW], "pt")[1] == "en"


@pytest.mark.parametrize("line", ["III", "12.03.2024", "—", "NATO", "Lisardo"])
def test_segment_languages_gives_a_short_line_the_documents(line: str) -> None:
    assert segment_languages([_REPORT, line, _NOTICE, _FLOW], "pt")[1] == "pt"


@pytest.mark.parametrize("line", ["III", "12.03.2024", "Article 8"])
def test_segment_languages_gives_a_short_line_that_of_both_its_neighbours(line: str) -> None:
    assert segment_languages([_REPORT, _NOTICE, line, _REFUSAL, _FLOW], "pt")[2] == "en"


def test_segment_languages_lets_a_heading_speak_in_its_own_script() -> None:
    texts = ["Κεφάλαιο Α: Γενικές διατάξεις", _REFUSAL, "General provisions", _NOTICE]
    assert segment_languages(texts, "el") == ("el", "en", "en", "en")


def test_segment_languages_chooses_among_those_that_the_document_speaks() -> None:
    texts = [_REPORT, _NOTICE, _REFUSAL, _FLOW, "Terms of reference"]
    assert segment_languages(texts, "pt")[4] == "en"


def test_segment_languages_keeps_a_document_without_a_language_open() -> None:
    assert segment_languages(["1", "a)", "§ 2"], "und") == ("und", "und", "und")


def test_segment_languages_finds_languages_without_a_documents() -> None:
    assert segment_languages([_REPORT, "1", _FLOW], "und") == ("pt", "pt", "pt")


def test_segment_languages_takes_a_regional_code() -> None:
    assert segment_languages([_REPORT, "1"], "pt-BR") == ("pt", "pt")


def test_segment_languages_of_nothing_is_empty() -> None:
    assert segment_languages([], "pt") == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8), st.sampled_from(["und", "pt", "zh-Hans", "ar"]))
def test_segment_languages_gives_one_known_code_a_text(texts: list[str], document_language: str) -> None:
    found = segment_languages(texts, document_language)
    assert len(found) == len(texts)
    assert set(found) <= LANGUAGES.keys() | {"und"}


@pytest.mark.parametrize("texts", [["Artigo 1.º", "Licitude", "Anexo"] * 3, [_REPORT, _FLOW, "Lisardo"] * 3])
def test_segment_languages_asks_the_slow_detector_nothing_about_the_documents_own(
    texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("translate.languages.detection.second_opinion", asked.append)
    segment_languages(texts, "pt")
    assert asked == []


def test_segment_languages_asks_the_detectors_once_about_a_line_that_comes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("translate.languages.detection.scores", lambda prose: asked.append(prose) or scores(prose))
    segment_languages([_REPORT, _FLOW] * 4, "pt")
    assert sorted(asked) == sorted([_REPORT, _FLOW])


_SIGNATURES = (
    "For regeringen for Kongeriget Danmark og for Færøerne",
    "Udfærdiget i to eksemplarer på de to sprog, som begge har samme gyldighed.",
    "Für die Regierung des Landes und für seine Gemeinden",
    "Geschehen in zwei Urschriften, die beide in gleicher Weise verbindlich sind.",
)


@pytest.mark.parametrize("line", ["Article 7", "ARTICLE 7", "Sir,"])
def test_segment_languages_keeps_a_heading_that_says_nothing_before_signatures_in_others(line: str) -> None:
    assert segment_languages([_NOTICE, line, _REFUSAL, *_SIGNATURES], "en")[1] == "en"


def test_segment_languages_gives_a_heading_that_says_nothing_that_of_its_neighbours() -> None:
    texts = [_NOTICE, _REFUSAL, _REPORT, "Article 7", _FLOW, *_SIGNATURES]
    assert segment_languages(texts, "en")[3] == "pt"
