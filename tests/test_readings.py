"""Second readings: which is taken, of which sentences, and what is kept of the others."""

import math
from collections.abc import Sequence

import pytest

from tests.fakes import FakeEngine
from translate import translate
from translate.choices import READINGS
from translate.engines.firefox.engine import FirefoxEngine
from translate.errors import InputError
from translate.hypothesis import Alternative, Hypothesis, TokenScore
from translate.pipeline.readings import most_agreed, patched, read_again

SURE, UNSURE = -0.1, -0.13


def reading(text: str, probability: float, unsure: str = "") -> Hypothesis:
    """A reading of one token of this probability, and an end mark that is certain; a word of it may be unsure."""
    start = text.index(unsure)
    score = math.log(0.2) if unsure else -0.1
    return Hypothesis(text, math.log(probability) / 2, token_scores=(TokenScore(start, start + len(unsure), score),))


class Reader(FakeEngine):
    """Says the same of every text."""

    def alternatives(
        self, texts: Sequence[str], source: str, target: str, count: int = 8
    ) -> list[tuple[Hypothesis, ...]]:
        self.calls.append(tuple(texts))
        return [(reading("read again", 0.9), reading("another", 0.1))] * len(texts)


def test_most_agreed_takes_what_others_say_too() -> None:
    # By itself the first is likeliest; the other two share all their characters but one.
    found = most_agreed([reading("zzzz", 0.4), reading("abcd efgh", 0.3), reading("abcd efgi", 0.3)])
    assert found.text == "abcd efgh"


def test_most_agreed_weighs_by_probability() -> None:
    found = most_agreed([reading("zzzz", 0.8), reading("abcd efgh", 0.1), reading("abcd efgi", 0.1)])
    assert found.text == "zzzz"


def test_most_agreed_keeps_other_wordings_of_an_unsure_word() -> None:
    sure = "the vote of the house"
    found = most_agreed([reading(sure, 0.6, "vote"), reading("the ballot of the house", 0.4)])
    assert found.alternatives == (Alternative(4, 8, ("ballot",)),)


def test_most_agreed_keeps_no_wording_of_a_sure_word() -> None:
    found = most_agreed([reading("the vote of the house", 0.6), reading("the ballot of the house", 0.4)])
    assert found.alternatives == ()


def test_most_agreed_keeps_no_unlikely_wording() -> None:
    found = most_agreed([reading("the vote of the house", 0.96, "vote"), reading("the ballot of the house", 0.04)])
    assert found.alternatives == ()


def test_most_agreed_keeps_no_wording_that_loses_a_number() -> None:
    readings = [reading("Pay until 31 March.", 0.6, "until 31"), reading("Pay by March.", 0.4)]
    assert most_agreed(readings, language="en").alternatives == ()


def test_most_agreed_keeps_no_wording_that_loses_a_month() -> None:
    readings = [reading("Pay in 3 March days.", 0.6, "March"), reading("Pay in 3 working days.", 0.4)]
    assert most_agreed(readings, language="en").alternatives == ()


def _pieced(text: str, probability: float) -> Hypothesis:
    """A reading whose word "Repulsory" is made of three tokens."""
    pieces = (TokenScore(0, 2, -0.1), TokenScore(2, 6, -0.1), TokenScore(6, 9, -0.1))
    return Hypothesis(text, math.log(probability) / 4, token_scores=pieces)


@pytest.mark.parametrize(("source", "offered"), [("Norma.", ()), ("Repulsory.", ("Repulsory",))], ids=["none", "name"])
def test_most_agreed_keeps_no_invented_word(source: str, offered: tuple[str, ...]) -> None:
    found = most_agreed([reading("Strict norm here.", 0.6, "Strict"), _pieced("Repulsory norm here.", 0.4)], source)
    assert [other for found in found.alternatives for other in found.others] == [*offered]


def test_most_agreed_keeps_no_wording_with_other_stops() -> None:
    readings = [reading("Prior matters here.", 0.6, "Prior"), reading("Note: The matters here.", 0.4)]
    assert most_agreed(readings, language="en").alternatives == ()


def test_most_agreed_keeps_no_fragment_with_a_capital() -> None:
    readings = [reading("Approve it now.", 0.6, "Approve"), reading("Approv it now.", 0.4)]
    assert most_agreed(readings, language="en").alternatives == ()


@pytest.mark.parametrize(("every", "asked"), [(False, [("b",)]), (True, [("a", "b")])], ids=["the unsure", "all"])
def test_read_again_asks_about(every: bool, asked: list[tuple[str, ...]]) -> None:
    engine = Reader()
    read_again(["a", "b"], [Hypothesis("x", SURE), Hypothesis("y", UNSURE)], engine, "en", "pt", every)
    assert engine.calls == asked


def test_read_again_leaves_what_is_sure() -> None:
    found = read_again(["a", "b"], [Hypothesis("x", SURE), Hypothesis("y", UNSURE)], Reader(), "en", "pt")
    assert [own.text for own in found] == ["x", "read again"]


def test_read_again_leaves_what_has_no_score() -> None:
    assert read_again(["a"], [Hypothesis("x")], Reader(), "en", "pt", every=True) == [Hypothesis("x")]


@pytest.mark.parametrize(("readings", "text"), [("first", "Gur pbhapvy."), ("every", "read again")])
def test_translate_reads_as_often_as_chosen(readings: str, text: str) -> None:
    found = translate("The council.", "pt", engine="fake", engines={"fake": Reader()}, readings=readings)
    assert found.target.text == text


def test_translate_reads_every_sentence_again_where_it_is_thorough() -> None:
    sentence = "The Council adopted the decision in March, and the Member States informed it of their measures."
    engines = {"firefox": FirefoxEngine(threads=1)}
    found = [translate(sentence, "pt", engines=engines, **own) for own in ({"readings": "every"}, {"thorough": True})]
    assert found[0].signature == found[1].signature


def test_signature_says_whether_sentences_are_read_again() -> None:
    engines = {"fake": Reader()}
    found = {translate("The council.", "pt", engine="fake", engines=engines, readings=r).signature for r in READINGS}
    assert len(found) == 3


def test_a_second_reading_does_not_depend_on_the_sentences_beside_it() -> None:
    engine = FirefoxEngine(threads=1)
    lines = ["The Rangers lost.", "It carries a coup de grace for the identity of the Council.", "No fee applies."]
    first = engine.translate(lines, "en", "pt")
    alone = [read_again([t], [h], engine, "en", "pt", every=True)[0] for t, h in zip(lines, first, strict=True)]
    assert read_again(lines, first, engine, "en", "pt", every=True) == alone


def test_translate_refuses_an_unknown_choice_of_readings() -> None:
    with pytest.raises(InputError, match="known are first, unsure, every"):
        translate("The council.", "pt", engine="fake", engines={"fake": Reader()}, readings="all")


def pieced(text: str, word: str, *scores: float, total: float = -0.1) -> Hypothesis:
    """A reading with the scores of a word's pieces of two letters, the last of what is left of it."""
    start, end = text.index(word), text.index(word) + len(word)
    places = [(start + 2 * i, end if i == len(scores) - 1 else start + 2 * i + 2) for i in range(len(scores))]
    tokens = tuple(TokenScore(*place, score) for place, score in zip(places, scores, strict=True))
    return Hypothesis(text, total, token_scores=tokens)


PATCHED = pieced("in a palavity of peace", "palavity", -0.9, -0.3, -0.2, 0.0)


@pytest.mark.parametrize(
    ("source", "found", "count"),
    [
        ("de paz", PATCHED, 1),
        ("a Palavity de paz", PATCHED, 0),
        ("de paz", pieced("in a palavity of peace", "palavity", -0.9, -0.3, 0.0, 0.0), 0),
        ("de paz", pieced("in a palavity of peace", "palavity", -0.1, -0.9), 0),
        ("de paz", pieced("in a Palavity of peace", "Palavity", -0.9, -0.3, -0.2, 0.0), 0),
        ("de paz", pieced("in a verisimilitude of peace", "verisimilitude", -0.9, -0.3, -0.2, 0.0), 0),
    ],
    ids=["unsure pieces", "the source's word", "sure pieces", "two pieces", "a name", "a rare word"],
)
def test_patched_counts_words_of_unsure_pieces(source: str, found: Hypothesis, count: int) -> None:
    assert patched(source, found, "en") == count


class Mender(Reader):
    """Knows the same two readings of every text."""

    def __init__(self, *readings: Hypothesis) -> None:
        super().__init__()
        self.readings = readings

    def alternatives(
        self, texts: Sequence[str], source: str, target: str, count: int = 8
    ) -> list[tuple[Hypothesis, ...]]:
        return [self.readings] * len(texts)


def test_read_again_takes_a_reading_without_patched_words() -> None:
    whole = pieced("in peace", "peace", -0.1, 0.0, total=-0.12)
    assert read_again(["de paz"], [PATCHED], Mender(PATCHED, whole), "pt", "en") == [whole]


def test_read_again_keeps_a_patched_word_where_the_others_are_unlikely() -> None:
    whole = pieced("in peace", "peace", -0.1, 0.0, total=-0.16)
    assert read_again(["de paz"], [PATCHED], Mender(PATCHED, whole), "pt", "en") == [PATCHED]
