"""Does it last? Varied documents through one process: memory, threads and open files stay, and so does the output."""

import gc
import hashlib
import random
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.report import arguments, data_folder, report
from summarize import brief, export
from summarize.briefing import Briefing
from translate import EngineSet, PolicyTextError

_WARM = 100  # documents after which everything is loaded
_LARGEST_BYTES, _MOST_LINES = 200_000, 60  # hours are spent on many documents, not on long ones
_LANGUAGES = ("en", "pt", "en", "pt", "en", "de")
_KINDS = ("*.docx", "*.odt", "*.pptx", "*.pdf")


@dataclass(frozen=True, slots=True)
class _State:
    """What the process holds."""

    memory_mb: float
    threads: int
    files: int


def main() -> None:
    """Measure and report."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--documents", type=int, default=2000, help="how many, half of them for the second time")
    parser.add_argument("--doubt", action="store_true", help="translate back as well, which takes three times as long")
    parser.add_argument("--largest", type=int, default=_LARGEST_BYTES, help="most bytes of a file")
    parser.add_argument("--lines", type=int, default=_MOST_LINES, help="most sentences of a text")
    options = parser.parse_args()
    half = max(1, options.documents // 2)
    rows: list[tuple[object, ...]] = []
    prints: dict[int, str] = {}
    differing = 0
    at_warm: _State | None = None
    with EngineSet() as engines:
        for number in range(2 * half):
            which = number % half
            found = _print(_document(which, options.largest, options.lines), engines, options.doubt)
            differing += prints.setdefault(which, found) != found
            if (number + 1) % min(_WARM, half) == 0 or number + 1 == 2 * half:
                state = _state()
                at_warm = at_warm or state
                growth = 100 * (state.memory_mb / at_warm.memory_mb - 1)
                rows.append(
                    (number + 1, f"{state.memory_mb:.0f}", f"{growth:+.1f}", state.threads, state.files, differing)
                )
                print(rows[-1], flush=True)
        names = sorted(set(_open_files()))
    notes = [
        f"Briefings with their HTML, of real Word, OpenDocument, PowerPoint and PDF files under {options.largest:,} "
        f"bytes, and of texts of 5 to {options.lines} sentences of NTREX in English, Portuguese and German; one "
        "process, one set of engines. The second half repeats the first.",
        f"Growth is against the state after {min(_WARM, half)} documents.",
        f"Open at the end: {', '.join(names)[:400]}",
    ]
    header = ("documents", "memory (MB)", "growth (%)", "threads", "open files", "other output")
    report("soak", "Does it last?", header, rows, notes, ("onnxruntime", "pypdfium2", "lxml"), options.update)


def _print(source: str | Path, engines: EngineSet, doubt: bool) -> str:
    """What becomes of a document, as a hash."""
    try:
        made: Briefing | None = brief(source, "pt", engines=engines, doubt=doubt)
        if made is not None and made.document.language == "pt":
            made = brief(made.document, "en", engines=engines, doubt=doubt)
        written = export(made, "html")
    except PolicyTextError as error:
        written = str(error)
    return hashlib.sha256(written.encode()).hexdigest()


def _document(number: int, largest: int, most: int) -> str | Path:
    """One of the documents, the same whenever it is asked for: every second is a file."""
    files = _files(largest)
    if number % 2 and files:
        return files[number // 2 % len(files)]
    rng = random.Random(f"soak {number}")
    lines = _lines(_LANGUAGES[number // 2 % len(_LANGUAGES)])
    start = rng.randrange(len(lines) - most)
    return "\n".join(lines[start : start + rng.randint(5, most)])


@cache
def _files(largest: int) -> list[Path]:
    """Small real files, in an order that mixes their kinds."""
    folders = [data_folder("office"), data_folder("pdf")]
    every = [path for folder in folders for kind in _KINDS for path in folder.rglob(kind)]
    found = sorted(path for path in every if path.stat().st_size < largest)
    random.Random("soak").shuffle(found)
    return found


def _lines(name: str) -> list[str]:
    """Lines of one of NTREX's languages."""
    return (data_folder("ntrex") / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _state() -> _State:
    """What the process holds now, after what nothing refers to is gone."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return _State(pages * 4096 / 2**20, threading.active_count(), sum(1 for _ in _open_files()))


def _open_files() -> Iterator[str]:
    """What each open file is."""
    for link in Path("/proc/self/fd").iterdir():
        try:
            yield str(link.readlink()).split(":")[0]
        except OSError:
            continue


if __name__ == "__main__":
    if sys.platform != "linux":
        raise SystemExit("It counts in /proc, which only Linux has.")
    main()
