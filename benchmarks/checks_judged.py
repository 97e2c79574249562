"""Whether the list for real output is short and true: the embedded engine on the examples and the seed text."""

import csv
import time
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from benchmarks.report import arguments, data_folder, report
from translate import read, translate
from translate.checks.ranking import CheckLine, rank
from translate.checks.registry import check
from translate.translation import Translation

_ROOT = Path(__file__).resolve().parent.parent
_JUDGED = Path(__file__).parent / "judged.tsv"


class Judgement(NamedTuple):
    """What a person said of one line: whether something was wrong with the translation, and what."""

    useful: bool
    why: str


def main() -> None:
    """Print the table and the lines that nobody has judged; with --update write the table."""
    show(arguments(main.__doc__ or "").parse_args().update)


def show(update: bool) -> None:
    """Print, and write if asked, lines a thousand words, and how many of them a reader would thank for."""
    judged = _judgements()
    rows = []
    for path, target in _documents():
        document = read(path)
        start = time.perf_counter()
        translation = translate(document, target)
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        check(document.texts, translation.hypotheses, [s.language for s in document.segments], target)
        share = (time.perf_counter() - start) / seconds
        lines = rank(translation.issues)
        found = [judged.get(_key(translation, line)) for line in lines]
        for line, judgement in zip(lines, found, strict=True):
            if judgement is None:
                _print_unjudged(path.name, translation, line)
        words = sum(len(text.split()) for text in document.texts)
        useful = sum(judgement is not None and judgement.useful for judgement in found)
        judged_lines = sum(judgement is not None for judgement in found)
        pair = f"{document.language}-{target}"
        rows.append((path.stem, pair, words, len(lines), useful, judged_lines, 1000 * len(lines) / words, share))
    report(
        "checks_judged",
        "Is the list for real output short and true?",
        (
            "text",
            "pair",
            "words",
            "lines",
            "useful",
            "judged",
            "lines a 1,000 words (bar 8)",
            "checks' share of time %",
        ),
        [(*row[:6], f"{row[6]:.1f}", f"{100 * row[7]:.1f}") for row in [*rows, _total(rows)]],
        notes=(
            "The embedded engine. A line is useful where a reader who knows both languages found something to correct "
            "in the segment; every judgement stands in benchmarks/judged.tsv, by a hash of source and translation.",
            "The share of time compares the checks, similarity excluded, with a translation from reading to list, its "
            "bar is 15 %.",
        ),
        update=update,
    )


def _total(rows: list[tuple[str, str, int, int, int, int, float, float]]) -> tuple[object, ...]:
    """The last row: sums, and the mean share of time."""
    words, lines, useful, judged = (sum(row[place] for row in rows) for place in (2, 3, 4, 5))  # type: ignore[misc]
    return "all", "", words, lines, useful, judged, 1000 * lines / words, sum(row[7] for row in rows) / len(rows)


def _documents() -> list[tuple[Path, str]]:
    """The texts and the language that each is translated into."""
    seed = data_folder("seed") / "entente.en.txt"
    examples = sorted(path for path in (_ROOT / "examples").iterdir() if path.suffix in {".md", ".txt", ".docx"})
    named = [(path, path.name.split(".")[-2]) for path in examples]
    return [(seed, "pt"), *((path, "en" if code == "pt" else "pt") for path, code in named if code in ("en", "pt"))]


def _judgements() -> dict[str, Judgement]:
    """Kept judgements by key."""
    with _JUDGED.open(encoding="utf-8", newline="") as file:
        entries = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {entry["key"]: Judgement(entry["useful"] == "yes", entry["why"]) for entry in entries}


def _key(translation: Translation, line: CheckLine) -> str:
    """Hash of a segment and its translation: a judgement holds as long as neither changes."""
    if line.segment is None:
        return "document"
    texts = translation.source.segment_text(line.segment), translation.hypotheses[line.segment].text
    return sha256("\n".join(texts).encode()).hexdigest()[:12]


def _print_unjudged(name: str, translation: Translation, line: CheckLine) -> None:
    """What a person has to judge."""
    print(f"{_key(translation, line)}\t{name}\t{line.segment}\t{line.reasons[0].kind}")
    for reason in line.reasons:
        print(f"    {reason.message}")
    if line.segment is not None:
        print(f"    {translation.source.segment_text(line.segment)}\n    {translation.hypotheses[line.segment].text}")


if __name__ == "__main__":
    main()
