"""Memory: translations that the reader has approved before, kept in an SQLite file of theirs."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from translate.closing import Closing
from translate.errors import FormatError, InputError
from translate.hypothesis import Hypothesis, Repair
from translate.message import say
from translate.resources.memory_file import drop, open_units, put, row_checksum
from translate.resources.tmx import read_tmx, write_tmx

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


class Memory(Closing):
    """A file of units; use it in a with statement, from one or several threads.

    Args:
        path: The SQLite file; made where there is none.

    Raises:
        InputError: The file cannot be opened, is no memory, or is damaged. The methods raise it too, where the file
            can no longer be read or written.
    """

    def __init__(self, path: Path | str) -> None:
        """Open the file."""
        self._lock, self._name = Lock(), str(path)
        with self._in_words():
            self._database = open_units(path)

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        with self._lock:
            self._database.close()

    def __len__(self) -> int:
        """Number of units."""
        with self._lock, self._in_words():
            return int(self._database.execute("SELECT count(*) FROM unit").fetchone()[0])

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
            (source_language, target_language, _normal(source), target.strip())
            for source, target in pairs
            if source.strip() and target.strip()
        ]
        with self._lock, self._in_words():
            put(self._database, rows)
        return len(rows)

    def remove(self, text: str, source_language: str, target_language: str) -> bool:
        """Forget the translation of a text; whether there was one.

        Args:
            text: As it was added.
            source_language: BCP 47 code.
            target_language: BCP 47 code.
        """
        with self._lock, self._in_words():
            return drop(self._database, source_language, target_language, _normal(text))

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
        languages = source_language, target_language
        query = "SELECT source, target, checksum FROM unit WHERE source_language = ? AND target_language = ? AND "
        with self._lock, self._in_words():
            exact = self._database.execute(query + "source = ?", (*languages, wanted)).fetchone()
            if exact is not None or least >= 1:
                return _match(languages, exact, 1.0) if exact is not None else None
            # Sources whose length alone keeps them below the similarity are not looked at.
            shortest, longest = len(wanted) * least / (2 - least), len(wanted) * (2 - least) / max(least, 0.01)
            near = self._database.execute(
                query + "length BETWEEN ? AND ? ORDER BY source", (*languages, shortest, longest)
            ).fetchall()
        found = process.extractOne(wanted, [row[0] for row in near], scorer=fuzz.ratio, score_cutoff=100 * least)
        if found is None:
            return None
        with self._in_words():
            return _match(languages, near[found[2]], min(found[1] / 100, 0.99))

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
        with self._lock, self._in_words():
            rows = self._database.execute(query, (source_language, target_language)).fetchall()
        return write_tmx(rows, source_language, target_language)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Turn what SQLite says into an InputError."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise InputError(
                say(
                    "The translation memory {name!r} cannot be opened or written ({reason}). Choose an SQLite file "
                    "that Entente made, or a new name in a folder you can write to.",
                    name=self._name,
                    reason=str(error),
                )
            ) from error
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the second where SQLite quotes what is damaged
            raise InputError(
                say(
                    "The translation memory {name!r} is damaged, or no memory ({reason}), and nothing of it is used. "
                    "Bring it back from a copy, or move it away: a new one is then begun.",
                    name=self._name,
                    reason=str(error),
                )
            ) from error


def _match(languages: tuple[str, str], found: tuple[str, str, int], score: float) -> Match:
    """A row as a match; raises sqlite3.DatabaseError where it has changed since the file was opened."""
    source, target, checksum = found
    if checksum != row_checksum((*languages, source, target)):
        raise sqlite3.DatabaseError("a translation in it has changed")
    return Match(source, target, score)


def _normal(text: str) -> str:
    """A text with single spaces: line ends and indents make no other sentence."""
    return " ".join(text.split())
