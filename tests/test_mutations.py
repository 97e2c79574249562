"""The mutation run's own operators: what they change, and what they leave."""

from pathlib import Path

import pytest

from benchmarks.mutations import mutations


def changed(text: str) -> list[str]:
    """The text with each change made, one after the other."""
    found = mutations(Path("translate/example.py"), text)
    return [text[: one.start] + one.new + text[one.end :] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("x = a < b\n", ["x = (a <= b)\n", "x = (a > b)\n"], id="comparison"),
        pytest.param("x = a and b\n", ["x = (a or b)\n"], id="and"),
        pytest.param("x = not a\n", ["x = (a)\n"], id="not"),
        pytest.param("x = 3\n", ["x = (4)\n", "x = (2)\n"], id="number"),
        pytest.param("x = 0.5\n", ["x = (0.75)\n", "x = (0.3333333333333333)\n"], id="fraction"),
        pytest.param("x = True\n", ["x = (False)\n"], id="truth"),
        pytest.param("x = y if a else b\n", ["x = (b if a else y)\n"], id="condition"),
        pytest.param("x = [a for a in b if a]\n", ["x = ([a for a in b])\n"], id="filter"),
        pytest.param("x = f(a, b)\n", ["x = (f(b, a))\n"], id="arguments"),
        pytest.param("x = {'a': b, 'c': d}\n", ["x = ({'c': d})\n", "x = ({'a': b})\n"], id="entries"),
        pytest.param("x = a + b\n", ["x = (a - b)\n"], id="sum"),
        pytest.param("if a:\n    raise b\n", ["if (not a):\n    raise b\n", "if a:\n    pass\n"], id="statement"),
        pytest.param("é = 'ü'; x = a or b\n", ["é = 'ü'; x = (a and b)\n"], id="letters of two bytes"),
    ],
)
def test_mutations_change_one_thing(text: str, expected: list[str]) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    ("returns", "value"),
    [("bool", "not f(x)"), ("int", "f(x) + 1"), ("tuple[int, ...]", "()"), ("str", "''"), ("A | None", "None")],
)
def test_mutations_return_another_value_of_the_same_type(returns: str, value: str) -> None:
    head = f"def g(x) -> {returns}:\n    "
    assert changed(f"{head}return f(x)\n") == [f"{head}return {value}\n"]


@pytest.mark.parametrize(
    "text",
    [
        "import a\n",
        "x = max(a, b)\n",
        "X = Literal['a', 'b']\n",
        '"""A docstring."""\n',
        "__all__ = ['a', 'b']\n",
        "def f(x: tuple[int, str]) -> dict[str, int]: ...\n",
        "def f() -> tuple[int, int] | None:\n    return None\n",
    ],
    ids=["imports", "arguments in any order", "literals", "docstrings", "names of a module", "types", "None"],
)
def test_mutations_leave_what_no_test_should_see(text: str) -> None:
    assert changed(text) == []


def test_mutations_are_named_by_their_function() -> None:
    text = "class A:\n    def b(self):\n        def c():\n            return 1 < 2\n        return c\n"
    assert {one.function for one in mutations(Path("translate/example.py"), text)} == {
        "translate.example:A.b.<locals>.c"
    }
