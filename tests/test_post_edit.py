"""Post-edits: another engine's sentence stands only where the checks find less wrong with it, and says so."""

from dataclasses import replace

import pytest

from tests.fakes import FakeEngine, failing_at
from translate import translate
from translate.checks.ranking import weight
from translate.engines.protocol import Engine
from translate.issue import Issue
from translate.pipeline.correction import corrected
from translate.pipeline.post_edit import marked, with_better
from translate.translation import Doubt, Translation

FEE = "The fee for each boat is 500 euro a year."
RIGHT = "A taxa por cada barco é de 500 euros por ano."
WRONG = "A taxa por cada barco é de 700 euros por ano."
HALL = "The committee meets in the town hall."
CAMARA = "A comissão reúne-se na câmara municipal."
TEXT = f"{FEE} {HALL}"


def first() -> FakeEngine:
    return FakeEngine({FEE: WRONG, HALL: CAMARA}.get, name="first")  # type: ignore[arg-type]


def edited(second: FakeEngine) -> Translation:
    engines: dict[str, Engine] = {"first": first(), "second": second}
    return translate(TEXT, "pt", engine="first", post_edit="second", engines=engines)


def other(text: str) -> FakeEngine:
    return FakeEngine(lambda asked: text, name="second")


def test_a_sentence_with_less_wrong_takes_the_others_place() -> None:
    assert [h.text for h in edited(other(RIGHT)).hypotheses] == [RIGHT, CAMARA]


def test_only_marked_sentences_are_asked_for() -> None:
    second = other(RIGHT)
    edited(second)
    assert second.calls == [(FEE,)]


def test_a_replaced_sentence_says_why_and_what_stood_there() -> None:
    record = edited(other(RIGHT)).hypotheses[0].repairs[-1]
    assert (record.reason.startswith("Of the first translation the checks said:"), WRONG in record.action) == (
        True,
        True,
    )


def test_what_stood_there_becomes_an_opinion() -> None:
    (opinion,) = edited(other(RIGHT)).opinions
    assert (opinion.segment, opinion.hypothesis.text, opinion.hypothesis.origin) == (0, WRONG, "first")


def test_a_replaced_sentence_can_be_taken_back() -> None:
    found = edited(other(RIGHT))
    assert corrected(found, 0, found.opinions[0].hypothesis.text).target.texts[0] == WRONG


def test_findings_of_the_sentence_that_went_go_too() -> None:
    assert [issue for issue in edited(other(RIGHT)).issues if issue.kind == "numbers"] == []


@pytest.mark.parametrize(
    "text", [WRONG, WRONG.replace("700", "800"), FEE, ""], ids=["the same", "as wrong", "source", "nothing"]
)
def test_a_sentence_that_is_no_better_is_not_taken(text: str) -> None:
    assert edited(other(text)).hypotheses[0].text == WRONG


def test_the_signature_names_both_engines() -> None:
    signature = edited(other(RIGHT)).signature
    assert ("first 1" in signature, "post-edit" in signature, "second 1" in signature) == (True, True, True)


def test_without_marked_sentences_the_second_is_not_asked() -> None:
    second = other(RIGHT)
    translate(HALL, "pt", engine="first", post_edit="second", engines={"first": first(), "second": second})
    assert second.calls == []


def test_a_second_engine_that_fails_leaves_the_first_and_is_told() -> None:
    found = edited(FakeEngine(failing_at("fee"), name="second"))
    notices = [issue.message for issue in found.issues if issue.kind == "post-edit"]
    assert (found.hypotheses[0].text, "The model is cut short." in notices[0]) == (WRONG, True)


def test_a_second_engine_without_a_way_is_told() -> None:
    found = edited(FakeEngine(pairs=[], name="second"))
    assert [issue.kind for issue in found.issues if issue.segment is None] == ["post-edit"]


def doubted(*scores: float) -> Translation:
    made = translate(TEXT, "pt", engine="first", engines={"first": first()})
    return replace(made, doubts=tuple(Doubt(i, score, "") for i, score in enumerate(scores)))


def test_the_most_doubtful_are_marked_beside_those_with_findings() -> None:
    assert marked(doubted(0.1, 0.9)) == (0, 1)


def test_no_doubt_of_the_other_is_no_reason() -> None:
    made = doubted(0.1, 0.9)
    found = with_better(made, {1: replace(made.hypotheses[1], text="O comité reúne-se na câmara.")}, {})
    assert found.hypotheses[1].text == CAMARA


def test_weight_counts_errors_threefold_and_notices_not_at_all() -> None:
    issues = [
        Issue("numbers", 0, None, "", "error"),
        Issue("quotes", 0, None, ""),
        Issue("quotes", 0, None, ""),
        Issue("length", 0, None, "", "notice"),
    ]
    assert weight(issues) == 3 * 8 + 2


def test_a_marked_sentence_is_found_wherever_it_stands() -> None:
    engines: dict[str, Engine] = {"first": first(), "second": other(RIGHT)}
    found = translate(f"{HALL} {FEE}", "pt", engine="first", post_edit="second", engines=engines)
    assert [h.text for h in found.hypotheses] == [CAMARA, RIGHT]
