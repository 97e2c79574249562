"""Index: documents that a reader added, kept on disk, in which questions find their passages."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from sqlite3 import Connection

import numpy as np

from summarize.answers.expansion import short_forms
from summarize.answers.naming import subjects
from summarize.answers.prepared import Prepared, Vectors, made, read_by, restored
from summarize.answers.question import sought
from summarize.answers.ranking import Asked, Ranking, Scores, nearness
from summarize.answers.units import LEAST_SHARE, Unit, may_answer
from translate.closing import Closing
from translate.store.database import Database, Part, is_whole, sealed
from translate.text.embedding import embedder, embedder_for, fast_embedder

PART = Part(
    "index",
    3,
    (
        "CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT UNIQUE, digest TEXT, size INTEGER, changed INTEGER, "
        "language TEXT, title TEXT, first INTEGER, count INTEGER, waiting INTEGER, short_forms TEXT, subjects TEXT, "
        "read_by TEXT, checksum INTEGER)",
        "CREATE TABLE unread (path TEXT PRIMARY KEY)",
        "CREATE TABLE unit (id INTEGER PRIMARY KEY, file INTEGER, content TEXT, checksum INTEGER)",
        "CREATE TABLE vectors (file INTEGER, model TEXT, units BLOB, content BLOB, checksum INTEGER)",
        "CREATE INDEX vectors_file ON vectors (file)",
        "CREATE VIRTUAL TABLE words USING fts5(terms, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co "
        "Mn Mc'\")",
    ),
)
_LIKELIEST = 40
"""Sentences taken from the word index, and as many by meaning; the ranking sees what stands around them."""
_WITHIN = 25
"""So many times as many are looked at where only those of a folder count."""
_AROUND = 12
_KEPT = 13
"""Fields of a Unit that are kept; an index holds no translations."""
_FREQUENT = 0.1
"""Share of the sentences above which a term finds too much to look for."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as the index knows it: its columns in the table."""

    id: int
    path: str
    digest: str
    size: int
    changed: int
    language: str
    title: str
    first: int
    count: int
    waiting: int
    short_forms: str
    subjects: str
    read_by: str


_COLUMNS = ", ".join("?" * (len(fields(File)) + 1))


class Index(Closing):
    """The documents that were added, open; use it in a with statement. Only what it keeps is searched, not the files.

    `translate.store.database.forget(PART.name)` forgets all of it, as `entente forget index` does.

    Args:
        folder: Where it lies; the user's store if None.
        within: Only texts of this folder, and of folders in it, are seen.

    Attributes:
        notice: What to tell the reader where a damaged index was set aside, else None.

    Raises:
        InputError: It cannot be opened or written.
    """

    def __init__(self, folder: Path | None = None, within: Path | None = None) -> None:
        """Open it; an empty one is made where there is none."""
        self._within = None if within is None else within.resolve()
        self._database = Database(PART, folder)
        self.notice = self._database.notice

    def close(self) -> None:
        """Close it; nothing can be asked afterwards."""
        self._database.close()

    @cached_property
    def files(self) -> tuple[File, ...]:
        """What is in it, in the order of paths; a file whose row is damaged is left out, and read again when added."""
        columns = ", ".join(field.name for field in fields(File))
        rows = self._database.rows(f"SELECT {columns}, checksum FROM file ORDER BY path")
        found = (File(*row[:-1]) for row in rows if is_whole(row))
        return tuple(f for f in found if self._within is None or Path(f.path).is_relative_to(self._within))

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 codes of its texts, the most frequent first."""
        counts: Counter[str] = Counter()
        for file in self.files:
            counts[file.language] += file.count
        least = LEAST_SHARE * counts.total()
        return tuple(code for code, count in counts.most_common() if code != "und" and count >= least)

    @cached_property
    def short_forms(self) -> dict[str, str]:
        """Long forms by short forms, as its texts give them."""
        found: dict[str, str] = {}
        for file in self.files:
            found = json.loads(file.short_forms) | found
        return found

    @cached_property
    def subjects(self) -> dict[int, frozenset[str]]:
        """Countries that each of its texts is about, by the file's id."""
        return {file.id: frozenset(file.subjects.split()) for file in self.files}

    @property
    def unread(self) -> tuple[str, ...]:
        """Paths of files that could not be read when they were to be added."""
        paths = [path for (path,) in self._database.rows("SELECT path FROM unread ORDER BY path")]
        return tuple(path for path in paths if self._within is None or Path(path).is_relative_to(self._within))

    @property
    def outdated(self) -> int:
        """How many of its files were read by another version of the readers: add_folder() reads them again."""
        return sum(file.read_by != read_by() for file in self.files)

    def note_unread(self, root: Path, paths: Iterable[str]) -> None:
        """Keep which files of a folder could not be read, in place of what was known of it."""
        gone = [path for path in self.unread if Path(path).is_relative_to(root)]
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM unread WHERE path = ?", [(path,) for path in gone])
            connection.executemany("INSERT OR REPLACE INTO unread VALUES (?)", [(path,) for path in paths])

    def name(self, document: int) -> str:
        """The path of a file by its id, from the folder on where only texts of one are seen."""
        path = next((file.path for file in self.files if file.id == document), "")
        return str(Path(path).relative_to(self._within)) if path and self._within is not None else path

    def add(self, path: str, digest: str, size: int, changed: int, found: Prepared) -> None:
        """Put a file in, in place of what was known of its path."""
        self.remove([path])
        with self._database.writing() as connection:
            ((last,),) = connection.execute("SELECT ifnull(max(first + count), 0) FROM file")
            forms = json.dumps(short_forms(unit.text for unit in found.units), ensure_ascii=False)
            ((number,),) = connection.execute("SELECT ifnull(max(id), 0) + 1 FROM file")
            row = File(number, path, digest, size, changed, found.language, found.title, last, len(found.units),
                       int(found.waiting), forms, " ".join(sorted(subjects(found.units))), read_by())  # fmt: skip
            connection.execute(f"INSERT INTO file VALUES ({_COLUMNS})", sealed(*astuple(row)))
            for place, (unit, words) in enumerate(zip(found.units, found.terms, strict=True), last):
                connection.execute("INSERT INTO unit VALUES (?, ?, ?, ?)", sealed(place, number, _written(unit)))
                connection.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (place, words))
            for vectors in found.vectors:
                _put(connection, number, vectors)
        self._forget_files()

    def remove(self, paths: Iterable[str]) -> int:
        """Take files out; how many were there."""
        gone = [file for file in self.files if file.path in set(paths)]
        with self._database.writing() as connection:
            for file in gone:
                places = (file.first, file.first + file.count)
                connection.execute("DELETE FROM words WHERE rowid >= ? AND rowid < ?", places)
                connection.execute("DELETE FROM unit WHERE id >= ? AND id < ?", places)
                connection.execute("DELETE FROM vectors WHERE file = ?", (file.id,))
                connection.execute("DELETE FROM file WHERE id = ?", (file.id,))
        self._forget_files()
        return len(gone)

    def fill_in(self, file: File) -> None:
        """Make the vectors of a file that waits for the slow model."""
        slow, fast = embedder(), fast_embedder()
        units = self._units(file.first, file.first + file.count)
        told = [i for i, unit in enumerate(units) if slow.multilingual and may_answer(unit)]
        chosen = [i for i in told if embedder_for([units[i].language]) is not fast]
        with self._database.writing() as connection:
            if chosen:
                _put(connection, file.id, made(slow, units, chosen))
            row = replace(file, waiting=0)
            connection.execute("DELETE FROM file WHERE id = ?", (file.id,))
            connection.execute(f"INSERT INTO file VALUES ({_COLUMNS})", sealed(*astuple(row)))
        self._forget_files()

    def ranking(self, asked: Asked) -> Ranking:
        """The sentences that fit the question best by words or meaning, and what stands around them."""
        if not self.files:
            return Ranking(())
        near = self._nearness(asked)
        likely = {place for language, text in asked.forms.items() for place in self._by_words(text, language)}
        likely |= {int(place) for place in np.argsort(-near, kind="stable")[:_LIKELIEST]}
        likely |= self._of_countries(asked, near)
        units, places = [], []
        for file in self.files:
            last = file.first + file.count
            for start, end in _stretches(sorted(p for p in likely if file.first <= p < last), file.first, last):
                found = self._units(start, end)
                units += found
                places += [file.first + unit.segment for unit in found]
        return Ranking(units, near[places] if places else np.zeros(0), self._frequencies(asked))

    def _of_countries(self, asked: Asked, near: Scores) -> set[int]:
        """Places of the likeliest sentences by meaning in texts about a country that the question names."""
        own = [file for file in self.files if asked.countries.keys() & self.subjects[file.id]]
        places = np.concatenate([np.arange(file.first, file.first + file.count) for file in own] or [np.zeros(0, int)])
        return {int(place) for place in places[np.argsort(-near[places], kind="stable")[:_LIKELIEST]]}

    def _nearness(self, asked: Asked) -> Scores:
        """Nearness of every sentence in meaning, by place; as unrelated ones have it where vectors are missing."""
        found = np.zeros(max(file.first + file.count for file in self.files))
        models = {model.name: model for model in (fast_embedder(), embedder()) if model is not None}
        for file in self.files:
            query = "SELECT file, model, units, content, checksum FROM vectors WHERE file = ?"
            for row in self._database.rows(query, file.id):
                if row[1] in models and is_whole(row):
                    places, vectors = restored(row[2], row[3])
                    found[file.first + places] = nearness(asked, models[row[1]], vectors)
        return found

    def _by_words(self, text: str, language: str) -> list[int]:
        """Places of the sentences that have most of a question's words, rare ones counting more."""
        wanted = sought(text, language)
        counts = {term: self._count(term) for term in wanted}
        total = sum(file.count for file in self.files)
        rare = [term for term, count in counts.items() if count <= _FREQUENT * total] or list(wanted)
        query = " OR ".join(f'"{term}"' for term in rare)
        most = _LIKELIEST if self._within is None else _LIKELIEST * _WITHIN
        found = self._database.rows("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", query, most)
        spans = [(file.first, file.first + file.count) for file in self.files]
        places = [place for (place,) in found if any(first <= place < last for first, last in spans)]
        return places[:_LIKELIEST]

    def _frequencies(self, asked: Asked) -> dict[str, tuple[int, dict[str, int]]]:
        """By language of the question: how many sentences there are, and how many have each of its terms."""
        total = sum(file.count for file in self.files)
        return {
            code: (total, {term: self._count(term) for term in sought(text, code)})
            for code, text in asked.forms.items()
        }

    def _count(self, term: str) -> int:
        """In how many sentences a term stands."""
        ((found,),) = self._database.rows("SELECT count(*) FROM words WHERE words MATCH ?", f'"{term}"')
        return int(found)

    def _units(self, start: int, end: int) -> list[Unit]:
        """The sentences of some places; damaged ones are left out."""
        rows = self._database.rows(
            "SELECT id, file, content, checksum FROM unit WHERE id >= ? AND id < ? ORDER BY id", start, end
        )
        return [_read(row[1], row[2]) for row in rows if is_whole(row)]

    def _forget_files(self) -> None:
        """Look at the files anew when they are next asked for."""
        for name in ("files", "short_forms", "subjects"):
            self.__dict__.pop(name, None)


def _put(connection: Connection, file: int, vectors: Vectors) -> None:
    """Keep vectors of a file."""
    row = sealed(file, vectors.model, vectors.units, vectors.content)
    connection.execute("INSERT INTO vectors VALUES (?, ?, ?, ?, ?)", row)


def _written(unit: Unit) -> str:
    """A sentence as its row has it: all but the document, in the order of the fields."""
    return json.dumps(astuple(unit)[1:_KEPT], ensure_ascii=False, separators=(",", ":"))


def _read(file: int, content: str) -> Unit:
    """A sentence from its row."""
    return Unit(file, *json.loads(content))


def _stretches(places: list[int], first: int, last: int) -> list[tuple[int, int]]:
    """What stands around some places, half-open; what overlaps is one stretch."""
    found: list[tuple[int, int]] = []
    for place in places:
        start, end = max(first, place - _AROUND), min(last, place + _AROUND + 1)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
