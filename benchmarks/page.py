"""The measurements as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chores import Chore
from promises import promises
from runs import WEIGHTED, Aim, Run, Size
from values import MARKS, best_bounds, gap, value_at

NONE = "–"


@dataclass(frozen=True, slots=True)
class Measured:
    setting: Mapping[str, str]
    sizes: Sequence[Size]
    runs: Sequence[Run]
    chores: Sequence[Chore]


def page(measured: Measured) -> str:
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Measured) -> Iterator[str]:
    yield "# Benchmarks"
    yield ""
    yield "Written by `make bench`; the numbers behind it, with every improvement by the second, are in"
    yield "[benchmarks/latest.json](../benchmarks/latest.json). One seed, one run each, in a process of its own."
    yield "The units are invented (`alokasi.examples`). A gap says how far a value can be from the best:"
    yield "(value - bound) / value; – means no bound was proved in that time."
    yield ""
    yield "## Promises and what was measured"
    yield ""
    yield from _table(
        ("promise", "target", "measured"), promises(measured.runs, measured.sizes, measured.chores)
    )
    yield "## Machine and versions"
    yield ""
    yield from _table(("setting", ""), ((name, value) for name, value in measured.setting.items()))
    yield "## Units"
    yield ""
    yield from _table(
        ("case", "staff", "teams in the workbook", "packages", "hours", "grouping"),
        (
            (s.case, str(s.staff), str(s.teams), str(s.packages), f"{s.hours:,}", _grouping(s))
            for s in measured.sizes
        ),
    )
    yield from _ordered([run for run in measured.runs if run.profile != WEIGHTED])
    yield from _weighted([run for run in measured.runs if run.profile == WEIGHTED])
    yield "## Around a solve"
    yield ""
    yield "Median of five; the first plans of large units once."
    yield ""
    yield from _table(
        ("what", "case", "seconds"), ((c.what, c.case or NONE, f"{c.seconds:.3f}") for c in measured.chores)
    )


def _grouping(size: Size) -> str:
    return "given" if size.given else "free"


def _ordered(runs: Sequence[Run]) -> Iterator[str]:
    yield "## Ordered objectives (profile `seimbang`)"
    yield ""
    yield "First plan: seconds to a first complete plan. Broken: clauses *tidak terpenuhi* in the first or last plan."
    yield ""
    yield from _table(
        ("case", "limit s", "used s", "first plan s", "broken", "status", "cut by the clock", "MiB"),
        (
            (
                run.case,
                f"{run.limit:.0f}",
                f"{run.used:.0f}",
                _number(run.first, 2),
                str(len(run.broken)),
                ", ".join((run.status, *(f"{note} dropped" for note in sorted(set(run.notes))))),
                "yes" if run.cut else "no",
                f"{run.memory:.0f}",
            )
            for run in runs
        ),
    )
    yield "Each objective in order; a later one is searched with the earlier ones held (within the tolerance of the"
    yield "profile), so a gap is from the value reached then to the best value under those. A run that the clock did"
    yield "not cut finds the same people again on any computer."
    yield ""
    yield from _table(
        ("case", "objective", "reached", "at the end", "bound", "gap", "bound by"),
        (
            (
                run.case,
                aim.name,
                _number(aim.reached),
                _number(aim.value),
                _number(aim.bound),
                _gap(aim.reached, aim.bound),
                aim.source,
            )
            for run in runs
            for aim in run.aims
        ),
    )


def _weighted(runs: Sequence[Run]) -> Iterator[str]:
    yield "## One weighted sum (profile `acuan`), beside peers"
    yield ""
    yield "Given teams. All use all of their seconds (`--wall-clock`); the peers get the same model whole. Final values"
    yield "are recomputed from the plans by one scorer. The gap is to the best bound any of the runs of a case proved."
    yield ""
    bounds = best_bounds(runs)
    yield from _table(
        (
            "case",
            "by",
            "first plan s",
            *(f"at {m:.0f} s" for m in MARKS),
            "at the end",
            "gap",
            "broken",
            "MiB",
        ),
        (_weighted_row(run, bounds.get(run.case)) for run in runs),
    )


def _weighted_row(run: Run, bound: float | None) -> tuple[str, ...]:
    end = run.aims[0].value if run.aims else None
    return (
        run.case,
        run.who,
        _number(run.first, 2),
        *(_number(value_at(run, mark)) for mark in MARKS),
        _number(end),
        _gap(end, bound),
        str(len(run.broken)),
        f"{run.memory:.0f}",
    )


def headline(run: Run) -> str:
    """A line for the terminal."""
    marks = "".join(f"  {m:.0f} s: {_number(value_at(run, m))}" for m in MARKS if run.profile == WEIGHTED)
    aims = "  ".join(f"{aim.name} {_aim(aim)}" for aim in run.aims)
    first = _number(run.first, 2)
    return (
        f"{run.case:24} {run.who:24} first {first} s{marks}  {aims}  broken {len(run.broken)}  {run.status}"
    )


def _aim(aim: Aim) -> str:
    return f"{_number(aim.reached)} ({_gap(aim.reached, aim.bound)})"


def _gap(value: float | None, bound: float | None) -> str:
    share = gap(value, bound)
    return NONE if share is None else f"{100 * share:.2f} %"


def _number(value: float | None, digits: int = 0) -> str:
    return NONE if value is None else f"{value:,.{digits}f}"


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(headers) + " |"
    yield "|" + " --- |" * len(headers)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
