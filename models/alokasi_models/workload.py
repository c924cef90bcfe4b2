"""ABK arithmetic: effective time, need, effectiveness (EJ, EU) and its classes.

Need of a row = volume x norm / effective hours; EJ = workload / effective time of the incumbents. Class A
(over 1.00) means overload. Sources of the constants stand in the norm file, printed with every result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from alokasi_models.norms import EffectClass, Norm, Rounding, effective_hours
from alokasi_models.problem import MINUTES_PER_HOUR, Employee, Loan, Problem, Unit, UnitRole, WorkPackage

FULL = Decimal(100)
UNIT_TOTAL = ""
UNNAMED_POSITION = "(jabatan belum disebut)"  # packages without nama_jabatan


@dataclass(frozen=True, slots=True)
class WorkNeed:
    """Workload of a package or a team (`id`) and its need in people, unrounded: what teams are built from."""

    id: str
    minutes: int
    need: Decimal


@dataclass(frozen=True, slots=True)
class AbkRow:
    """Need of a position of a unit against the people who hold it; `position` UNIT_TOTAL: all of the unit."""

    unit: str
    position: str
    minutes: int
    need: Decimal  # people, exact
    rounded: Decimal  # people, as the norm rounds; of a unit: the sum over its positions
    incumbents: int
    difference: Decimal  # incumbents less rounded need: below 0 is a shortage
    ej: Decimal | None  # EJ, for the unit EU: workload / effective time of the incumbents; None without any
    grade: str  # class A .. E of `ej`, "" without incumbents


def availability(employee: Employee, year: int) -> Decimal:
    """Share of the year a person is there, 0 to 100: as given, else by days from arrival to departure."""
    if employee.availability is not None:
        return employee.availability
    first, last = date(year, 1, 1), date(year, 12, 31)
    begin = max(employee.starts or first, first)
    end = min(employee.leaves or last, last)
    days = max((end - begin + timedelta(days=1)).days, 0)
    return FULL * days / ((last - first).days + 1)


def effective_minutes(employee: Employee, unit: Unit, norm: Norm) -> int:
    """A person's effective time of the year (jam_efektif) in minutes, rounded half up."""
    share = availability(employee, unit.year) / FULL
    return _whole(effective_hours(unit, norm) * MINUTES_PER_HOUR * share)


def capacities(problem: Problem, norm: Norm) -> dict[str, int]:
    """Effective minutes of everybody. A guest of a home unit counts with the home unit's hours."""
    units = {unit.id: unit for unit in problem.units}
    return {e.id: effective_minutes(e, units[e.unit], norm) for e in problem.employees}


def guests(problem: Problem) -> frozenset[str]:
    """Employees of a home unit (peran `asal`): no target load here, only their loans' hours."""
    homes = {unit.id for unit in problem.units if unit.role is UnitRole.HOME}
    return frozenset(e.id for e in problem.employees if e.unit in homes)


def lent_away(problem: Problem) -> dict[str, int]:
    """Minutes of our own people reserved for units outside the workbook (granted loans with jam_maks)."""
    known = {unit.id for unit in problem.units}
    reserved: dict[str, int] = {}
    for loan in problem.loans:
        if _goes_out(loan, known):
            reserved[loan.employee] = reserved.get(loan.employee, 0) + (loan.max_minutes or 0)
    return reserved


def package_needs(problem: Problem, norm: Norm) -> tuple[WorkNeed, ...]:
    """Need of every work package, in the order of the workbook."""
    full_time = {unit.id: _full_time(unit, norm) for unit in problem.units}
    return tuple(WorkNeed(p.id, p.minutes, Decimal(p.minutes) / full_time[p.unit]) for p in problem.packages)


def team_needs(problem: Problem, packages: Mapping[str, Iterable[str]], norm: Norm) -> tuple[WorkNeed, ...]:
    """Need of every team. `packages`: team -> ids of its packages, each by its own unit's effective hours."""
    of_package = {row.id: row for row in package_needs(problem, norm)}
    return tuple(_together(team, (of_package[id] for id in ids)) for team, ids in packages.items())


def abk_rows(problem: Problem, norm: Norm) -> tuple[AbkRow, ...]:
    """A row per position of each planned unit by name, then work without a position, then the total."""
    return tuple(row for unit in problem.planned for row in _unit_rows(problem, unit, norm))


def need(
    minutes: Iterable[int], full_time_minutes: Decimal | int, rounding: Rounding
) -> tuple[Decimal, Decimal]:
    """Need in people of a group of rows, exact and rounded: (sum / effective time, as the rounding says).

    `full_time_minutes`: effective time of one person. ValueError where it is not above 0.
    """
    if full_time_minutes <= 0:
        raise ValueError(f"effective time of {full_time_minutes} minutes")
    rows = [Decimal(m) / full_time_minutes for m in minutes]
    exact = sum(rows, Decimal(0))
    if rounding is Rounding.CEIL_ROW:
        return exact, sum((_ceil(row) for row in rows), Decimal(0))
    if rounding is Rounding.CEIL_TOTAL:
        return exact, _ceil(exact)
    if rounding is Rounding.HALF_UP_TOTAL:
        return exact, exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return exact, exact


def effectiveness(minutes: int, available_minutes: int) -> Decimal | None:
    """EJ or EU: workload / effective time of the incumbents; None without incumbents."""
    return Decimal(minutes) / available_minutes if available_minutes else None


def effect_class(value: Decimal, norm: Norm) -> EffectClass:
    """Class of an EJ or EU on the unrounded value, half-open intervals."""
    for grade in norm.classes:
        if value > grade.at_least or (value == grade.at_least and not grade.exclusive):
            return grade
    return norm.classes[-1]


def _unit_rows(problem: Problem, unit: Unit, norm: Norm) -> Iterator[AbkRow]:
    work = _work_by_position(p for p in problem.packages if p.unit == unit.id)
    staff = _staff_by_position((e for e in problem.employees if e.unit == unit.id), frozenset(work))
    total = Decimal(0)
    for position in sorted(work.keys() | staff.keys(), key=lambda name: (name == UNNAMED_POSITION, name)):
        exact, rounded = need(work[position], _full_time(unit, norm), norm.rounding)
        total += rounded
        yield _row(unit, position, sum(work[position]), exact, rounded, staff[position], norm)
    minutes = sum(sum(rows) for rows in work.values())
    everybody = tuple(e for people in staff.values() for e in people)
    yield _row(unit, UNIT_TOTAL, minutes, minutes / _full_time(unit, norm), total, everybody, norm)


def _row(
    unit: Unit,
    position: str,
    minutes: int,
    exact: Decimal,
    rounded: Decimal,
    people: Iterable[Employee],
    norm: Norm,
) -> AbkRow:
    present = tuple(people)
    ratio = effectiveness(minutes, sum(effective_minutes(person, unit, norm) for person in present))
    grade = "" if ratio is None else effect_class(ratio, norm).name
    return AbkRow(
        unit.id, position, minutes, exact, rounded, len(present), len(present) - rounded, ratio, grade
    )


def _work_by_position(packages: Iterable[WorkPackage]) -> defaultdict[str, list[int]]:
    work: defaultdict[str, list[int]] = defaultdict(list)
    for package in packages:
        work[package.position or UNNAMED_POSITION].append(package.minutes)
    return work


def _staff_by_position(
    employees: Iterable[Employee], asked: frozenset[str]
) -> defaultdict[str, list[Employee]]:
    staff: defaultdict[str, list[Employee]] = defaultdict(list)
    for employee in employees:
        staff[_abk_position(employee, asked)].append(employee)
    return staff


def _abk_position(employee: Employee, asked: frozenset[str]) -> str:
    """ABK names a position with its level ("Perencana Ahli Muda") or without: the closer spelling wins."""
    spelled = {name.casefold(): name for name in asked}
    with_level = f"{employee.position} {employee.level or ''}".strip()
    return (
        spelled.get(with_level.casefold()) or spelled.get(employee.position.casefold()) or employee.position
    )


def _together(id: str, rows: Iterable[WorkNeed]) -> WorkNeed:
    parts = tuple(rows)
    return WorkNeed(id, sum(p.minutes for p in parts), sum((p.need for p in parts), Decimal(0)))


def _full_time(unit: Unit, norm: Norm) -> Decimal:
    return effective_hours(unit, norm) * MINUTES_PER_HOUR


def _goes_out(loan: Loan, known: set[str]) -> bool:
    return loan.granted and loan.host not in known


def _ceil(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), rounding=ROUND_CEILING)


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
