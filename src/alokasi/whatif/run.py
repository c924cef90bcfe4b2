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
from alokasi.whatif.base import as_decree, expected, in_scope, named_as_before, together
from alokasi.whatif.goals import by_aims, goals_of, least_change
from alokasi.whatif.nearest import Nearest
from alokasi.whatif.polish import polished
from alokasi_models.cpsat import instance
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Outcome, Plan, Status, TierValue
from alokasi_models.problem import Problem
from alokasi_models.score import score, tier_values
from alokasi_models.structure import structures

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
    """The last one is `final`. Without a plan, its outcome tells the reasons as `solve` does.

    Teams of units that are not planned stay as they are; what is found comes with them.
    """
    clock = Clock(limits.seconds, stop or Event())
    whole = expected(base, changed.changes, changed.problem)
    scope = frozenset(
        id for id, found in structures(changed.problem, changed.ruleset).items() if found.optimised
    )
    packages = frozenset(package.id for package in changed.problem.packages if package.unit in scope)
    start, rest = in_scope(whole, scope, packages)
    asked = _Asked(before, rules, changed, start, limits, clock)
    if not scope:
        yield Found(
            replace(asked.blank, status=Status.NOTHING_TO_PLAN, seconds=clock.elapsed), whole, final=True
        )
        return
    by_aims = any(isinstance(one, ProfileChosen | WeightChanged | TiersOrdered) for one in changed.changes)
    for found in _by_aims(asked) if by_aims else _least_changed(asked):
        plan = found.outcome.plan
        if plan is not None:
            plan = together(named_as_before(plan, start), rest)
        outcome = replace(found.outcome, plan=plan, tiers=_tiers(changed, plan) if plan is not None else ())
        yield replace(found, outcome=outcome, expected=whole)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One what-if: `start` is the plan asked about as far as it may change, in place of the decree in `problem`."""

    before: Problem
    rules: Ruleset
    changed: Changed
    start: Plan
    limits: Limits
    clock: Clock

    @property
    def problem(self) -> Problem:
        return as_decree(self.changed.problem, self.start)

    @property
    def blank(self) -> Outcome:
        return Outcome(
            Status.UNKNOWN,
            None,
            seed=self.limits.seed,
            profile=self.changed.ruleset.profile.id,
            limit=self.limits.seconds,
            work=self.limits.counted,
            wall_clock=True,
        )


def _least_changed(asked: _Asked) -> Iterator[Found]:
    problem, clock = asked.problem, asked.clock
    reasons = impossible(problem, asked.changed.ruleset)
    if reasons:
        none = replace(asked.blank, status=Status.INFEASIBLE, reasons=reasons, seconds=clock.elapsed)
        yield Found(none, asked.start, final=True)
        return
    goals = goals_of(asked.before, asked.start, asked.rules)
    with suppress(TimeUp):
        inst = instance(problem, least_change(asked.changed.ruleset), watch=clock.watch)
        seed, norm = asked.limits.seed, asked.rules.norm
        state = Nearest(inst, clock, seed, asked.before, norm, asked.start, goals)
        if not state.first():
            yield _searched(problem, asked)
            return
        yield from _better(state, asked, clock.elapsed)
        return
    yield Found(replace(asked.blank, seconds=clock.elapsed), asked.start, final=True)


def _better(state: Nearest, asked: _Asked, first: float) -> Iterator[Found]:
    """The first plan, then with its hours divided anew, then with fewer changes and all aims, which is final."""

    def now() -> Found:
        plan = state.current
        outcome = replace(
            asked.blank,
            status=Status.FEASIBLE,
            plan=plan,
            seconds=state.clock.elapsed,
            first_plan_seconds=first,
        )
        return Found(outcome, asked.start, state.seats(plan), state.least)

    yield now()
    with suppress(TimeUp):
        polished(state, state.clock.within(state.clock.elapsed + QUICK_SECONDS), seated=True)
        yield now()
        state.regain()
        state.fewer()
        polished(state, state.clock, seated=False)
    yield replace(now(), final=True)


def _by_aims(asked: _Asked) -> Iterator[Found]:
    """Other aims are searched as aims: what differs from the plan asked about counts where they say so."""
    problem, rules, given = asked.problem, by_aims(asked.changed.ruleset), asked.start
    for share, final in ((FIRST_SHARE, False), (1.0, True)):
        seconds = max(asked.clock.left if final else asked.limits.seconds * share, 0.1)
        limits = replace(asked.limits, seconds=seconds)
        outcome = solve(problem, rules, limits, stop=asked.clock.stop, given=given)
        told = replace(outcome, seconds=asked.clock.elapsed, limit=asked.limits.seconds)
        yield Found(told, asked.start, final=final or outcome.plan is None)
        if outcome.plan is None:
            return
        given = outcome.plan


def _searched(problem: Problem, asked: _Asked) -> Found:
    """Nothing near the plan asked about was found: the whole search, with its reasons where there is no plan."""
    rules, clock = asked.changed.ruleset, asked.clock
    rest = replace(asked.limits, seconds=max(clock.left, 0.1))
    outcome = solve(problem, rules, rest, stop=clock.stop, given=asked.start)
    told = replace(outcome, seconds=clock.elapsed, limit=asked.limits.seconds)
    if outcome.plan is None:
        return Found(told, asked.start, final=True)
    return Found(told, asked.start, score(problem, outcome.plan, rules)["perubahan"], final=True)


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
