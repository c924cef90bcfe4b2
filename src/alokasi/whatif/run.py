"""From a changed problem to its plan with least change: a first answer at once, then better ones until time is up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Event

from alokasi.changes import Changed, ProfileChosen, TiersOrdered, WeightChanged
from alokasi.solve.counting import impossible
from alokasi.solve.limits import Clock, Limits, TimeUp
from alokasi.solve.run import solve
from alokasi.whatif.base import as_decree, expected, named_as_before
from alokasi.whatif.goals import by_aims, goals_of, least_change
from alokasi.whatif.nearest import Nearest
from alokasi.whatif.polish import polished
from alokasi_models.cpsat import instance
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Outcome, Plan, Status, TierValue
from alokasi_models.problem import Problem
from alokasi_models.score import score, tier_values

QUICK_SECONDS = 0.5  # for the hours of a first answer
FIRST_SHARE = 0.2  # of the time, for a first answer where the aims themselves are changed


@dataclass(frozen=True, slots=True)
class Found:
    """An answer so far. `seats`: seats that differ from the plan asked about, `least`: no fewer can be; None where
    change was not what was minimised. `expected`: the plan asked about as merged and split teams leave it.
    """

    outcome: Outcome
    expected: Plan
    seats: int | None = None
    least: int | None = None
    final: bool = False


def answers(
    before: Problem,
    rules: Ruleset,
    base: Plan,
    changed: Changed,
    limits: Limits = Limits(10.0),  # noqa: B008 - a frozen value
    stop: Event | None = None,
) -> Iterator[Found]:
    """The last one is `final`. Without a plan, its outcome tells the reasons as `solve` does."""
    clock = Clock(limits.seconds, stop or Event())
    if any(isinstance(change, ProfileChosen | WeightChanged | TiersOrdered) for change in changed.changes):
        yield from _by_aims(base, changed, limits, clock)
        return
    start = expected(base, changed.changes, changed.problem)
    problem = as_decree(changed.problem, start)
    blank = _blank(changed, limits)
    reasons = impossible(problem, changed.ruleset)
    if reasons:
        yield Found(
            replace(blank, status=Status.INFEASIBLE, reasons=reasons, seconds=clock.elapsed),
            start,
            final=True,
        )
        return
    goals = goals_of(before, base, rules)
    found = Found(replace(blank, seconds=clock.elapsed), start, final=True)
    with suppress(TimeUp):
        inst = instance(problem, least_change(changed.ruleset), watch=clock.watch)
        state = Nearest(inst, clock, limits.seed, before, rules.norm, start, goals)
        if not state.first():
            yield _searched(problem, changed, limits, clock, start)
            return
        first = clock.elapsed
        for found in _better(state, changed, blank, first):
            if not found.final:
                yield found
    yield replace(found, final=True)


def _better(state: Nearest, changed: Changed, blank: Outcome, first: float) -> Iterator[Found]:
    """The first plan with its hours divided anew, then with fewer changes, then with all aims."""

    def now() -> Found:
        assert state.plan is not None, "there is a first plan"
        return _told(state, state.plan, changed, blank, first)

    yield now()
    with suppress(TimeUp):
        polished(state, state.clock.within(state.clock.elapsed + QUICK_SECONDS), seated=True)
        yield now()
        state.regain()
        state.fewer()
        polished(state, state.clock, seated=False)
    yield now()


def _told(state: Nearest, plan: Plan, changed: Changed, blank: Outcome, first: float) -> Found:
    named = named_as_before(plan, state.base)
    outcome = replace(
        blank,
        status=Status.FEASIBLE,
        plan=named,
        tiers=_tiers(changed, named),
        seconds=state.clock.elapsed,
        first_plan_seconds=first,
    )
    return Found(outcome, state.base, state.seats(plan), state.least)


def _by_aims(base: Plan, changed: Changed, limits: Limits, clock: Clock) -> Iterator[Found]:
    """Other aims are searched as aims: what differs from the plan asked about counts where they say so."""
    start = expected(base, changed.changes, changed.problem)
    problem, rules = as_decree(changed.problem, start), by_aims(changed.ruleset)
    given = start
    for share, final in ((FIRST_SHARE, False), (1.0, True)):
        seconds = max(clock.left if final else limits.seconds * share, 0.1)
        outcome = solve(problem, rules, replace(limits, seconds=seconds), stop=clock.stop, given=given)
        if outcome.plan is None:
            yield Found(outcome, start, final=True)
            return
        given = named_as_before(outcome.plan, start)
        told = replace(
            outcome, plan=given, tiers=_tiers(changed, given), seconds=clock.elapsed, limit=limits.seconds
        )
        yield Found(told, start, final=final)


def _searched(problem: Problem, changed: Changed, limits: Limits, clock: Clock, start: Plan) -> Found:
    """Nothing near the plan asked about was found: the whole search, with its reasons where there is no plan."""
    rest = replace(limits, seconds=max(clock.left, 0.1))
    outcome = solve(problem, changed.ruleset, rest, stop=clock.stop, given=start)
    if outcome.plan is None:
        return Found(replace(outcome, seconds=clock.elapsed, limit=limits.seconds), start, final=True)
    named = named_as_before(outcome.plan, start)
    told = replace(
        outcome, plan=named, tiers=_tiers(changed, named), seconds=clock.elapsed, limit=limits.seconds
    )
    seats = score(problem, named, changed.ruleset)["perubahan"]
    return Found(told, start, seats, final=True)


def _tiers(changed: Changed, plan: Plan) -> tuple[TierValue, ...]:
    """Of the aims as they are, for the problem as it is; how much better they could be is not known, but for 0."""
    return tuple(
        TierValue(
            name=found.name,
            value=float(found.value),
            reached=float(found.value),
            bound=None if found.value else 0.0,
            bound_source="" if found.value else "hitungan",
            terms=tuple((name, float(value)) for name, value in found.terms),
        )
        for found in tier_values(changed.problem, plan, changed.ruleset)
    )


def _blank(changed: Changed, limits: Limits) -> Outcome:
    return Outcome(
        Status.UNKNOWN,
        None,
        seed=limits.seed,
        profile=changed.ruleset.profile.id,
        limit=limits.seconds,
        work=limits.counted,
        wall_clock=True,
    )
