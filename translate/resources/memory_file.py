"""The file of a translation memory: an SQLite database whose every row is checked before any of it is used.

SQLite notices damage to its own structures only, and not always: a changed letter is a changed translation, and a
changed key is a sentence that is not found. So each row has a checksum, and the table `total` their number and sum.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from zlib import crc32

Row = tuple[str, str, str, str]
"""Language of the source, language of the target, source, target."""

_UNITS = """
CREATE TABLE unit (
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (source_language, target_language, source)
) WITHOUT ROWID
"""
_TOTAL = "CREATE TABLE total (units INTEGER NOT NULL, checksums INTEGER NOT NULL)"
_COUNTED = "SELECT count(*), coalesce(sum(checksum), 0) FROM unit"


def open_units(path: Path | str) -> sqlite3.Connection:
    """The checked database; made where there is no file, and given checksums where an older version made it.

    Raises:
        sqlite3.Error: The file cannot be opened, holds something else, or is damaged.
        UnicodeDecodeError: It is damaged where it describes itself.
    """
    in_memory = str(path) == ":memory:"
    if not in_memory and not os.path.exists(path):
        _make(path)
    database = sqlite3.connect(path, check_same_thread=False)
    try:
        if in_memory:
            _fill(database)
        _upgrade(database)
        _check(database)
    except BaseException:
        database.close()
        raise
    return database


def put(database: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Keep rows; one whose languages and source are there already replaces the other."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        complete = [(*row, len(row[2]), row_checksum(row)) for row in rows]
        database.executemany("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?, ?)", complete)
        _count(database)


def drop(database: sqlite3.Connection, source_language: str, target_language: str, source: str) -> bool:
    """Take the row of a source away; whether there was one."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        found = database.execute(
            "DELETE FROM unit WHERE source_language = ? AND target_language = ? AND source = ?",
            (source_language, target_language, source),
        )
        _count(database)
    return found.rowcount > 0


def row_checksum(row: Row) -> int:
    """CRC-32 of what a row says."""
    return crc32("\0".join(row).encode())


def _make(path: Path | str) -> None:
    """Make a memory without units, whole or not at all: whoever finds its file finds the tables in it.

    Of two that make it at the same time one is first, and the other uses what that one made.
    """
    part = f"{path}.{secrets.token_hex(8)}.part"
    try:
        with closing(sqlite3.connect(part)) as database:
            _fill(database)
        try:
            os.link(part, path)
        except FileExistsError:
            return
        except OSError:  # a disk without links
            os.replace(part, path)
    finally:
        with suppress(OSError):
            os.unlink(part)


def _fill(database: sqlite3.Connection) -> None:
    """Make the tables."""
    with database:
        database.execute(_UNITS)
        database.execute(_TOTAL)
        _count(database)


def _upgrade(database: sqlite3.Connection) -> None:
    """Add what an older version did without; a file cut to nothing is a memory that has forgotten everything."""
    columns = [column[1] for column in database.execute("PRAGMA table_info(unit)")]
    if not columns and not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise sqlite3.DatabaseError("it is empty")
    if columns and "checksum" not in columns:
        _require_structure(database)
        with database:
            database.execute("BEGIN IMMEDIATE")
            database.create_function("row_checksum", 4, lambda *row: row_checksum(row))
            database.execute("ALTER TABLE unit ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0")
            database.execute(
                "UPDATE unit SET checksum = row_checksum(source_language, target_language, source, target)"
            )
            database.execute(_TOTAL)
            _count(database)


def _count(database: sqlite3.Connection) -> None:
    """Note how many rows there are, and the sum of their checksums."""
    database.execute("DELETE FROM total")
    database.execute(f"INSERT INTO total {_COUNTED}")


def _check(database: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError unless every row is as it was put, where a search finds it, and none is missing."""
    _require_structure(database)
    database.execute("BEGIN")  # the rows and their total as of one moment, whoever writes
    units = checksums = 0
    before: tuple[str, ...] = ()
    for *row, length, checksum in database.execute("SELECT * FROM unit"):
        if not all(isinstance(text, str) for text in row) or (checksum, length) != (row_checksum(row), len(row[2])):
            raise sqlite3.DatabaseError("a translation in it has changed")
        if tuple(row[:3]) <= before:
            raise sqlite3.DatabaseError("its translations are out of order")
        before = tuple(row[:3])
        units, checksums = units + 1, checksums + checksum
    if database.execute("SELECT * FROM total").fetchall() != [(units, checksums)]:
        raise sqlite3.DatabaseError("translations in it are missing")
    database.rollback()


def _require_structure(database: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError where SQLite finds its own structures broken."""
    ((found, *_), *_) = database.execute("PRAGMA quick_check(1)")
    if found != "ok":
        raise sqlite3.DatabaseError("its structure is broken")
