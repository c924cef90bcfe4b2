"""A workbook, or a plan, under other ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from alokasi_models.plan import Plan
from alokasi_models.problem import Problem

New = Callable[[str], str]
_IDS: dict[str, tuple[str, ...]] = {
    "units": ("id",),
    "officials": ("id", "unit", "superior"),
    "employees": ("id", "unit", "superior"),
    "indicators": ("id", "unit"),
    "packages": ("id", "unit", "indicator", "team", "current_team"),
    "needs": ("package",),
    "teams": ("id", "unit", "seat"),
    "loans": ("employee", "host", "team"),
    "locks": ("employee", "team", "other", "package"),
    "current": ("employee", "team", "seat"),
}


def renamed(p: Problem, new: New) -> Problem:
    """Every id of people, officials, units, teams, work and indicators; blanks stay blank."""
    return replace(
        p, **{table: tuple(_row(row, ids, new) for row in getattr(p, table)) for table, ids in _IDS.items()}
    )


def renamed_plan(plan: Plan, new: New) -> Plan:
    return replace(
        plan,
        teams=tuple(_row(team, ("id", "unit", "seat"), new) for team in plan.teams),
        seats=tuple(_row(seat, ("team", "employee"), new) for seat in plan.seats),
        work=tuple(_row(row, ("package", "team", "employee"), new) for row in plan.work),
    )


def _row(row: Any, ids: tuple[str, ...], new: New) -> Any:
    return replace(row, **{id: new(old) for id in ids if (old := getattr(row, id))})
