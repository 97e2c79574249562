"""Do links stay on their words when a sentence is translated?"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.report import arguments, data_folder, report
from translate import EngineSet, Hypothesis, translate
from translate.document import Document
from translate.reading.reader import read
from translate.text.words import words
from translate.writing.projection import Span, project

_PAIRS = (("en", "pt", "en", "pt-BR"), ("pt", "en", "pt-BR", "en"))
_FILE = "links_en_pt-BR.jsonl"


@dataclass(frozen=True, slots=True)
class _Case:
    """A sentence with links, and the words that people linked in its translation."""

    text: str
    spans: tuple[Span, ...]
    wanted: tuple[str, ...]


def main() -> None:
    """Translate each text with its links and compare the linked words with those of the human translation."""
    options = arguments(__doc__ or "").parse_args()
    with EngineSet() as engines:
        rows = [_row(*pair, engines) for pair in _PAIRS]
    notes = [
        "Links inside a sentence of legal notices, every second text. F1 of the words in our link against those that "
        "people linked in their own translation; ceiling: the best contiguous stretch of ours.",
        "Split: in more than one stretch. Lost: without a word.",
        "Same text: the translation without formatting is the same, letter by letter.",
    ]
    header = ["pair", "links", "F1, %", "exact, %", "ceiling, %", "split", "lost", "same text"]
    report("formatting", __doc__ or "", header, rows, notes, ("onnxruntime",), options.update)


def _row(source: str, target: str, own: str, other: str, engines: EngineSet) -> list[object]:
    """One direction's figures."""
    cases = [_case(json.loads(line), own, other) for line in _lines()]
    scores: list[float] = []
    ceilings: list[float] = []
    split = lost = exact = same = 0
    for case in cases:
        document = read(case.text, language=source)
        linked = translate(document, target, engines=engines, engine="firefox", alignment=True)
        plain = translate(document, target, engines=engines, engine="firefox")
        same += linked.target.text == plain.target.text
        for number, wanted in enumerate(case.wanted):
            if not _is_inside(document, case.spans[number]):
                continue
            found = _projected(document, linked.target, linked.hypotheses, case.spans, number)
            whole = " ".join(found)
            scores.append(_f1(words(whole), words(wanted)))
            exact += words(whole) == words(wanted)
            split += len(found) > 1
            lost += not words(whole)
            ceilings.append(max(_ceiling(text, wanted) for text in linked.target.texts))
    count = len(scores)
    figures = [f"{100 * value / count:.1f}" for value in (sum(scores), exact, sum(ceilings))]
    return [f"{source}-{target}", count, *figures, split, lost, f"{same} of {len(cases)}"]


def _lines() -> Iterable[str]:
    return (data_folder("formatting") / _FILE).read_text("utf-8").splitlines()


def _case(row: dict[str, Any], own: str, other: str) -> _Case:
    """The links that stand once on each side, under the same address."""
    sides: list[dict[str, tuple[int, int]]] = []
    for code in (own, other):
        links = [(address, start, end) for kind, address, start, end in row[f"{code}_spans"] if kind == "link"]
        counts = Counter(address for address, _, _ in links)
        sides.append({address: (start, end) for address, start, end in links if counts[address] == 1})
    both = [address for address in sides[0] if address in sides[1]]
    spans = tuple(Span(*sides[0][address], number) for number, address in enumerate(both))
    return _Case(row[own], spans, tuple(row[other][slice(*sides[1][address])] for address in both))


def _is_inside(document: Document, span: Span) -> bool:
    """Whether a link lies in one sentence that has other words too."""
    for segment in document.segments:
        if segment.start <= span.start and span.end <= segment.end:
            beside = document.text[segment.start : span.start] + document.text[span.end : segment.end]
            return bool(words(beside))
    return False


def _projected(
    document: Document, target: Document, hypotheses: Sequence[Hypothesis], spans: Sequence[Span], number: int
) -> list[str]:
    """The words of one link in each sentence that it reaches."""
    found: list[str] = []
    for segment, hypothesis in zip(document.segments, hypotheses, strict=True):
        inside = [
            Span(max(s.start, segment.start) - segment.start, min(s.end, segment.end) - segment.start, s.mark)
            for s in spans
            if s.start < segment.end and segment.start < s.end
        ]
        text = document.text[segment.start : segment.end]
        placed = project(text, hypothesis.text, hypothesis.alignment, inside)
        found += [hypothesis.text[s.start : s.end] for s in placed if s.mark == number]
    return found


def _f1(found: Sequence[str], wanted: Sequence[str]) -> float:
    """F1 of two bags of words."""
    shared = sum((Counter(found) & Counter(wanted)).values())
    return 2 * shared / (len(found) + len(wanted)) if shared else 0.0


def _ceiling(text: str, wanted: str) -> float:
    """The best F1 of any contiguous stretch of words."""
    own, other = words(text), words(wanted)
    longest = min(len(own), 2 * len(other) + 2)
    return max(
        (_f1(own[i : i + size], other) for size in range(1, longest + 1) for i in range(len(own) - size + 1)),
        default=0.0,
    )


if __name__ == "__main__":
    main()
