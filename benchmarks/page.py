"""The measurements as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chores import Chore
from runs import ALOKASI, WEIGHTED, Aim, Run, Size

MARKS = (5.0, 20.0)  # seconds at which values of the weighted sum are compared
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
    yield "(value - bound) / value."
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
    yield "Median of five."
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
    yield "Each objective: value, and its gap to the proven bound (0 %: nothing can be won; –: no bound in this time)."
    yield ""
    names = [aim.name for aim in runs[0].aims] if runs else []
    yield from _table(
        ("case", "limit s", "first plan s", "broken", "status", *names),
        (
            (
                run.case,
                f"{run.limit:.0f}",
                _number(run.first, 2),
                str(len(run.broken)),
                run.status + ("".join(f", {note} dropped" for note in sorted(set(run.notes)))),
                *(_aim(aim) for aim in run.aims),
            )
            for run in runs
        ),
    )
    yield "Whose bounds: " + ", ".join(sorted({a.source for run in runs for a in run.aims if a.source})) + "."
    yield ""


def _weighted(runs: Sequence[Run]) -> Iterator[str]:
    yield "## One weighted sum (profile `acuan`), beside peers"
    yield ""
    yield "Given teams. The peers get the same model whole and the same seconds; final values are recomputed from the"
    yield "plans by one scorer. The gap is to the best bound any of the runs of a case proved."
    yield ""
    bounds: dict[str, float] = {}
    for run in runs:
        for aim in run.aims:
            bounds[run.case] = max(bounds.get(run.case, 0.0), aim.bound or 0.0)
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
        (_weighted_row(run, bounds.get(run.case, 0.0)) for run in runs),
    )


def _weighted_row(run: Run, bound: float) -> tuple[str, ...]:
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


def value_at(run: Run, mark: float) -> float | None:
    """The value reached by this second; None before the first plan."""
    return min((step.value for step in run.steps if step.seconds <= mark), default=None)


def headline(run: Run) -> str:
    """A line for the terminal."""
    aims = "  ".join(f"{aim.name} {_aim(aim)}" for aim in run.aims)
    first = _number(run.first, 2)
    marks = "".join(f"  {m:.0f} s: {_number(value_at(run, m))}" for m in MARKS if run.profile == WEIGHTED)
    return f"{run.case:24} {run.who:24} first {first} s{marks}  {aims}  broken {len(run.broken)}"


def targets(measured: Measured) -> Iterator[tuple[str, str, str]]:
    """What the product promises, and the worst measured."""
    own = [run for run in measured.runs if run.who == ALOKASI]
    small = [run for run in own if run.case.startswith("pola")]
    large = [run for run in own if run.case.startswith("100")]
    yield "first lawful plan, examples", "1 s", _worst(run.first for run in small)
    yield "first lawful plan, 100 staff", "2 s", _worst(run.first for run in large)
    yield "clauses broken", "0", str(sum(len(run.broken) for run in measured.runs if run.who == ALOKASI))
    yield "`alokasi --help`", "0.5 s", _worst(c.seconds for c in measured.chores if not c.case)


def _worst(seconds: Iterable[float | None]) -> str:
    found = list(seconds)
    if not found or None in found:
        return NONE
    return f"{max(s for s in found if s is not None):.2f} s"


def _aim(aim: Aim) -> str:
    return f"{_number(aim.value)} ({_gap(aim.value, aim.bound)})"


def _gap(value: float | None, bound: float | None) -> str:
    if value is None or bound is None:
        return NONE
    return "0 %" if value <= bound else f"{100 * (value - bound) / value:.2f} %"


def _number(value: float | None, digits: int = 0) -> str:
    return NONE if value is None else f"{value:,.{digits}f}"


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(headers) + " |"
    yield "|" + " --- |" * len(headers)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
