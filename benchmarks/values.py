"""Arithmetic on measured runs: values at a moment, best bounds, gaps."""

from __future__ import annotations

from collections.abc import Iterable

from runs import Run

MARKS = (5.0, 20.0)  # seconds at which values of the weighted sum are compared


def value_at(run: Run, mark: float) -> float | None:
    """The value reached by this second; None before the first plan."""
    return min((step.value for step in run.steps if step.seconds <= mark), default=None)


def best_bounds(runs: Iterable[Run]) -> dict[str, float]:
    """Case to the best bound any of its runs proved for its first objective."""
    bounds: dict[str, float] = {}
    for run in runs:
        for aim in run.aims[:1]:
            if aim.bound is not None:
                bounds[run.case] = max(bounds.get(run.case, aim.bound), aim.bound)
    return bounds


def gap(value: float | None, bound: float | None) -> float | None:
    """Share of the value that may still be won; None where value or bound is missing."""
    if value is None or bound is None:
        return None
    return 0.0 if value <= bound else (value - bound) / value
