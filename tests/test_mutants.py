"""The mutation run itself: which changes it draws, and what it takes for seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.mutant_runs import Runs
from benchmarks.mutant_tests import KnownTest, concerned
from benchmarks.mutants import in_order
from benchmarks.mutations import Mutation, mutations

CODE = "LEAST = 4\n\n\ndef is_long(text: str) -> bool:\n    return len(text) > LEAST or not text\n"
TESTS = """
from translate.example import is_long

def test_five():
    assert is_long("12345")

def test_one():
    assert not is_long("1")

def test_that_fails_anyway():
    assert not is_long("")
"""
PATH = Path("translate/example.py")


def _keys(found: list[Mutation]) -> list[tuple[str, str]]:
    return [(one.old, one.new) for one in found]


def test_in_order_goes_by_what_a_change_is() -> None:
    moved = in_order(mutations(PATH, f"# A comment.\n\n{CODE}"), 5)
    assert _keys(moved) == _keys(in_order(mutations(PATH, CODE), 5))


def test_in_order_leaves_the_order_of_some_as_it_is_among_more() -> None:
    more = in_order([*mutations(Path("translate/other.py"), CODE), *mutations(PATH, CODE)], 5)
    assert [one for one in more if one.path == PATH] == in_order(mutations(PATH, CODE), 5)


def test_in_order_depends_on_the_seed() -> None:
    found = mutations(PATH, CODE)
    assert in_order(found, 1) != in_order(found, 2)


def test_concerned_takes_tests_of_the_function_before_those_of_its_module() -> None:
    near, far = KnownTest("a", 0.1, frozenset({"m:f"})), KnownTest("b", 0.1, frozenset({"m:g"}))
    other = KnownTest("c", 0.1, frozenset({"n:f"}))
    assert [test for part in concerned("m:f", [far, near, other]) for test in part] == [near, far]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """Runs in a tree of one module and its tests, of which one fails as the code stands."""
    tree = tmp_path_factory.mktemp("tree")
    for name, text in {
        "translate/__init__.py": "",
        "translate/example.py": CODE,
        "tests/__init__.py": "",
        "tests/test_example.py": TESTS,
    }.items():
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(text, "utf-8")
    names = ("five", "one", "that_fails_anyway")
    calls = frozenset({"translate.example:is_long"})
    made = Runs(tree, [KnownTest(f"tests/test_example.py::test_{name}", 0.1, calls) for name in names])
    yield made
    made.close()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param("(len(text) < LEAST)", "killed", id="a function's body"),
        pytest.param("(len(text) >= LEAST)", "survived", id="what no test sees"),
        pytest.param("(5)", "killed", id="a module's constant"),
        pytest.param("(3)", "survived", id="a constant that no test sees"),
        pytest.param("(text)", "killed", id="not left out"),
    ],
)
def test_outcome(runs: Runs, new: str, expected: str) -> None:
    (mutation,) = [one for one in mutations(PATH, CODE) if one.new == new]
    assert runs.outcome(mutation) == expected
