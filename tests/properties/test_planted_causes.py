"""Random units that have a plan, made impossible in one known way: that way is named, with whom it concerns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random
from threading import Event

import pytest

from alokasi.examples import random_problem
from alokasi.solve import Limits, solve
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Status
from alokasi_models.problem import LockKind, Problem, WorkForm
from builders import HOUR, home_unit, loan, lock, package, pelaksana, people, person, team
from properties.blocks import blocks

LIMITS = Limits(60.0)
EXPERTS, OTHERS = ("e1", "e2", "e3"), ("o1", "o2", "o3")
OVER_120_PERCENT = 1501 * HOUR  # of 1,250 hours


@dataclass(frozen=True)
class Planted:
    """The unit made impossible, the code that must be named, and whom a reason of that code must name."""

    problem: Problem
    code: str
    ids: frozenset[str]


@lru_cache(maxsize=4)
def possible(seed: int) -> Problem | None:
    """A random unit with a plan and three teams more, of people of their own directly under the head; None where it
    has no plan.
    """
    p = random_problem(seed, people=6, teams=1, packages=4)
    teams = tuple(team(f"x{n}") for n in (1, 2, 3))
    grown = replace(
        p,
        employees=(*p.employees, *people(*EXPERTS), *(pelaksana(id) for id in OTHERS)),
        teams=(*p.teams, *teams),
        packages=(*p.packages, *(package(f"w{t.id}", 400, team=t.id) for t in teams)),
        current=(),
        settings=(),
        locks=(),
    )
    found = first_plan(instance(grown, ruleset(grown)), Clock(20.0, Event()), 0, None)
    return grown if found.plan is not None else None


def with_locks(p: Problem, *locks) -> Problem:
    return replace(p, locks=(*p.locks, *locks))


def with_guest(p: Problem, granted: bool) -> Problem:
    units = p.units if any(u.id == "asal" for u in p.units) else (*p.units, home_unit("asal"))
    return replace(
        p,
        units=units,
        employees=(*p.employees, person("tamu", unit="asal", superior="lain")),
        loans=(*p.loans, loan("tamu", granted=granted)),
    )


def teams_too_many(p: Problem, rng: Random) -> Planted:
    seat = next(s for s in ruleset_seats(p) if s.official == "h")
    more = tuple(team(f"y{n}") for n in range(seat.limit))
    return Planted(replace(p, teams=(*p.teams, *more)), seat.rule, frozenset(t.id for t in more))


def ruleset_seats(p: Problem):
    return instance(p, ruleset(p)).who.structures["u"].seats


def lead_who_may_not(p: Problem, rng: Random) -> Planted:
    id, t = rng.choice(OTHERS), rng.choice(("x1", "x2", "x3"))
    return Planted(with_locks(p, lock(LockKind.LEAD, id, t)), "K091", frozenset({id, t}))


def two_leads(p: Problem, rng: Random) -> Planted:
    one, other = rng.sample(EXPERTS, 2)
    locks = (lock(LockKind.LEAD, one, "x2"), lock(LockKind.LEAD, other, "x2"))
    return Planted(with_locks(p, *locks), "K090", frozenset({one, other, "x2"}))


def lead_of_two(p: Problem, rng: Random) -> Planted:
    id = rng.choice(EXPERTS)
    one, other = rng.sample(("x1", "x2", "x3"), 2)
    locks = (lock(LockKind.LEAD, id, one), lock(LockKind.LEAD, id, other))
    return Planted(with_locks(p, *locks), "K101", frozenset({id, one, other}))


def three_teams(p: Problem, rng: Random) -> Planted:
    id = rng.choice((*EXPERTS, *OTHERS))
    locks = (lock(LockKind.MEMBER, id, t) for t in ("x1", "x2", "x3"))
    return Planted(with_locks(p, *locks), "K103", frozenset({id}))


def in_and_out(p: Problem, rng: Random) -> Planted:
    id, t = rng.choice((*EXPERTS, *OTHERS)), rng.choice(("x1", "x2", "x3"))
    locks = (lock(LockKind.MEMBER, id, t), lock(LockKind.NOT_MEMBER, id, t))
    return Planted(with_locks(p, *locks), Cause.WORKBOOK, frozenset({id, t}))


def together_and_apart(p: Problem, rng: Random) -> Planted:
    one, other = rng.sample((*EXPERTS, *OTHERS), 2)
    locks = (lock(LockKind.TOGETHER, one, other=other), lock(LockKind.APART, one, other=other))
    return Planted(with_locks(p, *locks), Cause.WORKBOOK, frozenset({one, other}))


def overloaded(p: Problem, rng: Random) -> Planted:
    id = rng.choice((*EXPERTS, *OTHERS))
    large = replace(p, packages=(*p.packages, package("wbesar", 3000, team="x1")))
    return Planted(
        with_locks(large, lock(LockKind.HOURS, id, package="wbesar", minutes=OVER_120_PERCENT)),
        "P01",
        frozenset({id}),
    )


def guest_without_consent(p: Problem, rng: Random) -> Planted:
    asked = with_locks(with_guest(p, granted=False), lock(LockKind.MEMBER, "tamu", "x3"))
    return Planted(asked, "K097", frozenset({"tamu", "x3"}))


def guest_alone(p: Problem, rng: Random) -> Planted:
    p = with_guest(p, granted=True)
    p = replace(p, packages=(*p.packages, package("wsendiri", 100, form=WorkForm.INDIVIDUAL)))
    asked = with_locks(p, lock(LockKind.HOURS, "tamu", package="wsendiri", minutes=60))
    return Planted(asked, "K122", frozenset({"tamu", "wsendiri"}))


def adviser_who_may_not(p: Problem, rng: Random) -> Planted:
    id = rng.choice(OTHERS)
    return Planted(
        with_locks(p, lock(LockKind.ADVISER, id, "x1", minutes=600)), "K126", frozenset({id, "x1"})
    )


def only_two_who_are_apart(p: Problem, rng: Random) -> Planted:
    """No counting tells this one: everybody but two is kept out of a team, and these two are kept apart."""
    two = {"e1", rng.choice(OTHERS)}
    out = (lock(LockKind.NOT_MEMBER, e.id, "x1") for e in p.employees if e.id not in two)
    one, other = sorted(two)
    asked = with_locks(p, *out, lock(LockKind.APART, one, other=other))
    return Planted(asked, Cause.WORKBOOK, frozenset(two))


KINDS: tuple[Callable[[Problem, Random], Planted], ...] = (
    teams_too_many,
    lead_who_may_not,
    two_leads,
    lead_of_two,
    three_teams,
    in_and_out,
    together_and_apart,
    overloaded,
    guest_without_consent,
    guest_alone,
    adviser_who_may_not,
    only_two_who_are_apart,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("seeds", blocks(84, size=4, few=4))
def test_the_planted_cause_is_named(seeds: range, kind: Callable[[Problem, Random], Planted]) -> None:
    missed, asked = [], 0
    for seed in seeds:
        p = possible(seed)
        if p is None:
            continue
        asked += 1
        planted = kind(p, Random(f"{kind.__name__}/{seed}"))
        outcome = solve(planted.problem, ruleset(planted.problem), LIMITS)
        named = [set(reason.ids) for reason in outcome.reasons if reason.code == planted.code]
        if outcome.status is not Status.INFEASIBLE or not any(planted.ids <= ids for ids in named):
            missed.append(
                (seed, outcome.status, planted.code, planted.ids, [(r.code, r.ids) for r in outcome.reasons])
            )
    assert missed == []
    assert asked
