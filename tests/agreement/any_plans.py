"""Random plans of random units, of no merit: what a plan is, and no more, so that every term has something to count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from alokasi.examples import random_problem
from alokasi_models.cpsat import Instance, TeamSlot, instance
from alokasi_models.packs import ruleset, setting_errors
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import Coordinator, Lock, LockKind, Problem, SeatRole, Setting

ALONE = ""
SETTINGS = (("P04", "2"), ("P04A", "3"), ("P05", "2"), ("A31", "beberapa"))


def units(seeds: range) -> Iterator[Instance]:
    """Random units with wishes of every kind, and now and then small teams preferred and work of several people."""
    for seed in seeds:
        rng = Random(f"wishes/{seed}")
        p = random_problem(seed)
        wishes = tuple(_wish(p, rng) for _ in range(3))
        stated = {row.name for row in p.settings}
        asked = [Setting(name, value, "alasan") for name, value in SETTINGS if rng.random() < 0.5]
        settings = (*p.settings, *(row for row in asked if row.name not in stated))
        p = replace(p, locks=(*p.locks, *wishes), settings=settings)
        assert setting_errors(p) == ()
        yield instance(p, ruleset(p))


def _wish(p: Problem, rng: Random) -> Lock:
    one, other = rng.sample(p.employees, 2)
    team = rng.choice([*(team.id for team in p.teams), ""])
    package = rng.choice([*(package.id for package in p.packages), "", ""])
    minutes = rng.choice((None, 60)) if package else None
    beside = other.id if rng.random() < 0.7 or not (team or package) else ""
    return Lock(LockKind.WISH, one.id, "alasan", team, beside, package, minutes)


def any_plan(inst: Instance, rng: Random) -> Plan | None:
    """Every package has an owner, every team with a ketua has one, and nobody works more than anybody may; None where
    some package cannot have an owner.
    """
    slots = {slot.id: slot for slot in inst.slots if (inst.leads if _led(slot) else inst.members)[slot.id]}
    if any(slot.must and slot.id not in slots for slot in inst.slots):
        return None
    owner: dict[str, str] = {}
    holders: dict[str, list[str]] = {}
    for package, teams in inst.owners.items():
        open_teams = [team for team in teams if team in slots]
        if not open_teams and not inst.alone[package]:
            return None
        alone = not open_teams or (inst.alone[package] and rng.random() < 0.4)
        owner[package] = ALONE if alone else rng.choice(open_teams)
        if alone:
            several = inst.ruleset.reads("A31", "beberapa") and rng.random() < 0.5
            people = inst.alone[package]
            holders[package] = rng.sample(people, min(len(people), 2 if several else 1))
    formed = [
        slot
        for slot in inst.slots
        if slot.id in slots and (slot.must or slot.id in owner.values() or rng.random() < 0.2)
    ]
    roles = {slot.id: _seated(inst, slot, rng) for slot in formed}
    work = _work(inst, owner, holders, roles, rng)
    here: Counter[tuple[str, str]] = Counter()
    for row in work:
        here[row.employee, row.team] += row.minutes
    seats = [
        Seat(team, id, role, here[id, team], inst.who.duty[id] if role is SeatRole.LEAD else 0)
        for team, people in roles.items()
        for id, role in people.items()
    ]
    seats += [Seat(team, id, SeatRole.ADVISER, minutes) for (id, team), minutes in inst.advisers.items()]
    teams_of_plan = (FormedTeam(s.id, s.name, s.unit, s.seat, s.coordinator, s.kind) for s in formed)
    return Plan(tuple(teams_of_plan), tuple(seats), tuple(work))


def _led(slot: TeamSlot) -> bool:
    return slot.coordinator is Coordinator.LEAD


def _seated(inst: Instance, slot: TeamSlot, rng: Random) -> dict[str, SeatRole]:
    people = inst.members[slot.id]
    members = rng.sample(people, rng.randint(min(1, len(people)), len(people)))
    found = dict.fromkeys(members, SeatRole.MEMBER)
    if inst.leads[slot.id] and (_led(slot) or rng.random() < 0.5):
        found[rng.choice(inst.leads[slot.id])] = SeatRole.LEAD
    return found


def _work(
    inst: Instance,
    owner: dict[str, str],
    holders: dict[str, list[str]],
    roles: dict[str, dict[str, SeatRole]],
    rng: Random,
) -> list[Work]:
    left = {id: inst.who.maximum[id] - inst.advice[id] for id in inst.people}
    for people in roles.values():
        for id, role in people.items():
            left[id] -= inst.who.duty[id] if role is SeatRole.LEAD else 0
    rows = []
    for package in sorted(owner, key=lambda _: rng.random()):
        team = owner[package]
        rest = inst.aims.packages[package].minutes
        people = (
            holders[package] if team == ALONE else [id for id in roles[team] if id in inst.workers[package]]
        )
        for id in people:
            most = max(0, min(rest, left[id]))
            nearly = min(most, max(0, inst.aims.career_least.get(id, 1) - 1))
            minutes = rng.choice((0, most, nearly, rng.randint(0, most)))
            rest, left[id] = rest - minutes, left[id] - minutes
            if minutes or team == ALONE:
                rows.append(Work(package, team, id, minutes))
        if not any(row.package == package for row in rows):
            rows.append(Work(package, team, "", 0))
    return rows
