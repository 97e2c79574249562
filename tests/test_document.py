import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import Block, Document, Segment
from translate.reading.reader import read

_WORDS = st.text(alphabet="ab1é中ع\U0001f600", min_size=1, max_size=6)
_GAPS = st.sampled_from(["", " ", "\n", "\n\n", "(a) ", "• "])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of up to four blocks with up to four segments each, with and without gaps."""
    text, blocks, segments = "", [], []
    for block in range(draw(st.integers(0, 4))):
        text += draw(_GAPS)
        start = len(text)
        for _ in range(draw(st.integers(0, 4))):
            text += draw(_GAPS)
            begin = len(text)
            text += draw(_WORDS)
            segments.append(Segment(begin, len(text), block, "en"))
        text += draw(_GAPS)
        blocks.append(Block(start, len(text)))
    return Document(text + draw(_GAPS), "en", tuple(blocks), tuple(segments))


def rebuilt(document: Document) -> str:
    return "".join(a + b for a, b in zip(document.gaps, (*document.texts, ""), strict=True))


@given(documents())
def test_gaps_and_segments_rebuild_the_text(document: Document) -> None:
    assert rebuilt(document) == document.text


@given(documents())
def test_with_texts_of_its_own_texts_is_the_same_document(document: Document) -> None:
    languages = [segment.language for segment in document.segments]
    assert document.with_texts(document.texts, languages, "en") == document


@given(documents(), st.data())
def test_with_texts_keeps_gaps_and_blocks_of_every_segment(document: Document, data: st.DataObject) -> None:
    texts = [data.draw(_WORDS) for _ in document.segments]
    target = document.with_texts(texts, ["pt"] * len(texts), "pt")
    assert target.gaps == document.gaps
    assert target.texts == tuple(texts)
    assert target.segments_by_block() == document.segments_by_block()


@given(documents(), st.data())
def test_with_texts_changes_nothing_in_blocks_but_their_segments(document: Document, data: st.DataObject) -> None:
    texts = [data.draw(_WORDS) for _ in document.segments]
    there = document.with_texts(texts, ["pt"] * len(texts), "pt")
    back = there.with_texts(document.texts, ["en"] * len(texts), "en")
    assert back == document


@given(
    st.text(alphabet="aB 1.\n;:()§é中。ع؟-–•\t\u2028", max_size=200).filter(lambda text: any(map(str.isalnum, text)))
)
def test_read_any_text_gives_segments_that_hold_every_word(text: str) -> None:
    document = read(text, language="en")
    assert document.text == text
    assert rebuilt(document) == text
    outside = "".join(document.gaps)
    labels = "".join(block.label for block in document.blocks)
    assert sum(map(str.isalpha, outside)) <= sum(map(str.isalpha, labels)) + outside.count("a") + outside.count("B")


@pytest.mark.parametrize(
    ("blocks", "segments"),
    [
        pytest.param([(0, 5)], [(0, 0, 0)], id="empty segment"),
        pytest.param([(0, 5)], [(0, 3, 1)], id="no such block"),
        pytest.param([(0, 5)], [(3, 6, 0)], id="leaves its block"),
        pytest.param([(0, 9)], [(0, 4, 0), (3, 6, 0)], id="overlap"),
        pytest.param([(0, 9)], [(5, 6, 0), (0, 2, 0)], id="out of order"),
        pytest.param([(0, 20)], [], id="block outside the text"),
        pytest.param([(0, 5), (4, 9)], [], id="blocks overlap"),
    ],
)
def test_document_refuses_spans_that_break_its_rules(
    blocks: list[tuple[int, int]], segments: list[tuple[int, int, int]]
) -> None:
    with pytest.raises(ValueError, match=r"segment|block"):
        Document("0123456789", "en", tuple(Block(*b) for b in blocks), tuple(Segment(*s) for s in segments))


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        pytest.param(["um"], ["pt"], id="a text too few"),
        pytest.param(["um", "dois"], ["pt"], id="a language too few"),
        pytest.param(["um", ""], ["pt", "pt"], id="an empty text"),
    ],
)
def test_with_texts_refuses_what_would_lose_a_segment(texts: list[str], languages: list[str]) -> None:
    document = Document("one two", "en", (Block(0, 7),), (Segment(0, 3, 0), Segment(4, 7, 0)))
    with pytest.raises(ValueError, match=r"segment|texts"):
        document.with_texts(texts, languages, "pt")
