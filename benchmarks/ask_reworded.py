"""Questions in other words than the text's, asked by hand, with the sentences that answer, if any do."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.key_points import keyed_texts
from benchmarks.report import data_folder
from summarize.answers.texts import Texts
from translate.document import Document
from translate.reading.reader import read

_LIST = Path(__file__).parent / "ask_reworded.txt"
_WORD = re.compile(r"\w+")
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the segments that answer it; none where the text does not say."""

    language: str
    text: str
    gold: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Reworded:
    """A document with its questions.

    Attributes:
        tuned: Whether weights and bounds may be chosen by it; the others are only reported.
    """

    id: str
    genre: str
    document: Document
    texts: Texts
    questions: tuple[Question, ...]
    tuned: bool


def reworded_texts() -> list[Reworded]:
    """Every text with its questions; of every two one is tuned on."""
    documents = {text.id: text.document for text in keyed_texts()} | _reports()
    found, lines = [], _LIST.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("# ")]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        name = lines[start][2:]
        document = documents[name]
        questions = tuple(_question(line, document) for line in lines[start + 1 : end] if line)
        found.append(Reworded(name, _kind(name), document, Texts([document]), questions, number % 2 == 0))
    return found


def _reports() -> dict[str, Document]:
    """GAO's reports, as a reader has them in a text file."""
    path = data_folder("gao") / "reports.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: read(row["text"], language="en") for row in rows}


def _kind(name: str) -> str:
    """What a text is, for a table."""
    begins = {"act_": "acts", "gao": "reports", "own_": "other", "seed": "other"}
    return next((kind for start, kind in begins.items() if name.startswith(start)), "statements")


def _question(line: str, document: Document) -> Question:
    """A line of the list."""
    language, text, answers = line.split("\t")
    gold: set[int] = set()
    for quote in [] if answers == _NONE else answers.split(" || "):
        own = _holding(document, quote)
        if not own:
            raise ValueError(f"not in {document.name}: {quote}")
        gold |= own
    return Question(language, text, frozenset(gold))


def _holding(document: Document, quote: str) -> set[int]:
    """Segments that share half of their words or of the quote's with it, wherever it stands."""
    running, places = _words(document)
    sought = _WORD.findall(quote)
    found: set[int] = set()
    text = f" {' '.join(sought)} "
    place = running.find(text)
    while place >= 0:
        first = running.count(" ", 0, place + 1) - 1
        shared: dict[int, int] = {}
        for segment in places[first : first + len(sought)]:
            shared[segment] = shared.get(segment, 0) + 1
        own = {segment: count for segment, count in shared.items() if segment >= 0}
        found |= {s for s, count in own.items() if 2 * count >= min(len(sought), places.count(s))}
        place = running.find(text, place + 1)
    return found


@cache
def _words(document: Document) -> tuple[str, Sequence[int]]:
    """A document's words between spaces, and the segment of each, -1 where none has it."""
    matches = list(_WORD.finditer(document.text))
    places, segment = [], 0
    for match in matches:
        while segment < len(document.segments) and document.segments[segment].end <= match.start():
            segment += 1
        inside = segment < len(document.segments) and document.segments[segment].start <= match.start()
        places.append(segment if inside else -1)
    return f" {' '.join(match.group() for match in matches)} ", places
