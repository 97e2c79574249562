"""Layouts that people's PDFs have and made ones seldom: each rule with the smallest page that needs it."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import Set, column, pdf_file
from translate.document import Document
from translate.reading.pdf.gibberish import is_gibberish
from translate.reading.pdf.grids import with_tables
from translate.reading.pdf.lines import Line
from translate.reading.pdf.rulings import Rulings
from translate.reading.pdf.words import Word
from translate.reading.reader import read

_JUDGMENT = (
    "The court has heard the parties and has",
    "considered what they wrote about the State",
    "aid that the Commission had found to be",
    "unlawful.",
)
_QUOTED = (
    "Aid that a Member State has granted shall be",
    "repaid by whoever has received it within the",
    "time that the decision sets.",
)
_LEFT = ("The council shall meet twice a year and", "shall elect its chair from among its own", "membership.")


def _pdf(*pages: list[Set]) -> Document:
    return read(pdf_file(*pages), name="a.pdf", language="en")


def _blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def _spaced(x: float, y: float, step: float, lines: tuple[str, ...], size: float = 10) -> list[Set]:
    return [Set(x, y - step * position, text, size) for position, text in enumerate(lines)]


def _drawn(draw: list[tuple[float, float, str]], size: float = 10) -> Document:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setFont("Times-Roman", size)
    for x, y, text in draw:
        canvas.drawString(x, y, text)
    canvas.save()
    return read(stream.getvalue(), name="a.pdf", language="en")


def test_double_spaced_lines_are_one_paragraph() -> None:
    assert _blocks(_pdf(_spaced(60, 700, 24, _JUDGMENT))) == [" ".join(_JUDGMENT)]


def test_double_and_single_spaced_text_of_one_page_are_each_joined() -> None:
    page = _spaced(60, 760, 24, _JUDGMENT) + _spaced(60, 650, 12, _QUOTED) + _spaced(60, 590, 24, _JUDGMENT)
    assert _blocks(_pdf(page)) == [" ".join(_JUDGMENT), " ".join(_QUOTED), " ".join(_JUDGMENT)]


def test_wide_gaps_part_lines_that_are_no_sentence() -> None:
    assert _blocks(_pdf(_spaced(60, 700, 24, ("Ministry of Justice", "Department of Trade")))) == [
        "Ministry of Justice",
        "Department of Trade",
    ]


def test_a_short_line_that_was_broken_again_goes_on() -> None:
    lines = ("The controller shall be able to show that the person", "has", "given leave for each of the purposes.")
    assert _blocks(_pdf(column(60, 700, *lines))) == [" ".join(lines)]


def test_items_without_numbers_that_end_as_items_stay_apart() -> None:
    items = ("territories that are now held under mandate; and", "territories placed under it by other states.")
    assert _blocks(_pdf(_spaced(60, 700, 18, items))) == list(items)


def test_wrapped_lines_of_a_hanging_list_begin_no_paragraph() -> None:
    items = []
    for n in range(4):
        items += [Set(60, 700 - 36 * n, f"({'abcd'[n]})")]
        items += column(
            78,
            700 - 36 * n,
            "reports on what the members have done in",
            "the past year and on what they have",
            "left undone;",
        )
    assert [block.split()[0] for block in _blocks(_pdf(items))] == ["(a)", "(b)", "(c)", "(d)"]


def test_type_that_lies_over_a_line_is_not_shuffled_into_it() -> None:
    page = [Set(60, 696, "DRAFT COPY ONLY", 30), *column(60, 700, *_LEFT)]
    assert any(" ".join(_LEFT[:1]) in block for block in _blocks(_pdf(page)))


@pytest.mark.parametrize(("size", "baseline"), [(34, 676), (22, 688)], ids=["three lines", "two lines"])
def test_a_large_first_letter_goes_before_its_word(size: float, baseline: float) -> None:
    beside = (
        "he council shall meet twice a year and",
        "shall elect its chair from among its own",
        "members at the start",
    )
    page = [
        Set(60, baseline, "T", size),
        *column(84, 700, *beside),
        *column(60, 664, "of the year; it shall do so in public."),
    ]
    assert _blocks(_pdf(page)) == [f"T{' '.join(beside)} of the year; it shall do so in public."]


def test_a_first_letter_that_is_a_word_stays_apart() -> None:
    beside = ("report is due each year, and a second", "report is due where the council asks for", "it in writing.")
    assert _pdf([Set(60, 676, "A", 34), *column(88, 700, *beside)]).text.startswith("A report is due")


def test_a_number_at_the_start_of_a_wrapped_small_line_is_no_footnote() -> None:
    small = (
        "The figures are those of the reports that the council made up to",
        "12 May 2024 and of the year before that.",
    )
    document = _pdf(column(60, 700, *_LEFT * 3) + column(60, 560, *small, size=7))
    assert (document.blocks[-1].kind, _blocks(document)[-1]) == ("paragraph", " ".join(small))


def test_words_printed_twice_are_read_once() -> None:
    assert _drawn([(60, 700, "Scope of it"), (60.4, 699.6, "Scope of it")]).text == "Scope of it"


def test_letters_printed_twice_are_read_once() -> None:
    places = {"S": 60.0, "u": 65.6, "n": 70.6, "d": 75.6, "a": 80.6, "y": 85.0}
    letters = [(x, 700.0, letter) for letter, x in places.items() for _ in range(2)]
    assert _drawn(letters).text == "Sunday"


@pytest.mark.parametrize(("x", "text"), [(83.1, "Lemaître"), (86.2, "Lemaˆitre")], ids=["over its letter", "beside it"])
def test_an_accent_drawn_over_a_letter_is_part_of_it(x: float, text: str) -> None:
    assert _drawn([(60, 700, "Lema"), (82.8, 700, "ˆ"), (x, 700, "itre")]).text == text


def test_letters_that_a_word_doubles_stay() -> None:
    assert _drawn([(60, 700, "aardvark llama")]).text == "aardvark llama"


def test_what_stands_outside_the_page_is_left_out() -> None:
    lines = [(60.0, 700.0 - 12 * n, "The council shall meet twice a year") for n in range(8)]
    assert "far" not in _drawn([*lines, (1e9, 700, "far away")]).text


def test_what_touches_the_edge_of_the_page_stays() -> None:
    assert _drawn([(60, 836, "The council meets.")]).text == "The council meets."


def test_mirrored_type_of_negative_size_is_read() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for n, line in enumerate((*_LEFT, *_JUDGMENT)):
        written = canvas.beginText()
        written.setTextTransform(-1, 0, 0, -1, 60, 700 - 12 * n)
        written.setFont("Times-Roman", -10)
        written.textOut(line)
        canvas.drawText(written)
    canvas.save()
    assert read(stream.getvalue(), name="a.pdf", language="en").text.startswith(" ".join(_LEFT))


def test_numbers_of_lines_are_no_text() -> None:
    numbers = [Set(40, 700 - 24 * n, str(n + 1)) for n in range(12)]
    pages = [numbers + _spaced(70, 696, 24, _JUDGMENT * 3) for _ in range(2)]
    assert not any(character.isdigit() for character in _pdf(*pages).text)


@pytest.mark.parametrize(("first", "digits"), [(3, False), (0, True)], ids=["empty lines counted", "one for each"])
def test_numbers_at_the_edge_of_one_page_count_its_lines_where_some_are_empty(first: int, digits: bool) -> None:
    numbers = [Set(40, 760 - 24 * n, str(n + 1)) for n in range(24)]
    lines = [Set(70, 760 - 24 * n, "The council has heard the parties and has") for n in range(first, 24)]
    assert any(character.isdigit() for character in _pdf(numbers + lines).text) == digits


def test_numbers_of_the_rows_of_one_table_stay() -> None:
    rows = [Set(40, 700 - 24 * n, str(n + 1)) for n in range(12)] + [
        Set(70, 700 - 24 * n, "Portugal") for n in range(12)
    ]
    assert "12" in _pdf(rows).text


def test_a_page_number_close_to_the_text_is_a_running_line() -> None:
    pages = [[*column(60, 700, *_LEFT), Set(60, 662, f"Page {n} of 3")] for n in (1, 2, 3)]
    kinds = [block.kind for block in _pdf(*pages).blocks]
    assert kinds == ["paragraph", "footer", "paragraph", "paragraph"]


def test_a_narrow_column_beside_the_text_stays_out_of_it() -> None:
    text = [line for n in range(4) for line in column(200, 700 - 36 * n, *_LEFT)]
    aside = _spaced(60, 697, 8.3, ("R. Henderson", "is a lawyer", "in the first", "division of", "projections"), 7)
    assert _blocks(_pdf(text + aside))[0] == "R. Henderson is a lawyer in the first division of projections"


def test_an_answer_beside_a_question_of_several_lines_stays_out_of_it() -> None:
    question = column(60, 700, "The answers given here are meant as a", "statement of use for the standard.")
    assert _blocks(_pdf([*question, Set(400, 700, "I agree")])) == [
        "The answers given here are meant as a statement of use for the standard.",
        "I agree",
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("NDLGBN`%JOL%JHVLG PND%ILPCBN`%JOL GLEaCLII%IEOH", id="signs"),
        pytest.param("HoMep KoppeKn1pOBKH H8norosbiH nepHOA 0T48THbiH", id="capitals and digits"),
        pytest.param("pы6а cтол oкно дoм cын мoре", id="two scripts"),
        pytest.param("\x03\x04\x05 \x06\x07 \x0e\x04\x12\x05 \x03\x05", id="control characters"),
    ],
)
def test_is_gibberish_knows_fonts_without_letters(words: str) -> None:
    assert is_gibberish(words.split(" ") * 4)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The council’s J2EE e-mail and/or COVID-19 rules (see a.b@c.org) … ------", id="English"),
        pytest.param("Das Rechtsschutzbedürfnis der Arbeitnehmer ist in diesem Fall zu bejahen", id="German"),
        pytest.param("计算机科学与技术（应用技术", id="Chinese"),
        pytest.param("1,234 5.67 § 12 (a) ±3%", id="numbers"),
        pytest.param("العامل:كل شخص ذكراً كان أو أنثى", id="Arabic"),
    ],
)
def test_is_gibberish_spares_what_people_write(words: str) -> None:
    assert not is_gibberish(words.split(" ") * 6)


def test_a_page_of_gibberish_is_named() -> None:
    garbage = column(60, 700, *["NDLGBN`%JOL%JH PND%ILPCBN`%JO GLEaCLII%IE BVOHC%ILP"] * 4)
    message = _pdf(column(60, 700, *_LEFT), garbage).issues[0].message
    assert message.startswith("The text of page 2 of 2 is unreadable")


def test_lines_that_were_ended_by_hand_are_one_block_where_a_small_letter_goes_on() -> None:
    lines = ("Anna Smith", "phone: 555 0100", "mail and visits: 5 Mill Street")
    below = column(60, 600, "The office of the council is open on every working day of the week to all.")
    assert _blocks(_pdf(column(60, 700, *lines) + below))[0] == " ".join(lines)


def test_items_that_end_in_commas_stay_blocks_though_small_letters_begin_them() -> None:
    below = column(60, 600, "The office of the council is open on every working day of the week to all.")
    lines = ("renewals and extensions,", "training and maintenance,")
    assert _blocks(_pdf(column(60, 700, *lines) + below))[:2] == list(lines)


def test_a_sentence_goes_on_in_smaller_type() -> None:
    first = "This agreement states that both of the parties that have signed it are"
    page = [Set(60, 700, first, 10), Set(60, 684, "legally able to enter into it.", 8)]
    assert _blocks(_pdf(page)) == [f"{first} legally able to enter into it."]


def test_a_formula_on_a_line_of_its_own_does_not_part_its_sentence() -> None:
    page = [
        *column(60, 700, "The rate of interest of a loan of some years is found", "by the formula"),
        Set(150, 660, "r = a + b (1)"),
        *column(60, 632, "where a is the base rate and b the margin that was agreed."),
    ]
    whole = (
        "The rate of interest of a loan of some years is found by the formula r = a + b (1) where a is the base rate"
    )
    assert _blocks(_pdf(page)) == [f"{whole} and b the margin that was agreed."]


def test_a_question_of_several_lines_is_a_cell_beside_an_answer_with_lines_of_its_own() -> None:
    question = ("Does the plan that the council has", "agreed upon name the body that", "pays for it?")
    answer = ("The plan names the ministry that", "pays.")
    page = column(60, 700, *question) + _spaced(320, 700, 15.5, answer)
    assert _blocks(_pdf(page)) == [" ".join(question), " ".join(answer)]


def test_a_note_up_the_margin_of_several_pages_is_a_running_line() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for sentence in ("The council meets twice a year.", "It elects a chair from among its members."):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(60, 700, sentence)
        canvas.rotate(90)
        canvas.drawString(200, -560, "Draft of May")
        canvas.showPage()
    canvas.save()
    document = read(stream.getvalue(), name="a.pdf", language="en")
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("paragraph", "The council meets twice a year."),
        ("footer", "Draft of May"),
        ("paragraph", "It elects a chair from among its members."),
    ]


def test_bold_type_makes_no_headings_where_all_is_bold() -> None:
    page = [Set(60, 700 - 40 * line, f"Your Excellency {line}, dear colleagues", 10, "Times-Bold") for line in range(3)]
    assert {block.kind for block in _pdf(page).blocks} == {"paragraph"}


def _boxed(padding: float) -> list[Line]:
    """Two words in boxes side by side, and one in a box under them, as with_tables() gives them."""
    words = [Word("Council", 60, 100, 700, 10), Word("asks", 104, 124, 700, 10), Word("ministries", 60, 124, 688, 10)]
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for word in words:
        left, right, low, high = word.left - padding, word.right + padding, word.baseline - 3, word.baseline + 8
        level += [(left, right, low), (left, right, high)]
        upright += [(left, low, high), (right, low, high)]
    return with_tables([Line((word,)) for word in words], Rulings(tuple(level), tuple(upright)))


@pytest.mark.parametrize(
    ("padding", "tables"),
    [pytest.param(0.0, 0, id="a marker's colour"), pytest.param(1.9, 1, id="cells with room in them")],
)
def test_boxes_that_hug_their_words_make_no_table(padding: float, tables: int) -> None:
    assert sum(bool(piece.cells) for piece in _boxed(padding)) == tables
