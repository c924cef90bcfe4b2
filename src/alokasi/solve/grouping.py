"""A first grouping of free packages into teams, by theme: the start of the search, never its end.

Packages of one theme stay together; small themes are joined until every team can have a lead and a few people
(K068 and K069: the number of teams rests on the workload, not on the list of functions).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from alokasi_models.cpsat import Instance, TeamSlot
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.fit import theme_key
from alokasi_models.problem import Coordinator, WorkPackage

PEOPLE_A_TEAM = 5  # a start only: the search weighs sizes, balance and leads


@dataclass(frozen=True, slots=True)
class Group:
    """Packages that start in one team, with the team of the decree in force most of their work comes from."""

    packages: tuple[str, ...]
    minutes: int
    before: str


def first_owners(inst: Instance, fewer: int = 0) -> dict[str, str]:
    """Package -> team ("" individual) for every package; `fewer` joins more themes than the start would."""
    owners: dict[str, str] = {}
    free: defaultdict[str, list[WorkPackage]] = defaultdict(list)
    for id, package in sorted(inst.aims.packages.items()):
        teams, people = inst.owners[id], inst.alone[id]
        if package.team or not teams:
            owners[id] = package.team if package.team in teams else ALONE
        elif people and package.minutes <= max(inst.who.effective[p] for p in people) // 2:
            owners[id] = ALONE
        else:
            free[package.unit].append(package)
    for unit, packages in sorted(free.items()):
        owners |= _place(inst, unit, packages, owners, fewer)
    return owners


def _place(
    inst: Instance, unit: str, packages: list[WorkPackage], owners: Mapping[str, str], fewer: int
) -> dict[str, str]:
    slots = [slot for slot in inst.slots if slot.unit == unit and _open(inst, slot, packages)]
    if not slots:  # nobody to lead, or too few people: the rest is individual work, or impossible
        return dict.fromkeys((package.id for package in packages), ALONE)
    busy = {team for team in owners.values() if team}
    waiting = [slot for slot in slots if slot.must and slot.id not in busy]
    groups = _join(
        _by_theme(packages), max(1, len(waiting), _teams_wanted(inst, unit, slots, packages) - fewer)
    )
    placed: dict[str, str] = {}
    left = sorted(
        slots, key=lambda slot: (slot not in waiting, slot.coordinator is not Coordinator.LEAD, slot.id)
    )
    for group in sorted(groups, key=lambda group: (-group.minutes, group.packages)):
        continuing = [slot for slot in left if slot.id == group.before]
        chosen = (continuing or left)[0]
        left.remove(chosen)
        placed |= dict.fromkeys(group.packages, chosen.id)
    return placed


def _open(inst: Instance, slot: TeamSlot, packages: list[WorkPackage]) -> bool:
    """Whether a slot may own these packages and has somebody to lead it where it needs a ketua."""
    needs_lead = inst.who.lead_count(slot)[0] > 0
    smallest = max(inst.ruleset.rule("K003").number("smallest"), slot.min_size)
    enough = len(inst.members[slot.id]) >= smallest
    return enough and (not needs_lead or bool(inst.leads[slot.id])) and slot.id in inst.owners[packages[0].id]


def _teams_wanted(inst: Instance, unit: str, slots: list[TeamSlot], packages: list[WorkPackage]) -> int:
    """Enough teams for the work, no more than slots and leads allow."""
    staff = len(inst.who.pool.get(unit, ()))
    work = sum(package.minutes for package in packages)
    capacity = sum(inst.aims.base[id] for id in inst.who.pool.get(unit, ())) or 1
    by_work = round(staff * min(work, capacity) / capacity / PEOPLE_A_TEAM)
    leads = len({id for slot in slots for id in inst.leads[slot.id]})
    leading = sum(
        slot.must and slot.coordinator is Coordinator.LEAD for slot in inst.slots if slot.unit == unit
    )
    open_seats = sum(slot.coordinator is not Coordinator.LEAD for slot in slots)
    return max(1, min(by_work, len(slots), max(1, leads - leading) + open_seats, staff // 2))


def _by_theme(packages: list[WorkPackage]) -> list[Group]:
    themes: defaultdict[str, list[WorkPackage]] = defaultdict(list)
    for package in packages:
        themes[theme_key(package.theme)].append(package)
    return [_group(members) for _, members in sorted(themes.items())]


def _group(packages: list[WorkPackage]) -> Group:
    minutes: Counter[str] = Counter()
    for package in packages:
        minutes[package.current_team] += package.minutes
    before = min(minutes, key=lambda team: (-minutes[team], team))
    return Group(tuple(sorted(p.id for p in packages)), sum(p.minutes for p in packages), before)


def _join(groups: list[Group], most: int) -> list[Group]:
    """Joins the two smallest groups until at most `most` are left."""
    while len(groups) > most:
        groups.sort(key=lambda group: (-group.minutes, group.packages))
        small, smaller = groups[-2], groups[-1]
        joined = Group(
            tuple(sorted((*small.packages, *smaller.packages))), small.minutes + smaller.minutes, small.before
        )
        groups = [*groups[:-2], joined]
    return groups
