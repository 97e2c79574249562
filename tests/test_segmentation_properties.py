"""What holds for any text: nothing is lost, nothing overlaps, nothing is empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.reading.text import read_text, with_items
from translate.segmentation.labels import label_end, label_extent
from translate.segmentation.sentences import sentence_spans

_PIECES = [
    *"abcABC .,;:!?()[]«»“”\"'-–—•§123\n\t\u00a0",
    *"。！？「」（）؟۔।ฯก สة条第五",
    "\n\n",
    "\r\n",
    "Art. 5 ",
    "Article 12. ",
    "(a) ",
    "1. ",
    "II - ",
    "...",
    "No. 7",
    "The Board met. ",
    ";\n(b) ",
]
_texts = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join), st.text(max_size=60))
_languages = st.sampled_from(["en", "pt", "de", "fr", "ru", "zh", "ja", "ar", "hi", "th", "el", "und"])


@given(_texts, _languages)
def test_sentence_spans_are_sorted_disjoint_and_trimmed(text: str, language: str) -> None:
    spans = sentence_spans(text, language)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert [text[start:end].strip() for start, end in spans] == [text[start:end] for start, end in spans]
    assert "" not in [text[start:end] for start, end in spans]


@given(_texts, _languages)
def test_sentence_spans_and_the_label_hold_every_character(text: str, language: str) -> None:
    label = text[: label_end(text, language)]
    sentences = "".join(text[start:end] for start, end in sentence_spans(text, language))
    assert "".join((label + sentences).split()) == "".join(text.split())


@given(_texts, _languages)
def test_label_end_leaves_words(text: str, language: str) -> None:
    end = label_end(text, language)
    assert end == 0 or text[end:].strip()


@given(_texts, _languages)
def test_label_extent_is_no_shorter_than_the_label_outside(text: str, language: str) -> None:
    assert label_end(text, language) in (0, label_extent(text, language))


@given(_texts)
def test_read_text_keeps_the_text(text: str) -> None:
    assert read_text(text).text == text


@pytest.mark.parametrize("read", [read_text, lambda text: with_items(read_text(text))], ids=["sentences", "items"])
@given(text=_texts)
def test_blocks_hold_every_character_once(read, text: str) -> None:  # type: ignore[no-untyped-def]
    blocks = read(text).blocks
    edges = [edge for block in blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert "".join("".join(text[block.start : block.end] for block in blocks).split()) == "".join(text.split())


@given(_texts)
def test_blocks_are_trimmed_and_hold_words(text: str) -> None:
    bodies = [text[block.start : block.end] for block in with_items(read_text(text)).blocks]
    assert [body.strip() for body in bodies] == bodies
    assert "" not in bodies
