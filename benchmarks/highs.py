"""HiGHS, an engine of its own, given the whole model: every row of ours is linear, every variable a whole number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

LARGE = 2**61  # beyond it a row has no limit on that side


@dataclass(frozen=True, slots=True)
class Found:
    """`values`: by variable index, None without a plan; `bound` None where it has none."""

    status: str
    values: tuple[int, ...] | None
    bound: float | None


def solve_whole(proto: Any, seconds: float, tell: Callable[[float, float], None]) -> Found:
    """Minimises a CP-SAT model of linear rows; `tell` gets value and bound of every better plan at once."""
    engine = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it untyped
    engine.silent()
    engine.setOptionValue("time_limit", seconds)
    engine.passModel(_rows(proto))
    improving = engine.cbMipImprovingSolution
    improving += lambda event: tell(event.data_out.objective_function_value, event.data_out.mip_dual_bound)
    engine.run()
    info = engine.getInfo()
    bound = info.mip_dual_bound if np.isfinite(info.mip_dual_bound) else None
    status = engine.modelStatusToString(engine.getModelStatus())
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Found(status, None, bound)
    return Found(status, tuple(round(value) for value in engine.getSolution().col_value), bound)


def _rows(proto: Any) -> highspy.HighsLp:
    program = highspy.HighsLp()
    columns = len(proto.variables)
    cost = np.zeros(columns)
    for index, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        cost[index] += coefficient
    program.num_col_ = columns
    program.col_cost_ = cost
    program.offset_ = proto.objective.offset
    program.col_lower_ = np.array([v.domain[0] for v in proto.variables], dtype=float)
    program.col_upper_ = np.array([v.domain[1] for v in proto.variables], dtype=float)
    program.integrality_ = [highspy.HighsVarType.kInteger] * columns
    starts, indices, values, lower, upper = [0], [], [], [], []
    for constraint in proto.constraints:
        row = constraint.linear
        if not row.vars:
            continue
        indices += list(row.vars)
        values += list(row.coeffs)
        starts.append(len(indices))
        lower.append(-highspy.kHighsInf if row.domain[0] < -LARGE else row.domain[0])
        upper.append(highspy.kHighsInf if row.domain[1] > LARGE else row.domain[1])
    program.num_row_ = len(lower)
    program.row_lower_ = np.array(lower, dtype=float)
    program.row_upper_ = np.array(upper, dtype=float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.array(starts)
    program.a_matrix_.index_ = np.array(indices)
    program.a_matrix_.value_ = np.array(values, dtype=float)
    return program
