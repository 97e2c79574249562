"""Places in a summary for what readers of acts look for, wherever it stands."""

import pytest

from summarize.summarization import summarize
from tests.test_summary import cited, document
from translate.document import Document

LAWS = {
    "en": (
        "The boats of the Isles pay for the harbours that they use.",
        "A fine of 500 euro is due for a late fee.",
        "This Act enters into force on 1 May 2027.",
    ),
    "pt": (
        "Os barcos das Ilhas pagam pelos portos que utilizam.",
        "O atraso é punido com coima de 500 euros.",
        "A presente lei entra em vigor em 1 de maio de 2027.",
    ),
    "de": (
        "Die Boote der Inseln zahlen für die Häfen, die sie nutzen.",
        "Wer zu spät zahlt, wird mit einer Geldbuße von 500 Euro belegt.",
        "Dieses Gesetz tritt am 1. Mai 2027 in Kraft.",
    ),
    "zh": ("群岛的船只为其使用的港口付费。", "逾期缴费者处500元罚款。", "本法自2027年5月1日起施行。"),
}


def law(language: str) -> Document:
    """An act with twenty sentences about boats, one on fines and one on when it begins to apply."""
    sentence, fine, force = LAWS[language]
    many = [f"{sentence} {number}" for number in "abcdefghijklmnopqrst"]
    return document(*(("paragraph", text) for text in [*many, fine, force]), language=language)


@pytest.mark.parametrize("language", sorted(LAWS))
def test_summarize_gives_fines_and_entry_into_force_a_place(language: str) -> None:
    summary = summarize(law(language), genre="law", points=5)
    above = [citation.segment for citation in summary.gist.citations] if summary.gist else []
    assert {20, 21} <= {*cited(summary), *above}


def test_summarize_gives_what_a_report_asks_for_a_place() -> None:
    findings = [f"In harbour {number} the piers of the Isles are old, and the boats wait." for number in range(12)]
    report = document(
        *(("paragraph", text) for text in findings),
        ("paragraph", "The mission recommends that the Isles:"),
        ("list_item", "repair the pier of Skerra first."),
    )
    assert {12, 13} <= set(cited(summarize(report, genre="report", points=5)))
