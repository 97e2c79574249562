"""Is a second reading of unsure and flagged sentences worth its time? chrF, speed, and changes to be read blind."""

import argparse
import csv
import json
import random
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.report import arguments, data_folder, ntrex_lines, report
from translate import translate
from translate.choices import READINGS, Choices
from translate.document import Block, Document, Segment
from translate.engines.registry import EngineSet
from translate.hypothesis import Hypothesis

_PAIRS = (("en", "pt"), ("pt", "en"))
_NTREX = 1000
_SEED = 13


class Change(NamedTuple):
    """A sentence that a second reading translates otherwise."""

    id: str
    kind: str
    source: str
    before: str
    after: str
    repaired: bool


def main() -> None:
    """Print the table; with --blind write the changed sentences of the judged set and of unseen news instead."""
    parser = arguments(main.__doc__ or "")
    parser.add_argument("--lines", type=int, default=300, help="lines of NTREX each way")
    parser.add_argument("--blind", type=Path, help="TSV to write: id, source, A, B; nothing tells which is new")
    parser.add_argument("--key", type=Path, help="TSV to write: id, which of A and B is new, kind, why")
    parser.add_argument("--news", type=int, default=0, help="other lines of NTREX each way to look for changes in too")
    options = parser.parse_args()
    with EngineSet() as engines:
        if options.blind:
            _write_blind(options, engines)
        else:
            _measure(options, engines)


def _measure(options: argparse.Namespace, engines: EngineSet) -> None:
    """chrF and processor time of each way, on held-out lines."""
    from sacrebleu.metrics import CHRF

    rows, times = [], []
    for source, target in _PAIRS:
        unread = _unread(source)[: options.lines]
        lines, references = ([ntrex_lines(code, _NTREX)[i] for i in unread] for code in (source, target))
        _translated(lines[:2], source, target, "every", engines)  # loads the model
        first: tuple[Hypothesis, ...] = ()
        least = 0.0
        for readings in READINGS:
            start = process_time()
            found = _translated(lines, source, target, readings, engines)
            spent = process_time() - start
            first, least = first or found, least or spent
            changed = sum(one.text != two.text for one, two in zip(first, found, strict=True))
            score = CHRF().corpus_score([own.text for own in found], [references]).score
            offered = sum(len(own.alternatives) for own in found)
            rows.append((f"{source}-{target}", readings, f"{score:.2f}", changed, offered))
            times.append(f"{source}-{target} {readings} {spent / least:.1f}")
    report(
        "second_readings",
        "Is a second reading worth its time?",
        ("pair", "read again", "chrF", "lines changed", "words with other wordings"),
        rows,
        notes=(
            f"The first {options.lines} lines of NTREX each way that are not in the judged set, checks and repairs "
            "included.",
        ),
        packages=("onnxruntime", "numpy", "sacrebleu"),
        update=options.update,
    )
    print(f"Processor time in times of reading once: {', '.join(times)}.")


def _write_blind(options: argparse.Namespace, engines: EngineSet) -> None:
    """The changed sentences, both versions in random order, and the key."""
    changes: list[Change] = []
    rows = _judged()
    for source, target in _PAIRS:
        own = [row for row in rows if row["pair"] == f"{source}-{target}"]
        ids, kinds, texts = ([row[name] for row in own] for name in ("id", "set", "source"))
        changes += _changes(ids, kinds, texts, source, target, engines)
        unread = _unread(source)[: options.news]
        news = [ntrex_lines(source, _NTREX)[i] for i in unread]
        ids = [f"{source}-{i + 1}" for i in unread]
        changes += _changes(ids, ["unread news"] * len(news), news, source, target, engines)
    chance = random.Random(_SEED)
    chance.shuffle(changes)
    asked, told = [], []
    for change in changes:
        new = chance.choice("AB")
        a, b = (change.after, change.before) if new == "A" else (change.before, change.after)
        asked.append((change.id, change.source, a, b))
        told.append((change.id, new, change.kind, "flagged" if change.repaired else "unsure"))
    _write(options.blind, ("id", "source", "A", "B"), asked)
    if options.key:
        _write(options.key, ("id", "new", "kind", "why"), told)
    print(f"{len(changes)} changed sentences.")


def _judged() -> list[dict[str, str]]:
    """Rows of the judged set."""
    lines = (data_folder("meaning") / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _unread(language: str) -> list[int]:
    """Lines of NTREX, from 0, that are not in the judged set."""
    read = {row["source"].strip() for row in _judged()}
    return [i for i, line in enumerate(ntrex_lines(language, _NTREX)) if line.strip() not in read]


def _changes(
    ids: Sequence[str], kinds: Sequence[str], texts: Sequence[str], source: str, target: str, engines: EngineSet
) -> list[Change]:
    """What a second reading translates otherwise."""
    before = _translated(texts, source, target, "first", engines)
    after = _translated(texts, source, target, "unsure", engines)
    return [
        Change(name, kind, text, one.text, two.text, bool(two.repairs))
        for name, kind, text, one, two in zip(ids, kinds, texts, before, after, strict=True)
        if one.text != two.text
    ]


def _translated(
    lines: Sequence[str], source: str, target: str, readings: str, engines: EngineSet
) -> tuple[Hypothesis, ...]:
    """A hypothesis of each line, which is a segment of its own."""
    segments, start = [], 0
    for number, line in enumerate(lines):
        segments.append(Segment(start, start + len(line), number, source))
        start += len(line) + 1
    blocks = tuple(Block(own.start, own.end) for own in segments)
    document = Document("\n".join(lines), source, blocks, tuple(segments))
    return translate(document, target, choices=Choices(engine="firefox", readings=readings), engines=engines).hypotheses


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in tabs."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
