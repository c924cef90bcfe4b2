"""HiGHS given the whole model, by highspy and by ortools (MathOpt)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import highspy
import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from peers.linear import Program, program_of
from peers.whole import Found, Tell

# A line of HiGHS' log while it branches: open, leaves, explored %, best bound, best solution, gap, ..., time
_LOGGED = re.compile(r"\s(?P<explored>[\d.]+)%\s+(?P<bound>\S+)\s+(?P<value>\S+)\s+\S+%?\s.*\s[\d.]+s\s*$")


def by_highspy(model: cp_model.CpModel, seconds: float, tell: Tell) -> Found:
    """`tell` gets every better plan at once."""
    engine = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it untyped
    engine.silent()
    engine.setOptionValue("time_limit", seconds)
    engine.passModel(_for_highspy(program_of(model.proto)))
    improving = engine.cbMipImprovingSolution
    improving += lambda event: tell(event.data_out.objective_function_value, event.data_out.mip_dual_bound)
    engine.run()
    info = engine.getInfo()
    bound = info.mip_dual_bound if np.isfinite(info.mip_dual_bound) else None
    status = engine.modelStatusToString(engine.getModelStatus())
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Found(status, None, bound)
    return Found(status, tuple(round(value) for value in engine.getSolution().col_value), bound)


def by_ortools(model: cp_model.CpModel, seconds: float, tell: Tell) -> Found:
    """MathOpt has no callback for plans of HiGHS, so they are read off its log, as it tells them."""
    best = np.inf

    def listen(lines: Sequence[str]) -> None:
        nonlocal best
        for line in lines:
            told = logged(line)
            if told is not None and told[0] < best:
                best = told[0]
                tell(*told)

    made = mathopt.Model.from_model_proto(_for_mathopt(program_of(model.proto)))
    result = mathopt.solve(
        made,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), enable_output=True),
        msg_cb=listen,
    )
    bound = result.termination.objective_bounds.dual_bound
    status = str(result.termination.reason.name)
    if not result.has_primal_feasible_solution():
        return Found(status, None, bound if np.isfinite(bound) else None)
    values = result.variable_values()
    ordered = sorted(values.items(), key=lambda item: item[0].id)
    return Found(status, tuple(round(value) for _, value in ordered), bound if np.isfinite(bound) else None)


def logged(line: str) -> tuple[float, float] | None:
    """Best value and bound of a line of HiGHS' log; None of any other line, or before there is a plan."""
    found = _LOGGED.search(line)
    if found is None or found["value"] in ("inf", "-inf"):
        return None
    return float(found["value"]), float(found["bound"])


def _for_highspy(whole: Program) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(whole.cost), len(whole.row_lower)
    program.col_cost_, program.offset_ = whole.cost, whole.offset
    program.col_lower_, program.col_upper_ = whole.lower, whole.upper
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(whole.cost)
    program.row_lower_, program.row_upper_ = whole.row_lower, whole.row_upper
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = whole.starts
    program.a_matrix_.index_ = whole.columns
    program.a_matrix_.value_ = whole.entries
    return program


def _for_mathopt(whole: Program) -> Any:
    proto = model_pb2.ModelProto()
    ids = range(len(whole.cost))
    proto.variables.ids.extend(ids)
    proto.variables.lower_bounds.extend(whole.lower)
    proto.variables.upper_bounds.extend(whole.upper)
    proto.variables.integers.extend([True] * len(whole.cost))
    proto.objective.offset = whole.offset
    costly = np.flatnonzero(whole.cost)
    proto.objective.linear_coefficients.ids.extend(costly.tolist())
    proto.objective.linear_coefficients.values.extend(whole.cost[costly])
    rows = len(whole.row_lower)
    proto.linear_constraints.ids.extend(range(rows))
    proto.linear_constraints.lower_bounds.extend(whole.row_lower)
    proto.linear_constraints.upper_bounds.extend(whole.row_upper)
    row_of = np.repeat(np.arange(rows), np.diff(whole.starts))
    order = np.lexsort((whole.columns, row_of))  # MathOpt asks for columns in order
    matrix = proto.linear_constraint_matrix
    matrix.row_ids.extend(row_of[order].tolist())
    matrix.column_ids.extend(whole.columns[order].tolist())
    matrix.coefficients.extend(whole.entries[order])
    return proto
