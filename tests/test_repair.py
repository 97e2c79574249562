"""repair(): what is tried, what is kept, what is recorded."""

import re
from collections.abc import Mapping, Sequence

import pytest

from tests.fakes import FakeEngine
from translate.checks.registry import check
from translate.engines.pieces import join_hypotheses
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link
from translate.issue import Issue
from translate.pipeline.repair import needs_repair, repair, split_clauses

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
    assert [issue.kind for issue in check([text], [first], ["en"], "pt")] == ["length", "additions"]
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


_TEXT = "The 27 members did not publish the report."
_WRONG = {
    "nothing": "Os 27 membros não publicaram o relatório.",
    "negation": "Os 27 membros publicaram o relatório.",
    "number": "Os membros não publicaram o relatório.",
    "reference": "Os 27 membros do artigo V não publicaram o relatório.",
    "length": "Os 27 não.",
    "negation and number": "Os membros publicaram o relatório.",
    "loop": "Os 27 membros não publicaram o relatório, o relatório.",
    "length and number": "Os não.",
    "loop and number": "Os membros não publicaram o relatório o relatório.",
    "copied words and negation": "The 27 members did not publish o relatório.",
    "loop, number and negation": "Os membros publicaram o relatório o relatório.",
}
"""Translations by what is wrong with them."""


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param("nothing", "negation", id="a negation"),
        pytest.param("negation", "number", id="a number before a negation"),
        pytest.param("negation", "reference", id="a reference before a negation"),
        pytest.param("number", "length", id="what may be missing before a number"),
        pytest.param("length", "negation and number", id="two faults before what may be missing"),
        pytest.param("negation and number", "loop", id="a loop before two faults"),
        pytest.param("loop", "length and number", id="what may be missing and a number before a loop"),
        pytest.param("length and number", "loop and number", id="a loop and a number before both"),
        pytest.param("loop and number", "copied words and negation", id="copied words before a loop and a number"),
        pytest.param("copied words and negation", "loop, number and negation", id="three faults before copied words"),
    ],
)
def test_repair_takes_the_lesser_evil(better: str, worse: str) -> None:
    engine = ScriptedEngine({_TEXT: _WRONG[better]})
    assert repair(_TEXT, Hypothesis(_WRONG[worse], origin="scripted"), engine, "en", "pt").text == _WRONG[better]
    engine = ScriptedEngine({_TEXT: _WRONG[worse]})
    assert repair(_TEXT, Hypothesis(_WRONG[better], origin="scripted"), engine, "en", "pt").text == _WRONG[better]


def test_repair_ends_with_the_first_that_has_no_fault() -> None:
    engine = ScriptedEngine({_TEXT: _WRONG["nothing"]})
    repair(_TEXT, Hypothesis(_WRONG["number"], origin="scripted"), engine, "en", "pt", [engine])
    assert engine.asked == [_TEXT]


def test_repair_goes_on_where_a_fault_is_left() -> None:
    engine, other = ScriptedEngine({_TEXT: _WRONG["negation"]}), ScriptedEngine({_TEXT: _WRONG["nothing"]})
    found = repair(_TEXT, Hypothesis(_WRONG["number"], origin="scripted"), engine, "en", "pt", [other])
    assert found.text == _WRONG["nothing"]


def test_repair_splits_at_commas_where_semicolons_do_not_help() -> None:
    text = "When the committee met, it adopted the report."
    parts = {
        "When the committee met,": "Quando a comissão reuniu,",
        "it adopted the report.": "adotou o relatório.",
    }
    found = repair(text, Hypothesis(LOOP, origin="scripted"), ScriptedEngine(parts), "en", "pt")
    assert found.text == "Quando a comissão reuniu, adotou o relatório."
    assert [one.action for one in found.repairs] == ["Translated in 2 parts."]


def test_repair_writes_capitals_small_where_initials_do_not_help() -> None:
    text = "GENERAL PROVISIONS OF TITLE IV"
    answers = {
        text: text,
        "General Provisions Of Title IV": text,
        "General provisions of title iv": "Disposições gerais do título IV",
    }
    found = repair(text, Hypothesis(text, origin="scripted"), ScriptedEngine(answers), "en", "pt")
    assert [one.action for one in found.repairs] == ["Translated in lower case instead of capitals."]


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        pytest.param("Entry into force today", True, id="four words"),
        pytest.param("Entry into force from today", False, id="five words"),
    ],
)
def test_repair_tries_a_small_initial_in_headings_only(text: str, tried: bool) -> None:
    engine = ScriptedEngine({})
    repair(text, Hypothesis("", origin="scripted"), engine, "en", "pt")
    assert ("e" + text[1:] in engine.asked) is tried


@pytest.mark.parametrize(
    ("hypothesis", "reason"),
    [
        pytest.param(Hypothesis("Os 27", truncated=True), "The engine reached its longest output.", id="cut"),
        pytest.param(
            Hypothesis(_WRONG["negation"]), "The first translation had lost or added a negation.", id="negation"
        ),
        pytest.param(
            Hypothesis(_WRONG["number"]), "The first translation did not have the source's numbers.", id="number"
        ),
        pytest.param(
            Hypothesis(_WRONG["reference"]),
            "The first translation did not have the source's references.",
            id="reference",
        ),
        pytest.param(Hypothesis(_WRONG["loop"]), "The first translation repeated itself.", id="loop"),
        pytest.param(Hypothesis(_TEXT), "The first translation was the source's own words.", id="copied"),
        pytest.param(Hypothesis(_WRONG["nothing"]), "", id="nothing"),
    ],
)
def test_needs_repair_names_the_fault(hypothesis: Hypothesis, reason: str) -> None:
    assert needs_repair(_TEXT, hypothesis, "en", "pt") == reason


@pytest.mark.parametrize(
    ("text", "target", "reason"),
    [
        pytest.param("Repealing rule of the act", "Norma que revoga o ato", "", id="a sentence stays"),
        pytest.param(
            "REPEALING RULE OF ACT N.º 5",
            "NORMA QUE REVOGA O ATO N.º 5",
            "The engine was unusually unsure of its first translation.",
            id="capitals are tried again",
        ),
    ],
)
def test_needs_repair_of_an_unsure_translation(text: str, target: str, reason: str) -> None:
    assert needs_repair(text, Hypothesis(target, score=-3.0, origin="firefox"), "en", "pt") == reason


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "The first twelve; and the next one here", ["The first twelve;", "and the next one here"], id="two"
        ),
        pytest.param("Of twelve abcd; and of some more", ["Of twelve abcd;", "and of some more"], id="twelve letters"),
        pytest.param("Of eleven ab; and of some more", ["Of eleven ab; and of some more"], id="eleven letters first"),
        pytest.param("And of some more; of eleven ab", ["And of some more; of eleven ab"], id="eleven letters last"),
        pytest.param("And of some more; of twelve abcd", ["And of some more;", "of twelve abcd"], id="twelve last"),
        pytest.param("Nothing to cut here", ["Nothing to cut here"], id="one"),
    ],
)
def test_split_clauses_leaves_no_crumbs(text: str, parts: list[str]) -> None:
    assert split_clauses(text, re.compile(r"(?<=;)\s*(?=\S)")) == parts


def test_repair_splits_where_each_part_is_just_what_the_engine_takes() -> None:
    parts = ["word " * 99 + "first;", "word " * 99 + "last."]
    engine = ScriptedEngine({})
    repair(" ".join(parts), Hypothesis("", origin="scripted"), engine, "en", "pt")
    assert engine.asked == parts


def test_repair_takes_the_one_of_which_the_engine_noticed_less() -> None:
    noticed = Issue("unknown", None, None, "The model does not know “Í”.")
    first = Hypothesis(_WRONG["nothing"], origin="scripted", issues=(noticed,))
    engine = ScriptedEngine({_TEXT: _WRONG["number"]})  # a lost number weighs 3, what was noticed 2
    assert repair(_TEXT, first, engine, "en", "pt") is first


def test_repair_prefers_one_fault_to_two_things_noticed() -> None:
    noticed = Issue("unknown", None, None, "The model does not know “Í”.")
    first = Hypothesis(_WRONG["nothing"], origin="scripted", issues=(noticed, noticed))
    engine = ScriptedEngine({_TEXT: _WRONG["number"]})
    assert repair(_TEXT, first, engine, "en", "pt").text == _WRONG["number"]


def test_repair_prefers_any_words_to_none() -> None:
    engine = ScriptedEngine({_TEXT: _WRONG["loop and number"]})
    assert repair(_TEXT, Hypothesis("", origin="scripted"), engine, "en", "pt").text == _WRONG["loop and number"]


@pytest.mark.parametrize(
    ("text", "target", "reason"),
    [
        pytest.param(
            "It starts on Monday.",
            "Começa na terça-feira.",
            "The first translation named another day of the week.",
            id="weekday",
        ),
        pytest.param(
            "It is in Spain.", "Está na Suécia.", "The first translation named another country.", id="country"
        ),
        pytest.param(
            "Pay at least ten.",
            "Pague no máximo dez.",
            "The first translation said the opposite of a word of the source.",
            id="bound",
        ),
        pytest.param(
            "At its last session of the year, the board decided that every member must be heard.",
            "Na última sessão do ano, o conselho decidiu that every member must be heard.",
            "The first translation left words of the source as they are.",
            id="remains",
        ),
    ],
)
def test_needs_repair_names_what_was_exchanged(text: str, target: str, reason: str) -> None:
    assert needs_repair(text, Hypothesis(target), "en", "pt") == reason
