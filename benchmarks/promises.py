"""What the product promises, and what was measured: means over seeds, the worst in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

from page_parts import NONE, Measured, percent
from runs import ALOKASI, ORDERED, WEIGHTED, Run
from suite import HIGHSPY
from values import TOLERANCE, best_bounds, gap, gap_at, marks_within, mean_gap, proved_after

YES, NO = "yes", "no"
FIRST_PLAN = {"M": 0.3, "L": 0.7, "XL 40": 2.0}  # seconds
GAPS = {
    "M": ((5.0, 0.01), (20.0, 0.003), (60.0, 0.001)),
    "L": ((20.0, 0.03), (60.0, 0.01)),
    "XL 40": ((60.0, 0.04), (180.0, 0.025)),
}
PROVED = {"S": 3.0}  # seconds
SOONER = 10  # times, than HiGHS
MEMORY = {"M": 0.3, "L": 0.5, "XL 40": 1.0}  # GiB
OPEN_TIER = (20.0, 0.02)
HELP, READING = 0.5, 3.0  # seconds
MIB = 1024
NO_PLAN = 1.0  # its gap, where means are compared

Row = tuple[str, str, str, str]


def promises(measured: Measured) -> Iterator[Row]:
    """Rows of promise, target, measured, kept; – where nothing was measured."""
    own = [run for run in measured.runs if run.who == ALOKASI]
    weighted = [run for run in measured.runs if run.profile == WEIGHTED and run.size != "contoh"]
    bounds = best_bounds(weighted)
    yield from _first_plans(own)
    for size, seconds in PROVED.items():
        runs = _of(weighted, ALOKASI, size)
        times = [proved_after(run) for run in runs]
        yield _judged(f"{size}: proved, weighted sum", seconds, times, "s")
    for size, targets in GAPS.items():
        for mark, target in targets:
            runs = [run for run in _of(weighted, ALOKASI, size) if run.limit >= mark]
            gaps = [gap_at(run, bounds, mark) for run in runs]
            yield _judged(f"{size}: gap at {mark:g} s, weighted sum", target, gaps, "%")
    yield _never_worse(weighted)
    yield _sooner(weighted)
    for size, most in MEMORY.items():
        used = [run.memory / MIB for run in own if run.size == size]
        yield _judged(f"{size}: memory", most, [max(used)] if used else [], "GiB")
    yield from _open_tiers(own)
    yield _count("runs of Alokasi that ended in an error", ["FAILED" in run.status for run in own])
    yield _count("clauses broken in a plan of Alokasi", [bool(run.broken) for run in own])
    kept = [run.kept for run in measured.outside if run.promised]
    told = f"{sum(kept)} of {len(kept)}" if kept else NONE
    yield "outside data: promises kept", "all", told, _yes(all(kept)) if kept else NONE
    helps = [chore.seconds for chore in measured.chores if not chore.case]
    yield _judged("`alokasi --help`", HELP, helps, "s")
    reading = [chore.seconds for chore in measured.chores if chore.case == "6,000 staff"]
    yield _judged("6,000 staff read and checked", READING, reading, "s")


def _first_plans(own: Sequence[Run]) -> Iterator[Row]:
    for size, seconds in FIRST_PLAN.items():
        firsts = [run.first for run in own if run.size == size]
        yield _judged(f"{size}: first lawful plan", seconds, firsts, "s")


def worst_against_peers(weighted: Sequence[Run]) -> tuple[float, str] | None:
    """By how much the mean gap lay above a peer's, M and larger, over all marks; where, and against whom."""
    bounds = best_bounds(weighted)
    found: list[tuple[float, str]] = []
    sizes = dict.fromkeys(run.size for run in weighted if run.size not in ("S", "XL"))
    for size in sizes:
        own = _of(weighted, ALOKASI, size)
        peers = dict.fromkeys(run.who for run in weighted if run.size == size and run.who != ALOKASI)
        for who in peers if own else ():
            theirs = _of(weighted, who, size)
            for mark in marks_within(min(run.limit for run in own)):
                other, mine = mean_gap(theirs, bounds, mark), mean_gap(own, bounds, mark)
                behind = (NO_PLAN if mine is None else mine) - (NO_PLAN if other is None else other)
                found.append((behind, f"{size} at {mark:g} s, {who}"))
    return max(found, key=lambda row: row[0], default=None)


def _never_worse(weighted: Sequence[Run]) -> Row:
    what = "behind any peer at any mark, M and larger, weighted sum (mean gap)"
    worst = worst_against_peers(weighted)
    if worst is None:
        return what, percent(TOLERANCE), NONE, NONE
    return what, percent(TOLERANCE), f"{percent(worst[0])} ({worst[1]})", _yes(worst[0] <= TOLERANCE)


def _sooner(weighted: Sequence[Run]) -> Row:
    what = "first plan sooner than HiGHS (highspy), M and larger"
    ratios = []
    for run in weighted:
        if run.who == HIGHSPY and run.size in FIRST_PLAN:
            own = next((r.first for r in weighted if r.who == ALOKASI and r.case == run.case), None)
            if own:
                ratios.append((run.first or run.limit) / own)
    if not ratios:
        return what, f"{SOONER} x", NONE, NONE
    return what, f"{SOONER} x", f"{min(ratios):.0f} x", _yes(min(ratios) >= SOONER)


def _open_tiers(own: Sequence[Run]) -> Iterator[Row]:
    """Of the first objective in order that was not proved: its gap at the mark, to the bound at the end."""
    mark, target = OPEN_TIER
    for words in ("given", "free"):
        runs = [run for run in own if run.profile == ORDERED and run.case.startswith(f"M {words}")]
        gaps = [open_gap(run, mark) for run in runs]
        yield _judged(f"M {words}: first open objective at {mark:g} s", target, gaps, "%")


def open_gap(run: Run, mark: float) -> float | None:
    """0 where every objective is proved; None where nothing was found of the open one by the mark."""
    for aim in run.aims:
        if gap(aim.reached, aim.bound) != 0:
            by_then = [step.value for step in run.steps if step.aim == aim.name and step.seconds <= mark]
            return gap(min(by_then), aim.bound) if by_then else None
    return 0.0


def _of(runs: Iterable[Run], who: str, size: str) -> list[Run]:
    return [run for run in runs if run.who == who and run.size == size]


def _judged(what: str, target: float, found: Sequence[float | None], unit: str) -> Row:
    """Kept where the mean is; one value that is not known keeps nothing."""

    def told(value: float) -> str:
        return percent(value) if unit == "%" else f"{value:.2f} {unit}"

    aim = f"{100 * target:g} %" if unit == "%" else f"{target:g} {unit}"
    known = [value for value in found if value is not None]
    if not found:
        return what, aim, NONE, NONE
    if len(known) < len(found):
        return what, aim, f"not in {len(found) - len(known)} of {len(found)}", NO
    mean = fmean(known)
    spread = f" ({told(max(known))})" if len(known) > 1 else ""
    return what, aim, told(mean) + spread, _yes(mean <= target)


def _count(what: str, found: Sequence[bool]) -> Row:
    return what, "0", str(sum(found)) if found else NONE, _yes(not any(found)) if found else NONE


def _yes(kept: bool) -> str:
    return YES if kept else NO
