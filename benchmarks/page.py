"""The measurements as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from outside.measured import OutsideRun
from page_parts import NONE, Measured, number, percent, table
from promises import promises
from runs import ORDERED, WEIGHTED, Run
from values import best_bounds, gap, marks_within, mean_gap

SHOWN_MARKS = (1.0, 2.0, 5.0, 10.0, 20.0, 60.0)
SIZES = {
    "S": "S: 30 staff, 6 teams",
    "M": "M: 100 staff, 13 teams",
    "L": "L: 250 staff, 16 teams",
    "XL 40": "XL: 600 staff, 40 teams (a stress case: more than any pattern allows, its caps replaced)",
    "XL": "XL lawful: 600 staff, 16 teams",
    "contoh": "Examples",
}
HEAD = """\
# Benchmarks

Written by `make bench-full`; the numbers behind it, with every improvement by the second, are in
[benchmarks/latest.json](../benchmarks/latest.json). `make bench` is a short run of it. Every run has a process of
its own, every plan is audited and scored by the same checker, apart from whoever found it. The units are invented
(`alokasi.examples`). A gap says how far a value can be from the best: (value - bound) / value, to the best bound that
any run of the case proved; – means none is known.
"""
PEERS = """\
Given teams, profile `acuan`. All use all of their seconds (`--wall-clock`). The peers:

- **CP-SAT** (2 and 8 workers) and **HiGHS** (through highspy, and through ortools' MathOpt) get our own model whole,
  with their usual settings; building it counts. MathOpt tells no plans of HiGHS on the way: they are read off its log.
- **CP-SAT, textbook** (8 workers) gets the problem as the samples of OR-Tools would write it: switches with
  `only_enforce_if`, `add_max_equality`, `add_abs_equality`, `add_division_equality`.
- **Timefold** (Python build {timefold}) chooses seats, leads and holders with every person's time split evenly over
  the seats; its seats are priced again with the best hours for them, and it may ignore the minimum share. Its clock
  is that of its search, Java and the translation not counted. It runs where `java` is there and `make bench-full` could
  install it.

Mean gap over the seeds; – where a run had no plan yet.
"""
OUTSIDE = """\
Data nobody in this project wrote, in Alokasi's own words: every instance is a workbook (`benchmarks/outside/`), solved
by the same `solve()` and checked by its family's own rules. No row is posted for a benchmark.
"""
FAMILIES = (
    (
        "generalised assignment (OR-Library, Yagiura)",
        "an agent is a person whose year is the capacity, a job is individual work; time that depends on the agent "
        "is a wish with hours (`harap`), cost is a gap of competence (`kompetensi_wajib`)",
        NONE,
    ),
    (
        "team assignment (MiniZinc Challenge 2018, 2022)",
        "a player brings work of so many hours as the rating says (lock `jam`), so a team's hours are its ratings and "
        "`selisih_jam_tim` is the balance; one of each board: a required competence each and the team's size; wishes "
        "are `harap`",
        "K083: as many teams as there are",
    ),
    (
        "skill allocation (MiniZinc Challenge 2020)",
        "jobs of one skill are one package (volume x norm), a skill is a team, the skills engineers have are the "
        "decree in force: a training is a seat it does not have (`perubahan`); few new skills each is K103",
        "K038, K084: as many teams as there are; K103: so many seats; K003: teams of one",
    ),
)
UNSAID = """\
What our terms do not say: time on a package that depends on who does it (stood in for by wishes), a limit on new
skills apart from those held (stood in for by filling up seats), a limit on some kinds of job (the jobs abroad of the
skill allocations: too few to bind, and refused where they could). A value may be better than a known one only in the
team assignments of 2018, whose best is that of twenty minutes in the challenge.
"""


def page(measured: Measured) -> str:
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Measured) -> Iterator[str]:
    yield HEAD
    if measured.done < measured.planned:
        yield f"**Not complete:** {measured.done} of {measured.planned} jobs of the suite were measured so far."
        yield ""
    yield "## Promises and what was measured"
    yield ""
    yield "Means over the seeds, the worst in brackets."
    yield ""
    yield from table(("promise", "target", "measured", "kept"), promises(measured))
    yield "## Machine and versions"
    yield ""
    yield from table(("setting", ""), ((name, value) for name, value in measured.setting.items()))
    loads = [run.load for run in measured.runs]
    if loads:
        yield f"Load of the machine when the runs began: {fmean(loads):.1f} in the mean, {max(loads):.1f} at most."
        yield ""
    yield from _weighted([run for run in measured.runs if run.profile == WEIGHTED], measured.setting)
    yield from _outside(measured.outside)
    yield from _ordered([run for run in measured.runs if run.profile == ORDERED])
    yield from _around(measured)


def _weighted(runs: Sequence[Run], setting: Mapping[str, str]) -> Iterator[str]:
    yield "## One weighted sum, beside peers"
    yield ""
    yield PEERS.format(timefold=setting.get("timefold", "not installed"))
    yield "![Gap over time, by size](gambar/jarak-menurut-waktu.png)"
    yield ""
    bounds = best_bounds(runs)
    for size, words in SIZES.items():
        here = [run for run in runs if run.size == size]
        if not here:
            continue
        limit = max(run.limit for run in here)
        marks = [mark for mark in marks_within(limit) if mark in SHOWN_MARKS or mark == limit]
        seeds = len({run.case for run in here})
        yield f"### {words}"
        yield ""
        yield f"{seeds} case{'s' if seeds > 1 else ''}."
        yield ""
        yield from table(
            ("by", "first plan s", *(f"{mark:g} s" for mark in marks), "own gap at the end", "broken", "MiB"),
            (
                (
                    who,
                    _mean([run.first for run in theirs], 2),
                    *(percent(mean_gap(theirs, bounds, mark)) for mark in marks),
                    _mean_share([gap(aim.value, aim.bound) for run in theirs for aim in run.aims[:1]]),
                    str(sum(bool(run.broken) for run in theirs)),
                    number(max(run.memory for run in theirs)),
                )
                for who in dict.fromkeys(run.who for run in here)
                for theirs in [[run for run in here if run.who == who]]
            ),
        )
    failures = [run for run in runs if run.status.startswith("FAILED")]
    for run in failures:
        yield f"- {run.case}, {run.who}: {run.status}"
    if failures:
        yield ""


def _outside(runs: Sequence[OutsideRun]) -> Iterator[str]:
    yield "## Outside data"
    yield ""
    yield OUTSIDE
    yield from table(("family", "in our terms", "numbers of clauses replaced"), FAMILIES)
    yield UNSAID
    if not runs:
        yield "Not measured, or the data was not there."
        yield ""
        return
    yield from table(
        (
            "instance",
            "known",
            "ours",
            "away",
            "bound",
            "reached after s",
            "limit s",
            "status",
            "promise kept",
        ),
        (
            (
                run.file,
                number(run.known),
                number(run.value),
                percent(run.gap),
                number(run.bound),
                number(run.since, 1),
                f"{run.limit:g}",
                run.status + (f", broken: {', '.join(run.broken)}" if run.broken else ""),
                ("yes" if run.kept else "no") if run.promised else NONE,
            )
            for run in runs
        ),
    )


def _ordered(runs: Sequence[Run]) -> Iterator[str]:
    yield "## Ordered objectives (profile `seimbang`)"
    yield ""
    yield "First plan: seconds to a first complete plan. Broken: clauses *tidak terpenuhi* in the first or last plan."
    yield "A run that the clock did not cut finds the same people again on any computer."
    yield ""
    yield from table(
        ("case", "limit s", "used s", "first plan s", "broken", "status", "cut by the clock", "MiB"),
        (
            (
                run.case,
                f"{run.limit:.0f}",
                f"{run.used:.0f}",
                number(run.first, 2),
                str(len(run.broken)),
                ", ".join((run.status, *(f"{note} dropped" for note in sorted(set(run.notes))))),
                "yes" if run.cut else "no",
                f"{run.memory:.0f}",
            )
            for run in runs
        ),
    )
    yield "Each objective in order; a later one is searched with the earlier ones held (within the tolerance of the"
    yield "profile), so a gap is from the value reached then to the best value under those."
    yield ""
    yield from table(
        ("case", "objective", "reached", "at the end", "bound", "gap", "bound by"),
        (
            (
                run.case,
                aim.name,
                number(aim.reached),
                number(aim.value),
                number(aim.bound),
                percent(gap(aim.reached, aim.bound)),
                aim.source,
            )
            for run in runs
            for aim in run.aims
        ),
    )


def _around(measured: Measured) -> Iterator[str]:
    yield "## Units and what is around a solve"
    yield ""
    yield from table(
        ("case", "staff", "teams in the workbook", "packages", "hours", "grouping"),
        (
            (
                s.case,
                str(s.staff),
                str(s.teams),
                str(s.packages),
                f"{s.hours:,}",
                "given" if s.given else "free",
            )
            for s in measured.sizes
        ),
    )
    yield "Medians of five."
    yield ""
    yield from table(
        ("what", "case", "seconds"), ((c.what, c.case or NONE, f"{c.seconds:.3f}") for c in measured.chores)
    )


def headline(run: Run) -> str:
    """A line for the terminal."""
    aims = "  ".join(
        f"{aim.name} {number(aim.reached)} ({percent(gap(aim.reached, aim.bound))})" for aim in run.aims
    )
    first = number(run.first, 2)
    return f"{run.case:18} {run.who:18} first {first} s  {aims}  broken {len(run.broken)}  {run.status}"


def _mean(found: Sequence[float | None], digits: int) -> str:
    known = [value for value in found if value is not None]
    return number(fmean(known), digits) if known and len(known) == len(found) else NONE


def _mean_share(found: Sequence[float | None]) -> str:
    known = [value for value in found if value is not None]
    return percent(fmean(known)) if known and len(known) == len(found) else NONE
