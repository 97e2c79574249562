"""Speller: what a model doesn't know is said in characters that it knows, and put back where it came through."""

import string

import pytest

from translate.engines.firefox.spelling import Speller

KNOWN = set(string.printable) | set("áàâãéêíóôõúüçñºª".replace("ñ", "").replace("ü", ""))
"""As the vocabularies of 2023: small Portuguese letters, no capitals with accents, no typographic signs."""


def speller(language: str = "pt") -> Speller:
    return Speller(language, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("language", "text", "spelled"),
    [
        ("en", "See § 12.", "See  section  12."),
        ("pt", "Nos termos do § 2.º", "Nos termos do  parágrafo  2.º"),
        ("ru", "§ 12", "§ 12"),
        ("en", "±3 days", " plus or minus 3 days"),
        ("en", "14½ metres", "14 1/2 metres"),
        ("en", "He said—no", "He said - no"),
        ("en", "Mr Müller", "Mr Muller"),
        ("en", "café", "café"),
        ("pt", "De 50 € a 90 €.", "De 50 EUR  a 90 EUR."),
    ],
    ids=[
        "section",
        "in Portuguese",
        "no words for it",
        "plus or minus",
        "half",
        "long dash",
        "letter",
        "known",
        "sign at the end",
    ],
)
def test_spell_says_what_the_vocabulary_lacks(language: str, text: str, spelled: str) -> None:
    assert speller(language).spell(text).text == spelled


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("NÃO É PERMITIDA A ENTRADA", "Não é permitida a entrada"),
        ("ÓRGÃOS DE SOBERANIA", "órgãos de soberania"),
        ("Disse que NÃO assina.", "Disse que não assina."),
        ("Última hora: caiu.", "última hora: caiu."),
        ("Ângela Merkel falou.", "Angela Merkel falou."),
        ("O acordo com a Índia", "O acordo com a India"),
    ],
    ids=["a text in capitals", "from its first letter", "a word in capitals", "first word", "name", "inside"],
)
def test_spell_takes_away_capitals_that_the_vocabulary_lacks(text: str, spelled: str) -> None:
    assert speller().spell(text).text == spelled


def test_a_sign_that_says_nothing_without_a_figure_is_left() -> None:
    assert Speller("en", (KNOWN - set("#<~")).__contains__).spell("a#b <tag> #5").text == "a#b <tag>  number 5"


def test_places_lead_back_to_the_text() -> None:
    spelling = speller("en").spell("a ½ b")
    assert spelling.text == "a  1/2 b"
    assert [spelling.places[i] for i in (0, 2, 5, 7, 8)] == [0, 2, 2, 4, 5]


@pytest.mark.parametrize(
    ("text", "translation", "restored"),
    [
        ("the “single market”", 'o "mercado único"', "o “mercado único”"),
        ("the “single” “market”", 'o "mercado único"', 'o "mercado único"'),
        ("grew – he said – in 2019–2025", "cresceu - disse - em 2019-2025", "cresceu – disse – em 2019–2025"),
        ("a well-known tax – now", "um imposto bem-conhecido - agora", "um imposto bem-conhecido – agora"),
        ("Mr Müller", "O Sr. Muller", "O Sr. Müller"),
        ("Às 14 horas", "at 2 p.m.", "At 2 p.m."),
        ("com a Índia", "with India", "with India"),
    ],
    ids=["quotes", "not as many", "dashes", "hyphens stay", "letter", "first letter", "the language's own letter"],
)
def test_restored_puts_back_what_came_through(text: str, translation: str, restored: str) -> None:
    assert speller().restored(text, translation, "pt") == restored


def test_a_text_that_is_known_stays_as_it_is() -> None:
    assert speller().spell("It costs $5, 10 % more.").text == "It costs $5, 10 % more."
    assert speller().restored("It is.", 'É "assim" - diz.', "pt") == 'É "assim" - diz.'


def test_quotes_that_english_does_not_know_become_its_own() -> None:
    assert speller().restored("O «navio» e a «rede»", 'The "ship" and the "net"', "en") == "The “ship” and the “net”"
