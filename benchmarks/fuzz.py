"""What does a hostile file do? Each kind that is read, changed at random: a result, or an error in words, soon."""

import logging
import multiprocessing
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzz_changes import changed
from benchmarks.fuzz_targets import TARGETS
from benchmarks.report import arguments, report
from translate import PolicyTextError

_MOST_S, _MOST_BYTES = 20, 1 << 30
_PATIENCE_S = 20 * _MOST_S  # by the clock, where other processes have the processor
_OUTCOMES = ("read", "refused in words", "another error", "over 20 s", "over 1 GB", "crash")


@dataclass(slots=True)
class _Found:
    """How a target's inputs ended.

    Attributes:
        outcomes: Count by outcome.
        bad: Of what must not be: the number of the input, its outcome, and where it happened.
        slowest_s: Most processor time of one input.
        largest_bytes: Most memory beyond that at the start.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    bad: list[tuple[int, str, str]] = field(default_factory=list)
    slowest_s: float = 0.0
    largest_bytes: int = 0


def main() -> None:
    """Measure and report."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--seed", type=int, default=1, help="which inputs are made")
    parser.add_argument("--inputs", type=int, default=100_000, help="how many, over all targets")
    parser.add_argument("--only", metavar="NAME", help="one target")
    parser.add_argument(
        "--input", type=int, metavar="N", help="with --only: run this input alone, and show its traceback"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write what must not be there")
    options = parser.parse_args()
    targets = [options.only] if options.only else list(TARGETS)
    if options.input is not None:
        _again(options.seed, options.only, options.input)
        return
    rows = []
    for name in targets:
        found = _run(options.seed, name, options.inputs // len(targets))
        ended = (found.outcomes[outcome] for outcome in _OUTCOMES)
        rows.append((name, found.outcomes.total(), *ended, f"{found.slowest_s:.1f}", found.largest_bytes >> 20))
        print(rows[-1], flush=True)
        for number, outcome, where in found.bad:
            print(f"  {outcome}: --seed {options.seed} --only {name!r} --input {number}: {where}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                with TemporaryDirectory() as folder:
                    content = _input(options.seed, name, number, TARGETS[name](Path(folder))[0])
                (options.keep / f"{name.replace(' ', '-')}-{options.seed}-{number}").write_bytes(content)
    notes = [
        "Each input is a small whole file changed one to eight times: bits, bytes and stretches exchanged, repeated, "
        "taken out or put in, numbers made large, words of the format thrown in; of an archive mostly one part of it, "
        "of two files the half of each. Seeded.",
        "Refused in words: a PolicyTextError that says what is wrong and what to do. Time is the processor's, memory "
        "what the process takes beyond its start.",
        f"Seed {options.seed}.",
    ]
    header = ("fed to", "inputs", *_OUTCOMES, "slowest (s)", "largest (MB)")
    report("fuzz", "What does a hostile file do?", header, rows, notes, ("lxml", "pypdfium2"), options.update)


def _run(seed: int, name: str, count: int) -> _Found:
    """Run a target's inputs in a process that is replaced where it hangs or dies."""
    context = multiprocessing.get_context("spawn")
    found = _Found()
    while found.outcomes.total() < count:
        first = found.outcomes.total()
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, seed, name, first, count))
        process.start()
        theirs.close()
        for number in range(first, count):
            outcome, seconds, size_bytes, where = _next(ours)
            found.outcomes[outcome] += 1
            found.slowest_s, found.largest_bytes = max(found.slowest_s, seconds), max(found.largest_bytes, size_bytes)
            if outcome not in _OUTCOMES[:2]:
                found.bad.append((number, outcome, where))
            if where == "died":
                break
        process.kill()
        process.join()
    return found


def _next(results: Connection) -> tuple[str, float, int, str]:
    """How the next input ended."""
    try:
        if results.poll(_PATIENCE_S):
            answer: tuple[str, float, int, str] = results.recv()
            return answer
        return "over 20 s", float(_PATIENCE_S), 0, "died"
    except (EOFError, OSError):
        return "crash", 0.0, 0, "died"


def _work(results: Connection, seed: int, name: str, first: int, count: int) -> None:
    """Send how each input ended."""
    logging.disable()
    with TemporaryDirectory() as folder:
        seeds, run = TARGETS[name](Path(folder))
        for content in seeds:
            run(content)  # what is loaded once does not count
        start_bytes = _peak_bytes()
        _limit_memory()
        for number in range(first, count):
            content = _input(seed, name, number, seeds)
            began = time.process_time()
            _limit_time(began)
            outcome, where = _outcome(run, content)
            seconds, size_bytes = time.process_time() - began, _peak_bytes() - start_bytes
            if outcome in _OUTCOMES[:2] and seconds > _MOST_S:
                outcome = "over 20 s"
            results.send((outcome, seconds, size_bytes, where))


def _input(seed: int, name: str, number: int, seeds: object) -> bytes:
    """One input, the same whenever it is asked for."""
    rng = random.Random(f"{seed} {name} {number}")
    return changed(rng, list(seeds))  # type: ignore[call-overload]


def _outcome(run: Callable[[bytes], object], content: bytes) -> tuple[str, str]:
    """How one input ended, and where for what must not be."""
    try:
        run(content)
    except PolicyTextError as error:
        return ("over 1 GB", "memory") if isinstance(error.__cause__, MemoryError) else ("refused in words", "")
    except MemoryError:
        return "over 1 GB", "memory"
    except Exception as error:
        return "another error", " < ".join([f"{type(error).__name__}: {str(error)[:60]}", *_places(error)])
    return "read", ""


def _places(error: Exception) -> Iterator[str]:
    """The innermost places of a traceback."""
    for frame in traceback.extract_tb(error.__traceback__)[:-4:-1]:
        yield f"{Path(frame.filename).name}:{frame.lineno}"


def _again(seed: int, name: str, number: int) -> None:
    """Run one input here."""
    with TemporaryDirectory() as folder:
        seeds, run = TARGETS[name](Path(folder))
        content = _input(seed, name, number, seeds)
        print(f"{len(content):,} bytes: {content[:300]!r}")
        began = time.process_time()
        print(repr(run(content))[:300])
        print(f"{time.process_time() - began:.1f} s")


def _peak_bytes() -> int:
    """The most memory that this process has had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _limit_memory() -> None:
    """Let this process have no more than it may beyond what it has."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + _MOST_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


def _limit_time(used_s: float) -> None:
    """End this process if one input takes far more processor time than it may."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(used_s) + 2 * _MOST_S, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
