"""Memory: translations that the reader has approved before, kept in an SQLite file of theirs."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType

from translate.errors import FormatError, InputError
from translate.hypothesis import Hypothesis, Repair
from translate.message import say
from translate.resources.tmx import read_tmx, write_tmx

_SCHEMA = """
CREATE TABLE IF NOT EXISTS unit (
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (source_language, target_language, source)
) WITHOUT ROWID
"""
_SURE = 0.75
"""Similarity from which a unit is worth showing; the customary threshold of translation tools."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit of the memory beside the text that was asked for.

    Attributes:
        source: The unit's source.
        target: Its translation.
        score: Similarity of the sources from 0 to 1; 1 only where they are the same but for white space.
    """

    source: str
    target: str
    score: float


class Memory:
    """A file of units; use it in a with statement, from one or several threads.

    Args:
        path: The SQLite file; made where there is none.

    Raises:
        InputError: The file cannot be opened, or is no memory.
    """

    def __init__(self, path: Path | str) -> None:
        """Open the file."""
        self._lock = Lock()
        try:
            self._database = _connected(path)
        except sqlite3.Error as error:
            raise InputError(
                say(
                    "The translation memory {name!r} cannot be opened ({reason}). Choose an SQLite file that "
                    "Entente made, or a new name in a folder you can write to.",
                    name=str(path),
                    reason=str(error),
                )
            ) from error

    def __enter__(self) -> "Memory":
        """The memory itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        with self._lock:
            self._database.close()

    def __len__(self) -> int:
        """Number of units."""
        with self._lock, closing(self._database.execute("SELECT count(*) FROM unit")) as rows:
            return int(rows.fetchone()[0])

    def add(self, pairs: Iterable[tuple[str, str]], source_language: str, target_language: str) -> int:
        """Keep pairs of source and translation; a source that is there already gets the new translation.

        Args:
            pairs: Source and translation; pairs with an empty side are left out.
            source_language: BCP 47 code.
            target_language: BCP 47 code.

        Returns:
            Number of pairs kept.
        """
        rows = [
            (source_language, target_language, _normal(source), target.strip(), len(_normal(source)))
            for source, target in pairs
            if source.strip() and target.strip()
        ]
        with self._lock, self._database:
            self._database.executemany("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?)", rows)
        return len(rows)

    def find(self, text: str, source_language: str, target_language: str, least: float = _SURE) -> Match | None:
        """The unit whose source is nearest to a text, or None where none is near enough.

        Args:
            text: What is to be translated.
            source_language: BCP 47 code.
            target_language: BCP 47 code.
            least: Similarity wanted, 0 to 1; 1 asks for the same text.

        Returns:
            The best match: similarity is 1 minus the share of characters inserted and deleted (rapidfuzz ratio).
        """
        from rapidfuzz import fuzz, process

        wanted = _normal(text)
        query = "SELECT source, target FROM unit WHERE source_language = ? AND target_language = ? AND "
        with self._lock:
            exact = self._database.execute(query + "source = ?", (source_language, target_language, wanted)).fetchone()
            if exact is not None or least >= 1:
                return Match(exact[0], exact[1], 1.0) if exact is not None else None
            # Sources whose length alone keeps them below the similarity are not looked at.
            shortest, longest = len(wanted) * least / (2 - least), len(wanted) * (2 - least) / max(least, 0.01)
            near = self._database.execute(
                query + "length BETWEEN ? AND ? ORDER BY source", (source_language, target_language, shortest, longest)
            ).fetchall()
        found = process.extractOne(wanted, [row[0] for row in near], scorer=fuzz.ratio, score_cutoff=100 * least)
        if found is None:
            return None
        source, target = near[found[2]]
        return Match(source, target, min(found[1] / 100, 0.99))

    def hypothesis(self, text: str, source_language: str, target_language: str) -> Hypothesis | None:
        """The kept translation of exactly this text, with origin "memory"; None where there is none."""
        match = self.find(text, source_language, target_language, least=1.0)
        if match is None:
            return None
        record = Repair(say("In the translation memory."), say("Taken over."))
        return Hypothesis(match.target, origin="memory", repairs=(record,))

    def read_tmx(self, content: bytes, source_language: str, target_language: str) -> int:
        """Keep the units of a TMX file that have both languages.

        Returns:
            Number of units kept.

        Raises:
            FormatError: It is no TMX file, or none of its units has both languages.
        """
        units = read_tmx(content)
        pairs = [(unit.text(source_language), unit.text(target_language)) for unit in units]
        kept = self.add([(a, b) for a, b in pairs if a and b], source_language, target_language)
        if units and not kept:
            languages = ", ".join(sorted({code for unit in units for code, _ in unit.texts}))
            raise FormatError(
                say(
                    "No unit of the TMX file is in both {source_language} and {target_language}; it has "
                    "{languages}. Name two of these languages.",
                    source_language=source_language,
                    target_language=target_language,
                    languages=languages,
                )
            )
        return kept

    def write_tmx(self, source_language: str, target_language: str) -> str:
        """All units of a pair of languages as TMX 1.4, sorted by source."""
        query = "SELECT source, target FROM unit WHERE source_language = ? AND target_language = ? ORDER BY source"
        with self._lock:
            rows = self._database.execute(query, (source_language, target_language)).fetchall()
        return write_tmx(rows, source_language, target_language)


def _connected(path: Path | str) -> sqlite3.Connection:
    """A connection to a memory; none stays open where the file turns out to be something else."""
    database = sqlite3.connect(path, check_same_thread=False)
    try:
        database.execute(_SCHEMA)
        database.execute("SELECT source, target, length FROM unit LIMIT 1")
    except BaseException:
        database.close()
        raise
    return database


def _normal(text: str) -> str:
    """A text with single spaces: line ends and indents make no other sentence."""
    return " ".join(text.split())
