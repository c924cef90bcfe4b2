"""Timefold, a local search in Java with a Python face, run in an environment of its own.

It chooses seats, leads and holders, with time split evenly over a person's seats; what it finds at each mark is priced
again here with the best hours for those seats. Its clock is that of its search: Java and the translation of the problem
are not counted. The minimum share of a seat is not asked of it. `peers.timefold_search` is what runs there.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from ortools.sat.python import cp_model

from alokasi_models.cpsat import Freedom, Instance, build, instance, read_plan
from alokasi_models.cpsat.decisions import ALONE, Number
from alokasi_models.ledger import ledger
from alokasi_models.norms import Tier
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import Coordinator, SeatRole, TeamClass
from alokasi_models.score import tier_values
from cases import Case
from machine import timefold_python
from runs import WEIGHTED, Aim, Run, Step, clauses_broken, memory_used

SEARCH = Path(__file__).with_name("timefold_search.py")
WHO = "Timefold"
HOURS_SECONDS = 10.0  # for the best hours at seats that are fixed
SMALLEST_STEP = 0.01


def solve_by_timefold(case: Case, seconds: float, marks: Sequence[float]) -> Run:
    """RuntimeError where its environment fails."""
    environment = timefold_python()
    if environment is None:
        raise RuntimeError("no environment with timefold")
    problem = case.make()
    rules = case.rules(problem, WEIGHTED)
    inst = instance(problem, rules)
    tier = rules.profile.tiers[0]
    asked = json.dumps({"limit": seconds, **facts(inst, tier)})
    began = monotonic()
    done = subprocess.run(
        [str(environment), str(SEARCH)], input=asked, capture_output=True, text=True, check=False
    )
    used, memory = monotonic() - began, memory_used()
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    steps: list[Step] = []
    plan: Plan | None = None
    for found in _at_marks(told, (*marks, seconds)):
        plan = with_hours(inst, tier, seated(inst, found)) or plan
        if plan is not None:
            value = float(tier_values(problem, plan, rules)[0].value)
            steps.append(Step(found["seconds"], tier.name, value, None))
    end = tier_values(problem, plan, rules) if plan else ()
    return Run(
        case=case.name,
        size=case.size,
        who=WHO,
        profile=WEIGHTED,
        limit=seconds,
        used=used,
        status="seats found" if plan else "nothing found",
        first=steps[0].seconds if steps else None,
        aims=tuple(Aim(score.name, score.value, score.value, None, "") for score in end),
        steps=tuple(steps),
        broken=clauses_broken(problem, rules, (plan,)),
        notes=(),
        cut=True,
        memory=memory,
    )


def _at_marks(told: Sequence[dict[str, Any]], marks: Sequence[float]) -> Iterator[dict[str, Any]]:
    """The first plan, and the last one told by each mark."""
    chosen = {0} if told else set()
    for mark in marks:
        by_then = [place for place, found in enumerate(told) if found["seconds"] <= mark]
        chosen |= {by_then[-1]} if by_then else set()
    yield from (told[place] for place in sorted(chosen))


def facts(inst: Instance, tier: Tier) -> dict[str, Any]:
    """What `timefold_search` reads: people, teams, needs, seats and roles with whole prices."""
    weight = {term.name: term.weight for term in tier.terms}
    a = inst.aims
    owned = {
        slot.id: [package for package, teams in inst.owners.items() if slot.id in teams]
        for slot in inst.slots
    }
    seated = sorted({id for people in inst.members.values() for id in people})
    return {
        "people": [{"id": id, "minutes": a.target.get(id, inst.who.maximum[id])} for id in inst.people],
        "teams": [_team(inst, slot.id, owned[slot.id], weight) for slot in inst.slots],
        "needs": list(_needs(inst, owned, weight)),
        "seats": [
            {
                "id": f"{id} {n}",
                "person": id,
                "allowed": [slot.id for slot in inst.slots if id in inst.members[slot.id]],
                "prices": {slot.id: _seat_price(inst, id, slot.id, owned, weight) for slot in inst.slots},
                "misfits": {slot.id: _misfit(inst, id, owned[slot.id], weight) for slot in inst.slots},
            }
            for id in seated
            for n in range(inst.ruleset.rule("K103").number("limit"))
        ],
        "roles": [*_leads(inst, owned, weight), *_holders(inst, weight)],
    }


def _team(inst: Instance, team: str, packages: Sequence[str], weight: Mapping[str, int]) -> dict[str, Any]:
    a, slot = inst.aims, inst.slot(team)
    demand = sum(a.packages[package].minutes for package in packages)
    urgent = sum(a.priority[package] * a.packages[package].minutes for package in packages)
    smallest, largest = a.preferred_size(slot)
    return {
        "id": team,
        "demand": demand,
        "unmet": weight["kurang_jam"] * urgent // max(1, demand),
        "idle": weight["beban_orang"],
        "least": max(inst.ruleset.rule("K003").number("smallest"), slot.min_size),
        "small": smallest,
        "large": largest,
        "size_price": weight["ukuran_tim"],
    }


def _needs(
    inst: Instance, owned: Mapping[str, Sequence[str]], weight: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    for team, packages in owned.items():
        asked: dict[Any, int] = {}
        for package in packages:
            for requirement, headcount in inst.aims.required.get(package, ()):
                asked[requirement] = max(asked.get(requirement, 0), headcount)
        for requirement, headcount in asked.items():
            yield {
                "id": f"{team} {requirement}",
                "team": team,
                "headcount": headcount,
                "price": weight["kompetensi_wajib"],
                "holders": sorted(inst.aims.holders[requirement]),
            }


def _seat_price(
    inst: Instance, id: str, team: str, owned: Mapping[str, Sequence[str]], weight: Mapping[str, int]
) -> int:
    """Change from the decree, seats away from home, wishes and career, as far as a seat alone tells."""
    a, slot = inst.aims, inst.slot(team)
    kept = (id, a.continued(team)) in a.before
    price = (-1 if kept else 1) * weight["perubahan"] if a.before else 0
    inside = slot.kind is TeamClass.INTERNAL and a.units.get(id) == slot.unit
    if inside and a.home_seat.get(id, slot.seat) != slot.seat:
        price += weight["lintas_kedudukan"]
    wanted = sum(lock.employee == id and lock.package in owned[team] for lock in a.wishes)
    served = any(package in a.careers.get(id, ()) for package in owned[team])
    return price - wanted * weight["harapan"] - served * weight["arah_karier"]


def _misfit(inst: Instance, id: str, packages: Sequence[str], weight: Mapping[str, int]) -> int:
    """Price of a thousand minutes spread over a team's packages."""
    a = inst.aims
    minutes = sum(a.packages[package].minutes for package in packages)
    cost = sum((100 - a.fits.fit(id, package)) * a.packages[package].minutes for package in packages)
    return 10 * weight["kecocokan"] * cost // max(1, minutes)


def _leads(
    inst: Instance, owned: Mapping[str, Sequence[str]], weight: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    a = inst.aims
    for slot in inst.slots:
        if inst.who.lead_count(slot)[0]:
            counts = slot.coordinator is Coordinator.LEAD
            yield {
                "id": slot.id,
                "lead": True,
                "allowed": list(inst.leads[slot.id]),
                "prices": {
                    id: weight["penguasaan_ketua"] * counts * sum(a.lead_cost(id, p) for p in owned[slot.id])
                    + weight["ketua_pemilik"] * (a.units.get(id, "") != a.owner_unit(slot))
                    for id in inst.leads[slot.id]
                },
            }


def _holders(inst: Instance, weight: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    a = inst.aims
    for package, people in inst.alone.items():
        if people:
            minutes = a.packages[package].minutes
            required = a.required.get(package, ())
            yield {
                "id": package,
                "lead": False,
                "allowed": list(people),
                "prices": {
                    id: weight["kecocokan"] * minutes * (100 - a.fits.fit(id, package)) // 100
                    + weight["kompetensi_wajib"] * sum(id not in a.holders[r] for r, _ in required)
                    for id in people
                },
            }


def seated(inst: Instance, found: Mapping[str, Any]) -> Plan:
    """Its seats, leads and holders as a plan without hours."""
    leads = found["leads"]
    return Plan(
        teams=tuple(FormedTeam(s.id, s.name, s.unit, s.seat, s.coordinator, s.kind) for s in inst.slots),
        seats=tuple(
            Seat(team, id, SeatRole.LEAD if leads.get(team) == id else SeatRole.MEMBER)
            for id, team in found["seats"]
        ),
        work=(
            *(Work(package, teams[0], "", 0) for package, teams in inst.owners.items() if teams),
            *(Work(package, ALONE, id, 0) for package, id in found["holders"].items()),
        ),
    )


def with_hours(inst: Instance, tier: Tier, plan: Plan) -> Plan | None:
    """The best hours at a plan's seats; None where none are lawful."""
    every = frozenset((seat.employee, seat.team) for seat in plan.seats)
    built = build(inst, Freedom(standing=ledger(plan), seated=True), every)
    built.model.minimize(built.tier(tier))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = HOURS_SECONDS
    if solver.solve(built.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None

    def value(number: Number) -> int:
        return number if isinstance(number, int) else int(solver.value(number))

    return read_plan(inst, built.x, value)
