"""A pasted text: Markdown is read as such, anything else to the letter."""

import pytest

from page.pasted import is_markdown, read_pasted

MARKDOWN = "# Harbour dues\n\nShips pay **twice** a year.\n"


def test_read_pasted_shows_no_marks_of_markdown() -> None:
    assert read_pasted(MARKDOWN, "en").texts == ("Harbour dues", "Ships pay twice a year.")


def test_read_pasted_makes_markdown_headings_headings() -> None:
    assert read_pasted(MARKDOWN, "en").blocks[0].kind == "heading"


def test_read_pasted_gives_no_name() -> None:
    assert read_pasted(MARKDOWN, "en").name == ""


def test_read_pasted_leaves_plain_text_alone() -> None:
    text = "Ships pay 2 * 3 euros.* They pay twice."
    assert read_pasted(text, "en").text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Fees\n\nShips *must* pay.", True),
        ("## Taxas\n\nOs navios __devem__ pagar.", True),
        ("# Fees\n\nShips must pay.", False),
        ("Ships **must** pay.", False),
        ("# 5 Fees\n\nShips pay.* Boats pay.*", False),
        ("# Fees\n\n2 * 3 * 4 euros, form_a_b", False),
        ("#fees\n\n**Ships** pay.", False),
        ("", False),
    ],
    ids=["italic", "bold", "heading only", "bold only", "footnotes", "sums", "hashtag", "empty"],
)
def test_is_markdown(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected
