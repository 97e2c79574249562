"""Facts as the views list them: grouped, folded, without the headings' own numbers."""

import dataclasses

from summarize.briefing import Briefing
from summarize.export.facts import Entry, fact_groups
from summarize.facts import Fact, extract_facts
from summarize.summary import Summary
from tests.briefings import FACTS, briefing, untranslated
from translate.document import Block, Document, Segment
from translate.hypothesis import Hypothesis
from translate.languages.detection import Detection
from translate.route import Route
from translate.translation import Translation


def test_fact_groups_put_obligations_first_and_actors_last() -> None:
    made = dataclasses.replace(briefing(), facts=tuple(reversed(FACTS)))
    assert [kind for kind, _ in fact_groups(made)] == ["obligation", "amount", "actor"]


def test_fact_groups_fold_what_differs_in_case_only() -> None:
    assert dict(fact_groups(briefing()))["actor"] == (Entry("They", "en", (2, 3)),)


def test_fact_groups_name_a_sentence_once() -> None:
    twice = Fact("date", 1, (0, 4), "2027")
    made = dataclasses.replace(briefing(), facts=(twice, twice))
    assert dict(fact_groups(made))["date"] == (Entry("2027", "en", (1,)),)


def test_fact_groups_keep_a_reference_that_opens_a_sentence() -> None:
    made = dataclasses.replace(briefing(), facts=(Fact("reference", 1, (0, 4), "Fees"),))
    assert dict(fact_groups(made))["reference"] == (Entry("Fees", "en", (1,)),)


def test_fact_groups_of_a_briefing_without_facts_are_none() -> None:
    assert fact_groups(untranslated()) == ()


def _in_portuguese(source: str, target: str) -> Briefing:
    """A sentence with its facts and its translation."""
    document = Document(source, "en", (Block(0, len(source)),), (Segment(0, len(source), 0, "en"),))
    translated = document.with_texts([target], ["pt"], "pt")
    hypotheses = (Hypothesis(target, origin="fake"),)
    translation = Translation(document, translated, hypotheses, Route("en", "pt", ()), (), "")
    return Briefing(
        Detection("en", 0.9), document, translation, Summary(document, (), ""), (), "pt", extract_facts(document)
    )


def test_fact_groups_have_what_the_translation_says() -> None:
    source, target = "Fees of 25 euros are due by 1 May 2027.", "As taxas de 25 euros vencem a 1 de maio de 2027."
    groups = dict(fact_groups(_in_portuguese(source, target)))
    assert [(entry.text, entry.said) for entry in groups["date"]] == [("by 1 May 2027", "1 de maio de 2027")]
    assert [(entry.text, entry.said) for entry in groups["amount"]] == [("25 euros", "25 euros")]


def test_fact_groups_leave_out_what_the_translation_changed() -> None:
    groups = dict(fact_groups(_in_portuguese("Fees are 25 euros.", "As taxas são 52 000 euros.")))
    assert [entry.said for entry in groups["amount"]] == [""]


def test_fact_groups_give_the_whole_sentence_for_an_obligation_that_is_not_found_again() -> None:
    groups = dict(fact_groups(_in_portuguese("Members shall pay the fees.", "Taxas, pois.")))
    assert [entry.said for entry in groups["obligation"]] == ["Taxas, pois."]
