"""entente forget: what is kept of a reader's texts, and that it goes."""

from pathlib import Path

import pytest

from page.__main__ import entente
from translate.store.database import kept_parts
from translate.store.journal import Journal


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A store whose journal holds something of an unfinished run."""
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path))
    with Journal() as journal:
        journal.note(b"run", {b"key": b"os navios partem"})
    return tmp_path


def test_forget_forgets_all(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (store / "briefings.aside-1.sqlite").write_bytes(b"os navios partem")
    assert entente(["forget"]) == 0
    said = capsys.readouterr().out
    assert ("journal: forgotten" in said, "briefings: forgotten" in said) == (True, True)
    assert b"navios" not in b"".join(path.read_bytes() for path in store.iterdir())


def test_forget_takes_one_part(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(["forget", "index"]) == 0
    with Journal() as journal:
        assert journal.known(b"run", [b"key"]) == {b"key": b"os navios partem"}
    assert capsys.readouterr().out == "Nothing is kept as index.\n"


def test_list_only_lists(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(["forget", "--list"]) == 0
    assert f"MB in {store}" in capsys.readouterr().out
    with Journal() as journal:
        assert journal.known(b"run", [b"key"]) == {b"key": b"os navios partem"}


def test_forget_says_where_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path / "new"))
    assert entente(["forget"]) == 0
    assert capsys.readouterr().out == f"Nothing is kept in {tmp_path / 'new'}.\n"


def test_forget_twice_says_that_nothing_was_left(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (entente(["forget"]), entente(["forget"])) == (0, 0)
    assert capsys.readouterr().out.endswith("journal: nothing was kept\n")


def test_kept_parts_counts_what_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").write_bytes(b"12345")
    (tmp_path / "index.aside-1.sqlite").write_bytes(b"123")
    assert kept_parts(tmp_path) == {"index": 8}
