"""Proven bounds from HiGHS, an engine of its own, on the very rows CP-SAT searches."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from alokasi.linear.highs import relaxation
from alokasi.linear.program import Floats, Indices, Linear, scaled, whole_number
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Built, plan_values
from alokasi_models.cpsat.auxiliaries import Values
from alokasi_models.cpsat.decisions import Number
from alokasi_models.ledger import Ledger

SOURCE = "HiGHS"
UNBOUNDED = 2**61  # beyond it a row has no limit on that side
ROWS_A_LOOK = 500  # after so many rows somebody may have asked to stop
_USED = 1e-4


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The relaxation's optimum: a proven bound of the objective, and what it uses at least in part: seats (employee,
    team), and holders of individual work (package, employee).
    """

    bound: float
    seats: frozenset[tuple[str, str]]
    holding: frozenset[tuple[str, str]]


def relax(built: Built, clock: Clock) -> Relaxed | None:
    """Solves the relaxation; None where the clock ran out first or HiGHS failed.

    Every row of our models is linear with whole coefficients, so the objective of a plan is a whole number and the
    bound may be rounded up.
    """
    if clock.left <= 0:
        return None
    found = relaxation(linear_of(built, whole=False), lambda: clock.left)
    if found is None:
        return None

    def used(switches: Mapping[tuple[str, str], Number]) -> frozenset[tuple[str, str]]:
        return frozenset(
            place
            for place, switch in switches.items()
            if not isinstance(switch, int) and found.values[switch.index] > _USED
        )

    return Relaxed(whole_number(found.bound), used(built.x.member), used(built.x.alone))


def known_to(built: Built, standing: Ledger) -> Values:
    """Values of all variables of a model in a plan."""
    known = plan_values(built.x, standing)
    built.aux.fill(known)
    return known


def linear_of(built: Built, whole: bool) -> Linear:
    """Variables, rows and objective of a model; switches whole if asked, hours never."""
    proto = built.model.proto
    domains = np.array([(v.domain[0], v.domain[1]) for v in proto.variables], dtype=float).reshape(-1, 2)
    cost = np.zeros(len(domains))
    for index, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        cost[index] += coefficient
    limits, rows = _rows(built)
    return scaled(cost, proto.objective.offset, domains, limits, rows, whole)


def _rows(built: Built) -> tuple[Floats, tuple[Indices, Indices, Floats]]:
    """Limits (rows, 2), and starts, columns and entries of every row with a variable."""
    limits: list[tuple[float, float]] = []
    starts, columns, entries = [0], [], []
    for place, constraint in enumerate(built.model.proto.constraints):
        if place % ROWS_A_LOOK == 0:
            built.inst.watch()
        if not constraint.has_linear():  # asking for it would make it one
            continue
        row = constraint.linear
        here = list(row.vars)
        if here:
            low, high = row.domain[0], row.domain[1]
            limits.append((low if low > -UNBOUNDED else -math.inf, high if high < UNBOUNDED else math.inf))
            columns += here
            entries += list(row.coeffs)
            starts.append(len(columns))
    return np.array(limits, dtype=float).reshape(-1, 2), (
        np.array(starts, dtype=np.int64),
        np.array(columns, dtype=np.int64),
        np.array(entries, dtype=float),
    )
