"""Terms that a translation missed: when another translation stands, and when a term is put in."""

from collections.abc import Sequence

import pytest

from tests.fakes import FakeEngine
from translate.engines.constrained import Forms
from translate.engines.firefox.engine import FirefoxEngine
from translate.hypothesis import Hypothesis, Link
from translate.pipeline.terms import kept_to
from translate.resources.glossary import Glossary, Term

TEXT = "The fine is 12 euros."
FIRST = Hypothesis("A multa é de 12 euros.", -0.1, (Link(4, 8, 2, 7), Link(12, 14, 13, 15)), "fake")
GLOSSARY = Glossary((Term("fine", "coima"),), "en", "pt")


class Searching(FakeEngine):
    """Finds the same translation with phrases for every text."""

    def __init__(self, found: Hypothesis | None) -> None:
        super().__init__()
        self.found = found
        self.asked: list[tuple[str, Forms]] = []

    def translate_with(
        self, texts: Sequence[str], phrases: Sequence[Sequence[Forms]], source: str, target: str
    ) -> list[Hypothesis | None]:
        self.asked = [(text, forms) for text, own in zip(texts, phrases, strict=True) for forms in own]
        return [self.found] * len(texts)


def _linked(text: str, start: int, end: int) -> Hypothesis:
    """A translation in which “fine” stands at a place."""
    return Hypothesis(text, -2.0, (Link(4, 8, start, end),), "fake")


def _kept(found: Hypothesis | None, first: Hypothesis = FIRST) -> Hypothesis:
    return kept_to([TEXT], [first], GLOSSARY, Searching(found), "en", "pt")[0]


def test_kept_to_takes_a_translation_that_has_the_term() -> None:
    found = _kept(_linked("A coima é de 12 euros.", 2, 7))
    assert found.text == "A coima é de 12 euros."
    assert [repair.action for repair in found.repairs] == ["Translated again with it."]
    assert [(issue.kind, issue.severity) for issue in found.issues] == [("terms", "notice")]


@pytest.mark.parametrize(
    "found",
    [
        None,
        _linked("A multa é de 12 euros.", 2, 7),
        _linked("A coima é de 21 euros.", 2, 7),
        _linked("A multa é de 12 euros. Coima.", 2, 7),
    ],
    ids=["none", "without the term", "with another number", "with the term elsewhere"],
)
def test_kept_to_puts_the_term_in_where_no_translation_stands(found: Hypothesis | None) -> None:
    kept = _kept(found)
    assert kept.text == "A coima é de 12 euros."
    assert kept.repairs[-1].action == "“multa” replaced by “coima”."


def test_kept_to_puts_the_term_in_where_the_engine_cannot_search() -> None:
    assert kept_to([TEXT], [FIRST], GLOSSARY, FakeEngine(), "en", "pt")[0].text == "A coima é de 12 euros."


def test_kept_to_asks_for_all_terms_of_a_sentence_that_misses_one() -> None:
    engine = Searching(None)
    glossary = Glossary((Term("fine", "coima"), Term("euro", "euro")), "en", "pt")
    kept_to([TEXT, "No such word."], [FIRST, Hypothesis("Nada.")], glossary, engine, "en", "pt")
    assert engine.asked == [(TEXT, ("coima", "coimas")), (TEXT, ("euro",))]


def test_kept_to_leaves_what_has_its_terms() -> None:
    first = _linked("A coima é de 12 euros.", 2, 7)
    assert _kept(None, first) == first


def test_kept_to_leaves_what_could_not_be_translated() -> None:
    first = Hypothesis(TEXT, origin="untranslated")
    assert _kept(_linked("A coima é de 12 euros.", 2, 7), first) == first


def test_kept_to_makes_the_words_around_agree() -> None:
    engine = FirefoxEngine(threads=1)
    text = "The parties shall settle their dispute by such means."
    glossary = Glossary((Term("dispute", "controvérsia"),), "en", "pt")
    (found,) = kept_to([text], engine.translate([text], "en", "pt"), glossary, engine, "en", "pt")
    assert "a sua controvérsia" in found.text
