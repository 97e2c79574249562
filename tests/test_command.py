import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.__main__ import entente
from tests.policy import ENGLISH, PORTUGUESE
from translate.memory import Memory

ROOT = Path(__file__).parent.parent


def run(module: str, *arguments: str, text: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd, input=text, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip


def test_translate_writes_only_the_translation_to_standard_output() -> None:
    done = run("translate", "-", "--to", "pt", "--from", "en", "--engine", "pseudo", text="We agree.\n")
    assert done.returncode == 0
    assert done.stdout == "[Wé ágréé.~~~]\n"
    assert "pseudo" in done.stderr


def test_translate_reads_a_file_and_writes_a_file_in_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(PORTUGUESE, "utf-8")
    done = run("translate", "law.txt", "--to", "English", "--output", "out/law.en.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "250" in (tmp_path / "out" / "law.en.txt").read_text("utf-8")


def test_summarize_prints_languages_coverage_and_cited_points() -> None:
    done = run("summarize", "-", "--to", "pt", "--points", "2", text=ENGLISH)
    assert done.returncode == 0, done.stderr
    assert "inglês → português" in done.stdout
    assert "frases traduzidas" in done.stdout
    assert done.stdout.count("• ") >= 2
    assert done.stderr == ""


def test_summarize_writes_the_form_that_the_ending_names(tmp_path: Path) -> None:
    done = run("summarize", "-", "--to", "en", "--output", str(tmp_path / "b.json"), text=PORTUGUESE)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))["target"] == "en"


def test_summarize_shows_what_it_wrote_where_asked(tmp_path: Path) -> None:
    done = run("summarize", "-", "--to", "en", "--output", str(tmp_path / "b.html"), "--show", text=PORTUGUESE)
    assert "Portuguese → English" in done.stdout
    assert (tmp_path / "b.html").read_text("utf-8").startswith("<!doctype html>")


def test_summarize_without_a_route_still_briefs_and_says_what_would_make_one() -> None:
    done = run(
        "summarize", "-", "--from", "ka", "--to", "pt", text="პარლამენტმა კანონი მიიღო. კანონი დღეს შედის ძალაში."
    )
    assert done.returncode == 0, done.stderr
    assert "კანონი მიიღო" in done.stdout
    assert "models install" in done.stdout


@pytest.mark.parametrize("module", ["translate", "summarize"])
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["missing.txt", "--to", "pt"], 1, "missing.txt", id="no such file"),
        pytest.param(["-", "--to", "pt"], 1, "no words", id="empty input"),
        pytest.param(["-", "--to", "Klingon"], 1, "Klingon", id="unknown language"),
        pytest.param(["-"], 2, "--to", id="no target"),
        pytest.param(["-", "--to", "pt", "--engine", "none"], 2, "none", id="unknown engine"),
        pytest.param(["--help"], 0, "", id="help"),
    ],
)
def test_exit_codes_and_messages(module: str, arguments: list[str], code: int, said: str) -> None:
    done = run(module, *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("module", ["translate", "summarize"])
def test_help_teaches_by_examples(module: str) -> None:
    said = run(module, "--help").stdout
    assert "examples:" in said
    assert "Exit codes" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["bref"], 2, id="unknown"),
    ],
)
def test_entente_names_its_commands(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(arguments) == code
    printed = capsys.readouterr()
    assert "entente brief" in printed.out + printed.err


def test_translate_takes_the_readers_glossary_and_memory(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("aviso de cheia,flood warning\nParte,Party\n", "utf-8")
    with Memory(tmp_path / "memory.sqlite") as memory:
        memory.add([("Não podem reter um aviso de cheia.", "They may not hold back a flood alert.")], "pt", "en")
    options = ["--glossary", str(tmp_path / "terms.csv"), "--memory", str(tmp_path / "memory.sqlite")]
    done = run("translate", "-", "--to", "en", *options, text=PORTUGUESE)
    assert done.returncode == 0, done.stderr
    assert "They may not hold back a flood alert." in done.stdout
    assert "flood warning" in done.stderr


def test_translate_writes_both_languages_where_the_ending_asks_for_them(tmp_path: Path) -> None:
    done = run("translate", "-", "--to", "en", "--output", str(tmp_path / "law.xliff"), text=PORTUGUESE)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "law.xliff").read_text("utf-8")
    assert "aviso de cheia" in written
    assert "<target" in written


def test_translate_names_a_glossary_that_is_not_there() -> None:
    done = run("translate", "-", "--to", "en", "--glossary", "missing.csv", text=PORTUGUESE)
    assert done.returncode == 1
    assert "missing.csv" in done.stderr


@pytest.mark.parametrize("command", ["translate", "summarize"])
def test_thorough_has_meanings_compared(command: str) -> None:
    done = run(command, "-", "--to", "pt", "--from", "en", "--engine", "pseudo", "--thorough", text="We agree.\n")
    assert "Meanings were not compared" in done.stdout + done.stderr
