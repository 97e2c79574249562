"""Tables as the views list them, with what the translation says in their place; and as CSV."""

import csv
import io

import pytest

from summarize.briefing import Briefing
from summarize.export.csv import to_csv
from summarize.export.facts import cells, heads, table_lines
from summarize.facts import TABLES, Table, TableRow, fact_tables
from summarize.summary import Summary
from tests.briefings import briefing, untranslated
from translate.document import Block, Document, Segment
from translate.hypothesis import Hypothesis, Link
from translate.languages.detection import Detection
from translate.route import Route
from translate.translation import Translation


def _in_portuguese(source: str, target: str, links: tuple[Link, ...] = ()) -> Briefing:
    """A sentence with its tables and its translation."""
    document = Document(source, "en", (Block(0, len(source)),), (Segment(0, len(source), 0, "en"),))
    translated = document.with_texts([target], ["pt"], "pt")
    hypotheses = (Hypothesis(target, alignment=links, origin="fake"),)
    translation = Translation(document, translated, hypotheses, Route("en", "pt", ()), (), "")
    return Briefing(
        Detection("en", 0.9),
        document,
        translation,
        Summary(document, (), ""),
        (),
        "pt",
        tables=fact_tables(document),
    )


def said(made: Briefing, table: Table) -> list[str]:
    return [line.said.text if line.said else "" for name, lines in table_lines(made) for line in lines if name == table]


def test_table_lines_of_a_briefing_without_facts_are_none() -> None:
    assert table_lines(untranslated()) == ()


def test_table_lines_have_what_the_translation_says() -> None:
    source, target = (
        "Members shall pay 25 euros by 1 May 2027.",
        "Os membros devem pagar 25 euros até 1 de maio de 2027.",
    )
    made = _in_portuguese(source, target)
    assert [said(made, table) for table in ("deadlines", "numbers")] == [["até 1 de maio de 2027"], ["25 euros"]]


def test_table_lines_leave_out_what_the_translation_changed() -> None:
    assert said(_in_portuguese("Fees are 25 euros.", "As taxas são 52 000 euros."), "numbers") == [""]


def test_table_lines_take_the_linked_words_of_a_name_that_is_not_known_there() -> None:
    made = _in_portuguese("The Agency met.", "O organismo X reuniu-se.", (Link(4, 10, 2, 13),))
    assert said(made, "people") == ["organismo X"]


def test_a_line_that_is_not_found_again_is_readable_by_its_sentence() -> None:
    made = _in_portuguese("Members shall pay the fees.", "Taxas, pois.")
    lines = dict(table_lines(made))["duties"]
    assert [(line.said, line.readable.text) for line in lines] == [(None, "Taxas, pois.")]


@pytest.mark.parametrize("table", TABLES)
def test_heads_are_as_many_as_cells(table: Table) -> None:
    assert len(heads(table, "en")) == len(cells(TableRow(table, (0,), (0, 1), "a"), "en"))


def _rows(made: Briefing) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(made).removeprefix("\ufeff"), newline="")))


def test_to_csv_has_a_row_a_line_under_a_head() -> None:
    head, *rows = _rows(briefing())
    assert (head[:4], len(head)) == (["Quadro", "Data", "Facto", "Quem"], 12)
    assert [row[:3] for row in rows] == [
        ["Deveres e direitos", "", "are 2,200 euros"],
        ["Dinheiro e números", "", "2,200 euros"],
        ["Pessoas e entidades", "", "They"],
    ]


def test_to_csv_has_the_translation_behind_the_original() -> None:
    assert [row[8:] for row in _rows(briefing())[1:3]] == [
        ["", "", "As taxas são 2,200 euros.", "×"],
        ["2,200 euros", "", "As taxas são 2,200 euros", "×"],
    ]


def test_to_csv_without_translation_has_no_columns_for_it() -> None:
    assert [len(row) for row in _rows(untranslated())] == [8]


def test_to_csv_is_for_spreadsheets() -> None:
    text = to_csv(briefing())
    assert (text[0], text.count("\r\n"), text.replace("\r\n", "").count("\n")) == ("\ufeff", 4, 0)


@pytest.mark.parametrize(("text", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5 %", "-5 %")])
def test_to_csv_gives_no_formulas(text: str, cell: str) -> None:
    made = _in_portuguese("Fees.", "Taxas.")
    row = TableRow("numbers", (0,), (0, 4), text)
    rows = _rows(Briefing(made.detection, made.document, None, made.summary, (), "pt", tables=(row,)))
    assert rows[1][2] == cell


def test_cells_of_a_deadline_leave_out_nobody() -> None:
    assert cells(TableRow("deadlines", (0,), (0, 4), "2027"), "en")[1] == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("for more than 90 days", "not for more than 90 days"),
        ("por mais de 90 dias", "não por mais de 90 dias"),
        ("within 90 days", "within 90 days"),
    ],
)
def test_a_period_that_must_not_be_exceeded_says_so(text: str, shown: str) -> None:
    assert cells(TableRow("deadlines", (0,), (0, 4), text), "en")[0] == shown
