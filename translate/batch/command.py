"""make_folder(): the commands on a folder, from its files to the report."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic

from translate.batch.cluster import records_made_there
from translate.batch.inputs import collect
from translate.batch.ledger import Ledger
from translate.batch.record import Record, Task
from translate.batch.report import index_pages, report_csv
from translate.batch.workers import records_made_here, worker_count
from translate.command.arguments import settings_of
from translate.command.output import write_output
from translate.command.stopping import exit_code, until_interrupted
from translate.errors import InputError
from translate.languages.table import language
from translate.message import say
from translate.store.kept import remove_unfinished
from translate.version import VERSION

_NOT_SETTINGS = frozenset(
    {"file", "output", "list", "match", "workers", "cluster", "tls", "no_journal", "show", "product", "format"}
)
"""Arguments that change nothing in an output."""
_PAGE = re.compile(r"index-\d+\.html")


def add_arguments(arguments: argparse.ArgumentParser) -> None:
    """What the commands take for many documents."""
    many = arguments.add_argument_group("many documents", "FILE may be a folder; then --out names one as well")
    many.add_argument("--list", metavar="FILE", help="read the files named here, one a line; - for standard input")
    many.add_argument(
        "--match", action="append", default=[], metavar="PATTERN", help='only files like this: "*.pdf", "2026/*"'
    )
    many.add_argument("--workers", type=int, metavar="N", help="processes side by side; by cores and memory")
    many.add_argument(
        "--cluster", metavar="ADDRESS", help="have them made by a Dask cluster: tcp://127.0.0.1:8786, tls://HOST:PORT"
    )
    many.add_argument(
        "--tls", nargs=3, metavar=("CA", "CERT", "KEY"), help="files that the cluster knows us by, and we it"
    )


def parsed(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments of a command; wrong use where they name nothing to read."""
    arguments = parser.parse_args(argv)
    if arguments.file is None and arguments.list is None:
        parser.error("the following arguments are required: FILE")
    return arguments


def is_folder(arguments: argparse.Namespace) -> bool:
    """Whether a command is asked for many documents."""
    return arguments.list is not None or (arguments.file is not None and Path(arguments.file).is_dir())


def make_folder(arguments: argparse.Namespace, product: str, form: str) -> int:
    """Make every document of a folder; returns the exit code: 1 where one failed.

    Args:
        arguments: The command's.
        product: What makes one, as "package.module:function".
        form: The ending of what is written.

    Raises:
        InputError: The folders cannot be read or written.
        EngineError: An engine is told what it cannot be.
    """
    if not arguments.output:
        raise InputError(say("Many documents need a folder to go to. Give --out FOLDER."))
    if arguments.workers is not None and arguments.workers < 1:
        raise InputError(say("There is no work for {count} workers. Give 1 or more.", count=arguments.workers))
    settings_of(arguments)  # says what is wrong with them before every worker does
    target, out = language(arguments.to).code, Path(arguments.output)
    arguments.product, arguments.form = product, form
    arguments.ending = f"{target}.{form}"
    for name in ("glossary", "memory"):  # a cluster's workers stand in other folders
        if getattr(arguments, name):
            setattr(arguments, name, os.path.abspath(getattr(arguments, name)))
    inputs = collect(Path(arguments.file) if arguments.file else None, out, arguments.match, arguments.list)
    if inputs.notice:
        print(f"entente: {inputs.notice}", file=sys.stderr)
    _make_folder(out)
    with Ledger(out) as ledger, until_interrupted() as stop:
        if ledger.notice:
            print(f"entente: {ledger.notice}", file=sys.stderr)
        tasks = _tasks(inputs.files, out, arguments, ledger.records())
        with _made(tasks, arguments, stop) as made:
            records = _kept(made, tasks, ledger)
        everything = [records.get(task.name) or _left(task) for task in tasks]
        write_output(report_csv(everything, target), str(out / "report.csv"))
        pages = index_pages(everything, target)
        for path in out.glob("index-*.html"):
            if _PAGE.fullmatch(path.name) and path.name not in pages:  # of a run with more documents
                path.unlink(missing_ok=True)
        for name, page in pages.items():
            write_output(page, str(out / name))
    _tell(everything, out)
    return exit_code(stop.signum) or int(any(record.status == "failed" for record in everything))


def _make_folder(out: Path) -> None:
    """Make the folder that is written, and take away what runs that were cut off have left half written in it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for folder in (out, *(path for path in out.rglob("*") if path.is_dir())):
            remove_unfinished(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            say("{name} cannot be written: {reason}. Make room, or give another --out.", name=str(out), reason=reason)
        ) from error


def _tasks(files: dict[str, Path], out: Path, arguments: argparse.Namespace, before: dict[str, Record]) -> list[Task]:
    """What is to be made, in order of names."""
    settings = _settings(arguments)
    return [
        Task(path.absolute(), name, out.absolute(), settings, before.get(name), _size_bytes(path))
        for name, path in files.items()
    ]


def _settings(arguments: argparse.Namespace) -> str:
    """A hash of whatever was chosen that changes an output, the reader's terms and memory among it."""
    chosen = {name: value for name, value in vars(arguments).items() if name not in _NOT_SETTINGS}
    for name in ("glossary", "memory"):
        if chosen.get(name):
            with suppress(OSError):  # said of each document, as the command does of one
                chosen[name] = sha256(Path(chosen[name]).read_bytes()).hexdigest()
    return sha256(repr((VERSION, sorted(chosen.items()))).encode()).hexdigest()


def _size_bytes(path: Path) -> int:
    """A file's size; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def _made(tasks: Sequence[Task], arguments: argparse.Namespace, stop: Callable[[], bool]) -> Iterator[Iterator[Record]]:
    """Records as they are made, here or on a cluster; at the end nothing is made any more."""
    if arguments.cluster:
        records = records_made_there(tasks, arguments, arguments.cluster, stop)
    else:
        records = records_made_here(tasks, arguments, arguments.workers or worker_count(len(tasks)), stop)
    with closing(records):
        yield records


def _kept(made: Iterable[Record], tasks: Sequence[Task], ledger: Ledger) -> dict[str, Record]:
    """Records by name, each kept as soon as it is there; how far they are is shown."""
    records: dict[str, Record] = {}
    progress = _Progress(tasks)
    for record in made:
        ledger.enter(record)
        records[record.name] = record
        progress.show(record)
    return records


class _Progress:
    """How far a batch is, in one line that overwrites itself; where that cannot be shown, failures only."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._sizes = {task.name: task.size_bytes for task in tasks}
        self._left_bytes = sum(self._sizes.values())
        self._made_bytes, self._done, self._failed, self._began = 0, 0, 0, monotonic()

    def show(self, record: Record) -> None:
        """Count a record."""
        size, self._done = self._sizes[record.name], self._done + 1
        self._left_bytes -= size
        self._made_bytes += 0 if record.status == "unchanged" else size
        is_terminal = sys.stderr.isatty()
        if record.status == "failed":
            self._failed += 1
            start = "\r\033[K" if is_terminal else ""
            print(f"{start}entente: {record.name}: {record.message}", file=sys.stderr)
        if is_terminal:
            total, end = len(self._sizes), "\n" if self._done == len(self._sizes) else ""
            failed = f", {self._failed:,} failed" if self._failed else ""
            line = f"{self._done:,} of {total:,} documents{failed}{self._time_left()}"
            print(f"\r\033[K{line}", end=end, file=sys.stderr, flush=True)

    def _time_left(self) -> str:
        """How long the rest takes, by its bytes."""
        if not self._made_bytes or not self._left_bytes:
            return ""
        seconds = (monotonic() - self._began) / self._made_bytes * self._left_bytes
        if seconds < 90:
            return f", {max(1, round(seconds))} s left"
        return f", {round(seconds / 60):,} min left" if seconds < 5400 else f", {seconds / 3600:,.1f} h left"


def _left(task: Task) -> Record:
    """The record of a document that was not reached: an earlier run's, or that it is still to be made."""
    reason = say("Not made yet: the run was stopped. The same command goes on.")
    return task.before or Record(task.name, "failed", message=reason)


def _tell(records: Sequence[Record], out: Path) -> None:
    """Say in a line what came of it."""
    counts = {status: sum(record.status == status for record in records) for status in ("done", "unchanged", "failed")}
    found = ", ".join(f"{count:,} {status}" for status, count in counts.items() if count)
    print(f"entente: {found}. See {out / 'index.html'} and report.csv.", file=sys.stderr)
