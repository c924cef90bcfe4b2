"""Proven bounds from HiGHS, an engine of its own: the linear relaxation of the very rows CP-SAT searches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ortools.math_opt.python import mathopt

from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Built

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
    """Solves the relaxation; None where the clock ran out first.

    Every row of our models is linear with whole coefficients, so the objective of a plan is a whole number and the
    bound may be rounded up.
    """
    if clock.left <= 0:
        return None
    linear, variables = _linear(built.model.proto)
    limit = mathopt.SolveParameters(time_limit=timedelta(seconds=max(clock.left, 0.05)))
    answer = mathopt.solve(linear, mathopt.SolverType.HIGHS, params=limit)
    if answer.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return None
    best: float = answer.termination.objective_bounds.dual_bound
    values = answer.variable_values()
    seats = frozenset(
        place
        for place, member in built.x.member.items()
        if not isinstance(member, int) and values[variables[member.index]] > _USED
    )
    return Relaxed(_whole_number(best), seats)


def mixed_bound(built: Built, seconds: float) -> float | None:
    """The bound of HiGHS' branch and cut with whole seats and continuous hours: higher than the relaxation's.

    None where it has none yet. How far it comes depends on the clock; no plan depends on it.
    """
    linear, variables = _linear(built.model.proto)
    for variable in variables:
        variable.integer = variable.lower_bound >= 0 and variable.upper_bound <= 1
    limit = mathopt.SolveParameters(time_limit=timedelta(seconds=max(seconds, 0.05)))
    answer = mathopt.solve(linear, mathopt.SolverType.HIGHS, params=limit)
    best: float = answer.termination.objective_bounds.dual_bound
    return None if math.isinf(best) else _whole_number(best)


def _whole_number(bound: float) -> float:
    return max(0.0, math.ceil(bound - _SLACK * max(1.0, abs(bound))))


def _linear(model: Any) -> tuple[mathopt.Model, list[mathopt.Variable]]:
    linear = mathopt.Model()
    variables = [linear.add_variable(lb=v.domain[0], ub=v.domain[1]) for v in model.variables]
    for constraint in model.constraints:
        row = constraint.linear
        indices = list(row.vars)
        if not indices:
            continue
        low, high = row.domain[0], row.domain[1]
        added = linear.add_linear_constraint(
            lb=low if low > -UNBOUNDED else -math.inf, ub=high if high < UNBOUNDED else math.inf
        )
        for index, coefficient in zip(indices, row.coeffs, strict=True):
            added.set_coefficient(variables[index], coefficient)
    for index, coefficient in zip(model.objective.vars, model.objective.coeffs, strict=True):
        linear.objective.set_linear_coefficient(variables[index], coefficient)
    linear.objective.offset = model.objective.offset
    return linear, variables
