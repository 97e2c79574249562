"""summarize(): points that are their cited segments, in source order, within a length."""

import pytest

from summarize.length import Length
from summarize.methods.registry import METHODS
from summarize.summarization import summarize
from summarize.summary import Summary, points_in_target
from translate.document import Block, BlockKind, Document, Segment
from translate.errors import InputError
from translate.hypothesis import Hypothesis
from translate.route import Route
from translate.translation import Translation

SENTENCES = (
    "The Parliament adopted the fisheries regulation.",
    "Member States shall report fisheries catches to the Commission.",
    "The Commission shall publish the fisheries report each year.",
    "Fines for missing reports shall not exceed 5,000 euro.",
    "The weather was fine that day in Brussels.",
    "Lunch was served at noon in the canteen.",
)


def document(*blocks: tuple[BlockKind, str], language: str = "en") -> Document:
    """A document with one segment a block."""
    found, segments, text = [], [], ""
    for number, (kind, sentence) in enumerate(blocks):
        found.append(Block(len(text), len(text) + len(sentence), kind))
        segments.append(Segment(len(text), len(text) + len(sentence), number, language))
        text += sentence + "\n\n"
    return Document(text, language, tuple(found), tuple(segments))


def paragraphs(*sentences: str, language: str = "en") -> Document:
    return document(*(("paragraph", sentence) for sentence in sentences), language=language)


def cited(summary: Summary) -> list[int]:
    return [citation.segment for point in summary.points for citation in point.citations]


@pytest.fixture(params=sorted(set(METHODS) - {"abstractive"}))
def method(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_summarize_point_is_its_cited_segment(method: str) -> None:
    summary = summarize(paragraphs(*SENTENCES), method=method, points=3)
    assert [point.text for point in summary.points] == [SENTENCES[segment] for segment in cited(summary)]


def test_summarize_keeps_source_order(method: str) -> None:
    found = cited(summarize(paragraphs(*SENTENCES), method=method, points=4))
    assert found == sorted(set(found))


def test_summarize_gives_as_many_points_as_asked(method: str) -> None:
    assert len(summarize(paragraphs(*SENTENCES), method=method, points=4).points) == 4


def test_summarize_keeps_to_the_words(method: str) -> None:
    summary = summarize(paragraphs(*SENTENCES), method=method, words=20)
    assert 0 < sum(len(point.text.split()) for point in summary.points) <= 20


def test_summarize_never_cuts_a_sentence_to_fit(method: str) -> None:
    summary = summarize(paragraphs(*SENTENCES), method=method, words=1)
    assert [point.text in SENTENCES for point in summary.points] == [True]


def test_summarize_of_nothing_is_empty(method: str) -> None:
    assert summarize(Document("", "und", (), ()), method=method).points == ()


def test_summarize_of_one_label_is_that_label(method: str) -> None:
    assert [point.text for point in summarize(paragraphs("Annex"), method=method).points] == ["Annex"]


def test_summarize_repeats_itself(method: str) -> None:
    first = summarize(paragraphs(*SENTENCES), method=method, points=3)
    assert summarize(paragraphs(*SENTENCES), method=method, points=3) == first


@pytest.mark.parametrize("kind", ["heading", "header", "footer", "footnote", "table_cell"])
def test_summarize_leaves_out_what_is_no_sentence_of_the_text(method: str, kind: BlockKind) -> None:
    furniture = "Official Journal of the fisheries Parliament, Commission report, page 3"
    summary = summarize(document((kind, furniture), ("paragraph", SENTENCES[1])), method=method, points=2)
    assert cited(summary) == [1]


def test_summarize_takes_table_cells_where_nothing_else_is(method: str) -> None:
    summary = summarize(
        document(("heading", "Quotas of 2024 by sea"), ("table_cell", "Cod in the North Sea, 12,000 t")),
        method=method,
        points=2,
    )
    assert cited(summary) == [1]


def test_summarize_says_a_repeated_sentence_once(method: str) -> None:
    assert cited(summarize(paragraphs(SENTENCES[1], SENTENCES[1].upper()), method=method, points=2)) == [0]


def test_summarize_reads_scripts_without_spaces(method: str) -> None:
    chinese = paragraphs("委员会应当每年公布渔业报告。", "天气很好。", "成员国应当向委员会报告渔获量。", language="zh")
    assert len(summarize(chinese, method=method, points=2).points) == 2


def test_summarize_puts_wrapped_lines_on_one() -> None:
    assert (
        summarize(paragraphs("Members shall\n  report each year.")).points[0].text == "Members shall report each year."
    )


def test_summarize_centroid_prefers_what_the_text_is_about() -> None:
    found = cited(summarize(paragraphs(*SENTENCES), method="centroid", points=3, genre="news"))
    assert not {4, 5} & set(found)


def test_summarize_centroid_does_not_say_the_same_twice() -> None:
    twice = "Member States shall report all their fisheries catches to the Commission."
    found = cited(summarize(paragraphs(*SENTENCES[:3], twice), method="centroid", points=2))
    assert not {1, 3} <= set(found)


def test_summarize_lead_takes_the_first() -> None:
    assert cited(summarize(paragraphs(*SENTENCES), method="lead", points=2)) == [0, 1]


def test_summarize_refuses_an_unknown_method() -> None:
    with pytest.raises(InputError, match=r"'best'; known are .*lead.*\. Choose"):
        summarize(paragraphs(*SENTENCES), method="best")


def test_summarize_signature_names_method_and_length(method: str) -> None:
    signature = summarize(paragraphs(*SENTENCES), method=method, points=3).signature
    assert (signature.startswith(method), "3 points" in signature) == (True, True)


def test_points_in_target_are_the_hypotheses_of_the_cited_segments() -> None:
    source = paragraphs(*SENTENCES)
    target = source.with_texts([f"Frase {i}." for i in range(6)], ["pt"] * 6, "pt")
    hypotheses = tuple(Hypothesis(text, origin="fake") for text in target.texts)
    translation = Translation(source, target, hypotheses, Route("en", "pt", ()), (), "fake")
    summary = summarize(source, method="lead", points=2)
    assert [point.text for point in points_in_target(summary, translation)] == ["Frase 0.", "Frase 1."]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"points": 0}, id="no points"),
        pytest.param({"words": -5}, id="negative words"),
        pytest.param({"share": 1.5}, id="share above one"),
        pytest.param({"points": 3, "words": 50}, id="two at once"),
    ],
)
def test_length_refuses(wrong: dict[str, float]) -> None:
    with pytest.raises(InputError):
        Length(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentences", "points"),
    [(0, 1), (1, 1), (4, 2), (16, 5), (27, 6), (30, 7), (80, 8), (2000, 10)],
)
def test_length_grows_with_the_text(sentences: int, points: int) -> None:
    assert Length().limits(sentences, 20 * sentences)[0] == points
