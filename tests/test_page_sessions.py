"""Sessions: the runs of readers who have gone are ended, told by a clock of the test's own."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event

import pytest

from page.request import Request
from page.run import Run
from page.sessions import Sessions
from summarize.choices import BriefChoices
from tests.fakes import FakeEngine, cipher

LIMIT_S = 30


@dataclass
class _Server:
    """Who is connected, and what time it is."""

    there: set[str] = field(default_factory=lambda: {"a", "b"})
    now_s: float = 0.0

    def sessions(self) -> Sessions:
        return Sessions(lambda session: session in self.there, lambda: self.now_s)


@pytest.fixture
def held() -> Iterator[Event]:
    """Holds the engine until it is set."""
    held = Event()
    yield held
    held.set()


def _run(held: Event) -> Run:
    def say(text: str) -> str:
        held.wait(LIMIT_S)
        return cipher(text)

    return Run(Request("The Parties meet.", "pt", choices=BriefChoices("en")), {"fake": FakeEngine(say)})


def test_the_run_of_who_has_gone_is_ended_and_nothing_is_made(held: Event) -> None:
    server = _Server()
    sessions, run = server.sessions(), _run(held)
    sessions.hold("a", run)
    server.there, server.now_s = {"b"}, 3.0
    sessions.look()
    held.set()
    assert run.wait(LIMIT_S)
    assert run.briefing is None
    assert run.error is None


def test_the_run_of_who_is_there_goes_on(held: Event) -> None:
    server = _Server()
    sessions, run, other = server.sessions(), _run(held), _run(held)
    sessions.hold("a", run)
    sessions.hold("b", other)
    server.there, server.now_s = {"a"}, 3.0
    sessions.look()
    assert not run.stopping
    assert other.stopping


def test_a_reader_may_be_away_for_a_moment(held: Event) -> None:
    server = _Server()
    sessions, run = server.sessions(), _run(held)
    sessions.hold("a", run)
    server.there, server.now_s = set(), 2.9
    sessions.look()
    server.there, server.now_s = {"a"}, 3.5
    sessions.look()
    server.there, server.now_s = set(), 6.4
    sessions.look()
    assert not run.stopping


def test_a_run_is_not_kept_from_being_collected(held: Event) -> None:
    server = _Server()
    sessions, run = server.sessions(), _run(held)
    sessions.hold("a", run)
    work = run._work
    del run
    gc.collect()
    assert work.left.is_set()
