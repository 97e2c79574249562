"""Acts that a converter wrote on one line are cut where their provisions begin."""

from itertools import pairwise

from translate.reading.glued import glued
from translate.reading.reader import read

_FILL = "The parties keep the records of each harbour and show them to whoever asks for them in writing. "
_ACT = (
    "They have agreed as follows:Article 1PurposeThe parties look after the harbour." + 4 * _FILL.strip()
    + "Article 2Duties of the parties1. Each party pays its part.2. Each party sends:(a) a list of ships; and(b) a map."
    + 8 * _FILL.strip()
    + "Article IIIEnd(a) This agreement ends in 2030."
)  # fmt: skip


def _lines(text: str) -> list[str]:
    places = [0, *glued(text), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


def test_glued_parts_a_provision_its_title_and_its_sentence() -> None:
    assert _lines(_ACT)[:4][1:3] == ["Article 1", "Purpose"]


def test_glued_parts_numbered_paragraphs() -> None:
    assert "1. Each party pays its part." in _lines(_ACT)


def test_glued_parts_items_after_and() -> None:
    assert "(a) a list of ships; and" in _lines(_ACT)


def test_glued_parts_a_roman_number_from_the_title() -> None:
    assert _lines(_ACT)[-3:] == ["Article III", "End", "(a) This agreement ends in 2030."]


def test_glued_leaves_an_act_with_spaces_alone() -> None:
    assert glued(12 * "The board meets. Article 1 says when. ") == []


def test_glued_leaves_a_single_slip_alone() -> None:
    assert glued(12 * _FILL + "It stops here.Article 4 goes on.") == []


def test_read_makes_headings_of_glued_provisions() -> None:
    document = read(_ACT, language="en")
    headings = [document.text[block.start : block.end] for block in document.blocks if block.kind == "heading"]
    assert headings[:4] == ["Article 1", "Purpose", "Article 2", "Duties of the parties"]


def test_read_keeps_every_character_of_a_glued_act() -> None:
    document = read(_ACT, language="en")
    assert "".join(document.text.split()) == "".join(_ACT.split())
