"""Rows, cells and words of PDFs: what stands together on a page comes together, and nothing else."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import Set, column, pdf_file
from translate.document import Document
from translate.reading.pdf.cells import with_whole_cells
from translate.reading.pdf.grids import with_tables
from translate.reading.pdf.lines import Line, SetLine
from translate.reading.pdf.lost import loses_spaces, lost_letters, spaces
from translate.reading.pdf.paragraphs import Passage
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.words import Word
from translate.reading.reader import read

_SPEECH = (
    "THE MEETING OF THE COUNCIL THAT WAS HELD IN SPRING",
    "HAS SHOWN THAT EVERY MEMBER WISHES TO SEE THE COURT",
    "GROW STRONGER.",
)


def _pdf(*pages: list[Set]) -> Document:
    return read(pdf_file(*pages), name="a.pdf", language="en")


def _blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_double_spaced_capitals_are_one_paragraph() -> None:
    page = [Set(60, 700 - 24 * place, text) for place, text in enumerate(_SPEECH)]
    assert _blocks(_pdf(page)) == [" ".join(_SPEECH)]


def test_titles_in_capitals_on_short_lines_stay_apart() -> None:
    titles = ("REPORT OF THE HIGH COMMISSIONER", "MINISTRY OF TRADE AND INDUSTRY")
    body = "The report that follows was laid before the council in the spring of the year."
    page = [*column(60, 700, *titles), Set(60, 600, body)]
    assert _blocks(_pdf(page))[:2] == list(titles)


def test_an_answer_beside_a_question_is_a_cell_of_its_own() -> None:
    page = [Set(60, 700, "Is your office open to visitors?"), Set(300, 700, "Yes")]
    assert _blocks(_pdf(page)) == ["Is your office open to visitors?", "Yes"]


def test_a_question_goes_on_under_itself_and_not_in_its_answer() -> None:
    page = [*column(60, 700, "Which of the following offices", "are open to visitors?"), Set(205, 700, "No reply")]
    assert _blocks(_pdf(page)) == ["Which of the following offices are open to visitors?", "No reply"]


def test_a_wide_gap_in_a_line_of_text_parts_nothing() -> None:
    page = [
        *column(60, 700, "The council met in the spring and heard its chair,"),
        Set(60, 688, "who spoke."),
        Set(130, 688, "After that the council rose and"),
        Set(60, 676, "went on to other things."),
    ]
    assert _blocks(_pdf(page)) == [
        "The council met in the spring and heard its chair, who spoke. After that the council rose and"
        " went on to other things."
    ]


def test_a_title_stays_with_the_number_of_its_article() -> None:
    page = [Set(60, 700, "Article"), Set(92, 700, "7"), Set(140, 700, "Duties of the chair")]
    assert _blocks(_pdf(page)) == ["Article 7 Duties of the chair"]


def test_a_blank_to_be_filled_in_parts_no_sentence() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(60, 700, "Signed by the chair, Mr")
    canvas.line(165, 699, 290, 699)
    canvas.drawString(300, 700, "Secretary")
    canvas.save()
    assert _blocks(read(stream.getvalue(), name="a.pdf", language="en")) == ["Signed by the chair, Mr Secretary"]


def _line(text: str, left: float, right: float, baseline: float) -> Line:
    return Line((Word(text, left, right, baseline, 10),))


def test_lines_of_a_cell_with_shades_of_their_own_are_one_cell() -> None:
    grid = Rulings(
        level=tuple((0.0, 300.0, y) for y in (100.0, 89.0, 78.0)),
        upright=tuple((x, 78.0, 100.0) for x in (0.0, 100.0, 300.0)),
    )
    pieces = [
        _line("Chair", 5, 30, 91),
        _line("calls the members of the", 105, 290, 91),
        _line("council.", 105, 140, 80),
    ]
    (table,) = with_tables(pieces, grid)
    assert [(cell.row, [line.text for line in cell.lines]) for cell in table.cells] == [
        (1, ["Chair"]),
        (1, ["calls the members of the", "council."]),
    ]


def _cell(text: str, page: int, table: int, row: int, column: int = 1) -> Passage:
    from translate.document import Cell

    left = 100.0 * column
    line = SetLine(text, left, left + 80, 20, 10, False, False, page)
    return Passage([line], "cell", cell=Cell(table, row, column))


def test_a_cell_goes_on_in_its_column_on_the_next_page() -> None:
    found = with_whole_cells(
        [
            _cell("Chair", 1, 1, 4),
            _cell("The chair may ask the members to", 1, 1, 4, column=2),
            _cell("meet in private.", 2, 2, 1, column=2),
        ]
    )
    assert [[line.text for line in cell.lines] for cell in found if isinstance(cell, Passage)] == [
        ["Chair"],
        ["The chair may ask the members to", "meet in private."],
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("The chair may ask.", "meet in private.", id="finished"),
        pytest.param("The chair may ask the members to", "Secretary", id="capital"),
    ],
)
def test_a_cell_that_begins_anew_on_the_next_page_stays_alone(before: str, after: str) -> None:
    assert len(with_whole_cells([_cell(before, 1, 1, 4), _cell(after, 2, 2, 1)])) == 2


def test_a_cell_above_the_last_row_does_not_go_on() -> None:
    cells = [_cell("The chair may", 1, 1, 3), _cell("Vote", 1, 1, 4, column=2), _cell("meet", 2, 2, 1)]
    assert len(with_whole_cells(cells)) == 3


@pytest.mark.parametrize(
    ("gaps", "places"),
    [
        pytest.param([0.0, 0.01, 0.3, 0.0], [3], id="one"),
        pytest.param([0.2, 0.2, 0.2], [], id="letters set apart alike"),
        pytest.param([0.0, 0.09, 0.12, 0.0, 0.0], [], id="letters set apart unlike"),
        pytest.param([0.3, -0.5, 0.3, -0.5, 0.3], [], id="letters printed twice"),
        pytest.param([], [], id="one letter"),
    ],
)
def test_spaces(gaps: list[float], places: list[int]) -> None:
    assert spaces(gaps) == places


def test_loses_spaces_where_long_words_hold_some() -> None:
    text = "thecouncilmeets and thechairspeaks"
    assert loses_spaces(text, lambda start, word: [0.0, 0.3] + [0.0] * (len(word) - 3))
    assert not loses_spaces(text, lambda start, word: [0.0] * (len(word) - 1))


def test_words_that_stand_apart_on_the_page_are_apart() -> None:
    sentence = "the council meets and the chair speaks to its members about the duties in each member state"
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    text = canvas.beginText(60, 700)
    text.setFont("Times-Roman", 10)
    for word in sentence.split():
        text.textOut(word)
        text.moveCursor(canvas.stringWidth(word, "Times-Roman", 10) + 1.2, 0)
    canvas.drawText(text)
    canvas.save()
    assert _blocks(read(stream.getvalue(), name="a.pdf", language="en")) == [sentence]


_WIDTHS = {"t": 0.3, "i": 0.2, "f": 0.3, "\ufffd": 0.5}


def test_lost_letters_are_those_that_are_as_wide_and_meet_nowhere() -> None:
    text = "na\ufffdon, first, lift"
    found = lost_letters(text, lambda index: _WIDTHS.get(text[index], 0.4), lambda index: "one font")
    assert found == {2: "ti"}


def test_lost_letters_leaves_out_what_no_ligature_is_as_wide_as() -> None:
    text = "na\ufffdon, first, lift"
    assert lost_letters(text, lambda index: 0.9 if index == 2 else 0.2, lambda index: "one font") == {}


def test_lost_letters_knows_the_other_way_round_before_an_o() -> None:
    text = "pla\ufffdorm, a\ufffder, it if"
    widths = _WIDTHS | {"\ufffd": 0.6, "i": 0.1}
    found = lost_letters(text, lambda index: widths.get(text[index], 0.4), lambda index: "one font")
    assert found[3] == "tf"
