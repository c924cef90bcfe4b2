"""Workload analysis (sheet ABK): need in people per position and unit against the incumbents.

Need = sum(volume x norm) / effective time; EJ (a position) and EU (the unit) = workload / (incumbents x effective time).
Class A, over 1.00, means overload.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from alokasi_models.packs import effective_hours
from alokasi_models.problem import MINUTES_PER_HOUR, Employee, Problem, Unit
from alokasi_models.workload import effect_class, effectiveness, need

from alokasi.results import Result
from alokasi.tables.frames import Columns, frame, hours

POSITION_NEED: Columns = {
    "kode_unit": str,
    "nama_jabatan": str,  # TOTAL for the unit
    "beban_jam": float,
    "kebutuhan": float,  # people, exact
    "pembulatan": float,  # people, rounded as the norm says; of a unit: the sum of its positions
    "pemangku": int,  # incumbents
    "selisih": float,  # incumbents less rounded need: below 0 is a shortage
    "ej": float,  # NaN without incumbents
    "kelas": str,  # A .. E, "" without incumbents
}

TOTAL = "Jumlah unit"
UNNAMED = "(jabatan belum disebut)"  # packages without nama_jabatan


def position_need(result: Result) -> pd.DataFrame:
    """A row per position of each planned unit, then the unit's total. Columns: POSITION_NEED."""
    return frame(POSITION_NEED, (row for unit in result.problem.planned for row in _unit_rows(result, unit)))


def _unit_rows(result: Result, unit: Unit) -> Iterator[tuple[object, ...]]:
    work = _work(result.problem, unit)
    staff = _incumbents(result.problem, unit, frozenset(work))
    rows = [
        _row(result, unit, position, work.get(position, []), staff.get(position, 0))
        for position in sorted(work.keys() | staff.keys(), key=lambda name: (name == UNNAMED, name))
    ]
    yield from rows
    minutes = [m for rows_of in work.values() for m in rows_of]
    rounded = sum(row[4] for row in rows)
    yield _row(result, unit, TOTAL, minutes, sum(staff.values()), rounded)


def _row(
    result: Result, unit: Unit, position: str, minutes: list[int], incumbents: int, rounded_sum: float | None = None
) -> tuple[str, str, float, float, float, int, float, float, str]:
    norm = result.ruleset.norm
    full_time = int(effective_hours(unit, norm) * MINUTES_PER_HOUR)
    exact, rounded = need(minutes, full_time, norm.rounding)
    people = float(rounded) if rounded_sum is None else rounded_sum
    ratio = effectiveness(sum(minutes), incumbents * full_time)
    return (
        unit.id,
        position,
        hours(sum(minutes)),
        round(float(exact), 4),
        people,
        incumbents,
        incumbents - people,
        float("nan") if ratio is None else round(float(ratio), 4),
        "" if ratio is None else effect_class(ratio, norm).name,
    )


def _work(problem: Problem, unit: Unit) -> dict[str, list[int]]:
    work: dict[str, list[int]] = defaultdict(list)
    for package in problem.packages:
        if package.unit == unit.id:
            work[package.position or UNNAMED].append(package.minutes)
    return work


def _incumbents(problem: Problem, unit: Unit, named: frozenset[str]) -> dict[str, int]:
    staff: dict[str, int] = defaultdict(int)
    for employee in problem.employees:
        if employee.unit == unit.id:
            staff[_position(employee, named)] += 1
    return staff


def _position(employee: Employee, named: frozenset[str]) -> str:
    """The ABK may name a position with or without its level ("Perencana Ahli Muda", "Perencana"): the closer one wins."""
    with_level = f"{employee.position} {employee.level}" if employee.level else employee.position
    spelled = {name.casefold(): name for name in named}
    return spelled.get(with_level.casefold()) or spelled.get(employee.position.casefold()) or employee.position
