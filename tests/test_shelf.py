"""Kept briefings: as they were, corrections and ticks too; nothing before the reader has said so."""

from dataclasses import replace
from pathlib import Path

import pytest

from summarize.briefing import Briefing, brief
from summarize.correction import corrected
from summarize.shelf import SHELF, Shelf, is_keeping_wanted
from translate.errors import InputError
from translate.reading.reader import read
from translate.store.database import Database, forget
from translate.store.places import NOWHERE


def briefing(text: str = "The ferry leaves at nine. It carries 12 cars.", name: str = "ferry.txt") -> Briefing:
    return brief(read(text.encode(), name=name, language="en"), "pt", engine="pseudo")


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_briefing_comes_back_with_its_corrections_and_ticks(tmp_path: Path) -> None:
    made = corrected(briefing(), 1, "Leva 12 carros.")
    with Shelf(tmp_path) as shelf:
        key = shelf.keep(made, {"1 numbers", "2 names"})
    with Shelf(tmp_path) as shelf:
        assert shelf.open(key) == (made, {"1 numbers", "2 names"})


def test_entries_name_what_is_kept_the_latest_first(tmp_path: Path) -> None:
    water = briefing("# Water\n\nOne well.", "water.md")
    unnamed = replace(water, document=replace(water.document, name=""))
    with Shelf(tmp_path) as shelf:
        first = shelf.keep(briefing(), now_s=100.0)
        shelf.keep(unnamed, now_s=200.0)
        names = [(entry.name, entry.source, entry.target, entry.sentences) for entry in shelf.entries()]
        shelf.keep(briefing(), key=first, now_s=300.0)
        times = [entry.kept_s for entry in shelf.entries()]
    assert names == [("Water", "en", "pt", 2), ("ferry.txt", "en", "pt", 2)]
    assert times == [300.0, 200.0]


def test_ticks_change_without_the_briefing(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        key = shelf.keep(briefing(), {"a"})
        shelf.tick(key, {"b", "c"})
        assert shelf.open(key)[1] == {"b", "c"}


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        key, other = shelf.keep(briefing(), {"lists"}), shelf.keep(briefing(name="other.txt"))
        shelf.forget(key)
        with pytest.raises(InputError, match="not kept any more"):
            shelf.open(key)
        assert [entry.key for entry in shelf.entries()] == [other]
    assert (b"ferry.txt" in everything(tmp_path), b"other.txt" in everything(tmp_path)) == (False, True)


def test_forget_all_keeps_the_readers_answer(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.want(True)
        shelf.keep(briefing())
        shelf.forget_all()
        assert (shelf.entries(), shelf.wanted) == ((), True)


@pytest.mark.parametrize("answer", [True, False])
def test_the_reader_is_asked_once(tmp_path: Path, answer: bool) -> None:
    with Shelf(tmp_path) as shelf:
        assert shelf.wanted is None
        shelf.want(answer)
    assert is_keeping_wanted(tmp_path) is answer


def test_asking_whether_keeping_is_wanted_makes_nothing(tmp_path: Path) -> None:
    assert is_keeping_wanted(tmp_path / "store") is None
    assert not (tmp_path / "store").exists()


def test_forgetting_the_part_forgets_the_answer_too(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.want(True)
        forget("briefings", tmp_path)
        assert shelf.wanted is None


def test_a_damaged_briefing_is_not_used(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        key = shelf.keep(briefing())
        with Database(SHELF, tmp_path) as database, database.writing() as connection:
            connection.execute("UPDATE content SET content = substr(content, 2)")
            connection.execute("UPDATE briefing SET name = 'Another Act'")
        with pytest.raises(InputError, match="damaged"):
            shelf.open(key)
        assert shelf.entries() == ()


def test_a_name_of_any_bytes_is_kept(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.keep(briefing(name="ferry\udcff.txt"))
        assert shelf.entries()[0].name == "ferry?.txt"


def test_a_damaged_shelf_is_set_aside_and_said(tmp_path: Path) -> None:
    (tmp_path / "briefings.sqlite").write_bytes(b"no database" * 999)
    with Shelf(tmp_path) as shelf:
        assert "briefings.aside-1.sqlite" in str(shelf.notice)


def test_a_shelf_that_cannot_be_opened_is_not_wanted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "briefings.sqlite").mkdir()
    assert is_keeping_wanted(tmp_path) is False
    with pytest.raises(InputError):
        Shelf(NOWHERE)
