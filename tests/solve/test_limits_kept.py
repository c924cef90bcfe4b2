"""The limit is kept and a stop is heeded in every stage, however large the unit; the best plan so far comes back."""

from __future__ import annotations

from itertools import count
from threading import Event, Timer
from time import monotonic

import pytest

from alokasi.examples import generate
from alokasi.linear.highs import relaxation
from alokasi.solve import Limits, solve
from alokasi.solve.bound import linear_of
from alokasi.solve.limits import Clock, TimeUp
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import build, instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Improvement, Status
from alokasi_models.problem import Indicator, Problem, TargetSource
from builders import package, person, problem, team

THOUSANDS = 5_000
BUSY = 15  # seconds that other work on the computer may take; searches that heed nothing take minutes


def thousands() -> Problem:
    """A unit of 5,000 with ten teams of 500 people's work each."""
    work = [
        package(f"w{t}{n}", THOUSANDS * 9, theme=f"r{t}", team=f"t{t}") for t in range(10) for n in range(10)
    ]
    crowd = [person(f"p{n:04}", themes=(f"r{n % 10}",)) for n in range(THOUSANDS)]
    return problem(
        crowd,
        work,
        [team(f"t{n}") for n in range(10)],
        indicators=(Indicator("ik", "Sasaran", "u", TargetSource.AGREEMENT),),
    )


@pytest.mark.parametrize("seconds", [0.5, 6.0])
def test_the_limit_is_kept_with_thousands_of_people(seconds: float) -> None:
    p = thousands()
    begun = monotonic()
    outcome = solve(p, ruleset(p), Limits(seconds=seconds))
    assert monotonic() - begun < 1.5 * seconds + BUSY
    if outcome.plan is None:
        assert (outcome.status, outcome.reasons) == (Status.UNKNOWN, ())
    else:
        assert outcome.status is Status.FEASIBLE
        assert len(outcome.tiers) == len(ruleset(p).profile.tiers)
        assert [note.code for note in outcome.notes] == [Cause.CLOCK]


@pytest.mark.parametrize("after", [0.01, 0.1, 0.4, 1.0, 2.0])
def test_a_stop_is_heeded_at_once_with_250_people(after: float) -> None:
    p, stop = generate(250, 0, True), Event()
    asked: list[float] = []

    def ask() -> None:
        asked.append(monotonic())
        stop.set()

    timer = Timer(after, ask)
    timer.start()
    outcome = solve(p, ruleset(p), Limits(seconds=60), stop=stop)
    assert monotonic() - asked[0] < BUSY
    assert outcome.status in (Status.UNKNOWN, Status.FEASIBLE)
    assert (outcome.plan is None) == (outcome.status is Status.UNKNOWN)


def test_a_plan_found_before_the_stop_comes_back_with_a_value_for_every_objective() -> None:
    p, stop = generate(100, 0, True), Event()

    def stop_at_once(step: Improvement) -> None:
        stop.set()

    outcome = solve(p, ruleset(p), Limits(seconds=60), on_progress=stop_at_once, stop=stop)
    assert outcome.plan is not None
    assert [tier.name for tier in outcome.tiers] == [tier.name for tier in ruleset(p).profile.tiers]
    assert all(tier.bound is None or tier.bound <= tier.value for tier in outcome.tiers)


def test_building_a_model_ends_when_no_time_is_left() -> None:
    p, stop = generate(100, 0, True), Event()
    clock = Clock(60, stop)
    inst = instance(p, ruleset(p), watch=clock.watch)
    assert first_plan(inst, clock, 0, None).plan is not None
    stop.set()
    with pytest.raises(TimeUp):
        build(inst)
    assert clock.cut


def test_a_relaxation_ends_when_no_time_is_left() -> None:
    p = generate(100, 0, True)
    rules = ruleset(p)
    built = build(instance(p, rules))
    built.model.minimize(built.tier(rules.profile.tiers[3]))
    linear = linear_of(built, whole=False)
    asked = count()
    assert relaxation(linear, lambda: 60.0 if next(asked) < 20 else 0.0) is None
    assert relaxation(linear, lambda: 60.0) is not None
