"""Exports: every format over every briefing, file names, rows and the coverage sentence."""

import dataclasses
from pathlib import Path

import pytest

from summarize.briefing import Briefing
from summarize.export import FORMATS, export, file_name
from summarize.export.rows import rows, titles
from summarize.export.wording import coverage_sentence, direction, language_name, wording
from tests.briefings import briefing, document, untranslated
from translate.document import Block, Document, Segment
from translate.errors import FormatError
from translate.hypothesis import Hypothesis
from translate.issue import Issue


@pytest.mark.parametrize("name", FORMATS)
def test_export_is_the_same_twice(name: str) -> None:
    assert export(briefing(), name) == export(briefing(), name)


@pytest.mark.parametrize("name", ["txt", "md"])
def test_export_is_what_a_reader_knows(name: str) -> None:
    expected = Path(__file__).parent / "golden" / f"briefing.{name}"
    notice = Issue("quotes", 2, None, "The quotation marks of the source are gone.", "notice")
    made = briefing()
    assert export(dataclasses.replace(made, issues=(*made.issues, notice)), name) == expected.read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "csv"])  # which holds the facts alone
@pytest.mark.parametrize("made", [briefing(), untranslated()], ids=["translated", "no-route"])
def test_export_holds_the_summary(name: str, made: Briefing) -> None:
    assert "2,200" in export(made, name)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"txt"}))
def test_export_does_not_depend_on_time(name: str) -> None:
    slower = dataclasses.replace(briefing(), timings=(("translating", 99.0),))
    assert export(slower, name) == export(briefing(), name)


def test_export_refuses_an_unknown_format() -> None:
    with pytest.raises(FormatError, match="'docx'; known are html, md, json"):
        export(briefing(), "docx")


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("water law.docx", "", "water-law.en-pt.html"),
        ("water.en.txt", "", "water.en-pt.html"),
        ("", "A/B: “C”?", "A-B-“C”.en-pt.html"),
        ("", "", "Water-&-law.en-pt.html"),
        ("../../etc/passwd", "", "etc-passwd.en-pt.html"),
        ("法律.pdf", "", "法律.en-pt.html"),
    ],
    ids=["name", "language in name", "title", "neither", "path", "chinese"],
)
def test_file_name(name: str, title: str, expected: str) -> None:
    made = briefing()
    named = dataclasses.replace(made.document, name=name, title=title)
    assert file_name(dataclasses.replace(made, document=named), "html") == expected


def test_rows_hold_every_segment_once() -> None:
    assert [row.segment for row in rows(briefing())] == [0, 1, 2, 3, None]


def test_rows_show_text_without_segments() -> None:
    assert rows(briefing())[-1].source == "***"


def test_rows_carry_label_and_page_where_they_begin() -> None:
    assert [(row.label, row.page) for row in rows(briefing())] == [
        ("", 1),
        ("Art. 1", None),
        ("", 2),
        ("(a)", None),
        ("", None),
    ]


def test_rows_know_their_points_and_issues() -> None:
    row = rows(briefing())[1]
    assert (row.points, [issue.kind for issue in row.issues]) == ((0,), ["numbers"])


def test_titles_take_the_heading_that_opens_the_text() -> None:
    assert titles(briefing()) == ("Water & <law>", "Água & <lei>")


def _headed(*headings: tuple[str, int]) -> Document:
    """A document named law.txt that begins with headings of some levels."""
    blocks, text = [], ""
    for heading, level in headings:
        blocks.append(Block(len(text), len(text) + len(heading), "heading", level=level))
        text += f"{heading}\n\n"
    segments = [Segment(block.start, block.end, i) for i, block in enumerate(blocks)]
    return Document(text, "en", tuple(blocks), tuple(segments), name="law.txt")


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ([("ISLES", 1), ("Bill 3", 1), ("On harbour fees", 1)], "On harbour fees"),
        ([("ISLES", 1), ("Bill No 3", 1), ("On harbour fees", 1)], "Bill No 3 · On harbour fees"),
        ([("Harbour fees", 1), ("1. What the islands pay", 2)], "Harbour fees"),
        ([], "law.txt"),
    ],
    ids=["issuer above", "number above", "section below", "no heading"],
)
def test_titles_take_what_a_text_is_about(blocks: list[tuple[str, int]], title: str) -> None:
    made = dataclasses.replace(untranslated(), document=_headed(*blocks))
    assert titles(made) == (title, "")


def _with_origins(*origins: str) -> Briefing:
    """The briefing with other origins."""
    made = briefing()
    assert made.translation is not None
    hypotheses = tuple(
        Hypothesis(text, origin=origin) for text, origin in zip(made.translation.target.texts, origins, strict=True)
    )
    return dataclasses.replace(made, translation=dataclasses.replace(made.translation, hypotheses=hypotheses))


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        (("fake",) * 4, "All 4 sentences translated."),
        (
            ("fake", "fake", "fake", "copied"),
            "3 of 4 sentences translated, 1 kept as written (already in Portuguese, or without words).",
        ),
        (("fake", "fake", "untranslated", "fake"), "3 of 4 sentences translated, 1 left in English."),
        (
            ("fake", "memory", "pending", "pending"),
            "2 of 4 sentences translated, 2 not reached before the run ended.",
        ),
    ],
    ids=["all", "copied", "untranslated", "stopped"],
)
def test_coverage_sentence_accounts_for_every_segment(origins: tuple[str, ...], expected: str) -> None:
    assert coverage_sentence(_with_origins(*origins), "en") == expected


def test_coverage_sentence_without_a_route() -> None:
    assert coverage_sentence(untranslated()) == "Not translated: no installed model leads from English to Arabic."


def test_coverage_sentence_speaks_the_target_language() -> None:
    assert coverage_sentence(_with_origins(*["fake"] * 4)) == "Todas as 4 frases traduzidas."


def test_wording_is_complete_in_both_languages() -> None:
    assert wording("pt").keys() == wording("en").keys()


def test_wording_falls_back_to_english() -> None:
    assert wording("ar") == wording("en")


@pytest.mark.parametrize(("code", "expected"), [("ar", "rtl"), ("pt", "ltr"), ("und", "auto")])
def test_direction(code: str, expected: str) -> None:
    assert direction(code) == expected


@pytest.mark.parametrize(
    ("code", "reader", "expected"),
    [("de", "en", "German"), ("de", "pt", "alemão"), ("und", "en", "an undetermined language"), ("tlh", "pt", "tlh")],
)
def test_language_name(code: str, reader: str, expected: str) -> None:
    assert language_name(code, reader) == expected


def test_briefing_made_by_hand_is_sound() -> None:
    assert document().texts == ("Water & <law>", "Fees are 2,200 euros.", "They rise.", "Lisboa")
