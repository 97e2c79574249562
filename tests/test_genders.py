"""gender(): what the ending of a noun tells."""

import pytest

from translate.text.genders import agreeing_forms, gender

CASES = {
    "regulamento interno": 0,
    "direito do mar": 0,
    "operadores de redes": 0,
    "sistemas": 0,
    "órgãos subsidiários": 0,
    "decisões-quadro": 1,
    "autoridades competentes": 1,
    "partes iguais": 1,
    "origem": 1,
    "margens": 1,
    "nacionais de países terceiros": None,
    "país": None,
}


@pytest.mark.parametrize(("phrase", "told"), CASES.items(), ids=CASES)
def test_gender(phrase: str, told: int | None) -> None:
    assert gender(phrase) == told


FORMS = {"regulamento interno": (0,), "partes iguais": (3,), "país": (0, 1), "nacionais": (2, 3)}


@pytest.mark.parametrize(("phrase", "forms"), FORMS.items(), ids=FORMS)
def test_agreeing_forms(phrase: str, forms: tuple[int, ...]) -> None:
    assert agreeing_forms(phrase) == forms
