"""What a solve promises whatever the problem: the same answer for the same rows, honest words, the best kept."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi.solve.limits import Clock
from alokasi.solve.search import COUNT, Search
from alokasi.solve.start import first_plan
from alokasi.solve.tiers import solve_tiers
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Improvement, Status
from alokasi_models.problem import Problem, WorkForm
from alokasi_models.score import tier_values
from builders import package, pelaksana, people, problem, team

SECONDS = Limits(seconds=20)


def unit_of_five() -> Problem:
    staff = (*people("a", "b", "c", "d"), pelaksana("e"))
    work = [
        package("w1", 1500, theme="uji", team="t"),
        package("w2", 900, theme="data"),
        package("w3", 700, theme="data", form=WorkForm.FREE),
        package("w4", 300, form=WorkForm.INDIVIDUAL),
    ]
    return problem(staff, work, [team("t")])


def test_rows_in_another_order_give_the_same_people_and_hours() -> None:
    p = unit_of_five()
    turned = replace(p, employees=p.employees[::-1], packages=p.packages[::-1], officials=p.officials[::-1])
    assert solve(turned, ruleset(turned), SECONDS).plan == solve(p, ruleset(p), SECONDS).plan


def test_values_are_those_of_the_plan_and_no_bound_lies_above_them() -> None:
    p = unit_of_five()
    outcome = solve(p, ruleset(p), SECONDS)
    assert outcome.plan is not None
    assert audit(p, outcome.plan, ruleset(p)).broken == ()
    scores = tier_values(p, outcome.plan, ruleset(p))
    assert [tier.value for tier in outcome.tiers] == [score.value for score in scores]
    assert all(tier.bound is None or 0 <= tier.bound <= tier.value for tier in outcome.tiers)


def test_no_bound_told_on_the_way_lies_above_what_is_reached_in_the_end() -> None:
    """While packages stay in their teams the relaxation is no bound of a unit that may group them otherwise."""
    staff = people(*(f"p{n:02}" for n in range(12)))
    work = [
        package(f"w{n:02}", 300, theme=f"r{n % 4}", form=WorkForm.FREE if n % 3 else WorkForm.TEAM)
        for n in range(20)
    ]
    p = problem(staff, work)
    outcome = solve(p, ruleset(p), Limits(seconds=4))
    reached = {tier.name: tier.value for tier in outcome.tiers}
    told = [step for step in outcome.history if step.bound is not None]
    assert [step for step in told if step.bound > reached[step.tier]] == []


def test_without_time_left_the_tiers_say_that_the_search_was_cut_and_claim_no_bound_but_0() -> None:
    p = unit_of_five()
    inst = instance(p, ruleset(p))
    plan = first_plan(inst, Clock(20, Event()), 0, None).plan
    assert plan is not None
    clock = Clock(0.0, Event())
    state = Search(inst, clock, 0, frozenset(), None, plan, lambda step: None)
    solve_tiers(state, 0.0, 0.0)
    assert clock.cut
    assert state.plan == plan
    assert [(done.bound, done.source) for done in state.settled] == [(0.0, COUNT)] * len(state.settled)


def test_stopped_before_it_began_it_says_nothing_about_the_problem() -> None:
    stop = Event()
    stop.set()
    outcome = solve(unit_of_five(), ruleset(unit_of_five()), SECONDS, stop=stop)
    assert (outcome.status, outcome.plan, outcome.reasons) == (Status.UNKNOWN, None, ())


def test_stopped_after_its_first_plan_it_keeps_that_plan_and_claims_no_proof() -> None:
    p, stop = unit_of_five(), Event()

    def stop_at_once(step: Improvement) -> None:
        stop.set()

    outcome = solve(p, ruleset(p), SECONDS, on_progress=stop_at_once, stop=stop)
    assert outcome.plan is not None
    assert outcome.status is Status.FEASIBLE


def test_a_minimum_share_that_no_plan_can_give_is_dropped_for_as_few_seats_as_possible_and_said() -> None:
    p = problem(people("a", "b", "c"), [package("w", 5, team="t")], [team("t", min_size=3)])
    outcome = solve(p, ruleset(p), SECONDS)
    assert outcome.plan is not None
    assert [(note.code, note.ids[1]) for note in outcome.notes] == [("P02", "t"), ("P02", "t")]


def test_a_dropped_share_says_which_of_two_people_of_one_name_it_concerns() -> None:
    p = problem(people("a", "b", "c", name="Ani"), [package("w", 5, team="t")], [team("t", min_size=3)])
    notes = solve(p, ruleset(p), SECONDS).notes
    assert notes
    assert all(dict(note.fact.values)["nama"] == f"Ani ({note.ids[0]})" for note in notes)
