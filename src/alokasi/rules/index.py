"""What the audit looks up, gathered once per audit: people, seats, work and hours of a plan by team and by person.

Nothing here judges. Ids a plan names and the workbook does not know are kept as they are; a team that only a seat
names is listed with a blank kedudukan, so that it counts and is found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from alokasi.rules.structure import chains
from alokasi_models.natural import natural
from alokasi_models.packs import Ruleset
from alokasi_models.plan import FormedTeam, Plan
from alokasi_models.problem import (
    Employee,
    Loan,
    Need,
    Official,
    OfficialKind,
    Problem,
    SeatRole,
    Unit,
    WorkPackage,
)
from alokasi_models.workload import capacities, lent_away

SEATED = frozenset({SeatRole.LEAD, SeatRole.MEMBER})
Place = tuple[str, str]  # (team, person)


@dataclass(frozen=True, slots=True)
class Index:
    """Minutes are whole minutes a year.

    roles       team -> person -> roles held there
    owners      package -> teams that own it ("" for individual assignment)
    owned       team -> its packages that the workbook knows
    holders     package -> people who hold it individually
    worked      (team, person) -> minutes on the team's packages, as Pembagian Tugas says
    seated      (team, person) -> minutes on the team's packages, as Susunan says
    duty        (team, person) -> the lead's share
    load        person -> all minutes: packages, individual work, lead's duty, advice
    served      package -> minutes worked on it
    effective   employee -> jam_efektif
    reserved    employee -> minutes lent to units outside the workbook
    above       official -> that official and those above, nearest first
    staff_of    official -> employees whose chain of superiors reaches it
    """

    problem: Problem
    plan: Plan
    ruleset: Ruleset
    on: date
    people: Mapping[str, Employee]
    officials: Mapping[str, Official]
    units: Mapping[str, Unit]
    packages: Mapping[str, WorkPackage]
    teams: Mapping[str, FormedTeam]
    unlisted: frozenset[str]  # teams that only a seat names
    unit_of_team: Mapping[str, str]
    roles: Mapping[str, Mapping[str, frozenset[SeatRole]]]
    owners: Mapping[str, tuple[str, ...]]
    owned: Mapping[str, tuple[WorkPackage, ...]]
    holders: Mapping[str, tuple[str, ...]]
    worked: Mapping[Place, int]
    seated: Mapping[Place, int]
    duty: Mapping[Place, int]
    load: Mapping[str, int]
    served: Mapping[str, int]
    effective: Mapping[str, int]
    reserved: Mapping[str, int]
    above: Mapping[str, tuple[Official, ...]]
    staff_of: Mapping[str, frozenset[str]]
    needs: Mapping[str, tuple[Need, ...]]
    loans: Mapping[str, tuple[Loan, ...]]
    workers: Mapping[str, tuple[str, ...]]  # team -> people with minutes on its packages

    def with_role(self, team: str, role: SeatRole) -> tuple[str, ...]:
        return tuple(id for id, roles in self.roles.get(team, {}).items() if role in roles)

    def leads(self, team: str) -> tuple[str, ...]:
        """Everybody named Ketua of the team, officials included."""
        return self.with_role(team, SeatRole.LEAD)

    def members(self, team: str) -> tuple[str, ...]:
        """Ketua and Anggota, each once; the official who coordinates the team in person is none of them (A5)."""
        return tuple(
            id
            for id, roles in self.roles.get(team, {}).items()
            if roles & SEATED and not self.coordinates_in_person(team, id)
        )

    def coordinates_in_person(self, team: str, person: str) -> bool:
        """An Administrator named Ketua of a team under that same Administrator: a coordinator, not a ketua (A5)."""
        official = self.officials.get(person)
        return (
            official is not None
            and official.kind is OfficialKind.ADMINISTRATOR
            and self.teams[team].seat == person
        )

    def unseated(self, team: str) -> tuple[str, ...]:
        """People with minutes on the team's packages who have no seat in it."""
        roles = self.roles.get(team, {})
        return tuple(id for id in self.workers.get(team, ()) if not roles.get(id, frozenset()) & SEATED)

    def minutes(self, team: str, person: str) -> int:
        """On the team's packages: as divided, else as the seat says."""
        return self.worked.get((team, person), 0) or self.seated.get((team, person), 0)

    def name(self, id: str) -> str:
        """A person or official with the id; the bare id of somebody unknown; the post where it is vacant."""
        known = self.people.get(id) or self.officials.get(id)
        if known is None:
            return id
        return f"{known.name or known.position} ({id})"

    def team_name(self, id: str) -> str:
        team = self.teams.get(id)
        return id if team is None or team.name in ("", id) else f"{team.name} ({id})"


def index(problem: Problem, plan: Plan, ruleset: Ruleset, on: date) -> Index:
    teams, unlisted = _teams(plan)
    roles = _roles(plan)
    people = {employee.id: employee for employee in problem.employees}
    officials = {official.id: official for official in problem.officials}
    packages = {package.id: package for package in problem.packages}
    owners = plan.owners()
    above = chains(problem)
    worked: Counter[Place] = Counter()
    for work in plan.work:
        if work.team and work.employee and work.minutes > 0:
            worked[work.team, work.employee] += work.minutes
    seats = _seat_minutes(plan)
    return Index(
        problem=problem,
        plan=plan,
        ruleset=ruleset,
        on=on,
        people=people,
        officials=officials,
        units={unit.id: unit for unit in problem.units},
        packages=packages,
        teams=teams,
        unlisted=unlisted,
        unit_of_team={team.id: _unit_of(team, roles, problem, people, officials) for team in teams.values()},
        roles=roles,
        owners=owners,
        owned=_owned(owners, packages),
        holders=_grouped((w.package, w.employee) for w in plan.work if not w.team and w.employee),
        worked=worked,
        seated=seats[0],
        duty=seats[1],
        load=plan.load(),
        served=plan.served(),
        effective=capacities(problem, ruleset.norm),
        reserved=lent_away(problem),
        above=above,
        staff_of=_staff(problem, above),
        needs=_needs(problem.needs),
        loans=_loans(problem.loans),
        workers=_grouped(worked),
    )


def _teams(plan: Plan) -> tuple[dict[str, FormedTeam], frozenset[str]]:
    teams: dict[str, FormedTeam] = {}
    for team in plan.teams:
        teams.setdefault(team.id, team)
    unlisted = sorted({seat.team for seat in plan.seats} - teams.keys())
    teams |= {id: FormedTeam(id, id, "", "") for id in unlisted}
    return dict(sorted(teams.items(), key=lambda item: natural(item[0]))), frozenset(unlisted)


def _roles(plan: Plan) -> dict[str, dict[str, frozenset[SeatRole]]]:
    roles: defaultdict[str, dict[str, frozenset[SeatRole]]] = defaultdict(dict)
    for seat in sorted(plan.seats, key=lambda s: (s.team, s.employee)):
        if seat.employee:
            held = roles[seat.team].get(seat.employee, frozenset())
            roles[seat.team][seat.employee] = held | {seat.role}
    return dict(roles)


def _seat_minutes(plan: Plan) -> tuple[Counter[Place], Counter[Place]]:
    seated: Counter[Place] = Counter()
    duty: Counter[Place] = Counter()
    for seat in plan.seats:
        if seat.role in SEATED:
            seated[seat.team, seat.employee] += seat.minutes
            duty[seat.team, seat.employee] += seat.duty
    return seated, duty


def _unit_of(
    team: FormedTeam,
    roles: Mapping[str, Mapping[str, frozenset[SeatRole]]],
    problem: Problem,
    people: Mapping[str, Employee],
    officials: Mapping[str, Official],
) -> str:
    """As the plan says; of a unit nobody knows: that of its kedudukan, else of most members, else the first planned.

    A flawed team is judged somewhere, never dropped.
    """
    known = {unit.id for unit in problem.units}
    if team.unit in known:
        return team.unit
    seat = officials.get(team.seat)
    if seat is not None and seat.unit in known:
        return seat.unit
    members = Counter(people[id].unit for id in roles.get(team.id, {}) if id in people)
    if members:
        return min(members, key=lambda unit: (-members[unit], unit))
    return problem.planned[0].id if problem.planned else ""


def _owned(
    owners: Mapping[str, tuple[str, ...]], packages: Mapping[str, WorkPackage]
) -> dict[str, tuple[WorkPackage, ...]]:
    owned: defaultdict[str, list[WorkPackage]] = defaultdict(list)
    for id, teams in sorted(owners.items()):
        for team in teams:
            if team and id in packages:
                owned[team].append(packages[id])
    return {team: tuple(rows) for team, rows in owned.items()}


def _staff(problem: Problem, above: Mapping[str, tuple[Official, ...]]) -> dict[str, frozenset[str]]:
    staff: defaultdict[str, set[str]] = defaultdict(set)
    for employee in problem.employees:
        for official in above.get(employee.superior, ()):
            staff[official.id].add(employee.id)
    return {official: frozenset(ids) for official, ids in staff.items()}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, id in sorted(pairs):
        groups[key][id] = None
    return {key: tuple(ids) for key, ids in groups.items()}


def _needs(needs: tuple[Need, ...]) -> dict[str, tuple[Need, ...]]:
    rows: defaultdict[str, list[Need]] = defaultdict(list)
    for need in needs:
        rows[need.package].append(need)
    return {package: tuple(found) for package, found in rows.items()}


def _loans(loans: tuple[Loan, ...]) -> dict[str, tuple[Loan, ...]]:
    rows: defaultdict[str, list[Loan]] = defaultdict(list)
    for loan in loans:
        rows[loan.employee].append(loan)
    return {employee: tuple(found) for employee, found in rows.items()}
