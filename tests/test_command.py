import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest

from page.__main__ import entente
from tests.policy import ENGLISH, PORTUGUESE
from translate.__main__ import main as translate_command
from translate.command.arguments import read_argument
from translate.command.program import guarded
from translate.command.stopping import Stop
from translate.engines.pseudo import PseudoEngine
from translate.errors import EngineError, InputError
from translate.hypothesis import Hypothesis
from translate.reading.reader import MAX_BYTES
from translate.resources.memory import Memory
from translate.text.words import words

ROOT = Path(__file__).parent.parent
_LAW = str(ROOT / "examples" / "lei-dados.pt.txt")


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


def test_summarize_keeps_to_the_words_and_the_genre_asked_for(tmp_path: Path) -> None:
    briefing = str(tmp_path / "b.json")
    done = run("summarize", _LAW, "--to", "pt", "--words", "60", "--genre", "law", "--method", "lead", "-o", briefing)
    summary = json.loads(Path(briefing).read_text("utf-8"))["summary"]
    assert done.returncode == 0, done.stderr
    assert sum(len(words(point["text"])) for point in summary["points"]) <= 60
    assert "60 words; law" in summary["signature"]


WRONG = [
    pytest.param(("--words", "0"), "0 words", 1, id="no words"),
    pytest.param(("--share", "7"), "share of 7", 1, id="share above 1"),
    pytest.param(("--points", "3", "--words", "9"), "not allowed with", 2, id="two lengths"),
    pytest.param(("--method", "abstractive"), "--writer FOLDER, or let a model server write", 1, id="no writer"),
    pytest.param(("--method", "lead", "--writer", "."), "takes no writer", 1, id="no use for a writer"),
    pytest.param(("--writer", "nowhere"), "The folder nowhere holds no model", 1, id="no model"),
]


@pytest.mark.parametrize(("arguments", "message", "code"), WRONG)
def test_summarize_says_what_is_wrong_with_the_summary_asked_for(
    arguments: tuple[str, ...], message: str, code: int
) -> None:
    done = run("summarize", "-", "--to", "pt", *arguments, text=ENGLISH)
    assert (done.returncode, message in done.stderr) == (code, True)


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
    assert "models install" in " ".join(done.stdout.split())


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
        pytest.param([_LAW, "--to", "pt", "--output", str(ROOT)], 1, "cannot be written", id="output is a folder"),
        pytest.param([_LAW, "--to", "pt", "--output", f"{_LAW}/a"], 1, "cannot be written", id="no folder"),
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
@pytest.mark.parametrize("read", ["law.txt", "terms.csv", "memory.sqlite"])
def test_what_a_command_reads_is_never_overwritten(tmp_path: Path, command: str, read: str) -> None:
    for name in ("law.txt", "terms.csv", "memory.sqlite"):
        (tmp_path / name).write_text("aviso de cheia,flood warning\n", "utf-8")
    options = ["--glossary", "terms.csv", "--memory", "memory.sqlite", "--engine", "pseudo"]
    done = run(command, "law.txt", "--to", "en", *options, "--output", read, cwd=tmp_path)
    assert (done.returncode, f"The output {read} is {read}" in done.stderr) == (1, True)
    assert (tmp_path / read).read_text("utf-8") == "aviso de cheia,flood warning\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [("translate", "Meanings were not compared"), ("summarize", "Os sentidos não foram comparados")],
)
def test_thorough_has_meanings_compared(command: str, said: str) -> None:
    done = run(command, "-", "--to", "pt", "--from", "en", "--engine", "pseudo", "--thorough", text="We agree.\n")
    assert said in done.stdout + done.stderr


def test_enforce_has_a_glossary_kept_to(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("agree,anuir\n", encoding="utf-8")
    given = ("-", "--to", "pt", "--from", "en", "--quick", "--glossary", str(tmp_path / "terms.csv"))
    done = [run("translate", *given, *more, text="The Parties must agree.\n") for more in ((), ("--enforce",))]
    assert ["anuir" in own.stdout.casefold() for own in done] == [False, True]


@pytest.mark.parametrize(("arguments", "listed"), [([], True), (["--quick"], False)], ids=["always", "not quickly"])
@pytest.mark.parametrize("command", ["translate", "summarize"])
def test_doubtful_sentences_are_listed_unless_it_has_to_be_quick(
    command: str, arguments: list[str], listed: bool
) -> None:
    done = run(command, "-", "--to", "pt", "--from", "en", *arguments, text="We agree.\n")
    assert ("We agree." in done.stdout + done.stderr) is listed


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = io.BytesIO(b"We agree. " * (MAX_BYTES // 10 + 1000))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
    with pytest.raises(InputError, match="limit is 50"):
        read_argument("-", "en")
    assert endless.tell() == MAX_BYTES + 1


def test_translate_keeps_what_was_done_when_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("translate.command.arguments.progress_line", lambda *step: signal.raise_signal(signal.SIGINT))
    (tmp_path / "law.txt").write_text("We agree.\n\n" + "We meet again. " * 200, "utf-8")
    arguments = [str(tmp_path / "law.txt"), "--to", "pt", "--from", "en", "--engine", "pseudo"]
    assert translate_command([*arguments, "--output", str(tmp_path / "law.pt.txt")]) == 130
    written = (tmp_path / "law.pt.txt").read_text("utf-8")
    assert written.startswith("[Wé ágréé.~~~]")
    assert written.rstrip().endswith("We meet again.")
    assert "73 of 201" in capsys.readouterr().err


def test_summarize_writes_what_is_done_when_it_is_stopped_and_no_summary(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stop = Stop()
    stop.signum = signal.SIGINT
    monkeypatch.setattr("summarize.__main__.until_interrupted", lambda: nullcontext(stop))
    assert entente(["brief", _LAW, "--to", "pt", "--from", "en", "--engine", "pseudo"]) == 130
    said = " ".join(capsys.readouterr().out.split())
    assert ("Resumo ---" in said, "não há resumo" in said) == (False, True)


@pytest.fixture
def breaking_engine(monkeypatch: pytest.MonkeyPatch) -> str:
    """Arguments for a text whose third batch of sentences finds the engine broken."""
    whole = PseudoEngine.translate

    def translate(self: PseudoEngine, texts: Sequence[str], *rest: object) -> list[Hypothesis]:
        if any("breaks" in text for text in texts):
            raise EngineError("The model ends in the middle. Install it again.")
        return whole(self, texts, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(PseudoEngine, "translate", translate)
    return "".join(f"Rule {n} stands.\n\n" for n in range(256)) + "It breaks."


def test_translate_writes_what_was_done_before_the_engine_failed(
    breaking_engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "law.txt").write_text(breaking_engine, "utf-8")
    arguments = [str(tmp_path / "law.txt"), "--to", "pt", "--from", "en", "--engine", "pseudo"]
    assert translate_command([*arguments, "--output", str(tmp_path / "law.pt.txt")]) == 1
    written = (tmp_path / "law.pt.txt").read_text("utf-8")
    assert written.startswith("[Rúlé 0 stánds.")
    assert written.rstrip().endswith("It breaks.")
    assert "Install it again." in capsys.readouterr().err


def test_translate_counts_what_is_left_where_the_engine_failed(
    breaking_engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "law.txt").write_text(breaking_engine, "utf-8")
    assert translate_command([str(tmp_path / "law.txt"), "--to", "pt", "--from", "en", "--engine", "pseudo"]) == 1
    assert "1 of 257 sentences stand in the source's language" in capsys.readouterr().err


def test_summarize_briefs_what_was_done_before_the_engine_failed(
    breaking_engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "law.txt").write_text(breaking_engine, "utf-8")
    assert entente(["brief", str(tmp_path / "law.txt"), "--to", "pt", "--from", "en", "--engine", "pseudo"]) == 1
    assert "• [Rúlé" in capsys.readouterr().out


@pytest.mark.parametrize("ends_after", [1, 100], ids=["in the text", "behind it"])
def test_translate_stopped_counts_what_is_left_where_something_is(
    ends_after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stop = _StopAfter(ends_after)
    monkeypatch.setattr("translate.__main__.until_interrupted", lambda: nullcontext(stop))
    (tmp_path / "law.txt").write_text("We agree.", "utf-8")
    assert translate_command([str(tmp_path / "law.txt"), "--to", "pt", "--from", "en", "--engine", "pseudo"]) == 130
    assert ("1 of 1 sentences stand" in capsys.readouterr().err) == (ends_after == 1)


class _StopAfter(Stop):
    """Says stop when it has been asked so often; the signal came in between."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.signum, self._left = 2, count

    def __call__(self) -> bool:
        self._left -= 1
        return self._left < 0


def test_guarded_says_that_a_run_was_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    def run_on() -> int:
        raise KeyboardInterrupt

    assert guarded(run_on) == 130
    assert "Stopped" in capsys.readouterr().err
