"""The documents with reference summaries that the benchmarks of summaries share."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.report import data_folder
from translate.document import Document
from translate.reading.reader import read
from translate.text.genre import Genre


@dataclass(frozen=True, slots=True)
class Sample:
    """A document and the summary that people wrote of it."""

    id: str
    document: Document
    reference: str


@dataclass(frozen=True, slots=True)
class SummarySet:
    """One data set.

    Attributes:
        name: Its folder.
        title: What it is, for a table.
        language: BCP 47 code of all of it.
        genre: What nearly all of it is.
        text: A row to the text that a reader would give to read(), blank lines between paragraphs.
    """

    name: str
    title: str
    language: str
    genre: Genre
    text: Callable[[dict[str, Any]], str]


SETS = (
    SummarySet("eurlexsum", "EU acts", "en", "law", lambda row: "\n\n".join(row["text"].split("\n"))),
    SummarySet("orangesum", "French news", "fr", "news", lambda row: row["text"]),
    SummarySet(
        "vcsum",
        "Chinese meetings",
        "zh",
        "transcript",
        lambda row: "\n\n".join("".join(turn) for turn in row["utterances"]),
    ),
    SummarySet(
        "qmsum",
        "Committee meetings",
        "en",
        "minutes",
        lambda row: "\n\n".join(f"{who}: {what}" for who, what in row["turns"]),
    ),
)


def samples(chosen: SummarySet, most: int | None = None) -> list[Sample]:
    """The documents of a set, in the order of its files; the first `most` of them."""
    rows = [
        json.loads(line)
        for path in sorted(data_folder(chosen.name).glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        Sample(str(row["id"]), read(chosen.text(row), language=chosen.language), row["summary"]) for row in rows[:most]
    ]
