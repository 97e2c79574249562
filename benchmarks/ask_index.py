"""How fast is a folder of reports indexed and asked, and how much memory does it take?"""

import argparse
import json
import resource
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.report import data_folder
from summarize.answers import ask
from summarize.answers.index import Index
from summarize.answers.indexing import add_folder

_PAGE_WORDS = 300
_QUESTIONS = (
    "What did the agency recommend about cybersecurity?",
    "How much did the programme cost?",
    "Quem deve apresentar um relatório ao Congresso?",
    "Which weapon systems were delayed, and why?",
    "How do bees make honey?",
)


def main() -> None:
    """Print the figures, all of them of this machine and this hour."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200, help=f"pages of {_PAGE_WORDS} words")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        pages = _written(Path(root) / "texts", options.pages)
        with Index(Path(root) / "store") as index:
            started = perf_counter()
            done = add_folder(Path(root) / "texts", index, processes=options.processes)
            taken = perf_counter() - started
            worked = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
            print(f"{pages} pages, {done.sentences} sentences: {pages / taken:.1f} pages a second, "
                  f"{1000 * worked / pages:.0f} ms of processor time a page")  # fmt: skip
            for question in (_QUESTIONS[0], *_QUESTIONS):
                started, before = perf_counter(), process_time()
                answer = ask(index, question, "en", engines={})
                print(f"{perf_counter() - started:.2f} s, {process_time() - before:.2f} of processor time: {answer!r}")
        size = sum(path.stat().st_size for path in (Path(root) / "store").iterdir())
        print(f"on disk {size / pages / 1000:.1f} kB a page; "
              f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")  # fmt: skip


def _written(folder: Path, pages: int) -> int:
    """Reports as text files, each again with a number before it until there are enough; how many pages they are."""
    folder.mkdir()
    lines = (data_folder("gao") / "reports.jsonl").read_text("utf-8").splitlines()
    reports, words = [json.loads(line)["text"] for line in lines], 0
    for number in range(10_000):
        text = f"Report {number}.\n\n{reports[number % len(reports)]}"
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
        words += len(text.split())
        if words >= pages * _PAGE_WORDS:
            break
    return words // _PAGE_WORDS


if __name__ == "__main__":
    main()
