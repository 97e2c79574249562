"""Journal: what an unfinished run has made so far, so that the same run goes on where it was cut off.

Entries belong to a run and are of use to no other. A run that has written its output finishes: its entries are erased.
Those of a run that never came back are erased when the journal is next opened after a week.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from translate.closing import Closing
from translate.errors import InputError
from translate.store.database import Database, Part, is_whole, sealed

_log = logging.getLogger(__name__)

JOURNAL = Part(
    "journal",
    1,
    (
        "CREATE TABLE run (run BLOB PRIMARY KEY, day INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE entry (run BLOB, key BLOB, content BLOB, checksum INTEGER, PRIMARY KEY (run, key)) WITHOUT ROWID",
    ),
)
KEPT_DAYS = 7
"""How long an unfinished run waits for its continuation; a long weekend and a power cut, and no archive."""
_DAY_S = 86_400
_ASKED = 500  # SQLite takes 999 values in a query, and 32,766 from 3.32 on


class Journal(Closing):
    """A journal, open; use it in a with statement, from any number of threads and processes.

    Where it can no longer be read or written, the run goes on without it, and `notice` says so.

    Args:
        folder: Where it lies; store_folder() if None.
        day: Today, in days since 1970; the clock's if None.

    Attributes:
        notice: A Message for the reader where something is wrong with what was kept, else None.

    Raises:
        InputError: It cannot be opened.
    """

    def __init__(self, folder: Path | None = None, day: int | None = None) -> None:
        """Open it, and erase what nobody came back for."""
        self._day = int(time.time() // _DAY_S) if day is None else day
        self._database = Database(JOURNAL, folder)
        self.notice = self._database.notice
        self._runs: set[bytes] = set()
        self._is_usable = True
        try:
            self._erase_old(self._day - KEPT_DAYS)
        except InputError as error:  # of damage that opening did not meet
            self._give_up(error)

    def close(self) -> None:
        """Close it; nothing can be asked afterwards."""
        self._database.close()

    def known(self, run: bytes, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What was noted of a run, by key; an entry that is not as it was written is left out."""
        self._runs.add(run)
        found: dict[bytes, bytes] = {}
        if not self._is_usable:
            return found
        try:
            for start in range(0, len(keys), _ASKED):
                asked = keys[start : start + _ASKED]
                marks = ", ".join("?" * len(asked))
                rows = self._database.rows(f"SELECT * FROM entry WHERE run = ? AND key IN ({marks})", run, *asked)
                found.update({row[1]: row[2] for row in rows if is_whole(row)})
        except InputError as error:
            self._give_up(error)
        return found

    def note(self, run: bytes, entries: Mapping[bytes, bytes]) -> None:
        """Note what a run has made; it stands on the disk when this returns.

        Args:
            run: As known() was asked for.
            entries: Contents by key.
        """
        if not self._is_usable or not entries:
            return
        try:
            with self._database.writing() as connection:
                connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (run, self._day))
                rows = [sealed(run, key, content) for key, content in entries.items()]
                connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
        except InputError as error:
            self._give_up(error)

    def finish(self) -> None:
        """Erase what was noted of the runs that this journal was asked for: their output is written."""
        try:
            for run in sorted(self._runs):
                self._database.erase("DELETE FROM entry WHERE run = ?", run)
                self._database.erase("DELETE FROM run WHERE run = ?", run)
            self._runs.clear()
        except InputError as error:
            self._give_up(error)

    def _erase_old(self, day: int) -> None:
        """Erase what was noted before a day."""
        if self._database.rows("SELECT 1 FROM run WHERE day < ? LIMIT 1", day):
            self._database.erase("DELETE FROM entry WHERE run NOT IN (SELECT run FROM run WHERE day >= ?)", day)
            self._database.erase("DELETE FROM run WHERE day < ?", day)

    def _give_up(self, error: InputError) -> None:
        """Go on without it."""
        _log.warning("the journal cannot be used any more")
        self._is_usable, self.notice = False, error.message
