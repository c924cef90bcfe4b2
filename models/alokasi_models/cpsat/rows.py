"""Posts one row with both of its limits; a row of plain numbers is judged at once."""

from __future__ import annotations

from typing import TypeAlias

from ortools.sat.python import cp_model

from alokasi_models.cpsat.decisions import Expr

Posted: TypeAlias = tuple[str, cp_model.Constraint]
INFINITY = 2**62


def post(
    model: cp_model.CpModel, expression: Expr, least: int | None, most: int | None
) -> cp_model.Constraint:
    """`least <= expression <= most` as one ranged row: two inequalities cost a factor of a hundred in search."""
    low = -INFINITY if least is None else least
    high = INFINITY if most is None else most
    if isinstance(expression, int):
        return model.add_bool_and([]) if low <= expression <= high else model.add_bool_or([])
    return model.add_linear_constraint(expression, low, high)
