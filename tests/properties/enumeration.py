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
from alokasi_models.problem import Category, Lock, LockKind, Problem, WorkForm

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
    """The lowest value over all plans; None when no plan is lawful.

    Structures come in the order of what they cost at least; the hours of those that cost too much already are not
    looked for.
    """
    a = aims(problem, ruleset)
    known = list(structures(problem))
    costs = [structure_cost(a, problem, *structure, prices) for structure in known]
    least = [
        cost + least_of_hours(a, problem, *structure, prices)
        for cost, structure in zip(costs, known, strict=True)
    ]
    found = math.inf
    for place in sorted(range(len(known)), key=least.__getitem__):
        if least[place] >= found:
            break
        hours = hours_cost(a, problem, *known[place], prices)
        if hours is not None:
            found = min(found, costs[place] + hours)
    return math.floor(found + 1e-6) if math.isfinite(found) else None


def structures(problem: Problem) -> Iterator[tuple[Roles, Owners]]:
    """Everybody's seats that are lawful for one person, put together where they are lawful for the teams."""
    teams = [t.id for t in problem.teams]
    experts = {e.id for e in problem.employees if e.category is Category.EXPERT}
    locks: dict[str, list[Lock]] = {}
    for lock in problem.locks:
        locks.setdefault(lock.employee, []).append(lock)
    ways = []
    for employee in problem.employees:
        mine = [
            {(employee.id, team): state for team, state in zip(teams, states, strict=True)}
            for states in product((NONE, MEMBER, LEAD), repeat=len(teams))
        ]
        ways.append([roles for roles in mine if person_lawful(employee.id, roles, experts, locks)])
    choices = [choices_of(problem, p.id) for p in problem.packages]
    for parts in product(*ways):
        roles = {place: state for part in parts for place, state in part.items()}
        if not teams_lawful(problem, roles):
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


def person_lawful(id: str, roles: Roles, experts: set[str], locks: dict[str, list[Lock]]) -> bool:
    states = list(roles.values())
    if sum(state > NONE for state in states) > 2 or states.count(LEAD) > 1:
        return False
    if LEAD in states and id not in experts:
        return False
    return all(kept(lock, roles) for lock in locks.get(id, ()))


def teams_lawful(problem: Problem, roles: Roles) -> bool:
    for team in problem.teams:
        states = [roles[e.id, team.id] for e in problem.employees]
        size = sum(state > NONE for state in states)
        if size and (size < 2 or states.count(LEAD) != 1):
            return False
    return True


def kept(lock: Lock, roles: Roles) -> bool:
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


def least_of_hours(a: Aims, problem: Problem, roles: Roles, owners: Owners, prices: Prices) -> float:
    """What the hours of a structure cost at least: everybody who may work on a package has time for all of it."""
    least = 0.0
    for package in problem.packages:
        owner = owners[package.id]
        people = (
            [owner[1:]] if owner.startswith("@") else [id for (id, t), s in roles.items() if t == owner and s]
        )
        misfit = min((100 - a.fits.fit(id, package.id)) / 100 for id in people)
        least += package.minutes * min(prices.unmet * a.priority[package.id], prices.misfit * misfit)
    return least


def hours_cost(a: Aims, problem: Problem, roles: Roles, owners: Owners, prices: Prices) -> float | None:
    """The cheapest hours of a structure, in continuous minutes; None when no hours keep the limits."""
    who = a.eligibility
    lp = highspy.Highs()
    lp.setOptionValue("output_flag", False)
    lp.setOptionValue("threads", 1)  # HiGHS refuses another number than the first one in a process
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
