"""corrected(), brought_back(): translations replaced, their checks made again, everything else as it was."""

from dataclasses import replace

import pytest

from summarize.correction import DOUBTFUL, brought_back, corrected, corrected_all, remarks, restored
from tests.briefings import briefing, untranslated
from translate import FormatError, InputError
from translate.formats.registry import write_bilingual
from translate.issue import Issue
from translate.resources.glossary import parse_glossary
from translate.translation import Doubt


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


def test_corrected_keeps_what_there_was_to_check_as_settled() -> None:
    made = corrected(briefing(), 1, "As taxas são de 2200 euros.")
    assert made.settled == tuple(issue for issue in briefing().issues if issue.segment == 1)


def test_corrected_settles_a_doubtful_sentence_that_no_check_was_about() -> None:
    translation = briefing().translation
    assert translation is not None
    doubted = replace(briefing(), translation=replace(translation, doubts=(Doubt(3, 0.6, "Lisbon"),)))
    made = corrected(doubted, 3, "Em Lisboa")
    assert [(issue.kind, issue.segment) for issue in made.settled] == [(DOUBTFUL, 3)]


def test_corrected_trusts_the_reader() -> None:
    made = corrected(briefing(), 1, "As taxas são de 2300 euros.")
    assert [issue.kind for issue in made.issues if issue.segment == 1] == []
    assert "numbers" in [issue.kind for issue in remarks(made, 1)]


def test_remarks_are_made_on_corrections_only() -> None:
    assert remarks(briefing(), 1) == ()


def test_restored_is_the_briefing_before() -> None:
    made = corrected(briefing(), 1, "As taxas são de 2200 euros.")
    back, before = restored(made, briefing(), 1), briefing()
    assert back.translation is not None
    assert before.translation is not None
    assert (back.issues, back.translation.hypotheses) == (before.issues, before.translation.hypotheses)
    assert back.translation.opinions == before.translation.opinions


def test_restored_leaves_other_corrections() -> None:
    made = corrected_all(briefing(), {1: "As taxas são de 2200 euros.", 2: "Aumentam."})
    assert restored(made, briefing(), 1) == corrected(briefing(), 2, "Aumentam.")


def test_restored_needs_a_translation() -> None:
    with pytest.raises(ValueError, match="to restore"):
        restored(untranslated(), untranslated(), 1)


def test_corrected_keeps_the_issues_of_others() -> None:
    assert briefing().issues[-1] in corrected(briefing(), 1, "Outra.").issues


def test_corrected_finds_the_readers_terms_anew() -> None:
    terms = parse_glossary("fees, emolumentos", "en", "pt")
    wrong = corrected(briefing(), 1, "As taxas são de 2200 euros.", terms)
    assert [issue.kind for issue in remarks(wrong, 1)] == ["terms"]
    mended = corrected(wrong, 1, "Os emolumentos são de 2200 euros.", terms)
    assert remarks(mended, 1) == ()


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


def test_corrected_all_is_every_correction_at_once() -> None:
    one_by_one = corrected(corrected(briefing(), 1, "As taxas são de 2300 euros."), 2, "Sobe.")
    assert corrected_all(briefing(), {1: "As taxas são de 2300 euros.", 2: "Sobe."}) == one_by_one


def _edited(before: str, after: str) -> bytes:
    """The briefing's XLIFF file with a translation edited."""
    translation = briefing().translation
    assert translation is not None
    target = '<target xml:space="preserve">{}</target>'
    content = write_bilingual(translation, "xliff").decode()
    assert target.format(before) in content
    return content.replace(target.format(before), target.format(after)).encode()


def test_brought_back_takes_what_was_edited() -> None:
    made, changed, unmatched = brought_back(briefing(), _edited("Sobem.", "Aumentam."))
    assert made == corrected(briefing(), 2, "Aumentam.")
    assert (changed, unmatched) == ((2,), 0)


def test_brought_back_leaves_what_was_corrected_meanwhile() -> None:
    meanwhile = corrected(briefing(), 1, "As taxas são de 2200 euros.")
    made, changed, _ = brought_back(meanwhile, _edited("Sobem.", "Aumentam."))
    assert made == corrected(meanwhile, 2, "Aumentam.")
    assert changed == (2,)


def test_brought_back_of_nothing_edited_is_the_briefing() -> None:
    assert brought_back(briefing(), _edited("Sobem.", "Sobem.")) == (briefing(), (), 0)


def test_brought_back_refuses_another_language() -> None:
    with pytest.raises(InputError, match="is in fr"):
        brought_back(briefing(), _edited("Sobem.", "x").replace(b'trgLang="pt"', b'trgLang="fr"'))


def test_brought_back_refuses_what_is_no_xliff() -> None:
    with pytest.raises(FormatError):
        brought_back(briefing(), b"<html/>")


def test_brought_back_needs_a_translation() -> None:
    with pytest.raises(ValueError, match="to bring"):
        brought_back(untranslated(), b"")
