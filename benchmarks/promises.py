"""What the product promises, and the worst that was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chores import Chore
from runs import ALOKASI, WEIGHTED, Run, Size
from values import MARKS, best_bounds, gap, value_at

UNKNOWN = "–"


def promises(
    runs: Sequence[Run], sizes: Sequence[Size], chores: Sequence[Chore]
) -> Iterator[tuple[str, str, str]]:
    """Rows of promise, target, measured; – where this run does not tell."""
    given = {size.case for size in sizes if size.given}
    own = [run for run in runs if run.who == ALOKASI]
    small = [run for run in own if run.case.startswith("pola")]
    large = [run for run in own if run.case.startswith("100")]
    yield "first lawful plan, every example", "1 s", _seconds(run.first for run in small)
    yield "first lawful plan, 100 staff", "2 s", _seconds(run.first for run in large)
    yield "runs of Alokasi that ended in an error", "0", str(sum("FAILED" in run.status for run in own))
    yield "clauses broken in a plan of Alokasi", "0", str(sum(len(run.broken) for run in own))
    yield (
        "examples with given teams: largest gap, any objective in order",
        "1 %",
        _share(_ordered_gaps(run for run in small if run.case in given)),
    )
    yield (
        "examples with given teams: largest gap, weighted sum",
        "1 %",
        _share(_weighted_gaps(small, runs)),
    )
    yield "100 staff with given teams: gap, weighted sum", "5 %", _share(_weighted_gaps(large, runs))
    yield "behind the best peer, weighted sum, at the end", "0 %", _share(_behind(runs, ()))
    yield "behind the best peer, weighted sum, at any mark", "0 %", _share(_behind(runs, MARKS))
    yield "`alokasi --help`", "0.5 s", _seconds(chore.seconds for chore in chores if not chore.case)
    yield (
        "6,000 staff read and checked",
        "3 s",
        _seconds(chore.seconds for chore in chores if chore.case == "6,000 staff"),
    )


def _ordered_gaps(runs: Iterable[Run]) -> list[float | None]:
    return [gap(aim.reached, aim.bound) for run in runs if run.profile != WEIGHTED for aim in run.aims]


def _weighted_gaps(own: Sequence[Run], runs: Sequence[Run]) -> list[float | None]:
    weighted = [run for run in own if run.profile == WEIGHTED]
    bounds = best_bounds(run for run in runs if run.profile == WEIGHTED)
    return [gap(aim.value, bounds.get(run.case)) for run in weighted for aim in run.aims]


def _behind(runs: Sequence[Run], marks: Sequence[float]) -> list[float | None]:
    """By how much a peer's value was lower than ours, at the marks and at the end, over all cases."""
    weighted = [run for run in runs if run.profile == WEIGHTED]
    shares: list[float | None] = []
    for own in weighted:
        peers = [run for run in weighted if run.case == own.case and run.who != ALOKASI]
        if own.who != ALOKASI or not peers:
            continue
        for mark in (*marks, own.limit):
            there = [value for peer in peers if (value := value_at(peer, mark)) is not None]
            shares.append(gap(value_at(own, mark), min(there)) if there else 0.0)
    return shares


def _seconds(found: Iterable[float | None]) -> str:
    worst = _worst(found)
    return UNKNOWN if worst is None else f"{worst:.2f} s"


def _share(found: Iterable[float | None]) -> str:
    worst = _worst(found)
    return UNKNOWN if worst is None else f"{100 * worst:.2f} %"


def _worst(found: Iterable[float | None]) -> float | None:
    """None where nothing was measured, or something is not known."""
    known: list[float] = []
    for value in found:
        if value is None:
            return None
        known.append(value)
    return max(known, default=None)
