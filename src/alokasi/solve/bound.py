"""Proven bounds from HiGHS, an engine of its own, on the very rows CP-SAT searches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

from ortools.math_opt.python import mathopt

from alokasi.solve.branching import Branching, Linear, highs, model_of
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Built, plan_values
from alokasi_models.ledger import Ledger

SOURCE = "HiGHS"
UNBOUNDED = 2**61  # beyond it a row has no limit on that side
_USED = 1e-4
_SLACK = 1e-6  # a relaxation is solved in floating point: only what is clearly above a whole number rounds up


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The relaxation's optimum: a proven bound of the objective, and the seats it uses at least in part."""

    bound: float
    seats: frozenset[tuple[str, str]]


def relax(built: Built, clock: Clock) -> Relaxed | None:
    """Solves the relaxation; None where the clock ran out first or HiGHS failed.

    Every row of our models is linear with whole coefficients, so the objective of a plan is a whole number and the
    bound may be rounded up.
    """
    if clock.left <= 0:
        return None
    linear, variables = model_of(linear_of(built, whole=False))
    limit = mathopt.SolveParameters(time_limit=timedelta(seconds=max(clock.left, 0.05)))
    answer = highs(linear, limit)
    if answer is None or answer.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return None
    best: float = answer.termination.objective_bounds.dual_bound
    values = answer.variable_values()
    seats = frozenset(
        place
        for place, member in built.x.member.items()
        if not isinstance(member, int) and values[variables[member.index]] > _USED
    )
    return Relaxed(whole_number(best), seats)


def branch(built: Built, standing: Ledger, seconds: float, nodes: int | None = None) -> Branching:
    """Starts branch and cut from a plan, with whole seats and continuous hours.

    With a limit of `nodes` its plan is the same on any computer; with `seconds` alone only the bound should be used.
    """
    known = plan_values(built.x, standing)
    built.aux.fill(known)
    return Branching(linear_of(built, whole=True), known, max(seconds, 0.05), nodes)


def whole_number(bound: float) -> float:
    """A proven bound of an objective that is a whole number, and never below 0."""
    return max(0.0, math.ceil(bound - _SLACK * max(1.0, abs(bound)))) if math.isfinite(bound) else 0.0


def linear_of(built: Built, whole: bool) -> Linear:
    """Variables, rows and objective; switches whole if asked, hours never."""
    model = built.model.proto
    variables = []
    for variable in model.variables:
        low, high = variable.domain[0], variable.domain[1]
        variables.append((low, high, whole and low >= 0 and high <= 1))
    rows = []
    for constraint in model.constraints:
        if not constraint.has_linear():  # asking for it would make it one
            continue
        row = constraint.linear
        indices = list(row.vars)
        if indices:
            low, high = row.domain[0], row.domain[1]
            rows.append(
                (
                    low if low > -UNBOUNDED else None,
                    high if high < UNBOUNDED else None,
                    indices,
                    list(row.coeffs),
                )
            )
    objective = list(zip(model.objective.vars, model.objective.coeffs, strict=True))
    return {"variables": variables, "rows": rows, "objective": objective, "offset": model.objective.offset}
