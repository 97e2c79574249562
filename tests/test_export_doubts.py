"""Doubtful sentences in every form of a briefing."""

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from summarize.briefing import Briefing
from summarize.export.doubts import explanation
from summarize.export.formats import export
from summarize.export.json import from_json, to_json
from summarize.export.wording import wording
from tests.briefings import briefing, untranslated
from translate.translation import Doubt


def doubted() -> Briefing:
    """Of two doubts the second is in the most doubtful fifth."""
    made = briefing()
    assert made.translation is not None
    doubts = (Doubt(0, 0.1, "Water & <law>"), Doubt(1, 0.634, "Rates are <2,200> euros.", ((0, 4),), ((0, 5),)))
    return replace(made, issues=(), translation=replace(made.translation, doubts=doubts))


def test_a_doubtful_sentence_that_a_check_is_about_stands_there_only() -> None:
    both = export(replace(doubted(), issues=briefing().issues), "html")
    assert "Frases duvidosas" not in both
    assert both.count("<mark>Rates</mark>") == 2  # in the list of what to check, and under its row


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("txt", "• [2] *Fees* are 2,200 euros. (dúvida 63 %)\n  → traduzida de volta, diz: *Rates* are <2,200> euros."),
        (
            "md",
            "- [[2]](#s2) **Fees** are 2,200 euros. *(dúvida 63 %)*  \n"
            "  *traduzida de volta, diz:* **Rates** are \\<2,200\\> euros.",
        ),
        ("html", "<mark>Rates</mark> are &lt;2,200&gt; euros.</span></p></div></li>"),
    ],
)
def test_a_doubtful_sentence_stands_over_its_read_back(form: str, shown: str) -> None:
    assert shown in export(doubted(), form)


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_only_the_most_doubtful_fifth_is_listed(form: str) -> None:
    assert export(doubted(), form).count("dúvida ") == 1


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_without_doubts_nothing_is_said_of_them(form: str) -> None:
    assert "Frases duvidosas" not in export(briefing(), form)


def test_html_shows_the_read_back_under_the_translation() -> None:
    row = export(doubted(), "html").partition('id="s2"')[2].partition('id="s3"')[0]
    assert '<span class="other" lang="en" dir="ltr"><mark>Rates</mark>' in row


def test_html_folds_a_long_list() -> None:
    made = briefing()
    assert made.translation is not None
    doubts = tuple(Doubt(1, 0.5, "x") for _ in range(35))  # a fifth is seven, six are shown
    many = replace(made, issues=(), translation=replace(made.translation, doubts=doubts))
    assert "Mostrar mais 1" in export(many, "html")


def test_json_gives_doubts_back() -> None:
    assert from_json(to_json(doubted())) == doubted()


def test_html_says_how_many_of_how_many_are_listed() -> None:
    assert explanation(doubted(), "en") == wording("en")["doubtful_why"].format(count=1, total=2)
    assert explanation(untranslated(), "en") == wording("en")["doubtful_why"].format(count=0, total=0)


@pytest.mark.parametrize(("form", "heading"), [("md", "## {}\n\n"), ("txt", "{}\n---"), ("html", "<h2>{}</h2>")])
def test_doubtful_sentences_stand_under_a_heading(form: str, heading: str) -> None:
    assert heading.format(wording("pt")["doubtful"]) in export(doubted(), form)


def test_doubts_in_json_are_what_the_schema_says() -> None:
    schema = json.loads((files("summarize.export") / "briefing.schema.json").read_text("utf-8"))
    fields = json.loads(to_json(doubted()))
    jsonschema.Draft202012Validator(schema).validate(fields)
    assert set(fields["translation"]["doubts"][0]) == set(schema["$defs"]["doubt"]["properties"])
