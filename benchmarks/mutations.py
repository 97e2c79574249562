"""Small wrong changes of Python code, each of which some test should see."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.calls import function_name

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_EMPTY = {"str": "''", "tuple": "()", "list": "[]", "dict": "{}", "set": "set()", "frozenset": "frozenset()"}
"""What a function returns that forgot its work, by the type that it says it returns."""
_SAME_EITHER_WAY = {"isinstance", "max", "min", "math.hypot", "Levenshtein.normalized_similarity"}
"""What takes its arguments in any order, or fails in any other at once."""
_Node = TypeVar("_Node", bound=ast.AST)
Made = Iterator[tuple[ast.AST, str]]
"""Nodes to stand in place of one, and what kind of change that is."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the characters from start to end of a file replaced.

    Attributes:
        path: File, relative to the root.
        line: Counted from 1.
        function: As the plugin benchmarks.calls names it; the module's name and ":" outside functions.
        kind: What kind of change.
        start: String index.
        end: String index.
        old: What stands there.
        new: What stands there afterwards.
    """

    path: Path
    line: int
    function: str
    kind: str
    start: int
    end: int
    old: str
    new: str


def mutations(path: Path, text: str) -> list[Mutation]:
    """Every change that the operators make of a file, in its order. Types, docstrings and `__all__` stay."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    found = []
    for node, function, returns in _nodes(ast.parse(text), "", ""):
        for new, kind in _changes(node, returns):
            place = node.test if isinstance(node, ast.If) else node
            start = offset(place.lineno, place.col_offset)
            end = offset(place.end_lineno or place.lineno, place.end_col_offset or 0)
            written = ast.unparse(ast.fix_missing_locations(new))
            written = written if isinstance(new, ast.stmt) else f"({written})"
            name = function_name(path, function)
            found.append(Mutation(path, node.lineno, name, kind, start, end, text[start:end], written))
    return found


def _nodes(node: ast.AST, function: str, returns: str) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """Statements and expressions with the function they stand in and the type that it returns."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            inner, type_ = function, returns
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                parent = f"{function}.<locals>" if isinstance(node, ast.FunctionDef) else function
                inner = f"{parent}.{child.name}" if parent else child.name
                type_ = ast.unparse(child.returns) if isinstance(child, ast.FunctionDef) and child.returns else ""
            elif isinstance(child, ast.expr | ast.stmt):
                yield child, function, returns
            yield from _nodes(child, inner, type_)


def _is_left_alone(node: ast.AST) -> bool:
    """Imports, assertions, formatted strings and what only names things: a change there is noise."""
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)  # a docstring
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value) == "Literal"
    return isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _changes(node: ast.AST, returns: str) -> Made:
    """What the operators make of one node."""
    for operator in (_comparison, _boolean, _constant, _condition, _arithmetic, _arguments, _entries, _statement):
        yield from operator(node)
    if isinstance(node, ast.Return) and node.value is not None:
        for value in _other_values(node.value, returns):
            yield ast.Return(value), "another value returned"


def _comparison(node: ast.AST) -> Made:
    """`<` for `<=`, `in` for `not in`."""
    if isinstance(node, ast.Compare):
        for i, operator in enumerate(node.ops):
            for other in _COMPARISONS[type(operator)]:
                yield _with(node, lambda new, i=i, other=other: new.ops.__setitem__(i, other())), "comparison"


def _boolean(node: ast.AST) -> Made:
    """`and` for `or`; `not` left out."""
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values), "and/or"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand, "not left out"


def _constant(node: ast.AST) -> Made:
    """One more and one less; half as much again and a third less where there is a fraction; true for false."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value), "constant"
        elif isinstance(node.value, int):
            yield ast.Constant(node.value + 1), "constant"
            yield ast.Constant(node.value - 1), "constant"
        elif isinstance(node.value, float):
            for other in (node.value * 1.5, node.value / 1.5) if node.value else (1.0, -1.0):
                yield ast.Constant(other), "constant"


def _condition(node: ast.AST) -> Made:
    """The condition turned round where it has no operator of its own to change."""
    if isinstance(node, ast.If | ast.IfExp) and isinstance(node.test, ast.Name | ast.Call | ast.Attribute):
        if isinstance(node, ast.IfExp):
            yield ast.IfExp(node.test, node.orelse, node.body), "condition turned round"
        else:
            yield ast.UnaryOp(ast.Not(), node.test), "condition turned round"  # in the place of the test
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for i, part in enumerate(node.generators):
            for j in range(len(part.ifs)):
                yield _with(node, lambda new, i=i, j=j: new.generators[i].ifs.pop(j)), "condition left out"


def _arithmetic(node: ast.AST) -> Made:
    """`-` for `+`, `/` for `*`, the other way round too; not on texts, where no test is needed to see it."""
    other = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
    if isinstance(node, ast.BinOp) and type(node.op) in other and not _is_text(node):
        yield ast.BinOp(node.left, other[type(node.op)](), node.right), "arithmetic"


def _is_text(node: ast.BinOp) -> bool:
    """Whether a sum is one of texts or tuples, as far as can be seen."""
    kinds = ast.JoinedStr | ast.Tuple | ast.List
    return any(
        isinstance(side, kinds) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _arguments(node: ast.AST) -> Made:
    """The first two arguments of a call exchanged."""
    if isinstance(node, ast.Call) and len(node.args) > 1:
        first, second, *rest = node.args
        plain = not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred)
        if plain and ast.dump(first) != ast.dump(second) and ast.unparse(node.func) not in _SAME_EITHER_WAY:
            yield ast.Call(node.func, [second, first, *rest], node.keywords), "arguments exchanged"


def _entries(node: ast.AST) -> Made:
    """One entry of a dict, tuple, list or set left out."""
    if isinstance(node, ast.Dict) and len(node.keys) > 1:
        for i in range(len(node.keys)):
            yield _with(node, lambda new, i=i: (new.keys.pop(i), new.values.pop(i))), "entry left out"
    loaded = not isinstance(getattr(node, "ctx", None), ast.Store)
    if isinstance(node, ast.Tuple | ast.List | ast.Set) and len(node.elts) > 1 and loaded:
        for i in range(len(node.elts)):
            yield _with(node, lambda new, i=i: new.elts.pop(i)), "entry left out"


def _statement(node: ast.AST) -> Made:
    """A statement left out, where the function still runs without it."""
    is_store = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript)
    if is_store or isinstance(node, ast.AugAssign | ast.Raise | ast.Expr | ast.Continue | ast.Break):
        yield ast.Pass(), "statement left out"


def _other_values(value: ast.expr, returns: str) -> Iterator[ast.expr]:
    """What a function might return instead, of the type that it says it returns."""
    name = returns.partition("[")[0]
    if ast.unparse(value) == "None":
        return
    if "None" in returns.split(" | "):
        yield ast.Constant(None)
    elif name == "bool" and not isinstance(value, ast.Compare | ast.BoolOp | ast.Constant):
        yield ast.UnaryOp(ast.Not(), value)
    elif name in ("int", "float") and not isinstance(value, ast.Constant):
        yield ast.BinOp(value, ast.Add(), ast.Constant(1))
    elif name in _EMPTY and ast.unparse(value) != _EMPTY[name]:
        yield ast.parse(_EMPTY[name], mode="eval").body


def _with(node: _Node, change: Callable[[_Node], object]) -> _Node:
    """A copy of the node with the change made."""
    new = copy.deepcopy(node)
    change(new)
    return new
