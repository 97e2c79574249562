"""Tests of a copy of the tree, for benchmarks/mutants.py: which there are and which of them call what."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
_KEPT = ROOT / ".mutants" / "calls.json"
_SLOWEST_S = 5.0
"""A test that takes longer takes no part: hundreds of changes are tried."""
_FIRST_S, _MOST_S, _OTHERS_S = 3.0, 15.0, 5.0
"""Tests that call the function run in two parts, so that an endless loop is noticed soon, and then the others of its
module, which seldom see more: what is kept from call to call, as lexicons are, is made in the first test alone."""


class KnownTest(NamedTuple):
    """A test that passes, how long it takes, and the functions it calls, named as function_name() does."""

    name: str
    seconds: float
    calls: frozenset[str]


def copy_tree(tree: Path) -> None:
    """Copy everything that git keeps or would keep, as it is now, whether committed or not."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tree / name)


def quick_tests(tree: Path, files: Iterable[Path]) -> list[KnownTest]:
    """The quick tests of some files, in the order of their time; files that changed run again to see what they call."""
    kept = json.loads(_KEPT.read_text("utf-8")) if _KEPT.is_file() else {}
    marks = {str(path): sha256((tree / path).read_bytes()).hexdigest() for path in files}
    changed = [name for name, mark in marks.items() if kept.get(name, {}).get("mark") != mark]
    if changed:
        print(f"Running {len(changed)} files of tests to see what they call (once, some minutes)…", flush=True)
        options = [
            "-p",
            "no:cacheprovider",
            "-p",
            "benchmarks.calls",
            "-m",
            "not torch",
            "--timeout",
            "60",
            "--tb",
            "no",
        ]
        command = [sys.executable, "-m", "pytest", *options, *changed]
        environment = os.environ | {"CALLS": str(tree / "calls.json")}
        subprocess.run(command, cwd=tree, env=environment, check=False, stdout=subprocess.DEVNULL)
        fresh: dict[str, dict[str, object]] = {name: {} for name in changed}
        for test, what in json.loads((tree / "calls.json").read_text("utf-8")).items():
            fresh[test.partition("::")[0]][test] = what
        kept |= {name: {"mark": marks[name], "tests": fresh[name]} for name in changed}
        _KEPT.parent.mkdir(exist_ok=True)
        _KEPT.write_text(json.dumps(kept, indent=0), "utf-8")
    found = [(test, what) for name in marks for test, what in kept[name]["tests"].items()]
    tests = [KnownTest(test, what["seconds"], frozenset(what["calls"])) for test, what in found if what.get("calls")]
    return sorted((test for test in tests if test.seconds < _SLOWEST_S), key=lambda test: (test.seconds, test.name))


def concerned(function: str, tests: list[KnownTest]) -> Iterator[list[KnownTest]]:
    """Tests that call the function, the quickest of them first, then its module's others; some seconds of each."""
    module = function.partition(":")[0] + ":"
    own = [test for test in tests if function in test.calls]
    others = [test for test in tests if function not in test.calls and any(c.startswith(module) for c in test.calls)]
    first = list(_for_seconds(own, _FIRST_S))
    yield first
    yield list(_for_seconds(own[len(first) :], _MOST_S))
    yield list(_for_seconds(others, _OTHERS_S if own else _MOST_S))


def _for_seconds(tests: list[KnownTest], most_s: float) -> Iterator[KnownTest]:
    """Tests until together they take too long."""
    total = 0.0
    for test in tests:
        total += test.seconds
        if total > most_s:
            return
        yield test
