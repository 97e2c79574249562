"""repair(): what is tried, what is kept, what is recorded."""

from collections.abc import Mapping, Sequence

import pytest

from tests.fakes import FakeEngine
from translate.checks.registry import check
from translate.engines.pieces import join_hypotheses
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link
from translate.issue import Issue
from translate.pipeline.repair import needs_repair, repair

LOOP = "o relatório o relatório o relatório o relatório o relatório"


class ScriptedEngine:
    """Answers from a table by text; a text asked with a wide search is looked up with a star behind it first."""

    name = "scripted"
    max_tokens = 100

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def supports(self, source: str, target: str) -> bool:
        return True

    def count_tokens(self, text: str, source: str, target: str) -> int:
        return len(text.split())

    def signature(self, source: str, target: str) -> str:
        return "scripted 1"

    def describe(self, source: str, target: str) -> str:
        return "Scripted"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        self.asked += texts
        wide = "*" if decoding.beam > 1 else ""
        return [
            Hypothesis(self.answers.get(text + wide, self.answers.get(text, LOOP)), origin=self.name) for text in texts
        ]


def test_repair_keeps_a_hypothesis_without_hard_issues() -> None:
    engine = ScriptedEngine({})
    first = Hypothesis("O relatório foi publicado ontem.", origin="scripted")
    assert repair("The report was published yesterday.", first, engine, "en", "pt") is first
    assert engine.asked == []


def test_repair_takes_a_whole_translation_for_one_that_was_cut() -> None:
    text = "The report was published yesterday."
    engine = ScriptedEngine({text + "*": "O relatório foi publicado ontem."})
    first = Hypothesis("O relatório foi publicado", origin="scripted", truncated=True)
    assert repair(text, first, engine, "en", "pt").text == "O relatório foi publicado ontem."


def test_repair_takes_the_wider_search_when_the_first_loops() -> None:
    text = "The report was published yesterday."
    engine = ScriptedEngine({text + "*": "O relatório foi publicado ontem."})
    found = repair(text, Hypothesis(LOOP, origin="scripted"), engine, "en", "pt")
    assert found.text == "O relatório foi publicado ontem."
    assert [r.action for r in found.repairs] == ["Translated again with a wider search."]


def test_repair_records_the_reason_in_words() -> None:
    text = "The report was published yesterday."
    engine = ScriptedEngine({text + "*": "O relatório foi publicado ontem."})
    found = repair(text, Hypothesis("", origin="scripted"), engine, "en", "pt")
    assert found.repairs[0].reason == "The engine returned nothing."


def test_repair_splits_at_semicolons_when_the_whole_fails() -> None:
    text = "The report was published yesterday; the committee adopted it."
    engine = ScriptedEngine(
        {
            "The report was published yesterday;": "O relatório foi publicado ontem;",
            "the committee adopted it.": "a comissão adotou-o.",
        }
    )
    found = repair(text, Hypothesis(LOOP, origin="scripted"), engine, "en", "pt")
    assert found.text == "O relatório foi publicado ontem; a comissão adotou-o."


def test_repair_translates_capitals_in_lower_case() -> None:
    text = "GENERAL PROVISIONS OF THE TREATY"
    engine = ScriptedEngine({text: text, "General Provisions Of The Treaty": "Disposições Gerais do Tratado"})
    found = repair(text, Hypothesis(text, origin="scripted"), engine, "en", "pt")
    assert found.text == "Disposições Gerais do Tratado"


def test_repair_translates_a_short_heading_with_a_small_initial() -> None:
    engine = ScriptedEngine({"entrada em vigor": "entry into force"})
    found = repair("Entrada em vigor", Hypothesis("Regulation No 169/2008", origin="scripted"), engine, "pt", "en")
    assert found.text == "entry into force"


def test_repair_looks_again_where_the_engine_noticed_something() -> None:
    engine = ScriptedEngine({"CAPÍTULO IV": "CHAPTER IV", "Capítulo IV": "Chapter IV"})
    noticed = Issue("unknown", None, None, "The model does not know “Í”.")
    first = Hypothesis("CHAPTER IV", origin="scripted", issues=(noticed,))
    assert repair("CAPÍTULO IV", first, engine, "pt", "en").issues == ()


def test_repair_asks_other_engines_last() -> None:
    text = "The report was published yesterday."
    other = ScriptedEngine({text: "O relatório foi publicado ontem."})
    found = repair(text, Hypothesis(LOOP, origin="scripted"), ScriptedEngine({}), "en", "pt", [other])
    assert found.repairs[0].action == "Translated by Scripted."


def test_repair_gives_the_source_as_untranslated_when_nothing_is_acceptable() -> None:
    text = "The report was published yesterday by the committee."
    engine = ScriptedEngine({text: text})
    found = repair(text, Hypothesis(text, origin="scripted"), engine, "en", "pt")
    assert (found.text, found.origin) == (text, "untranslated")


def test_repair_keeps_the_first_when_a_number_is_lost_every_time() -> None:
    text = "The report of 27 pages was published yesterday."
    first = Hypothesis("O relatório de páginas foi publicado ontem.", origin="scripted")
    engine = ScriptedEngine({text: first.text})
    assert repair(text, first, engine, "en", "pt") is first


def test_repair_never_gives_an_engine_more_than_it_takes() -> None:
    text = "word " * 101
    engine = ScriptedEngine({})
    repair(text, Hypothesis("", origin="scripted"), engine, "en", "pt")
    assert engine.asked == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("There were 27 members.", "Havia membros.", id="lost number"),
        pytest.param("There were 27 members.", "Havia 72 membros.", id="changed number"),
        pytest.param("There were 27 members.", "There were 27 members.", id="copied"),
    ],
)
def test_needs_repair_says_why(source: str, target: str) -> None:
    assert needs_repair(source, Hypothesis(target), "en", "pt")


def test_join_hypotheses_moves_word_links() -> None:
    found = join_hypotheses(
        [Hypothesis("um;", alignment=(Link(0, 3, 0, 2),)), Hypothesis("dois", alignment=(Link(0, 3, 0, 4),))],
        ["one;", "two"],
        "one; two",
        " ",
    )
    assert found.alignment == (Link(0, 3, 0, 2), Link(5, 8, 4, 8))


def test_repair_tries_again_what_came_out_very_short() -> None:
    text = "The report of the committee on water was published yesterday after a long discussion of its findings."
    whole = "O relatório da comissão sobre a água foi publicado ontem, após uma longa discussão das conclusões."
    found = repair(text, Hypothesis("O relatório foi.", origin="scripted"), ScriptedEngine({text: whole}), "en", "pt")
    assert found.text == whole
    assert found.repairs[0].reason == "The first translation was very short for its source."


def test_repair_leaves_what_came_out_long() -> None:
    text = "The report was published yesterday by us."
    first = Hypothesis(
        "O relatório foi publicado ontem por nós, e seguiu-se depois uma longa e animada conversa entre as pessoas "
        "presentes, que ainda hoje continua e mostra sinais de durar.",
        origin="scripted",
    )
    assert [issue.kind for issue in check([text], [first], ["en"], "pt")] == ["length"]
    assert needs_repair(text, first, "en", "pt") == ""


def test_join_hypotheses_weighs_scores_by_length() -> None:
    parts = [Hypothesis("um", -0.9), Hypothesis("dois mil", -0.1)]  # (2 × -0.9 + 8 × -0.1) / 10
    assert join_hypotheses(parts, ["one;", "two thousand"], "one; two thousand", " ").score == pytest.approx(-0.26)


def test_join_hypotheses_has_no_score_where_a_part_has_none() -> None:
    parts = [Hypothesis("um", -0.9), Hypothesis("dois", None)]
    assert join_hypotheses(parts, ["one;", "two"], "one; two", " ").score is None


def test_repair_does_not_take_a_surer_translation_with_the_same_mistake() -> None:
    first = Hypothesis("Havia membros ontem.", score=-2.0, origin="fake")
    engine = FakeEngine(lambda text: "Houve membros ontem.")  # it is sure: -0.5
    assert repair("There were 27 members yesterday.", first, engine, "en", "pt") is first
