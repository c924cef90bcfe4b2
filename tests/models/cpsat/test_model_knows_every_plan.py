"""Any plan satisfies every row of the model, the rows that only lift the bound included, and costs its score."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from alokasi.examples import generate, random_problem
from alokasi.solve.engine import Effort, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Built, build, instance, plan_values
from alokasi_models.cpsat.auxiliaries import Values, value_of
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.problem import Problem
from alokasi_models.score import TERMS, score


def broken(built: Built, values: Values) -> Iterator[str]:
    """Rows of known variables that the values break."""
    names = [variable.name for variable in built.model.proto.variables]
    for constraint in built.model.proto.constraints:
        if not constraint.has_linear() or any(index not in values for index in constraint.linear.vars):
            continue
        row = constraint.linear
        total = sum(values[index] * by for index, by in zip(row.vars, row.coeffs, strict=True))
        if not row.domain[0] <= total <= row.domain[1]:
            yield f"{total} of {list(row.domain)}: {[names[index] for index in row.vars]}"


def any_plans(p: Problem) -> Iterator[tuple[Built, Values, dict[str, int]]]:
    """Two plans of no particular merit, with a model that measures every term."""
    rules = ruleset(p)
    inst = instance(p, rules)
    for seed in (0, 1):
        effort = Effort(1.0, seed, first_only=True)
        plan = search(Task(build(inst), 0, effort), Clock(30.0, Event())).plan
        if plan is None:
            return
        built = build(inst)
        for name in TERMS:
            built.term(name)
        values = plan_values(built.x, ledger(plan))
        built.aux.fill(values)
        yield built, values, score(p, plan, rules)


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_random_units(start: int) -> None:
    found = 0
    for seed in range(start, start + 20):
        for built, values, points in any_plans(random_problem(seed)):
            found += 1
            assert list(broken(built, values)) == [], f"seed {seed}"
            assert {name: value_of(built.term(name), values) for name in TERMS} == points, f"seed {seed}"
    assert found > 10


@pytest.mark.parametrize("given", [True, False])
def test_a_unit_of_thirty(given: bool) -> None:
    for built, values, points in any_plans(generate(30, 1, given)):
        assert list(broken(built, values)) == []
        assert {name: value_of(built.term(name), values) for name in TERMS} == points
