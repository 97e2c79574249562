"""kept_to_terms(): what is put in, what stays as it is, what is recorded."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.fakes import FakeEngine
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link, TokenScore
from translate.pipeline.law_terms import kept_to_terms
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.glossary import Glossary, Term
from translate.resources.term_base import term_base
from translate.text.words import words

BASE = term_base("en", "pt-PT")
TEXT = "The working parties shall meet."
FIRST = Hypothesis(
    "As partes de trabalho reúnem-se.",
    origin="scripted",
    alignment=(Link(4, 11, 10, 21), Link(12, 19, 3, 9), Link(20, 30, 22, 31)),
)


def scored(likely: Callable[[str], float]) -> Callable[[str], tuple[TokenScore, ...]]:
    """Scores of a translation: one token a text, all of it, as likely as `likely` says."""
    return lambda text: (TokenScore(0, 1, likely(text)), TokenScore(1, len(text), likely(text)))


class ScriptedEngine(FakeEngine):
    """Scores what a test says; gives the translations with a term that it is told.

    Args:
        likely: Log-probability of each token of a translation.
        answers: Translations with links, by the first wanted form.
    """

    name = "scripted"

    def __init__(
        self, likely: Callable[[str], float] = lambda text: -1.0, answers: Sequence[Hypothesis] = (), links: bool = True
    ) -> None:
        super().__init__()
        self.name = "scripted"
        self.likely, self.answers, self.links = likely, tuple(answers), links

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        return [FIRST if self.links else replace(FIRST, alignment=()) for _ in texts]

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        return [scored(self.likely)(text) for text in translations]

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        return [1.0 for _ in words]


class SearchingEngine(ScriptedEngine):
    """Also finds translations that have a term."""

    def translate_with(
        self, texts: Sequence[str], phrases: Sequence[Sequence[tuple[str, ...]]], source: str, target: str
    ) -> list[Hypothesis | None]:
        return [self.answers[0] if self.answers else None for _ in texts]


def kept(
    engine: FakeEngine, found: Hypothesis = FIRST, text: str = TEXT, glossary: Glossary | None = None
) -> Hypothesis:
    assert BASE is not None
    return kept_to_terms(text, found, engine, "en", "pt", BASE, glossary)


def masculine(text: str) -> float:
    """A reader who likes "os" with "grupos"."""
    return -0.5 if words(text)[0] == "os" else -1.0


def test_a_missed_term_stands_where_its_source_is_linked_to_with_its_article() -> None:
    found = kept(ScriptedEngine(masculine))
    assert found.text == "Os grupos de trabalho reúnem-se."


def test_a_term_that_was_put_in_is_recorded_and_shown() -> None:
    found = kept(ScriptedEngine(masculine))
    assert found.written == FIRST.text
    assert [repair.action for repair in found.repairs] == ["“partes de trabalho” replaced by “grupos de trabalho”."]
    (issue,) = found.issues
    assert (issue.kind, issue.severity, found.text[slice(*issue.span or (0, 0))]) == (
        "terms",
        "notice",
        "grupos de trabalho",
    )


def test_links_move_with_the_text() -> None:
    found = kept(ScriptedEngine(masculine))
    assert found.text[slice(*found.alignment[-1][2:])] == "reúnem-se"


def test_a_term_that_is_there_changes_nothing() -> None:
    there = replace(FIRST, text="Reúnem-se os grupos de trabalho.")
    assert kept(ScriptedEngine(), there) is there


def test_a_term_is_left_out_where_the_engine_finds_the_rest_less_likely() -> None:
    assert kept(ScriptedEngine(lambda text: -2.0 if "grupos" in text else -1.0)).text == FIRST.text


def test_a_term_is_left_out_where_other_words_stand_in_its_stretch() -> None:
    links = (Link(4, 11, 10, 21), Link(12, 19, 3, 9), Link(20, 30, 13, 21))
    assert kept(ScriptedEngine(), replace(FIRST, alignment=(*links, Link(20, 30, 10, 12)))).text != FIRST.text
    other = "As partes decisivas de trabalho reúnem-se."
    found = Hypothesis(
        other, origin="scripted", alignment=(Link(4, 11, 20, 31), Link(12, 19, 3, 9), Link(20, 25, 10, 19))
    )
    assert kept(ScriptedEngine(), found).text == other


def test_a_term_is_left_out_where_nothing_is_linked() -> None:
    assert kept(ScriptedEngine(links=False), replace(FIRST, alignment=())).text == FIRST.text


def test_a_word_that_is_only_a_part_of_the_term_is_left() -> None:
    found = Hypothesis("As reuniões fazem-se.", origin="scripted", alignment=(Link(4, 19, 3, 11),))
    assert kept(ScriptedEngine(), found).text == found.text


def test_an_engine_that_does_not_score_changes_nothing() -> None:
    assert kept(FakeEngine(), replace(FIRST, origin="fake")).text == FIRST.text


def test_another_engines_translation_is_left() -> None:
    assert kept(ScriptedEngine(masculine), replace(FIRST, origin="memory")).text == FIRST.text


def test_the_readers_glossary_goes_before() -> None:
    glossary = Glossary((Term("working parties", "partes laborais"),), "en", "pt")
    assert kept(ScriptedEngine(masculine), glossary=glossary).text == FIRST.text


def only_as_a_whole(text: str) -> float:
    """A reader who likes no article before the term, and what the engine wrote."""
    return -1.0 if text.startswith(("As partes", "Reúnem")) else -3.0


def test_where_replacing_will_not_do_another_translation_with_the_term_is_taken() -> None:
    other = Hypothesis(
        "Reúnem-se grupos de trabalho.", origin="scripted", alignment=(Link(4, 11, 20, 28), Link(12, 19, 10, 16))
    )
    found = kept(SearchingEngine(only_as_a_whole, [other]))
    assert found.text == other.text
    assert found.written == FIRST.text
    assert found.repairs[-1].action == "Translated again with it."


def test_another_translation_may_be_one_that_the_engine_was_unsure_of() -> None:
    other = Hypothesis(
        "Reúnem-se grupos de trabalho.", -0.9, (Link(4, 11, 20, 28), Link(12, 19, 10, 16)), origin="firefox"
    )
    engine = SearchingEngine(only_as_a_whole, [other])
    engine.name = "firefox"  # the check of confidence knows its scores
    assert kept(engine, replace(FIRST, origin="firefox")).text == other.text


def test_another_translation_must_have_the_term_where_its_source_is_linked_to() -> None:
    other = Hypothesis("Reúnem-se grupos de trabalho.", origin="scripted", alignment=(Link(20, 30, 0, 9),))
    assert kept(SearchingEngine(only_as_a_whole, [other])).text == FIRST.text


LAW = "Article 1\n\nWe meet.\n\nArticle 2\n\nWe meet.\n\nArticle 3\n\nWe meet.\n\nArticle 4\n\n" + TEXT
PROSE = "We met in Lisbon. " + TEXT


def translated(text: str, **choices: object) -> str:
    engine = ScriptedEngine(masculine)
    engine.translate = lambda texts, *_: [  # type: ignore[method-assign]
        FIRST if own == TEXT else Hypothesis(own.upper(), origin="scripted") for own in texts
    ]
    document = read(text, language="en")
    return translate(document, "pt-PT", engines={"scripted": engine}, engine="scripted", **choices).target.text


@pytest.mark.parametrize(
    ("text", "terms", "there"),
    [(LAW, None, True), (PROSE, None, False), (PROSE, True, True), (LAW, False, False)],
    ids=["law", "prose", "asked for", "not wanted"],
)
def test_terms_are_for_laws_unless_the_reader_says_otherwise(text: str, terms: bool | None, there: bool) -> None:
    assert ("grupos de trabalho" in translated(text, terms=terms)) is there


def test_the_signature_names_the_terms() -> None:
    document = read(LAW, language="en")
    with_terms = translate(document, "pt", engines={"fake": FakeEngine()}, engine="fake")
    without = translate(document, "pt", engines={"fake": FakeEngine()}, engine="fake", terms=False)
    base = term_base("en", "pt")
    assert base is not None
    assert f"terms {base.digest}" in with_terms.signature
    assert "terms" not in without.signature


def test_a_stretch_with_a_figure_is_left() -> None:
    links = (Link(4, 11, 11, 22), Link(12, 19, 3, 10), Link(20, 30, 23, 32))
    marked = Hypothesis("As partes1 de trabalho reúnem-se.", origin="scripted", alignment=links)
    assert kept(ScriptedEngine(), marked).text == marked.text


def test_the_words_before_a_term_take_the_gender_that_its_ending_tells() -> None:
    feminine = ScriptedEngine(lambda text: -0.5 if text.startswith("As grupos") else -1.0)
    assert kept(feminine).text == "Os grupos de trabalho reúnem-se."
