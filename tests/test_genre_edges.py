"""guess_genre() where a word, a heading or a sentence more makes another genre."""

import pytest

from translate.document import Block, BlockKind, Document, Segment
from translate.text.genre import guess_genre


def made(*blocks: str, kind: BlockKind = "paragraph", segments: int = 1, language: str = "en") -> Document:
    """A document of blocks of some kind, each cut into so many segments of one character."""
    text, spans, cut = "", [], []
    for number, block in enumerate(blocks):
        spans.append(Block(len(text), len(text) + len(block), kind))
        cut += [Segment(len(text) + i, len(text) + i + 1, number, language) for i in range(segments)]
        text += block + "\n\n"
    return Document(text, language, tuple(spans), tuple(cut))


def spoken(others: int, words: int = 1) -> str:
    """So many words of speech among others."""
    return " ".join(["yes"] * words + ["boats"] * others)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        pytest.param(spoken(39), "transcript", id="one word in 40"),
        pytest.param(spoken(40), "unknown", id="one word in 41"),
        pytest.param(spoken(29), "transcript", id="one word in 30"),
        pytest.param(spoken(54), "unknown", id="one word in 55"),
        pytest.param(spoken(74, 2), "transcript", id="two words in 76"),
        pytest.param("—", "unknown", id="no word"),
        pytest.param("“" + spoken(5) + "” " + spoken(40, 0), "unknown", id="quoted words"),
    ],
)
def test_guess_genre_takes_for_talk_what_has_spoken_words(text: str, genre: str) -> None:
    assert guess_genre(made(text)) == genre


@pytest.mark.parametrize(
    ("blocks", "genre"),
    [
        pytest.param(["Chair: " + spoken(98)], "minutes", id="one word in a hundred"),
        pytest.param(["Chair: " + spoken(99)], "unknown", id="one word in 101"),
        pytest.param(["Chair: " + spoken(79)], "minutes", id="one word in 81"),
        pytest.param(["Chair: " + spoken(124)], "unknown", id="one word in 126"),
        pytest.param(["Chair: " + spoken(20), spoken(20)], "minutes", id="every second block is a turn"),
        pytest.param(["Chair: " + spoken(20), spoken(20), spoken(20)], "transcript", id="every third is"),
        pytest.param(
            ["Chair: " + spoken(60), spoken(60, 0), spoken(60, 0)], "unknown", id="too few words without turns"
        ),
    ],
)
def test_guess_genre_wants_fewer_spoken_words_where_speakers_are_named(blocks: list[str], genre: str) -> None:
    assert guess_genre(made(*blocks)) == genre


@pytest.mark.parametrize(
    ("name", "genre"),
    [
        pytest.param("C" * 81, "minutes", id="81 letters"),
        pytest.param("C" * 82, "transcript", id="82 letters"),
        pytest.param("Ch", "minutes", id="two letters"),
        pytest.param("C", "transcript", id="one letter"),
        pytest.param("Is it so?", "transcript", id="a question"),
    ],
)
def test_guess_genre_knows_a_speaker_by_what_stands_before_a_colon(name: str, genre: str) -> None:
    assert guess_genre(made(f"{name}: {spoken(20)}")) == genre


@pytest.mark.parametrize(
    ("headings", "genre"), [pytest.param(3, "unknown", id="three"), pytest.param(4, "report", id="four")]
)
def test_guess_genre_knows_a_report_by_four_headings(headings: int, genre: str) -> None:
    assert guess_genre(made(*["Boats of the Isles"] * headings, kind="heading")) == genre


@pytest.mark.parametrize(
    ("sentences", "genre"),
    [
        pytest.param(2, "unknown", id="two sentences"),
        pytest.param(3, "news", id="three sentences"),
        pytest.param(60, "news", id="sixty sentences"),
        pytest.param(61, "unknown", id="sixty-one sentences"),
    ],
)
def test_guess_genre_takes_short_prose_for_news(sentences: int, genre: str) -> None:
    text = "The boats of the Isles came home on Tuesday, and nobody knew when they would sail again for fish."
    assert guess_genre(made(text, segments=sentences)) == genre


LATIN = ("AFP", "Reuters", "AP", "dpa", "EFE", "Lusa", "ANSA", "Xinhua", "Associated Press")


@pytest.mark.parametrize("agency", [*LATIN, "ТАСС", "Интерфакс", "新华社", "路透社", "法新社", "رويترز"])
def test_guess_genre_knows_news_by_an_agency(agency: str) -> None:
    assert guess_genre(made(f"The boats came home, {agency} said.", segments=3, language="hu")) == "news"


@pytest.mark.parametrize(
    ("numbers", "law"),
    [
        pytest.param(["1", "2", "3", "4"], True, id="figures"),
        pytest.param(["I", "II", "III", "IV"], True, id="Roman"),
        pytest.param(["1", "2", "3"], False, id="three"),
        pytest.param(["2", "3", "4", "5"], True, id="a chapter"),
        pytest.param(["2", "3", "4", "6"], False, id="not following each other"),
        pytest.param(["1", "2", "3", "5"], False, id="without the fourth"),
        pytest.param(["1", "2", "4", "5"], False, id="without the third"),
        pytest.param(["1", "3", "4", "5"], False, id="without the second"),
        pytest.param(["I", "II", "III", "V"], False, id="without the fourth, Roman"),
    ],
)
def test_guess_genre_takes_for_a_law_what_has_four_articles_in_a_row(numbers: list[str], law: bool) -> None:
    assert (guess_genre(made(*(f"Article {number} Boats pay." for number in numbers))) == "law") is law


@pytest.mark.parametrize(("number", "law"), [("四", True), ("五", False)])
def test_guess_genre_counts_chinese_articles(number: str, law: bool) -> None:
    assert (
        guess_genre(made(*(f"第{n}条 船只缴费。" for n in ["一", "二", "三", number]), language="zh")) == "law"
    ) is law
