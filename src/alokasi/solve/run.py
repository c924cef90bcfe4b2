"""From a problem to the best lawful plan that time allows: a recipe of small stages, each testable alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from threading import Event

from alokasi.solve.blame import blocking, unfinished
from alokasi.solve.confirm import impossible_again, no_better
from alokasi.solve.counting import impossible
from alokasi.solve.engine import Found
from alokasi.solve.limits import Clock, Limits, TimeUp
from alokasi.solve.search import COUNT, Search, Settled
from alokasi.solve.start import Seats, Start, first_plan
from alokasi.solve.tiers import solve_tiers
from alokasi.texts import Message, exact
from alokasi_models.cpsat import Instance, instance
from alokasi_models.names import shown_names
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Cause, Improvement, Outcome, Plan, Reason, Status, TierValue
from alokasi_models.problem import Problem
from alokasi_models.score import tier_values

Tell = Callable[[Improvement], None]


def solve(
    problem: Problem,
    ruleset: Ruleset,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
    on_progress: Tell | None = None,
    stop: Event | None = None,
    given: Plan | None = None,
) -> Outcome:
    """Counting proofs, a first plan, tier after tier, a second opinion; the best plan so far whenever it is stopped.

    `given`: a plan to start from, flawed ones too; where it is lawful, what comes out is no worse.

    The same problem (rows in any order), rules, limits and given plan give the same people, unless the clock cut the
    search short; the outcome then says so in its notes.
    """
    clock = Clock(limits.seconds, stop or Event())
    in_order = _sorted(problem)
    blank = Outcome(
        Status.UNKNOWN,
        None,
        seed=limits.seed,
        profile=ruleset.profile.id,
        limit=limits.seconds,
        work=limits.counted,
        max_moves=limits.max_moves,
        wall_clock=limits.wall_clock,
        versions=_versions(in_order, ruleset, given),
    )
    try:
        return _answer(
            instance(in_order, ruleset, watch=clock.watch), clock, limits, on_progress, given, blank
        )
    except TimeUp:  # before there was any plan
        return replace(blank, seconds=clock.elapsed)


def _answer(
    inst: Instance, clock: Clock, limits: Limits, on_progress: Tell | None, given: Plan | None, blank: Outcome
) -> Outcome:
    if not inst.aims.scope:
        return replace(blank, status=Status.NOTHING_TO_PLAN, seconds=clock.elapsed)
    counted = impossible(inst.problem, inst.ruleset)
    if counted:
        return replace(blank, status=Status.INFEASIBLE, reasons=counted, seconds=clock.elapsed)
    start = first_plan(inst, clock, limits.seed, limits.max_moves, given)
    if start.plan is None:
        return _no_plan(inst, start, clock, limits, blank)
    return _improved(inst, start, start.plan, clock, limits, on_progress, blank)


def _improved(
    inst: Instance,
    start: Start,
    plan: Plan,
    clock: Clock,
    limits: Limits,
    on_progress: Tell | None,
    blank: Outcome,
) -> Outcome:
    first_seconds = clock.elapsed
    history: list[Improvement] = []

    def tell(step: Improvement) -> None:
        history.append(step)
        if on_progress is not None:
            on_progress(step)

    state = Search(
        inst, clock, limits.seed, start.share_dropped, limits.max_moves, plan, tell, limits.wall_clock
    )
    with suppress(TimeUp):
        solve_tiers(state, limits.search, limits.counted)
    cut = _cut_note(clock, limits)  # before the second opinion, which changes no plan
    tiers = _tier_values(inst, state.plan, state.settled)
    proved = False
    with suppress(TimeUp):
        proved = all(tier.gap == 0 for tier in tiers) and clock.left > 0 and no_better(state)
    return replace(
        blank,
        status=Status.OPTIMAL if proved else Status.FEASIBLE,
        plan=state.plan,
        tiers=tiers,
        notes=(*_dropped_notes(inst, start.share_dropped), *cut),
        seconds=clock.elapsed,
        first_plan_seconds=first_seconds,
        history=tuple(history),
    )


def _no_plan(inst: Instance, start: Start, clock: Clock, limits: Limits, blank: Outcome) -> Outcome:
    """Impossible only when two configurations agree; else nothing is claimed."""
    proved = start.found is Found.INFEASIBLE and impossible_again(
        inst, None, limits.max_moves, clock, limits.seed
    )
    if not proved:
        return replace(blank, seconds=clock.elapsed)
    try:
        reasons = blocking(inst, clock, limits.seed, limits.max_moves)
    except TimeUp:
        reasons = (unfinished(clock),)
    return replace(blank, status=Status.INFEASIBLE, reasons=reasons, seconds=clock.elapsed)


def _tier_values(inst: Instance, plan: Plan, settled: Sequence[Settled]) -> tuple[TierValue, ...]:
    """Values recomputed from the plan; the bounds are those proved while each tier was searched.

    No term lies below 0, so a value of 0 is its own bound. A bound that a plan beats was wrong and is not shown.
    """
    found = []
    scores = tier_values(inst.problem, plan, inst.ruleset, inst.aims)
    for score, done in zip(scores, settled, strict=True):
        bound: float | None
        reached = min(done.reached, score.value)
        bound, source = (0.0, COUNT) if reached == 0 else (done.bound, done.source)
        if bound > reached:
            bound, source = None, ""
        terms = tuple((name, float(value)) for name, value in score.terms)
        found.append(TierValue(score.name, float(score.value), float(reached), bound, source, terms))
    return tuple(found)


def _dropped_notes(inst: Instance, dropped: Seats) -> tuple[Reason, ...]:
    names = shown_names(inst.problem)
    share = exact(inst.ruleset.policy("P02").value)
    return tuple(
        Reason(
            "P02",
            Message.of(
                "Porsi paling sedikit {batas} % tidak dapat dipenuhi {nama} di tim {tim}; batas kebijakan itu "
                "dilepas untuk tempat duduk ini.",
                batas=share,
                nama=names[id],
                tim=team,
            ),
            (id, team),
        )
        for id, team in sorted(dropped)
    )


def _cut_note(clock: Clock, limits: Limits) -> tuple[Reason, ...]:
    if clock.stop.is_set():
        return (
            Reason(
                Cause.CLOCK,
                Message.of(
                    "Pencarian dihentikan setelah {detik} detik; ulangan dapat memberi susunan lain.",
                    detik=round(clock.elapsed),
                ),
            ),
        )
    if not clock.cut:
        return ()
    if limits.wall_clock:
        return (
            Reason(
                Cause.CLOCK,
                Message.of(
                    "Seluruh batas waktu {detik} detik dipakai, seperti diminta; ulangan dapat memberi susunan lain.",
                    detik=exact(clock.limit),
                ),
            ),
        )
    return (
        Reason(
            Cause.CLOCK,
            Message.of(
                "Pencarian dipotong batas waktu {detik} detik sebelum kerjanya selesai; ulangan dapat memberi susunan "
                "lain. Agar selalu sama, pakai --work {kerja} dengan --time-limit yang lebih besar.",
                detik=exact(clock.limit),
                kerja=f"{limits.counted:.6g}",
            ),
        ),
    )


def _sorted(problem: Problem) -> Problem:
    """Rows by id: the order of the workbook's rows must not matter."""
    return replace(
        problem,
        units=tuple(sorted(problem.units, key=lambda row: row.id)),
        officials=tuple(sorted(problem.officials, key=lambda row: row.id)),
        employees=tuple(sorted(problem.employees, key=lambda row: row.id)),
        indicators=tuple(sorted(problem.indicators, key=lambda row: row.id)),
        packages=tuple(sorted(problem.packages, key=lambda row: row.id)),
        needs=tuple(sorted(problem.needs, key=repr)),
        teams=tuple(sorted(problem.teams, key=lambda row: row.id)),
        loans=tuple(sorted(problem.loans, key=repr)),
        locks=tuple(sorted(problem.locks, key=repr)),
        current=tuple(sorted(problem.current, key=repr)),
    )


def _versions(problem: Problem, ruleset: Ruleset, given: Plan | None) -> tuple[tuple[str, str], ...]:
    told = (
        ("alokasi", version("alokasi")),
        ("ortools", version("ortools")),
        ("peraturan", ruleset.pack.digest),
        ("masukan", _digest(problem)),
    )
    return told if given is None else (*told, ("susunan awal", _digest(given)))


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]
