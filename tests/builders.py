"""Small parts of a workbook with sensible defaults, so that a test names only what it is about.

`problem()` is a central unit "u" of pattern 2 (head "h", Pengawas "p"). Effective hours are 1,000 a year, so
that percentages are easy to see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Category,
    Competence,
    Consent,
    CurrentSeat,
    Employee,
    Level,
    Loan,
    Lock,
    LockKind,
    Need,
    Official,
    OfficialKind,
    Problem,
    SeatRole,
    Setting,
    Team,
    Unit,
    UnitKind,
    UnitRole,
    WorkPackage,
)

HOUR = MINUTES_PER_HOUR
LEAD, MEMBER, ADVISER = SeatRole.LEAD, SeatRole.MEMBER, SeatRole.ADVISER


def unit(id: str = "u", **values: Any) -> Unit:
    made = Unit(id, f"Unit {id}", UnitKind.PUSAT, 2027, effective_hours=Decimal(1000))
    return replace(made, **values)


def home_unit(id: str) -> Unit:
    """Where guests come from: neither planned nor audited."""
    return unit(id, role=UnitRole.HOME)


def official(id: str, kind: OfficialKind, superior: str = "", unit: str = "u", **values: Any) -> Official:
    return replace(Official(id, f"Pejabat {id}", unit, str(kind), kind, superior=superior), **values)


def head(id: str = "h", unit: str = "u", **values: Any) -> Official:
    return official(id, OfficialKind.PRATAMA, unit=unit, **values)


def administrator(id: str, superior: str = "h", unit: str = "u", **values: Any) -> Official:
    return official(id, OfficialKind.ADMINISTRATOR, superior, unit, **values)


def pengawas(id: str, superior: str = "h", unit: str = "u", **values: Any) -> Official:
    return official(id, OfficialKind.PENGAWAS, superior, unit, **values)


def officials(administrators: int = 0, pengawas_count: int = 0) -> tuple[Official, ...]:
    """Head "h", Administrators "a1", "a2", ... and Pengawas "p1", ... all directly under the head."""
    return (
        head(),
        *(administrator(f"a{n}") for n in range(1, administrators + 1)),
        *(pengawas(f"p{n}") for n in range(1, pengawas_count + 1)),
    )


def person(id: str, **values: Any) -> Employee:
    """An Ahli Muda of unit "u" directly under its head."""
    made = Employee(id, f"Orang {id}", "u", "h", Category.EXPERT, "Perencana", level=Level.MUDA)
    return replace(made, **values)


def pelaksana(id: str, **values: Any) -> Employee:
    made = person(id, category=Category.PELAKSANA, position="Pengadministrasi", level=None)
    return replace(made, **values)


def people(*ids: str, **values: Any) -> tuple[Employee, ...]:
    return tuple(person(id, **values) for id in ids)


def package(id: str, hours: int | str = 100, **values: Any) -> WorkPackage:
    """Team work of `hours` a year, without team, position or indicator of its own."""
    made = WorkPackage(id, f"Tugas {id}", "u", "ik", "rumpun", Decimal(hours), Decimal(1))
    return replace(made, **values)


def team(id: str, seat: str = "h", **values: Any) -> Team:
    return replace(Team(id, f"Tim {id}", "u", seat), **values)


def need(package: str, competence: str, level: int = 3, **values: Any) -> Need:
    return replace(Need(package, competence, level), **values)


def competences(*ids: str) -> tuple[Competence, ...]:
    return tuple(Competence(id, f"Kompetensi {id}") for id in ids)


def loan(employee: str, host: str = "u", granted: bool = True, **values: Any) -> Loan:
    consent = Consent.GRANTED if granted else Consent.PENDING
    return replace(Loan(employee, host, consent, consent), **values)


def lock(kind: LockKind, employee: str, team: str = "", **values: Any) -> Lock:
    return replace(Lock(kind, employee, "alasan", team=team), **values)


def current(employee: str, team: str, role: SeatRole = MEMBER, **values: Any) -> CurrentSeat:
    return replace(CurrentSeat(employee, team, role), **values)


def setting(name: str, value: str) -> Setting:
    return Setting(name, value, "alasan")


def problem(
    employees: Iterable[Employee] = (),
    packages: Iterable[WorkPackage] = (),
    teams: Iterable[Team] = (),
    **values: Any,
) -> Problem:
    values.setdefault("units", (unit(),))
    values.setdefault("officials", (head(), pengawas("p")))
    return Problem(employees=tuple(employees), packages=tuple(packages), teams=tuple(teams), **values)


def formed(id: str, seat: str = "h", **values: Any) -> FormedTeam:
    return replace(FormedTeam(id, f"Tim {id}", "u", seat), **values)


def seat(team: str, employee: str, role: SeatRole = MEMBER, hours: int = 0, duty: int = 0) -> Seat:
    """Hours a year on the team's packages, and of the lead's duty."""
    return Seat(team, employee, role, hours * HOUR, duty * HOUR)


def work(package: str, team: str, employee: str, hours: int = 0) -> Work:
    return Work(package, team, employee, hours * HOUR)


def plan(
    teams: Iterable[FormedTeam] = (), seats: Iterable[Seat] = (), work: Iterable[Work] = (), **values: Any
) -> Plan:
    return Plan(tuple(teams), tuple(seats), tuple(work), **values)
