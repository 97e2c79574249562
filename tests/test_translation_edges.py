"""Pieces, second opinions and repairs: one example on each side of what decides."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.fakes import FakeEngine
from translate.document import Block, Document, Segment
from translate.engines.pieces import join_hypotheses, pieces, unjoined
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link, Repair
from translate.issue import Issue
from translate.pipeline.correction import is_renewed
from translate.pipeline.opinions import disagreements, opinions
from translate.pipeline.repair import repair, split_clauses
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.glossary import Glossary, parse_glossary
from translate.translation import Opinion

BOATS = parse_glossary("boat,barco", "en", "pt")


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        pytest.param("one two; three four", 4, ["one two; three four"], id="just fits"),
        pytest.param("one two; three four", 3, ["one two;", "three four"], id="a word too long"),
        pytest.param("one; two; three four five", 3, ["one; two;", "three four five"], id="parts together"),
        pytest.param("a b, a b; a b", 2, ["a b,", "a b;", "a b"], id="the same parts"),
        pytest.param("one two three", 1, ["one", "two", "three"], id="a word each"),
    ],
)
def test_pieces(text: str, most: int, expected: list[str]) -> None:
    assert pieces(text, words, most) == expected


@pytest.mark.parametrize(
    ("text", "most", "expected"), [("ab", 1, ["a", "b"]), ("a", 0, ["a"]), ("abcde", 3, ["ab", "cde"])]
)
def test_pieces_of_a_run_of_letters(text: str, most: int, expected: list[str]) -> None:
    assert pieces(text, len, most) == expected


def test_pieces_does_not_count_tokens_of_what_must_fit() -> None:
    counted: list[str] = []
    assert pieces("ab", lambda text: counted.append(text) or len(text), 4) == ["ab"]  # type: ignore[func-returns-value]
    assert counted == []
    assert pieces("ab", lambda text: counted.append(text) or len(text), 3) == ["ab"]  # type: ignore[func-returns-value]
    assert counted == ["ab"]


def test_unjoined_moves_links_over_white_space() -> None:
    assert unjoined([Link(0, 3, 1, 2), Link(4, 7, 3, 4)], "the fee", " the\n  fee") == (
        Link(1, 4, 1, 2),
        Link(7, 10, 3, 4),
    )
    assert unjoined([], "a b", "a  b") == ()


def test_join_hypotheses_keeps_what_its_parts_say() -> None:
    parts = [
        Hypothesis("um", -0.5, (Link(0, 3, 0, 2),), "fake"),
        Hypothesis("um", -0.1, (Link(0, 3, 0, 2),), "fake", truncated=True),
    ]
    found = join_hypotheses(parts, ["one", "one"], "one one", ", ")
    assert (found.text, found.origin, found.truncated) == ("um, um", "fake", True)
    assert found.alignment == (Link(0, 3, 0, 2), Link(4, 7, 4, 6))
    assert found.score == pytest.approx(-0.3)
    assert join_hypotheses([Hypothesis("", -0.5)], ["one"], "one", " ").score is None


def opinion(agreement: float, text: str) -> tuple[Issue, ...]:
    one = Opinion(0, Hypothesis(text, origin="other"), agreement)
    return disagreements([one], ["The source."], [Hypothesis("abcdefghijklmno")], "pt")


@pytest.mark.parametrize(
    ("agreement", "text", "said"),
    [
        pytest.param(0.19, "a" * 15, 1, id="just below a fifth"),
        pytest.param(0.2, "a" * 15, 0, id="a fifth"),
        pytest.param(0.15, "a" * 15, 1, id="below"),
        pytest.param(0.25, "a" * 15, 0, id="above"),
        pytest.param(0.1, "a" * 14, 0, id="fourteen letters"),
        pytest.param(0.1, "The source.", 0, id="the source"),
    ],
)
def test_disagreements(agreement: float, text: str, said: int) -> None:
    assert len(opinion(agreement, text)) == said


def test_opinions_are_of_their_segments_in_order() -> None:
    first = [Hypothesis("abcd"), Hypothesis("x"), Hypothesis("efgh")]
    found = opinions([2, 0, 2], first, [Hypothesis("abcd", origin="o"), Hypothesis("zzzz", origin="o")])
    assert [(one.segment, one.agreement) for one in found] == [(0, 1.0), (2, 0.0)]


@pytest.mark.parametrize(
    ("issue", "glossary", "renewed"),
    [
        (Issue("numbers", 1, None, ""), None, True),
        (Issue("numbers", 0, None, ""), None, False),
        (Issue("untranslated", 1, None, ""), None, True),
        (Issue("truncated", 1, None, ""), None, True),
        (Issue("disagreement", 1, None, ""), None, True),
        (Issue("scan", 1, None, ""), None, False),
        (Issue("terms", 1, None, ""), None, False),
        (Issue("terms", 1, None, ""), BOATS, True),
        (Issue("terms", 0, None, ""), BOATS, False),
    ],
)
def test_is_renewed(issue: Issue, glossary: Glossary | None, renewed: bool) -> None:
    assert is_renewed(issue, {1}, glossary) is renewed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("abcdefghijkl; abcdefghijkl", ["abcdefghijkl;", "abcdefghijkl"], id="twelve letters"),
        pytest.param("abcdefghijk; abcdefghijkl", ["abcdefghijk; abcdefghijkl"], id="eleven before"),
        pytest.param("abcdefghijkl; abcdefghijk", ["abcdefghijkl; abcdefghijk"], id="eleven behind"),
        pytest.param("abcdefghijk;abcdefghijkl", ["abcdefghijk;abcdefghijkl"], id="without a space"),
        pytest.param(" abcdefghijkl ", ["abcdefghijkl"], id="one"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_split_clauses_leaves_short_pieces_where_they_are(text: str, parts: list[str]) -> None:
    assert split_clauses(text, re.compile(r"(?<=;)\s*(?=\S)")) == parts


class Counting(FakeEngine):
    """An engine that keeps how it was asked to search."""

    def __init__(self, max_tokens: int) -> None:
        super().__init__(lambda text: "", max_tokens=max_tokens)
        self.searches: list[tuple[int, int, float]] = []

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        self.searches.append((decoding.beam, decoding.no_repeat_ngram, decoding.min_length_ratio))
        return super().translate(texts, source, target, decoding)


def test_repair_searches_wider_first() -> None:
    engine = Counting(100)
    repair("The committee met yesterday in town.", Hypothesis(""), engine, "en", "pt")
    assert engine.searches == [(4, 4, 0.5)]


@pytest.mark.parametrize(("most", "asked"), [(6, True), (5, False)])
def test_repair_asks_for_as_much_as_the_engine_takes(most: int, asked: bool) -> None:
    engine = Counting(most)
    repair("The committee met yesterday in town.", Hypothesis(""), engine, "en", "pt")
    assert bool(engine.calls) is asked


@pytest.mark.parametrize(("most", "asked"), [(4, True), (3, False)])
def test_repair_asks_for_clauses_that_the_engine_takes(most: int, asked: bool) -> None:
    engine = Counting(most)
    repair("The old committee met; the new committee met.", Hypothesis(""), engine, "en", "pt")
    assert bool(engine.calls) is asked


def test_repair_keeps_what_was_repaired_before() -> None:
    before = Repair("Longer.", "Parts.")
    engine = FakeEngine(lambda text: "A comissão reuniu-se ontem na cidade.")
    found = repair("The committee met yesterday in town.", Hypothesis("", repairs=(before,)), engine, "en", "pt")
    assert (found.repairs[0], found.repairs[1].reason) == (before, "Longer.")


def many(count: int) -> Document:
    """A document of so many sentences."""
    text = "".join(f"Boats pay fee {number}.\n\n" for number in range(count))
    return read(text, language="en")


@pytest.mark.parametrize(("window", "calls"), [(2, [2, 2, 1]), (5, [5]), (4, [4, 1])])
def test_translate_works_in_windows_of_the_engine(window: int, calls: list[int]) -> None:
    engine = FakeEngine(window=window)
    translate(many(5), "pt", engines={"fake": engine})
    assert [len(call) for call in engine.calls] == calls


def test_translate_reports_progress_by_segment() -> None:
    seen: list[tuple[str, int, int]] = []
    translate(many(5), "pt", engines={"fake": FakeEngine(window=2)}, progress=lambda *step: seen.append(step))
    assert seen == [("translating", 2, 5), ("translating", 4, 5), ("translating", 5, 5)]


def test_document_repr_has_sizes_and_no_text() -> None:
    document = replace(many(1), name="fees.txt")
    assert repr(document) == "<Document 'fees.txt': en, 1 blocks, 1 segments, 18 characters>"


def test_document_takes_what_touches() -> None:
    document = Document(
        "abcd", "en", (Block(0, 2), Block(2, 4)), (Segment(0, 1, 0), Segment(1, 2, 0), Segment(2, 4, 1, "pt"))
    )
    assert (document.texts, document.languages) == (("a", "b", "cd"), ("en", "en", "pt"))
    assert document.gaps == ("", "", "", "")


@pytest.mark.parametrize(
    ("blocks", "segments", "message"),
    [
        ([(0, 4)], [(0, 2, 0), (1, 3, 0)], "segment 1 starts before segment 0 ends"),
        ([(0, 5)], [], "block 0 lies outside the text"),
        ([(-1, 3)], [], "block 0 lies outside the text"),
        ([(1, 4)], [(0, 2, 0)], "segment 0 leaves its block 0"),
        ([(0, 3)], [(0, 4, 0)], "segment 0 leaves its block 0"),
        ([(0, 4)], [(0, 2, -1)], "segment 0 is empty or names no block"),
        ([(0, 4)], [(0, 2, 1)], "segment 0 is empty or names no block"),
    ],
)
def test_document_says_which_span_breaks_which_rule(
    blocks: list[tuple[int, int]], segments: list[tuple[int, int, int]], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Document("abcd", "en", tuple(Block(*b) for b in blocks), tuple(Segment(*s) for s in segments))
