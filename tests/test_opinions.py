import pytest

from tests.fakes import FakeEngine
from translate.hypothesis import Hypothesis
from translate.issue import Issue, Severity
from translate.pipeline.opinions import agreement, disagreements, doubtful, opinions, part_of
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.translation import Opinion

TEXT = "The law applies.\n\nThe fee is 12 euros.\n\nThe court said no."


def issue(segment: int | None, severity: Severity) -> Issue:
    return Issue("numbers", segment, None, "", severity)


def test_doubtful_names_segments_with_more_than_a_notice_once_and_in_order() -> None:
    found = doubtful(
        [issue(3, "error"), issue(None, "error"), issue(1, "warning"), issue(3, "warning"), issue(0, "notice")]
    )
    assert found == (1, 3)


def test_part_of_keeps_text_and_offsets() -> None:
    document = read(TEXT, language="en")
    part = part_of(document, [2, 0])
    assert (part.text, part.texts) == (document.text, ("The law applies.", "The court said no."))


def test_part_of_an_unknown_segment_is_a_bug() -> None:
    with pytest.raises(IndexError):
        part_of(read(TEXT, language="en"), [7])


def test_a_second_engine_is_asked_for_the_chosen_segments_only() -> None:
    document = read(TEXT, language="en")
    first = translate(document, "pt", engines={"fake": FakeEngine()})
    other = FakeEngine(say=lambda text: "A tarifa é de 12 euros.")
    second = translate(part_of(document, [1]), "pt", engines={"other": other})
    found = opinions([1], first.hypotheses, second.hypotheses)
    assert other.calls == [("The fee is 12 euros.",)]
    assert [(one.segment, one.hypothesis.text) for one in found] == [(1, "A tarifa é de 12 euros.")]


def test_opinions_leave_out_what_was_not_translated() -> None:
    first = [Hypothesis("a"), Hypothesis("b")]
    second = [Hypothesis("x", origin="copied"), Hypothesis("y", origin="fake")]
    assert [one.segment for one in opinions([0, 1], first, second)] == [1]


def judged(first: str, second: str, target: str = "pt") -> tuple[Issue, ...]:
    opinion = Opinion(1, Hypothesis(second, origin="other"), agreement(first, second))
    return disagreements([opinion], ["", "Repealing provision"], [Hypothesis(""), Hypothesis(first)], target)


def test_disagreements_quote_the_second_engine_in_a_notice() -> None:
    found = judged("O tribunal negou o recurso.", "A ponte está fechada ao público.")
    assert [(issue.kind, issue.segment, issue.severity) for issue in found] == [("disagreement", 1, "notice")]
    assert "“A ponte está fechada ao público.”" in found[0].message


@pytest.mark.parametrize(
    ("first", "second", "target"),
    [
        pytest.param("O tribunal negou o recurso.", "O tribunal rejeitou o recurso.", "pt", id="other word"),
        pytest.param("Norma revogatória", "Repealing provision", "pt", id="left as it is"),
        pytest.param("Âmbito", "Alcance", "pt", id="few letters"),
        pytest.param(
            "法院昨天驳回了上诉并且维持了原判决",
            "昨日上诉遭法庭否决原先裁决不变就此定案",
            "zh",
            id="written without spaces",
        ),
    ],
)
def test_disagreements_say_nothing_of(first: str, second: str, target: str) -> None:
    assert judged(first, second, target) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Der Hof", "der  hof", 1.0, id="case and spaces"),
        pytest.param("abc", "xyz", 0.0, id="nothing in common"),
        pytest.param("abcd", "abce", 0.5, id="one run of two each"),  # abc of {abc, bcd} and {abc, bce}: 2 * 1 / 4
        pytest.param("法院驳回", "法院驳", 2 / 3, id="Chinese"),  # 2 * 1 / (2 + 1)
        pytest.param("", "", 1.0, id="both empty"),
        pytest.param("", "a", 0.0, id="one empty"),
    ],
)
def test_agreement(one: str, other: str, expected: float) -> None:
    assert agreement(one, other) == pytest.approx(expected)
