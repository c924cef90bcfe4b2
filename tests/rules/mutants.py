"""Small changes to a module of the audit, each of which could hide a breach, and the audit with such a change in it.

Comparisons turned or widened, parts of a condition dropped, branches always or never taken, findings not told.
Sentences (`Message.of`) are left alone: the worked cases pin them down by their own words.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import alokasi.rules

PACKAGE = "alokasi.rules"
FOLDER = Path(alokasi.rules.__file__).parent
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_TELLING = frozenset({"append", "extend", "add"})
Change = Callable[[Any], ast.AST]  # the node that stands in its place


@dataclass(frozen=True, slots=True)
class Mutant:
    line: int
    words: str
    tree: ast.Module


def modules() -> list[str]:
    """Modules of the audit that judge; verdicts, the register and its wording apart."""
    apart = {"__init__", "audit", "checks", "judging", "verdicts"}
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in apart)


def mutants(module: str) -> Iterator[Mutant]:
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    spoken = {id(part) for call in ast.walk(tree) if _is_message(call) for part in ast.walk(call)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) not in spoken:
            for words, change in _changes(node):
                yield Mutant(getattr(node, "lineno", 0), words, _with(tree, place, change))


@contextmanager
def audit_with(module: str, mutant: Mutant) -> Iterator[Callable[..., Any]]:
    """The audit with one module changed; afterwards the modules are what they were."""
    was = {
        name: found
        for name, found in sys.modules.items()
        if name.partition(f"{PACKAGE}.")[0] in ("", PACKAGE)
    }
    for name in was:
        del sys.modules[name]
    finder = _Finder(f"{PACKAGE}.{module}", mutant.tree)
    sys.meta_path.insert(0, finder)
    try:
        yield importlib.import_module(PACKAGE).audit
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name == PACKAGE or name.startswith(f"{PACKAGE}.")]:
            del sys.modules[name]
        sys.modules.update(was)
        alokasi.rules = was[PACKAGE]


class _Finder(MetaPathFinder, InspectLoader):
    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.source = name, ast.unparse(tree)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def get_source(self, fullname: str) -> str:
        return self.source


def _is_message(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "Message.of"


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What to say of each change, and the change."""
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                if type(op) in _TURNED:
                    yield f"turn {ast.unparse(node)}", _turn(place)
        case ast.BoolOp(values=values):
            yield f"and/or {ast.unparse(node)}", _other_word
            for place, value in enumerate(values):
                yield f"drop {ast.unparse(value)} of {ast.unparse(node)}", _without(place)
        case ast.UnaryOp(op=ast.Not()):
            yield f"drop {ast.unparse(node)[:4]}", lambda found: found.operand
        case ast.If() | ast.IfExp():
            for value in (True, False):
                yield f"{value} for {ast.unparse(node.test)}", _always(value)
        case ast.comprehension(ifs=ifs):
            for place, test in enumerate(ifs):
                yield f"drop if {ast.unparse(test)}", _unfiltered(place)
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield f"untold {ast.unparse(node)[:60]}", _never
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=attr))) if attr in _TELLING:
            yield f"untold {ast.unparse(node)[:60]}", _never


def _turn(place: int) -> Change:
    def change(found: Any) -> ast.AST:
        found.ops[place] = _TURNED[type(found.ops[place])]()
        return found

    return change


def _other_word(found: Any) -> ast.AST:
    return ast.BoolOp(ast.Or() if isinstance(found.op, ast.And) else ast.And(), found.values)


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


def _unfiltered(place: int) -> Change:
    def change(found: Any) -> ast.AST:
        del found.ifs[place]
        return found

    return change


def _never(found: Any) -> ast.AST:
    """Still a generator where it was one, and telling nothing."""
    return ast.Expr(ast.IfExp(ast.Constant(False), found.value, ast.Constant(None)))


def _with(tree: ast.Module, place: int, change: Change) -> ast.Module:
    copied = deepcopy(tree)
    node = list(ast.walk(copied))[place]
    new = change(node)
    if new is not node:
        copied = _Swap(node, new).visit(copied)
    return ast.fix_missing_locations(copied)


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)
