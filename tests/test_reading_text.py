"""Plain text into blocks: titles, wrapped paragraphs, labels, lists."""

import pytest

from translate.reading.text import read_text, with_items


def _bodies(text: str) -> list[str]:
    return [text[block.start : block.end] for block in read_text(text).blocks]


def _items(text: str) -> list[str]:
    return [text[block.start : block.end] for block in with_items(read_text(text)).blocks]


_WRAPPED = (
    "The Board shall meet at least twice a year in the seat\n"
    "of the Secretariat or, on the invitation of a Member,\n"
    "Malta included, in the capital of that Member and not\n"
    "elsewhere."
)
_LONG = (
    "The Board shall:\n"
    "(a) adopt its rules of procedure at the first meeting of each year;\n"
    "(b) elect a chair from among the representatives of the Members;\n"
    "(c) report to the Council on the measures that it has taken."
)


def test_read_text_of_nothing() -> None:
    assert read_text(" \n \n").blocks == ()


def test_read_text_joins_wrapped_lines() -> None:
    assert _bodies(_WRAPPED) == [_WRAPPED]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"], ids=["unix", "windows", "mac", "unicode"])
def test_read_text_parts_paragraphs_at_blank_lines(end: str) -> None:
    assert _bodies(f"The Board met.{end}{end}It agreed.") == ["The Board met.", "It agreed."]


def test_read_text_parts_lines_that_are_paragraphs() -> None:
    text = "The Board met on Monday.\nIt elected Ms Okafor, who had long been its secretary, as chair.\nIt rose."
    assert _bodies(text) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "The measures apply to the Mem-\nber States.",
        "The notice (see the decision of\nMay 2019) was withdrawn.",
        "The notice is addressed to the\nMinister.",
        "The notice rests on the law of nature,\nReason and custom.",
        "The notice applies to all vessels\nand their crews.",
        "DECISION OF THE BOARD AND OF\nTHE COUNCIL",
        "DECISION OF THE BOARD OF THE UNION OF THE COAST\nCONCERNING VESSELS THAT FISH WITHIN THE TWELVE\n"
        "MILES ZONE AND REPEALING THE FIRST DECISION ON\nFISHING GEAR",
    ],
    ids=["hyphen", "open bracket", "article", "comma", "lower case", "capitals", "long title in capitals"],
)
def test_read_text_joins_a_line_that_breaks_off(text: str) -> None:
    assert _bodies(text) == [text]


def test_read_text_joins_a_sentence_across_a_blank_line() -> None:
    text = "The notice applies to every vessel that flies the flag\n\nof a Member."
    assert _bodies(text) == [text]


@pytest.mark.parametrize(
    "line",
    ["Article 5", "§ 3. The court decides.", "(a) fish", "2. Members act.", "— fish", "CHAPTER II", "FINAL PROVISIONS"],
)
def test_read_text_starts_a_block_at_a_label_or_title(line: str) -> None:
    assert _bodies(f"The Board shall meet.\n{line}") == ["The Board shall meet.", line]


def test_read_text_puts_a_number_alone_before_its_paragraph() -> None:
    text = "14\n\nThe Board shall meet."
    block = read_text(text).blocks[0]
    assert (text[block.start : block.end], block.label) == (text, "14")


def test_read_text_ends_a_block_at_a_colon() -> None:
    assert _bodies("The Board shall decide on:\n— fees;\n— fines.") == [
        "The Board shall decide on:",
        "— fees;\n— fines.",
    ]


def test_read_text_ends_a_block_at_a_note_after_a_colon() -> None:
    text = "These are the conditions: (as amended in 2021)\nI - age;\nII - residence."
    assert _bodies(text) == ["These are the conditions: (as amended in 2021)", "I - age;\nII - residence."]


def test_read_text_keeps_a_salutation_apart() -> None:
    assert _bodies("Dear Ms Okafor,\n\nThank you.") == ["Dear Ms Okafor,", "Thank you."]


def test_read_text_keeps_a_list_as_one_sentence() -> None:
    assert _bodies(_LONG) == ["The Board shall:", _LONG.partition("\n")[2]]


def test_with_items_cuts_a_long_list() -> None:
    assert _items(_LONG) == _LONG.split("\n")


def test_with_items_labels_every_item() -> None:
    assert [block.label for block in with_items(read_text(_LONG)).blocks] == ["", "(a)", "(b)", "(c)"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(a) fish;\n(b) meat;\n(c) bread.", id="letters"),
        pytest.param("1. fish;\n2. meat; and\n3. bread.", id="numbers"),
        pytest.param("• fish,\n• meat,\n• bread", id="bullets"),
        pytest.param("i) peixe;\nii) carne;\niii) pão.", id="roman"),
    ],
)
def test_with_items_cuts_a_short_list_at_its_markers(text: str) -> None:
    assert _items(text) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Fees, as set out in\nAnnex I,\nare due.", id="no markers"),
        pytest.param("The ships in port,\n– whatever their flag –\nare free.", id="one dash"),
        pytest.param("The fee is due on page 3,\n4. and 5. of it.", id="one number"),
        pytest.param("(a) fish or\n(b) meat", id="no stop between"),
        pytest.param("(a) fish,\nTuna and cod", id="one marker and a capital"),
    ],
)
def test_with_items_leaves_what_may_be_no_list(text: str) -> None:
    assert _items(text) == _bodies(text)


def test_with_items_cuts_recitals_without_markers() -> None:
    text = (
        "Having regard to the Treaty establishing the Union of the Coast, and to its third annex,\n\n"
        "Having regard to the opinion of the committee on fisheries of 12 May 2025,\n\n"
        "Has adopted this decision."
    )
    assert _items(text) == text.split("\n\n")


def test_with_items_cuts_a_short_list_at_blank_lines() -> None:
    assert _items("(a) fish;\n\n(b) meat.") == ["(a) fish;", "(b) meat."]


def test_with_items_leaves_a_sentence_that_a_page_cuts() -> None:
    text = "The notice applies to every vessel that flies the flag of a Member,\n\nwhatever its length."
    assert _items(text) == [text]


def test_with_items_keeps_a_wrapped_item_together() -> None:
    text = (
        "(a) the vessels that fly the flag of a Member or are\n"
        "owned by a person who lives in the territory of one;\n"
        "(b) the crews of those vessels, whatever the flag and\n"
        "whatever the nationality of each of their members."
    )
    assert _items(text) == [text.partition("\n(b)")[0], "(b)" + text.partition("\n(b)")[2]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("FINAL PROVISIONS\n\nThe Board shall meet.", "heading"),
        ("Chapter 2\n\nThe Board shall meet.", "heading"),
        ("Scope of the decision\n\nThe Board shall meet.", "heading"),
        ("(a) fishing vessels", "list_item"),
        ("• fishing vessels", "list_item"),
        ("The Board shall meet.\n\nIt shall agree.", "paragraph"),
        ("the Board shall meet\n\nIt shall agree.", "paragraph"),
        ("HAS DECIDED:\n\nThe Board shall meet.", "paragraph"),
        ("A last line without a stop", "paragraph"),
    ],
)
def test_read_text_tells_kinds_apart(text: str, kind: str) -> None:
    assert read_text(text).blocks[0].kind == kind


def test_read_text_gives_a_heading_a_level() -> None:
    assert [block.level for block in read_text("CHAPTER I\n\nThe Board shall meet.").blocks] == [1, 0]


def test_read_text_needs_no_more_than_linear_time() -> None:
    text = "a;\n" * 40_000  # quadratic time would run into the suite's time limit
    assert len(with_items(read_text(text)).blocks) == 1


def test_read_text_parts_numbered_paragraphs_that_stand_in_one_line() -> None:
    text = "1. The Board shall meet.  2. It shall elect a chair.   3. It shall report."
    assert _bodies(text) == ["1. The Board shall meet.", "2. It shall elect a chair.", "3. It shall report."]


def test_read_text_puts_a_marker_alone_in_a_list_before_its_item() -> None:
    text = "(a)\nfish;\n(b)\nMeat of any kind."
    assert _bodies(text) == [text]


@pytest.mark.parametrize(("letters", "kind"), [(100, "heading"), (101, "paragraph")])
@pytest.mark.parametrize(
    ("letter", "between"),
    [("a", "\n\n"), ("A", "\n\n"), ("A", "\n")],
    ids=["above a paragraph", "capitals above a paragraph", "capitals above a line"],
)
def test_read_text_takes_lines_of_up_to_100_characters_for_headings(
    letter: str, between: str, letters: int, kind: str
) -> None:
    title = "A" + letter * (letters - 1)
    assert read_text(f"{title}{between}The Board met in Valletta.").blocks[0].kind == kind


def test_a_text_in_capitals_has_paragraphs_of_its_lines() -> None:
    lines = [
        "WE HAVE BUILT A HOSPITAL IN EVERY DISTRICT OF THE",
        "NORTH AND WILL BUILD ONE IN EVERY VALLEY OF THE SOUTH.",
    ]
    text = "\n\n".join(lines * 30)
    draft = read_text(text)
    assert [text[block.start : block.end] for block in draft.blocks] == ["\n\n".join(lines)] * 30
    assert {block.kind for block in draft.blocks} == {"paragraph"}
