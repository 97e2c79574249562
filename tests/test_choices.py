"""Choices, BriefChoices and Watch: one value each, and keywords that fill them."""

import pytest

from summarize import brief
from summarize.choices import BriefChoices
from tests.fakes import FakeEngine
from translate import read, translate
from translate.choices import Choices, Watch, with_keywords
from translate.errors import Stopped

TEXT = "The Council met in Lisbon. It adopted 3 acts."


def test_with_keywords_fills_a_value_that_stands_inside() -> None:
    keywords = {"words": 250, "engine": "apertium", "stop": bool}
    assert with_keywords(BriefChoices(), keywords) == BriefChoices(words=250, translation=Choices(engine="apertium"))
    assert keywords == {"stop": bool}


def test_keywords_say_the_same_as_values() -> None:
    engines = {"fake": FakeEngine()}
    choices = BriefChoices("en", points=1, translation=Choices("fake"))
    by_value = brief(TEXT, "pt", choices=choices, engines=engines)
    assert brief(TEXT, "pt", language="en", points=1, engine="fake", engines=engines) == by_value


def test_a_keyword_replaces_what_the_value_says() -> None:
    engines = {"fake": FakeEngine(), "other": FakeEngine()}
    translation = translate(read(TEXT, language="en"), "pt", choices=Choices("other"), engine="fake", engines=engines)
    assert translation.route.steps[0].engine == "fake"


@pytest.mark.parametrize("function", [translate, brief])
def test_an_unknown_keyword_is_named(function) -> None:
    with pytest.raises(TypeError, match="speed"):
        function("We met.", "pt", speed=2)


def test_a_watch_that_nobody_keeps_stops_nothing() -> None:
    watch = Watch()
    assert watch.stop() is False
    assert watch.progress("translating", 1, 2) is None


def test_a_watch_gives_things_until_it_says_stop() -> None:
    stops = iter([False, True])
    things = Watch(stop=lambda: next(stops)).each(range(100))
    assert [next(things) for _ in range(32)] == list(range(32))
    with pytest.raises(Stopped):
        next(things)
