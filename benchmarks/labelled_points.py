"""The texts of other data sets whose key points were marked by hand: benchmarks/points_labelled."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.key_points import KeyedText, KeyPoint
from benchmarks.report import data_folder
from benchmarks.summary_sets import SETS
from translate.document import Document
from translate.reading.reader import read

_FOLDER = Path(__file__).with_name("points_labelled")
_BETWEEN = " | "
_GIST = "G"
_KINDS = {"eurlexsum": "acts", "gao": "audit reports", "qmsum": "meetings"}


def labelled_texts() -> list[KeyedText]:
    """All texts in the order of their files' names, with what each of them says in one line where that was marked."""
    found = []
    for path in sorted(_FOLDER.glob("*.tsv")):
        for name, rows in _by_text(path):
            document = _document(name)
            points = [
                KeyPoint(int(importance), _segments(document, quotes))
                for importance, quotes in rows
                if importance != _GIST
            ]
            gist = [_segments(document, quotes) for importance, quotes in rows if importance == _GIST]
            found.append(KeyedText(name, document, tuple(points), gist[0] if gist else frozenset(), _kind(name)))
    return found


def _by_text(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Importance and quotes of each point, by text; those of one text follow each other."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    for name in dict.fromkeys(cells[0] for cells in lines):
        yield name, [(cells[1], cells[2]) for cells in lines if cells[0] == name]


def _kind(name: str) -> str:
    """What a text is, for a table."""
    folder, _, rest = name.partition("/")
    return _KINDS.get(folder, "statements" if rest.startswith("un/") else "reports and papers")


def _document(name: str) -> Document:
    """The text of a name: the data folder, and the row's id or the file in it."""
    folder, _, rest = name.partition("/")
    if folder == "pdf":
        path = data_folder(folder) / rest
        return read(path.read_bytes(), name=path.name)
    lines = (line for path in sorted(data_folder(folder).glob("*.jsonl")) for line in path.open(encoding="utf-8"))
    row = next(row for row in map(json.loads, lines) if row["id"] == rest)
    if folder == "gao":
        return read(row["text"].encode(), name="gao.md", language="en")
    chosen = next(known for known in SETS if known.name == folder)
    return read(chosen.text(row), language=chosen.language)


def _segments(document: Document, quotes: str) -> frozenset[int]:
    """The first sentence that each quote stands in; none where the reader has it otherwise."""
    found = set()
    for quote in quotes.split(_BETWEEN):
        holding = (i for i, text in enumerate(document.texts) if quote and quote in " ".join(text.split()))
        found |= {next(holding, -1)}
    return frozenset(found - {-1})
