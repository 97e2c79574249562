"""How well do we find sentence ends in laws and judgements of five languages, and how fast?"""

import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.report import arguments, data_folder, report
from translate.reading.draft import Draft
from translate.reading.text import read_text, with_items
from translate.segmentation.sentences import label_end, sentence_spans

_LANGUAGES = ("en", "es", "fr", "it", "pt")
Segmenter = Callable[[str, str], list[int] | list[str]]
"""A text and its language to the ends of its sentences, or to the sentences themselves."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One document and the ends that people marked."""

    language: str
    kind: str
    text: str
    ends: frozenset[int]


def main() -> None:
    """Print F1 by language and kind, and the speed, for us and for two peers."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only even (0) or odd (1) documents of each language")
    parser.add_argument("--only", action="store_true", help="leave the peers out")
    options = parser.parse_args()
    cases = _cases(options.half)
    segmenters: dict[str, Segmenter] = {"entente": _sentences, "entente, lists in items": _items}
    if not options.only:
        segmenters |= {"sentencex": _sentencex, "pysbd": _pysbd}
    counts, speeds = {}, []
    for name, segmenter in segmenters.items():
        segmenter(cases[0].text, cases[0].language)  # reads its lexicons
        begun = time.process_time()
        segmented = [segmenter(case.text, case.language) for case in cases]
        seconds = time.process_time() - begun
        speeds.append(f"{sum(len(case.text) for case in cases) / seconds / 1000:,.0f}")
        found = [_ends(case.text, ends) for case, ends in zip(cases, segmented, strict=True)]
        counts[name] = _counts(cases, found)
    rows: list[list[object]] = []
    for key in sorted(counts["entente"], key=lambda key: (key == "all", key)):
        documents = sum(key in (f"{c.language} {c.kind}", "all") for c in cases)
        rows.append([key, documents, *(f"{_f1(counts[name][key]):.1f}" for name in segmenters)])
    rows.append(["1,000 characters a second of processor time", len(cases), *speeds])
    report(
        "segmentation",
        "How well are sentence ends found in laws and judgements?",
        ["language and kind", "documents", *(f"{name} F1 (%)" for name in segmenters)],
        rows,
        notes=[
            "MultiLegalSBD (Brugger et al. 2023, CC BY 4.0), every second document. Exact match of a sentence's last"
            " character that is not white space; micro-averaged. Ours runs read_text, label_end and sentence_spans;"
            " a label kept outside the segments counts as an end. Models tuned on such text reach 96 to 97.",
            "People marked a list as one sentence, however long. So does read_text; with_items, which read() applies,"
            " then cuts those with markers, and others of more than 150 characters, into items: finer than a sentence, "
            "on purpose.",
            "pysbd knows no Portuguese and reads it as Spanish.",
        ],
        packages=[] if options.only else ["sentencex", "pysbd"],
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


def _sentences(text: str, language: str) -> list[int]:
    """Ends of our sentences, and of the labels between them."""
    return _draft_ends(read_text(text), language)


def _items(text: str, language: str) -> list[int]:
    """Ends of what read() makes of a plain text: the same, but long lists cut into items."""
    return _draft_ends(with_items(read_text(text)), language)


def _draft_ends(draft: Draft, language: str) -> list[int]:
    """Ends of labels and sentences in every block."""
    ends = []
    for block in draft.blocks:
        body = draft.text[block.start : block.end]
        if label := label_end(body, language):
            ends.append(block.start + label)
        ends += [block.start + end for _, end in sentence_spans(body, language)]
    return ends


def _sentencex(text: str, language: str) -> list[str]:
    """Sentences of sentencex."""
    import sentencex

    return list(sentencex.segment(language, text))


def _pysbd(text: str, language: str) -> list[str]:
    """Sentences of pysbd, which has no Portuguese."""
    import pysbd  # type: ignore[import-not-found]

    return list(pysbd.Segmenter(language="es" if language == "pt" else language, clean=False).segment(text))


def _ends(text: str, found: list[int] | list[str]) -> frozenset[int]:
    """Ends as they are, or of sentences that are found in the text one after another."""
    position, ends = 0, set()
    for end in found:
        if isinstance(end, str):
            match = re.compile(r"\s*".join(map(re.escape, end.split()))).search(text, position) if end.split() else None
            if match is None:
                continue
            position = end = match.end()
        ends.add(end)
    return frozenset(ends)


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
