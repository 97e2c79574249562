"""Units beside numbers: which one stands there, and whether one amount is another in other units."""

import re

import pytest

from translate.text.units import converts, names_unit, unit_at


def unit(text: str) -> str:
    """Name of the unit that stands beside the text's only number; nothing without one."""
    number = re.search(r"\d[\d.]*", text)
    assert number is not None
    found = unit_at(text, *number.span())
    return found.name if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a fee of $5", "dollar"),
        ("a fee of US$ 5", "dollar"),
        ("um preço de R$ 5", "real"),
        ("a fee of £5", "pound sterling"),
        ("a fee of €5", "euro"),
        ("5-mile", "mile"),
        ("5 miles per hour", "mile per hour"),
        ("5 quilômetros", "kilometre"),
        ("5\u202f%", "percent"),
        ("5 percentage points", "percentage point"),
        ("5公里", "kilometre"),
        ("5 mills", ""),
        ("5 milles", "mile"),
        ("5 millennia", ""),
        ("5 chili", "kilogram"),
        ("5 children", ""),
        ("page 5", ""),
        ("BONUS$5", ""),
    ],
)
def test_unit_at(text: str, name: str) -> None:
    assert unit(text) == name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("10 miles", "16 km", True, id="10 × 1.609 = 16.1"),
        pytest.param("10 miles", "13 km", True, id="13 is 19 % less than 16.1"),
        pytest.param("10 miles", "12.8 km", False, id="12.8 is 20.5 % less"),
        pytest.param("10 miles", "19.4 km", False, id="19.4 is 20.5 % more"),
        pytest.param("10 miles", "16 kg", False, id="another dimension"),
        pytest.param("10 dollars", "10 euros", False, id="money has no fixed rate"),
        pytest.param("50 °F", "10 °C", True, id="(50 - 32) / 1.8 = 10"),
        pytest.param("10 °C", "50 °F", True, id="10 × 1.8 + 32 = 50"),
        pytest.param("18 degrees", "10 degrees", True, id="a difference: 18 / 1.8 = 10"),
        pytest.param("10 degrees", "18 degrees", True, id="a difference: 10 × 1.8 = 18"),
        pytest.param("10 degrees", "30 degrees", False, id="neither"),
    ],
)
def test_converts(one: str, other: str, expected: bool) -> None:
    found = [unit_at(text, 0, len(text.split()[0])) for text in (one, other)]
    assert found[0] is not None
    assert found[1] is not None
    assert converts(float(one.split()[0]), found[0], float(other.split()[0]), found[1]) is expected


@pytest.mark.parametrize(("text", "expected"), [("Fees in euros", True), ("Fees in dollars", False)])
def test_names_unit_knows_a_sign_by_its_name(text: str, expected: bool) -> None:
    assert names_unit(text, "€") is expected
