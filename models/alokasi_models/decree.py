"""The decree in force (sheet Susunan Berjalan): as a plan, and what a new plan changes against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alokasi_models.decree_hours import package_hours, split, unexplained
from alokasi_models.packs import ruleset
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import (
    Coordinator,
    CurrentSeat,
    OfficialKind,
    Problem,
    SeatRole,
    Team,
    WorkForm,
)
from alokasi_models.workload import capacities

_ROLES = tuple(SeatRole)  # a person named twice in a team has the first of these


class MoveKind(StrEnum):
    JOINS = "masuk"
    LEAVES = "keluar"
    MOVES = "pindah"  # comes from a team left: `other`
    ROLE = "ganti peran"


@dataclass(frozen=True, slots=True)
class Move:
    """A person's seat that differs from the decree in force.

    `team` is its code in the plan where the plan has it, else in the decree. `before` and `after` are roles,
    "" for none. `other`: of a move the team left; of a leave the team moved to, "" for none.
    """

    employee: str
    team: str
    kind: MoveKind
    before: str
    after: str
    other: str = ""


def decree_plan(problem: Problem) -> Plan | None:
    """The decree in force as a plan; None without one. Unknown people, teams and officials keep their ids.

    Members' hours are those of `jam`, laid over the team's packages (kode_tim_berjalan) in proportion to
    their work; of a team without packages they stand as `duty`. Blank hours are estimated (`estimated`).
    Packages outside the decree have no row: nobody owns them there.
    """
    if not problem.current:
        return None
    minutes, estimated = package_hours(problem, capacities(problem, ruleset(problem).norm))
    packages = _packages_by_team(problem)
    duty = unexplained(problem.current, frozenset(packages))
    seats = tuple(
        Seat(
            team=team,
            employee=employee,
            role=role,
            minutes=_advice(problem, employee, team)
            if role is SeatRole.ADVISER
            else minutes[employee, team] - duty[employee, team],
            duty=duty[employee, team],
        )
        for (employee, team), role in sorted(
            seats_in_force(problem).items(), key=lambda item: (item[0][1], item[0][0])
        )
    )
    return Plan(
        teams=tuple(_formed(problem)),
        seats=seats,
        work=tuple(_work(packages, seats)),
        origin=Origin.DECREE,
        estimated=estimated,
    )


def seats_in_force(problem: Problem) -> dict[tuple[str, str], SeatRole]:
    """(employee, team) -> role of the decree in force; the highest where a person stands twice in a team."""
    return _roles((seat.employee, seat.team, seat.role) for seat in problem.current)


def workbook_continues(problem: Problem) -> dict[str, str]:
    """Teams of the workbook that continue an old team under another code, as far as known before any plan.

    The old team holding most minutes of the packages given to it (kode_tim against kode_tim_berjalan); an old
    team is continued once, by the same code where there is one; ties go to the lower code.
    """
    old = {seat.team for seat in problem.current}
    teams = {team.id for team in problem.teams}
    owners = {p.id: p.team for p in problem.packages if p.team and p.form is not WorkForm.INDIVIDUAL}
    return _matched(_shared_minutes(problem, owners), teams - old, old - teams)


def continues(problem: Problem, plan: Plan) -> dict[str, str]:
    """Which team of the plan continues which old one: team -> old code. An old team is continued once.

    The same code; else the old team holding most minutes of its packages (kode_tim_berjalan); else the one
    sharing most members; ties by code.
    """
    old = {seat.team for seat in problem.current}
    new = {team.id for team in plan.teams}
    found = {id: id for id in new & old}
    found |= {team: before for team, before in workbook_continues(problem).items() if team in new}
    shared_minutes = _shared_minutes(problem, _owners(plan))
    for shared in (shared_minutes, _shared_members(problem, plan)):
        found |= _matched(shared, new - found.keys(), old - set(found.values()))
    return dict(sorted(found.items()))


def moves(problem: Problem, plan: Plan) -> tuple[Move, ...]:
    """Every seat that differs from the decree in force, by person and team; nothing without a decree."""
    if not problem.current:
        return ()
    old_of = continues(problem, plan)
    new_of = {old: new for new, old in old_of.items()}
    before = {(id, new_of.get(team, team)): role for (id, team), role in seats_in_force(problem).items()}
    after = _roles((seat.employee, seat.team, seat.role) for seat in plan.seats)
    left: defaultdict[str, list[str]] = defaultdict(list)
    joined: defaultdict[str, list[str]] = defaultdict(list)
    for id, team in sorted(before.keys() - after.keys()):
        left[id].append(team)
    for id, team in sorted(after.keys() - before.keys()):
        joined[id].append(team)
    changed = sorted(place for place in before.keys() | after.keys() if before.get(place) != after.get(place))
    return tuple(_move(place, before, after, left[place[0]], joined[place[0]]) for place in changed)


def _move(
    place: tuple[str, str],
    before: Mapping[tuple[str, str], SeatRole],
    after: Mapping[tuple[str, str], SeatRole],
    left: list[str],
    joined: list[str],
) -> Move:
    """Teams left and joined by a person are paired in the order of their codes."""
    id, team = place
    if place not in after:
        rank = left.index(team)
        other = joined[rank] if rank < len(joined) else ""
        return Move(id, team, MoveKind.LEAVES, before[place], "", other)
    if place in before:
        return Move(id, team, MoveKind.ROLE, before[place], after[place])
    rank = joined.index(team)
    if rank < len(left):
        return Move(id, team, MoveKind.MOVES, "", after[place], left[rank])
    return Move(id, team, MoveKind.JOINS, "", after[place])


def _roles(seats: Iterable[tuple[str, str, SeatRole]]) -> dict[tuple[str, str], SeatRole]:
    roles: dict[tuple[str, str], SeatRole] = {}
    for employee, team, role in seats:
        held = roles.get((employee, team), role)
        roles[employee, team] = min(held, role, key=_ROLES.index)
    return roles


def _matched(shared: Mapping[tuple[str, str], int], new: set[str], old: set[str]) -> dict[str, str]:
    """One-to-one, largest share first; ties by the old code, then the new."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (team, before), amount in sorted(shared.items(), key=lambda s: (-s[1], s[0][1], s[0][0])):
        if amount > 0 and team in new and before in old and team not in found and before not in taken:
            found[team] = before
            taken.add(before)
    return found


def _shared_minutes(problem: Problem, owners: Mapping[str, str]) -> Counter[tuple[str, str]]:
    shared: Counter[tuple[str, str]] = Counter()
    for package in problem.packages:
        if package.current_team and package.id in owners:
            shared[owners[package.id], package.current_team] += package.minutes
    return shared


def _shared_members(problem: Problem, plan: Plan) -> Counter[tuple[str, str]]:
    old_teams: defaultdict[str, set[str]] = defaultdict(set)
    for seat in problem.current:
        old_teams[seat.employee].add(seat.team)
    members = {(seat.team, seat.employee) for seat in plan.seats if seat.role is not SeatRole.ADVISER}
    return Counter((team, old) for team, employee in members for old in old_teams[employee])


def _owners(plan: Plan) -> dict[str, str]:
    return {work.package: work.team for work in plan.work if work.team}


def _packages_by_team(problem: Problem) -> dict[str, list[tuple[str, int]]]:
    old = {seat.team for seat in problem.current}
    packages: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for package in sorted(problem.packages, key=lambda p: p.id):
        if package.current_team in old:
            packages[package.current_team].append((package.id, package.minutes))
    return dict(packages)


def _work(packages: Mapping[str, list[tuple[str, int]]], seats: tuple[Seat, ...]) -> Iterable[Work]:
    members: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for seat in seats:
        if seat.role is not SeatRole.ADVISER and seat.minutes > 0:
            members[seat.team].append((seat.employee, seat.minutes))
    rows: list[Work] = []
    for team, work in packages.items():
        demands = [minutes for _, minutes in work]
        shares = [(employee, split(minutes, demands)) for employee, minutes in members[team]]
        for place, (package, _) in enumerate(work):
            served = [
                Work(package, team, employee, parts[place]) for employee, parts in shares if parts[place]
            ]
            rows += served or [Work(package, team, "", 0)]
    return sorted(rows, key=lambda row: (row.package, row.team, row.employee))


def _advice(problem: Problem, employee: str, team: str) -> int:
    return sum(
        seat.minutes or 0
        for seat in problem.current
        if (seat.employee, seat.team, seat.role) == (employee, team, SeatRole.ADVISER)
    )


def _formed(problem: Problem) -> Iterable[FormedTeam]:
    known = {team.id: team for team in problem.teams}
    rows: defaultdict[str, list[CurrentSeat]] = defaultdict(list)
    for seat in problem.current:
        rows[seat.team].append(seat)
    units = _unit_of_place(problem)
    people = {employee.id: employee.unit for employee in problem.employees}
    default = problem.planned[0].id if problem.planned else ""
    for id in sorted(rows):
        stated = known.get(id)
        place = _first(row.seat for row in rows[id]) or (stated.seat if stated else "")
        members = Counter(people[row.employee] for row in rows[id] if row.employee in people)
        likely = min(members, key=lambda unit: (-members[unit], unit)) if members else default
        yield FormedTeam(
            id=id,
            name=_first(row.team_name for row in rows[id]) or (stated.name if stated else id),
            unit=units.get(place) or (stated.unit if stated else likely),
            seat=place,
            coordinator=_coordinator(problem, rows[id], place, stated),
            kind=rows[id][0].kind,
        )


def _coordinator(problem: Problem, rows: list[CurrentSeat], seat: str, stated: Team | None) -> Coordinator:
    """As written; else a ketua where one is named, else as the team of that code, else by its place."""
    written = next((row.coordinator for row in rows if row.coordinator is not None), None)
    if written is not None:
        return written
    if any(row.role is SeatRole.LEAD for row in rows):
        return Coordinator.LEAD
    if stated is not None:
        return stated.coordinator
    below_head = any(
        o.id == seat and o.kind is OfficialKind.ADMINISTRATOR and o.superior for o in problem.officials
    )
    return Coordinator.ADMINISTRATOR if below_head else Coordinator.LEAD


def _unit_of_place(problem: Problem) -> dict[str, str]:
    units = {unit.id for unit in problem.units}
    return {official.id: official.unit for official in problem.officials if official.unit in units}


def _first(words: Iterable[str]) -> str:
    return next((word for word in words if word), "")
