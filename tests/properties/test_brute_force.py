"""The model's optimum of tiny random units equals that of trying every structure, impossible ones included."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from threading import Event

import pytest

from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.aims import aims
from alokasi_models.cpsat import build, instance
from alokasi_models.norms import Term, Tier
from alokasi_models.packs import Ruleset, Text, ruleset, with_rule_value
from alokasi_models.problem import Indicator, LockKind, Problem, TargetSource, TeamStatus, WorkForm
from alokasi_models.score import tier_values
from builders import lock, package, pelaksana, person, problem, team
from properties.blocks import blocks
from properties.enumeration import Prices, best, hours_cost, least_of_hours, structures

PRICES = Prices(unmet=100, misfit=1, foreign=0, mastery=7, cohesion=90, teams=40, second=55)
WEIGHTS = {
    "kurang_jam": PRICES.unmet,
    "kecocokan": PRICES.misfit,
    "penguasaan_ketua": PRICES.mastery,
    "kohesi_rumpun": PRICES.cohesion,
    "jumlah_tim": PRICES.teams,
    "rangkap": PRICES.second,
}
PEOPLE, TEAMS = (2, 2, 3, 3, 3, 4), (1, 1, 1, 2, 2, 3)
THEMES = ("uji", "data", "kebijakan")


def tiny(seed: int) -> Problem:
    """At most four people, three teams and three packages of a few hours, sometimes a lock."""
    draw = Random(seed)
    names = "abcd"[: draw.choice(PEOPLE)]
    teams = tuple(team(f"t{n}", status=TeamStatus.PROPOSED) for n in range(draw.choice(TEAMS)))
    staff = tuple(
        replace(
            person(id) if draw.random() < 0.7 else pelaksana(id),
            themes=(draw.choice(THEMES),),
            availability=None if draw.random() < 0.8 else 50,
        )
        for id in names
    )
    packages = tuple(
        package(
            f"w{n}",
            draw.randint(50, 900),
            theme=draw.choice(THEMES),
            team=draw.choice([t.id for t in teams]) if draw.random() < 0.4 else "",
            form=WorkForm.TEAM,
            priority=draw.randint(1, 3),
        )
        for n in range(draw.randint(1, 3))
    )
    packages = tuple(
        replace(p, form=draw.choice((WorkForm.FREE, WorkForm.INDIVIDUAL)))
        if not p.team and draw.random() < 0.5
        else p
        for p in packages
    )
    kinds = (LockKind.MEMBER, LockKind.LEAD, LockKind.NOT_MEMBER, LockKind.NOT_LEAD)
    locks = (
        (lock(draw.choice(kinds), draw.choice(names), draw.choice(teams).id),) if draw.random() < 0.3 else ()
    )
    indicators = (Indicator("ik", "Sasaran", "u", TargetSource.AGREEMENT),)
    return problem(staff, packages, teams, locks=locks, indicators=indicators)


def weighed(p: Problem) -> Ruleset:
    rules = with_rule_value(
        ruleset(p), "K083", "limit", len(p.teams)
    )  # no room for teams of the solver's own
    tier = Tier("semua", Text("semua", "all"), tuple(Term(name, weight) for name, weight in WEIGHTS.items()))
    return replace(rules, profile=replace(rules.profile, tiers=(tier,)))


def optimum(p: Problem, rules: Ruleset) -> int | None:
    inst = instance(p, rules)
    built = build(inst)
    tier = rules.profile.tiers[0]
    answer = search(Task(built, built.tier(tier), Effort(60.0, workers=8)), Clock(60.0, Event()))
    assert answer.found in (Found.OPTIMAL, Found.INFEASIBLE), "a tiny unit is solved to the end"
    if answer.plan is None:
        return None
    assert tier_values(p, answer.plan, rules)[0].value == answer.value, (
        "the score of the plan is the model's value"
    )
    return answer.value


@pytest.mark.parametrize("seeds", blocks(10_000, size=50, few=500))
def test_tiny_units_equal_enumeration(seeds: range) -> None:
    differing = []
    for seed in seeds:
        p = tiny(seed)
        rules = weighed(p)
        found, expected = optimum(p, rules), best(p, rules, PRICES)
        if found != expected:
            differing.append((seed, found, expected))
    assert differing == []


def test_the_tiny_units_are_of_both_kinds_and_of_every_size() -> None:
    units = [tiny(seed) for seed in range(60)]
    possible = [optimum(p, weighed(p)) is not None for p in units]
    assert 10 < sum(possible) < 55
    assert {len(p.employees) for p in units} == {2, 3, 4}
    assert {len(p.teams) for p in units} == {1, 2, 3}


def test_no_hours_of_a_structure_cost_less_than_enumeration_supposes() -> None:
    for p in map(tiny, range(12)):
        a = aims(p, weighed(p))
        for structure in structures(p):
            hours = hours_cost(a, p, *structure, PRICES)
            assert hours is None or hours >= least_of_hours(a, p, *structure, PRICES) - 1e-6
