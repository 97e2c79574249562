"""A changed sentence keeps the earlier translation's words wherever the sentence stayed."""

from collections.abc import Sequence

import pytest

from tests.fakes import FakeEngine
from translate.hypothesis import Hypothesis, Link, TokenScore
from translate.pipeline.staying import staying
from translate.resources.earlier import Former


class Judge(FakeEngine):
    """Finds every translation likely but those with a word that it dislikes."""

    name = "judge"

    def __init__(self, disliked: str = "") -> None:
        super().__init__()
        self.disliked = disliked

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        return [(TokenScore(0, 1, -9.0 if self.disliked and self.disliked in one else -1.0),) for one in translations]

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        return [1.0] * len(words)


def linked(source: str, target: str, *pairs: tuple[str, str]) -> tuple[Link, ...]:
    return tuple(
        Link(source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b)) for a, b in pairs
    )


WAS, SAID = "assinaturas por quatro anos", "subscriptions for four years"
IS, MADE = "assinaturas por nove anos", "signatures for nine years"
SAME = (("por", "for"), ("anos", "years"))
FORMER = Former(WAS, SAID, linked(WAS, SAID, ("assinaturas", "subscriptions"), ("quatro", "four"), *SAME))
OWN = Hypothesis(
    MADE, alignment=linked(IS, MADE, ("assinaturas", "signatures"), ("nove", "nine"), *SAME), origin="judge"
)


def kept(own: Hypothesis = OWN, disliked: str = "", former: Former = FORMER) -> Hypothesis:
    return staying([IS], [own], {IS: former}, Judge(disliked), "pt", "en")[0]


def test_what_stayed_keeps_its_words_and_what_changed_does_not() -> None:
    found = kept()
    assert found.text == "subscriptions for nine years"
    assert (found.written, found.origin) == (MADE, "judge")
    assert "earlier version" in found.repairs[0].action


def test_links_follow_the_words_that_were_put_back() -> None:
    links = kept().alignment
    assert links[0] == Link(0, len("assinaturas"), 0, len("subscriptions"))
    assert links[2] == Link(
        IS.index("nove"), IS.index("nove") + 4, len("subscriptions for "), len("subscriptions for nine")
    )


def test_words_that_the_engine_finds_unlikely_are_not_put_back() -> None:
    assert kept(disliked="subscriptions") == OWN


def test_a_word_that_was_lost_comes_back() -> None:
    lost = Hypothesis("for nine years", alignment=linked(IS, "for nine years", ("nove", "nine"), *SAME), origin="judge")
    assert kept(lost).text.casefold() == "subscriptions for nine years"


def test_nothing_is_put_back_that_loses_what_the_engine_said() -> None:
    source, target = "novas assinaturas por nove anos", "new signatures for nine years"
    pairs = (("novas", "new"), ("assinaturas", "signatures"), ("nove", "nine"), *SAME)
    own = Hypothesis(target, alignment=linked(source, target, *pairs), origin="judge")
    found = staying([source], [own], {source: FORMER}, Judge(), "pt", "en")[0]
    assert found.text == "new subscriptions for nine years"


@pytest.mark.parametrize(
    ("own", "former"),
    [
        pytest.param(Hypothesis(MADE, origin="judge"), FORMER, id="own"),
        pytest.param(OWN, Former(WAS, SAID), id="former"),
    ],
)
def test_without_links_nothing_is_put_back(own: Hypothesis, former: Former) -> None:
    assert kept(own, former=former) == own


def test_an_engine_that_does_not_score_changes_nothing() -> None:
    assert staying([IS], [OWN], {IS: FORMER}, FakeEngine(), "pt", "en") == [OWN]
