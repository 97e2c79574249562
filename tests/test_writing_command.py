from pathlib import Path

import pytest

from tests.word_files import paragraph, word_file
from tests.writing_files import reread
from translate.__main__ import main


@pytest.fixture
def law(tmp_path: Path) -> Path:
    (tmp_path / "law.docx").write_bytes(word_file(paragraph("The council meets twice a year.")))
    return tmp_path / "law.docx"


def run(law: Path, output: str, *more: str) -> int:
    arguments = [str(law), "--from", "en", "--to", "pt", "--engine", "pseudo", "--quick"]
    return main([*arguments, "--output", str(law.parent / output), *more])


def test_a_word_file_comes_back_as_a_word_file(law: Path) -> None:
    assert run(law, "law.pt.docx") == 0
    assert reread(law.with_name("law.pt.docx").read_bytes(), "law.docx").startswith("[Thé cóúncíl mééts")


def test_a_text_can_still_be_had_alone(law: Path) -> None:
    assert run(law, "law.pt.txt") == 0
    assert law.with_name("law.pt.txt").read_text("utf-8").startswith("[Thé cóúncíl mééts")


@pytest.mark.parametrize(
    ("output", "said"),
    [
        pytest.param("law.xlsx", "Nothing writes files that end in .xlsx", id="nobody writes it"),
        pytest.param("law.html", "A file that ends in .html cannot be made of law.docx", id="not of this source"),
    ],
)
def test_an_output_that_cannot_be_made_ends_before_the_work(
    law: Path, output: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(law, output) == 1
    assert said in capsys.readouterr().err
    assert [path.name for path in law.parent.iterdir()] == ["law.docx"]


def test_a_file_that_is_there_stays(law: Path, capsys: pytest.CaptureFixture[str]) -> None:
    law.with_name("law.pt.txt").write_text("mine", "utf-8")
    assert run(law, "law.pt.txt") == 1
    assert "is there already. Give another --output, or --force to replace it." in capsys.readouterr().err
    assert law.with_name("law.pt.txt").read_text("utf-8") == "mine"


def test_a_file_that_is_there_is_replaced_by_force(law: Path) -> None:
    law.with_name("law.pt.txt").write_text("mine", "utf-8")
    assert run(law, "law.pt.txt", "--force") == 0
    assert law.with_name("law.pt.txt").read_text("utf-8") != "mine"


def test_a_folder_that_is_made_is_said(law: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(law, "new/law.pt.docx") == 0
    assert f"The folder {law.with_name('new')} was made." in capsys.readouterr().err


def test_a_template_keeps_its_ending(law: Path) -> None:
    law.rename(law.with_suffix(".dotx"))
    assert run(law.with_suffix(".dotx"), "law.pt.docx") == 1
    assert run(law.with_suffix(".dotx"), "law.pt.dotx") == 0
