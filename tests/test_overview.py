"""What Python and notebooks show of the values: a line without texts, and the same in HTML with them, escaped."""

from dataclasses import replace

import pytest

from summarize import Briefing
from tests.briefings import briefing, document, untranslated
from translate.document import Block, Document, Segment
from translate.issue import Issue
from translate.translation import Translation


def translation() -> Translation:
    found = briefing().translation
    assert found is not None
    return found


def test_a_document_is_told_in_a_line() -> None:
    assert repr(document()) == "<Document 'water law.docx': en, 4 blocks, 4 segments, 71 characters>"


def test_a_translation_is_told_in_a_line() -> None:
    assert repr(translation()).startswith("<Translation en → pt: ")
    assert "2,200" not in repr(translation())


@pytest.mark.parametrize("made", [briefing(), untranslated()], ids=["translated", "no-route"])
def test_a_briefing_is_told_in_a_line_without_its_text(made: Briefing) -> None:
    told = repr(made)
    assert len(told) < 300
    assert "Fees" not in told
    assert "\n" not in told


def test_a_summary_is_told_with_its_document() -> None:
    assert repr(briefing().summary) == f"<Summary of {document()!r}: 1 points>"


def test_a_notebook_gets_points_with_their_sources() -> None:
    shown = briefing()._repr_html_()
    assert '<span dir="auto">As taxas são 2,200 euros.</span> [2]' in shown
    assert '<details><summary>source</summary><span dir="auto">Fees are 2,200 euros.</span></details>' in shown


def test_a_notebook_gets_points_of_what_is_not_translated() -> None:
    shown = untranslated()._repr_html_()
    assert '<span dir="auto">Fees are 2,200 euros.</span> [2]</li>' in shown


def test_a_notebook_gets_the_first_issues_and_how_many_more() -> None:
    issues = tuple(Issue("numbers", number, None, f"Look at <{number}>.") for number in range(12))
    shown = replace(briefing(), issues=issues)._repr_html_()
    assert "<li>[1] Look at &lt;0&gt;.</li>" in shown
    assert "<li>[10] Look at &lt;9&gt;.</li></ul><p>… and 2 more</p>" in shown


def test_a_notebook_gets_no_markup_of_the_text() -> None:
    shown = briefing()._repr_html_()
    assert "Water &amp; &lt;law&gt;" in shown
    assert "<law>" not in shown


def test_a_notebook_gets_the_first_fifty_sentences_side_by_side() -> None:
    text = "A b. " * 52
    spans = tuple(Segment(5 * at, 5 * at + 4, 0, "en") for at in range(52))
    long = Document(text, "en", (Block(0, len(text)),), spans)
    hypotheses = tuple(replace(translation().hypotheses[0], text="A b.") for _ in spans)
    shown = replace(translation(), source=long, target=long, hypotheses=hypotheses)._repr_html_()
    assert shown.count("<tr>") == 50
    assert "<tr><td>50</td>" in shown
    assert "… and 2 more sentences" in shown
