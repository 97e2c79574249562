"""How well do we find sentence ends in laws and judgements of five languages, and how fast?"""

import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.report import arguments, data_folder, report
from translate.reading.text import read_text
from translate.segmentation import label_end, sentence_spans

_LANGUAGES = ("en", "es", "fr", "it", "pt")
Segmenter = Callable[[str, str], Iterable[int]]


@dataclass(frozen=True, slots=True)
class _Case:
    """One document and the ends that people marked."""

    language: str
    kind: str
    text: str
    ends: frozenset[int]


def main() -> None:
    """Print F1 by language and kind for us and for two peers."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only even (0) or odd (1) documents of each file")
    parser.add_argument("--only", action="store_true", help="leave the peers out")
    options = parser.parse_args()
    cases = _cases(options.half)
    peers: dict[str, Segmenter] = {"entente": _ours}
    if not options.only:
        peers |= {"sentencex": _sentencex, "pysbd": _pysbd}
    counts, seconds = {}, {}
    for name, segmenter in peers.items():
        begun = time.perf_counter()
        found = [frozenset(segmenter(case.text, case.language)) for case in cases]
        seconds[name] = time.perf_counter() - begun
        counts[name] = _counts(cases, found)
    rows = []
    for key in sorted(counts["entente"]):
        documents = sum(key in (f"{c.language} {c.kind}", "all") for c in cases)
        rows.append([key, documents, *(f"{_f1(counts[name][key]):.1f}" for name in peers)])
    rows.append(["seconds", len(cases), *(f"{seconds[name]:.2f}" for name in peers)])
    report(
        "segmentation",
        "How well are sentence ends found in laws and judgements?",
        ["language and kind", "documents", *(f"{name} F1 (%)" for name in peers)],
        rows,
        notes=[
            "MultiLegalSBD (Brugger et al. 2023, CC BY 4.0), every second document. Exact match of a sentence's last"
            " character that is not white space; micro-averaged. Ours runs read_text, label_end, sentence_spans;"
            " a label kept outside a segment counts as an end.",
        ],
        packages=["sentencex", "pysbd"] if not options.only else [],
        update=options.update,
    )


def _cases(half: int | None) -> list[_Case]:
    """Every document, or every second one."""
    folder = data_folder("sbd")
    cases = []
    for language in _LANGUAGES:
        lines = (folder / f"{language}.jsonl").read_text(encoding="utf-8").strip().split("\n")
        for position, line in enumerate(lines):
            if half is None or position % 2 == half:
                row = json.loads(line)
                cases.append(_Case(language, row["kind"], row["text"], frozenset(_last(row["text"], row["sentences"]))))
    return cases


def _last(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[int]:
    """Index after the last character of each span that is not white space; empty spans are left out."""
    return {start + len(part.rstrip()) for start, end in spans if (part := text[start:end]).strip()}


def _ours(text: str, language: str) -> Iterable[int]:
    """Ends of our segments, and of the labels between them."""
    for block in read_text(text).blocks:
        body = text[block.start : block.end]
        label = label_end(body, language)
        if label:
            yield block.start + len(body[:label].rstrip())
        yield from (block.start + end for _, end in sentence_spans(body, language))


def _sentencex(text: str, language: str) -> Iterable[int]:
    """Ends of sentencex's sentences."""
    import sentencex

    return _placed(text, sentencex.segment(language, text))


def _pysbd(text: str, language: str) -> Iterable[int]:
    """Ends of pysbd's sentences; it knows no Portuguese, so that is read as Spanish."""
    import pysbd  # type: ignore[import-not-found]

    segmenter = pysbd.Segmenter(language="es" if language == "pt" else language, clean=False)
    return _placed(text, segmenter.segment(text))


def _placed(text: str, sentences: Iterable[str]) -> Iterable[int]:
    """Ends of sentences in the text, found one after another."""
    position, ends = 0, []
    for sentence in sentences:
        words = sentence.split()
        if not words:
            continue
        match = re.compile(r"\s*".join(map(re.escape, words))).search(text, position)
        if match:
            position = match.end()
            ends.append(position)
    return ends


def _counts(cases: list[_Case], found: list[frozenset[int]]) -> dict[str, tuple[int, int, int]]:
    """Right, found and marked ends by language and kind, and of all."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for case, ends in zip(cases, found, strict=True):
        for key in (f"{case.language} {case.kind}", "all"):
            for position, count in enumerate((len(ends & case.ends), len(ends), len(case.ends))):
                sums[key][position] += count
    return {key: (right, ours, gold) for key, (right, ours, gold) in sums.items()}


def _f1(counts: tuple[int, int, int]) -> float:
    """F1 in per cent."""
    right, ours, gold = counts
    return 200 * right / (ours + gold) if ours + gold else 0.0


if __name__ == "__main__":
    main()
