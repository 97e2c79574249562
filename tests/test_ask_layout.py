"""What an answer shows whole: an item with what introduces it, a row with its columns, no marks of Markdown."""

import pytest

from summarize.answers import Passage, ask
from summarize.answers.layout import bare, introductions
from summarize.answers.ranking import Asked
from summarize.answers.selection import list_goes_on
from summarize.answers.texts import Texts
from summarize.answers.units import may_answer, searched, units_of
from translate.document import Document
from translate.reading.reader import read

LAW = """# Lei do porto

Artigo 5.º

Proibições

1 - O porto fecha à meia-noite.

2 - Os dados dos barcos não podem ser:

a) Utilizados para elaborar perfis dos pescadores;

b) Conservados por mais de 90 dias após a decisão final.

3 - A autoridade publica um relatório.
"""
TABLE = """# Fees

## Harbour fees

| Kind of boat | A day (euro) | A year (euro) |
| --- | --- | --- |
| Sailing boat | 12 | 900 |
| Motor yacht | 40 | 4,100 |

The lights burn all night. Nobody swims here.
"""


@pytest.fixture(scope="module")
def law() -> Document:
    return read(LAW.encode(), name="lei.txt", language="pt")


def numbers(document: Document, *beginnings: str) -> list[int]:
    return [next(i for i, text in enumerate(document.texts) if text.startswith(start)) for start in beginnings]


def test_an_item_is_introduced_by_the_provision_above_it(law: Document) -> None:
    provision, first, second = numbers(law, "Os dados", "Utilizados", "Conservados")
    found = introductions(law)
    assert (found[first], found[second]) == (provision, provision)


def test_a_provision_with_a_number_is_no_item_of_the_one_before(law: Document) -> None:
    (last,) = numbers(law, "A autoridade")
    assert last not in introductions(law)


def test_a_list_ends_where_a_paragraph_without_a_label_stands() -> None:
    text = read("They may:\n\n(a) fish;\n\n(b) swim.\n\nNobody came.\n\n(c) Other things.", language="en")
    swim, other = numbers(text, "swim", "Other")
    assert (swim in introductions(text), other in introductions(text)) == (True, False)


def test_an_item_is_never_shown_without_what_introduces_it(law: Document) -> None:
    answer = ask(law, "Por quantos dias são os dados conservados após a decisão final?", "pt")
    passage = next(p for p in (*answer.passages, *answer.nearest) if "90 dias" in p.text)
    assert passage.text.startswith("Os dados dos barcos não podem ser:")


def test_a_row_answers_with_its_cells_under_its_columns() -> None:
    document = read(TABLE.encode(), name="fees.md", language="en")
    passage = ask(document, "How much does a motor yacht pay a year?", "en").passages[0]
    assert passage.text == "Motor yacht | 40 | 4,100"
    assert passage.heading == "Fees · Harbour fees · Kind of boat | A day (euro) | A year (euro)"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Table 3: Awards**", "Table 3: Awards"),
        ("see _Annual Report_ for more", "see Annual Report for more"),
        ("###### California’s law", "California’s law"),
        ("[GAO-24-1](https://example.org/a)", "GAO-24-1"),
        ("a_b and 2*3*4 and # 5", "a_b and 2*3*4 and # 5"),
    ],
    ids=["strong", "emphasis", "heading", "link", "no marks"],
)
def test_bare_takes_marks_of_markdown_away(marked: str, plain: str) -> None:
    assert bare(marked) == plain


def test_a_line_marked_as_a_heading_stands_above_what_follows() -> None:
    document = read("#### Background\n\nThe agency was founded in 1998 by law.", language="en")
    assert units_of(document)[-1].heading == "Background"


def test_a_row_of_numbers_is_no_heading() -> None:
    document = read(b"# Awards\n\n# 39 116 104\n\nThe office paid awards to them.", name="a.md", language="en")
    assert units_of(document)[-1].heading == "Awards"


def test_a_caption_brings_the_lines_under_it_up_to_their_source() -> None:
    lines = ["**Table 3: Number of Award Recipients, by Year**", "Recipients of awards", "2020 2021 2022", "39 116 104"]
    text = "\n\n".join([*lines, "Source: Office of Awards.", "Nobody else was paid in these years by the office."])
    passage = ask(read(text, language="en"), "How many award recipients were there in 2021?", "en").passages[0]
    assert passage.text.endswith("2020 2021 2022 39 116 104")


def test_a_question_of_the_texts_own_is_shown_with_its_answer() -> None:
    text = "Member: Will the fares of the night ferry rise?\n\nMinister: No, not before 2029.\n\nMember: Thank you."
    passage = ask(read(text, language="en"), "Will the fares of the night ferry rise?", "en").passages[0]
    assert "not before 2029" in passage.text


def test_an_address_is_no_passage() -> None:
    document = read("https://www.example.org/whistle/blower/awards/2021", language="en")
    assert [may_answer(unit) for unit in units_of(document)] == [False]


def test_capitals_are_searched_as_small_letters() -> None:
    assert searched(units_of(read("WE ASK FOR CHEAPER RICE. The UN met.", language="en"))) == [
        "we ask for cheaper rice.",
        "The UN met.",
    ]


@pytest.mark.parametrize("line", ["13 ABC-24-105648.", "CSI."], ids=["a note", "the end of a sentence"])
def test_a_note_and_the_end_of_a_sentence_are_no_headings(line: str) -> None:
    text = f"# Awards\n\n# {line}\n\nThe fleet won two prizes in the spring."
    document = read(text.encode(), language="en", name="a.md")
    assert units_of(document)[-1].heading == "Awards"


def test_where_headings_are_marked_no_other_line_is_one() -> None:
    marked = "".join(f"#### Part {number}\n\nThe fleet won {number} prizes in the spring.\n\n" for number in range(5))
    document = read(f"{marked}Kind of boat\n\nIt sailed on for a whole year.", language="en")
    assert units_of(document)[-1].heading == "Part 4"


def quoted(segments: tuple[int, ...], goes_on: bool) -> str:
    sentences = ("The model has:", "size.", "age.")[: len(segments)]
    return Passage(0, "", segments, sentences, "en", 0.9, goes_on=goes_on).text


def test_a_passage_of_sentences_that_stand_apart_shows_the_gap() -> None:
    assert quoted((1, 4, 5), False) == "The model has: … size. age."


def test_a_passage_of_some_items_shows_that_the_list_goes_on() -> None:
    assert quoted((1, 2), True) == "The model has: size. …"


ITEMS = "The model has the following covariates:\n\n- size of the boat\n- age of the boat\n- home port of the boat\n"


@pytest.mark.parametrize(("rows", "more"), [((0, 1), True), ((0, 1, 2, 3), False)], ids=["one item", "all items"])
def test_list_goes_on_until_its_last_item(rows: tuple[int, ...], more: bool) -> None:
    ranking = Texts([read(f"{ITEMS}\nIt was fitted in the spring.", language="en", name="a.md")]).ranking(Asked({}))
    assert list_goes_on(ranking, rows) is more
