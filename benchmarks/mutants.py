"""How many small wrong changes of the core do the tests see? `make mutants`; benchmarks/mutations.py makes them.

Each changed file stands in a copy of the tree, and the tests that call the changed function run there, quickest first,
until one fails; if none does, some of the whole module. Which tests call what is written down once in
.mutants/calls.json, and again for the test files that have changed since. Changes that nobody could see stand in
benchmarks/mutants_excused.json, each with its reason.
"""

import argparse
import ast
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest

from benchmarks.mutations import Mutation, mutations

_ROOT = Path(__file__).parent.parent
_KEPT = _ROOT / ".mutants" / "calls.json"
_EXCUSED = Path(__file__).with_name("mutants_excused.json")
_PACKAGES = ("translate", "summarize")
_CORE = {
    *("translation", "repair", "routes", "opinions", "splitting", "document", "candidates", "checks"),
    *("segmentation", "labels", "detection", "memory", "glossary", "selection", "hybrid", "verification", "citation"),
    *("correction", "export"),
}
"""Names of modules and packages, wherever they stand."""
_SLOWEST_S = 5.0
"""A test that takes longer takes no part: hundreds of changes are tried."""
_MOST_S, _OTHERS_S = 40.0, 10.0
"""Tests that call the function run for so long at most, and then the others of its module, which seldom see more: what
is kept from call to call, as lexicons are, is made in the first test alone."""
_LOADED_ONCE = ("numpy", "hypothesis", "lxml.html", "py3langid", "langdetect", "snowballstemmer")
_WHOLE = {"streamlit", "playwright", "__main__"}
"""What tests import that run the whole page or command, which takes seconds each; they take no part."""
_TIMES = count(1_000_000_000)
Test = dict[str, object]


def main() -> None:
    """Print each change that no test saw, then how many were seen."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--mutants", type=int, default=240, metavar="N", help="how many to draw (240)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which to draw (0)")
    parser.add_argument("--only", metavar="NAME", help="only modules or packages of this name")
    parser.add_argument("--verbose", action="store_true", help="print the changes that were seen too")
    options = parser.parse_args()
    for name in _LOADED_ONCE:
        import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        _copy_tree(tree)
        tests = _known_calls(tree)
        drawn, excused = _drawn(options.mutants, options.seed, {options.only} if options.only else _CORE)
        counts: Counter[str] = Counter()
        with suppress(KeyboardInterrupt):  # the order is one of chance, so that any beginning is a sample
            for mutation in drawn:
                counts[_outcome(mutation, tree, tests, options.verbose)] += 1
    share = f"{100 * counts['killed'] / max(1, counts.total()):.1f} %"
    print(f"{counts['killed']} of {counts.total()} killed: {share}; {excused} more excused; seed {options.seed}.")


def _copy_tree(tree: Path) -> None:
    """Everything that git keeps or would keep, as it is now, whether committed or not."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (_ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(_ROOT / name, tree / name)


def _known_calls(tree: Path) -> dict[str, Test]:
    """Quick tests that pass, with their seconds and the functions that they call; files that changed run again."""
    kept = json.loads(_KEPT.read_text("utf-8")) if _KEPT.is_file() else {}
    marks = {name: sha256((tree / name).read_bytes()).hexdigest() for name in _concerned_files(tree)}
    changed = [name for name, mark in marks.items() if kept.get(name, {}).get("mark") != mark]
    if changed:
        print(f"Running {len(changed)} files of tests to see what they call (once, some minutes)…", flush=True)
        calls = tree / "calls.json"
        os.environ["CALLS"] = str(calls)
        _pytest(tree, ["-p", "benchmarks.calls", "-m", "not torch", "--timeout", "60", *changed], 3600)
        fresh: dict[str, dict[str, Test]] = {name: {} for name in changed}
        for test, what in json.loads(calls.read_text("utf-8")).items():
            fresh[test.partition("::")[0]][test] = what
        kept |= {name: {"mark": marks[name], "tests": fresh[name]} for name in changed}
        _KEPT.parent.mkdir(exist_ok=True)
        _KEPT.write_text(json.dumps(kept, indent=0), "utf-8")
    known = {test: what for name in marks for test, what in kept[name]["tests"].items()}
    return {test: what for test, what in known.items() if what.get("passed") and _seconds(what) < _SLOWEST_S}


def _concerned_files(tree: Path) -> list[str]:
    """Files with tests of the core: those that import something of it, and its own where they have examples."""
    core = [path for path, parts in _modules(tree) if parts & _CORE]
    found = [str(path) for path in core if ">>> " in (tree / path).read_text("utf-8")]
    for path in sorted((tree / "tests").rglob("test_*.py")):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        names = {name for node in nodes if isinstance(node, ast.ImportFrom) for name in (node.module or "").split(".")}
        if names & _CORE and not names & _WHOLE:
            found.append(str(path.relative_to(tree)))
    return found


def _seconds(test: Test) -> float:
    """How long a test took."""
    return float(str(test["seconds"]))


def _drawn(number: int, seed: int, names: set[str]) -> tuple[list[Mutation], int]:
    """So many changes of the modules named, by chance, and how many of the drawn were excused."""
    found: list[Mutation] = []
    seen: set[str] = set()
    for path, parts in _modules(_ROOT):
        if parts & names:
            seen |= parts & names
            found += mutations(path, (_ROOT / path).read_text("utf-8"))
    if seen != names:
        raise SystemExit(f"No module is named {', '.join(sorted(names - seen))}: name the core anew in {__file__}.")
    drawn = random.Random(seed).sample(found, min(number, len(found)))
    excuses = {(one["function"], one["old"], one["new"]) for one in json.loads(_EXCUSED.read_text("utf-8"))}
    kept = [one for one in drawn if (one.function.rpartition(":")[2], one.old, one.new) not in excuses]
    print(f"{len(found)} changes are possible; {len(kept)} are tried.", flush=True)
    return kept, len(drawn) - len(kept)


def _modules(root: Path) -> Iterator[tuple[Path, set[str]]]:
    """Every module's file relative to the root, and the names on its way."""
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            relative = path.relative_to(root)
            yield relative, {*relative.with_suffix("").parts}


def _outcome(mutation: Mutation, tree: Path, tests: dict[str, Test], verbose: bool) -> str:
    """Make a change, run what concerns it, take it back: "killed" or "survived"."""
    path = tree / mutation.path
    text = path.read_text("utf-8")
    _write(path, text[: mutation.start] + mutation.new + text[mutation.end :])
    try:
        killed = any(_fails(tree, chosen, tests) for chosen in _concerned(mutation, tests))
    finally:
        _write(path, text)
    if verbose or not killed:
        outcome = "killed  " if killed else "SURVIVED"
        old, new = (" ".join(part.split()) for part in (mutation.old, mutation.new))
        print(f"{outcome} {mutation.path}:{mutation.line} {mutation.kind}: {old}  →  {new}", flush=True)
    return "killed" if killed else "survived"


def _write(path: Path, text: str) -> None:
    """Write a file with a time of its own, by which Python knows that what it compiled before is of another text."""
    path.write_text(text, "utf-8")
    stamp = next(_TIMES)
    os.utime(path, (stamp, stamp))


def _concerned(mutation: Mutation, tests: dict[str, Test]) -> Iterator[list[str]]:
    """The tests that call the function, then the module's others, quickest first and some seconds of each."""
    module = mutation.function.partition(":")[0]
    own = {test for test, what in tests.items() if mutation.function in _calls(what)}
    all_ = {test for test, what in tests.items() if any(name.startswith(f"{module}:") for name in _calls(what))}
    yield list(_quickest(own, tests, _MOST_S))
    yield list(_quickest(all_ - own, tests, _OTHERS_S if own else _MOST_S))


def _calls(test: Test) -> list[str]:
    """Functions that a test calls."""
    calls = test["calls"]
    return calls if isinstance(calls, list) else []


def _quickest(chosen: Iterable[str], tests: dict[str, Test], most_s: float) -> Iterator[str]:
    """Tests in the order of their time, until together they take too long."""
    total = 0.0
    for test in sorted(chosen, key=lambda test: (_seconds(tests[test]), test)):
        total += _seconds(tests[test])
        if total > most_s:
            return
        yield test


def _fails(tree: Path, chosen: list[str], tests: dict[str, Test]) -> bool:
    """Whether some test fails, the code cannot be imported, or no end comes in several times the usual time."""
    if not chosen:
        return False
    (tree / "chosen.txt").write_text("\n".join(chosen), "utf-8")
    return _pytest(tree, ["-x", "@chosen.txt"], 60 + 5 * sum(_seconds(tests[test]) for test in chosen)) != 0


def _pytest(tree: Path, arguments: list[str], timeout_s: float) -> int | None:
    """Exit status of a run of pytest in the copy of the tree; None where it had to be ended.

    It runs in a fork of this process, in which the packages of others are loaded already and ours are not.
    """

    def run() -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.chdir(tree)
        sys.path[:] = [str(tree), *(place for place in sys.path if place and Path(place) != _ROOT)]
        sys.dont_write_bytecode = False
        options = ["-p", "no:cacheprovider", "--no-header", "--tb", "no", *arguments]
        os._exit(int(pytest.main(options)))

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join(timeout_s)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


if __name__ == "__main__":
    main()
