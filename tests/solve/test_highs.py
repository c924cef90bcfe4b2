"""The linear program given to HiGHS says what the model says, and an engine that fails never ends a solve."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from time import monotonic

import numpy as np
import pytest

from alokasi.examples import example, generate
from alokasi.linear.branching import Branching
from alokasi.linear.child import Task, solve_told
from alokasi.linear.highs import relaxation
from alokasi.linear.program import whole_number
from alokasi.solve.bound import known_to, linear_of
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import Built, build, instance
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.packs import ruleset
from alokasi_models.score import tier_values


def modelled(pattern: str) -> tuple[Built, Ledger, int]:
    """A whole model with its objective, a plan, and the plan's value."""
    p = example(pattern)
    inst = instance(p, ruleset(p, "acuan"))
    plan = first_plan(inst, Clock(60.0, Event()), 0, None).plan
    assert plan is not None
    built = build(inst)
    built.model.minimize(built.tier(inst.ruleset.profile.tiers[0]))
    return built, ledger(plan), tier_values(p, plan, inst.ruleset, inst.aims)[0].value


@pytest.mark.parametrize("pattern", ["1", "4"])
def test_a_plan_keeps_every_row_in_the_units_of_highs_and_costs_the_same(pattern: str):
    built, plan, value = modelled(pattern)
    linear = linear_of(built, whole=True)
    columns = linear.scaled(known_to(built, plan))
    rows = np.add.reduceat(linear.entries * columns[linear.columns], linear.starts[:-1])
    assert (rows >= linear.row_lower - 1e-9).all()
    assert (rows <= linear.row_upper + 1e-9).all()
    assert (columns >= linear.lower).all()
    assert (columns <= linear.upper).all()
    assert (linear.cost @ columns + linear.offset) * linear.money == pytest.approx(value, rel=1e-12)


def test_no_entry_or_cost_is_out_of_the_reach_of_floating_point():
    linear = linear_of(modelled("4")[0], whole=True)
    assert np.abs(linear.entries).max() < 2
    assert np.abs(linear.cost).max() < 512
    assert np.isfinite(linear.row_lower[linear.row_lower > -np.inf]).all()
    assert np.abs(linear.row_upper[np.isfinite(linear.row_upper)]).max() < 1000


def test_the_relaxation_is_below_every_plan():
    built, _, value = modelled("4")
    found = relaxation(linear_of(built, whole=False), lambda: 30.0)
    assert found is not None
    assert 0 < found.bound < value


def test_a_program_without_an_answer_gives_no_bound():
    linear = linear_of(modelled("1")[0], whole=False)
    upside_down = replace(linear, row_lower=linear.row_upper + 1, row_upper=linear.row_lower - 1)
    assert relaxation(upside_down, lambda: 5.0) is None
    told: dict[str, object] = {}
    solve_told(Task(upside_down, None, 5.0, None, 0.0), lambda **news: told.update(news))
    assert told == {"status": ""}


def test_branch_and_cut_tells_better_plans_and_bounds_until_it_has_proved():
    built, plan, value = modelled("1")
    child = Branching(linear_of(built, whole=True), known_to(built, plan), 60.0, nodes=1)
    found = child.wait(lambda: 60.0)
    assert found.ended
    assert found.value < value
    assert child.proven() == whole_number(found.bound) <= whole_number(found.value)
    assert len(found.values) == len(built.model.proto.variables)


def test_a_child_tells_the_bound_of_a_relaxation_too():
    built, _, _ = modelled("1")
    linear = linear_of(built, whole=False)
    relaxed = relaxation(linear, lambda: 30.0)
    assert relaxed is not None
    assert Branching(linear, {}, 30.0).wait(lambda: 30.0).bound == pytest.approx(relaxed.bound)


def test_branch_and_cut_ends_at_once_when_the_clock_does():
    p = generate(60, 0, True)
    inst, clock = instance(p, ruleset(p, "acuan")), Clock(60.0, Event())
    plan = first_plan(inst, clock, 0, None).plan
    assert plan is not None
    built = build(inst)
    built.model.minimize(built.tier(inst.ruleset.profile.tiers[0]))
    child = Branching(linear_of(built, whole=True), known_to(built, ledger(plan)), 60.0)
    clock.stop.set()
    begun = monotonic()
    assert not child.wait(lambda: clock.left).ended
    assert not child.running
    assert monotonic() - begun < 30  # of the 60 that it was given
