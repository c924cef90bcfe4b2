"""The example of pattern 2, and the same unit with one thing changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from alokasi.examples import example
from alokasi.workbook import write_template
from alokasi_models.problem import LockKind, Problem, Team, UnitScope
from builders import lock

HEAD, UNIT = "B01", "DCT"


def lawful() -> Problem:
    return example("2")


def crowded() -> Problem:
    """Eleven given teams under the head, who may have ten (K083)."""
    teams = tuple(Team(f"TIM{n:02}", f"Tim Nomor {n}", UNIT, HEAD) for n in range(1, 12))
    return replace(lawful(), teams=teams)


def overloaded() -> Problem:
    """One person is given more hours than the policy allows (P01): no clause forbids it."""
    made = lawful()
    large = replace(made.packages[0], id="RAKSASA", volume=Decimal(4000), norm_hours=Decimal(1))
    fixed = lock(LockKind.HOURS, made.employees[0].id, package="RAKSASA", minutes=3000 * 60)
    return replace(made, packages=(*made.packages, large), locks=(fixed,))


def inspectorate() -> Problem:
    """Pattern 7: assignment is governed by other regulations."""
    return _with_unit(scope=UnitScope.SUPERVISION)


def not_simplified() -> Problem:
    return _with_unit(simplified=False)


def flawed(path: Path, problem: Problem | None = None) -> Path:
    """A person without a unit that exists."""
    write_template(path, problem or lawful())
    book = openpyxl.load_workbook(path)
    page = book["Pegawai"]
    column = next(cell.column for cell in page[1] if str(cell.value).startswith("kode_unit"))
    page.cell(2, column, "TIDAK-ADA")
    book.save(path)
    return path


def _with_unit(**values: object) -> Problem:
    made = lawful()
    return replace(
        made, units=tuple(replace(unit, **values) if unit.id == UNIT else unit for unit in made.units)
    )  # type: ignore[arg-type]  # passed through
