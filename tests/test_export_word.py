"""The briefing as a Word file."""

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document as word_document

from summarize import Briefing, brief
from summarize.__main__ import main
from summarize.briefing import answered
from summarize.export.formats import export_file
from tests.fakes import FakeEngine, cipher
from translate import EngineError, read

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "\n\n".join(
    [
        "The ministry shall pay 12 euros to each school.",
        "The council decides on the budget every year.",
        "Schools report to the ministry before 3 March 2027.",
        "The agency may inspect every school without notice.",
    ]
)


def briefing(source: str = "en", target: str = "pt", text: str = _TEXT) -> Briefing:
    document = read(text.encode(), name="act.txt", language=source)
    engines = {"fake": FakeEngine(lambda own: cipher(own.replace("12", "13")), pairs=[(source, target)])}
    return brief(document, target, engine="fake", engines=engines, points=2)


def opened(content: bytes) -> Any:
    return word_document(BytesIO(content))


@pytest.fixture(scope="module")
def word() -> Any:
    return opened(export_file(briefing(), "docx"))


def test_a_row_stands_for_each_sentence(word: Any) -> None:
    rows = [[cell.text for cell in row.cells] for row in word.tables[-1].rows]
    made = briefing()
    pairs = zip(made.document.texts, made.translation.target.texts, strict=True)  # type: ignore[union-attr]
    assert rows[1:] == [[str(number), *pair] for number, pair in enumerate(pairs, 1)]


def test_every_link_leads_to_a_row(word: Any) -> None:
    body = word.element.body
    links = [one.get(f"{_W}anchor") for one in body.iter(f"{_W}hyperlink")]
    places = [one.get(f"{_W}name") for one in body.iter(f"{_W}bookmarkStart")]
    assert set(links) <= set(places)
    assert places == ["s1", "s2", "s3", "s4"]


def texts(word: Any) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs]


def test_what_to_check_is_listed_with_links(word: Any) -> None:
    found = texts(word)
    first = found[found.index("Verifique primeiro") + 1]
    assert first.startswith("Verificar, frase 1")
    assert "12" in first
    assert "13" in first


def test_facts_stand_in_tables_with_links_to_their_sentences(word: Any) -> None:
    rows = [[cell.text.strip() for cell in row.cells] for row in word.tables[0].rows]
    assert [row[-1] for row in rows] == ["Frases", "[3]"]
    assert "3 March 2027" in rows[1][0]


def test_questions_stand_with_their_passages() -> None:
    found = texts(opened(export_file(answered(briefing(), "Who reports to the ministry?"), "docx")))
    begin = found.index("Perguntas e respostas")
    assert found[begin + 1] == "Who reports to the ministry?"
    assert any("frase 3" in line for line in found[begin:])


def test_what_to_check_is_a_comment_on_the_translation(word: Any) -> None:
    said = [comment.text for comment in word.comments]
    assert any("12" in text and "13" in text for text in said)
    numbers = [one.get(f"{_W}id") for one in word.tables[-1].rows[1].cells[2]._tc.iter(f"{_W}commentRangeStart")]
    assert numbers == ["0"]


def test_the_same_briefing_gives_the_same_file() -> None:
    made = briefing()
    assert export_file(made, "docx") == export_file(made, "docx")


def test_right_to_left_cells_say_so() -> None:
    cells = opened(export_file(briefing(target="ar"), "docx")).tables[-1].rows[2].cells
    marked = [[len(list(cell._tc.iter(f"{_W}{name}"))) for name in ("bidi", "rtl")] for cell in cells]
    assert marked == [[0, 0], [0, 0], [1, 1]]


def test_a_word_file_holds_no_character_that_xml_cannot_hold() -> None:
    cells = opened(export_file(briefing(text="A council\x0b\x01 meets."), "docx")).tables[-1].rows[1].cells
    assert "\x01" not in cells[1].text


@pytest.mark.parametrize(
    ("output", "said"),
    [
        pytest.param("b.xyz", "No briefing ends in .xyz", id="unknown"),
    ],
)
def test_a_briefing_that_cannot_be_written_ends_before_the_work(
    output: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.txt"), "--to", "pt", "--output", str(tmp_path / output)]) == 1
    assert said in capsys.readouterr().err


def test_a_word_file_does_not_go_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt"), "--to", "pt", "--format", "docx"]) == 1
    assert "Name a file for it" in capsys.readouterr().err


def test_a_pdf_without_libreoffice_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("summarize.export.pdf"), "program", str)
    assert main([str(tmp_path / "none.txt"), "--to", "pt", "--output", str(tmp_path / "b.pdf")]) == 1
    assert "apt-get install libreoffice-writer" in capsys.readouterr().err


def test_a_pdf_that_libreoffice_does_not_make_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("summarize.export.pdf"), "program", lambda: "/bin/false")
    with pytest.raises(EngineError, match="LibreOffice made no PDF file"):
        export_file(briefing(), "pdf")
