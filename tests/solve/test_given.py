"""A plan that is there already is where the search may begin: what comes out is lawful and no worse."""

from __future__ import annotations

from random import Random

import pytest
from lawful import ON

from alokasi.examples import example
from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi_models.decree import decree_plan
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.plan import FormedTeam, Outcome, Plan, Seat, Work
from alokasi_models.problem import Problem, SeatRole
from builders import package, people, problem


def values(outcome: Outcome) -> tuple[float, ...]:
    return tuple(tier.value for tier in outcome.tiers)


def solved(problem: Problem, rules: Ruleset, seconds: float, given: Plan | None = None) -> Outcome:
    return solve(problem, rules, Limits(seconds=seconds), given=given)


def broken(problem: Problem, outcome: Outcome) -> tuple[object, ...]:
    assert outcome.plan is not None
    return audit(problem, outcome.plan, ruleset(problem), ON).broken


def no_worse(one: Outcome, other: Outcome, rules: Ruleset) -> bool:
    """Tier by tier, the first first; a later tier may give back a little of an earlier one."""
    for mine, yours, tier in zip(values(one), values(other), rules.profile.tiers, strict=True):
        if mine > yours * (1 + float(tier.tolerance)):
            return False
        if mine < yours:
            break
    return True


def tiny() -> Problem:
    return problem(people("a", "b", "c"), (package("w", 900), package("v", 600, theme="lain")))


@pytest.mark.parametrize("pattern", ["2", "6"])
def test_a_second_search_is_never_worse_than_the_plan_it_begins_with(pattern: str):
    unit = example(pattern)
    rules = ruleset(unit)
    first = solved(unit, rules, 4)
    assert first.plan is not None
    again = solved(unit, rules, 0.8, first.plan)
    assert no_worse(again, first, rules)
    assert broken(unit, again) == ()


def test_the_decree_in_force_may_be_given():
    unit = example("2")
    outcome = solved(unit, ruleset(unit), 1, decree_plan(unit))
    assert broken(unit, outcome) == ()


@pytest.mark.parametrize("seed", range(6))
def test_a_plan_that_names_nobody_known_does_no_harm(seed: int):
    random, unit = Random(seed), example("2")
    decree = decree_plan(unit)
    assert decree is not None
    ghosts = Plan(
        (*decree.teams, FormedTeam("T77", "Tim", "hilang", "DULU")),
        tuple(
            Seat(
                random.choice(["T77", s.team]),
                random.choice(["hantu", s.employee]),
                random.choice(list(SeatRole)),
            )
            for s in decree.seats
        ),
        (*(Work("w77", "T77", "hantu", 60) for _ in range(3)), *decree.work[seed % 3 :: 2]),
    )
    outcome = solved(unit, ruleset(unit), 1, ghosts)
    assert broken(unit, outcome) == ()


def test_the_outcome_tells_that_a_plan_was_given():
    unit = example("2")
    rules = ruleset(unit)
    told = dict(solved(unit, rules, 1, decree_plan(unit)).versions)
    assert "susunan awal" in told
    assert "susunan awal" not in dict(solved(unit, rules, 1).versions)


def test_the_same_given_plan_gives_the_same_people():
    unit, rules = tiny(), ruleset(tiny())
    first = solved(unit, rules, 20)
    one, other = (solved(unit, rules, 20, first.plan) for _ in range(2))
    assert one.plan == other.plan is not None
    assert values(one) == values(first), "proved best before, so it stays"
