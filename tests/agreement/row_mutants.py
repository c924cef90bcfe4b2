"""Small changes to the code that posts rows and defines terms, each at one place: a row gone or wider by one, a part of
a sum left out. A changed function is put in place of its own code, so that whoever holds it runs the change.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

Change = Callable[[Any], ast.AST]  # the node that stands in its place
_SUMS = frozenset({"total", "sum"})
_MEASURES = frozenset({"excess", "any_of"})


@dataclass(frozen=True)
class Mutant:
    """One place of a function where something is changed."""

    module: ModuleType
    function: str  # "name" or "Class.name"
    line: int
    words: str
    code: CodeType

    def __str__(self) -> str:
        return f"{self.module.__name__.split('.')[-1]}.{self.function}:{self.line}:{self.words}"

    def put(self, monkeypatch: pytest.MonkeyPatch) -> None:
        owner: Any = self.module
        *classes, name = self.function.split(".")
        for within in classes:
            owner = getattr(owner, within)
        function = vars(owner)[name]
        assert isinstance(function, FunctionType)
        monkeypatch.setattr(function, "__code__", self.code)


def mutants(module: ModuleType, alike: Collection[str] = (), logic: bool = False) -> Iterator[Mutant]:
    """Every change of a module's functions, but those in `alike` ("function:words"); `logic`: of their conditions."""
    tree = ast.parse(inspect.getsource(module))
    for function, place in _functions(tree):
        expressions = {id(part) for row in _expressions(place) for part in ast.walk(row)}
        for number, node in enumerate(ast.walk(place)):
            sums = _parts(node) if id(node) in expressions else ()
            for words, change in _conditions(node) if logic else (*_changes(node), *sums):
                if f"{function}:{words}" in alike:
                    continue
                code = _code(module, _with(place, number, change), function)
                yield Mutant(module, function, getattr(node, "lineno", place.lineno), words, code)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not inner.decorator_list:
                    yield f"{node.name}.{inner.name}", inner


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What to say of each change, and the change."""
    match node:
        case ast.Call(func=ast.Name(id="post"), args=[_, row, low, high]):
            if not _is_none(low):
                yield f"low of {_short(row)}", _wider(2, ast.Sub())
            if not _is_none(high):
                yield f"high of {_short(row)}", _wider(3, ast.Add())
            yield f"gone {_short(row)}", _unlimited
        case ast.Call(func=ast.Name(id=name)) if name in _SUMS:
            yield f"no {_short(node)}", _nothing
        case ast.Call(func=ast.Attribute(attr=name)) if name in _MEASURES:
            yield f"no {_short(node)}", _nothing
            if name == "excess":
                yield f"less {_short(node)}", _less
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="append" | "extend"))) | ast.AugAssign():
            yield f"no {_short(node)}", _pass
        case ast.Expr(value=ast.YieldFrom()):
            yield f"no {_short(node)}", _empty
        case ast.comprehension(ifs=ifs):
            for place, test in enumerate(ifs):
                yield f"all for {_short(test)}", _unfiltered(place)
        case ast.Call(func=ast.Attribute(attr="only_enforce_if")):
            yield "always enforced", _never_called


def _expressions(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What rows bound, what measures count, and what is returned."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id="post"), args=[_, row, _, _]):
                yield row
            case ast.Call(func=ast.Attribute(attr=name), args=[counted, *_]) if name in _MEASURES:
                yield counted
            case ast.Return(value=ast.expr() as value):
                yield value


def _parts(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield f"left of {_short(node)}", _left
        yield f"right of {_short(node)}", _right


def _conditions(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.BoolOp(values=values):
            for place, value in enumerate(values):
                yield f"no {_short(value)} in {_short(node)}", _without(place)
        case ast.UnaryOp(op=ast.Not()):
            yield f"drop {_short(node)}", lambda found: found.operand
        case ast.If() | ast.IfExp():
            for value in (True, False):
                yield f"{value} for {_short(node.test)}", _always(value)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _short(node: ast.AST) -> str:
    return "".join(ast.unparse(node).split())[:60]


def _wider(place: int, op: ast.operator) -> Change:
    def change(found: Any) -> ast.AST:
        found.args[place] = ast.BinOp(found.args[place], op, ast.Constant(1))
        return found

    return change


def _less(found: Any) -> ast.AST:
    """One less of what `excess` counts, where it counts in a scale."""
    one = next((word.value for word in found.keywords if word.arg == "scale"), ast.Constant(1))
    found.args[0] = ast.BinOp(found.args[0], ast.Sub(), one)
    return found


def _unlimited(found: Any) -> ast.AST:
    found.args[2:4] = [ast.Constant(None), ast.Constant(None)]
    return found


def _nothing(_: Any) -> ast.AST:
    return ast.Constant(0)


def _pass(_: Any) -> ast.AST:
    return ast.Pass()


def _empty(found: Any) -> ast.AST:
    found.value.value = ast.Tuple([], ast.Load())
    return found


def _left(found: Any) -> ast.AST:
    return found.left


def _right(found: Any) -> ast.AST:
    return found.right if isinstance(found.op, ast.Add) else ast.UnaryOp(ast.USub(), found.right)


def _unfiltered(place: int) -> Change:
    def change(found: Any) -> ast.AST:
        del found.ifs[place]
        return found

    return change


def _without(place: int) -> Change:
    def change(found: Any) -> ast.AST:
        rest = [value for number, value in enumerate(found.values) if number != place]
        return ast.BoolOp(found.op, rest) if len(rest) > 1 else rest[0]

    return change


def _always(value: bool) -> Change:
    def change(found: Any) -> ast.AST:
        found.test = ast.Constant(value)
        return found

    return change


def _never_called(found: Any) -> ast.AST:
    return found.func.value


def _with(place: ast.FunctionDef, number: int, change: Change) -> ast.FunctionDef:
    """The function with one node changed."""
    copied = deepcopy(place)
    node = list(ast.walk(copied))[number]
    new = change(node)
    if new is not node:
        copied = _Swap(node, new).visit(copied)
    return copied


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)


def _code(module: ModuleType, changed: ast.FunctionDef, function: str) -> CodeType:
    assert module.__file__ is not None
    body: list[ast.stmt] = [changed]
    for owner in reversed(function.split(".")[:-1]):
        body = [ast.ClassDef(owner, [], [], body, [])]
    lazily = ast.ImportFrom("__future__", [ast.alias("annotations")], 0)
    tree = ast.fix_missing_locations(ast.Module([lazily, *body], []))
    codes = _codes(compile(tree, module.__file__, "exec"))
    return next(code for code in codes if code.co_qualname == function)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)
