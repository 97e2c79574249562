"""Answers in files: a briefing's section, the question table, the commands."""

import csv
import io
import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from docx import Document as WordDocument

from page.__main__ import entente
from summarize.answers import Answer, Passage, Question
from summarize.answers.kinds import reason
from summarize.answers.table import QuestionTable, question_table
from summarize.briefing import Briefing, answered
from summarize.export.answers import answer_text, answers_html
from summarize.export.html import to_html
from summarize.export.json import from_json, to_json
from summarize.export.markdown import answers_markdown, to_markdown
from summarize.export.question_table import table_csv, table_docx, table_html
from summarize.summary import Citation, Point
from tests.briefings import briefing
from translate.reading.reader import read

FEES = Passage(
    0,
    "act.docx",
    (1, 2),
    ("Fees are <2,200> euros.", "They rise."),
    "en",
    0.9,
    (reason("amount"),),
    "Fees & fines",
    "Art. 1",
    page=3,
    target="pt",
    translations=("=As taxas são <2 200> euros.", "Sobem."),
)
FOUND = Answer(Question("How high are *fees*?", "en", ("amount",)), "pt", (FEES,),
               written=(Point("São 2 200 euros.", (Citation(0, 0.8),)),))  # fmt: skip
NONE = Answer(Question("Who won?", "en"), "pt", (), (FEES,))
TABLE = QuestionTable(("How high are fees?", "Who won?"), ("act.docx",), "pt", ((FOUND, NONE),))


@pytest.fixture
def asked() -> Briefing:
    return replace(briefing(), answers=(FOUND, NONE))


def test_json_gives_answers_back(asked: Briefing) -> None:
    assert from_json(to_json(asked)) == asked


def test_json_with_answers_follows_its_schema(asked: Briefing) -> None:
    schema = json.loads((files("summarize.export") / "briefing.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(to_json(asked)), schema)


def test_markdown_has_a_section_with_question_passage_and_place(asked: Briefing) -> None:
    section = to_markdown(asked).partition("## Perguntas e respostas\n\n")[2]
    assert section.startswith(
        "### How high are \\*fees\\*?\n\nSão 2 200 euros. \\[1\\]\n\n"
        "1. \\=As taxas são \\<2 200\\> euros. Sobem.\n\n   > Fees are \\<2,200\\> euros. They rise.\n\n"
        "   *act.docx · Fees \\& fines · Art. 1 · p. 3 · frases 2, 3.* Indica um montante ou um número."
    )


def test_markdown_says_that_the_text_does_not_say(asked: Briefing) -> None:
    assert "### Who won?\n\nNão se encontrou passagem que responda com certeza. O que mais se aproxima:" in to_markdown(
        asked
    )


ALSO = replace(FOUND, written=(), passages=(FEES, replace(FEES, sure=False)))


def test_text_says_which_passages_answer_less_surely() -> None:
    parts = answer_text(ALSO, "en").partition("Near to it, and less surely an answer:")
    assert ("[1]" in parts[0], "[2]" in parts[0], "[2]" in parts[2]) == (True, False, True)


def test_markdown_and_cards_say_which_passages_answer_less_surely() -> None:
    texts = ("\n".join(answers_markdown([ALSO], "en")), answers_html([ALSO], "en"))
    assert [text.count("Near to it, and less surely an answer:") for text in texts] == [1, 1]
    assert '<ol start="2">' in texts[1]


def test_where_all_surely_answer_nothing_is_said_of_less_sure_ones() -> None:
    assert "less surely" not in answer_text(FOUND, "en")


def test_a_briefing_without_questions_has_no_section() -> None:
    assert "Perguntas" not in to_markdown(briefing()) + to_html(briefing())


def test_html_escapes_and_links_to_the_sentence(asked: Briefing) -> None:
    html = to_html(asked)
    assert 'As taxas são &lt;<span class="n">2 200</span>&gt; euros.' in html
    assert '<a href="#s2">act.docx · Fees &amp; fines' in html


def test_cards_outside_a_briefing_link_nowhere() -> None:
    assert "href" not in answers_html([FOUND], "en")


def test_text_has_the_original_and_the_reason() -> None:
    text = answer_text(FOUND, "en")
    assert "“Fees are <2,200> euros. They rise.”" in text
    assert "It names an amount" in text


def test_answered_asks_the_source_and_its_translation() -> None:
    found = answered(briefing(), "How high are the fees?")
    assert [answer.question.text for answer in found.answers] == ["How high are the fees?"]


def test_csv_has_a_row_a_passage_and_says_where_there_is_none() -> None:
    rows = list(csv.reader(io.StringIO(table_csv(TABLE).removeprefix("\ufeff"))))
    assert [row[:3] for row in rows[1:]] == [
        ["act.docx", "How high are fees?", "'=As taxas são <2 200> euros. Sobem."],
        ["act.docx", "Who won?", "Não se encontrou passagem que responda com certeza."],
    ]


def test_docx_has_a_row_a_document_and_a_column_a_question() -> None:
    grid = WordDocument(io.BytesIO(table_docx(TABLE))).tables[0]
    assert [cell.text for cell in grid.rows[0].cells] == ["", "How high are fees?", "Who won?"]
    assert grid.cell(1, 2).text == "Não se encontrou passagem que responda com certeza."


def test_docx_cells_are_cited() -> None:
    grid = WordDocument(io.BytesIO(table_docx(TABLE))).tables[0]
    assert grid.cell(1, 1).text.endswith("Sobem. [act.docx · Fees & fines · Art. 1 · p. 3 · frases 2, 3]")


def test_the_html_table_escapes() -> None:
    assert "<2 200>" not in table_html(TABLE)


def test_question_table_asks_every_document_every_question() -> None:
    texts = [read("Fees are 20 euros a night.", name="a.txt", language="en"), read("Dogs bark.", language="en")]
    table = question_table(texts, ["How high are the fees?"], "en")
    assert (table.names, [len(row) for row in table.answers]) == (("a.txt", "2"), [1, 1])


def test_the_commands_index_and_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hives.txt").write_text("A hive needs a permit of the council.\n\nBees sleep in winter.\n", "utf-8")
    codes = [
        entente(["index", str(tmp_path)]),
        entente(["ask", "Who gives a permit for a hive?", "--in", str(tmp_path), "--to", "en"]),
    ]
    assert (codes, "permit of the council" in capsys.readouterr().out) == ([0, 0], True)


def test_ask_says_what_to_do_where_a_folder_is_not_indexed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(["ask", "Who pays?", "--in", str(tmp_path), "--to", "en"]) == 1
    assert "Run first: entente index" in capsys.readouterr().err


def test_ask_writes_a_table(tmp_path: Path) -> None:
    source, table = tmp_path / "a.txt", tmp_path / "t.csv"
    source.write_text("A hive needs a permit of the council.", "utf-8")
    assert entente(["ask", "Who gives permits for hives?", str(source), "--to", "en", "--table", str(table)]) == 0
    assert table.read_text("utf-8-sig").startswith("Document,Question,Answer")


def test_ask_takes_another_question_before_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "hives.txt"
    source.write_text("The council gives permits for hives. Hives stand on roofs of the town.", encoding="utf-8")
    entente(["ask", "Who gives permits?", "--also", "Where do hives stand?", str(source), "--to", "en"])
    assert "Where do hives stand?" in capsys.readouterr().out


@pytest.mark.parametrize("rest", [["--to", "en"], ["a.txt", "--in", ".", "--to", "en"]], ids=["neither", "both"])
def test_ask_needs_files_or_a_folder(rest: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        entente(["ask", "Who pays?", *rest])
