"""plural(): what changes in a term and what stays."""

import pytest

from translate.text.plurals import plural

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
