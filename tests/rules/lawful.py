"""A lawful plan of each planned pattern, at the limits of its teams: the ground that one edit breaks.

Teams T1, T2, ... stand under the head "K", as many as the clause allows; under each Administrator "A1", ... that may
form teams, as many of that official's own staff. L1 is a cross-unit team with the guest "x"; the last direct team has
"x" too, with both consents. "y" is of another unit and was never asked. "m" is of the skill track. Who sits where
depends on the seed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import (
    Category,
    Coordinator,
    Employee,
    Indicator,
    Level,
    Official,
    OfficialKind,
    Problem,
    TargetSource,
    Team,
    TeamClass,
    UnitKind,
    WorkForm,
    WorkPackage,
)
from builders import (
    ADVISER,
    HOUR,
    LEAD,
    MEMBER,
    home_unit,
    loan,
    official,
    package,
    pelaksana,
    person,
    unit,
)

ON = date(2026, 11, 2)
DIRECT = {"1": 10, "2": 10, "3": 10, "4": 10, "5": 10, "5-UPT": 10, "6": 4}
PER_ADMINISTRATOR = {"1": 3, "3": 3, "4": 3, "5": 3, "5-UPT": 4}
PATTERNS = tuple(DIRECT)


@dataclass(frozen=True, slots=True)
class Lawful:
    """`direct` and `below` are team ids; `twice` is a person already in two teams."""

    pattern: str
    problem: Problem
    plan: Plan
    direct: tuple[str, ...]
    below: tuple[str, ...]
    twice: str

    def members(self, team: str) -> list[str]:
        return [seat.employee for seat in self.plan.seats if seat.team == team and seat.role is not ADVISER]

    def lead(self, team: str) -> str:
        return next(s.employee for s in self.plan.seats if s.team == team and s.role is LEAD)


def lawful(pattern: str, seed: int = 0) -> Lawful:
    random = Random(f"{pattern}{seed}")
    officials = _officials(pattern)
    administrators = [o for o in officials if o.kind is OfficialKind.ADMINISTRATOR and o.id != "K"]
    forming = [o for o in administrators if o.id not in {p.superior for p in officials}]
    people = _people(pattern, forming)
    teams, seats = _direct(pattern, random)
    for number, above in enumerate(forming, start=1):
        more, members = _below(pattern, above.id, number, random)
        teams += more
        seats += members
    teams.append(FormedTeam("L1", "Tim L1", "u", "K", kind=TeamClass.CROSS_UNIT))
    seats += [
        Seat("L1", "l", LEAD, 50 * HOUR),
        Seat("L1", "x", MEMBER, 50 * HOUR),
        Seat("L1", "m", MEMBER, 0),
    ]
    last = max((t.id for t in teams if t.id.startswith("T")), key=lambda id: int(id[1:]))
    seats.append(Seat(last, "x", MEMBER, 10 * HOUR))
    twice = random.choice([s.employee for s in seats if s.team == "T1" and s.role is MEMBER])
    seats.append(Seat("T2", twice, MEMBER, 10 * HOUR))
    seats.append(Seat("T1", "u", ADVISER, 20 * HOUR))
    packages, work = _work(teams, seats)
    problem = Problem(
        units=(_unit(pattern), home_unit("asal")),
        officials=officials,
        employees=people,
        indicators=(Indicator("ik", "Target", "u", TargetSource.AGREEMENT),),
        packages=tuple(packages),
        teams=tuple(Team(t.id, t.name, t.unit, t.seat, t.coordinator, t.kind) for t in teams),
        loans=(loan("x"),),
    )
    plan = Plan(tuple(teams), tuple(seats), tuple(work))
    return Lawful(
        pattern,
        problem,
        plan,
        tuple(t.id for t in teams if t.id.startswith("T")),
        tuple(t.id for t in teams if t.id.startswith("U")),
        twice,
    )


def with_team(plan: Plan, team: FormedTeam, *seats: Seat) -> Plan:
    """One more team; nothing of the work changes hands."""
    return replace(plan, teams=(*plan.teams, team), seats=(*plan.seats, *seats))


def with_seat(plan: Plan, seat: Seat) -> Plan:
    return replace(plan, seats=(*plan.seats, seat))


def with_seats(plan: Plan, change: Callable[[Seat], Seat]) -> Plan:
    return replace(plan, seats=tuple(change(seat) for seat in plan.seats))


def with_role(plan: Plan, team: str, person: str, role: str) -> Plan:
    def changed(seat: Seat) -> Seat:
        same = (seat.team, seat.employee) == (team, person) and seat.role is not ADVISER
        return replace(seat, role=type(seat.role)(role)) if same else seat

    return with_seats(plan, changed)


def _unit(pattern: str) -> object:
    kind = UnitKind.UPT if pattern in ("5-UPT", "6") else UnitKind.PUSAT
    return unit(kind=kind, parent="induk")


def _officials(pattern: str) -> tuple[Official, ...]:
    madya = official("M", OfficialKind.MADYA, unit="induk", grade="IV/e")
    kind = OfficialKind.ADMINISTRATOR if pattern == "6" else OfficialKind.PRATAMA
    top = official("K", kind, "M", grade="IV/c", position="Kepala")
    counts = {"1": (1, 1), "2": (0, 1), "3": (3, 5), "4": (2, 0), "5": (1, 0), "5-UPT": (1, 0), "6": (0, 1)}
    administrators, pengawas = counts[pattern]
    below = [
        official(f"A{n}", OfficialKind.ADMINISTRATOR, "K", grade="IV/a", planning=n == 1)
        for n in range(1, administrators + 1)
    ]
    # In pattern 3 the first two Administrators have Pengawas below, the third has none.
    places = ["A1", "A1", "A2", "A2", "K"] if pattern == "3" else ["K"] * pengawas
    below += [
        official(f"P{n}", OfficialKind.PENGAWAS, place, grade="III/d", planning=n == 1)
        for n, place in enumerate(places, start=1)
    ]
    return (madya, top, *below)


def _people(pattern: str, forming: list[Official]) -> tuple[Employee, ...]:
    count = DIRECT[pattern]
    experts = [person(f"e{n}", superior="K", grade="III/c") for n in range(1, count + 3)]
    juniors = [
        person(f"f{n}", superior="K", grade="III/a", level=Level.PERTAMA) for n in range(1, 2 * count + 3)
    ]
    own = [
        pelaksana(f"g{a}{n}", superior=above.id, grade="II/c")
        for a, above in enumerate(forming, start=1)
        for n in range(1, 2 * PER_ADMINISTRATOR[pattern] + 3)
    ]
    others = [
        person("l", superior="K", grade="III/d"),
        person("u", superior="K", grade="IV/d", level=Level.UTAMA),
        person("m", superior="K", grade="III/a", category=Category.SKILL, level=Level.MAHIR),
        person("i", superior="K", grade="III/c"),
        pelaksana("s", superior="A1" if pattern == "3" else "K", grade="II/c"),
        person("x", unit="asal", superior="Q"),
        person("y", unit="asal", superior="Q"),
    ]
    return (*experts, *juniors, *own, *others)


def _direct(pattern: str, random: Random) -> tuple[list[FormedTeam], list[Seat]]:
    count = DIRECT[pattern]
    leads = [f"e{n}" for n in range(1, count + 1)]
    members = [f"f{n}" for n in range(1, 2 * count + 1)]
    random.shuffle(leads)
    random.shuffle(members)
    teams = [FormedTeam(f"T{n}", f"Tim T{n}", "u", "K") for n in range(1, count + 1)]
    seats = []
    for team in teams:
        seats.append(Seat(team.id, leads.pop(), LEAD, 60 * HOUR, 100 * HOUR))
        seats += [Seat(team.id, members.pop(), MEMBER, 100 * HOUR) for _ in range(2)]
    return teams, seats


def _below(pattern: str, above: str, number: int, random: Random) -> tuple[list[FormedTeam], list[Seat]]:
    count = PER_ADMINISTRATOR[pattern]
    members = [f"g{number}{n}" for n in range(1, 2 * count + 1)]
    random.shuffle(members)
    teams = [
        FormedTeam(f"U{number}{n}", f"Tim U{number}{n}", "u", above, Coordinator.ADMINISTRATOR)
        for n in range(1, count + 1)
    ]
    return teams, [Seat(team.id, members.pop(), MEMBER, 100 * HOUR) for team in teams for _ in range(2)]


def _work(teams: list[FormedTeam], seats: list[Seat]) -> tuple[list[WorkPackage], list[Work]]:
    """A package for every team, done by its members as their seats say, and one done by "i" alone."""
    packages, work = [], []
    for team in teams:
        mine = [seat for seat in seats if seat.team == team.id and seat.role is not ADVISER]
        packages.append(package(f"w{team.id}", sum(seat.minutes for seat in mine) // HOUR))
        work += [Work(f"w{team.id}", team.id, seat.employee, seat.minutes) for seat in mine]
    packages.append(package("wi", 200, form=WorkForm.INDIVIDUAL))
    work.append(Work("wi", "", "i", 200 * HOUR))
    return packages, work
