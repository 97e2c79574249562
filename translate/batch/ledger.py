"""Ledger: what came of each document of a folder, kept beside the outputs, so that the next run knows what is done."""

import json
from pathlib import Path

from translate.batch.record import Record
from translate.closing import Closing
from translate.store.database import Database, Part, is_whole, sealed

LEDGER = Part("documents", 1, ("CREATE TABLE document (name TEXT PRIMARY KEY, record TEXT, checksum INTEGER)",))
PLACE = ".entente"
"""The ledger's folder, inside the one that is written."""


class Ledger(Closing):
    """The records of a folder that is written; use it in a with statement.

    Args:
        out: The folder.

    Attributes:
        notice: A Message for the reader where the ledger was set aside, else None.

    Raises:
        InputError: It cannot be opened or written; the methods raise it too.
    """

    def __init__(self, out: Path) -> None:
        """Open it; it is made where there is none."""
        self._database = Database(LEDGER, out / PLACE)
        self.notice = self._database.notice

    def close(self) -> None:
        """Close it; nothing can be asked afterwards."""
        self._database.close()

    def records(self) -> dict[str, Record]:
        """What is known, by name; a record that is not as it was written is left out."""
        found = {}
        for row in self._database.rows("SELECT * FROM document"):
            if is_whole(row):
                try:
                    record = Record.from_fields(json.loads(row[1]))
                except TypeError:  # an earlier version's
                    continue
                found[record.name] = record
        return found

    def enter(self, record: Record) -> None:
        """Keep a record; an earlier one of the same name goes."""
        content = json.dumps(record.to_fields())
        name = json.dumps(record.name)  # a file's name may hold what no encoding has
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?)", sealed(name, content))
