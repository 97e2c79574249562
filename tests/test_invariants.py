"""Invariants 4 and 5 of docs/design.md for any text; 1 to 3 stand beside segmentation and translation."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.methods.registry import METHODS
from summarize.summarization import summarize
from summarize.summary import Summary
from tests.fakes import LinkingEngine, cipher
from translate.document import Document
from translate.engines.protocol import Engine
from translate.engines.registry import EngineSet
from translate.hypothesis import Hypothesis
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.glossary import parse_glossary
from translate.resources.memory import Memory
from translate.text.embedding import WordEmbedder
from translate.text.lines import joined_lines
from translate.text.numerals import numerals
from translate.translation import Translation

SENTENCES = (
    "The Agency shall keep a register of all boats in the harbour.",
    "The fee for each boat is 500 euro a year.",
    "It was 400 euro until 31 December 2024.",
    "Boats under 12 metres shall not pay\nthe fee.",
    "However, they shall keep to the harbour, where the Agency registers boats within thirty days.",
    "The committee meets 2 times a year in the town hall of Lisardo.",
    "Article 7 does not apply to the 14 islands of the north, of which Skerra is the largest.",
    "GENERAL PROVISIONS ON FEES",
    "The committee may: (a) lower the fee by 2.5 %; (b) raise it to 1,200 euro.",
    "What is said here of boats is said of ships, of rafts and of every other craft, however small it may be.",
)
EXTRACTIVE = sorted(set(METHODS) - {"abstractive"})
LEANING = (
    "The Board may:\n\n(a) close the harbour to boats that pay no fee;",
    "Nets are banned. This does not apply to nets under 12 metres that the Agency has marked.",
)
PIECES = [*SENTENCES, *LEANING, "Costs", "(a) nets;", "42"]
_parts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "\n\n"])), min_size=1, max_size=9)
_documents = _parts.map(lambda parts: read("".join(text + gap for text, gap in parts), language="en"))
_lengths = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"points": st.integers(1, 6)}),
    st.fixed_dictionaries({"words": st.integers(1, 60)}),
    st.fixed_dictionaries({"share": st.sampled_from([0.05, 0.3, 1.0])}),
)
_written = st.lists(
    st.sampled_from(
        [
            *SENTENCES,
            "The fee is 500 euro for each boat.",
            "The fee is 700 euro for each boat.",
            "Boats under 31 metres pay no fee before 2027.",
            "It meets twice, and 3 times in 2.5 years.",
        ]
    ),
    max_size=6,
).map(" ".join)


class SayingWriter:
    """Writes what a test says, true or not."""

    name = "saying"
    max_words = 600

    def __init__(self, text: str) -> None:
        self.text = text

    def write(self, text: str) -> str:
        return self.text


def evidence(document: Document, summary: Summary) -> list[tuple[str, str]]:
    """Each point's text, and on one line what it cites."""
    cited = [[document.segment_text(c.segment) for c in point.citations] for point in summary.points]
    said = [" ".join(joined_lines(text, " ") for text in texts) for texts in cited]
    return list(zip([point.text for point in summary.points], said, strict=True))


def values(text: str) -> set[object]:
    """Every value that a number in the text may have."""
    return {value for number in numerals(text, "en") for value in (*number.values, *number.parts)}


# 4. Every point has a citation; an extractive point *is* its cited segment; every number in a point stands in one.


@pytest.mark.parametrize("method", EXTRACTIVE)
@settings(max_examples=30)
@given(document=_documents, length=_lengths)
def test_an_extractive_point_is_what_it_cites(method: str, document: Document, length: dict[str, int]) -> None:
    summary = summarize(document, method=method, embedder=WordEmbedder(), **length)  # type: ignore[arg-type]
    assert all(point.citations for point in summary.points)
    assert [text for text, _ in evidence(document, summary)] == [said for _, said in evidence(document, summary)]


@settings(max_examples=60)
@given(document=_documents, written=_written)
def test_a_written_point_cites_segments_with_all_its_numbers(document: Document, written: str) -> None:
    summary = summarize(document, method="abstractive", writer=SayingWriter(written), embedder=WordEmbedder())
    assert all(point.citations for point in summary.points)
    assert [values(text) - values(said) for text, said in evidence(document, summary)] == [set()] * len(summary.points)


@settings(max_examples=30)
@given(document=_documents, written=_written, length=_lengths)
def test_a_summary_cites_segments_that_are_there(document: Document, written: str, length: dict[str, int]) -> None:
    writer = SayingWriter(written)
    summary = summarize(document, method="abstractive", writer=writer, embedder=WordEmbedder(), **length)  # type: ignore[arg-type]
    cited = [citation.segment for point in summary.points for citation in point.citations]
    assert set(cited) <= set(range(len(document.segments)))


# 5. The same input and signature give the same output; a sentence's translation never depends on what stands beside it.


def failing(text: str) -> str:
    """What an engine says that gets half of the sentences wrong, each in a way of its own."""
    said = cipher(text)
    if "register" in text:
        return text
    if "500" in text:
        return said.replace("500", "50")
    if "committee" in text:
        return " "
    return " ".join([said] * 5) if "rafts" in text else said


@cache
def real() -> Engine:
    """The engine that comes along, loaded once."""
    return EngineSet()["firefox"]


def translated(texts: list[str], engine: Engine, memory: Memory | None = None) -> Translation:
    """Paragraphs through an engine, with a glossary whose terms are put in."""
    terms = parse_glossary("committee,comité\nfee,tarifa", "en", "pt")
    document = read("\n\n".join(texts), language="en")
    return translate(
        document, "pt", engine="engine", engines={"engine": engine}, glossary=terms, replacing=True, memory=memory
    )


def by_source(translation: Translation) -> dict[str, Hypothesis]:
    return dict(zip(translation.source.texts, translation.hypotheses, strict=True))


_chosen = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)


@settings(max_examples=40)
@given(texts=_chosen, window=st.integers(1, 5), max_tokens=st.integers(4, 30))
def test_a_translation_does_not_depend_on_what_stands_beside_it(texts: list[str], window: int, max_tokens: int) -> None:
    def engine() -> LinkingEngine:
        return LinkingEngine(failing, window=window, max_tokens=max_tokens)

    together = by_source(translated(texts, engine()))
    alone = {source: found for text in texts for source, found in by_source(translated([text], engine())).items()}
    assert together == alone


@settings(max_examples=12)
@given(texts=_chosen)
def test_the_engine_that_comes_along_translates_alike_beside_anything(texts: list[str]) -> None:
    together = by_source(translated(texts, real()))
    alone = {source: found for text in texts for source, found in by_source(translated([text], real())).items()}
    assert {source: found.text for source, found in together.items()} == {
        source: found.text for source, found in alone.items()
    }


@settings(max_examples=30)
@given(texts=_chosen, known=st.sets(st.sampled_from(SENTENCES), max_size=3))
def test_the_same_input_and_signature_give_the_same_translation(texts: list[str], known: set[str]) -> None:
    with Memory(":memory:") as memory:
        memory.add([(text, cipher(text)) for text in sorted(known)], "en", "pt")
        first = translated(texts, LinkingEngine(failing), memory)
        assert translated(texts, LinkingEngine(failing), memory) == first


@pytest.mark.parametrize("method", EXTRACTIVE)
@settings(max_examples=15)
@given(document=_documents, length=_lengths)
def test_the_same_input_gives_the_same_summary(method: str, document: Document, length: dict[str, int]) -> None:
    first = summarize(document, method=method, embedder=WordEmbedder(), **length)  # type: ignore[arg-type]
    assert summarize(document, method=method, embedder=WordEmbedder(), **length) == first  # type: ignore[arg-type]
