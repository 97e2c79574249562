"""Database: a part of what is kept for a reader, in an SQLite file that is private, checked, and shared by processes.

Each part (the journal of runs, kept briefings, the index of documents) is a file of its own, so that damage in one
leaves the others alone. SQLite notices damage to its own structures only: a changed letter is a changed translation.
So a row is put as sealed() makes it, and none is used before is_whole() has found it so.
"""

import os
import secrets
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any
from zlib import crc32

from translate.closing import Closing
from translate.errors import InputError
from translate.message import say
from translate.store.places import store_folder

Value = str | bytes | int | float | None
"""What stands in a row."""

_WAIT_S = 30.0  # what another process writes takes milliseconds; forgetting gigabytes some seconds
_CHECKED_BYTES = 256 << 20  # half a second; of a larger file, rows and what SQLite meets on its way must do


@dataclass(frozen=True, slots=True)
class Part:
    """What one file holds.

    Attributes:
        name: The file's name without its ending.
        version: Of the tables and of what stands in them; a file of another version is set aside.
        tables: CREATE statements, plain: without IF NOT EXISTS.
    """

    name: str
    version: int
    tables: tuple[str, ...]


class Database(Closing):
    """A part, open; use it in a with statement, from any number of threads and processes.

    A file that is damaged or of another version is moved beside its place, never deleted, and a new one begun.

    Args:
        part: What it holds.
        folder: Where its file lies; store_folder() if None. Made, for its owner only, where there is none.

    Attributes:
        path: The file.
        notice: A Message for the reader where a file was set aside, else None.

    Raises:
        InputError: It cannot be opened or written. The methods raise it too, and where damage shows only then.
    """

    def __init__(self, part: Part, folder: Path | None = None) -> None:
        """Open the file; it is made where there is none."""
        self.part, self._folder, self._lock = part, folder or store_folder(), RLock()
        self.path = self._folder / f"{part.name}.sqlite"
        self.notice: str | None = None
        with _in_words(self.path):
            self._connection = self._open()

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        with self._lock:
            self._connection.close()

    def rows(self, query: str, *values: Value) -> list[tuple[Any, ...]]:
        """What a query finds."""
        with self._lock, self._in_words():
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is done in it stands on the disk at its end, or none of it."""
        with self._lock, self._in_words(), _transaction(self._connection):
            yield self._connection

    def erase(self, statement: str, *values: Value) -> int:
        """Run a DELETE whose rows cannot be read from the file afterwards; the number of rows."""
        with self.writing() as connection:
            count = connection.execute(statement, values).rowcount
        with self._lock, self._in_words():  # else it stands in the log of changes until that is written over
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return count

    def _open(self) -> sqlite3.Connection:
        """The checked file; made or set aside by one process at a time."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(_Unusable):
            return self._connect()
        with _alone(self._folder):
            try:
                return self._connect()  # another process was first
            except _Unusable as unusable:
                if self.path.exists():
                    self._set_aside(unusable.reason)
                self._make()
                return self._connect()

    def _connect(self) -> sqlite3.Connection:
        """The file, if it is one of this part's.

        Raises:
            _Unusable: It is not there, damaged, or of another version.
        """
        if not self.path.exists() or not self.path.stat().st_size:
            raise _Unusable(say("it is empty"))
        connection = _connection(self.path)
        try:
            self._require_sound(connection)
        except BaseException as error:
            connection.close()
            if _is_damage(error, known_statement=True):
                raise _Unusable(say("it is damaged")) from error
            raise
        return connection

    def _require_sound(self, connection: sqlite3.Connection) -> None:
        """Raise _Unusable, or what SQLite says of a damaged file, unless it has this version's tables, all whole."""
        _set_up(connection)
        ((version,),) = connection.execute("PRAGMA user_version")
        if version != self.part.version:
            known = self.part.version
            raise _Unusable(say("it is of version {found}, and known is {known}", found=version, known=known))
        tables = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master")}
        whole = tables >= set(self.part.tables)
        if whole and self.path.stat().st_size <= _CHECKED_BYTES:
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if not whole:
            raise _Unusable(say("it is damaged"))

    def _make(self) -> None:
        """Make the file, whole or not at all, for its owner only."""
        part = self._folder / f".{secrets.token_hex(8)}.part"
        try:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with closing(_connection(part)) as connection:
                _set_up(connection)
                connection.execute("PRAGMA auto_vacuum = FULL")  # the file shrinks with what it holds
                with _transaction(connection):
                    for table in self.part.tables:
                        connection.execute(table)
                    connection.execute(f"PRAGMA user_version = {self.part.version}")
                connection.execute("PRAGMA journal_mode = WAL")
            part.replace(self.path)
        finally:
            part.unlink(missing_ok=True)

    def _set_aside(self, reason: str) -> None:
        """Move the file, and the log of changes that belongs to it, out of the way."""
        taken = {path.name.partition(".sqlite")[0] for path in self._folder.iterdir()}
        number = next(n for n in range(1, len(taken) + 2) if f"{self.part.name}.aside-{n}" not in taken)
        aside = self._folder / f"{self.part.name}.aside-{number}.sqlite"
        for ending in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                os.rename(f"{self.path}{ending}", f"{aside}{ending}")
        self.notice = say(
            "What was kept in {file} cannot be used: {reason}. It now lies in {aside}, and a new one is begun.",
            file=str(self.path),
            reason=reason,
            aside=str(aside),
        )

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Turn what SQLite says into an InputError; where the file turns out damaged, a new one is begun."""
        try:
            with _in_words(self.path):
                yield
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if not _is_damage(error):
                raise
            self._connection.close()
            with _in_words(self.path):
                with _alone(self._folder):
                    self._set_aside(say("it is damaged"))
                self._connection = self._open()
            raise InputError(self.notice or "") from error


def sealed(*values: Value) -> tuple[Value, ...]:
    """A row as it is put: its values, and behind them their checksum."""
    return (*values, _checksum(values))


def is_whole(row: Sequence[Value]) -> bool:
    """Whether a row that was read is as sealed() made it."""
    return row[-1] == _checksum(row[:-1])


def forget(name: str, folder: Path | None = None) -> bool:
    """Forget what a part holds, files of it that were set aside as well; whether there was any.

    A program that has the part open goes on with an empty one. What a disk itself keeps of what was deleted, only its
    encryption hides.

    Args:
        name: The part's.
        folder: Where it lies; store_folder() if None.

    Raises:
        InputError: A file cannot be emptied or deleted.
    """
    folder = folder or store_folder()
    path = folder / f"{name}.sqlite"
    with _in_words(path):
        found = sorted(folder.glob(f"{name}.*")) if folder.is_dir() else []
        if not found:
            return False
        with _alone(folder):
            held = _emptied(path)
            others = [other for other in found if held is None or not other.name.startswith(path.name)]
            for other in others:
                other.unlink(missing_ok=True)
    return bool(held or others)


def kept_parts(folder: Path | None = None) -> dict[str, int]:
    """Bytes on the disk by part, in order of names, with what was set aside of each."""
    folder = folder or store_folder()
    sizes: dict[str, int] = {}
    for path in sorted(folder.glob("*.sqlite*")) if folder.is_dir() else ():
        name = path.name.partition(".")[0]
        sizes[name] = sizes.get(name, 0) + path.stat().st_size
    return sizes


class _Unusable(Exception):
    """A file that cannot be used as it is, and why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _emptied(path: Path) -> int | None:
    """Empty every table of a file: how many rows it had; None where it is damaged or not there, and stays."""
    if not path.exists():
        return None
    try:
        with closing(_connection(path)) as connection:
            _set_up(connection)
            with _transaction(connection):
                held = sum(connection.execute(f'DELETE FROM "{name}"').rowcount for name in _tables(connection))
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not _is_damage(error, known_statement=True):
            raise
        return None
    return held


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Names of a file's tables, but for those that a virtual table (a text index) keeps its own content in."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    found: dict[str, str] = dict(connection.execute(query).fetchall())
    virtual = tuple(f"{name}_" for name, sql in found.items() if sql.upper().startswith("CREATE VIRTUAL"))
    return [name for name in found if not name.startswith(virtual)]


def _connection(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there; transactions are begun and ended in so many words."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        with suppress(OSError):
            path.chmod(0o600)
    place = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(place, uri=True, timeout=_WAIT_S, isolation_level=None, check_same_thread=False)
    # A row with damaged text is not whole; without this it could not even be read, and an error would quote it.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    """What holds for every connection: kept is kept, though the power fails, and deleted is written over."""
    for setting in ("synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Begin to write, waiting for who does; keep all of it, or nothing where an error ends it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process makes, sets aside or forgets a file of the folder; its end lets the next one in."""
    path = folder / ".lock"
    if path.exists() and path.stat().st_size:  # it never holds anything; what does is no lock
        path.unlink()
    with closing(sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _is_damage(error: BaseException, known_statement: bool = False) -> bool:
    """Whether an error says that a file is broken, and not that it cannot be had, or that a statement is wrong.

    Of a statement that is known to be right, SQLITE_ERROR says it of the file: "unsupported file format".
    """
    if known_statement and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
        return True
    return type(error) is sqlite3.DatabaseError or isinstance(error, UnicodeDecodeError)  # SQLite quotes what it meets


def _checksum(values: Sequence[Value]) -> int:
    """CRC-32 of a row's values with their kinds and lengths."""
    found = 0
    for value in values:
        content = value if isinstance(value, bytes) else repr(value).encode()
        found = crc32(content, crc32(f"{type(value).__name__} {len(content)} ".encode(), found))
    return found


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn into an InputError that a file cannot be had; that it is damaged stays what it is."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise InputError(
            say(
                "What Entente keeps in {file} cannot be opened or written: {reason}. Make room or see to the rights "
                "of that folder, or set ENTENTE_STORE to another one.",
                file=str(path),
                reason=reason,
            )
        ) from error
