import pytest

from tests.pdf_files import Set, column, pdf_file
from translate.document import Document
from translate.errors import InputError
from translate.reading.pdf.bidi import logical, turned_round, with_brackets
from translate.reading.pdf.joining import Vocabulary, joined
from translate.reading.reader import read

_LEFT = ("The council shall meet twice a year and", "shall elect its chair from among its own", "membership.")
_RIGHT = ("Each member shall have one vote in the", "council and may be represented by one", "other member alone.")
_FILLER = ("Member States shall report on what they", "have done in the year before, and shall", "publish the report.")


def _pdf(*pages: list[Set], rule: float = 0) -> Document:
    return read(pdf_file(*pages, rule=rule), name="a.pdf", language="en")


def _blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_lines_are_joined_to_paragraphs_and_gaps_part_them() -> None:
    document = _pdf(column(60, 700, *_LEFT) + column(60, 640, *_RIGHT))
    assert _blocks(document) == [("paragraph", " ".join(_LEFT)), ("paragraph", " ".join(_RIGHT))]


def test_columns_are_read_one_after_the_other() -> None:
    document = _pdf(column(60, 700, *_LEFT) + column(320, 700, *_RIGHT))
    assert _blocks(document) == [("paragraph", " ".join(_LEFT)), ("paragraph", " ".join(_RIGHT))]


def test_columns_drawn_line_by_line_across_are_still_columns() -> None:
    lines = [line for pair in zip(column(60, 700, *_LEFT), column(320, 700, *_RIGHT), strict=True) for line in pair]
    assert _blocks(_pdf(lines))[0] == ("paragraph", " ".join(_LEFT))


def test_a_line_across_both_columns_parts_them() -> None:
    title = Set(60, 660, "What follows holds for both of the columns that stand under it", 15)
    page = column(60, 700, *_LEFT) + column(320, 700, *_RIGHT) + [title]
    page += column(60, 640, *_FILLER) + column(320, 640, *_LEFT)
    assert [text.split()[1] for _, text in _blocks(_pdf(page))] == [
        "council",
        "member",
        "follows",
        "States",
        "council",
    ]


def test_a_paragraph_runs_on_over_a_page() -> None:
    document = _pdf(column(60, 100, *_LEFT[:2]), column(60, 760, _LEFT[2]))
    assert _blocks(document) == [("paragraph", " ".join(_LEFT))]


def test_segments_know_their_page() -> None:
    document = _pdf(column(60, 700, *_LEFT), column(60, 700, *_RIGHT))
    assert [segment.page for segment in document.segments] == [1, 2]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    full = "membership, for as long as it then wishes."
    page = column(60, 700, *_LEFT[:2], full) + column(72, 664, "Every member has but one vote in the")
    assert len(_blocks(_pdf(page + column(60, 652, *_RIGHT[1:])))) == 2


def test_centred_lines_that_are_short_stand_alone() -> None:
    page = [Set(160, 724, "Report of the committee"), Set(166, 712, "Lisbon, 3 March 2024")]
    page += column(60, 690, *(f"{line} {line}" for line in _LEFT[:2]), _LEFT[2])
    assert [text for _, text in _blocks(_pdf(page))][:2] == ["Report of the committee", "Lisbon, 3 March 2024"]


def test_running_lines_come_once_and_outside_the_text() -> None:
    pages = [[Set(60, 810, "Policy report"), *column(60, 700, *_LEFT), Set(290, 30, str(n))] for n in (1, 2, 3)]
    kinds = [kind for kind, _ in _blocks(_pdf(*pages))]
    assert kinds == ["header", "paragraph", "footer", "paragraph", "paragraph"]


def test_a_heading_that_counts_with_the_page_is_no_running_line() -> None:
    pages = [[Set(60, 810, f"Article {n}"), *column(60, 700, *_LEFT)] for n in (1, 2, 3)]
    assert [text for _, text in _blocks(_pdf(*pages))][::2] == ["Article 1", "Article 2", "Article 3"]


def test_a_bold_line_within_a_sentence_parts_nothing() -> None:
    lines = column(60, 700, *_LEFT)
    page = [lines[0], lines[1]._replace(font="Times-Bold"), lines[2]]
    assert _blocks(_pdf(page)) == [("paragraph", " ".join(_LEFT))]


def test_larger_type_is_a_heading() -> None:
    document = _pdf([Set(60, 730, "Scope and aims", 16), *column(60, 700, *_LEFT)])
    assert (document.blocks[0].kind, document.blocks[0].level) == ("heading", 1)


def test_small_type_under_a_rule_is_a_footnote() -> None:
    page = column(60, 700, *_LEFT) + column(60, 80, "1 See the report of 2024 for what follows", "from it.", size=7)
    assert _blocks(_pdf(page, rule=92))[1] == ("footnote", "1 See the report of 2024 for what follows from it.")


def test_a_raised_number_becomes_raised_digits() -> None:
    page = [Set(60, 700, "The council decides."), Set(141, 704, "12", 6)]
    assert _pdf(page).text == "The council decides.¹²"


def test_list_items_are_blocks_of_their_own() -> None:
    page = column(60, 700, "(a) reports of the year that has passed,", "(b) plans for the year that is coming.")
    assert [block.label for block in _pdf(page).blocks] == ["(a)", "(b)"]


def test_cells_are_read_row_by_row() -> None:
    words = (("Country", "Share"), ("Portugal", "12 %"), ("Spain", "34 %"))
    page = [Set(60 + 150 * c, 700 - 16 * r, text) for r, row in enumerate(words) for c, text in enumerate(row)]
    document = _pdf(page)
    assert [text for _, text in _blocks(document)] == [text for row in words for text in row]
    assert document.blocks[3].source_ref == "page 1, table 1, row 2, column 2"


def test_lines_of_one_cell_stay_together_where_rows_are_spaced() -> None:
    page = [Set(60, 700, "Procedure"), Set(210, 700, "Time limit")]
    page += [Set(60, 680, "Negotiated, with a"), Set(60, 668, "call for competition"), Set(210, 680, "30 days")]
    page += [Set(60, 648, "Open"), Set(210, 648, "35 days")]
    assert [text for _, text in _blocks(_pdf(page))][2:4] == ["Negotiated, with a call for competition", "30 days"]


def test_a_wide_justified_line_is_no_table_row() -> None:
    words = ((60, "Members"), (122.8, "shall"), (166.7, "bear"), (208.9, "costs"))  # gaps of 25 points each
    page = [Set(x, y, word) for y in (700, 688) for x, word in words]
    assert {kind for kind, _ in _blocks(_pdf(page))} == {"paragraph"}


def test_turned_words_are_not_lost() -> None:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(60, 700, "The council meets.")
    canvas.translate(500, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Margin note")
    canvas.save()
    assert read(stream.getvalue(), name="a.pdf", language="en").texts == ("The council meets.", "Margin note")


def test_an_encrypted_file_says_so() -> None:
    with pytest.raises(InputError, match="encrypted"):
        read(pdf_file([Set(60, 700, "secret")], password="x"), name="a.pdf")


def test_a_scanned_file_says_so() -> None:
    with pytest.raises(InputError, match="its 2 pages are pictures of text"):
        read(pdf_file([], []), name="a.pdf")


def test_a_page_that_is_a_picture_is_named() -> None:
    document = read(pdf_file([Set(60, 700, "The council meets.")], []), name="a.pdf", language="en")
    assert document.issues[0].message.startswith("Page 2 of 2 is a picture without text and could not be read. To have")


def test_a_page_with_nothing_but_running_lines_adds_no_text() -> None:
    pages = [[Set(60, 810, "Policy report"), *column(60, 700, *_LEFT)], [Set(60, 810, "Policy report")]]
    assert [kind for kind, _ in _blocks(_pdf(*pages))] == ["header", "paragraph"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["coopera-", "tion of states"], "cooperation of states", id="broken word"),
        pytest.param(["the Franco-", "German treaty"], "the Franco-German treaty", id="capital after the hyphen"),
        pytest.param(["the self-", "determination"], "the self-determination", id="prefix"),
        pytest.param(["a long-", "term plan"], "a long-term plan", id="compound seen elsewhere"),
        pytest.param(["Ein-", "und Ausfuhr"], "Ein- und Ausfuhr", id="shortened word"),
        pytest.param(["COVID-", "19 and"], "COVID-19 and", id="number after the hyphen"),
        pytest.param(["2014-", "2020"], "2014-2020", id="years"),
        pytest.param(["and/", "or"], "and/or", id="stroke"),
        pytest.param(["政府决定采取", "一切措施"], "政府决定采取一切措施", id="Chinese"),
        pytest.param(["the council –", "which meets"], "the council – which meets", id="dash"),
        pytest.param(["one", "two"], "one two", id="words"),
    ],
)
def test_joined_undoes_hyphens_that_only_broke_a_word(lines: list[str], text: str) -> None:
    assert joined(lines, Vocabulary(["the long-term view of co-operation"]))[0] == text


def test_joined_keeps_the_hyphen_that_the_document_writes_elsewhere() -> None:
    vocabulary = Vocabulary(["all co-operation between the states"])
    assert joined(["co-", "operation"], vocabulary)[0] == "co-operation"


def test_joined_names_the_place_of_each_line() -> None:
    assert joined(["coopera-", "tion of", "states"], Vocabulary([])) == ("cooperation of states", [0, 7, 15])


def test_logical_reads_from_the_right_and_numbers_from_the_left() -> None:
    letters = [("3", 2, 0), ("5", 7, 5), ("ب", 14, 12), ("ا", 18, 17)]
    assert logical(letters) == "اب35"


@pytest.mark.parametrize(
    ("characters", "text"),
    [
        pytest.param([("ا", 2, 0), ("ل", 2, 0)], "لا", id="alef first"),
        pytest.param([("ل", 2, 0), ("ا", 2, 0)], "لا", id="lam first"),
        pytest.param([("ل", 1, 0), ("ا", 2, 0), ("ً", 3, 0), ("ع", 8, 5)], "علاً", id="with a mark"),
    ],
)
def test_logical_keeps_a_ligature_together(characters: list[tuple[str, float, float]], text: str) -> None:
    assert logical(characters) == text


@pytest.mark.parametrize(("text", "right"), [(")ب(", "(ب)"), ("(ب)", "(ب)"), ("»ب«", "«ب»"), ("ب", "ب")])
def test_with_brackets_pairs_them(text: str, right: str) -> None:
    assert with_brackets(text) == right


def test_turned_round_puts_the_full_stop_after_the_number() -> None:
    assert turned_round(".12") == "12."
