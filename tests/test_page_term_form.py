"""What is said of a reader's terms."""

import pytest

from page.term_form import collision_sentence, rows
from page.texts import texts
from translate.resources.adherence import Adherence, Collision
from translate.resources.glossary import Term

FEE = Term("fee", "taxa")


def test_rows_count_and_name_the_sentences() -> None:
    assert rows([Adherence(FEE, (1,), (4, 6))], texts("en")) == {
        "Term": ["fee"],
        "Translation": ["taxa"],
        "Kept": ["1 / 3"],
        "Not in sentences": ["5, 7"],
    }


def test_rows_show_some_places_of_many() -> None:
    assert rows([Adherence(FEE, (), tuple(range(40)))], texts("en"))["Not in sentences"][0].endswith("11, 12 …")


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        ((2,), "fee e tariff tornaram-se a mesma palavra. Veja as frases 3."),
        ((), "fee e tariff tornaram-se a mesma palavra."),
    ],
    ids=["in the text", "in the glossary"],
)
def test_collision_sentence(segments: tuple[int, ...], expected: str) -> None:
    assert collision_sentence(Collision(FEE, Term("tariff", "tarifa"), segments), texts("pt")) == expected
