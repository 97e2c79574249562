"""Options that a paper rejects, and what stands in a summary's places."""

import pytest

from summarize.structure.options import rejected
from summarize.structure.places import places
from summarize.summarization import summarize
from tests.test_summary import cited
from translate.document import Document
from translate.reading.reader import read

BRIDGE = "The Union would pay for a bridge from town to town."
FERRY = "The Union would pay for a third ship in the harbour."
NOT = "We advise against Option A, as no bridge can stand there."


def paper(advice: str, first: str = "Option A: A bridge", second: str = "Option B: A ship", more: str = "") -> Document:
    options = f"# {first}\n\n{BRIDGE}{more}\n\n# {second}\n\n{FERRY}"
    text = f"# Crossing the strait\n\n{advice}\n\n{options}\n\n# End\n\nTalks follow."
    return read(text.encode(), name="paper.md", language="en")


def texts(document: Document, segments: set[int]) -> list[str]:
    return [document.segment_text(segment) for segment in sorted(segments)]


@pytest.mark.parametrize(
    ("advice", "found"),
    [
        pytest.param("We recommend Option B for the strait.", [BRIDGE], id="by its letter"),
        pytest.param("This paper recommends the second of them.", [BRIDGE], id="by its place"),
        pytest.param("This paper recommends the first of them.", [FERRY], id="by another place"),
        pytest.param("The strait is wide and deep.", [], id="nothing recommended"),
        pytest.param("We recommend Option A and Option B.", [], id="both recommended"),
        pytest.param(NOT, [], id="only one turned down"),
    ],
)
def test_rejected_are_the_options_that_are_not_recommended(advice: str, found: list[str]) -> None:
    document = paper(advice)
    assert texts(document, rejected(document, range(len(document.segments)))) == found


def test_rejected_are_not_the_words_that_reject() -> None:
    document = paper("We recommend Option B for the strait.", more=f" {NOT}")
    assert texts(document, rejected(document, range(len(document.segments)))) == [BRIDGE]


def test_rejected_is_nothing_where_headings_name_no_options() -> None:
    document = paper("We recommend Option B for the strait.", "A bridge", "A ship")
    assert rejected(document, range(len(document.segments))) == set()


def test_summarize_leaves_out_a_rejected_option() -> None:
    document = paper("We recommend Option B for the strait.")
    assert BRIDGE not in texts(document, set(cited(summarize(document, points=3))))


def test_places_of_a_report_are_advice_and_conclusions() -> None:
    document = paper("We recommend Option B for the strait.", first="Conclusions")
    advice, should, under = places(document, range(len(document.segments)), "report")
    assert [texts(document, set(found)) for found in (advice, should, under)] == [
        ["We recommend Option B for the strait."],
        ["We recommend Option B for the strait."],
        [BRIDGE],
    ]
