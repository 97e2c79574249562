"""Many documents: which, made by whom, kept where, and what is said of them."""

import argparse
import csv
import io
import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from page.__main__ import entente
from tests.test_journal import ROOT, needs_kill
from translate.batch.inputs import collect
from translate.batch.ledger import Ledger
from translate.batch.making import making
from translate.batch.record import Record, Task
from translate.batch.report import index_pages, report_csv
from translate.batch.workers import records_made_here, worker_count
from translate.engines.registry import EngineSet
from translate.errors import InputError
from translate.languages.wording import in_language
from translate.message import say
from translate.store.database import Database

WHOLE = Record(
    name="a/law.txt",
    status="done",
    output="a/law.txt.pt.html",
    language="en",
    sentences=12,
    errors=1,
    warnings=2,
    gist=("Os navios partem.",),
    to_check=(say("The engine returned nothing."),),
    seconds=1.5,
    content_hash="1",
    settings="2",
    models="3",
    output_hash="4",
)


def put(folder: Path, *names: str, text: str = "We agree.") -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def names(folder: Path | None, *patterns: str, out: Path = Path("elsewhere"), listed: str | None = None) -> list[str]:
    return list(collect(folder, out, patterns, listed).files)


def test_collect_finds_what_can_be_read_at_any_depth_in_order(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/c.PDF", "a/b/d.htm", ".hidden.txt", ".git/e.txt", "~$f.docx", "g.xlsx")
    assert names(tmp_path) == ["a/b/d.htm", "a/c.PDF", "b.txt"]


def test_collect_says_what_it_leaves_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.xlsx", "c.XLSX", "Makefile")
    notice = collect(tmp_path, Path("out"), (), None).notice
    assert notice == "Files of kinds that cannot be read are left out: 2 × .xlsx, 1 × Makefile."


def test_collect_takes_what_matches_whatever_its_kind(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "2026/b.txt", "2026/c.xlsx", "2026/d.pdf")
    assert names(tmp_path, "2026/*.txt", "*.xlsx") == ["2026/b.txt", "2026/c.xlsx"]


def test_collect_leaves_out_what_it_has_written(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "out/a.txt.pt.txt")
    assert names(tmp_path, out=tmp_path / "out") == ["a.txt"]


def test_collect_refuses_to_write_where_it_reads(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="read and written"):
        names(put(tmp_path, "a.txt"), out=tmp_path / "." / ".")


def test_collect_says_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file to read in .*\.docx"):
        names(put(tmp_path, "a.xlsx"))


@pytest.mark.parametrize("between", ["\n", "\r\n", "\0"])
def test_collect_takes_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, between: str) -> None:
    put(tmp_path, "a.txt", "b/c.xlsx", "d.txt")
    listed = between.join(str(tmp_path / name) for name in ("b/c.xlsx", "a.txt", "b/c.xlsx")) + between
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(listed.encode())))
    assert names(None, listed="-") == ["a.txt", "b/c.xlsx"]


def test_collect_refuses_what_lies_outside_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt", "b.txt")
    (tmp_path / "list").write_text(f"{tmp_path / 'in' / 'a.txt'}\n{tmp_path / 'b.txt'}\n")
    with pytest.raises(InputError, match="outside"):
        names(tmp_path / "in", listed=str(tmp_path / "list"))


def test_collect_names_a_list_that_is_not_there() -> None:
    with pytest.raises(InputError, match="missing"):
        names(None, listed="missing")


def test_a_ledger_knows_what_it_was_told(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enter(WHOLE)
        ledger.enter(replace(WHOLE, warnings=5))
        ledger.enter(replace(WHOLE, name="b\udcff.txt"))
    with Ledger(tmp_path) as ledger:
        assert ledger.records() == {
            "a/law.txt": replace(WHOLE, warnings=5),
            "b\udcff.txt": replace(WHOLE, name="b\udcff.txt"),
        }
        assert in_language(ledger.records()["a/law.txt"].to_check[0], "pt") == "O motor não devolveu nada."


@pytest.mark.parametrize("change", ["UPDATE document SET record = '{}'", "UPDATE document SET name = 'b'"])
def test_a_ledger_leaves_out_what_has_changed(tmp_path: Path, change: str) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enter(WHOLE)
        with Database(ledger._database.part, tmp_path / ".entente") as database, database.writing() as connection:
            connection.execute(change)
        assert ledger.records() == {}


def arguments(out: Path, product: str = "tests.batch_products:loud", engine: str = "pseudo") -> argparse.Namespace:
    """What the commands give making()."""
    return argparse.Namespace(
        to="pt", source="en", engine=engine, glossary=None, memory=None, second=None, thorough=False, quick=True,
        post_edit=None, context=1, device=None, server=None, server_model=None, server_host=None,
        no_journal=True, no_ocr=True, comments=False, enforce=False, terms=None, readings="first", force=False,
        product=product, form="txt", ending="pt.txt", output=str(out),
    )  # fmt: skip


def task(folder: Path, name: str, text: str, before: Record | None = None, settings: str = "1") -> Task:
    put(folder, name, text=text)
    out = folder / "out"
    out.mkdir(exist_ok=True)
    return Task(folder / name, name, out, settings, before, len(text))


def made(one: Task) -> Record:
    with EngineSet() as engines, making(one, arguments(one.out), engines) as (record, _):
        return record


def test_making_writes_the_product_and_records_it(tmp_path: Path) -> None:
    record = made(task(tmp_path, "a/law.txt", "We agree."))
    assert (tmp_path / "out" / "a" / "law.txt.pt.txt").read_text() == "WE AGREE."
    assert (record.status, record.output, record.language, record.sentences) == ("done", "a/law.txt.pt.txt", "en", 1)
    assert (record.gist, record.to_check, record.models) == (("Gist.",), ("Check.",), "pseudo 1")


def test_making_leaves_what_stands(tmp_path: Path) -> None:
    before = made(task(tmp_path, "law.txt", "We agree."))
    again = made(task(tmp_path, "law.txt", "We agree.", before))
    assert again == replace(before, status="unchanged", seconds=0.0)
    assert (tmp_path / "out" / "begun").read_text() == "law.txt\n"


def renewed(tmp_path: Path, text: str, settings: str = "1", **known: str) -> str:
    """The status of a document after one was made of "We agree." and something has changed."""
    before = replace(made(task(tmp_path, "law.txt", "We agree.")), **known)  # type: ignore[arg-type]
    return made(task(tmp_path, "law.txt", text, before, settings)).status


@pytest.mark.parametrize(
    ("text", "settings", "known"),
    [
        pytest.param("We disagree.", "1", {}, id="its text"),
        pytest.param("We agree.", "2", {}, id="the settings"),
        pytest.param("We agree.", "1", {"models": "pseudo 0"}, id="the models"),
        pytest.param("We agree.", "1", {"output_hash": "0"}, id="the output"),
        pytest.param("We agree.", "1", {"output": "gone.txt"}, id="the output is gone"),
        pytest.param("We agree.", "1", {"status": "failed"}, id="it had failed"),
    ],
)
def test_making_makes_anew_what_has_changed(tmp_path: Path, text: str, settings: str, known: dict[str, str]) -> None:
    assert renewed(tmp_path, text, settings, **known) == "done"


@pytest.mark.parametrize(
    ("text", "said"), [("", "no bytes"), ("bug", "error of its own (ZeroDivisionError)")], ids=["empty", "bug"]
)
def test_making_says_what_failed(tmp_path: Path, text: str, said: str) -> None:
    record = made(task(tmp_path, "law.txt", text))
    assert (record.status, record.output, said in record.message) == ("failed", "", True)


def test_making_says_that_a_file_is_gone(tmp_path: Path) -> None:
    record = made(Task(tmp_path / "gone.txt", "gone.txt", tmp_path, "1"))
    assert (record.status, "gone.txt" in record.message) == ("failed", True)


@pytest.fixture
def records(tmp_path: Path) -> dict[str, Record]:
    """What two workers make of documents of which one kills its worker each time, and one the first time."""
    tasks = [
        task(tmp_path, name, f"{name}. We agree.") for name in ("one", "die always", "two", "die once", "three", "four")
    ]
    options = arguments(tmp_path / "out")
    return {record.name: record for record in records_made_here(tasks, options, 2, lambda: False)}


def test_a_document_that_kills_its_worker_stops_no_other(records: dict[str, Record], tmp_path: Path) -> None:
    assert {name: record.status for name, record in records.items()} == {
        "one": "done", "two": "done", "three": "done", "four": "done", "die once": "done", "die always": "failed",
    }  # fmt: skip
    assert "ended with 9" in records["die always"].message
    begun = sorted((tmp_path / "out" / "begun").read_text().splitlines())
    assert begun == ["die always", "die always", "die once", "die once", "four", "one", "three", "two"]


def test_nothing_is_begun_after_a_stop(tmp_path: Path) -> None:
    tasks = [task(tmp_path, str(number), "We agree.") for number in range(9)]
    asked = count()
    made = list(records_made_here(tasks, arguments(tmp_path / "out"), 1, lambda: next(asked) > 1))
    assert len(made) < 9


@pytest.mark.parametrize(
    ("free", "cores", "documents", "expected"),
    [
        pytest.param(None, 4, 9, 4, id="cores where memory is not known"),
        pytest.param(1500 << 20, 4, 9, 2, id="memory"),
        pytest.param(1, 4, 9, 1, id="one at least"),
        pytest.param(99 << 30, 8, 3, 3, id="documents"),
    ],
)
def test_worker_count(
    monkeypatch: pytest.MonkeyPatch, free: int | None, cores: int, documents: int, expected: int
) -> None:
    monkeypatch.setattr("translate.batch.workers._free_bytes", lambda: free)
    monkeypatch.setattr("translate.batch.workers._cores", lambda: cores)
    assert worker_count(documents) == expected


FAILED = Record("=b.pdf", "failed", message="It is <damaged>.")


def test_report_has_a_row_a_document_that_no_spreadsheet_runs() -> None:
    rows = list(csv.reader(io.StringIO(report_csv([WHOLE, FAILED], "pt").removeprefix("\ufeff"))))
    assert rows[0] == [
        "file", "status", "output", "language", "sentences", "errors", "warnings", "seconds", "message",
    ]  # fmt: skip
    assert rows[1] == ["a/law.txt", "done", "a/law.txt.pt.html", "en", "12", "1", "2", "1.5", ""]
    assert rows[2] == ["'=b.pdf", "failed", "", "", "0", "0", "0", "0.0", "It is <damaged>."]


def test_index_shows_failures_first_then_what_has_most_to_check_a_sentence() -> None:
    longer = replace(WHOLE, name="longer", sentences=120)
    (page,) = index_pages([longer, WHOLE, FAILED], "pt").values()
    assert page.index("=b.pdf") < page.index("a/law.txt") < page.index("longer")


def test_index_speaks_the_readers_language_and_escapes() -> None:
    (page,) = index_pages([replace(WHOLE, output="a/what?#.html", gist=("<b>Navios</b>",)), FAILED], "pt").values()
    assert "1 de 2 documentos feitos, 1 falhados." in page
    assert 'href="a/what%3F%23.html"' in page
    assert "&lt;b&gt;Navios&lt;/b&gt;" in page
    assert "It is &lt;damaged&gt;." in page
    assert "<li>O motor não devolveu nada.</li>" in page
    assert "inglês; frases: 12; inutilizáveis: 1; a conferir: 2" in page


def test_index_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.batch.report._ON_A_PAGE", 2)
    pages = index_pages([replace(WHOLE, name=name) for name in "abcde"], "pt")
    assert list(pages) == ["index.html", "index-2.html", "index-3.html"]
    assert [page.count("<article>") for page in pages.values()] == [2, 2, 1]
    assert '<a href="index-2.html" aria-current="page">2</a>' in pages["index-2.html"]


def test_index_of_nothing_is_a_page() -> None:
    assert "0 de 0 documentos" in index_pages([], "pt")["index.html"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("translate.batch.command.worker_count", lambda documents: 1)
    put(tmp_path / "in", "a.txt", "sub/b.md")
    return tmp_path / "in"


def status(out: Path) -> list[str]:
    return [row["status"] for row in csv.DictReader(io.StringIO((out / "report.csv").read_text("utf-8-sig")))]


OPTIONS = ("--to", "pt", "--from", "en", "--engine", "pseudo")


@pytest.mark.parametrize(
    ("command", "made"),
    [("brief", ["a.txt.pt.html", "sub/b.md.pt.html"]), ("translate", ["a.txt.pt.txt", "sub/b.md.pt.txt"])],
)
def test_the_commands_take_a_folder(folder: Path, command: str, made: list[str]) -> None:
    out = folder.parent / "out"
    assert entente([command, str(folder), *OPTIONS, "--out", str(out)]) == 0
    assert [(out / name).is_file() for name in (*made, "index.html")] == [True] * 3
    assert entente([command, str(folder), *OPTIONS, "--out", str(out)]) == 0
    assert status(out) == ["unchanged", "unchanged"]
    assert entente([command, str(folder), *OPTIONS, "--thorough", "--out", str(out)]) == 0
    assert status(out) == ["done", "done"]


def test_a_bad_file_is_reported_and_the_others_are_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "bad.pdf", text="no PDF")
    out = folder.parent / "out"
    assert entente(["brief", str(folder), *OPTIONS, "--format", "md", "--out", str(out)]) == 1
    assert status(out) == ["done", "failed", "done"]
    said = capsys.readouterr().err
    assert "O nome do ficheiro" in (out / "index.html").read_text("utf-8")
    assert "entente: bad.pdf: The file's name ends in .pdf" in said
    assert f"2 done, 1 failed. See {out / 'index.html'}" in said


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        pytest.param(("--to", "pt"), 1, "Give --out FOLDER", id="no output"),
        pytest.param(("--to", "pt", "--out", "o", "--workers", "0"), 1, "0 workers", id="no workers"),
        pytest.param(("--to", "pt", "--out", "o", "--writer", "w"), 1, "Leave out --writer", id="a writer"),
        pytest.param(("--to", "Klingon", "--out", "o"), 1, "Klingon", id="no language"),
    ],
)
def test_what_is_wrong_with_the_command_is_said(
    folder: Path, options: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (entente(["brief", str(folder), *options]), said in capsys.readouterr().err) == (code, True)


def test_a_command_without_a_file_or_a_list_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        entente(["translate", "--to", "pt"])
    assert (ended.value.code, "required: FILE" in capsys.readouterr().err) == (2, True)


KILLED = """
import os, signal, sys
from translate.__main__ import main
from translate.batch.ledger import Ledger

whole, left = Ledger.enter, [2]


def enter(self, record):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    whole(self, record)


if __name__ == "__main__":
    Ledger.enter = enter
    sys.exit(main(sys.argv[1:]))
"""


@needs_kill
def test_a_folder_goes_on_where_its_command_was_killed(folder: Path, tmp_path: Path) -> None:
    put(folder, "c.txt", "d.txt")
    (tmp_path / "killed.py").write_text(KILLED)
    options = [str(folder), *OPTIONS, "--workers", "1", "--out", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run([sys.executable, str(tmp_path / "killed.py"), *options], env=environment, check=False)
    assert (killed.returncode, (tmp_path / "out" / "report.csv").exists()) == (-signal.SIGKILL, False)
    assert entente(["translate", *options]) == 0
    assert status(tmp_path / "out") == ["unchanged", "unchanged", "done", "done"]


def test_what_no_engine_can_be_told_is_said_once_and_before_any_worker_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ENTENTE_DEVICE", "abacus")
    put(tmp_path / "in", "a.txt", "b.txt")
    assert entente(["brief", str(tmp_path / "in"), *OPTIONS, "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.count("abacus") == 1
    assert not (tmp_path / "out").exists()
