"""ABK arithmetic: effective time, need, effectiveness (EJ, EU) and its classes.

Need of a row = volume x norm / effective hours; EJ = workload / (incumbents x effective hours). Class A (over 1.00)
means overload. Sources of the constants stand in the norm file and are printed with every result.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from alokasi_models.norms import EffectClass, Norm, Rounding, effective_hours
from alokasi_models.problem import MINUTES_PER_HOUR, Employee, Loan, Problem, Unit, UnitRole

FULL = Decimal(100)


def availability(employee: Employee, year: int) -> Decimal:
    """Share of the year a person is there, 0 to 100 %: as given, else by days between arrival and departure."""
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
    """Minutes of our own people reserved for units that are not in the workbook (granted loans with jam_maks)."""
    known = {unit.id for unit in problem.units}
    reserved: dict[str, int] = {}
    for loan in problem.loans:
        if _goes_out(loan, known):
            reserved[loan.employee] = reserved.get(loan.employee, 0) + (loan.max_minutes or 0)
    return reserved


def need(minutes: Iterable[int], full_time_minutes: int, rounding: Rounding) -> tuple[Decimal, Decimal]:
    """Need in people of a group of rows, exact and rounded: (sum / effective time, as the rounding says)."""
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


def _goes_out(loan: Loan, known: set[str]) -> bool:
    return loan.granted and loan.host not in known


def _ceil(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), rounding=ROUND_CEILING)


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
