"""A briefing on the terminal: lines of a hundred columns, and what is counted only."""

from dataclasses import replace

import pytest

from summarize.export.text import to_text
from summarize.export.wording import wording
from summarize.summary import Citation, Point
from tests.briefings import briefing, untranslated
from translate.issue import Issue


def shown(point: str) -> list[str]:
    """The lines of a summary of one point, up to the heading behind it."""
    made = untranslated()
    summary = replace(made.summary, points=(Point(point, (Citation(1), Citation(2))),))
    lines = to_text(replace(made, summary=summary)).splitlines()
    begin = next(i for i, line in enumerate(lines) if line.startswith("• "))
    return lines[begin : lines.index("", begin)]


@pytest.mark.parametrize(("letters", "count"), [(91, 1), (92, 2)])
def test_to_text_fills_lines_up_to_a_hundred_columns(letters: int, count: int) -> None:
    found = shown("a" * letters)
    assert (len(found), max(map(len, found)) <= 100) == (count, True)


@pytest.mark.parametrize(("letters", "rule"), [(99, 99), (100, 100), (101, 100)])
def test_to_text_rules_a_title_up_to_a_hundred_columns(letters: int, rule: int) -> None:
    made = untranslated()
    lines = to_text(replace(made, document=replace(made.document, title="a" * letters))).splitlines()
    assert lines[:2] == ["a" * letters, "=" * rule]


def test_to_text_has_no_summary_where_the_reader_stopped_before_it() -> None:
    made = untranslated()
    text = to_text(replace(made, summary=replace(made.summary, points=())))
    assert wording("en")["summary"] not in text.splitlines()


def test_to_text_counts_notices_on_sentences_and_lists_those_on_the_whole_text() -> None:
    issues = (
        Issue("quotes", 1, None, "Quotes differ.", "notice"),
        Issue("quotes", 2, None, "Quotes differ.", "notice"),
        Issue("scan", None, None, "Page 3 has no text.", "notice"),
        Issue("numbers", 1, None, "A number is missing.", "warning"),
    )
    text = to_text(replace(untranslated(), issues=issues))
    assert f"{wording('en')['severity_notice']}: 2\n" in text
    assert "Quotes differ." not in text
    assert f"• {wording('en')['whole_document']} Page 3 has no text." in text
    assert "• [2] A number is missing." in text


def test_to_text_says_where_there_is_nothing_to_check() -> None:
    text = to_text(replace(untranslated(), issues=()))
    assert wording("en")["nothing_to_check"] in " ".join(text.split())
    assert wording("en")["severity_notice"] not in text


def test_to_text_names_route_and_times_where_there_are_any() -> None:
    assert "Fake base" in to_text(briefing())
    assert " 0,1 s" in to_text(briefing())
    assert (wording("en")["route"] in to_text(untranslated()), " s\n" in to_text(untranslated())) == (False, False)
