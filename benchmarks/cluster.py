"""What a document costs when there are many: in one process, by workers of this machine, by a Dask cluster.

A run of twice as many documents less one of as many is what they cost without the start; by processor time as well,
which a busy machine changes less.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path

from benchmarks.report import arguments as benchmark_arguments
from benchmarks.report import report
from summarize.__main__ import parser
from translate.batch.cluster import records_made_there
from translate.batch.making import making
from translate.batch.record import Record, Task
from translate.batch.workers import engines_of_a_share, records_made_here
from translate.command.arguments import settings_of
from translate.engines.registry import EngineSet
from translate.reading.apart import Reader

_ENDS_S = 30
_EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
Run = Callable[[Sequence[Task], argparse.Namespace], list[Record]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    Attributes:
        name: For the table.
        text: What each is.
        count: How many are made.
        product: What makes one.
        options: Arguments of the command.
    """

    name: str
    text: str
    count: int
    product: str
    options: tuple[str, ...] = ()


def kinds(count: int) -> list[Kind]:
    """A line that costs nothing to translate, and a law of three pages with everything that `brief` does."""
    law = (_EXAMPLES / "lei-dados.pt.txt").read_text("utf-8")
    line = "O capitão responde perante a Agência.\n"
    nothing = "translate.batch.translation:translation_product"
    return [
        Kind("a line, untranslated", line, 32 * count, nothing, ("--engine", "pseudo", "--quick")),
        Kind("a law of 1,200 words", law, count, "summarize.folders:briefing_product"),
    ]


def one_process(tasks: Sequence[Task], arguments: argparse.Namespace) -> list[Record]:
    """One after the other in one process, a new one, so that nothing is loaded or known already."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(_made_in_turn, tasks, arguments).result()


def _made_in_turn(tasks: Sequence[Task], arguments: argparse.Namespace) -> list[Record]:
    """One after the other, here."""
    made = []
    with EngineSet(made=engines_of_a_share(1), settings=settings_of(arguments)) as engines, Reader() as reader:
        for task in tasks:
            with making(task, arguments, engines, reader.read) as (record, journal):
                made.append(record)
                if journal is not None:
                    journal.finish()
    return made


def by_workers(count: int) -> Run:
    """By processes of this machine."""
    return lambda tasks, arguments: list(records_made_here(tasks, arguments, count, lambda: False))


def by_cluster(count: int) -> Run:
    """By a Dask cluster of this machine."""

    def run(tasks: Sequence[Task], arguments: argparse.Namespace) -> list[Record]:
        from distributed import LocalCluster

        with LocalCluster(
            n_workers=count, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as cluster:
            return list(records_made_there(tasks, arguments, cluster.scheduler_address, lambda: False))

    return run


WAYS: dict[str, Run] = {
    "one process": one_process,
    "1 worker": by_workers(1),
    "2 workers": by_workers(2),
    "Dask, 1 worker": by_cluster(1),
    "Dask, 2 workers": by_cluster(2),
}


@contextmanager
def documents(kind: Kind, count: int) -> Iterator[tuple[list[Task], argparse.Namespace]]:
    """So many documents in a folder of their own, no line of which is known, and the arguments to make them with."""
    arguments = parser("entente brief").parse_args(["FOLDER", "--from", "pt", "--to", "en", *kind.options])
    arguments.product, arguments.form, arguments.ending = kind.product, "txt", "en.txt"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        os.environ["ENTENTE_STORE"] = str(root / "store")
        (root / "out").mkdir()
        tasks = []
        for number in range(count):
            lines = (f"{line} N.º {number}." if line else "" for line in kind.text.splitlines())
            (root / f"{number}.txt").write_text("\n".join(lines), "utf-8")
            tasks.append(Task(root / f"{number}.txt", f"{number}.txt", root / "out", "benchmark"))
        yield tasks, arguments


def spent(kind: Kind, run: Run, count: int) -> tuple[float, float]:
    """Seconds by the clock and of processors, children's included, that so many documents take."""
    with documents(kind, count) as (tasks, arguments):
        before = os.times()
        began = time.perf_counter()
        records = run(tasks, arguments)
        clock = time.perf_counter() - began
        for child in active_children():  # what a child has used counts once it has ended
            child.join(_ENDS_S)
        after = os.times()
    if [record.status for record in records] != ["done"] * count:
        raise SystemExit(f"not all were made: {sorted({record.message for record in records if record.message})}")
    return clock, sum(after[:4]) - sum(before[:4])


def measure(kind: Kind, way: str) -> list[str]:
    """A row of the table."""
    few, many = spent(kind, WAYS[way], kind.count), spent(kind, WAYS[way], 2 * kind.count)
    clock, processor = ((many[i] - few[i]) / kind.count for i in range(2))
    start = max(0.0, few[1] - kind.count * processor)
    by_clock = [f"{1 / clock:.2f}", f"{1000 * clock:.0f}"] if clock > 0 else ["", ""]  # others had the processor
    return [kind.name, way, *by_clock, f"{1000 * processor:.0f}", f"{start:.1f}"]


def main() -> None:
    """Measure and print."""
    own = benchmark_arguments("What a document costs when there are many.")
    own.add_argument(
        "--count", type=int, default=4, help="laws made, and then twice as many; lines are 32 times as many"
    )
    chosen = own.parse_args()
    rows = []
    for kind in kinds(chosen.count):
        for way in WAYS:
            rows.append(measure(kind, way))
            print(*rows[-1], sep=" | ", flush=True)
    report(
        "cluster",
        "Many documents: what one costs, by who makes them",
        [
            "document",
            "made by",
            "documents a second",
            "ms by the clock",
            "ms of processors",
            "s of processors to start",
        ],
        rows,
        [
            f"{chosen.count} and {2 * chosen.count} laws, each briefed with doubts, and 32 times as many lines "
            "through the pseudo engine; the start, with the models loaded once a worker, is taken off.",
            "The clock is this machine's, with whatever else it did meanwhile.",
        ],
        ["onnxruntime", "distributed"],
        chosen.update,
    )


if __name__ == "__main__":
    main()
