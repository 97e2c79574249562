"""Demands that open with a verb, and what an engine may make of them."""

import pytest

from translate import Hypothesis
from translate.pipeline.demands import as_demand


@pytest.mark.parametrize(
    ("text", "written", "better"),
    [
        ("Não reabra o canal;", "It does not reopen the canal;", "Do not reopen the canal;"),
        ("Não abra novas contas.", "Don't open new accounts.", "Do not open new accounts."),
        ("Aprove, em maio, o plano.", "Approving, in May, the plan.", "Approve, in May, the plan."),
        ("**Exija** uma garantia.", "**It requires** a guarantee.", "**Require** a guarantee."),
    ],
)
def test_a_verb_of_asking_at_the_beginning_asks(text: str, written: str, better: str) -> None:
    found = as_demand(text, Hypothesis(written, origin="engine"), "pt", "en")
    assert (found.text, found.written, len(found.repairs)) == (better, written, 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Não reabre o canal.", "It does not reopen the canal."),
        ("Aprova o plano.", "It approves the plan."),
        ("Venda de terrenos.", "Sale of land."),
        ("Não reabra o canal.", "Do not reopen the canal."),
        ("Não há canal.", "It does not exist."),
    ],
)
def test_what_states_or_asks_already_stays(text: str, written: str) -> None:
    found = Hypothesis(written, origin="engine")
    assert as_demand(text, found, "pt", "en") is found


def test_only_english_from_portuguese_is_changed() -> None:
    found = Hypothesis("It does not reopen the canal.", origin="engine")
    assert as_demand("Não reabra o canal.", found, "gl", "en") is found
