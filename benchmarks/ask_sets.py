"""Questions with the sentences that answer them: meetings of committees, and policy texts with their key points."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.citations import meetings, segments_of
from benchmarks.key_points import keyed_texts
from benchmarks.report import data_folder
from summarize.answers.texts import Texts
from translate.document import Document
from translate.engines.registry import EngineSet
from translate.pipeline.run import translate
from translate.reading.reader import read

_BY_HAND = Path(__file__).parent / "ask_portuguese.txt"
_EVERY = 5
"""Every fifth question on the meetings was translated by hand."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question and the segments that answer it."""

    text: str
    gold: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """A document, ready to be asked, and its questions.

    Attributes:
        genre: Questions of another document of the same genre are the hard ones that it cannot answer.
    """

    id: str
    genre: str
    document: Document
    texts: Texts
    queries: tuple[Query, ...]


def meeting_texts() -> list[Searched]:
    """QMSum's committee meetings with their specific questions; gold are the turns that people gave as evidence."""
    found = []
    for meeting in meetings():
        document, turns = segments_of(meeting["turns"])
        queries = []
        for query in meeting["specific"]:
            spans = [(int(first), int(last)) for first, last in query["relevant_text_span"]]
            gold = {s for s, turn in enumerate(turns) if any(first <= turn <= last for first, last in spans)}
            queries.append(Query(query["query"], frozenset(gold)))
        found.append(Searched(meeting["id"], "meetings", document, Texts([document]), tuple(queries)))
    return found


def keypoint_texts() -> list[Searched]:
    """The keyed texts: each key point, an English sentence, asks for the passages that state it."""
    found = []
    for text in keyed_texts():
        marked = json.loads((data_folder("keypoints") / f"{text.id}.points.json").read_text(encoding="utf-8"))["points"]
        queries = [
            Query(point["point"], own.segments) for point, own in zip(marked, text.points, strict=True) if own.segments
        ]
        genre = text.kind.partition(" ")[0]
        found.append(Searched(text.id, genre, text.document, Texts([text.document]), tuple(queries)))
    return found


def in_portuguese(searched: Sequence[Searched]) -> dict[str, dict[tuple[str, int], str]]:
    """The meetings' questions in Portuguese by (meeting, number): as the engine translates them, and 40 by hand."""
    places = [(text.id, number) for text in searched for number in range(len(text.queries))]
    english = [query.text for text in searched for query in text.queries]
    with EngineSet() as engines:
        document = read("\n\n".join(english), language="en")
        if len(document.segments) != len(english):
            raise ValueError("a question is more than one sentence")
        engine = translate(document, "pt", engines=engines).target.texts
    by_hand = _BY_HAND.read_text(encoding="utf-8").splitlines()
    return {
        "engine": dict(zip(places, engine, strict=True)),
        "by hand": dict(zip(places[::_EVERY][: len(by_hand)], by_hand, strict=True)),
    }
