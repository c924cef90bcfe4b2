"""A model of CP-SAT as HiGHS sees it: every variable whole, in the model's own units. Read from the rows alone, apart
from how the solver reads them.
"""

from __future__ import annotations

import highspy
import numpy as np
from ortools.sat.python import cp_model

BEYOND = 1e18  # no limit on that side
PROVED, IMPOSSIBLE, OPEN = "OPTIMAL", "INFEASIBLE", "UNKNOWN"


def optimum(model: cp_model.CpModel, seconds: float) -> tuple[str, int | None]:
    """Status in the words of CP-SAT, and the optimum; `UNKNOWN` where time ran out."""
    proto = model.proto
    if any(row.has_bool_or() and not len(row.bool_or.literals) for row in proto.constraints):
        return IMPOSSIBLE, None  # a row of plain numbers that does not hold
    engine = highspy.Highs()
    engine.silent()
    for name, value in {"mip_rel_gap": 0.0, "mip_abs_gap": 0.5, "time_limit": seconds, "threads": 1}.items():
        engine.setOptionValue(name, value)
    engine.passModel(_program(model))
    engine.run()
    status = engine.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return IMPOSSIBLE, None
    if status != highspy.HighsModelStatus.kOptimal:
        return OPEN, None
    return PROVED, round(engine.getInfo().objective_function_value)


def _program(model: cp_model.CpModel) -> highspy.HighsLp:
    proto = model.proto
    rows = [row.linear for row in proto.constraints if row.has_linear()]
    cost = np.zeros(len(proto.variables))
    for index, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        cost[index] += coefficient
    columns = np.array([(v.domain[0], v.domain[1]) for v in proto.variables], dtype=float)
    limits = np.array([(row.domain[0], row.domain[1]) for row in rows], dtype=float)
    limits[limits < -BEYOND], limits[limits > BEYOND] = -np.inf, np.inf
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(columns), len(rows)
    program.col_cost_, program.offset_ = cost, float(proto.objective.offset)
    program.col_lower_, program.col_upper_ = columns[:, 0], columns[:, 1]
    program.row_lower_, program.row_upper_ = limits[:, 0], limits[:, 1]
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.cumsum([0, *(len(row.vars) for row in rows)])
    program.a_matrix_.index_ = np.array([index for row in rows for index in row.vars])
    program.a_matrix_.value_ = np.array([by for row in rows for by in row.coeffs], dtype=float)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
    return program
