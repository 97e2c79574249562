from collections.abc import Sequence

import pytest

from translate.engines.pivot import PivotEngine, composed
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link


class Marking:
    """Puts the target's code in front; counts words as tokens."""

    name = "marking"
    max_tokens = 7
    window = 4

    def __init__(self, pairs: Sequence[str], score: float | None = -0.5) -> None:
        self.pairs, self.score = pairs, score

    def supports(self, source: str, target: str) -> bool:
        return f"{source}-{target}" in self.pairs

    def count_tokens(self, text: str, source: str, target: str) -> int:
        return len(text.split()) if source == "en" else 1

    def signature(self, source: str, target: str) -> str:
        return f"marking {source}-{target}"

    def describe(self, source: str, target: str) -> str:
        return f"Marking {source}-{target}"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        assert all(self.count_tokens(text, source, target) <= self.max_tokens for text in texts)
        return [Hypothesis(f"{target}:{text}", score=self.score, origin=self.name) for text in texts]


@pytest.fixture
def pivot() -> PivotEngine:
    engine = Marking(["ru-en", "en-pt"])
    return PivotEngine(engine, engine, "en")


def test_translate_takes_each_text_through_both_steps(pivot: PivotEngine) -> None:
    found = pivot.translate(["да", "нет"], "ru", "pt")
    assert [hypothesis.text for hypothesis in found] == ["pt:en:да", "pt:en:нет"]


def test_translate_adds_scores(pivot: PivotEngine) -> None:
    assert pivot.translate(["да"], "ru", "pt")[0].score == -1.0


def test_translate_has_no_score_where_a_step_has_none() -> None:
    pivot = PivotEngine(Marking(["ru-en"], score=None), Marking(["en-pt"]), "en")
    assert pivot.translate(["да"], "ru", "pt")[0].score is None


def test_translate_cuts_what_is_too_long_for_the_second_step_and_joins_it(pivot: PivotEngine) -> None:
    found = pivot.translate(["a b c d, e f g h"], "ru", "pt")  # eight words in the pivot
    assert [hypothesis.text for hypothesis in found] == ["pt:en: pt:a b c d, pt:e f g h"]


def test_supports_needs_both_steps(pivot: PivotEngine) -> None:
    assert (pivot.supports("ru", "pt"), pivot.supports("ru", "de")) == (True, False)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param([Link(0, 3, 0, 2)], [Link(0, 2, 4, 9)], [Link(0, 3, 4, 9)], id="same span"),
        pytest.param([Link(0, 3, 0, 2)], [Link(2, 5, 4, 9)], [], id="spans that only touch"),
        pytest.param(
            [Link(0, 3, 0, 4)],
            [Link(0, 2, 0, 1), Link(2, 4, 2, 3)],
            [Link(0, 3, 0, 1), Link(0, 3, 2, 3)],
            id="one to two",
        ),
        pytest.param(
            [Link(4, 7, 0, 2), Link(0, 3, 3, 5)],
            [Link(0, 2, 4, 6), Link(3, 5, 0, 3)],
            [Link(0, 3, 0, 3), Link(4, 7, 4, 6)],
            id="crossing, in source order",
        ),
    ],
)
def test_composed_joins_links_that_share_a_character(
    first: list[Link], second: list[Link], expected: list[Link]
) -> None:
    assert composed(first, second) == tuple(expected)
