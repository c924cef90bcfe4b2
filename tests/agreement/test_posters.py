"""Every row the model posts for a clause is needed: taken out, or wider by one on either side, a plan that the audit
finds broken is accepted, or one that it lets pass is not.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import pytest
from ortools.sat.python import cp_model

from agreement.every_plan import Acceptance, Tiny
from agreement.test_agreement import SCENARIOS, refused
from alokasi_models.cpsat import POSTS, best_master, posts, rows
from alokasi_models.cpsat.decisions import Expr

MODULES: tuple[ModuleType, ...] = (posts, best_master)


@dataclass(frozen=True)
class Mutant:
    """One place of a poster where a row is posted, and how the row is changed."""

    module: ModuleType
    poster: str
    lines: range
    wider: str  # "low", "high", "gone"

    def __str__(self) -> str:
        return f"{self.poster}:{self.lines.start}:{self.wider}"


def mutants() -> Iterator[Mutant]:
    for module in MODULES:
        for function in ast.walk(ast.parse(inspect.getsource(module))):
            if not isinstance(function, ast.FunctionDef):
                continue
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "post":
                    assert call.end_lineno is not None
                    lines = range(call.lineno, call.end_lineno + 1)
                    for wider, limit in (("low", call.args[2]), ("high", call.args[3])):
                        if not (isinstance(limit, ast.Constant) and limit.value is None):
                            yield Mutant(module, function.name, lines, wider)
                    yield Mutant(module, function.name, lines, "gone")


def changed(mutant: Mutant):
    """`post`, but for the rows of the mutant's place."""

    def post(
        model: cp_model.CpModel, expression: Expr, least: int | None, most: int | None
    ) -> cp_model.Constraint:
        if sys._getframe(1).f_lineno in mutant.lines:
            if mutant.wider == "gone":
                least, most = None, None
            elif mutant.wider == "low":
                least = None if least is None else least - 1
            else:
                most = None if most is None else most + 1
        return rows.post(model, expression, least, most)

    return post


@cache
def judged(rule: str) -> tuple[Tiny, tuple[tuple[object, bool], ...]]:
    """A scenario, and each of its plans with whether the model must refuse it."""
    tiny = SCENARIOS[rule]()
    return tiny, tuple((plan, bool(refused(tiny, plan))) for plan in tiny.plans())


def scenarios_of(mutant: Mutant) -> list[str]:
    rules = [
        rule
        for rule, poster in POSTS.items()
        if poster.__name__ == mutant.poster or poster.__module__ == mutant.module.__name__ != posts.__name__
    ]
    return [s for s in SCENARIOS if s.split()[0] in rules]


def seen(rule: str) -> bool:
    tiny, plans = judged(rule)
    accepts = Acceptance(tiny)
    return any(accepts.of(plan) == bad for plan, bad in plans)


@pytest.mark.parametrize("mutant", list(mutants()), ids=str)
def test_a_row_taken_out_or_made_wider_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutant.module, "post", changed(mutant))
    rules = scenarios_of(mutant)
    assert rules
    assert any(seen(rule) for rule in rules)
