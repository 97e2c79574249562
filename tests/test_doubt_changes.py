"""Where a read-back differs, how likely each place is an error, and which of them a reader is told."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.test_doubt import evidence, tokens
from translate.doubt.changes import find_changes, signals_of_changes
from translate.doubt.evidence import Evidence
from translate.doubt.judgement import Candidate, judge, told
from translate.doubt.model import Weight, Weights
from translate.hypothesis import Link
from translate.translation import Place, PlaceKind

HALF, SMALL = Weights(0.0, {"x": Weight(0.0, 1.0, 1.0)}), Weights(-2.0, {"x": Weight(0.0, 1.0, 1.0)})
"""An x of 0 makes 0.5 of the first, and 1 / (1 + e²) = 0.119 of the second; one of e - 1 adds one to the odds' log."""
X = math.e - 1


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
        ("They've met Silva's unions.", "They have met Silva unions.", []),
        (
            "Ministers strike unions daily.",
            "Ministers attack unions weekly.",
            [("strike", "attack"), ("daily", "weekly")],
        ),
    ],
    ids=[
        "exchanged",
        "gone",
        "new",
        "forms",
        "moved",
        "number",
        "hyphen",
        "compound",
        "short form",
        "contraction",
        "two",
    ],
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
        {"unexpected": 6.0, "unsure": 2.0, "pieces": 1.0, "gone": 0.0, "unlike": 0.5, "estranged": 1.0}, abs=1e-6
    )


def test_a_change_that_came_back_as_nothing_is_gone() -> None:
    found = evidence(read_back="They an alliance.")
    ((signals,),) = signals_of_changes([(found, find_changes(found))], None)
    assert signals["gone"] == 1.0


def test_without_an_embedder_meanings_are_missing() -> None:
    ((signals,),) = signals_of_changes([(evidence(), find_changes(evidence()))], None)
    assert set(signals) == {"unexpected", "unsure", "pieces", "gone"}


def candidate(kind: PlaceKind, x: float, *target: str) -> Candidate:
    """A place with one signal, at words of the translation."""
    found = tuple(word for word in evidence().target_words if word.text in target)
    return Candidate((), (), found, found, kind, {"x": x})


STRIKE, UNSURE = candidate("exchanged", 0.0, "atacam"), candidate("unsure", X, "aliança")


@pytest.mark.parametrize(
    ("found", "weights", "chosen"),
    [
        pytest.param([STRIKE, UNSURE], (HALF, HALF), [UNSURE, STRIKE], id="the likeliest first"),
        pytest.param([STRIKE, candidate("unsure", X, "atacam")], (HALF, SMALL), [STRIKE], id="no word twice"),
        pytest.param([STRIKE, candidate("unsure", 0.0, "uma")], (HALF, SMALL), [STRIKE], id="too unlikely beside"),
        pytest.param([STRIKE, UNSURE], (SMALL, HALF), [], id="no change that is likely enough"),
        pytest.param([UNSURE], (HALF, HALF), [], id="no change"),
        pytest.param(
            [STRIKE, UNSURE, candidate("gone", 0.0, "uma")], (HALF, HALF), [UNSURE, STRIKE], id="two at the most"
        ),
    ],
)
def test_told(found: list[Candidate], weights: tuple[Weights, Weights], chosen: list[Candidate]) -> None:
    assert told(found, *weights) == chosen


def test_judge_tells_places_on_all_three_sides() -> None:
    backward = tokens("They strike an alliance.", strike=-40.0)
    forward = tokens("Eles atacam uma aliança.", atacam=-9.0)
    found = evidence(forward=forward, backward=backward)
    links = (Link(5, 11, 5, 11),)  # atacam attack
    linked = Evidence(**{**{f: getattr(found, f) for f in found.__slots__}, "links": links})
    (judged,) = judge([linked], None, "pt")
    assert judged.places[0] == Place("exchanged", (5, 11), (5, 11), (5, 11))


def test_judge_tells_what_stands_where_nothing_came_back() -> None:
    backward = tokens("They strike an alliance.", strike=-40.0)
    found = evidence(read_back="They an alliance.", forward=tokens("Eles atacam uma.", atacam=-9.0), backward=backward)
    links = (Link(0, 4, 0, 4), Link(12, 15, 5, 7))  # Eles They, uma an
    linked = Evidence(**{**{f: getattr(found, f) for f in found.__slots__}, "links": links})
    (judged,) = judge([linked], None, "pt")
    assert judged.places[0] == Place("gone", (5, 11), (5, 11), (0, 0))


def test_judge_tells_no_change_that_is_probably_none() -> None:
    (found,) = judge([evidence()], None, "pt")
    assert found.places == ()
