"""The move budget is hard: at most so many people have other seats than in the decree in force, whatever the search."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from alokasi.examples import example, generate, random_problem
from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi.solve.engine import Found
from alokasi.solve.limits import Clock
from alokasi.solve.start import Start, first_plan
from alokasi_models.cpsat import instance
from alokasi_models.decree import decree_plan, moves
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Plan, Status
from alokasi_models.problem import CurrentSeat, Problem

SEEDS = range(16)
SECONDS = 1.5


def moved(p: Problem, plan: Plan | None) -> int:
    """People with a seat that differs from the decree in force."""
    assert plan is not None
    return len({move.employee for move in moves(p, plan)})


def begun(p: Problem, most: int | None) -> Start:
    return first_plan(instance(p, ruleset(p)), Clock(20.0, Event()), 0, most)


def test_random_units_move_no_more_people_than_asked_and_some_move_is_needed_below() -> None:
    asked = refused = 0
    for seed in SEEDS:
        p = random_problem(seed)
        free = begun(p, None)
        if not p.current or free.plan is None:
            continue
        before = Found.INFEASIBLE
        for most in range(moved(p, free.plan) + 1):
            found = begun(p, most)
            if found.plan is not None:
                assert moved(p, found.plan) <= most, f"seed {seed}, {most}"
                asked += 1
            else:
                assert before is Found.INFEASIBLE, f"seed {seed}: {most} are too few, fewer were enough"
                refused += 1
            before = found.found
        assert before is not Found.INFEASIBLE, f"seed {seed}: as many as a plan moves are too few"
    assert asked > 8
    assert refused > 2


@pytest.mark.parametrize("given", [True, False], ids=["teams given", "teams free"])
def test_a_whole_search_keeps_the_budget(given: bool) -> None:
    p = generate(30, 1, given)
    outcome = solve(p, ruleset(p), Limits(SECONDS, max_moves=12))
    assert moved(p, outcome.plan) <= 12
    assert outcome.plan is not None
    assert audit(p, outcome.plan, ruleset(p)).broken == ()


def test_a_given_plan_that_moves_more_people_is_not_kept() -> None:
    p = example("2")
    free = begun(p, None)
    assert moved(p, free.plan) > 20
    outcome = solve(p, ruleset(p), Limits(SECONDS, max_moves=20), given=free.plan)
    assert moved(p, outcome.plan) <= 20


def decree_of(plan: Plan) -> tuple[CurrentSeat, ...]:
    names = {team.id: team for team in plan.teams}
    return tuple(
        CurrentSeat(
            s.employee, s.team, s.role, names[s.team].name, names[s.team].seat, names[s.team].coordinator
        )
        for s in plan.seats
    )


def test_nobody_moves_where_nobody_may_and_the_decree_is_lawful() -> None:
    p = example("2")
    plan = begun(p, None).plan
    assert plan is not None
    p = replace(p, current=decree_of(plan))
    outcome = solve(p, ruleset(p), Limits(SECONDS, max_moves=0))
    assert outcome.plan is not None
    assert {(s.employee, s.team, s.role) for s in outcome.plan.seats} == {
        (s.employee, s.team, s.role) for s in plan.seats
    }


def test_the_budget_is_named_where_it_leaves_no_plan() -> None:
    p = example("4")
    outcome = solve(p, ruleset(p), Limits(30.0, max_moves=1))
    assert outcome.status is Status.INFEASIBLE
    assert [reason.code for reason in outcome.reasons] == [Cause.MOVES]


def test_a_search_from_the_decree_ends_lawful_and_within_the_budget() -> None:
    p = example("2")
    outcome = solve(p, ruleset(p), Limits(SECONDS, max_moves=20), given=decree_plan(p))
    assert moved(p, outcome.plan) <= 20
    assert outcome.plan is not None
    assert audit(p, outcome.plan, ruleset(p)).broken == ()
