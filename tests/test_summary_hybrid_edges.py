"""hybrid: what its weights, its places and its lengths decide, each on both sides of where they do."""

from collections.abc import Sequence

import numpy as np
import pytest

from summarize.length import Length
from summarize.methods.hybrid import best, by_weights, keyed, sentences
from summarize.methods.pairs import pairs
from summarize.methods.request import SummaryRequest
from summarize.methods.selection import Coverage, choose, costs
from summarize.methods.weights import WEIGHTS, Weights
from summarize.methods.worth import KINDS, Worth, Worths
from summarize.structure.signs import NEARNESS, SIGNS, Numbers
from tests.test_summary import document, paragraphs
from translate.document import Document
from translate.text.genre import Genre
from translate.text.tfidf import tfidf

WORDS = ("oak", "elm", "ash", "fir", "yew", "bay", "ivy", "fig", "nut", "rye", "oat", "bean", "pea", "corn", "rice",
         "hop", "tea", "cane", "flax", "hemp", "moss", "fern", "reed", "palm")  # fmt: skip


def plain(number: int, figure: int | None = None) -> str:
    """A sentence of six words that shares none with the others, or of seven with a figure."""
    said = [f"{WORDS[number % len(WORDS)]}{letter}" for letter in "abcdef"]
    return " ".join([*said, *([str(figure)] if figure is not None else [])]).capitalize() + "."


def request(genre: Genre, length: Length, embedded: int = 60) -> SummaryRequest:
    return SummaryRequest(length, genre, None, embedded, None)


def weights(**signs: float) -> dict[str, Worths]:
    """Weights of some signs alone."""
    own = Worth(0.0, np.array([signs.get(sign, 0.0) for sign in SIGNS]), np.zeros(len(NEARNESS)), np.zeros(384))
    return dict.fromkeys(KINDS, Worths(own, own))


def keys(text: Document, genre: Genre, points: int, embedded: int = 60, **signs: float) -> list[int]:
    """Positions of the key points by some signs alone."""
    known = sentences(text, genre)
    return list(keyed(text, known, request(genre, Length(points=points), embedded), None, weights(**signs)).points)


def test_keyed_never_takes_a_title_where_there_is_a_sentence() -> None:
    act = document(("heading", "ACT 12 ON THE BOATS OF THE ISLES"), *(("paragraph", plain(i)) for i in range(3)))
    assert keys(act, "law", 1, figure=9.0) == [1]
    assert keys(act, "law", 3, figure=9.0) == [1, 2, 3]


@pytest.mark.parametrize(
    ("weight", "chosen"), [pytest.param(0.25, 0, id="less than 0.3 more"), pytest.param(0.35, 1, id="more")]
)
def test_keyed_takes_the_chair_where_it_says_so_much_more(weight: float, chosen: int) -> None:
    meeting = paragraphs(f"Ana Costa: {plain(0)}", f"Chair: {plain(1, 4)}")
    assert keys(meeting, "minutes", 1, figure=weight) == [chosen]


@pytest.mark.parametrize(
    ("genre", "text"),
    [
        pytest.param("law", "“Boats” are vessels that the islands have built at sea.", id="a definition"),
        pytest.param("law", "The islands pay for the boats as paragraph 3 says it.", id="a paragraph unseen"),
        pytest.param("report", "We interviewed the owners of the boats of all islands.", id="a method"),
        pytest.param(
            "report",
            "The islands have boats, piers, nets, very old harbours, mills, and all of the towers,",
            id="a line cut by a page",
        ),
    ],
)
def test_keyed_takes_before_them_what_is_worth_as_much(genre: Genre, text: str) -> None:
    assert keys(paragraphs(text, plain(1)), genre, 1) == [1]


def test_keyed_takes_any_speaker_alike() -> None:
    assert keys(paragraphs(f"Ana Costa: {plain(0)}", f"Rui Lemos: {plain(1, 4)}"), "minutes", 1, figure=0.1) == [1]


ADVICE = {
    "penalty": ("law", "Whoever fishes there is fined."),
    "end": ("law", "This treaty enters into force."),
    "how long it lasts": ("law", "It is made for a period of ten years."),
    "whom it sets up": ("law", "A committee is established for it."),
    "advice": ("report", "We recommend what follows here."),
}


@pytest.mark.parametrize(("genre", "text"), ADVICE.values(), ids=ADVICE)
def test_keyed_gives_each_slot_of_a_genre_a_sentence(genre: Genre, text: str) -> None:
    texts = [plain(i, 5) for i in range(12)]
    texts[6] = text
    assert 6 in keys(paragraphs(*texts), genre, 5, figure=1.0)
    assert 6 not in keys(paragraphs(*texts), "unknown", 5, figure=1.0)


def test_keyed_keeps_no_place_for_the_end_of_a_speech() -> None:
    text = paragraphs(*[plain(i, 5 if i < 7 else None) for i in range(12)])
    assert 11 not in keys(text, "unknown", 5, figure=1.0)


@pytest.mark.parametrize(("embedded", "read"), [pytest.param(1, 6, id="three for each"), pytest.param(9, 9, id="more")])
def test_keyed_reads_three_sentences_for_each_that_is_wanted(embedded: int, read: int) -> None:
    # Of the other two thirds three each are read as well.
    text = paragraphs(*(plain(i, i if i < 9 else None) for i in range(30)))
    model = Reading()
    keyed(text, sentences(text, "unknown"), request("unknown", Length(points=2), embedded), model, weights(figure=1.0))
    assert sum(map(len, model.read)) == read + 6


class Reading:
    """An embedder that keeps what it read, for which all texts that name a harbour are one and the others another."""

    name = "harbours"
    multilingual = True

    def __init__(self) -> None:
        self.read: list[list[str]] = []

    def vectors(self, texts: Sequence[str]) -> Numbers:
        self.read.append(list(texts))
        return np.array([[1.0, 0.0] if "harbour" in text else [0.0, 1.0] for text in texts])


def weighed(*texts: str, most: int = 1, budget: int = 1000, embedded: int = 60, **weights: float) -> list[int]:
    """Positions of the best by some weights alone; a base so low that pairs say next to nothing."""
    known = sentences(paragraphs(*texts), "unknown")
    chosen = Weights(**{"base": -30.0, "often": 0.0, "early": 0.0, "opens": 0.0} | weights)
    return best(known, chosen, most, budget, Reading(), embedded)


HARBOUR = "the big harbour has six piers."


def test_best_of_place_is_the_first() -> None:
    assert weighed(*(plain(i) for i in range(4)), most=2, place=9.0) == [0, 1]
    assert weighed(*(plain(i) for i in range(4)), most=2, place=-9.0) == [2, 3]
    assert weighed(*(plain(i) for i in range(4)), most=2, near=9.0) == [0, 1]
    assert weighed(*(plain(i) for i in range(4)), most=2, near=-9.0) == [2, 3]


def test_best_of_meaning_is_what_most_sentences_are_about() -> None:
    texts = [plain(0), *[f"{HARBOUR[:-1]} {i}." for i in range(3)]]
    assert weighed(*texts, meaning=9.0) != [0]
    assert weighed(*texts, gist=9.0) == [1] or weighed(*texts, gist=9.0) != [0]


def test_best_reads_so_many_sentences_and_three_hundred_characters() -> None:
    known = sentences(paragraphs(*(plain(i) + " " + "x" * 400 for i in range(6))), "unknown")
    model = Reading()
    best(known, Weights(-3.0, 1.0, 1.0, 1.0, gist=1.0), 2, 1000, model, 4)
    assert [len(text) for text in model.read[0]] == [300] * 4


def test_best_reads_nothing_where_meaning_counts_for_nothing() -> None:
    model = Reading()
    best(sentences(paragraphs(plain(0), plain(1)), "unknown"), Weights(-3.0, 1.0, 1.0, 1.0), 1, 99, model, 9)
    assert model.read == []


def test_best_keeps_to_words_and_sentences() -> None:
    assert len(weighed(*(plain(i) for i in range(6)), most=3, place=1.0)) == 3
    assert len(weighed(*(plain(i) for i in range(6)), most=6, budget=24, place=1.0)) == 4
    assert len(weighed(*(plain(i) for i in range(6)), most=6, budget=23, place=1.0)) == 3


def test_best_of_nothing_is_nothing() -> None:
    assert best(sentences(paragraphs(), "unknown"), Weights(0, 0, 0, 0), 3, 99, None, 9) == []


@pytest.mark.parametrize(
    ("text", "aim"), [("This Act establishes a register.", (1,)), ("The boats and this Act establish it.", ())]
)
def test_sentences_of_an_act_know_its_aim(text: str, aim: tuple[int, ...]) -> None:
    act = paragraphs(plain(0), text, "This Act establishes a second one.")
    assert sentences(act, "law").aim == (aim or (2,))
    assert sentences(act, "report").aim == ()


@pytest.mark.parametrize(
    ("weight", "chosen"), [pytest.param(0.6, 1, id="less than 0.5 more"), pytest.param(0.8, 0, id="more")]
)
def test_best_takes_the_aim_before_what_is_little_better(weight: float, chosen: int) -> None:
    # Of four sentences the first has place 1, the fourth 1/4: with 0.6 it is 0.45 behind, with 0.8 0.6.
    act = paragraphs(plain(0), plain(1), plain(2), "This act establishes forest gardens everywhere.")
    known = sentences(act, "law")
    assert best(known, Weights(-30.0, 0, 0, 0, place=weight, brevity=0.0), 1, 99, None, 9) == [3 * chosen]


def test_pairs_keys_are_made_of_both_words() -> None:
    vectors = tfidf(["boats pay fees", "fees fall"])
    size = len(vectors.words)
    running = vectors.running.tolist()
    expected = sorted({running[0] * size + running[1], running[1] * size + running[2], running[3] * size + running[4]})
    assert pairs(vectors).keys.tolist() == expected


def test_choose_sets_back_what_says_the_same_as_one_chosen() -> None:
    # Seven of eight pairs are 0.875 of the longer one; six of eight 0.75.
    first = "a1 b1 c1 d1 e1 f1 g1 h1 i1"
    for other, expected in (("a1 b1 c1 d1 e1 f1 g1 h1 z1", [0, 2]), ("a1 b1 c1 d1 e1 f1 g1 y1 z1", [0, 1])):
        text = paragraphs(first, other, "m1 n1")
        vectors = tfidf(text.texts)
        found = pairs(vectors)
        said = Coverage(found, np.ones(len(found.keys)), np.ones(3), 1.0)
        assert choose(np.array([1.0, 0.9, 0.0]), costs(text, range(3)), 2, 99, said) == expected


@pytest.mark.parametrize(("points", "count"), [(3, 3), (9, 6)])
def test_by_weights_gives_as_many_as_there_are(points: int, count: int) -> None:
    text = paragraphs(*(plain(i) for i in range(6)))
    weights = Weights(-3.0, 1.0, 1.0, 1.0)
    for genre in ("news", "unknown"):
        summary = by_weights(text, request(genre, Length(points=points)), weights, None, "x")  # type: ignore[arg-type]
        assert len(summary.points) == count


@pytest.mark.parametrize(
    ("genre", "words", "first"),
    [
        # Of 168 words in 26 sentences: three are 19.4 words.
        pytest.param("unknown", 19, 0, id="fewer than three"),
        pytest.param("unknown", 20, 5, id="three"),
        pytest.param("unknown", 52, 5, id="eight"),
        pytest.param("minutes", 48, 0, id="minutes"),
        pytest.param("transcript", 48, 2, id="a transcript"),
        pytest.param("news", 48, 2, id="news"),
    ],
)
def test_by_weights_lists_key_points_where_three_fit(genre: Genre, words: int, first: int) -> None:
    texts = [f"We recommend that {plain(i).lower()}" if i % 7 == 5 else plain(i) for i in range(30)]
    asked = request(genre, Length(words=words))
    summary = by_weights(paragraphs(*texts), asked, WEIGHTS[genre], None, "x")
    assert summary.points[0].citations[0].segment == first
