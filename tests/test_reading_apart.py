"""Files read by another process, which may die without taking this one along."""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests import attacks
from translate import InputError, LanguageError, read
from translate.errors import Stopped
from translate.reading import worker
from translate.reading.apart import Reader, read_apart
from translate.reading.limits import Limits

_TEXT = "The council meets twice a year. It elects a chair."
_BOMB = attacks.pdf(b"/F Do", b"/F Do /F Do")  # 2 to the power of pdfium's depth
confining = pytest.mark.skipif(sys.platform != "linux", reason="the system cannot confine a process's memory")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """A reader that is kept, as the page has it."""
    with Reader(Limits(memory_bytes=256 << 20, seconds=60)) as kept:
        yield kept


def test_the_document_is_the_same_as_in_this_process(reader: Reader) -> None:
    assert reader.read(_TEXT) == read(_TEXT)


def test_a_file_has_its_name(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "law.html").write_bytes(b"<h1>Fees</h1><p>Ships pay twice.")
    assert reader.read(tmp_path / "law.html", language="en") == read(tmp_path / "law.html", language="en")


def test_an_error_in_words_comes_as_it_is(reader: Reader) -> None:
    with pytest.raises(InputError, match="holds no words"):
        reader.read(b" ", name="a.txt")


def test_an_unknown_language_is_named(reader: Reader) -> None:
    with pytest.raises(LanguageError, match="Klingon"):
        reader.read(_TEXT, language="Klingon")


@confining
def test_a_file_that_swells_is_refused_and_the_next_is_read(reader: Reader) -> None:
    with pytest.raises(InputError, match="256 MB of memory"):
        reader.read(_BOMB, name="a.pdf")
    assert reader.read(_TEXT).language == "en"


@confining
def test_a_file_that_takes_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="after 1 seconds"):
        read_apart(_BOMB, name="a.pdf", limits=Limits(seconds=1))


def test_reading_ends_when_it_is_told_to(reader: Reader) -> None:
    with pytest.raises(Stopped):
        reader.read(_TEXT, stop=lambda: True)
    assert reader.read(_TEXT).language == "en"


def test_a_process_that_was_ended_is_started_again(reader: Reader) -> None:
    reader.start()
    assert reader._process is not None
    os.kill(reader._process.pid, signal.SIGTERM)
    reader._process.wait()
    assert reader.read(_TEXT).language == "en"


def test_nothing_is_left_of_a_reader_that_is_closed() -> None:
    with Reader() as closed:
        closed.start()
        process = closed._process
    assert process is not None
    assert (process.poll() is None, process.stdin is None or process.stdin.closed) == (False, True)


def test_too_large_a_file_is_not_sent(reader: Reader) -> None:
    with pytest.raises(InputError, match=r"limit is 50\.0 MB"):
        reader.read(bytes(50 * 1024 * 1024 + 1))


def test_a_bug_in_a_reader_keeps_its_kind_and_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_confine", lambda limits: None)
    monkeypatch.setitem(worker.read.__globals__["READERS"], ".txt", "tests.test_reading_apart:broken")
    answers = BytesIO()
    worker.serve(BytesIO(pickle.dumps((b"Fees.", "a.txt", None, True, False, Limits()))), answers)
    _, error = pickle.loads(answers.getvalue()[8:])
    assert (type(error), "in broken" in error.__notes__[0]) == (ZeroDivisionError, True)


def broken(content: bytes, name: str) -> None:
    """A reader with a bug."""
    _ = 1 / (len(content) - len(content))


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no groups of processes")
def test_what_the_process_started_ends_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = ["sh", "-c", "echo at work; sleep 20; echo alone"]
    start = f"import subprocess; subprocess.run({command!r}, stdout=open({str(pipe)!r}, 'w'))"
    monkeypatch.setattr("translate.reading.apart._START", start)
    reader = Reader()
    reader.start()
    with pipe.open() as said:
        begun = said.readline()
        reader.close()
        assert (begun, said.read()) == ("at work\n", "")
