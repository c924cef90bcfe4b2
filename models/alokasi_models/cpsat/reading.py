"""Turns an answer of the solver back into a plan, named and sorted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from alokasi_models.cpsat.decisions import ALONE, Decisions, Number
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import SeatRole

MOST_THEMES = 3


def read_plan(inst: Instance, x: Decisions, value: Callable[[Number], int]) -> Plan:
    """The plan of an answer; `value` gives a decision's value (plain numbers stand for themselves)."""
    formed = [slot for slot in inst.slots if value(x.formed[slot.id])]
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for (package, team), owns in x.owns.items():
        if value(owns):
            owned[team].append(package)
    names = team_names(inst, formed, owned)
    return Plan(
        teams=tuple(
            FormedTeam(slot.id, names[slot.id], slot.unit, slot.seat, slot.coordinator, slot.kind)
            for slot in formed
        ),
        seats=tuple(sorted(_seats(inst, x, value), key=seat_order)),
        work=tuple(sorted(_work(inst, x, value, owned), key=lambda w: (w.package, w.team, w.employee))),
        origin=Origin.SOLVED,
    )


def seat_order(seat: Seat) -> tuple[str, bool, str]:
    """By team, its Ketua first."""
    return seat.team, seat.role is not SeatRole.LEAD, seat.employee


def _seats(inst: Instance, x: Decisions, value: Callable[[Number], int]) -> Iterator[Seat]:
    for (id, team), member in x.member.items():
        if not value(member):
            continue
        leads = bool(value(x.lead.get((id, team), 0)))
        here = sum(value(x.minutes[id, package, team]) for package in x.work_in[id, team])
        role = SeatRole.LEAD if leads else SeatRole.MEMBER
        yield Seat(team, id, role, here, inst.who.duty[id] if leads else 0)
    for (id, team), minutes in inst.advisers.items():
        yield Seat(team, id, SeatRole.ADVISER, minutes, 0)


def _work(
    inst: Instance, x: Decisions, value: Callable[[Number], int], owned: dict[str, list[str]]
) -> Iterator[Work]:
    served: set[str] = set()
    for (id, package, team), minutes in x.minutes.items():
        if value(minutes):
            served.add(package)
            yield Work(package, team, id, value(minutes))
    for team, packages in owned.items():
        yield from (Work(package, team, "", 0) for package in packages if package not in served)
    for (package, id), holds in x.alone.items():
        if value(holds) and not value(x.minutes.get((id, package, ALONE), 0)):
            yield Work(package, ALONE, id, 0)


def team_names(inst: Instance, formed: list[TeamSlot], owned: dict[str, list[str]]) -> dict[str, str]:
    """Names of the workbook; a designed team is named after its themes, largest first."""
    names: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for slot in formed:
        name = slot.name or _name_of_themes(inst, owned.get(slot.id, []))
        seen[name] += 1
        names[slot.id] = name if seen[name] == 1 else f"{name} {seen[name]}"
    return names


def _name_of_themes(inst: Instance, packages: list[str]) -> str:
    minutes: Counter[str] = Counter()
    for id in packages:
        package = inst.aims.packages[id]
        minutes[package.theme.strip()] += package.minutes
    themes = sorted((theme for theme in minutes if theme), key=lambda theme: (-minutes[theme], theme))
    if not themes:
        return "Tim Kerja"
    shown = themes[:MOST_THEMES]
    listed = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " dan " + shown[-1]
    return f"Tim Kerja {listed}"
