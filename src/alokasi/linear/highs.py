"""HiGHS on a linear program: its relaxation at once, and a set-up for branch and cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from alokasi.linear.program import Floats, Linear

WHOLE_STEP = 0.9  # objectives of plans are whole numbers: what is nearer than one is proved


@dataclass(frozen=True, slots=True)
class Optimum:
    """Of a relaxation, in the units of the model; `reduced`: each column's reduced cost for one unit."""

    bound: float
    values: Floats
    reduced: Floats


def relaxation(linear: Linear, left: Callable[[], float]) -> Optimum | None:
    """The optimum without whole numbers; None where no seconds were `left` before it was found, or HiGHS failed."""
    engine = engine_of(linear, left())

    def look_up(event: Any) -> None:
        if left() <= 0:
            event.interrupt()

    simplex, interior = engine.cbSimplexInterrupt, engine.cbIpmInterrupt
    simplex += look_up
    interior += look_up
    engine.run()
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solution = engine.getSolution()
    return Optimum(
        engine.getInfo().objective_function_value * linear.money,
        np.asarray(solution.col_value) * linear.unit,
        np.asarray(solution.col_dual) * linear.money / linear.unit,
    )


def engine_of(linear: Linear, seconds: float) -> Any:
    """A silent engine of one thread with the program loaded; highspy leaves its types open."""
    engine = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it untyped
    engine.silent()
    engine.setOptionValue("threads", 1)
    engine.setOptionValue("time_limit", max(seconds, 0.05))
    engine.setOptionValue("mip_rel_gap", 0.0)
    engine.setOptionValue("mip_abs_gap", WHOLE_STEP / linear.money)
    engine.passModel(_program(linear))
    return engine


def start_from(engine: Any, columns: Floats) -> None:
    """Gives branch and cut a plan to start from."""
    known = highspy.HighsSolution()
    known.col_value = list(columns)
    engine.setSolution(known)


def _program(linear: Linear) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_ = len(linear.cost)
    program.num_row_ = len(linear.row_lower)
    program.col_cost_ = linear.cost
    program.offset_ = linear.offset
    program.col_lower_ = linear.lower
    program.col_upper_ = linear.upper
    program.row_lower_ = linear.row_lower
    program.row_upper_ = linear.row_upper
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = linear.starts
    program.a_matrix_.index_ = linear.columns
    program.a_matrix_.value_ = linear.entries
    if linear.whole.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        program.integrality_ = [kinds[int(whole)] for whole in linear.whole]
    return program
