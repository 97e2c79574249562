"""A briefing at a glance: its facts in a line and the strip over the text."""

import dataclasses

import pytest
from lxml import html

from summarize.export.glance import glance_html
from tests.briefings import TEXT, briefing, untranslated
from translate.document import Block, Document, Segment
from translate.issue import Issue


def _facts(markup: str) -> list[str]:
    """The facts of the line above the strip."""
    return [str(text) for text in html.fragment_fromstring(markup, create_parent="div").xpath("p[1]/span/text()")]


def test_glance_html_gives_coverage_way_and_languages() -> None:
    # English has 13 + 21 + 10 of 50 characters, Portuguese 6.
    assert _facts(glance_html(briefing(), "en")) == [
        "3 of 4 sentences translated, 1 kept as written (already in Portuguese, or without words)",
        "Fake base",
        "English 88\u00a0%, Portuguese 12\u00a0%",
    ]


def test_glance_html_names_no_way_where_there_is_none() -> None:
    assert len(_facts(glance_html(untranslated(), "en"))) == 2


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.04, "0.1 s"),
        (4.24, "4.2 s"),
        (9.9, "9.9 s"),
        (10.4, "10 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (152, "2 min 32 s"),
    ],
)
def test_glance_html_says_how_long_it_took(seconds: float, shown: str) -> None:
    assert _facts(glance_html(briefing(), "en", seconds))[-1].endswith(f" {shown}")


@pytest.mark.parametrize(
    ("letters", "named"),
    [pytest.param(4, False, id="four in a thousand"), pytest.param(6, True, id="six in a thousand")],
)
def test_glance_html_takes_a_name_for_no_second_language(letters: int, named: bool) -> None:
    segments = (Segment(0, 1000 - letters, 0, "en"), Segment(1000 - letters, 1000, 0, "pt"))
    document = Document("a" * 1000, "en", (Block(0, 1000),), segments)
    facts = _facts(glance_html(dataclasses.replace(untranslated(), document=document, issues=()), "en"))
    assert (facts[-1] == "English 99\u00a0%, Portuguese 1\u00a0%") is named


def _marks(issues: tuple[Issue, ...]) -> list[tuple[str, ...]]:
    """Class, target, title and place of each mark of the strip."""
    page = html.fragment_fromstring(
        glance_html(dataclasses.replace(briefing(), issues=issues), "en"), create_parent="div"
    )
    return [tuple(mark.get(name) for name in ("class", "href", "title", "style")) for mark in page.xpath("//a")]


def test_glance_html_marks_what_is_cited_at_its_place() -> None:
    left, width = 100 * 22 / len(TEXT), 100 * 21 / len(TEXT)
    assert _marks(()) == [("cited", "#s2", "Go to sentence 2", f"left:{left:.2f}%;width:{width:.2f}%")]


def test_glance_html_marks_the_gravest_issue_of_a_sentence() -> None:
    issues = (
        Issue("numbers", 2, None, "x", "error"),
        Issue("quotes", 2, None, "x", "notice"),
        Issue("a", None, None, "x"),
    )
    assert [mark[:3] for mark in _marks(issues)][1:] == [("error", "#s3", "sentence 3: numbers")]


def test_glance_html_shows_a_check_whose_name_has_braces_as_it_is() -> None:
    assert _marks((Issue("{0}", 1, None, "Look."),))[-1][2] == "sentence 2: {0}"


def test_glance_html_has_no_strip_where_nothing_is_to_be_seen() -> None:
    made = untranslated()
    summary = dataclasses.replace(made.summary, points=())
    assert "strip" not in glance_html(dataclasses.replace(made, summary=summary, issues=()), "en")
