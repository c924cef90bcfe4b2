"""From grouped work to a whole plan: leads, individual work, seats where the time flows, then hours through them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from alokasi.solve.dealing.hours import Pool, Seat, flow_freely, flow_through, pools, spread
from alokasi.solve.dealing.individual import hand_out
from alokasi.solve.dealing.leads import match_leads
from alokasi.solve.dealing.room import Room
from alokasi.solve.dealing.seats import Seating
from alokasi_models.cpsat import Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.plan import FormedTeam, Plan, Work
from alokasi_models.plan import Seat as Membership
from alokasi_models.problem import LockKind, SeatRole

MOST_ROUNDS = 3  # of giving up seats that get less than the minimum share


def deal(inst: Instance, owners: Mapping[str, str]) -> Plan:
    """A plan for `owners` (package -> team, "" individual). Most often lawful; the model tells."""
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for package, team in sorted(owners.items()):
        owned[team].append(package)
    alone = owned.pop(ALONE, [])
    slots = {slot.id: slot for slot in inst.slots if slot.must or slot.id in owned}
    leads = match_leads(inst, slots.values(), owned)
    locked = _locked_hours(inst, owners)
    room = Room(inst)
    for id in leads.values():
        room.taken[id] += inst.who.duty[id]
    for row in locked:
        room.taken[row.employee] += row.minutes
    held = {row.package for row in locked if not row.team}
    dealt = [*locked, *hand_out(inst, [package for package in alone if package not in held], room)]
    work = pools(inst, owned, dealt)
    seating = Seating(inst, slots, _asked(inst, leads, locked))
    flow = flow_freely(inst, work, room)
    seating.bring_together(flow)
    seating.fill(flow)
    rows = [*dealt, *spread(inst, work, _hours(inst, work, room, seating), dealt)]
    served = {row.package for row in rows}
    rows += [Work(package, team, "", 0) for package, team in sorted(owners.items()) if package not in served]
    return Plan(
        teams=tuple(FormedTeam(s.id, s.name, s.unit, s.seat, s.coordinator, s.kind) for s in slots.values()),
        seats=tuple(
            Membership(team, id, SeatRole.LEAD if leads.get(team) == id else SeatRole.MEMBER)
            for id, team in sorted(seating.seats)
        ),
        work=tuple(rows),
    )


def _locked_hours(inst: Instance, owners: Mapping[str, str]) -> list[Work]:
    asked = {
        (lock.employee, lock.package): lock.minutes or 0
        for lock in inst.problem.locks
        if lock.kind is LockKind.HOURS and lock.package in owners
    }
    return [Work(package, owners[package], id, minutes) for (id, package), minutes in sorted(asked.items())]


def _asked(inst: Instance, leads: Mapping[str, str], locked: list[Work]) -> set[Seat]:
    """Seats of the leads, and those the workbook asks for."""
    known = {slot.id for slot in inst.slots}
    members = {
        (lock.employee, lock.team)
        for lock in inst.problem.locks
        if lock.kind is LockKind.MEMBER and lock.team in known
    }
    working = {(row.employee, row.team) for row in locked if row.team and row.minutes}
    return members | working | {(id, team) for team, id in leads.items()}


def _hours(inst: Instance, work: list[Pool], room: Room, seating: Seating) -> Mapping[tuple[str, int], int]:
    """Hours at the seats, after giving up those that get less than the minimum share."""
    for _ in range(MOST_ROUNDS):
        minutes = flow_through(inst, work, room, seating.seats)
        here: Counter[Seat] = Counter()
        for (id, place), amount in minutes.items():
            here[id, work[place].team] += amount
        if not seating.give_up(seat for seat in seating.seats if here[seat] < inst.who.share[seat[0]]):
            return minutes
    return flow_through(inst, work, room, seating.seats)
