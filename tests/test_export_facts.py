"""Facts as the views list them: grouped, folded, without the headings' own numbers."""

import dataclasses

from summarize.export.facts import Entry, fact_groups
from summarize.facts import Fact
from tests.briefings import FACTS, briefing, untranslated


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
