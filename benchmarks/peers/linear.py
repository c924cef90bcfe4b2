"""The whole model for an engine of linear programs: every row of ours is linear, every variable a whole number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

NO_LIMIT = 2**61  # beyond it a row has no limit on that side

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """min cost x + offset, all whole; row r has the entries starts[r] to starts[r + 1]."""

    cost: Floats
    offset: float
    lower: Floats
    upper: Floats
    row_lower: Floats
    row_upper: Floats
    starts: Indices
    columns: Indices
    entries: Floats


def program_of(proto: Any) -> Program:
    """Of a CP-SAT model without anything but linear rows."""
    cost = np.zeros(len(proto.variables))
    for index, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        cost[index] += coefficient
    starts, columns, entries, lower, upper = [0], [], [], [], []
    for constraint in proto.constraints:
        if not constraint.has_linear():
            continue
        row = constraint.linear
        if not row.vars:
            continue
        columns += list(row.vars)
        entries += list(row.coeffs)
        starts.append(len(columns))
        lower.append(-np.inf if row.domain[0] < -NO_LIMIT else float(row.domain[0]))
        upper.append(np.inf if row.domain[1] > NO_LIMIT else float(row.domain[1]))
    return Program(
        cost=cost,
        offset=proto.objective.offset,
        lower=np.array([v.domain[0] for v in proto.variables], dtype=float),
        upper=np.array([v.domain[1] for v in proto.variables], dtype=float),
        row_lower=np.array(lower),
        row_upper=np.array(upper),
        starts=np.array(starts, dtype=np.int64),
        columns=np.array(columns, dtype=np.int64),
        entries=np.array(entries, dtype=float),
    )
