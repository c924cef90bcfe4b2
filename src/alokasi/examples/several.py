"""Several generated units in one workbook: how much a whole ministry's data takes to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from alokasi.examples.generated import generate
from alokasi_models.problem import Problem

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Row = TypeVar("_Row", bound="DataclassInstance")


def several(units: int, staff: int) -> Problem:
    """`units` units of `staff` own people each, and their guests; ids begin with the number of the unit."""
    parts = [_numbered(generate(staff, seed), seed + 1) for seed in range(units)]

    def all_of(rows: Callable[[Problem], Iterable[_Row]]) -> tuple[_Row, ...]:
        return tuple(row for part in parts for row in rows(part))

    return replace(
        parts[0],
        units=all_of(lambda p: p.units),
        officials=all_of(lambda p: p.officials),
        employees=all_of(lambda p: p.employees),
        indicators=all_of(lambda p: p.indicators),
        packages=all_of(lambda p: p.packages),
        needs=all_of(lambda p: p.needs),
        teams=all_of(lambda p: p.teams),
        loans=all_of(lambda p: p.loans),
        locks=all_of(lambda p: p.locks),
        current=all_of(lambda p: p.current),
    )


def _numbered(made: Problem, number: int) -> Problem:
    """The same unit under ids of its own; competences stay common to all."""

    def own(row: _Row, *ids: str) -> _Row:
        return replace(row, **{id: f"{number}-{given}" for id in ids if (given := getattr(row, id))})

    return replace(
        made,
        units=tuple(own(row, "id") for row in made.units),
        officials=tuple(own(row, "id", "unit", "superior") for row in made.officials),
        employees=tuple(own(row, "id", "unit", "superior") for row in made.employees),
        indicators=tuple(own(row, "id", "unit") for row in made.indicators),
        packages=tuple(own(row, "id", "unit", "indicator", "team", "current_team") for row in made.packages),
        needs=tuple(own(row, "package") for row in made.needs),
        teams=tuple(own(row, "id", "unit", "seat") for row in made.teams),
        loans=tuple(own(row, "employee", "host", "team") for row in made.loans),
        locks=tuple(own(row, "employee", "team", "other", "package") for row in made.locks),
        current=tuple(own(row, "employee", "team", "seat") for row in made.current),
    )
