"""Shelf: briefings that a reader wants kept on this machine, with their corrections and ticks."""

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from sqlite3 import Connection
from typing import Any
from zlib import compress, decompress

from summarize.briefing import Briefing
from summarize.export.json import from_json, to_json
from summarize.export.rows import titles
from translate.closing import Closing
from translate.errors import InputError
from translate.message import say
from translate.store.database import Database, Part, Value, is_whole, sealed
from translate.store.places import store_folder

SHELF = Part(
    "briefings",
    1,
    (
        "CREATE TABLE briefing (key TEXT PRIMARY KEY, kept_s REAL, name TEXT, source TEXT, target TEXT, "
        "sentences INTEGER, checksum INTEGER)",
        "CREATE TABLE content (key TEXT PRIMARY KEY, content BLOB, checksum INTEGER)",
        "CREATE TABLE ticked (key TEXT PRIMARY KEY, ticks TEXT, checksum INTEGER)",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER, checksum INTEGER)",
    ),
)
_TABLES = ("briefing", "content", "ticked")
"""What has a row for each briefing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept briefing in a list.

    Attributes:
        key: What it is opened and forgotten by.
        kept_s: When it was kept last, in seconds since 1970.
        name: The file's name, else the title, else the first heading; may be empty.
        source: BCP 47 code of the document.
        target: BCP 47 code of the translation.
        sentences: Number of segments.
    """

    key: str
    kept_s: float
    name: str
    source: str
    target: str
    sentences: int


class Shelf(Closing):
    """Kept briefings, open; use it in a with statement, from any number of threads and processes.

    Nothing is put here but what a caller keeps, and nothing should be kept before the reader has said so: `wanted`.

    Args:
        folder: Where it lies; store_folder() if None.

    Attributes:
        notice: A Message for the reader where something is wrong with what was kept, else None.

    Raises:
        InputError: It cannot be opened or written; the methods raise it too.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open it; it is made where there is none."""
        self._database = Database(SHELF, folder)
        self.notice = self._database.notice

    def close(self) -> None:
        """Close it; nothing can be asked afterwards."""
        self._database.close()

    @property
    def wanted(self) -> bool | None:
        """Whether the reader wants briefings kept; None where nobody has asked yet, which counts as no."""
        found = [row for row in self._database.rows("SELECT * FROM setting WHERE name = 'wanted'") if is_whole(row)]
        return bool(found[0][1]) if found else None

    def want(self, wanted: bool) -> None:
        """Note the reader's answer; what is kept already stays until it is forgotten."""
        with self._database.writing() as connection:
            _put(connection, "setting", "wanted", int(wanted))

    def keep(self, briefing: Briefing, ticks: Iterable[str] = (), key: str = "", now_s: float | None = None) -> str:
        """Keep a briefing as it is now, corrections and all.

        Args:
            briefing: What brief() or corrected() gave.
            ticks: What the reader has checked, in the caller's own names.
            key: Of an earlier state that it replaces; a new entry if empty.
            now_s: Seconds since 1970; the clock's if None.

        Returns:
            The entry's key.
        """
        key = key or token_hex(16)
        document = briefing.document
        name = document.name or titles(briefing)[0]
        content = compress(to_json(briefing).encode("utf-8", "surrogatepass"))
        now_s = time.time() if now_s is None else now_s
        size = len(document.segments)
        with self._database.writing() as connection:
            _put(connection, "briefing", key, now_s, _writable(name), document.language, briefing.target, size)
            _put(connection, "content", key, content)
            _put(connection, "ticked", key, json.dumps(sorted(ticks)))
        return key

    def tick(self, key: str, ticks: Iterable[str]) -> None:
        """Note all that the reader has checked in a briefing by now."""
        with self._database.writing() as connection:
            _put(connection, "ticked", key, json.dumps(sorted(ticks)))

    def entries(self) -> tuple[Entry, ...]:
        """What is kept, the latest first; an entry that is not as it was kept is left out."""
        rows = self._database.rows("SELECT * FROM briefing ORDER BY kept_s DESC, key")
        return tuple(Entry(*row[:-1]) for row in rows if is_whole(row))

    def open(self, key: str) -> tuple[Briefing, frozenset[str]]:
        """A briefing as it was kept, and what the reader had checked in it.

        Raises:
            InputError: It is not there any more, or not as it was kept.
            FormatError: Another version kept it.
        """
        rows = self._database.rows("SELECT * FROM content WHERE key = ?", key)
        if not rows:
            raise InputError(say("This briefing is not kept any more. Choose another, or make it again."))
        if not is_whole(rows[0]):
            raise InputError(say("This briefing is damaged, and nothing of it is used. Forget it, and make it again."))
        briefing = from_json(decompress(rows[0][1]).decode("utf-8", "surrogatepass"))
        return briefing, self._ticks(key)

    def forget(self, key: str) -> None:
        """Forget a briefing; its text cannot be read from the file afterwards."""
        for table in _TABLES:
            self._database.erase(f"DELETE FROM {table} WHERE key = ?", key)

    def forget_all(self) -> None:
        """Forget every briefing; whether the reader wants them kept stays."""
        for table in _TABLES:
            self._database.erase(f"DELETE FROM {table}")

    def _ticks(self, key: str) -> frozenset[str]:
        """What is ticked in a briefing; none where that is damaged, which only asks the reader to look again."""
        rows: list[Any] = self._database.rows("SELECT * FROM ticked WHERE key = ?", key)
        return frozenset(tick for row in rows if is_whole(row) for tick in json.loads(row[1]))


def is_keeping_wanted(folder: Path | None = None) -> bool | None:
    """As Shelf.wanted, but nothing is made where there is no shelf; no where it cannot be opened."""
    if not ((folder or store_folder()) / f"{SHELF.name}.sqlite").exists():
        return None
    with suppress(InputError), Shelf(folder) as shelf:
        return shelf.wanted
    return False


def _writable(name: str) -> str:
    """A name without what no encoding has: a file's may hold any bytes."""
    return name.encode("utf-8", "replace").decode()


def _put(connection: Connection, table: str, *values: Value) -> None:
    """Put a row; one of the same key goes."""
    marks = ", ".join("?" * (len(values) + 1))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", sealed(*values))
