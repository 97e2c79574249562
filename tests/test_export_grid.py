"""Rows of tables: how their numbers are written."""

import pytest

from summarize.export.grid import rows_markup
from summarize.export.rows import Row
from translate.document import Cell
from translate.hypothesis import Hypothesis


def _table(number: str, source: str, target: str) -> str:
    """A table with a name and a number that was copied."""
    rows = []
    for row in (1, 2):
        for column, text in ((1, "Taxa"), (2, number)):
            copied = Hypothesis(text, origin="copied")
            own = (text, source, text, target, copied)
            place = Cell(1, row, column)
            rows.append(
                Row(
                    row * 2 + column, "table_cell", 0, "", None, True, "", "", *own, cell=place, opinion_language=target
                )
            )
    return rows_markup(rows, "en", 2)


@pytest.mark.parametrize(
    ("number", "source", "target", "said"),
    [
        ("1.250,50", "pt", "en", "1.250,50 is 1,250.50"),
        ("12,000", "en", "pt", "12,000 is 12.000"),
        ("3,6", "pt", "fr", ""),
        ("36", "pt", "en", ""),
    ],
    ids=["Portuguese", "English", "alike", "no separator"],
)
def test_a_table_says_how_its_numbers_are_written(number: str, source: str, target: str, said: str) -> None:
    markup = _table(number, source, target)
    assert (said in markup, 'class="numbers"' in markup) == (True, bool(said))


def test_a_copied_cell_is_marked_as_the_same_in_both() -> None:
    assert _table("36", "pt", "en").count("table_cell opens same") == 4
