"""A plan that is there already, as far as the workbook's people, teams and packages still allow it."""

from __future__ import annotations

from alokasi.solve.grouping import first_owners
from alokasi_models.cpsat import Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.plan import FormedTeam, Plan, Work


def taken_up(inst: Instance, plan: Plan) -> Ledger:
    """Seats and hours that may stay, with an owner for every package: its own, else as packages are grouped first.

    What names people, teams or packages that are no longer there, or may not be where they are, is left out.
    """
    seats = tuple(s for s in plan.seats if s.employee in inst.members.get(s.team, ()))
    seated = {(s.employee, s.team) for s in seats}
    of = ledger(plan)
    owners = {**first_owners(inst), **{p: t for p, t in of.owner.items() if _may_own(inst, p, t, of)}}
    work = [
        row
        for row in plan.work
        if owners.get(row.package) == row.team
        and row.employee in inst.workers[row.package]
        and (row.team == ALONE or (row.employee, row.team) in seated)
    ]
    served = {row.package for row in work}
    work += [Work(package, team, "", 0) for package, team in sorted(owners.items()) if package not in served]
    slots = [slot for slot in inst.slots if slot.must or slot.id in owners.values()]
    formed = {slot.id for slot in slots}
    return ledger(
        Plan(
            teams=tuple(FormedTeam(s.id, s.name, s.unit, s.seat, s.coordinator, s.kind) for s in slots),
            seats=tuple(seat for seat in seats if seat.team in formed),
            work=tuple(work),
        )
    )


def _may_own(inst: Instance, package: str, team: str, of: Ledger) -> bool:
    if package not in inst.owners:
        return False
    if team == ALONE:
        return bool(inst.alone[package]) and set(of.holders.get(package, ())) <= set(inst.alone[package])
    return team in inst.owners[package]
