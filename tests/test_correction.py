"""corrected(): one translation replaced, its checks made again, everything else as it was."""

from dataclasses import replace

import pytest

from summarize.correction import corrected
from tests.briefings import briefing, untranslated
from translate.issue import Issue
from translate.resources.glossary import parse_glossary


def test_corrected_puts_the_text_into_the_target() -> None:
    made = corrected(briefing(), 1, "  As taxas são de 2200 euros. ")
    assert made.translation is not None
    assert made.translation.target.texts == ("Água & <lei>", "As taxas são de 2200 euros.", "Sobem.", "Lisboa")
    assert made.translation.hypotheses[1].origin == "edited"


def test_corrected_leaves_the_source_alone() -> None:
    assert corrected(briefing(), 1, "Outra.").document == briefing().document


def test_corrected_drops_what_is_no_longer_wrong() -> None:
    made = corrected(briefing(), 1, "As taxas são de 2200 euros.")
    assert [issue.kind for issue in made.issues if issue.segment == 1] == []


def test_corrected_finds_what_is_wrong_now() -> None:
    made = corrected(briefing(), 1, "As taxas são de 2300 euros.")
    assert "numbers" in [issue.kind for issue in made.issues if issue.segment == 1]


def test_corrected_keeps_the_issues_of_others() -> None:
    assert briefing().issues[-1] in corrected(briefing(), 1, "Outra.").issues


def test_corrected_finds_the_readers_terms_anew() -> None:
    terms = parse_glossary("fees, emolumentos", "en", "pt")
    wrong = corrected(briefing(), 1, "As taxas são de 2200 euros.", terms)
    assert [issue.kind for issue in wrong.issues if issue.segment == 1] == ["terms"]
    mended = corrected(wrong, 1, "Os emolumentos são de 2200 euros.", terms)
    assert [issue.kind for issue in mended.issues if issue.segment == 1] == []


def test_corrected_compares_the_second_opinion_anew() -> None:
    made = corrected(briefing(), 1, "As taxas <são> de 2.2.")
    assert made.translation is not None
    assert made.translation.opinions[0].agreement == 1.0


@pytest.mark.parametrize(("segment", "text"), [(1, "  "), (99, "a"), (-1, "a")], ids=["empty", "beyond", "before"])
def test_corrected_refuses_what_cannot_be(segment: int, text: str) -> None:
    with pytest.raises(ValueError, match="to correct"):
        corrected(briefing(), segment, text)


def test_corrected_needs_a_translation() -> None:
    with pytest.raises(ValueError, match="to correct"):
        corrected(untranslated(), 1, "a")


def test_corrected_drops_what_a_second_engine_said_against_the_old_text() -> None:
    old = Issue("disagreement", 1, None, "A second engine says something quite different.", "notice")
    made = briefing()
    assert made.translation is not None
    disputed = replace(
        made, issues=(*made.issues, old), translation=replace(made.translation, issues=(*made.translation.issues, old))
    )
    mended = corrected(disputed, 1, "As taxas são de 2200 euros.")
    assert mended.translation is not None
    assert old not in (*mended.issues, *mended.translation.issues)
