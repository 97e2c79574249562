"""Commands as processes: their streams, their signals, their exit codes."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_TEXT = "Wir stimmen zu — „ja“.\n\nNein.\n"
_SIGNALLING = """
import os, signal, sys
from translate.engines.pseudo import PseudoEngine
whole = PseudoEngine.translate

def translate(self, *rest):
    for name in os.environ["SIGNALS"].split():
        os.kill(os.getpid(), getattr(signal, name))
    return whole(self, *rest)

PseudoEngine.translate = translate
for name in ("SIGINT", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_IGN if name in os.environ["IGNORED"] else signal.SIG_DFL)
"""
"""Run before a command: some signals are ignored, and some come while the engine is at its first sentences."""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A German text that is translated by an engine of signs."""
    (tmp_path / "a.txt").write_text(_TEXT, "utf-8")
    return tmp_path / "a.txt"


def shell(line: str, text: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What a line of the shell does, where `translate` and `summarize` stand for our commands on the text."""
    python = f"{sys.executable} -m"
    given = f"{text} --to pt --from de --engine pseudo"
    for command in ("translate", "summarize"):
        line = line.replace(f"{command} ...", f"{python} {command} {given}")
    return subprocess.run(
        ["bash", "-c", line], cwd=text.parent, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
    )  # fmt: skip


REFUSED = [
    pytest.param(">/dev/full", 1, "Standard output cannot be written: No space left on device.", id="full disk"),
    pytest.param(">&-", 1, "Standard output is closed", id="closed output"),
    pytest.param("</dev/null 1</dev/null", 1, "Standard output cannot be written: Bad file", id="read-only output"),
    pytest.param("| sh -c 'exec <&-; sleep 0'; exit ${PIPESTATUS[0]}", 141, "Not all was written", id="broken pipe"),
    pytest.param(">>a.txt", 1, "Standard output is", id="onto the text"),
]


@pytest.mark.parametrize("command", ["translate", "summarize"])
@pytest.mark.parametrize(("line", "code", "said"), REFUSED)
def test_output_that_cannot_be_written_is_told_in_a_line(
    text: Path, command: str, line: str, code: int, said: str
) -> None:
    done = shell(f"{command} ... {line}", text)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(f"entente: {said}")
    assert len(done.stderr.splitlines()) == 1
    assert text.read_text("utf-8") == _TEXT


def test_show_is_not_written_onto_the_text(text: Path) -> None:
    done = shell("summarize ... -o b.html --show >>a.txt", text)
    assert (done.returncode, text.read_text("utf-8")) == (1, _TEXT)
    assert not (text.parent / "b.html").exists()


@pytest.mark.parametrize("line", ["2>&-", "2>/dev/full", "<&- 2>&-"])
@pytest.mark.parametrize("command", ["translate", "summarize"])
def test_messages_that_cannot_be_written_end_nothing(text: Path, command: str, line: str) -> None:
    done = shell(f"{command} ... {line}", text)
    assert done.returncode == 0
    assert "Wír stímmén zú" in done.stdout
    assert "entente:" not in done.stdout + done.stderr


def test_closed_messages_do_not_go_into_the_next_file_that_is_opened(text: Path) -> None:
    done = shell("translate ... --memory memory.sqlite -o b.txt 2>&- >&-", text)
    assert done.returncode == 0
    assert (text.parent / "b.txt").read_text("utf-8").startswith("[Wír")


def test_help_that_cannot_be_shown_fails(text: Path) -> None:
    done = shell("translate ... --help >/dev/full", text)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_standard_input_that_is_closed_is_told(text: Path) -> None:
    done = shell(f"{sys.executable} -m translate - --to pt <&-", text)
    assert (done.returncode, "Standard input is closed" in done.stderr) == (1, True)


@pytest.mark.parametrize(("command", "encoding"), [("translate", "ascii"), ("summarize", "cp1252")])
def test_a_pipe_gets_utf_8_whatever_the_system_speaks(text: Path, command: str, encoding: str) -> None:
    done = shell(f"{command} ...", text, PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 0
    assert "[Wír stímmén zú — „já“." in done.stdout


def test_a_terminal_keeps_its_encoding_and_what_it_lacks_is_said_once(text: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "translate", str(text), "--to", "pt", "--from", "de", "--engine", "pseudo"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        stdout=theirs, stderr=subprocess.PIPE, encoding="utf-8", check=False,
    )  # fmt: skip
    os.close(theirs)
    shown = os.read(ours, 4096).decode("ascii")
    os.close(ours)
    assert done.returncode == 0
    assert shown.startswith("[W\\xedr st\\xedmm\\xe9n z\\xfa \\u2014")
    assert done.stderr.count("This terminal writes ascii") == 1


def stopped(tmp_path: Path, command: str, signals: str, ignored: str = "") -> subprocess.CompletedProcess[str]:
    """A command with hundreds of sentences, to which signals come; `ignored` names those ignored from the start."""
    (tmp_path / "law.txt").write_text("We agree.\n\n" + "We meet again. " * 200, "utf-8")
    main = f"{_SIGNALLING}\nfrom {command}.__main__ import main, run_program\nrun_program(main)"
    given = [str(tmp_path / "law.txt"), "--to", "pt", "--from", "en", "--engine", "pseudo", "-o", str(tmp_path / "out")]
    return subprocess.run(
        [sys.executable, "-c", main, *given], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SIGNALS": signals, "IGNORED": ignored},
    )  # fmt: skip


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
@pytest.mark.parametrize(
    ("command", "made", "left"),
    [("translate", "[Wé ágréé.~~~]", "We meet again."), ("summarize", "128 de 201 frases traduzidas", "73 não")],
)
def test_a_signal_keeps_what_is_done(tmp_path: Path, command: str, made: str, left: str, name: str, code: int) -> None:
    done = stopped(tmp_path, command, name)
    written = (tmp_path / "out").read_text("utf-8")
    assert done.returncode == code
    assert made in written
    assert left in written
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("names", "code"), [("SIGINT SIGINT", 130), ("SIGTERM SIGINT", 130), ("SIGINT SIGTERM", 143)])
def test_a_second_signal_ends_at_once(tmp_path: Path, names: str, code: int) -> None:
    done = stopped(tmp_path, "translate", names)
    assert (done.returncode, done.stderr) == (code, "entente: Stopped.\n")
    assert not (tmp_path / "out").exists()


def test_two_interrupts_end_a_run_in_the_background(tmp_path: Path) -> None:
    assert stopped(tmp_path, "translate", "SIGINT SIGINT", "SIGINT SIGHUP").returncode == 130


def test_a_hangup_under_nohup_ends_nothing(tmp_path: Path) -> None:
    assert stopped(tmp_path, "translate", "SIGHUP SIGHUP", "SIGINT SIGHUP").returncode == 0
    assert "We meet again." not in (tmp_path / "out").read_text("utf-8")
