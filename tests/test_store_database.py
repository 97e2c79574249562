"""The one mechanism of what is kept for a reader: private, checked, set aside where it cannot be used, forgotten."""

import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import InputError
from translate.languages.wording import in_language
from translate.store.database import Database, Part, forget, is_whole, sealed
from translate.store.places import NOWHERE, store_folder

ROOT = Path(__file__).parent.parent
PART = Part("notes", 1, ("CREATE TABLE note (name TEXT PRIMARY KEY, content BLOB, checksum INTEGER)",))
SECRET = b"Os 14 navios partem na quinta-feira."
PUT = "INSERT OR REPLACE INTO note VALUES (?, ?, ?)"


def put(folder: Path, name: str = "a", content: bytes = SECRET) -> None:
    with Database(PART, folder) as notes, notes.writing() as connection:
        connection.execute(PUT, sealed(name, content))


def kept(folder: Path) -> list[str]:
    with Database(PART, folder) as notes:
        return [name for name, *_ in notes.rows("SELECT * FROM note ORDER BY name")]


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_what_was_put_is_there_again(tmp_path: Path) -> None:
    put(tmp_path)
    with Database(PART, tmp_path) as notes:
        (row,) = notes.rows("SELECT * FROM note WHERE name = ?", "a")
    assert (row[:2], is_whole(row), notes.notice) == (("a", SECRET), True, None)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_folder_and_files_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with Database(PART, folder) as notes, notes.writing() as connection:
        connection.execute(PUT, sealed("a", SECRET))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.glob("notes*")}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes == dict.fromkeys(("notes.sqlite", "notes.sqlite-wal", "notes.sqlite-shm"), 0o600)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "notes.sqlite").chmod(0o644)
    put(tmp_path)
    assert stat.S_IMODE((tmp_path / "notes.sqlite").stat().st_mode) == 0o600


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def put_and_fail() -> None:
        with notes.writing() as connection:
            connection.execute(PUT, sealed("a", SECRET))
            raise ZeroDivisionError

    with Database(PART, tmp_path) as notes:
        with pytest.raises(ZeroDivisionError):
            put_and_fail()
        assert notes.rows("SELECT * FROM note") == []


@given(at=st.integers(0, len(SECRET) - 1), bit=st.integers(0, 7))
def test_is_whole_refuses_every_flipped_bit(at: int, bit: int) -> None:
    changed = bytearray(SECRET)
    changed[at] ^= 1 << bit
    name, _, checksum = sealed("a", SECRET)
    assert not is_whole((name, bytes(changed), checksum))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("ab", "c"), ("a", "bc"), id="another edge"),
        pytest.param(("1",), (1,), id="another kind"),
        pytest.param(("a", None), ("a",), id="a value less"),
    ],
)
def test_sealed_tells_rows_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert sealed(*one)[-1] != sealed(*other)[-1]


DAMAGES = [
    pytest.param(b"", "it is empty", id="empty"),
    pytest.param(b"no database at all" * 999, "it is damaged", id="something else"),
]


@pytest.mark.parametrize(("content", "reason"), DAMAGES)
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "notes.sqlite").write_bytes(content)
    with Database(PART, tmp_path) as notes:
        assert notes.rows("SELECT * FROM note") == []
        assert notes.notice is not None
        assert reason in notes.notice
    assert (tmp_path / "notes.aside-1.sqlite").read_bytes() == content


def test_a_page_that_is_overwritten_is_found(tmp_path: Path) -> None:
    put(tmp_path)
    content = bytearray((tmp_path / "notes.sqlite").read_bytes())
    content[-4096:] = b"\xff" * 4096
    (tmp_path / "notes.sqlite").write_bytes(content)
    with Database(PART, tmp_path) as notes:
        assert notes.notice is not None


def test_a_text_that_is_damaged_is_a_row_that_is_not_whole(tmp_path: Path) -> None:
    put(tmp_path, "eins")
    put(tmp_path, "zwei")
    content = (tmp_path / "notes.sqlite").read_bytes()
    (tmp_path / "notes.sqlite").write_bytes(content.replace(b"eins", b"e\xffns"))
    with Database(PART, tmp_path) as notes:
        rows = notes.rows("SELECT * FROM note")
    assert ([row[0] for row in rows if is_whole(row)], notes.notice) == (["zwei"], None)


def unknown_format(folder: Path) -> None:
    """Name a format of SQLite's that there is not yet: bytes 44 to 47 of the file."""
    put(folder)
    content = bytearray((folder / "notes.sqlite").read_bytes())
    content[44:48] = (99).to_bytes(4, "big")
    (folder / "notes.sqlite").write_bytes(content)


def test_a_file_of_a_format_that_sqlite_does_not_know_is_set_aside(tmp_path: Path) -> None:
    unknown_format(tmp_path)
    with Database(PART, tmp_path) as notes:
        assert "it is damaged" in str(notes.notice)


def test_forget_deletes_a_file_of_a_format_that_sqlite_does_not_know(tmp_path: Path) -> None:
    unknown_format(tmp_path)
    assert forget("notes", tmp_path)
    assert SECRET not in everything(tmp_path)


def test_another_version_is_set_aside_and_can_be_opened_there(tmp_path: Path) -> None:
    put(tmp_path)
    with Database(Part("notes", 2, PART.tables), tmp_path) as notes:
        assert "it is of version 1, and known is 2" in str(notes.notice)
    assert kept(tmp_path) == []
    os.replace(tmp_path / "notes.aside-1.sqlite", tmp_path / "notes.sqlite")
    assert kept(tmp_path) == ["a"]


def test_other_tables_of_the_same_version_are_set_aside(tmp_path: Path) -> None:
    put(tmp_path)
    with Database(Part("notes", 1, ("CREATE TABLE note (name TEXT)",)), tmp_path) as notes:
        assert "it is damaged" in str(notes.notice)


def test_a_second_file_set_aside_leaves_the_first(tmp_path: Path) -> None:
    for content in (b"one" * 999, b"two" * 999):
        (tmp_path / "notes.sqlite").write_bytes(content)
        Database(PART, tmp_path).close()
    asides = sorted(tmp_path.glob("notes.aside-*"))
    assert [path.read_bytes()[:3] for path in asides] == [b"one", b"two"]


def test_what_was_set_aside_is_said_in_portuguese(tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_bytes(b"")
    with Database(PART, tmp_path) as notes:
        said = in_language(notes.notice or "", "pt")
    assert "está vazio" in said


def test_damage_met_while_open_is_said_and_a_new_file_begun(tmp_path: Path) -> None:
    put(tmp_path, content=SECRET * 99_999)  # more than SQLite has read by then
    with Database(PART, tmp_path) as notes:
        pages = (tmp_path / "notes.sqlite").stat().st_size // 4096
        with (tmp_path / "notes.sqlite").open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096 * (pages - 1))
        with pytest.raises(InputError, match="aside-1"):
            notes.rows("SELECT * FROM note")
        assert notes.rows("SELECT * FROM note") == []


def test_a_wrong_statement_is_a_bug_and_sets_nothing_aside(tmp_path: Path) -> None:
    put(tmp_path)
    with Database(PART, tmp_path) as notes, pytest.raises(sqlite3.IntegrityError), notes.writing() as connection:
        connection.execute("INSERT INTO note VALUES (?, ?, ?)", sealed("a", b""))
    assert kept(tmp_path) == ["a"]


def test_a_place_that_cannot_be_made_is_said() -> None:
    with pytest.raises(InputError, match="ENTENTE_STORE"):
        Database(PART, NOWHERE)


def test_erase_leaves_nothing_in_any_file(tmp_path: Path) -> None:
    with Database(PART, tmp_path) as notes:
        with notes.writing() as connection:
            connection.execute(PUT, sealed("a", SECRET))
            connection.execute(PUT, sealed("b", b"stays"))
        assert SECRET in everything(tmp_path)
        assert notes.erase("DELETE FROM note WHERE name = ?", "a") == 1
        assert (SECRET in everything(tmp_path), b"stays" in everything(tmp_path)) == (False, True)


def test_forget_empties_the_file_and_deletes_what_was_set_aside(tmp_path: Path) -> None:
    put(tmp_path)
    Database(Part("notes", 2, PART.tables), tmp_path).close()
    put(tmp_path)  # of version 1 again
    assert forget("notes", tmp_path)
    assert SECRET not in everything(tmp_path)
    assert (forget("notes", tmp_path), kept(tmp_path)) == (False, [])


def test_forget_deletes_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_bytes(SECRET * 999)
    assert forget("notes", tmp_path)
    assert SECRET not in everything(tmp_path)


def test_forget_leaves_other_parts_alone(tmp_path: Path) -> None:
    put(tmp_path)
    assert not forget("note", tmp_path)
    assert kept(tmp_path) == ["a"]


def test_forget_empties_a_text_index(tmp_path: Path) -> None:
    part = Part("words", 1, ("CREATE VIRTUAL TABLE word USING fts5(text)",))
    with Database(part, tmp_path) as words:
        with words.writing() as connection:
            connection.execute("INSERT INTO word VALUES ('navios')")
        assert forget("words", tmp_path)
        assert words.rows("SELECT * FROM word WHERE word MATCH 'navios'") == []
        assert words.rows("SELECT count(*) FROM word") == [(0,)]


def test_who_has_a_forgotten_file_open_goes_on_with_an_empty_one(tmp_path: Path) -> None:
    with Database(PART, tmp_path) as notes:
        put(tmp_path)
        assert forget("notes", tmp_path)
        assert notes.rows("SELECT * FROM note") == []
        put(tmp_path, "b")
        assert notes.rows("SELECT name FROM note") == [("b",)]


def test_threads_share_a_database(tmp_path: Path) -> None:
    def add(name: str) -> None:
        with notes.writing() as connection:
            connection.execute(PUT, sealed(name, SECRET))

    with Database(PART, tmp_path) as notes, ThreadPoolExecutor(4) as pool:
        list(pool.map(add, map(str, range(40))))
        assert notes.rows("SELECT count(*) FROM note") == [(40,)]


WRITER = """
import sys
from pathlib import Path
from tests.test_store_database import put
for number in range(10):
    put(Path(sys.argv[1]), sys.argv[2] + str(number))
"""


@pytest.mark.parametrize("before", [None, b"no database at all" * 999], ids=["new", "damaged"])
def test_processes_that_start_at_once_lose_nothing(tmp_path: Path, before: bytes | None) -> None:
    if before is not None:
        (tmp_path / "notes.sqlite").write_bytes(before)
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], cwd=ROOT, stderr=subprocess.PIPE)
        for name in "abc"
    ]
    ended = [process.communicate()[1] for process in running]
    assert ended == [b"", b"", b""]
    assert len(kept(tmp_path)) == 30
    assert len(list(tmp_path.glob("notes.aside-*.sqlite"))) == int(before is not None)


def test_store_folder_is_the_environments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path))
    assert store_folder() == tmp_path
