"""Plans of random units with something left open around them: what may differ, what must stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from threading import Event

from alokasi.examples import random_problem
from alokasi.solve.engine import Effort, Task, search
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import Freedom, Instance, build, instance
from alokasi_models.cpsat.decisions import total
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Setting, WorkForm

ALONE = ""
FORMS = (WorkForm.FREE, WorkForm.FREE, WorkForm.INDIVIDUAL, WorkForm.TEAM)
SEVERAL = Setting("A31", "beberapa", "alasan")


@dataclass(frozen=True)
class Case:
    """A lawful plan, something left open around it, and another lawful plan found there."""

    inst: Instance
    dropped: frozenset[tuple[str, str]]
    plan: Plan
    freedom: Freedom
    other: Plan | None


def cases(seeds: range) -> Iterator[Case]:
    for seed in seeds:
        rng = Random(f"open/{seed}")
        p = random_problem(seed)
        p = replace(
            p, packages=tuple(w if w.team else replace(w, form=rng.choice(FORMS)) for w in p.packages)
        )
        if seed % 2 == 0 and not any(row.name == SEVERAL.name for row in p.settings):
            p = replace(p, settings=(*p.settings, SEVERAL))
        inst = instance(p, ruleset(p))
        start = first_plan(inst, Clock(20.0, Event()), 0, None)
        if start.plan is not None:
            freedom = any_freedom(inst, ledger(start.plan), rng)
            other = elsewhere(inst, start.share_dropped, freedom, rng)
            yield Case(inst, start.share_dropped, start.plan, freedom, other)


def any_freedom(inst: Instance, plan: Ledger, rng: Random) -> Freedom:
    slots = [slot.id for slot in inst.slots]
    people = list(inst.people)
    teams = frozenset((*rng.sample(slots, rng.randint(0, min(3, len(slots)))), *rng.choice(((), (ALONE,)))))
    seats = {(id, team) for team, found in inst.members.items() for id in found}
    held = {(package, id) for package, found in inst.alone.items() for id in found}
    return Freedom(
        standing=plan,
        teams=rng.choice((None, teams, teams)),
        people=rng.choice((None, frozenset(rng.sample(people, rng.randint(0, len(people)))))),
        pairs=rng.choice((None, None, frozenset(rng.sample(sorted(seats), len(seats) // 2)))),
        holding=rng.choice((None, None, frozenset(rng.sample(sorted(held), len(held) // 2)))),
        grouped=rng.random() < 0.25,
        seated=rng.random() < 0.15,
    )


def elsewhere(
    inst: Instance, dropped: frozenset[tuple[str, str]], freedom: Freedom, rng: Random
) -> Plan | None:
    """A plan as far away as a short search finds, in a direction drawn at random."""
    built = build(inst, freedom, dropped)
    x = built.x
    switches = [*x.owns.values(), *x.alone.values(), *x.member.values(), *x.lead.values(), *x.formed.values()]
    direction = total(
        (
            *(rng.randint(-9, 9) * 1000 * switch for switch in switches),
            *(rng.randint(-9, 9) * number for number in x.minutes.values()),
        )
    )
    return search(Task(built, direction, Effort(0.1, rng.randrange(99))), Clock(20.0, Event())).plan


def roles(plan: Plan) -> dict[tuple[str, str], str]:
    """(employee, team) -> role."""
    return {(seat.employee, seat.team): str(seat.role) for seat in plan.seats}


def hours(plan: Plan) -> dict[tuple[str, str, str], int]:
    """(employee, package, team) -> minutes."""
    return {(r.employee, r.package, r.team): r.minutes for r in plan.work if r.employee and r.minutes}


def owners(plan: Plan) -> dict[str, str]:
    return dict(ledger(plan).owner)


def held(plan: Plan) -> dict[str, frozenset[str]]:
    return {package: frozenset(people) for package, people in ledger(plan).holders.items()}


@dataclass(frozen=True)
class Difference:
    """What is not the same in two plans."""

    seats: frozenset[tuple[str, str]]  # (employee, team)
    hours: frozenset[tuple[str, str, str]]  # (employee, package, team)
    owners: dict[str, tuple[str, str]]  # package -> before, after
    held: dict[str, tuple[frozenset[str], frozenset[str]]]  # package -> before, after


def difference(one: Plan, other: Plan) -> Difference:
    mine, yours = roles(one), roles(other)
    spent, also = hours(one), hours(other)
    owned, now = owners(one), owners(other)
    before, after = held(one), held(other)
    nobody: frozenset[str] = frozenset()
    return Difference(
        frozenset(place for place in mine.keys() | yours.keys() if mine.get(place) != yours.get(place)),
        frozenset(key for key in spent.keys() | also.keys() if spent.get(key) != also.get(key)),
        {p: (owned[p], now[p]) for p in owned if owned[p] != now[p]},
        {
            p: (before.get(p, nobody), after.get(p, nobody))
            for p in before.keys() | after.keys()
            if before.get(p, nobody) != after.get(p, nobody)
        },
    )


def least_freedom(case: Case, found: Difference) -> Freedom:
    """No more left open than what differs: closed but for the teams, people, seats and work that are not the same."""
    teams = {team for _, team in found.seats} | {team for _, _, team in found.hours}
    teams |= {team for both in found.owners.values() for team in both}
    teams |= {ALONE} if found.held else set()
    people = {id for id, _ in found.seats} | {id for id, _, _ in found.hours}
    people |= {id for both in found.held.values() for side in both for id in side}
    taken = {(p, id) for p, both in found.held.items() for side in both for id in side}
    return Freedom(
        standing=ledger(case.plan),
        teams=frozenset(teams),
        people=frozenset(people),
        pairs=found.seats,
        holding=frozenset(taken),
        grouped=not found.owners,
        seated=not (found.seats or found.owners or found.held),
    )


def moved_though_closed(freedom: Freedom, found: Difference) -> list[str]:
    """What differs although it was closed."""
    open_team, open_person = freedom.team, freedom.person
    wrong = [f"seat {id} @ {team}" for id, team in found.seats if not (open_team(team) and open_person(id))]
    wrong += [f"seated {place}" for place in found.seats if freedom.seated]
    if freedom.pairs is not None:
        wrong += [f"pair {place}" for place in found.seats - freedom.pairs]
    for id, package, team in found.hours:
        if not open_person(id) or not (open_team(team) or team == ALONE):
            wrong.append(f"hours {id} {package} @ {team}")
    for package, both in found.owners.items():
        if freedom.grouped or freedom.seated or not all(open_team(team) for team in both):
            wrong.append(f"owner {package} {both}")
    for package, (before, after) in found.held.items():
        if freedom.seated or not open_team(ALONE) or not all(open_person(id) for id in before | after):
            wrong.append(f"held {package}")
        if freedom.holding is not None and any((package, id) not in freedom.holding for id in after - before):
            wrong.append(f"holding {package}")
    return wrong
