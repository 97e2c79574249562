"""Amounts: a number with its scale, its per cent and its money, and how often it is said."""

import pytest

from tests.check_cases import issues, messages


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        pytest.param(
            "2.4 million people",
            "2,4 mil milhões de pessoas",
            "The source says 2.4 million, the translation 2,4 mil milhões.",
            id="another scale",
        ),
        pytest.param("3.5 %", "5,3 %", "The source says 3.5, the translation 5,3.", id="figures exchanged"),
        pytest.param("3.1 points", "1,3 pontos", "The source says 3.1, the translation 1,3.", id="one figure each"),
        pytest.param(
            "2.4 million euros",
            "2,4 milhões de dólares",
            "The unit of 2,4 changed: euro in the source, dollar in the translation.",
            id="money behind a scale",
        ),
        pytest.param("5 % of them", "5 deles", "The unit of 5 is gone: percent in the source.", id="per cent lost"),
        pytest.param(
            "5 of them", "5 % deles", "5 has a unit that it has not in the source: percent.", id="per cent added"
        ),
        pytest.param(
            "5 % of us", "5 euros", "The unit of 5 changed: percent in the source, euro in the translation.", id="money"
        ),
        pytest.param("20 dollars each", "20 cada", "The unit of 20 is gone: dollar in the source.", id="money lost"),
        pytest.param(
            "from 2 to 3 and 3",
            "de 2 a 2 e 3",
            "The source says 3 more often than the translation, which says 2 instead.",
            id="counted",
        ),
    ],
)
def test_find_numbers_compares_amounts(source: str, target: str, said: str) -> None:
    assert messages("numbers", source, target) == [said]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Article 6.2 applies", "Aplica-se o artigo 6, n.º 2", id="a paragraph"),
        pytest.param("on 12.05 at 17.30", "a 12 de maio às 17:30", id="a day and an hour"),
        pytest.param("on 12.05.2019", "a 12 de maio de 2019", id="a date"),
        pytest.param("2.4 million", "2 400 000", id="a scale written out"),
        pytest.param("5 to 10 %", "5 % a 10 %", id="one sign for two numbers"),
        pytest.param("5, 6 and 7 per cent", "5 %, 6 % e 7 %", id="one word for three numbers"),
        pytest.param("in 2 of 3 cases, 3 of them new", "em 2 de 3 casos, três deles novos", id="one in words"),
        pytest.param("3 and 3 again", "3 e de novo", id="said once less"),
    ],
)
def test_find_numbers_accepts_the_same_amount(source: str, target: str) -> None:
    assert messages("numbers", source, target) == []


def test_find_numbers_points_at_the_number_that_lost_its_per_cent() -> None:
    (issue,) = issues("numbers", "Of 20, 5 % left.", "De 20, 5 saíram.")
    assert (issue.span, issue.side) == ((7, 8), "source")
