"""What is taken for a lost negation, a misplaced name or a wrong number, and what just is not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from summarize.evidence.citation import Evidence
from summarize.evidence.names import misplaced, nameless, names
from summarize.evidence.negations import brought_in, lost, stated
from summarize.evidence.verification import supported
from summarize.summary import Citation
from translate.document import Block, Document, Segment
from translate.text.embedding import WordEmbedder

SIX = "not alfa bravo chess delta echo foxes"
"""A negation of six words: what is said of them counts by the sum of 6 and 0.3."""


def negation(sentence: str, *sources: str, rare: Mapping[str, float] | None = None) -> str:
    """The negation that a sentence lost where every word has the weight 1 but for some."""
    weights = rare or {}
    return lost(sentence, sources, "en", lambda word: weights.get(word, 1.0))


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        pytest.param("bravo chess delta", SIX, "not", id="3 / 6.3"),
        pytest.param("bravo chess", SIX, "", id="2 / 6.3"),
        pytest.param("alfa bravo", SIX, "not", id="2 / 6.3 and 0.2 for the first word"),
        pytest.param("alfa", SIX, "", id="1 / 6.3 and 0.2 for the first word"),
        pytest.param("bravo", "not alfa bravo", "not", id="1 / 2.3"),
        pytest.param("bravo", "one two not alfa bravo", "", id="1 / 2.9"),
        pytest.param(
            "bravo chess delta", "one two six ten oil ice sea not alfa bravo chess delta echo", "", id="3 / 7.4"
        ),
        pytest.param(
            "one two six ten oil ice sea echo golf hotel india july",
            "one two six ten oil ice sea not alfa bravo chess delta echo",
            "not",
            id="3.1 / 7.4 with the words before it",
        ),
        pytest.param(
            "one two six ten oil ice echo golf hotel india july",
            "one two six ten oil ice not alfa bravo chess delta echo",
            "",
            id="2.8 / 7.1 with the words before it",
        ),
        pytest.param("bravo chess delta", SIX.replace("bravo", "but bravo"), "", id="the clause ends"),
        pytest.param("alfa bravo", "alfa bravo; not alfa bravo", "", id="said elsewhere without it"),
    ],
)
def test_lost_weighs_what_is_said_of_what_was_denied(sentence: str, source: str, expected: str) -> None:
    assert negation(sentence, source) == expected


@pytest.mark.parametrize(
    ("rank", "expected"), [pytest.param(6, "not", id="3 / 6.3 - 0.06"), pytest.param(7, "", id="3 / 6.3 - 0.07")]
)
def test_lost_believes_a_worse_source_less(rank: int, expected: str) -> None:
    assert negation("bravo chess delta", *["nil"] * rank, SIX) == expected


@pytest.mark.parametrize(
    ("sentence", "weight", "expected"),
    [
        pytest.param("bravo chess", 0.4, "not", id="a common first word is passed over"),
        pytest.param("bravo chess", 0.5, "", id="a rarer one tells"),
        pytest.param("alfa bravo", 0.5, "not", id="a rarer one is said"),
    ],
)
def test_lost_looks_for_the_first_telling_word(sentence: str, weight: float, expected: str) -> None:
    assert negation(sentence, SIX, rare={"alfa": weight}) == expected


TEN = "bravo chess delta echo foxes golf hotel india july"
EIGHT = "bravo chess delta echo foxes golf hotel"


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        pytest.param("heavy", f"not alfa {TEN.rpartition(' ')[0]} heavy", "not", id="tenth word behind"),
        pytest.param("heavy", f"not alfa {TEN} heavy", "", id="eleventh word behind"),
        pytest.param("heavy nil nil", f"heavy {EIGHT} not kilo lima", "not", id="eighth word before"),
        pytest.param("heavy nil nil", f"heavy {EIGHT} india not kilo lima", "", id="ninth word before"),
    ],
)
def test_lost_looks_ten_words_behind_and_eight_before(sentence: str, source: str, expected: str) -> None:
    assert negation(sentence, source, rare={"heavy": 20.0, "nil": 20.0}) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("bravo delta echo foxes", "", id="three of four words"),
        pytest.param("bravo delta echo golf", "not", id="two of four words"),
    ],
)
def test_lost_lets_stand_what_another_source_says(sentence: str, expected: str) -> None:
    assert negation(sentence, "not alfa bravo", "delta echo foxes") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("The boats pay, don't they?", "", id="a tag question"),
        pytest.param("The railway pays, don't you think so?", "", id="a tag question that goes on"),
        pytest.param("The boats do not pay fees?", "not", id="a question that denies"),
        pytest.param("The boats do not only pay fees.", "", id="no negation"),
    ],
)
def test_lost_knows_what_denies_nothing(source: str, expected: str) -> None:
    assert negation("think pay fees", source) == expected


def test_stated_is_a_share_by_rarity() -> None:
    weights = {"alfa": 3.0, "bravo": 1.0}
    assert stated("alfa bravo", "alfa chess", lambda word: weights[word]) == 0.75
    assert stated("alfa", "alfa", lambda word: 0.0) == 0.0
    assert stated("", "alfa", lambda word: 1.0) == 0.0


@pytest.mark.parametrize(
    ("sentence", "sources", "expected"),
    [
        pytest.param("The fee is not due.", ["The fee is due."], True, id="nobody negates"),
        pytest.param("The fee is not due.", ["The fee is due.", "No fee."], False, id="another word that negates"),
        pytest.param("The fee is not due.", ["The fee is unlawful."], False, id="a word that can negate"),
        pytest.param("The fee is due.", ["The fee is due."], False, id="no negation"),
    ],
)
def test_brought_in(sentence: str, sources: Sequence[str], expected: bool) -> None:
    assert brought_in(sentence, sources, "en") is expected


def document(*paragraphs: Sequence[str]) -> Document:
    """Paragraphs of sentences in English."""
    text, blocks, segments = "", [], []
    for number, sentences in enumerate(paragraphs):
        begun = len(text)
        for sentence in sentences:
            segments.append(Segment(len(text), len(text) + len(sentence), number, "en"))
            text += sentence + " "
        blocks.append(Block(begun, len(text)))
    return Document(text, "en", tuple(blocks), tuple(segments))


HEARING = document(
    ["Asked by Ana Prado in June.", "It is late."],
    ["Said by Rui Lemos in May.", "Boats pay.", "Nets rot.", "Fish swim.", "Eva Silva left.", "Gulls cry."],
    ["Then came Ines Couto home.", "Piers fall."],
)


def out_of_place(name: str, said: Sequence[int], cited: Sequence[int] | None = None) -> bool:
    """Whether a name does not stand where some segments say the rest."""
    evidence = Evidence(HEARING.texts, range(len(HEARING.segments)), WordEmbedder())
    every = ([Citation(segment, 1.0) for segment in places] for places in (said, said if cited is None else cited))
    return misplaced(f"It was {name} who spoke.", HEARING, *every, evidence) == [name]


@pytest.mark.parametrize(
    ("name", "said", "missing"),
    [
        pytest.param("Rui Lemos", [2], False, id="in the sentence"),
        pytest.param("Rui Lemos", [7], False, id="at the head of the paragraph"),
        pytest.param("Ana Prado", [4], False, id="at the head of the paragraph before"),
        pytest.param("Ana Prado", [8], True, id="two paragraphs before"),
        pytest.param("Eva Silva", [3], False, id="three sentences on"),
        pytest.param("Eva Silva", [2], True, id="four sentences on"),
        pytest.param("Eva Silva", [8], True, id="in the paragraph before, far from its head"),
        pytest.param("Ines Couto", [5], True, id="in the paragraph behind"),
        pytest.param("Lemos", [2], False, id="a last name alone"),
        pytest.param("Dr Lemos", [2], False, id="a title"),
        pytest.param("Pinto", [2], True, id="nowhere"),
    ],
)
def test_misplaced_names_stand_nowhere_near(name: str, said: Sequence[int], missing: bool) -> None:
    assert out_of_place(name, said) is missing


@pytest.mark.parametrize(
    ("said", "cited", "missing"),
    [
        # A place in the sentence counts 1, ranks count 1, 1/2, 1/3, 1/4 and 1/5: 137/60 together.
        pytest.param([8, 0], [8], False, id="second of two: 1/2 of 3/2"),
        pytest.param([8, 9, 0], [8], True, id="third of three: 1/3 of 11/6"),
        pytest.param([8, 9, 0], [0], False, id="third of three, and 0.2 for the best citation"),
        pytest.param([8, 9, 8, 9, 0], [0], True, id="fifth of five, and 0.2 for the best citation"),
        pytest.param([8, 9, 0], [8, 0], True, id="third of three, and the second citation counts nothing"),
        pytest.param([8, 0, 9, 0, 9], [8], True, id="second and fourth of five: 3/4 of 137/60"),
        pytest.param([8, 0, 0, 8, 9], [8], False, id="second and third of five: 5/6 of 137/60"),
        pytest.param([8, 9, 0, 0, 0, 8], [8], False, id="47/60 of 137/60, whatever the sixth says"),
        pytest.param([2, 8], [8], False, id="asked before the first of two: 0.6 of 3/2"),
        pytest.param([2, 8, 9], [8], True, id="asked before the first of three: 0.6 of 11/6"),
    ],
)
def test_misplaced_weighs_by_rank(said: Sequence[int], cited: Sequence[int], missing: bool) -> None:
    assert out_of_place("Ana Prado", said, cited) is missing


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        pytest.param([3, 8], False, id="near the first of two: 0.5 of 3/2"),
        pytest.param([3, 8, 9], True, id="near the first of three: 0.5 of 11/6"),
    ],
)
def test_misplaced_counts_half_what_stands_around(said: Sequence[int], missing: bool) -> None:
    assert out_of_place("Eva Silva", said, [8]) is missing


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        pytest.param("Rui Lemos", False, id="as it stands"),
        pytest.param("Rui Prado", True, id="first name of one, last of another"),
        pytest.param("Mr Rui Lemos", False, id="a title before it"),
    ],
)
def test_misplaced_finds_names_put_together(name: str, joined: bool) -> None:
    assert out_of_place(name, [2, 0]) is joined


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        pytest.param("Then Rui Lemos and Ana met.", "en", ["Rui Lemos", "Ana"], id="names"),
        pytest.param("Then Ana met Ana again.", "en", ["Ana"], id="twice the same"),
        pytest.param("Boats pay.", "en", [], id="a sentence's first word"),
        pytest.param("Dann kam die Gebühr.", "de", [], id="nouns of German"),
    ],
)
def test_names(sentence: str, language: str, found: list[str]) -> None:
    assert names(sentence, language) == found


def test_nameless_leaves_out_names_but_not_the_nouns_of_german() -> None:
    assert nameless("Then Rui Lemos spoke.", "en") == "Then  spoke."
    assert nameless("Dann kam die Gebühr.", "de") == "Dann kam die Gebühr."


def why(sentence: str, *texts: str) -> list[str]:
    """Why a sentence cannot be relied on beside paragraphs of one sentence."""
    whole = document(*([text] for text in texts))
    return list(supported(sentence, whole, Evidence(whole.texts, range(len(texts)), WordEmbedder()))[1])


@pytest.mark.parametrize(
    ("sentence", "looped"),
    [
        pytest.param("boats pay high fees " * 3, True, id="four words three times"),
        pytest.param("boats pay high fees " * 2, False, id="four words twice"),
        pytest.param("boats pay fees and boats pay fees or boats pay fees", False, id="three words three times"),
        pytest.param("boats pay", False, id="fewer words"),
    ],
)
def test_supported_finds_loops_of_four_words(sentence: str, looped: bool) -> None:
    assert ("it repeats itself" in why(sentence, sentence)) is looped


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("It is stage 2 now.", [], id="behind its word"),
        pytest.param("It is stage 7 now.", ["the number 7 stands in no source"], id="behind another word"),
        pytest.param("It is stage 12 now.", ["the number 12 stands in no source"], id="two digits"),
        pytest.param("It is stage 123 now.", [], id="three digits"),
        pytest.param("It was ago 7 then.", [], id="a word of three letters numbers nothing"),
    ],
)
def test_supported_asks_what_a_short_number_stands_behind(sentence: str, found: list[str]) -> None:
    source = "It is stage 2 now, and on the far other side 7 and 12 and 123 of the boats were then long ago counted."
    assert why(sentence, source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("The stages one after another are 4 and now 7 here.", True, id="seven words before"),
        pytest.param("In stage 4 and now these 7.", False, id="five words before"),
        pytest.param("In stage 4 and now all these 7.", True, id="six words before"),
    ],
)
def test_supported_looks_five_words_back_for_what_a_number_counts(source: str, found: bool) -> None:
    assert ("the number 7 stands in no source" in why("It is stage 7.", source)) is found


@pytest.mark.parametrize(
    ("count", "cited"), [pytest.param(1, 1, id="one"), pytest.param(3, 3, id="three"), pytest.param(5, 3, id="five")]
)
def test_supported_cites_three_at_most(count: int, cited: int) -> None:
    whole = document(*([f"Boats pay fee {number}."] for number in range(count)))
    evidence = Evidence(whole.texts, range(count), WordEmbedder())
    assert len(supported("Boats pay.", whole, evidence)[0]) == cited


@pytest.mark.parametrize(
    "language", ["en", "pt", "es", "fr", "it", "nl", "pl", "ru", "uk", "ca", "gl", "ro", "cs", "sv", "el"]
)
def test_names_are_words_with_a_capital_inside_a_sentence(language: str) -> None:
    assert names("xyz Abcdefg xyz", language) == ["Abcdefg"]
    assert nameless("xyz Abcdefg xyz", language) == "xyz  xyz"


@pytest.mark.parametrize(
    ("language", "found"),
    [(language, ["Rui Prado"]) for language in ["en", "pt", "es", "fr", "it", "nl", "ca", "gl", "sv"]]
    + [("pl", []), ("ru", [])],
)
def test_misplaced_finds_names_put_together_where_names_are_not_inflected(language: str, found: list[str]) -> None:
    hearing = replace(HEARING, language=language)
    evidence = Evidence(hearing.texts, range(len(hearing.segments)), WordEmbedder())
    said = [Citation(2, 1.0), Citation(0, 1.0)]
    assert misplaced("xyz Rui Prado xyz", hearing, said, said, evidence) == found


@pytest.mark.parametrize("title", ["I", "Mr", "Mrs", "Ms", "Dr", "Hon", "The", "M", "Mme", "Sr", "Sra", "Sir"])
def test_misplaced_passes_titles_over(title: str) -> None:
    assert not out_of_place(f"{title} Rui Lemos", [2])
