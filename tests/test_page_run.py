"""Run: a briefing in a thread that the page looks at, stops, corrects, and that ends with its session."""

import codecs
import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from page.kept_corrections import memory_file, memory_size
from page.request import Request
from page.run import Run
from summarize.choices import BriefChoices
from tests.fakes import FakeEngine, failing_at
from translate import InputError
from translate.choices import Choices
from translate.engines.protocol import Engine
from translate.resources.memory import Memory

TEXT = "The Council met in Lisbon today. The Parties shall report each year. Members pay the fees in March."
ENGLISH = BriefChoices("en")
LIMIT_S = 30


class _Gate:
    """Lets the first call of an engine through and holds the second until it is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = Event(), Event()
        self.calls = 0

    def say(self, text: str) -> str:
        self.calls += 1
        if self.calls == 2:
            self.reached.set()
            self.opened.wait(LIMIT_S)
        return codecs.encode(text, "rot13")


@pytest.fixture
def gate() -> Iterator[_Gate]:
    gate = _Gate()
    yield gate
    gate.opened.set()


def _engines(gate: _Gate) -> dict[str, Engine]:
    return {"fake": FakeEngine(gate.say, window=1)}


def test_run_makes_a_briefing() -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    assert run.error is None
    assert run.briefing is not None
    assert run.briefing.translation is not None
    assert run.briefing.translation.coverage == {"fake": 3}


def test_run_hands_sentences_over_as_they_come(gate: _Gate) -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), _engines(gate))
    assert gate.reached.wait(LIMIT_S)
    assert [(segment, found.text) for segment, found in run.arrivals(0)] == [(0, "Gur Pbhapvy zrg va Yvfoba gbqnl.")]
    assert (run.progress().stage, run.progress().done, run.progress().total) == ("translating", 1, 3)
    assert run.arrivals(1) == ()


def test_run_stopped_keeps_what_is_done(gate: _Gate) -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), _engines(gate))
    assert gate.reached.wait(LIMIT_S)
    run.stop()
    gate.opened.set()
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert run.briefing.translation is not None
    assert run.briefing.translation.coverage == {"fake": 2, "pending": 1}


def test_run_stopped_behind_its_last_sentence_has_no_summary_and_can_be_tried_again(gate: _Gate) -> None:
    run = Run(Request("The Council met today. Members pay in March.", "pt", choices=ENGLISH), _engines(gate))
    assert gate.reached.wait(LIMIT_S)
    run.stop()
    gate.opened.set()
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert run.briefing.translation is not None
    assert run.briefing.translation.coverage == {"fake": 2}
    assert (run.briefing.summary.points, run.complete) == ((), False)


def test_run_stops_when_nobody_holds_it(gate: _Gate) -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), _engines(gate))
    assert gate.reached.wait(LIMIT_S)
    work = run._work
    del run
    gc.collect()
    assert work.stop.is_set()


def test_run_keeps_an_error_in_words() -> None:
    run = Run(Request(b"\x00\x01\x02\xff" * 50, "pt", name="noise.bin"), {})
    assert run.wait(LIMIT_S)
    assert isinstance(run.error, InputError)
    assert run.briefing is None


def test_run_keeps_a_bug_as_it_is() -> None:
    def broken(text: str) -> str:
        raise ZeroDivisionError

    run = Run(Request(TEXT, "pt", choices=ENGLISH), {"fake": FakeEngine(broken)})
    assert run.wait(LIMIT_S)
    assert isinstance(run.error, ZeroDivisionError)


@pytest.mark.parametrize(
    ("target", "otherwise", "expected"),
    [("en", "pt", "pt"), ("en", None, "en"), ("pt", "en", "pt")],
    ids=["source is the target", "as chosen", "no need"],
)
def test_run_turns_to_the_other_target(target: str, otherwise: str | None, expected: str) -> None:
    run = Run(Request(TEXT, target, otherwise, choices=ENGLISH), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert run.briefing.target == expected


def test_run_correct_reaches_the_briefing() -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    run.correct(1, "As Partes informam todos os anos.")
    assert run.briefing is not None
    assert run.briefing.translation is not None
    assert run.briefing.translation.target.texts[1] == "As Partes informam todos os anos."
    assert run.revision == 1


def test_run_takes_a_correction_back_and_forgets_it(tmp_path: Path) -> None:
    memory = tmp_path / "corrections.sqlite"
    run = Run(Request(TEXT, "pt", choices=ENGLISH, memory=memory), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    before = run.briefing
    run.correct(1, "As Partes informam todos os anos.")
    assert [*run.restorable] == [1]
    run.take_back(1)
    assert (run.briefing, run.restorable, run.touched) == (before, {}, {1})
    with Memory(memory) as kept:
        assert len(kept) == 0


def test_run_keeps_a_correction_for_the_next_one(tmp_path: Path) -> None:
    memory = tmp_path / "new" / "corrections.sqlite"
    first = Run(Request(TEXT, "pt", choices=ENGLISH, memory=memory), {"fake": FakeEngine()})
    assert first.wait(LIMIT_S)
    first.correct(1, "As Partes informam todos os anos.")
    again = Run(Request(TEXT, "pt", choices=ENGLISH, memory=memory), {"fake": FakeEngine()})
    assert again.wait(LIMIT_S)
    assert again.briefing is not None
    assert again.briefing.translation is not None
    assert again.briefing.translation.target.texts[1] == "As Partes informam todos os anos."
    assert again.briefing.translation.coverage == {"fake": 2, "memory": 1}


def test_run_takes_a_correction_over_however_its_lines_break(tmp_path: Path) -> None:
    text = "The harbour authority shall collect from each of the ships that enter the port a\nfee."
    memory = tmp_path / "corrections.sqlite"
    first = Run(Request(text, "pt", choices=ENGLISH, memory=memory), {"fake": FakeEngine()})
    assert first.wait(LIMIT_S)
    first.correct(0, "Cobra taxas.")
    again = Run(Request(text.replace("\n", " "), "pt", choices=ENGLISH, memory=memory), {"fake": FakeEngine()})
    assert again.wait(LIMIT_S)
    assert again.briefing is not None
    assert again.briefing.translation is not None
    assert again.briefing.translation.coverage == {"memory": 1}


def test_run_says_that_the_memory_cannot_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "corrections.sqlite"
    file.write_text("no database, but long enough to be taken for one" * 20)
    run = Run(Request(TEXT, "pt", choices=ENGLISH, memory=file), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    assert isinstance(run.error, InputError)


def test_a_damaged_memory_counts_as_empty_until_a_run_refuses_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    memory_file().parent.mkdir(parents=True)
    memory_file().write_bytes(b"")
    assert memory_size() == 0


def test_run_keeps_nothing_unless_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    run = Run(Request(TEXT, "pt", choices=ENGLISH), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    run.correct(1, "As Partes informam todos os anos.")
    assert list(tmp_path.iterdir()) == []


def test_run_compares_meanings_when_asked() -> None:
    run = Run(
        Request(TEXT, "pt", choices=BriefChoices("en", translation=Choices(thorough=True))), {"fake": FakeEngine()}
    )
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert "similarity" in {issue.kind for issue in run.briefing.issues}


def test_run_whose_engine_fails_halfway_is_not_complete() -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), {"fake": FakeEngine(failing_at("Members"), window=1)})
    assert run.wait(LIMIT_S)
    assert run.error is None
    assert run.briefing is not None
    assert not run.complete


def test_run_tick_keeps_what_is_checked() -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH), {"fake": FakeEngine()})
    run.tick("a", True)
    run.tick("b", True)
    run.tick("a", False)
    assert run.checked == {"b"}


def test_run_checks_the_readers_terms() -> None:
    run = Run(Request(TEXT, "pt", choices=ENGLISH, terms="fees, quotas"), {"fake": FakeEngine()})
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert [issue.segment for issue in run.briefing.issues if issue.kind == "terms"] == [2]
    run.correct(2, "Os membros pagam as quotas em março.")
    assert [issue.segment for issue in run.briefing.issues if issue.kind == "terms"] == []


def test_run_asks_a_second_engine_about_doubtful_sentences() -> None:
    engines = {"fake": FakeEngine(lambda text: "Hm."), "other": FakeEngine(name="other")}
    run = Run(Request(TEXT, "pt", choices=BriefChoices("en", translation=Choices("fake", second="other"))), engines)
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert run.briefing.translation is not None
    assert {opinion.hypothesis.origin for opinion in run.briefing.translation.opinions} == {"other"}


def test_run_keeps_the_translation_where_the_second_engine_has_no_way() -> None:
    engines = {"fake": FakeEngine(lambda text: "Hm."), "other": FakeEngine(name="other", pairs=())}
    run = Run(Request(TEXT, "pt", choices=BriefChoices("en", translation=Choices(second="other"))), engines)
    assert run.wait(LIMIT_S)
    assert run.briefing is not None
    assert run.briefing.translation is not None
    assert run.briefing.translation.opinions == ()
