"""The journal: a run that was cut off goes on where it was, and one that has finished leaves nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import FakeEngine
from translate.choices import Choices
from translate.engines.protocol import GREEDY, Decoding
from translate.errors import EngineError, InputError
from translate.hypothesis import Alternative, Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.languages.wording import in_language
from translate.message import say
from translate.pipeline.resuming import Notes, run_key
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.glossary import Glossary, Term
from translate.store.database import Database
from translate.store.journal import JOURNAL, KEPT_DAYS, Journal
from translate.store.places import NOWHERE
from translate.translation import Doubt, Place, Translation

ROOT = Path(__file__).parent.parent
RUN, OTHER_RUN = b"run" * 8, b"other" * 5
TEXT = "".join(f"Ferry {number} leaves the north bank.\n\n" for number in range(300))
"""Two batches of 128 sentences, each in two calls, and one of 44."""


def count(folder: Path) -> int:
    with Database(JOURNAL, folder) as database:
        return int(database.rows("SELECT count(*) FROM entry")[0][0])


def test_what_was_noted_is_known_to_the_same_run_alone(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.note(RUN, {b"a": b"1", b"b": b"2"})
    with Journal(tmp_path) as journal:
        assert journal.known(RUN, [b"a", b"c"]) == {b"a": b"1"}
        assert journal.known(OTHER_RUN, [b"a"]) == {}


def test_more_keys_than_sqlite_takes_at_once(tmp_path: Path) -> None:
    entries = {str(number).encode(): b"" for number in range(1200)}
    with Journal(tmp_path) as journal:
        journal.note(RUN, entries)
        assert journal.known(RUN, list(entries)) == entries


def test_an_entry_that_has_changed_is_not_used(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.note(RUN, {b"a": b"1", b"b": b"2"})
    with Database(JOURNAL, tmp_path) as database, database.writing() as connection:
        connection.execute("UPDATE entry SET content = ? WHERE key = ?", (b"3", b"a"))
    with Journal(tmp_path) as journal:
        assert journal.known(RUN, [b"a", b"b"]) == {b"b": b"2"}


def test_finish_erases_the_runs_that_were_asked_for(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.note(OTHER_RUN, {b"a": b"1"})
        journal.note(RUN, {b"a": b"1"})
    with Journal(tmp_path) as journal:
        journal.known(RUN, [b"a"])
        journal.finish()
        assert (journal.known(RUN, [b"a"]), journal.known(OTHER_RUN, [b"a"])) == ({}, {b"a": b"1"})


@pytest.mark.parametrize(("days", "left"), [(KEPT_DAYS, 1), (KEPT_DAYS + 1, 0)])
def test_a_run_that_nobody_continues_is_erased_after_a_week(tmp_path: Path, days: int, left: int) -> None:
    with Journal(tmp_path, day=100) as journal:
        journal.note(RUN, {b"a": b"1"})
    Journal(tmp_path, day=100 + days).close()
    assert count(tmp_path) == left


def test_a_journal_that_fails_lets_the_run_go_on(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        with Database(JOURNAL, tmp_path) as database, database.writing() as connection:
            connection.execute("DROP TABLE entry")
        journal.note(RUN, {b"a": b"1"})
        assert (journal.known(RUN, [b"a"]), "cannot be opened or written" in str(journal.notice)) == ({}, True)
        journal.finish()


def test_a_journal_whose_damage_shows_behind_its_opening_lets_the_run_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal(tmp_path) as journal:
        journal.note(RUN, {b"a": b"1"})
    content = (tmp_path / "journal.sqlite").read_bytes()
    (tmp_path / "journal.sqlite").write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    monkeypatch.setattr("translate.store.database._CHECKED_BYTES", 0)  # as of a file that is too large to look through
    with Journal(tmp_path) as journal:
        assert (journal.known(RUN, [b"a"]), "it is damaged" in str(journal.notice)) == ({}, True)


def test_a_journal_that_cannot_be_made_says_so() -> None:
    with pytest.raises(InputError, match="ENTENTE_STORE"):
        Journal(NOWHERE)


EVERYTHING = Hypothesis(
    text="Dois \ud800 navios.",  # a lone surrogate, which no file of UTF-8 holds
    score=-0.123456789012345,
    alignment=(Link(0, 3, 0, 4),),
    origin="fake",
    repairs=(Repair(say("The engine returned nothing."), say("Translated in {count} parts.", count=2)),),
    truncated=True,
    issues=(Issue("numbers", None, (0, 4), say("It is in {language}.", language=say("Portuguese")), "error"),),
    token_scores=(TokenScore(0, 4, -1.5),),
    alternatives=(Alternative(5, 11, ("barcos", "naves")),),
)


def test_notes_give_back_a_hypothesis_as_it_was(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        notes = Notes(Hypothesis, journal, RUN, "en")
        notes.note({"Two ships.": EVERYTHING})
        assert notes.known(["Two ships.", "Three ships."]) == {"Two ships.": EVERYTHING}


def test_notes_give_back_a_message_in_other_languages(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        notes = Notes(Hypothesis, journal, RUN, "en")
        notes.note({"Two ships.": EVERYTHING})
        (repair,) = notes.known(["Two ships."])["Two ships."].repairs
    assert in_language(repair.action, "pt") == "Traduzida em 2 partes."


def test_notes_give_back_a_doubt_as_it_was(tmp_path: Path) -> None:
    doubt = Doubt(-1, 0.25, "Two boats.", ((4, 9),), ((4, 9), (0, 3)), (Place("unsure", (4, 9), (0, 3), (4, 9), "x"),))
    with Journal(tmp_path) as journal:
        notes = Notes(Doubt, journal, RUN, "en")
        notes.note({"Two ships.": doubt})
        assert notes.known(["Two ships."]) == {"Two ships.": doubt}


def test_notes_of_other_settings_are_not_known(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        Notes(Hypothesis, journal, RUN, "model 1").note({"Two ships.": EVERYTHING})
        assert Notes(Hypothesis, journal, RUN, "model 2").known(["Two ships."]) == {}


OTHERS = [
    pytest.param("Another text.", "pt", Choices(), id="text"),
    pytest.param(TEXT, "de", Choices(), id="target"),
    pytest.param(TEXT, "pt", Choices(engine="pseudo"), id="engine"),
    pytest.param(TEXT, "pt", Choices(glossary=Glossary((Term("ferry", "balsa"),), "en", "pt")), id="glossary"),
]


@pytest.mark.parametrize(("text", "target", "choices"), OTHERS)
def test_run_key_tells_runs_apart(text: str, target: str, choices: Choices) -> None:
    document = read(TEXT, language="en")
    assert run_key(read(text, language="en"), target, choices) != run_key(document, "pt", Choices())


class Breaking(FakeEngine):
    """Fails at its fifth call, in the third batch, as a model on a disk that goes away does."""

    def translate(
        self, texts: list[str], source: str, target: str, decoding: Decoding = GREEDY  # type: ignore[override]
    ) -> list[Hypothesis]:  # fmt: skip
        if len(self.calls) == 4:
            raise EngineError("The disk is gone.")
        return super().translate(texts, source, target, decoding)


def translated(engine: FakeEngine, folder: Path | None = None, text: str = TEXT) -> Translation:
    with Journal(folder) as journal:
        choices = Choices(journal=journal if folder else None)
        return translate(read(text, language="en"), "pt", choices=choices, engines={"fake": engine})


def test_a_run_goes_on_where_its_engine_failed(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        translated(Breaking(), tmp_path)
    engine = FakeEngine()
    resumed = translated(engine, tmp_path)
    assert [len(texts) for texts in engine.calls] == [44]
    assert resumed == translated(FakeEngine())


def test_a_run_asks_nothing_again_that_is_noted(tmp_path: Path) -> None:
    first = translated(FakeEngine(), tmp_path)
    engine = FakeEngine()
    assert (translated(engine, tmp_path), engine.calls) == (first, [])


def test_another_model_begins_anew(tmp_path: Path) -> None:
    translated(FakeEngine(), tmp_path)
    engine = FakeEngine(name="other")
    translated(engine, tmp_path)
    assert sum(map(len, engine.calls)) == 300


def test_doubts_go_on_too(tmp_path: Path) -> None:
    text = read("The ferry leaves at nine. It carries 12 cars.", language="en")
    with Journal(tmp_path) as journal:
        first = translate(text, "pt", doubt=True, journal=journal)
        again = translate(text, "pt", doubt=True, journal=journal)
        journal.finish()
    assert (len(first.doubts), again, count(tmp_path)) == (2, first, 0)


def test_a_second_opinion_is_noted_too(tmp_path: Path) -> None:
    text = read("The ferry costs 12 euros.", language="en")
    second = FakeEngine(name="second")
    engines = {"fake": FakeEngine(lambda line: "A balsa custa 13 euros."), "second": second}
    with Journal(tmp_path) as journal:
        choices = Choices(engine="fake", second="second", journal=journal)
        first = translate(text, "pt", choices=choices, engines=engines)
        asked = len(second.calls)
        again = translate(text, "pt", choices=choices, engines=engines)
    assert (len(first.opinions), len(second.calls), again) == (1, asked, first)


COMMAND = """
import os, signal, sys
from translate.__main__ import main
from translate.engines.pseudo import PseudoEngine

whole, left = PseudoEngine.translate, [int(sys.argv[2])]


def translate(self, texts, *rest):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    with open(sys.argv[1], "a") as log:
        print(len(texts), file=log)
    return whole(self, texts, *rest)


PseudoEngine.translate = translate
sys.exit(main(sys.argv[3:]))
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    (tmp_path / "law.txt").write_text(TEXT, "utf-8")
    return tmp_path / "law.txt"


def start(law: Path, calls: int, *options: str, output: str = "law.pt.txt") -> "subprocess.Popen[str]":
    """The command on a text of three batches; it is killed when its engine is called once more than that."""
    arguments = [str(law), "--to", "pt", "--from", "en", "--engine", "pseudo", "--quick", *options]
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, str(law.with_name("asked")), str(calls), *arguments, "-o", output],
        cwd=law.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "ENTENTE_STORE": str(law.with_name("store"))},
        stderr=subprocess.PIPE,
        text=True,
    )


def asked(law: Path) -> list[int]:
    return [int(line) for line in law.with_name("asked").read_text().split()]


KEPT = rb"rry 12 l\u00e9\u00e1v\u00e9s"
"""Of a sentence, as the journal's JSON writes it."""


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


needs_kill = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@needs_kill
def test_a_command_that_is_killed_goes_on_where_it_was(law: Path) -> None:
    killed = start(law, 4)
    killed.communicate()
    assert (killed.returncode, law.with_name("law.pt.txt").exists()) == (-signal.SIGKILL, False)
    resumed = start(law, 9)
    resumed.communicate()
    assert (resumed.returncode, asked(law)) == (0, [64, 64, 64, 64, 44])
    anew = start(law, 9, "--no-journal", output="anew.pt.txt")
    anew.communicate()
    assert law.with_name("law.pt.txt").read_text("utf-8") == law.with_name("anew.pt.txt").read_text("utf-8")


@needs_kill
def test_what_a_killed_command_has_kept_is_forgotten_when_it_has_finished(law: Path) -> None:
    start(law, 4).communicate()
    store = law.with_name("store")
    assert (count(store), KEPT in everything(store)) == (256, True)
    start(law, 9).communicate()
    assert (count(store), KEPT in everything(store)) == (0, False)


@needs_kill
def test_no_journal_leaves_no_trace(law: Path) -> None:
    start(law, 4, "--no-journal").communicate()
    assert not law.with_name("store").exists()


def test_the_same_command_twice_at_once_gives_both_the_whole(law: Path) -> None:
    running = [start(law, 9, output=name) for name in ("one.txt", "two.txt")]
    said = [process.communicate()[1] for process in running]
    assert ([process.returncode for process in running], "".join(said).count("entente:")) == ([0, 0], 0)
    one, two = (law.with_name(name).read_text("utf-8") for name in ("one.txt", "two.txt"))
    assert (one == two, one.count("Férry"), count(law.with_name("store"))) == (True, 300, 0)


def test_a_damaged_journal_is_said_and_the_command_runs(law: Path) -> None:
    law.with_name("store").mkdir()
    law.with_name("store").joinpath("journal.sqlite").write_bytes(b"no database" * 999)
    done = start(law, 9)
    said = done.communicate()[1]
    assert (done.returncode, "it is damaged. It now lies in" in said) == (0, True)


def test_a_journal_that_cannot_be_made_does_not_keep_the_command_from_running(law: Path) -> None:
    law.with_name("store").write_text("a file where the folder should be")
    done = start(law, 9)
    said = done.communicate()[1]
    assert (done.returncode, "cannot go on where it was" in said) == (0, True)


def test_a_stopped_run_stays_in_the_journal(tmp_path: Path) -> None:
    stops = iter([False] * 6 + [True])  # before each batch, and before each call of its engine
    document = read(TEXT, language="en")
    with Journal(tmp_path) as journal, pytest.raises(Exception, match="stopped"):
        translate(document, "pt", engines={"fake": FakeEngine()}, journal=journal, stop=lambda: next(stops))
    assert count(tmp_path) == 256
