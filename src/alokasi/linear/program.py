"""A linear program for HiGHS, in units that suit floating point.

HiGHS works with absolute tolerances around 1e-6. In minutes, rows reach 1e9 and its cuts drown in them: the same
units give a bound ten times nearer once a person's year is about 1. All factors are powers of two, which lose nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

YEAR = 2.0**16  # minutes: about what a person works in a year
COST = 2.0**8  # the largest cost of a column
_SLACK = 1e-6  # floating point: only what is clearly above a whole number rounds up

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """min cost x + offset; columns within lower..upper, `whole` ones whole; rows within row_lower..row_upper.

    Row r has the entries starts[r]..starts[r + 1] of `columns` and `entries`. A column of the model is `unit` times
    its column here, an objective of the model `money` times the one here.
    """

    cost: Floats
    offset: float
    lower: Floats
    upper: Floats
    whole: npt.NDArray[np.bool_]
    row_lower: Floats
    row_upper: Floats
    starts: Indices
    columns: Indices
    entries: Floats
    unit: Floats
    money: float

    def scaled(self, values: Mapping[int, int]) -> Floats:
        """A plan's values of the model's variables, as columns; 0 where none is given."""
        found = np.zeros(len(self.unit))
        found[list(values.keys())] = list(values.values())
        return found / self.unit


def scaled(
    cost: Floats,
    offset: float,
    domains: Floats,
    limits: Floats,
    rows: tuple[Indices, Indices, Floats],
    whole: bool,
) -> Linear:
    """A program in units that suit. `domains`, `limits`: lower and upper of columns and rows; `rows`: starts, columns,
    entries. Columns of 0 and 1 are switches: `whole` where asked, and never rescaled.
    """
    starts, columns, entries = rows
    lower, upper = domains[:, 0], domains[:, 1]
    switch = (lower >= 0) & (upper <= 1)
    unit = np.where(switch | (upper < YEAR / COST), 1.0, YEAR)
    entries = entries * unit[columns]
    largest = _power(np.maximum.reduceat(np.abs(entries), starts[:-1])) if len(limits) else np.ones(0)
    cost = cost * unit
    money = float(_power(np.array([max(np.abs(cost).max(initial=0.0), 1.0)]))[0]) / COST
    return Linear(
        cost=cost / money,
        offset=offset / money,
        lower=lower / unit,
        upper=upper / unit,
        whole=switch if whole else np.zeros_like(switch),
        row_lower=limits[:, 0] / largest,
        row_upper=limits[:, 1] / largest,
        starts=starts,
        columns=columns,
        entries=entries / np.repeat(largest, np.diff(starts)),
        unit=unit,
        money=money,
    )


def whole_number(bound: float) -> float:
    """A proven bound of an objective that is a whole number, and never below 0."""
    return max(0.0, math.ceil(bound - _SLACK * max(1.0, abs(bound)))) if math.isfinite(bound) else 0.0


def _power(sizes: Floats) -> Floats:
    """The power of two at or below each."""
    found: Floats = np.exp2(np.floor(np.log2(sizes)))
    return found
