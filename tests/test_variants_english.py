"""British and American English: what each rule changes and what it leaves."""

import pytest

from translate.hypothesis import Hypothesis
from translate.pipeline.variants import in_variant

BOTH = {  # British, American
    "verbs in -ise": (
        "They organised it, recognising its authorisation.",
        "They organized it, recognizing its authorization.",
    ),
    "verbs in -yse": ("It was analysed.", "It was analyzed."),
    "words in -our": ("The colour favours good behaviour.", "The color favors good behavior."),
    "a doubled letter": ("The traveller cancelled and labelled it.", "The traveler canceled and labeled it."),
    "words": ("The theatre, the defence and the programme.", "The theater, the defense and the program."),
    "the first word": ("Neighbours spoke. Labour costs rose.", "Neighbors spoke. Labor costs rose."),
    "per cent": ("It rose by 5 per cent.", "It rose by 5 percent."),
    "a date": ("It ended on 11 August 2026.", "It ended on August 11, 2026."),
    "a day": ("It ends on 3 March.", "It ends on March 3."),
}
LEFT = {
    "names inside a sentence": "The Labour Party met at the Kennedy Center.",
    "words that only look alike": "A realistic specialist of the laboratory was humorous and honorary.",
    "what both spell so": "The enterprise advertised a compromise and a surprise exercise.",
    "nouns of -ysis": "Two analyses were made.",
    "a month with its year": "It began in May 2020.",
    "an address": "See color.example.org and a@center.org.",
}


def made(text: str, variant: str) -> str:
    return in_variant("", Hypothesis(text, origin="fake"), variant).text


@pytest.mark.parametrize(("british", "american"), BOTH.values(), ids=BOTH)
def test_towards_britain(british: str, american: str) -> None:
    assert made(american, "en-GB") == british


@pytest.mark.parametrize(("british", "american"), BOTH.values(), ids=BOTH)
def test_towards_america(british: str, american: str) -> None:
    assert made(british, "en-US") == american


@pytest.mark.parametrize("variant", ["en-GB", "en-US"])
@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_stays(text: str, variant: str) -> None:
    assert made(text, variant) == text


@pytest.mark.parametrize("text", [british for british, _ in BOTH.values()], ids=BOTH)
def test_what_britain_writes_stays(text: str) -> None:
    assert made(text, "en-GB") == text


def test_metres_are_no_devices_in_britain() -> None:
    assert made("A parking meter measures 5 kilometers.", "en-GB") == "A parking meter measures 5 kilometres."
