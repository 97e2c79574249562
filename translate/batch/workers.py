"""records_made_here(): documents made by processes of this machine, none of which can take the others along."""

import argparse
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from translate.batch.making import failed, making
from translate.batch.record import Record, Task
from translate.command.arguments import settings_of
from translate.engines.protocol import Engine
from translate.engines.registry import EngineSet
from translate.message import say
from translate.reading.apart import Reader

WORKER_BYTES = 700 << 20
"""Memory that a worker is reckoned to take: with the packaged models 350 MB at rest, a long report as much again."""
_TRIES = 2
"""Times that a document is begun whose worker dies: it may have died of another one's hunger for memory."""
_ASKED_S = 0.5


@dataclass(slots=True)
class _Worker:
    """A process, its end of the pipe, and what it works on."""

    process: SpawnProcess
    pipe: "Connection[object, object]"
    task: Task | None = None


def worker_count(documents: int) -> int:
    """How many workers this machine has room for: one a core, as far as memory goes, and no more than documents."""
    free = _free_bytes()
    room = documents if free is None else free // WORKER_BYTES
    return max(1, min(_cores(), room, documents))


def records_made_here(
    tasks: Sequence[Task], arguments: argparse.Namespace, workers: int, stop: Callable[[], bool]
) -> Generator[Record]:
    """The records of documents, each as soon as it is there.

    A worker that dies is replaced; its document is begun once more when all others are, and fails if that one dies too.
    After a stop nothing is begun any more, and what is being made is given up.

    Args:
        tasks: The documents.
        arguments: As making() takes them.
        workers: Number of processes.
        stop: Asked twice a second.
    """
    waiting = deque(tasks)
    tries = dict.fromkeys((task.name for task in tasks), 0)
    running: list[_Worker] = []
    try:
        while (waiting or any(worker.task for worker in running)) and not stop():
            while waiting and len(running) < workers:
                running.append(_start(arguments, workers))
            for worker in running:
                if worker.task is None and waiting:
                    _give(worker, waiting.popleft(), tries)
            ready = wait([worker.pipe for worker in running if worker.task], timeout=_ASKED_S)
            for worker in [worker for worker in running if worker.pipe in ready]:
                task = worker.task
                record = _answer(worker)
                if record is None and task is not None:  # it has died
                    running.remove(worker)
                    if tries[task.name] < _TRIES:
                        waiting.append(task)
                        continue
                    record = failed(task, _died(worker.process.exitcode))
                if record is not None:
                    yield record  # which keeps it, before the worker hears that it is kept
                    _acknowledge(worker)
    finally:
        for worker in running:
            _end(worker)


def _start(arguments: argparse.Namespace, workers: int) -> _Worker:
    """A new worker."""
    context = get_context("spawn")  # a copy of a process with threads may hang
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, arguments, workers))
    process.start()
    theirs.close()  # so that our end says so when the process dies
    return _Worker(process, ours)


def _give(worker: _Worker, task: Task, tries: dict[str, int]) -> None:
    """Have a worker make a document; one that has died meanwhile shows it when it is asked."""
    worker.task = task
    tries[task.name] += 1
    with suppress(OSError):
        worker.pipe.send(task)


def _answer(worker: _Worker) -> Record | None:
    """The record that a worker has sent; None where it has died."""
    try:
        record = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join()
        return None
    return record if isinstance(record, Record) else None


def _acknowledge(worker: _Worker) -> None:
    """Tell a worker that its record is kept, so that the journal may forget the document."""
    worker.task = None
    with suppress(OSError):
        worker.pipe.send(None)


def _end(worker: _Worker) -> None:
    """End a worker; one that has nothing to do ends by itself."""
    if worker.task is not None:
        worker.process.terminate()
    worker.pipe.close()
    worker.process.join()


def _died(exit_code: int | None) -> str:
    """Why a document failed whose worker died."""
    return say(
        "The program that worked on it ended with {code}: mostly for want of memory. Give this document on its own, or "
        "fewer --workers.",
        code=str(exit_code),
    )


def _work(pipe: "Connection[object, object]", arguments: argparse.Namespace, workers: int) -> None:
    """A worker's life: make what comes, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command decides when to stop
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  (as long as the process)
    with (
        suppress(EOFError, OSError),
        EngineSet(made=engines_of_a_share(workers), settings=settings_of(arguments)) as engines,
        Reader() as reader,
    ):
        while True:
            task = pipe.recv()
            if not isinstance(task, Task):
                continue
            with making(task, arguments, engines, reader.read) as (record, journal):
                pipe.send(record)
                pipe.recv()  # it is kept; if nobody is there any more, the journal stays
                if journal is not None:
                    journal.finish()


def engines_of_a_share(workers: int) -> dict[str, Engine]:
    """The engine that takes every core, with its share of them; others are made as they are wanted."""
    from translate.engines.firefox.engine import FirefoxEngine

    return {"firefox": FirefoxEngine(threads=max(1, _cores() // workers))}


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _free_bytes() -> int | None:
    """Memory that programs may still take, of this machine or of the container that we run in; None if unknown."""
    found = []
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        found.append(1024 * int(next(line for line in lines if line.startswith("MemAvailable")).split()[1]))
    with suppress(OSError, ValueError):
        group = Path("/sys/fs/cgroup")
        limit, used = (int((group / name).read_text("ascii")) for name in ("memory.max", "memory.current"))
        found.append(max(0, limit - used))
    return min(found, default=None)
