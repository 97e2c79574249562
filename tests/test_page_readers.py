"""Readers: texts of all sessions read by processes that are kept; Stop ends the waiting and the reading."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from page.queue import Turn
from page.readers import Readers
from page.request import Request
from page.run import Run
from summarize.choices import BriefChoices
from tests.fakes import FakeEngine
from translate import Document, read
from translate.errors import Stopped
from translate.reading.apart import Reader

LIMIT_S = 30


class _Held(Reader):
    """Reads when it is let, and stops as a Reader does."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.opened = Event(), Event()
        self.texts: list[object] = []

    def read(
        self,
        source: str | bytes | Path,
        *,
        name: str = "",
        language: str | None = None,
        comments: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> Document:
        self.texts.append(source)
        self.reached.set()
        while not self.opened.wait(0.01):
            if stop():
                raise Stopped
        return read(source, name=name, language=language)


@pytest.fixture
def held() -> tuple[_Held, _Held]:
    return _Held(), _Held()


def _run(readers: Readers, text: str = "The Parties meet.") -> Run:
    return Run(Request(text, "pt", choices=BriefChoices("en")), {"fake": FakeEngine()}, readers=readers)


def test_a_run_is_made_of_what_they_read(held: tuple[_Held, _Held]) -> None:
    held[0].opened.set()
    run = _run(Readers(held))
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert held[0].texts == ["The Parties meet."]


def test_stop_ends_the_reading(held: tuple[_Held, _Held]) -> None:
    run = _run(Readers(held))
    assert held[0].reached.wait(LIMIT_S)
    assert run.progress().stage == "reading"
    run.stop()
    assert run.wait(LIMIT_S)
    assert (run.briefing, run.error) == (None, None)


def test_stop_ends_the_waiting_for_a_reader(held: tuple[_Held, _Held]) -> None:
    readers = Readers(held)
    runs = [_run(readers), _run(readers)]
    assert all(reader.reached.wait(LIMIT_S) for reader in held)
    told, stopped = Event(), Event()
    turns: list[Turn | None] = []

    def waiting(turn: Turn | None) -> None:
        turns.append(turn)
        told.set()

    def wait() -> None:
        with pytest.raises(Stopped):
            readers.read("Members pay.", stop=stopped.is_set, waiting=waiting)

    thread = Thread(target=wait)
    thread.start()
    assert told.wait(LIMIT_S)
    assert turns[0] is not None
    stopped.set()
    thread.join(LIMIT_S)
    assert not thread.is_alive()
    assert not any(run.finished for run in runs)


def test_a_reader_that_was_stopped_reads_again(held: tuple[_Held, _Held]) -> None:
    readers = Readers(held)
    run = _run(readers)
    assert held[0].reached.wait(LIMIT_S)
    run.stop()
    assert run.wait(LIMIT_S)
    held[0].opened.set()
    held[1].opened.set()
    assert readers.read("Members pay.", language="en").text == "Members pay."
