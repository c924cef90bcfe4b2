"""What a plan is, whatever the law says: hours fill packages, seats carry hours, nobody works beyond the limit.

Policy limits stand here too, under their codes: P01 maximum load, P02 minimum share, P03 the lead's duty. Rows are
linear on both sides; nothing is enforced by a literal, so that the linear relaxation sees every link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ortools.sat.python import cp_model

from alokasi_models.cpsat.decisions import ALONE, Decisions, Number, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import Posted, post
from alokasi_models.problem import TeamClass


def post_structure(
    model: cp_model.CpModel, x: Decisions, inst: Instance, dropped: Mapping[tuple[str, str], Number]
) -> None:
    """Post every row; `dropped` tells for seats (employee, team) whether the minimum share does not hold there."""
    for rows in (
        fill(model, x, inst),
        belong(model, x, inst),
        carry(model, x, inst, dropped),
        alone(model, x, inst),
        limits(model, x, inst),
        loans(model, x, inst),
        teams(model, x, inst),
    ):
        for _ in rows:
            pass


def fill(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """A package takes no more than its minutes; what is missing is unmet work."""
    for id, package in inst.aims.packages.items():
        yield id, post(model, x.served(id), 0, package.minutes)


def belong(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """Minutes go to a package only in the team that owns it."""
    here: defaultdict[tuple[str, str], list[Number]] = defaultdict(list)
    for (_, package, team), minutes in x.minutes.items():
        here[package, team].append(minutes)
    for (package, team), owns in x.owns.items():
        if not isinstance(owns, int):
            most = inst.aims.packages[package].minutes
            yield f"{package} @ {team}", post(model, total(here[package, team]) - most * owns, None, 0)


def carry(
    model: cp_model.CpModel, x: Decisions, inst: Instance, dropped: Mapping[tuple[str, str], Number]
) -> Iterator[Posted]:
    """P02: a seat carries hours, at least the minimum share unless its holder leads; no seat, no hours."""
    for (id, team), member in x.member.items():
        lead = x.lead.get((id, team), 0)
        here = x.in_team(id, team)
        yield f"{id} @ {team}", post(model, here - inst.who.maximum[id] * member, None, 0)
        share = inst.who.share[id]
        owed = share * (member - lead) - share * dropped.get((id, team), 0)
        yield f"{id} @ {team}", post(model, here - owed, 0, None)


def alone(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """Individual minutes only of the person who holds the package."""
    for (package, id), holds in x.alone.items():
        if (id, package, ALONE) in x.minutes:
            most = min(inst.aims.packages[package].minutes, inst.who.maximum[id])
            yield f"{package} @ {id}", post(model, x.minutes[id, package, ALONE] - most * holds, None, 0)


def limits(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """P01: nobody works beyond the maximum load."""
    for id in inst.people:
        yield id, post(model, x.load(id, inst), 0, inst.who.maximum[id])


def loans(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """A loan gives no more than its jam_maks, the lead's duty counted."""
    units = {slot.id: slot.unit for slot in inst.slots}
    for loan in inst.who.loan_limits:
        duty = inst.who.duty[loan.employee]
        teams = [
            team for team in x.seats_of[loan.employee] if units[team] == loan.host and loan.team in ("", team)
        ]
        given = total(
            (
                *(x.in_team(loan.employee, team) for team in teams),
                *(duty * x.lead[loan.employee, team] for team in teams if (loan.employee, team) in x.lead),
            )
        )
        yield f"{loan.employee} @ {loan.host}", post(model, given, None, loan.minutes)


def teams(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """A team unformed has no members, leads or packages; sizes of the workbook hold; no seat, no team."""
    for slot in inst.slots:
        formed = x.formed[slot.id]
        for id in inst.members[slot.id]:
            if (id, slot.id) in x.member and not isinstance(formed, int):
                yield slot.id, post(model, x.member[id, slot.id] - formed, None, 0)
            if (id, slot.id) in x.lead:
                yield slot.id, post(model, x.lead[id, slot.id] - x.member[id, slot.id], None, 0)
        size = x.size(slot.id, inst.members[slot.id])
        yield slot.id, post(model, size - slot.max_size * formed, None, 0)
        if slot.min_size:
            yield slot.id, post(model, size - slot.min_size * formed, 0, None)
        seat = inst.who.structures[slot.unit].seat(slot.seat)
        if slot.kind is TeamClass.INTERNAL and (seat is None or slot.coordinator not in seat.coordinators):
            yield slot.id, post(model, formed, 0, 0)
    yield from _free_slots_in_order(model, x, inst)


def _free_slots_in_order(model: cp_model.CpModel, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """Designed slots of one seat that continue no old team are alike: use them in the order of their codes."""
    groups: dict[tuple[str, str], list[str]] = {}
    old = {team for _, team in inst.aims.before}
    for slot in inst.slots:
        if slot.designed and slot.id not in old:
            groups.setdefault((slot.unit, slot.seat), []).append(slot.id)
    for slots in groups.values():
        for first, second in pairwise(slots):
            if not isinstance(x.formed[first], int) and not isinstance(x.formed[second], int):
                yield second, post(model, x.formed[second] - x.formed[first], None, 0)
