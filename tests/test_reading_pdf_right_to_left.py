import pytest

from translate.reading.pdf.bidi import logical, marked, with_brackets
from translate.reading.pdf.grids import with_tables
from translate.reading.pdf.lines import Line
from translate.reading.pdf.paragraphs import passages
from translate.reading.pdf.pitch import is_finished
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.words import Word


def _line(text: str, left: float, right: float, baseline: float) -> Line:
    return Line((Word(text, left, right, baseline, 10),))


@pytest.mark.parametrize(("turned", "text"), [(True, "في"), (False, "يف")])
def test_logical_turns_the_letters_of_a_glyph_where_the_file_has_them_so(turned: bool, text: str) -> None:
    assert logical([("ي", 2, 0), ("ف", 2, 0)], turned) == text


def test_logical_has_lam_before_alef_where_all_else_is_turned() -> None:
    assert logical([("ا", 2, 0), ("ل", 2, 0)], turned=True) == "لا"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param("(ب) )25%( من", "(ب) (25%) من", id="one pair of two"),
        pytest.param("عن)25%( من (ب) و", "عن(25%) من (ب) و", id="no space before"),
        pytest.param("1) ب (ج) د", "1) ب (ج) د", id="a marker"),
    ],
)
def test_with_brackets_turns_those_that_face_away(text: str, right: str) -> None:
    assert with_brackets(text) == right


@pytest.mark.parametrize(("share", "text"), [(1.0, "معاً"), (0.0, "مًعا")])
def test_marked_puts_a_mark_after_the_letter_it_stands_over(share: float, text: str) -> None:
    assert marked("معا", "ً", share) == text


def test_a_mark_that_stands_alone_goes_into_its_word() -> None:
    words = (Word("معا", 40, 60, 0, 10), Word("ً", 39, 43, 1, 10), Word("حول", 10, 30, 0, 10))
    assert Line(words).text == "معاً حول"


def test_a_ruled_table_from_right_to_left_begins_at_the_right() -> None:
    pieces = [_line("ثان", 20, 40, 5), _line("أول", 120, 140, 5)]
    rulings = Rulings(((0, 200, 0), (0, 200, 20)), ((0, 0, 20), (100, 0, 20), (200, 0, 20)))
    [table] = with_tables(pieces, rulings)
    assert [(cell.column, cell.lines[0].text) for cell in table.cells] == [(1, "أول"), (2, "ثان")]


@pytest.mark.parametrize(("left", "blocks"), [(60, 1), (150, 2)], ids=["long", "short"])
def test_a_sentence_without_small_letters_goes_on_after_a_long_line(left: float, blocks: int) -> None:
    below = Line((Word("أو", 190, 200, 36, 10), Word("جزء منها.", 0, 187, 36, 10)))
    assert len(passages([_line("أو تعطيل عمل الشبكة", left, 200, 48), below], 1, 10, Rulings())) == blocks


@pytest.mark.parametrize("text", ["الرئيس؛", "主席；", "如下："])
def test_is_finished_knows_the_signs_of_other_scripts(text: str) -> None:
    assert is_finished(text)
