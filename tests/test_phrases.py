"""kept_to_phrases(): what is translated again, what stays as it is, what is recorded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from tests.fakes import FakeEngine
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link, TokenScore
from translate.pipeline.phrases import Rules, kept_to_phrases
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.glossary import Glossary, Term
from translate.resources.phrase_base import phrase_base

TEXT = "They called the shots."
FIRST = Hypothesis(
    "Chamaram os tiros.", -0.4, (Link(5, 11, 0, 8), Link(12, 15, 9, 11), Link(16, 21, 12, 17)), "scripted"
)
PLAIN = Hypothesis("Deram as ordens.", -0.4, (Link(5, 9, 0, 5), Link(10, 13, 6, 8), Link(14, 20, 9, 15)), "scripted")
DEAL = "They struck a deal."
ATTACK = Hypothesis(
    "Atacaram um acordo.", -0.4, (Link(5, 11, 0, 8), Link(12, 13, 9, 11), Link(14, 18, 12, 18)), "scripted"
)
SIGNED = Hypothesis(
    "Firmaram um acordo.", -0.6, (Link(5, 11, 0, 8), Link(12, 13, 9, 11), Link(14, 18, 12, 18)), "scripted"
)
BASE = phrase_base("en", "pt")
assert BASE is not None
RULES = Rules("en", "pt", BASE)


class ScriptedEngine(FakeEngine):
    """Translates what a test says, and scores it.

    Args:
        says: Translations by their text; FIRST for others.
        found: What a search finds.
        likely: Log-probability of each token of a translation.
    """

    def __init__(
        self,
        says: Mapping[str, Hypothesis] = {},
        found: Hypothesis | None = None,
        likely: Callable[[str], float] = lambda text: -1.0,
    ) -> None:
        super().__init__(name="scripted")
        self.says, self.found, self.likely = says, found, likely

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        return [self.says.get(text, FIRST) for text in texts]

    def translate_with(
        self, texts: Sequence[str], phrases: Sequence[Sequence[tuple[str, ...]]], source: str, target: str
    ) -> list[Hypothesis | None]:
        return [self.found for _ in texts]

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        return [(TokenScore(len(text) - 1, len(text), self.likely(text)),) for text in translations]

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        return [1.0 for _ in words]


SPEAKS_PLAINLY = {"They gave the orders.": PLAIN}


def test_a_phrase_is_translated_in_plain_words() -> None:
    assert kept_to_phrases(TEXT, FIRST, ScriptedEngine(SPEAKS_PLAINLY), RULES).text == "Deram as ordens."


def test_what_was_translated_again_is_recorded_and_shown() -> None:
    found = kept_to_phrases(TEXT, FIRST, ScriptedEngine(SPEAKS_PLAINLY), RULES)
    assert found.written == "Chamaram os tiros."
    assert [own.reason for own in found.repairs] == [
        "The packaged phrases have “Deram as ordens” for “called the shots”."
    ]
    assert [(own.kind, own.severity) for own in found.issues] == [("terms", "notice")]


def test_links_of_plain_words_are_links_of_the_phrase() -> None:
    found = kept_to_phrases(TEXT, FIRST, ScriptedEngine(SPEAKS_PLAINLY), RULES)
    assert {TEXT[link.source_start : link.source_end] for link in found.alignment} == {"called the shots"}


def test_a_translation_in_plain_words_that_lacks_them_is_left() -> None:
    engine = ScriptedEngine({"They gave the orders.": replace(PLAIN, text="Chegaram ontem.")})
    assert kept_to_phrases(TEXT, FIRST, engine, RULES) is FIRST


def test_a_translation_in_plain_words_that_is_less_likely_is_left() -> None:
    engine = ScriptedEngine({"They gave the orders.": replace(PLAIN, score=-2.0)})
    assert kept_to_phrases(TEXT, FIRST, engine, RULES) is FIRST


def test_a_translation_in_plain_words_that_loses_a_name_is_left() -> None:
    text, first = "They called the shots in Lisbon.", replace(FIRST, text="Chamaram os tiros em Lisboa.")
    engine = ScriptedEngine({"They gave the orders in Lisbon.": PLAIN})
    assert kept_to_phrases(text, first, engine, RULES) is first


def test_a_phrase_without_plain_words_is_searched_for() -> None:
    assert kept_to_phrases(DEAL, ATTACK, ScriptedEngine(found=SIGNED), RULES).text == "Firmaram um acordo."


def test_a_search_that_makes_the_rest_less_likely_is_left() -> None:
    engine = ScriptedEngine(found=SIGNED, likely=lambda text: -1.0 if text == ATTACK.text else -1.5)
    assert kept_to_phrases(DEAL, ATTACK, engine, RULES) is ATTACK


@pytest.mark.parametrize("text", ["Firmaram e atacaram um acordo.", "Atacaram. Firmaram um acordo."])
def test_a_search_that_leaves_the_literal_words_is_left(text: str) -> None:
    start = text.casefold().index("firmaram")
    found = replace(SIGNED, text=text, alignment=(Link(5, 11, start, start + 8),))
    assert kept_to_phrases(DEAL, ATTACK, ScriptedEngine(found=found), RULES) is ATTACK


def test_a_phrase_that_is_there_changes_nothing() -> None:
    there = replace(FIRST, text="Mandaram sempre.")
    assert kept_to_phrases(TEXT, there, ScriptedEngine(SPEAKS_PLAINLY), RULES) is there


def test_the_readers_glossary_goes_before() -> None:
    glossary = Glossary((Term("shots", "tiros"),), "en", "pt")
    rules = replace(RULES, glossary=glossary)
    assert kept_to_phrases(TEXT, FIRST, ScriptedEngine(SPEAKS_PLAINLY), rules) is FIRST


def test_another_engines_translation_is_left() -> None:
    memory = replace(FIRST, origin="memory")
    assert kept_to_phrases(TEXT, memory, ScriptedEngine(SPEAKS_PLAINLY), RULES) is memory


def test_a_sentence_that_the_engine_takes_in_parts_is_left() -> None:
    engine = ScriptedEngine(SPEAKS_PLAINLY)
    engine.max_tokens = 4
    assert kept_to_phrases(TEXT, FIRST, engine, RULES) is FIRST


@pytest.mark.parametrize(("terms", "wanted"), [(None, "Deram as ordens."), (False, "Chamaram os tiros.")], ids=str)
def test_translate_keeps_to_phrases_unless_told_not_to(terms: bool | None, wanted: str) -> None:
    document = read(TEXT, language="en")
    engines = {"scripted": ScriptedEngine(SPEAKS_PLAINLY)}
    made = translate(document, "pt", engine="scripted", engines=engines, terms=terms, readings="first", doubt=False)
    assert made.target.text == wanted


def test_the_signature_names_the_phrases_in_use() -> None:
    document = read(TEXT, language="en")
    engines = {"scripted": ScriptedEngine(SPEAKS_PLAINLY)}
    made = translate(document, "pt", engine="scripted", engines=engines, readings="first", doubt=False)
    assert BASE is not None
    assert f"phrases {BASE.digest}" in made.signature
