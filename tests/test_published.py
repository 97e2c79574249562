"""Titles of acts as journals of law print them, and as their web sites show them."""

import pytest

from summarize.export.rows import document_titles
from translate import Hypothesis, Route, Translation, read

BODY = "\n\nThe Parties shall keep the bridge open.\n\nThey shall share what it costs."


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "EUR-Lex - 22019A0102(01) - EN\n\nImportant legal notice\n\n|\n\n22019A0102(01)\n\nAgreement on the toll",
            "Agreement on the toll",
        ),
        (
            "2.1.2019\n\nEN\n\nOfficial Journal of the Union\n\nL 1/7\n\nAGREEMENT\n\non the toll of the bridge",
            "AGREEMENT on the toll of the bridge",
        ),
        ("Diário da República\n\nTRATADO\n\nDA PONTE DO NORTE", "TRATADO DA PONTE DO NORTE"),
    ],
)
def test_what_a_journal_prints_above_an_act_is_not_its_title(above: str, title: str) -> None:
    assert read(above + BODY, language="en").title == title


def test_lines_in_capitals_below_a_whole_title_are_no_part_of_it() -> None:
    text = "2.1.2019\n\nEN\n\nAGREEMENT ON THE TOLL\n\nPREAMBLE" + BODY
    assert read(text, language="en").title == "AGREEMENT ON THE TOLL"


def test_a_title_over_two_lines_stands_in_the_translation_too() -> None:
    document = read("AGREEMENT\n\non the toll of the bridge" + BODY, language="en")
    texts = ["ACORDO", "sobre a portagem da ponte", "…", "…"]
    target = document.with_texts(texts, ["pt"] * 4, "pt")
    translation = Translation(document, target, (Hypothesis("…", origin="engine"),) * 4, Route("en", "pt", ()), (), "")
    assert document_titles(document, translation) == (
        "AGREEMENT on the toll of the bridge",
        "ACORDO sobre a portagem da ponte",
    )
