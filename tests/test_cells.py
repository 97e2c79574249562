"""Cells: where in a table a block stands, from each kind of file to what is made of it."""

import pytest
from lxml import html

from summarize.export.grid import rows_markup
from summarize.export.json import _block as block_of
from summarize.export.rows import Row
from tests.pdf_files import Set, pdf_file
from tests.word_files import paragraph, word_file
from translate.document import Cell
from translate.reading.reader import read


def _cells(content: bytes, name: str) -> list[tuple[str, tuple[int, int, int, bool] | None]]:
    document = read(content, name=name, language="en")
    return [
        (document.text[b.start : b.end], b.cell and (b.cell.table, b.cell.row, b.cell.column, b.cell.is_header))
        for b in document.blocks
    ]


def test_html_cells_know_their_place_and_heads() -> None:
    page = "<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td>5</td></tr></table><p>End.</p>"
    assert _cells(page.encode(), "a.html") == [
        ("Year", (1, 1, 1, True)),
        ("Sum", (1, 1, 2, True)),
        ("2024", (1, 2, 1, False)),
        ("5", (1, 2, 2, False)),
        ("End.", None),
    ]


def test_html_cells_after_a_wide_one_keep_their_column() -> None:
    page = b"<table><tr><td colspan=2>Sums</td><td>Note</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    assert _cells(page, "a.html")[1] == ("Note", (1, 1, 3, False))


def test_html_cells_after_a_table_in_a_cell_belong_to_the_outer_one() -> None:
    page = b"<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</td></tr></table>"
    assert _cells(page, "a.html") == [("in", (2, 1, 1, False)), ("out", (1, 1, 2, False))]


def test_word_cells_know_the_row_that_is_repeated_on_each_page() -> None:
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{paragraph('Year')}</w:tc></w:tr>"
    row = f"<w:tr><w:tc>{paragraph('2024')}</w:tc></w:tr>"
    assert _cells(word_file(f"<w:tbl>{head}{row}</w:tbl>"), "a.docx") == [
        ("Year", (1, 1, 1, True)),
        ("2024", (1, 2, 1, False)),
    ]


def test_pdf_cells_of_a_bold_first_row_are_heads() -> None:
    words = (("Country", "Share"), ("Portugal", "12 %"), ("Spain", "34 %"))
    page = [
        Set(60 + 150 * c, 700 - 16 * r, text, font="Times-Roman" if r else "Times-Bold")
        for r, row in enumerate(words)
        for c, text in enumerate(row)
    ]
    assert _cells(pdf_file(page), "a.pdf")[1:3] == [("Share", (1, 1, 2, True)), ("Portugal", (1, 2, 1, False))]


def test_json_of_before_there_were_cells_is_read() -> None:
    fields = {"id": 0, "start": 0, "end": 1, "kind": "paragraph", "label": "", "source_ref": "", "level": 0}
    assert block_of(fields).cell is None


def test_json_gives_cells_back() -> None:
    cell = {"table": 1, "row": 2, "column": 3, "is_header": True}
    fields = {"id": 0, "start": 0, "end": 1, "kind": "table_cell", "label": "", "source_ref": "", "level": 0}
    assert block_of({**fields, "cell": cell}).cell == Cell(1, 2, 3, True)


def _row(segment: int, cell: Cell | None) -> Row:
    return Row(segment, "table_cell", 0, "", None, True, "", "", f"text {segment}", "en", cell=cell)


def _drawn(*cells: Cell | None) -> html.HtmlElement:
    return html.fromstring(f"<div>{rows_markup([_row(i, cell) for i, cell in enumerate(cells)], 'en', 1)}</div>")


def test_rows_of_a_table_are_drawn_side_by_side() -> None:
    places = (Cell(1, 1, 1, True), Cell(1, 1, 3, True), Cell(1, 2, 1), Cell(1, 2, 3), Cell(1, 2, 3))
    lines = _drawn(*places).xpath("//div[@role='row']")
    assert [[len(cell.xpath("./div")) for cell in line] for line in lines] == [[1, 1], [1, 2]]


def test_a_column_without_words_takes_no_room() -> None:
    (table,) = _drawn(Cell(1, 1, 1), Cell(1, 1, 3), Cell(1, 2, 3)).xpath("//div[@role='table']")
    assert [cell.get("style") for cell in table.xpath("./div/div")] == [
        "grid-column:1",
        "grid-column:2",
        "grid-column:2",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param((None, None), id="no table"),
        pytest.param((Cell(1, 1, 1), Cell(1, 1, 2)), id="one row"),
        pytest.param((Cell(1, 1, 1), Cell(1, 2, 1)), id="one column"),
    ],
)
def test_other_rows_stand_below_each_other(cells: tuple[Cell | None, ...]) -> None:
    assert _drawn(*cells).xpath("./div/@class") == ["row table_cell opens"] * 2
