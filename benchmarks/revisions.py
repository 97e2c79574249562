"""Are the sentences of two versions found again, and those of two language versions?"""

import csv
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time

from benchmarks.report import arguments, data_folder, ntrex_lines, report
from benchmarks.revision_wording import lines, wording_notes
from translate.document import Document
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.revision.across import correspond
from translate.revision.alignment import align
from translate.revision.change import Change
from translate.text.embedding import embedder

_LABELS = Path(__file__).with_name("revision_pairs.tsv")
_OWN = Path(__file__).with_name("revision_texts")
"""Drafts and adopted texts of acts that do not exist: articles change places, sentences merge, amounts change."""
_LINES = 300
_LONG = 10_000
"""Sentences of about 300 pages."""


def main() -> None:
    """Compare neighbours, labelled pairs, two language versions with lines left out, and a long text with itself."""
    options = arguments(__doc__ or "").parse_args()
    folder = data_folder("revisions")
    rows = [_versions(notice, language) for notice in sorted(folder.iterdir()) for language in _languages(notice)]
    hits, pairs, read_again = _labelled(folder)
    found = ", ".join(f"{hits[notice]} of {count} in {notice}" for notice, count in pairs.items())
    notes = [
        f"Labelled pairs of revised sentences that are put together: {hits.total()} of {pairs.total()} ({found}); the "
        "labels are from before anything was tuned; harbour_act, a draft and an adopted act, was made up for this. "
        f"Labels whose sentence begins otherwise today, and so count for nothing: {read_again}.",
        *_across(),
        *wording_notes(folder),
        _long(),
    ]
    header = (
        "notice", "language", "pairs of versions", "sentences", "accounted for, %", "unchanged", "found, %", "moved",
        "changed", "new", "dropped",
    )  # fmt: skip
    report("revisions", __doc__ or "", header, rows, notes, ("rapidfuzz",), options.update)


def _languages(notice: Path) -> list[str]:
    return sorted(path.name for path in notice.iterdir() if path.is_dir()) if notice.is_dir() else []


def _versions(notice: Path, language: str) -> list[object]:
    """One notice: each version beside the next."""
    documents = [read(path) for path in sorted((notice / language).glob("*.md"))]
    kinds: Counter[str] = Counter()
    sentences = accounted = same = found = 0
    for old, new in pairwise(documents):
        changes = align(old, new)
        kinds.update(change.kind for change in changes)
        sentences += len(old.segments) + len(new.segments)
        accounted += sum(len(set(ids)) for ids in _sides(changes))
        texts = [Counter(" ".join(text.split()) for text in document.texts) for document in (old, new)]
        same += (texts[0] & texts[1]).total()
        found += kinds_of(changes, "unchanged", "moved")
    shares = f"{100 * accounted / sentences:.1f}", f"{100 * found / same:.1f}"
    return [
        notice.name, language, len(documents) - 1, sentences, shares[0], kinds["unchanged"], shares[1],
        kinds["moved"], kinds["changed"], kinds["new"], kinds["dropped"],
    ]  # fmt: skip


def _sides(changes: Sequence[Change]) -> tuple[list[int], list[int]]:
    """All positions named, of both versions."""
    return [i for change in changes for i in change.old], [j for change in changes for j in change.new]


def kinds_of(changes: Sequence[Change], *kinds: str) -> int:
    """Number of changes of some kinds."""
    return sum(change.kind in kinds for change in changes)


def _labelled(folder: Path) -> tuple[Counter[str], Counter[str], int]:
    """By notice the labelled pairs that are in one change, and all; how many labels no longer fit their texts."""
    with _LABELS.open(encoding="utf-8") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    known: dict[tuple[str, ...], tuple[Document, Document, tuple[Change, ...]]] = {}
    hits, pairs, stale = Counter[str](), Counter[str](), 0
    for row in rows:
        key = tuple(row[:4])
        if key not in known:
            place = _OWN if (_OWN / row[0]).is_dir() else folder
            old, new = (read(place / row[0] / row[1] / f"{version}.md") for version in row[2:4])
            known[key] = old, new, align(old, new)
        old, new, changes = known[key]
        sides = [[int(number) for number in cell.split("+")] for cell in row[4:6]]
        if not (_begins(old, sides[0][0], row[6]) and _begins(new, sides[1][0], row[7])):
            stale += 1
            continue
        pairs[row[0]] += 1
        hits[row[0]] += any(set(sides[0]) <= set(change.old) and set(sides[1]) <= set(change.new) for change in changes)
    return hits, pairs, stale


def _begins(document: Document, segment: int, words: str) -> bool:
    return " ".join(document.segment_text(segment).split()).startswith(words)


def _across() -> list[str]:
    """Links found between two language versions of which one line in ten is left out on each side."""
    dice = Random(7)
    versions, numbers = [], []
    for language in ("en", "pt"):
        kept = [(number, line) for number, line in enumerate(ntrex_lines(language, _LINES)) if dice.random() > 0.1]
        versions.append(lines([line for _, line in kept], language))
        numbers.append([number for number, _ in kept])
    wanted = {(number, number) for number in set(numbers[0]) & set(numbers[1])}
    readings = translate(versions[0], "pt", engine="firefox").target.texts
    ways = {
        "machine translation": correspond(*versions, readings),
        "vectors": correspond(*versions, None, embedder()),
        "lengths": correspond(*versions, None),
    }
    said = []
    for name, changes in ways.items():
        links = {(numbers[0][i], numbers[1][j]) for change in changes for i in change.old for j in change.new}
        right = len(links & wanted)
        said.append(f"{name} precision {100 * right / len(links):.1f}, recall {100 * right / len(wanted):.1f}")
    return [f"English beside Portuguese, {_LINES} lines of NTREX, a tenth left out on each side: {'; '.join(said)}."]


def _long() -> str:
    """How much more processor time ten times as many sentences take, a tenth of them changed."""
    texts = ntrex_lines("en", 1000)
    dice = Random(7)
    seconds = []
    for count in (_LONG // 10, _LONG):
        old = [f"{texts[i % len(texts)]} Case {i}." for i in range(count)]
        new = [line.replace(" the ", " this ", 1) if dice.random() < 0.1 else line for line in old]
        documents = lines(old, "en"), lines(new, "en")
        begun = process_time()
        align(*documents)
        seconds.append(process_time() - begun)
    return f"{_LONG:,} sentences (about 300 pages) take {seconds[1] / seconds[0]:.0f} times as long as a tenth of them."


if __name__ == "__main__":
    main()
