"""Where a read-back differs, how likely each place is an error, and which of them a reader is told."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.test_doubt import evidence, tokens
from translate.doubt.changes import find_changes, signals_of_changes, weigh
from translate.doubt.evidence import Evidence
from translate.doubt.judgement import judge
from translate.doubt.model import Weight, Weights
from translate.hypothesis import Link

UNEXPECTED = Weights(0.0, {"unexpected": Weight(0.0, 1.0, 1.0)})


class Vectors:
    """ "strike" and "attack" lie at 60 degrees, any other text at a right angle to both."""

    name, multilingual, unrelated = "fake", True, (0.0, 1.0)

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        known = {"strike": (1, 0, 0), "attack": (0.5, math.sqrt(0.75), 0)}
        return np.array([known.get(text, (0, 0, 1)) for text in texts], dtype=np.float32)


def said(found: Evidence) -> list[tuple[str, str]]:
    """The words of each change."""
    return [tuple(" ".join(word.text for word in side) for side in change[:2]) for change in find_changes(found)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("source", "read_back", "changes"),
    [
        ("They strike an alliance.", "They attack an alliance.", [("strike", "attack")]),
        ("They strike twice.", "They strike.", [("twice", "")]),
        ("They strike.", "They strike twice.", []),
        ("Penalties apply.", "A penalty applied.", []),
        ("Fees rise yearly.", "Yearly fees rise.", []),
        ("They pay two fees.", "They pay 2 fees.", []),
        ("Our homeware sells.", "Our home-ware sells.", []),
        ("Our home ware sells.", "Our homeware sells.", []),
        ("Gov. Silva resigns.", "Governor Silva resigns.", []),
        (
            "Ministers strike unions daily.",
            "Ministers attack unions weekly.",
            [("strike", "attack"), ("daily", "weekly")],
        ),
    ],
    ids=["exchanged", "gone", "new", "forms", "moved", "number", "hyphen", "compound", "short form", "two"],
)
def test_find_changes(source: str, read_back: str, changes: list[tuple[str, str]]) -> None:
    assert said(evidence(source, "x", read_back)) == changes


def test_a_change_of_common_words_only_is_none() -> None:
    assert said(evidence("They strike an alliance.", "x", "They strike They alliance.")) == []


def test_a_change_knows_the_words_of_the_translation_between_its_neighbours() -> None:
    found = evidence()
    links = (Link(0, 4, 0, 4), Link(12, 15, 12, 14), Link(16, 23, 15, 23))  # Eles They, uma an, aliança alliance
    (change,) = find_changes(Evidence(**{**{f: getattr(found, f) for f in found.__slots__}, "links": links}))
    assert [word.text for word in change.target] == ["atacam"]


def test_signals_of_a_change() -> None:
    found = evidence(
        forward=tokens("Eles atacam uma aliança.", atacam=-2.0, uma=-0.5),
        backward=tokens("They strike an alliance.", strike=-6.0, an=-3.0),
    )
    ((signals,),) = signals_of_changes([(found, find_changes(found))], Vectors())
    # the cosine of 60 degrees is a half; without links the change stands nowhere in the translation but all of it
    assert signals == pytest.approx(
        {"unexpected": 6.0, "unsure": 2.0, "pieces": 1.0, "unlike": 0.5, "estranged": 1.0}, abs=1e-6
    )


def test_without_an_embedder_meanings_are_missing() -> None:
    ((signals,),) = signals_of_changes([(evidence(), find_changes(evidence()))], None)
    assert set(signals) == {"unexpected", "unsure", "pieces"}


def test_weigh_is_the_logistic_of_the_signals() -> None:
    found = evidence(backward=tokens("They strike an alliance.", strike=-(math.e - 1)))
    assert weigh([(found, find_changes(found))], None, UNEXPECTED) == [[0.731]]  # log(1 + e - 1) = 1; 1 / (1 + 1 / e)


def test_judge_tells_the_two_likeliest_the_likeliest_first() -> None:
    source, back = "Ministers strike unions daily near rivers here.", "Ministers attack unions weekly near lakes here."
    backward = tokens(source, strike=-9.0, daily=-30.0, rivers=-20.0)
    (found,) = judge([evidence(source, "x", back, backward=backward, forward=tokens("x", x=-9.0))], None)
    assert [source[a:b] for a, b, _, _ in found.changes] == ["daily", "rivers"]


def test_judge_tells_no_change_that_is_probably_none() -> None:
    (found,) = judge([evidence()], None)
    assert found.changes == ()


def test_judge_tells_from_the_first_to_the_last_word_that_tells() -> None:
    backward = tokens("They strike an alliance.", strike=-40.0)
    found = evidence("They strike an alliance.", "x", "They an alliance attack.", tokens("x", x=-9.0), backward)
    (told,) = judge([found], None)
    assert told.changes[0] == Link(5, 11, 0, 0)
