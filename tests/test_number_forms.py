"""Plurals of phrases, as grammars of the two languages have them."""

import pytest

from translate.text.number_forms import number_forms


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("autoridade de controlo", "autoridades de controlo"),
        ("sanção", "sanções"),
        ("cidadão da União", "cidadãos da União"),
        ("escrivão", "escrivães"),
        ("órgão colegial", "órgãos colegiais"),
        ("papel", "papéis"),
        ("bem imóvel", "bens imóveis"),
        ("prazo útil", "prazos úteis"),
        ("ato vil", "atos vis"),
        ("farol azul", "faróis azuis"),
        ("juiz relator", "juízes relatores"),
        ("mês português", "meses portugueses"),
        ("país terceiro", "países terceiros"),
        ("nacional de país terceiro", "nacionais de país terceiro"),
        ("ónus da prova", "ónus da prova"),
        ("NATO", "NATO"),
    ],
)
def test_number_forms_has_the_portuguese_plural(phrase: str, plural: str) -> None:
    assert number_forms(phrase, "pt-PT")[-1] == plural


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("member of the Council", "members of the Council"),
        ("supervisory authority", "supervisory authorities"),
        ("holiday", "holidays"),
        ("tax", "taxes"),
        ("witness", "witnesses"),
        ("works", "works"),
        ("EU", "EU"),
    ],
)
def test_number_forms_has_the_english_plural(phrase: str, plural: str) -> None:
    assert number_forms(phrase, "en")[-1] == plural


def test_number_forms_begins_with_the_phrase_itself() -> None:
    assert number_forms("fine", "en") == ("fine", "fines")


def test_number_forms_knows_no_plural_in_other_languages() -> None:
    assert number_forms("Geldbuße", "de") == ("Geldbuße",)
