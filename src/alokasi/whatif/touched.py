"""Which teams a change touches: where a search for the fewest changes begins."""

from __future__ import annotations

from collections.abc import Iterator

from alokasi.rules import audit
from alokasi.rules.verdicts import VerdictStatus
from alokasi_models.cpsat import Instance
from alokasi_models.ledger import Ledger
from alokasi_models.norms import Norm
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.workload import capacities

ALONE = ""  # among teams: who holds individual work


def touched(inst: Instance, before: Problem, norm: Norm, plan: Plan, standing: Ledger) -> frozenset[str]:
    """Teams whose seats, lead, work or members' time cannot stand as they are in the plan asked about.

    `standing`: what the changed problem allows of it. `before`, `norm`: what was changed.
    """
    found = {team for _, team in _lost_seats(plan, standing)}
    found |= set(_other_leads(inst, standing))
    found |= set(_other_work(inst, before, plan, standing))
    people = set(_other_people(inst, before, norm, standing))
    found |= {team for id in people for team in standing.teams_of.get(id, ())}
    locks = set(inst.problem.locks) ^ set(before.locks)
    found |= {lock.team for lock in locks if lock.team}
    found |= {
        team for lock in locks for id in (lock.employee, lock.other) for team in standing.teams_of.get(id, ())
    }
    slots = {slot.id for slot in inst.slots}
    return frozenset(found & slots) | {ALONE}


def breaking(inst: Instance, plan: Plan, standing: Ledger) -> frozenset[str]:
    """Teams that, by the audit, break a clause or a hard limit of policy in the plan asked about as things are now."""
    found = audit(inst.problem, plan, inst.ruleset)
    hard = {id for id, policy in inst.ruleset.norm.policies.items() if policy.hard}
    broken = [
        v
        for v in found.verdicts
        if v.status is VerdictStatus.NOT_MET and (v.rule.startswith("K") or v.rule in hard)
    ]
    named = {id for verdict in broken for finding in verdict.findings for id in finding.ids}
    people = {team for id in named for team in standing.teams_of.get(id, ())}
    return frozenset((named | people) & {slot.id for slot in inst.slots})


def nearest(inst: Instance, teams: frozenset[str], standing: Ledger, count: int) -> frozenset[str]:
    """These teams and those beside them: the ones that share most of the people who may sit in both."""
    own = {id for team in teams for id in inst.members.get(team, ())}
    now = {id for team in teams for id in standing.members.get(team, ())}

    def closeness(team: str) -> tuple[int, int, str]:
        sitting = len(now.intersection(standing.members.get(team, ())))
        return -sitting, -len(own.intersection(standing.members.get(team, ()))), team

    others = sorted((slot.id for slot in inst.slots if slot.id not in teams), key=closeness)
    return teams | frozenset(others[:count])


def _lost_seats(plan: Plan, standing: Ledger) -> Iterator[tuple[str, str]]:
    kept = {(id, team) for team, people in standing.members.items() for id in people}
    for seat in plan.seats:
        if (seat.employee, seat.team) not in kept:
            yield seat.employee, seat.team


def _other_leads(inst: Instance, standing: Ledger) -> Iterator[str]:
    for slot in inst.slots:
        leads = standing.leads.get(slot.id, ())
        fewest, most = inst.who.lead_count(slot)
        formed = slot.must or slot.id in standing.packages
        if formed and not (fewest <= len(leads) <= most and set(leads) <= set(inst.leads[slot.id])):
            yield slot.id


def _other_work(inst: Instance, before: Problem, plan: Plan, standing: Ledger) -> Iterator[str]:
    old = {package.id: package.minutes for package in before.packages}
    owned = {work.package: work.team for work in plan.work}
    now = {package.id: package.minutes for package in inst.problem.packages}
    for id, team in owned.items():
        if now.get(id) != old.get(id) or standing.owner.get(id) != team:
            yield team
            yield standing.owner.get(id, ALONE)
    for id in now.keys() - owned.keys():
        yield standing.owner.get(id, ALONE)


def _other_people(inst: Instance, before: Problem, norm: Norm, standing: Ledger) -> Iterator[str]:
    """Whose time is another, or no longer enough for the load they have."""
    was = capacities(before, norm)
    for id, minutes in inst.who.effective.items():
        if was.get(id) not in (None, minutes) or standing.load[id] > inst.who.maximum[id]:
            yield id
