"""Who leads which team at first: a matching of teams and people by mastery of the largest package."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from alokasi.solve.dealing.flow import SINK, SOURCE, Flow
from alokasi_models.cpsat import Instance, TeamSlot
from alokasi_models.problem import LockKind

NONE = 10_000  # price of a team without its ketua: paid only where no matching has one for each
FOREIGN = 100  # points of mastery that a ketua from the owner unit is worth


def match_leads(
    inst: Instance, slots: Collection[TeamSlot], owned: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Team -> Ketua for the teams that need one. `owned`: team -> its packages."""
    locked = {lock.team: lock.employee for lock in inst.problem.locks if lock.kind is LockKind.LEAD}
    flow = Flow()
    for slot in slots:
        if inst.who.lead_count(slot)[0] == 0:
            continue
        flow.arc(SOURCE, slot, 1)
        flow.arc(slot, SINK, 1, NONE)
        asked = locked.get(slot.id)
        packages = owned.get(slot.id, ())
        largest = max(packages, key=lambda id: (inst.aims.packages[id].minutes, id), default="")
        for id in inst.leads[slot.id]:
            if asked in (None, id):
                flow.arc(slot, id, 1, _price(inst, slot, id, largest))
    for id in sorted({id for slot in slots for id in inst.leads[slot.id]}):
        flow.arc(id, SINK, 1)
    return {
        slot.id: id
        for slot, id in flow.cheapest()
        if isinstance(slot, TeamSlot) and isinstance(id, str) and id != SINK
    }


def _price(inst: Instance, slot: TeamSlot, id: str, package: str) -> int:
    mastery = inst.aims.fits.mastery(id, package) if package else 0
    foreign = inst.aims.units.get(id, "") != inst.aims.owner_unit(slot)
    return 100 - mastery + FOREIGN * foreign
