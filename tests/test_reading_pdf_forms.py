"""Forms and hanging items in PDFs: each line with what it belongs to."""

import pytest

from tests.pdf_files import Set, column, pdf_file
from translate.reading.pdf.grids import with_tables
from translate.reading.pdf.lines import Line
from translate.reading.pdf.pitch import starts_small
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.words import Word
from translate.reading.reader import read


def _blocks(*page: Set) -> list[str]:
    document = read(pdf_file(page), name="a.pdf", language="en")
    return [document.text[block.start : block.end] for block in document.blocks]


def _line(text: str, left: float, right: float, baseline: float) -> Line:
    return Line((Word(text, left, right, baseline, 10),))


def test_a_line_under_the_text_of_an_item_belongs_to_it_whatever_it_begins_with() -> None:
    page = [Set(60, 700, "C"), *column(84, 700, "What is left for next year: Line B less", "Line 9 of the form.")]
    wide = Set(60, 660, "The council shall meet twice a year and shall elect its chair from its own members.")
    assert _blocks(*page, wide)[0] == "C What is left for next year: Line B less Line 9 of the form."


def test_a_number_under_the_number_of_an_item_begins_the_next() -> None:
    page = [
        Set(60, 700, "8"),
        Set(75, 700, "Wages and pay"),
        Set(60, 688, "9a"),
        Set(75, 688, "Interest that was paid"),
    ]
    assert _blocks(*page) == ["8 Wages and pay", "9a Interest that was paid"]


def test_titles_that_hang_are_no_paragraphs_with_an_indent() -> None:
    titles = []
    for n in range(4):
        titles += [Set(60, 700 - 24 * n, "The Journey of the Old Ferryman and the"), Set(78, 688 - 24 * n, "Daughter")]
    assert _blocks(*titles) == ["The Journey of the Old Ferryman and the Daughter"] * 4


def test_what_stands_beside_two_lines_of_a_sentence_comes_after_it() -> None:
    text = column(
        60, 700, "What may be taken this year, or the balance of the most", "that is left, whichever is less."
    )
    beside = Set(400, 694, "Amount")
    assert _blocks(*text, beside)[0] == (
        "What may be taken this year, or the balance of the most that is left, whichever is less."
    )


def test_an_answer_in_other_type_is_none_of_the_question() -> None:
    question = column(60, 700, "Which of the following offices", "can your visitors use?")
    answer = Set(215, 700, "reading room", 9, "Times-Bold")
    assert _blocks(*question, answer) == ["Which of the following offices can your visitors use?", "reading room"]


def test_numbers_under_each_other_in_a_cell_are_entries() -> None:
    names = [_line("Grain", 10, 60, 40), _line("Rice", 10, 60, 28)]
    numbers = [_line("13.9", 120, 140, 40), _line("3.9", 120, 140, 28)]
    rulings = Rulings(((0, 200, 20), (0, 200, 60)), ((0, 20, 60), (100, 20, 60), (200, 20, 60)))
    [table] = with_tables(names + numbers, rulings)
    assert [(cell.row, cell.column, cell.lines[0].text) for cell in table.cells] == [
        (1, 1, "Grain"),
        (1, 2, "13.9"),
        (2, 1, "Rice"),
        (2, 2, "3.9"),
    ]


def test_a_sentence_beside_numbers_is_not_cut_by_them() -> None:
    words = [_line("Grain that was", 10, 90, 40), _line("sold abroad", 10, 90, 28)]
    numbers = [_line("13.9", 120, 140, 40), _line("3.9", 120, 140, 28)]
    rulings = Rulings(((0, 200, 20), (0, 200, 60)), ((0, 20, 60), (100, 20, 60), (200, 20, 60)))
    [table] = with_tables(words + numbers, rulings)
    assert {cell.row for cell in table.cells} == {1}


@pytest.mark.parametrize(
    ("text", "small"),
    [("(see also Part 3)", True), ("“and so on”", True), ("(See Part 3)", False), ("3 of them", False), ("", False)],
)
def test_starts_small(text: str, small: bool) -> None:
    assert starts_small(text) is small


@pytest.mark.parametrize(
    ("right", "begins", "text"),
    [
        pytest.param(80.0, True, "كل", id="touching, parted by the end of a line"),
        pytest.param(76.0, True, "ك ل", id="apart"),
        pytest.param(80.0, False, "ك ل", id="touching, with a space in the file"),
    ],
)
def test_parts_of_a_right_to_left_word_that_touch_are_one(right: float, begins: bool, text: str) -> None:
    line = Line((Word("ك", 80, 90, 0, 10), Word("ل", 70, right, 0, 10, begins=begins)))
    assert line.text == text


def test_signs_that_the_file_has_to_and_fro_come_by_their_places() -> None:
    page = [Set(120, 700, ")"), Set(110, 700, "1"), Set(115, 700, "8"), Set(106.7, 700, "(")]
    assert _blocks(*page) == ["(18)"]


def test_a_number_above_a_note_begins_it() -> None:
    body = column(60, 700, "The council shall meet twice a year and it", "shall hear its chair.")
    mark, note = Set(60, 109, "7", 6), column(60, 100, "See what the court held in the case of the", "ferry.", size=8.5)
    assert _blocks(*body, mark, *note)[1].endswith("See what the court held in the case of the ferry.")


def test_lines_that_are_set_to_the_right_stay_apart() -> None:
    page = [Set(430.28, 740, "1672 words in all"), Set(408.35, 728, "Check against delivery")]
    text = column(
        60, 690, *["The council shall meet twice a year and shall elect its chair from among its own members."] * 3
    )
    assert len(_blocks(*page, *text)) == 3


def test_a_number_in_mid_sentence_begins_no_note() -> None:
    body = column(60, 700, *["The council shall meet twice a year and shall elect its chair from among its own."] * 3)
    lines = ("7 See what the court of the island held in the case of the ferry, in which some", "90 boats were lost.")
    notes = column(60, 100, *lines, size=8.5)
    assert _blocks(*body, *notes)[1].endswith("in which some 90 boats were lost.")
