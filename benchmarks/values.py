"""Arithmetic on measured runs: values at a moment, best bounds, gaps, means over seeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from runs import Run

MARKS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 180.0)  # seconds at which values are compared
TOLERANCE = 0.001  # means over seeds nearer than this are alike


def value_at(run: Run, mark: float) -> float | None:
    """The value of the first objective reached by this second; None before the first plan."""
    first = run.steps[0].aim if run.steps else ""
    return min((step.value for step in run.steps if step.seconds <= mark and step.aim == first), default=None)


def marks_within(limit: float) -> tuple[float, ...]:
    """Marks up to the limit of a run, the limit among them."""
    return (*(mark for mark in MARKS if mark < limit), limit)


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


def gap_at(run: Run, bounds: Mapping[str, float], mark: float) -> float | None:
    return gap(value_at(run, mark), bounds.get(run.case))


def mean_gap(runs: Sequence[Run], bounds: Mapping[str, float], mark: float) -> float | None:
    """Over the seeds; None where one of them has no plan yet, or no bound is known."""
    gaps = [gap_at(run, bounds, mark) for run in runs]
    known = [found for found in gaps if found is not None]
    return fmean(known) if known and len(known) == len(gaps) else None


def proved_after(run: Run) -> float | None:
    """Seconds after which value and bound of every objective met, at most; None where they do not."""
    if not run.aims or any(gap(aim.reached, aim.bound) != 0 for aim in run.aims):
        return None
    if len(run.aims) == 1:
        met = (step.seconds for step in run.steps if step.bound is not None and step.value <= step.bound)
        return next(met, run.used)
    return run.used
