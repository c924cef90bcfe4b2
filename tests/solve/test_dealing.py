"""The plan that is dealt out before any search: lawful most often, its hours filled, and the same every time."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from time import process_time

import pytest

from alokasi.examples import generate
from alokasi.rules import audit
from alokasi.solve.dealing import deal
from alokasi.solve.dealing.flow import SINK, SOURCE, Flow
from alokasi.solve.grouping import first_owners
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import LockKind, Problem, SeatRole, WorkForm
from alokasi_models.score import score
from builders import HOUR, lock, package, pelaksana, people, problem, team


def dealt(p: Problem) -> Plan:
    inst = instance(p, ruleset(p))
    return deal(inst, first_owners(inst))


def first(p: Problem) -> Plan:
    plan = first_plan(instance(p, ruleset(p)), Clock(60, Event()), 0, None).plan
    assert plan is not None
    return plan


def unmet(p: Problem, plan: Plan) -> float:
    """Part of the work, weighted by priority, that nobody does."""
    rules = ruleset(p)
    weights = instance(p, rules).aims.priority
    everything = sum(weights[work.id] * work.minutes for work in p.packages)
    return score(p, plan, rules)["kurang_jam"] / everything


def test_as_much_flows_as_can_at_the_least_cost() -> None:
    flow = Flow()
    for id, capacity in (("a", 5), ("b", 5)):
        flow.arc(SOURCE, id, capacity)
    flow.arc("a", 1, 5, cost=1)
    flow.arc("a", 2, 5, cost=2)
    flow.arc("b", 1, 5, cost=2)
    flow.arc(1, SINK, 6)
    flow.arc(2, SINK, 2)
    found = flow.cheapest()
    assert [found[place] for place in (("a", 1), ("a", 2), ("b", 1))] == [3, 2, 3]


@pytest.mark.parametrize("given", [True, False])
@pytest.mark.parametrize(("staff", "seed"), [(30, 0), (30, 1), (100, 0), (100, 1), (250, 0)])
def test_work_that_people_have_time_for_is_filled_at_once(staff: int, seed: int, given: bool) -> None:
    p = generate(staff, seed, given)
    plan = first(p)
    assert audit(p, plan, ruleset(p)).broken == ()
    assert unmet(p, plan) < 0.01


@pytest.mark.long
@pytest.mark.parametrize(("staff", "seconds"), [(100, 0.5), (600, 2.0)])
def test_the_first_plan_takes_moments(staff: int, seconds: float) -> None:
    p = generate(staff, 0, True)
    begun = process_time()
    first(p)
    assert process_time() - begun < seconds


def test_the_same_unit_is_dealt_the_same_plan_whatever_the_order_of_its_rows() -> None:
    p = generate(60, 3, False)
    assert dealt(p) == dealt(replace(p, employees=p.employees[::-1], packages=p.packages[::-1]))


def test_everybody_leads_at_most_one_team_and_each_team_has_its_ketua() -> None:
    p = generate(100, 2, True)
    of = ledger(dealt(p))
    led = [id for leads in of.leads.values() for id in leads]
    assert len(led) == len(set(led)) == sum(team.seat == "B01" for team in p.teams)


def test_rows_of_ketentuan_are_kept() -> None:
    staff = people(*"abcdef")
    work = [package("w", 900, team="t"), package("v", 900, team="s"), package("i", form=WorkForm.INDIVIDUAL)]
    locks = [
        lock(LockKind.LEAD, "c", "t"),
        lock(LockKind.MEMBER, "d", "s"),
        lock(LockKind.NOT_MEMBER, "a", "t"),
        lock(LockKind.TOGETHER, "e", other="f"),
        lock(LockKind.APART, "a", other="b"),
        lock(LockKind.HOURS, "a", package="i", minutes=30 * HOUR),
    ]
    p = problem(staff, work, [team("t"), team("s", max_size=4)], locks=tuple(locks))
    plan = dealt(p)
    of = ledger(plan)
    assert of.roles["c", "t"] is SeatRole.LEAD
    assert "d" in of.members["s"]
    assert "a" not in of.members["t"]
    assert set(of.teams_of["e"]) & set(of.teams_of["f"])
    assert not set(of.teams_of.get("a", ())) & set(of.teams_of.get("b", ()))
    assert of.on_package["a", "i"] == 30 * HOUR
    assert audit(p, first(p), ruleset(p)).broken == ()


def test_individual_work_goes_to_people_who_fit_and_have_time() -> None:
    """Three packages of most of a year, three people: each gets the one that is like his or her position."""
    staff = [replace(pelaksana(id), themes=(f"r{id}",)) for id in "abc"]
    work = [package(f"w{id}", 800, theme=f"r{id}", form=WorkForm.INDIVIDUAL) for id in "cab"]
    of = ledger(dealt(problem(staff, work)))
    assert {package: of.holders[package] for package in of.holders} == {f"w{id}": (id,) for id in "abc"}


def test_individual_work_beyond_everybodys_time_still_has_a_holder() -> None:
    work = [package(f"w{n}", 700, form=WorkForm.INDIVIDUAL) for n in range(3)]
    p = problem([pelaksana("a"), pelaksana("b")], work)
    of = ledger(dealt(p))
    assert all(len(of.holders[row.id]) == 1 for row in work)
    assert max(of.load.values()) <= 1200 * HOUR
    assert audit(p, first(p), ruleset(p)).broken == ()
