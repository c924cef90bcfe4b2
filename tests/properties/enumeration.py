"""The best value of a tiny unit by trying every structure; hours of each structure by a linear program of HiGHS.

Shares no code with the model: the rules a tiny unit can break are written out here once more, plainly.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import highspy

from alokasi_models.aims import Aims, aims
from alokasi_models.packs import Ruleset
from alokasi_models.problem import Category, LockKind, Problem, WorkForm

NONE, MEMBER, LEAD = 0, 1, 2
Roles = dict[tuple[str, str], int]
Owners = dict[str, str]  # package -> team, or "@person" for individual work


@dataclass(frozen=True)
class Prices:
    """What the tiny profile weighs: terms of a structure, and of its hours."""

    unmet: int
    misfit: int
    foreign: int
    mastery: int
    cohesion: int
    teams: int
    second: int


def best(problem: Problem, ruleset: Ruleset, prices: Prices) -> int | None:
    """The lowest value over all plans; None when no plan is lawful."""
    a = aims(problem, ruleset)
    found = [
        structure_cost(a, problem, roles, owners, prices) + hours
        for roles, owners in structures(problem)
        for hours in (hours_cost(a, problem, roles, owners, prices),)
        if hours is not None
    ]
    return math.floor(min(found) + 1e-6) if found else None


def structures(problem: Problem) -> Iterator[tuple[Roles, Owners]]:
    places = [(e.id, t.id) for e in problem.employees for t in problem.teams]
    choices = [choices_of(problem, p.id) for p in problem.packages]
    for states in product((NONE, MEMBER, LEAD), repeat=len(places)):
        roles = dict(zip(places, states, strict=True))
        if not seats_lawful(problem, roles):
            continue
        for owned in product(*choices):
            owners = dict(zip((p.id for p in problem.packages), owned, strict=True))
            if work_lawful(problem, roles, owners):
                yield roles, owners


def choices_of(problem: Problem, package: str) -> list[str]:
    found = next(p for p in problem.packages if p.id == package)
    alone = (
        [f"@{e.id}" for e in problem.employees] if found.form is not WorkForm.TEAM and not found.team else []
    )
    if found.form is WorkForm.INDIVIDUAL:
        return alone
    return [found.team] if found.team else [*(t.id for t in problem.teams), *alone]


def seats_lawful(problem: Problem, roles: Roles) -> bool:
    experts = {e.id for e in problem.employees if e.category is Category.EXPERT}
    for employee in problem.employees:
        mine = [roles[employee.id, t.id] for t in problem.teams]
        if sum(state > NONE for state in mine) > 2 or mine.count(LEAD) > 1:
            return False
        if LEAD in mine and employee.id not in experts:
            return False
    for team in problem.teams:
        states = [roles[e.id, team.id] for e in problem.employees]
        size = sum(state > NONE for state in states)
        if size and (size < 2 or states.count(LEAD) != 1):
            return False
    return all(kept(lock, roles) for lock in problem.locks)


def kept(lock, roles: Roles) -> bool:
    state = roles[lock.employee, lock.team]
    match lock.kind:
        case LockKind.MEMBER:
            return state > NONE
        case LockKind.LEAD:
            return state == LEAD
        case LockKind.NOT_MEMBER:
            return state == NONE
        case LockKind.NOT_LEAD:
            return state != LEAD
    raise AssertionError(lock.kind)


def work_lawful(problem: Problem, roles: Roles, owners: Owners) -> bool:
    formed = formed_teams(problem, roles)
    owning = {owner for owner in owners.values() if not owner.startswith("@")}
    must = {p.team for p in problem.packages if p.team} | {lock.team for lock in problem.locks}
    named = {lock.team for lock in problem.locks if lock.kind in (LockKind.MEMBER, LockKind.LEAD)}
    return (
        formed == owning
        and ({p.team for p in problem.packages if p.team} | named) <= formed
        and must >= named
    )


def formed_teams(problem: Problem, roles: Roles) -> set[str]:
    return {t.id for t in problem.teams if any(roles[e.id, t.id] for e in problem.employees)}


def structure_cost(a: Aims, problem: Problem, roles: Roles, owners: Owners, prices: Prices) -> int:
    leads = {team: id for (id, team), state in roles.items() if state == LEAD}
    packages = {p.id: p for p in problem.packages}
    mastery = sum(a.lead_cost(leads[owner], id) for id, owner in owners.items() if owner in leads)
    themes = {(owner, packages[id].theme) for id, owner in owners.items() if not owner.startswith("@")}
    parted = {
        (packages[id].theme, owner)
        for id, owner in owners.items()
        if not owner.startswith("@") and not packages[id].team
    }
    mixed = len(themes) - len({team for team, _ in themes})
    split = len(parted) - len({theme for theme, _ in parted})
    seats = [sum(roles[e.id, t.id] > NONE for t in problem.teams) for e in problem.employees]
    return (
        prices.mastery * mastery
        + prices.cohesion * (mixed + split)
        + prices.teams * len(leads)
        + prices.second * sum(max(0, n - 1) for n in seats)
    )


def hours_cost(a: Aims, problem: Problem, roles: Roles, owners: Owners, prices: Prices) -> float | None:
    """The cheapest hours of a structure, in continuous minutes; None when no hours keep the limits."""
    who = a.eligibility
    lp = highspy.Highs()
    lp.setOptionValue("output_flag", False)
    columns: dict[tuple[str, str], int] = {}
    constant = 0.0
    for package in problem.packages:
        owner, price = owners[package.id], prices.unmet * a.priority[package.id]
        constant += price * package.minutes
        people = (
            [owner[1:]] if owner.startswith("@") else [id for (id, t), s in roles.items() if t == owner and s]
        )
        for id in people:
            cost = prices.misfit * (100 - a.fits.fit(id, package.id)) / 100 - price
            columns[id, package.id] = lp.getNumCol()
            lp.addCol(cost, 0, package.minutes, 0, [], [])
    for package in problem.packages:
        _row(lp, [c for (_, p), c in columns.items() if p == package.id], 0, package.minutes)
    for employee in problem.employees:
        id = employee.id
        duty = who.duty[id] * sum(roles[id, t.id] == LEAD for t in problem.teams)
        most = who.maximum[id] - duty
        if most < 0:
            return None
        _row(lp, [c for (e, _), c in columns.items() if e == id], 0, most)
        for team in problem.teams:
            if roles[id, team.id] == MEMBER:
                mine = [c for (e, p), c in columns.items() if e == id and owners[p] == team.id]
                _row(lp, mine, who.share[id], highspy.kHighsInf)
    lp.run()
    if lp.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return constant + lp.getObjectiveValue()


def _row(lp: highspy.Highs, columns: list[int], low: float, high: float) -> None:
    lp.addRow(low, high, len(columns), columns, [1.0] * len(columns))
