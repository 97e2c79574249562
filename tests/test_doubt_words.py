"""Words of a translation that the model was unsure of: what tells a wrong one from a right one."""

import pytest

from tests.test_doubt import evidence, tokens
from translate.doubt.evidence import Evidence
from translate.doubt.words import find_unsure, signals_of_words
from translate.hypothesis import Link

LINKS = (Link(5, 11, 5, 11), Link(16, 23, 15, 23))
"""atacam attack, aliança alliance."""


def linked(found: Evidence) -> Evidence:
    return Evidence(**{**{f: getattr(found, f) for f in found.__slots__}, "links": LINKS})


def measured(found: Evidence, language: str) -> dict[str, dict[str, float]]:
    """The signals of each word of the translation, by the word in small letters."""
    words = find_unsure(found)
    keys = [own.word.text.casefold() for own in words]
    return dict(zip(keys, signals_of_words(found, words, language), strict=True))


def test_find_unsure_knows_which_word_of_the_sentence_came_back() -> None:
    found = find_unsure(linked(evidence()))
    assert [(one.word.text, [own.text for own in one.own]) for one in found] == [
        ("Eles", []),
        ("atacam", []),
        ("uma", []),
        ("aliança", ["alliance"]),
    ]


@pytest.mark.parametrize(
    ("word", "signals"),
    [
        ("atacam", {"unsure": 2.0, "pieces": 1.0, "kept": 0.0, "unreturned": 1.0}),
        ("aliança", {"unsure": 0.0, "pieces": 1.0, "kept": 0.0, "unreturned": 0.0}),
    ],
)
def test_signals_of_words(word: str, signals: dict[str, float]) -> None:
    found = linked(evidence(forward=tokens("Eles atacam uma aliança.", atacam=-2.0)))
    assert measured(found, "pt")[word] == signals


@pytest.mark.parametrize(
    ("target", "language", "kept"),
    [("Eles strike uma aliança.", "pt", 1.0), ("Eles Strike uma aliança.", "pt", 0.0), ("Sie strike eine.", "de", 0.0)],
    ids=["no word of the language", "a name", "no list of the language's words"],
)
def test_a_word_of_the_source_may_be_kept(target: str, language: str, kept: float) -> None:
    found = evidence(target=target)
    signals = measured(found, language)["strike"]
    assert signals["kept"] == kept
