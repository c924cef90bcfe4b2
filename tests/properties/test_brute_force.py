"""The model's optimum of tiny random units equals that of trying every structure, impossible ones included."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from threading import Event

import pytest

from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import build, instance
from alokasi_models.norms import Term, Tier
from alokasi_models.packs import Ruleset, Text, ruleset, with_rule_value
from alokasi_models.problem import Indicator, LockKind, Problem, TargetSource, TeamStatus, WorkForm
from alokasi_models.score import tier_values
from builders import lock, package, pelaksana, person, problem, team
from properties.enumeration import Prices, best

PRICES = Prices(unmet=100, misfit=1, foreign=0, mastery=7, cohesion=90, teams=40, second=55)
WEIGHTS = {
    "kurang_jam": PRICES.unmet,
    "kecocokan": PRICES.misfit,
    "penguasaan_ketua": PRICES.mastery,
    "kohesi_rumpun": PRICES.cohesion,
    "jumlah_tim": PRICES.teams,
    "rangkap": PRICES.second,
}
THEMES = ("uji", "data", "kebijakan")


def tiny(seed: int) -> Problem:
    """Two or three people, one or two teams, one to three packages of a few hours, sometimes a lock."""
    draw = Random(seed)
    names = "abc"[: draw.randint(2, 3)]
    teams = tuple(team(f"t{n}", status=TeamStatus.PROPOSED) for n in range(draw.randint(1, 2)))
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


@pytest.mark.parametrize("start", range(0, 500, 50))
def test_fifty_tiny_units_equal_enumeration(start: int) -> None:
    differing = []
    for seed in range(start, start + 50):
        p = tiny(seed)
        rules = weighed(p)
        found, expected = optimum(p, rules), best(p, rules, PRICES)
        if found != expected:
            differing.append((seed, found, expected))
    assert differing == []


def test_the_tiny_units_are_of_both_kinds() -> None:
    possible = [optimum(tiny(seed), weighed(tiny(seed))) is not None for seed in range(60)]
    assert 10 < sum(possible) < 55
