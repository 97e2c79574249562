"""plural(): what changes in a term and what stays."""

import pytest

from translate.text.plurals import number_forms, plural

ENGLISH = {
    "Member State": "Member States",
    "regulatory authority": "regulatory authorities",
    "holiday": "holidays",
    "tax": "taxes",
    "vice-chairman": "vice-chairmen",
    "certificate of origin": "certificates of origin",
}
PORTUGUESE = {
    "Estado-Membro": "Estados-Membros",
    "vice-presidente": "vice-presidentes",
    "decisão": "decisões",
    "cidadão": "cidadãos",
    "órgão subsidiário": "órgãos subsidiários",
    "nacional de país terceiro": "nacionais de país terceiro",
    "autoridade competente": "autoridades competentes",
    "processo penal": "processos penais",
    "móvel": "móveis",
    "papel": "papéis",
    "fóssil": "fósseis",
    "pessoa civil": "pessoas civis",
    "país": "países",
    "português": "portugueses",
    "gás": "gases",
    "dever de sigilo": "deveres de sigilo",
    "fim": "fins",
    "menor não acompanhado": "menores não acompanhados",
    "contrato à distância": "contratos à distância",
    "índice": "índices",
    "consul": "consuis",
    "sol": "sóis",
}


@pytest.mark.parametrize(("one", "many"), ENGLISH.items(), ids=ENGLISH)
def test_plural_in_english_changes_the_last_word_of_the_noun(one: str, many: str) -> None:
    assert plural(one, "en") == many


@pytest.mark.parametrize(("one", "many"), PORTUGUESE.items(), ids=PORTUGUESE)
def test_plural_in_portuguese_changes_the_noun_and_its_adjectives(one: str, many: str) -> None:
    assert plural(one, "pt") == many


def test_plural_in_another_language_is_the_phrase() -> None:
    assert plural("der Staat", "de") == "der Staat"


@pytest.mark.parametrize(
    ("phrase", "expected"),
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
def test_number_forms_has_the_portuguese_plural(phrase: str, expected: str) -> None:
    assert number_forms(phrase, "pt-PT")[-1] == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
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
def test_number_forms_has_the_english_plural(phrase: str, expected: str) -> None:
    assert number_forms(phrase, "en")[-1] == expected


def test_number_forms_begins_with_the_phrase_itself() -> None:
    assert number_forms("fine", "en") == ("fine", "fines")


def test_number_forms_knows_no_plural_in_other_languages() -> None:
    assert number_forms("Geldbuße", "de") == ("Geldbuße",)
