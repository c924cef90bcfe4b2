"""A plan gives every variable of the model a value that keeps every row, measuring variables and switches included."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from alokasi.examples import example, random_problem
from alokasi.solve.bound import known_to, linear_of
from alokasi.solve.limits import Clock
from alokasi.solve.start import Start, first_plan
from alokasi_models.cpsat import build, instance
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.problem import Lock, LockKind, Problem
from alokasi_models.score import tier_values

UNITS = [random_problem(seed) for seed in range(60)]


def planned(p: Problem, profile: str) -> Start:
    return first_plan(instance(p, ruleset(p, profile)), Clock(10.0, Event()), 0, None)


def misses(p: Problem, start: Start, profile: str, max_moves: int | None = None) -> list[str]:
    """Variables without a value and rows that a plan breaks, with every tier of the profile asked for."""
    assert start.plan is not None
    inst = instance(p, ruleset(p, profile))
    built = build(inst, share_dropped=start.share_dropped, max_moves=max_moves)
    for tier in inst.ruleset.profile.tiers:
        built.model.minimize(built.tier(tier))
    known = known_to(built, ledger(start.plan))
    found = [v.name for index, v in enumerate(built.model.proto.variables) if index not in known]
    linear = linear_of(built, whole=True)
    columns = linear.scaled(known)
    rows = np.add.reduceat(linear.entries * columns[linear.columns], linear.starts[:-1])
    broken = (rows < linear.row_lower - 1e-9) | (rows > linear.row_upper + 1e-9)
    return [*found, *(f"row {place}" for place in np.flatnonzero(broken))]


@pytest.mark.parametrize("profile", ["seimbang", "acuan"])
def test_first_plans_of_random_units_are_complete_hints(profile: str) -> None:
    seen = 0
    for seed, p in enumerate(UNITS):
        start = planned(p, profile)
        if start.plan is not None:
            seen += 1
            assert misses(p, start, profile) == [], f"seed {seed}"
    assert seen > len(UNITS) // 3


def test_locks_that_pair_people_and_a_move_budget_are_hinted_too() -> None:
    p = example("4")
    start = planned(p, "acuan")
    assert start.plan is not None
    pair = next(team for team in ledger(start.plan).members.values() if len(team) > 1)
    together = Lock(LockKind.TOGETHER, pair[0], "satu ruang", other=pair[1])
    assert misses(replace(p, locks=(*p.locks, together)), start, "acuan", max_moves=len(p.employees)) == []


@pytest.mark.parametrize("pattern", ["1", "4", "6"])
def test_the_value_of_a_plan_in_the_model_is_its_score(pattern: str) -> None:
    p = example(pattern)
    rules, plan = ruleset(p, "acuan"), planned(p, "acuan").plan
    assert plan is not None
    built = build(instance(p, rules))
    built.model.minimize(built.tier(rules.profile.tiers[0]))
    linear = linear_of(built, whole=True)
    value = (linear.cost @ linear.scaled(known_to(built, ledger(plan))) + linear.offset) * linear.money
    assert value == pytest.approx(tier_values(p, plan, rules)[0].value, rel=1e-12)
