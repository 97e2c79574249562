"""How tests end on changed code, for benchmarks/mutants.py.

Collecting tests costs a second and running one a hundredth. So a process collects them all once, and for each change of
a function's body a fork of it puts the changed code into the function and runs those that matter. What else changes,
such as constants of a module, is written into the copy of the tree, and pytest starts anew.
"""

import inspect
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from benchmarks.mutant_tests import ROOT, KnownTest, concerned
from benchmarks.mutations import Mutation

_OURS = ("translate", "summarize", "page", "app", "benchmarks", "tests")
_PATIENCE_S, _PATIENCE = 30, 8
"""A run is given up after so long and so many times what it took: the machine may be busy."""
_TIMES = count(1_000_000_000)
_FORK = multiprocessing.get_context("fork")
Ended = tuple[str, str]
"""How a run ended ("passed", "failed", "timed out", "cannot run") and which test failed."""


class Runs:
    """Runs of tests in one copy of the tree; one at a time."""

    def __init__(self, tree: Path, tests: list[KnownTest]) -> None:
        """Collect the tests; they are loaded, ours among what they import, in a process of its own."""
        self._tree, self._tests, self._sound = tree, tests, dict[str, bool]()
        (tree / "all.txt").write_text("\n".join(test.name for test in tests), "utf-8")
        self._asked, theirs = _FORK.Pipe()
        server = _Server(theirs)
        self._process = _FORK.Process(target=partial(_pytest, tree, ["@all.txt"], [server]), daemon=False)
        self._process.start()

    def outcome(self, mutation: Mutation) -> str:
        """How the tests end on a change: "killed" where one fails that passes without it or nothing can be imported,
        "survived" where none does, "timed out" where no end came in many times the usual time."""
        for part in concerned(mutation.function, self._tests):
            left = [test for test in part if self._sound.get(test.name, True)]
            while left:
                how, failed = self._run(mutation, left)
                if how == "passed":
                    break
                if how == "failed" and not self._sees(mutation, failed):
                    left = [test for test in left if test.name != failed]
                    continue
                if how == "cannot run" and self._cold(None, left)[0] == "cannot run":
                    raise SystemExit(f"Tests of {mutation.path} do not run as the code stands.")
                return "timed out" if how == "timed out" else "killed"
        return "survived"

    def close(self) -> None:
        """End the process that has the tests."""
        self._asked.send(None)
        self._process.join()

    def _sees(self, mutation: Mutation, name: str) -> bool:
        """Whether a test passes as the code stands and fails a second time on the change: neither that fails anyway nor
        one that fails by chance sees anything."""
        test = next(test for test in self._tests if test.name == name)
        if name not in self._sound:
            self._sound[name] = self._warm(None, [test])[0] == "passed"
        return self._sound[name] and self._run(mutation, [test])[0] != "passed"

    def _run(self, mutation: Mutation, tests: list[KnownTest]) -> Ended:
        """Run tests on a change until one fails."""
        ended = self._warm(mutation, tests) if not mutation.function.endswith(":") else ("cold", "")
        return self._cold(mutation, tests) if ended[0] == "cold" else ended

    def _warm(self, mutation: Mutation | None, tests: list[KnownTest]) -> Ended:
        """In a fork of the process that has collected them; "cold" where the change cannot be put into a function."""
        text = _changed(self._tree, mutation) if mutation else ""
        function = mutation.function if mutation else ""
        self._asked.send((function, text, [test.name for test in tests], _limit_s(tests)))
        ended: Ended = self._asked.recv()
        return ended

    def _cold(self, mutation: Mutation | None, tests: list[KnownTest]) -> Ended:
        """In a process that imports everything anew."""
        (self._tree / "chosen.txt").write_text("\n".join(test.name for test in tests), "utf-8")
        ours, theirs = _FORK.Pipe()
        with _written(self._tree, mutation):
            plugins = [_FirstFailure(theirs)]
            status = in_fork(partial(_pytest, self._tree, ["-x", "@chosen.txt"], plugins), _limit_s(tests))
        failed = ours.recv() if ours.poll() else ""
        return {0: "passed", 1: "failed", None: "timed out"}.get(status, "cannot run"), failed


class _Server:
    """A pytest plugin that, instead of running what was collected, runs what it is asked to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer until asked for None."""
        items = {item.nodeid: item for item in session.items}
        for function, text, names, limit_s in iter(self._connection.recv, None):
            ours, theirs = _FORK.Pipe()
            chosen = [items[name] for name in names]
            how = in_fork(partial(_run_items, session, chosen, function, text, theirs), limit_s)
            self._connection.send(ours.recv() if how is not None and ours.poll() else ("timed out", ""))
        return True


class _FirstFailure:
    """A pytest plugin that sends the name of the first test that fails."""

    def __init__(self, connection: Connection) -> None:
        self._connection: Connection | None = connection

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Send a name once."""
        if report.failed and self._connection:
            self._connection.send(report.nodeid)
            self._connection = None


def _run_items(
    session: pytest.Session, items: Sequence[pytest.Item], function: str, text: str, answer: Connection
) -> None:
    """Change a function, run tests until one fails, say how that ended."""
    if function and not _swap(function, text):
        answer.send(("cold", ""))
        return
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            answer.send(("failed", item.nodeid))
            return
    answer.send(("passed", ""))


def _swap(name: str, text: str) -> bool:
    """Put a function's code as it stands in a changed text of its module in its place; whether that changed it."""
    module, _, qualified = name.partition(":")
    outer = qualified.partition(".<locals>")[0]
    found: object = import_module(module)
    for part in outer.split("."):
        found = inspect.getattr_static(found, part)
    found = found.fget if isinstance(found, property) else getattr(found, "__func__", found)
    found = inspect.unwrap(found) if callable(found) else found
    code = next((code for code in _codes(compile(text, "changed", "exec")) if code.co_qualname == outer), None)
    if not isinstance(found, FunctionType) or code is None or code.co_freevars != found.__code__.co_freevars:
        return False
    code = code.replace(co_filename=found.__code__.co_filename)
    same = _plain(code) == _plain(found.__code__)
    found.__code__ = code
    for kept in [value for name in list(sys.modules) if name.partition(".")[0] in _OURS for value in _kept(name)]:
        kept.cache_clear()  # collecting tests has filled some
    return not same


def _kept(module: str) -> list[Any]:
    """Functions of a module that keep what they returned."""
    return [value for value in vars(sys.modules[module]).values() if hasattr(value, "cache_clear")]


def _plain(code: CodeType) -> tuple[object, ...]:
    """What a function does, without the places of its lines."""
    constants = tuple(_plain(one) if isinstance(one, CodeType) else (type(one), one) for one in code.co_consts)
    return code.co_code, constants, code.co_names, code.co_varnames


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Code of everything inside."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _limit_s(tests: list[KnownTest]) -> float:
    """When to give a run up."""
    return _PATIENCE_S + _PATIENCE * sum(test.seconds for test in tests)


def _changed(tree: Path, mutation: Mutation) -> str:
    """Text of a module with a change."""
    text = (tree / mutation.path).read_text("utf-8")
    return text[: mutation.start] + mutation.new + text[mutation.end :]


@contextmanager
def _written(tree: Path, mutation: Mutation | None) -> Iterator[None]:
    """Write a change into the tree, and take it back."""
    if mutation is None:
        yield
        return
    path = tree / mutation.path
    text = path.read_text("utf-8")
    _write(path, _changed(tree, mutation))
    try:
        yield
    finally:
        _write(path, text)


def _write(path: Path, text: str) -> None:
    """Write a file with a time of its own, by which Python knows that what it compiled before is of another text."""
    path.write_text(text, "utf-8")
    stamp = next(_TIMES)
    os.utime(path, (stamp, stamp))


def in_fork(call: Callable[[], object], timeout_s: float) -> int | None:
    """Exit status of a fork of this process that makes a call; None where it had to be ended."""
    process = _FORK.Process(target=call)
    process.start()
    process.join(timeout_s)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


def _pytest(tree: Path, options: list[str], plugins: list[object]) -> None:
    """Run pytest in a copy of the tree, with what it prints thrown away, and end this process.

    The packages of others are loaded already; ours are loaded anew.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setpgid(0, 0)  # Ctrl+C is for the run, not for its tests
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(tree)
    for name in [name for name in sys.modules if name.partition(".")[0] in _OURS]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(place for place in sys.path if place and Path(place) != ROOT)]
    sys.dont_write_bytecode = False
    os._exit(int(pytest.main(["-p", "no:cacheprovider", "--no-header", "--tb", "no", *options], plugins)))
