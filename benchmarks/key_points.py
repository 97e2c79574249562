"""The texts whose key points were marked by hand, and how much of them some cited sentences cover."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass

from benchmarks.report import data_folder
from translate.document import Document
from translate.reading.reader import read

_WORD = re.compile(r"\w+")
# The two that were written in Markdown keep their marks in the data set: read as such they have headings and tables.
_MARKDOWN = frozenset({"own_energy-storage", "own_relatorio"})
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """What a minister's adviser must report.

    Attributes:
        importance: 3 where no summary may lack it, else 2 or 1.
        segments: Ids of the sentences that state it: those of which a marked passage holds at least half of the words.
    """

    importance: int
    segments: frozenset[int]


@dataclass(frozen=True, slots=True)
class KeyedText:
    """A text and its key points.

    Attributes:
        id: Its name in its data set.
        document: The text.
        points: What must be reported.
        gist: Ids of the sentences that say in a line what it is and wants, where that was marked.
        kind: What it is, for a table.
    """

    id: str
    document: Document
    points: tuple[KeyPoint, ...]
    gist: frozenset[int] = frozenset()
    kind: str = ""

    def covered(self, cited: Collection[int], importance: int = 1) -> tuple[int, int]:
        """How many key points of at least this importance the cited sentences state, and how many there are."""
        wanted = [point for point in self.points if point.importance >= importance]
        return sum(not point.segments.isdisjoint(cited) for point in wanted), len(wanted)


def keyed_texts() -> list[KeyedText]:
    """All texts of the set keypoints in the order of their index."""
    folder = data_folder("keypoints")
    found = []
    for row in json.loads((folder / "index.json").read_text(encoding="utf-8")):
        name = row["id"]
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        # only content has a kind: text as such is never Markdown
        source = text.encode() if name in _MARKDOWN else text
        document = read(source, name=f"{name}.md" if name in _MARKDOWN else "", language=row["language"])
        marked = json.loads((folder / f"{name}.points.json").read_text(encoding="utf-8"))["points"]
        words = [(word.group(), word.start()) for word in _WORD.finditer(document.text)]
        points = [KeyPoint(point["importance"], _stating(document, words, point["quotes"])) for point in marked]
        found.append(KeyedText(name, document, tuple(points), kind=_kind(name, document)))
    return found


def _kind(name: str, document: Document) -> str:
    """Whether a text is an act, a statement and in which language, or something else."""
    own = name == "seed" or name.startswith("own_")
    return "other" if own else "acts" if name.startswith("act_") else f"statements {document.language}"


def _stating(document: Document, words: list[tuple[str, int]], quotes: list[str]) -> frozenset[int]:
    """The segments of which one of the quotes holds at least half of the words."""
    found: set[int] = set()
    running = " ".join(word for word, _ in words)
    # number of the word that starts at each place of the running text
    starts = {}
    place = 0
    for number, (word, _) in enumerate(words):
        starts[place] = number
        place += len(word) + 1
    for quote in quotes:
        sought = _WORD.findall(quote)
        place = f" {running} ".find(f" {' '.join(sought)} ")
        if place < 0:
            continue  # a row of a table, which is cells to the reader
        first = starts[place]
        held = {start for _, start in words[first : first + len(sought)]}
        begin, end = min(held), max(held)
        for number, segment in enumerate(document.segments):
            if segment.end <= begin or segment.start > end:
                continue
            own = [start for _, start in words if segment.start <= start < segment.end]
            if own and sum(start in held for start in own) >= _SHARED * len(own):
                found.add(number)
    return frozenset(found)
