"""How many small wrong changes of the core do the tests see? `make mutants`; benchmarks/mutations.py makes them.

The tests that call the changed function run, quickest first, until one fails; if none does, some of the whole module.
The one that fails runs again without the change and with it: a test that fails anyway, or by chance, sees nothing.
Which tests call what is written down once in .mutants/calls.json, and again for the test files that have changed since.
Changes that nobody could see stand in benchmarks/mutants_excused.json, each with its reason.
"""

import ast
import json
import multiprocessing
import os
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from multiprocessing.util import Finalize
from pathlib import Path

from benchmarks.mutant_runs import Runs
from benchmarks.mutant_tests import ROOT, KnownTest, concerned, copy_tree, quick_tests
from benchmarks.mutations import Mutation, mutations
from benchmarks.report import arguments, report

_EXCUSED = Path(__file__).with_name("mutants_excused.json")
_PACKAGES = ("translate", "summarize")
_CORE = {
    *("translation", "repair", "routes", "opinions", "pieces", "document", "candidates", "checks"),
    *("segmentation", "labels", "detection", "memory", "glossary", "selection", "hybrid", "verification", "citation"),
    *("correction", "export", "keypoints", "worth"),
}
"""Names of modules and packages, wherever they stand."""
_LOADED_ONCE = ("numpy", "hypothesis", "lxml.html", "py3langid", "langdetect", "snowballstemmer")
_WHOLE = {"streamlit", "playwright", "__main__"}
"""What tests import that run the whole page or command, which takes seconds each; they take no part."""
_runs: Runs
_OUTCOMES = ("killed", "survived", "timed out", "excused")


def main() -> None:
    """Print each change that no test saw, then how many were seen."""
    parser = arguments((__doc__ or "").partition("\n")[0])
    parser.prog = "python -m benchmarks.mutants"
    parser.add_argument("--mutants", type=int, default=240, metavar="N", help="how many to draw (240)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which to draw (0)")
    parser.add_argument("--only", metavar="NAME", help="only modules or packages of this name")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="how many at a time")
    parser.add_argument("--verbose", action="store_true", help="print the changes that were seen too")
    options = parser.parse_args()
    for name in _LOADED_ONCE:
        import_module(name)
    drawn = _drawn(options.mutants, options.seed, {options.only} if options.only else _CORE)
    excuses = _excuses()
    tried = [one for one in drawn if _key(one) not in excuses]
    counts = Counter((_room(one), "excused") for one in drawn if _key(one) in excuses)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        copy_tree(tree)
        tests = _tests(tree, tried)
        for mutation, how in _outcomes(tried, tree, tests, options.jobs):
            counts[_room(mutation), how] += 1
            if options.verbose or how != "killed":
                old, new = (" ".join(part.split()) for part in (mutation.old, mutation.new))
                print(f"{how:9} {mutation.path}:{mutation.line} {mutation.kind}: {old}  →  {new}", flush=True)
    _report(counts, options.seed, options.update)


def _tests(tree: Path, tried: list[Mutation]) -> list[KnownTest]:
    """Tests of what is to be changed, the quickest first."""
    tests = quick_tests(tree, _concerned_files(tree))
    chosen = {test for one in tried for part in concerned(one.function, tests) for test in part}
    print(f"{len(tried)} changes are tried with {len(chosen)} tests.", flush=True)
    return [test for test in tests if test in chosen]


def _report(counts: Counter[tuple[str, str]], seed: int, update: bool) -> None:
    """Print the table and the share that was killed."""
    rooms = sorted({room for room, _ in counts})
    rows: list[list[object]] = [[room, *(counts[room, how] for how in _OUTCOMES)] for room in rooms]
    totals = {how: sum(counts[room, how] for room in rooms) for how in _OUTCOMES}
    tried = max(1, sum(totals.values()) - totals["excused"])
    rows.append(["all", *totals.values()])
    notes = [
        f"{totals['killed']} of {tried} tried changes killed: {100 * totals['killed'] / tried:.1f} %; seed {seed}.",
        "Killed: a test fails twice that passes without the change. Timed out, as endless loops do, is not killed. "
        "Excused: no reader and no test could tell, each with its reason in benchmarks/mutants_excused.json.",
    ]
    report("mutants", "How many small wrong changes of the core do the tests see?", ["room", *_OUTCOMES], rows, notes,
           update=update)  # fmt: skip


def _room(mutation: Mutation) -> str:
    """The folder of a change, by which it is counted."""
    return str(mutation.path.parent)


def _drawn(number: int, seed: int, names: set[str]) -> list[Mutation]:
    """So many changes of the modules named; see in_order()."""
    found: list[Mutation] = []
    seen: set[str] = set()
    for path, parts in _modules(ROOT):
        if parts & names:
            seen |= parts & names
            found += mutations(path, (ROOT / path).read_text("utf-8"))
    if seen != names:
        raise SystemExit(f"No module is named {', '.join(sorted(names - seen))}: name the core anew in {__file__}.")
    print(f"{len(found)} changes are possible.", flush=True)
    return in_order(found, seed)[:number]


def in_order(found: list[Mutation], seed: int) -> list[Mutation]:
    """Changes in an order of chance that goes by what each is, not by where it stands or what else there is."""
    same: Counter[tuple[str, ...]] = Counter()
    ranks = {}
    for one in found:
        key = (*_key(one), one.kind)
        same[key] += 1
        ranks[one] = sha256("\n".join((str(seed), *key, str(same[key]))).encode()).hexdigest()
    return sorted(found, key=lambda one: ranks[one])


def _key(mutation: Mutation) -> tuple[str, str, str]:
    """What an excuse names."""
    return mutation.function, mutation.old, mutation.new


def _excuses() -> set[tuple[str, str, str]]:
    """Changes that nobody could see."""
    return {(one["function"], one["old"], one["new"]) for one in json.loads(_EXCUSED.read_text("utf-8"))}


def _modules(root: Path) -> Iterator[tuple[Path, set[str]]]:
    """Every module's file relative to the root, and the names on its way."""
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            relative = path.relative_to(root)
            yield relative, {*relative.with_suffix("").parts}


def _concerned_files(tree: Path) -> list[Path]:
    """Files with tests of the core: those that import something of it, and its own where they have examples."""
    core = [path for path, parts in _modules(tree) if parts & _CORE]
    found = [path for path in core if ">>> " in (tree / path).read_text("utf-8")]
    for path in sorted((tree / "tests").rglob("test_*.py")):
        names = _imported(path, tree)
        if names & _CORE and not names & _WHOLE:
            found.append(path.relative_to(tree))
    return found


def _imported(path: Path, tree: Path) -> set[str]:
    """Names on the way of what a file of tests imports, and of what its own helpers import."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        found |= {*module.split(".")}
        helper = tree / f"{module.replace('.', '/')}.py"
        if module.startswith("tests.") and helper.is_file():
            found |= _imported(helper, tree)
    return found


def _outcomes(tried: list[Mutation], tree: Path, tests: list[KnownTest], jobs: int) -> Iterator[tuple[Mutation, str]]:
    """Each change and how it ended, as they end. Ctrl+C leaves the rest out: the order is one of chance, so that any
    beginning is a sample."""
    context = multiprocessing.get_context("fork")
    with (
        ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(tree, tests)) as workers,
        suppress(KeyboardInterrupt),
    ):
        runs = {workers.submit(_outcome, one): one for one in tried}
        try:
            for run in as_completed(runs):
                yield runs[run], run.result()
        finally:
            workers.shutdown(cancel_futures=True)


def _start(tree: Path, tests: list[KnownTest]) -> None:
    """Make this process a copy of the tree of its own, with everything collected."""
    global _runs
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own = tree.with_name(f"tree-{os.getpid()}")
    shutil.copytree(tree, own)
    _runs = Runs(own, tests)
    Finalize(None, _runs.close, exitpriority=100)


def _outcome(mutation: Mutation) -> str:
    """How the tests end on a change."""
    return _runs.outcome(mutation)


if __name__ == "__main__":
    main()
