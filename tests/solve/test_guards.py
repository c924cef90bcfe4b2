"""An engine that lies is caught: wrong-answer reports of ortools 9.15 (google/or-tools 5293, 5274, 5295, 5141).

Each guard is made to work: an engine that claims too much, one that hands over an unlawful plan, a second opinion that
differs. What comes out is asked, not how the guard is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from ortools.sat.python import cp_model

import alokasi
import alokasi_models
from alokasi import workflow
from alokasi.examples import generate
from alokasi.solve import Limits, blame, bound, confirm, exact, run, solve, start, tiers
from alokasi.solve.bound import Relaxed
from alokasi.solve.engine import Answer, Found, Task
from alokasi.solve.limits import Clock, TimeUp
from alokasi.solve.search import Progress, Search
from alokasi_models.cpsat import Built
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Status
from alokasi_models.problem import LockKind, Problem, SeatRole
from builders import lock, package, people, problem

LIMITS = Limits(40.0, work=3.0)
SAFE_WORKERS = 9  # report 5295: false INFEASIBLE without presolve from 10 workers on
EVERY_PAIR = list(product(Found, Found))


def possible() -> Problem:
    return problem(people("a", "b", "c"), (package("w", 900), package("v", 600, theme="lain")))


def impossible() -> Problem:
    """Two people kept apart cannot form the only team; counting does not tell."""
    apart = lock(LockKind.APART, "a", other="b")
    return problem(people("a", "b"), [package("w", 500)], locks=(apart,))


def claiming(found: Found) -> Callable[..., Answer]:
    """A search that says so at once."""

    def search(task: Task, clock: Clock, report: object = None) -> Answer:
        return Answer(found, None, None, None, 0.0)

    return search


def test_two_real_searches_agree_on_both() -> None:
    assert solve(possible(), ruleset(possible()), LIMITS).status is Status.OPTIMAL
    assert solve(impossible(), ruleset(impossible()), LIMITS).status is Status.INFEASIBLE


def test_proved_best_only_where_the_second_search_finds_nothing_better(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    p, told = possible(), {}
    for found in Found:
        monkeypatch.setattr(confirm, "search", claiming(found))
        outcome = solve(p, ruleset(p), LIMITS)
        assert all(tier.gap == 0 for tier in outcome.tiers), "the first search has proved it"
        told[found] = outcome.status
    agreed = told.pop(Found.INFEASIBLE)
    assert agreed is Status.OPTIMAL
    assert set(told.values()) == {Status.FEASIBLE}


@pytest.mark.parametrize(("first", "second"), EVERY_PAIR, ids=str)
def test_impossible_only_where_two_searches_say_so(
    first: Found, second: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports 5274 and 5295: INFEASIBLE with presolve and OPTIMAL without, and the other way round."""
    p = impossible()
    monkeypatch.setattr(start, "search", claiming(first))
    monkeypatch.setattr(confirm, "search", claiming(second))
    outcome = solve(p, ruleset(p), LIMITS)
    agreed = first is second is Found.INFEASIBLE
    assert outcome.status is (Status.INFEASIBLE if agreed else Status.UNKNOWN)
    assert bool(outcome.reasons) is agreed


def test_a_false_infeasible_of_the_first_search_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second search is a real one, and the unit has plans."""
    p = possible()
    monkeypatch.setattr(start, "search", claiming(Found.INFEASIBLE))
    outcome = solve(p, ruleset(p), LIMITS)
    assert outcome.status is not Status.INFEASIBLE
    assert outcome.reasons == ()


def test_a_bound_that_hides_better_plans_is_not_taken_for_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    """Report 5293: what stands is called the best though better plans exist. The second search is a real one."""
    p = generate(12, 0, True)

    def lower(on: Progress, work: float) -> None:
        on.prove(float(on.value), "CP-SAT")

    monkeypatch.setattr(tiers, "_lower", lower)
    outcome = solve(p, ruleset(p), LIMITS)
    assert outcome.status is Status.FEASIBLE


def test_a_bound_above_a_plan_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """HiGHS says of every tier that nothing below a huge value exists."""
    p = generate(12, 0, True)

    def relax(built: Built, clock: Clock) -> Relaxed | None:
        found = bound.relax(built, clock)
        return None if found is None else replace(found, bound=float(10**15))

    monkeypatch.setattr(exact, "relax", relax)
    outcome = solve(p, ruleset(p), LIMITS)
    assert outcome.status is Status.FEASIBLE
    assert all(tier.bound is None or tier.reached == 0 for tier in outcome.tiers)
    assert any(tier.bound is None for tier in outcome.tiers)


def without_leads(state: Search, seconds: float, counted: float) -> None:
    """The search ends with a plan in which every ketua is a member only."""
    with suppress(TimeUp):
        tiers.solve_tiers(state, seconds, counted)
    seats = tuple(replace(seat, role=SeatRole.MEMBER) for seat in state.plan.seats)
    state.plan = replace(state.plan, seats=seats)


def test_an_unlawful_plan_never_leaves_unaudited(monkeypatch: pytest.MonkeyPatch) -> None:
    p = possible()
    monkeypatch.setattr(run, "solve_tiers", without_leads)
    result = workflow.propose(p, ruleset(p), LIMITS)
    assert "K090" in {verdict.rule for verdict in result.audit.broken}


def test_values_are_counted_from_the_plan_whatever_the_search_says(monkeypatch: pytest.MonkeyPatch) -> None:
    p = possible()
    honest = solve(p, ruleset(p), LIMITS)

    def boasting(state: Search, seconds: float, counted: float) -> None:
        tiers.solve_tiers(state, seconds, counted)
        state.settled[:] = [replace(done, reached=done.reached // 2) for done in state.settled]

    monkeypatch.setattr(run, "solve_tiers", boasting)
    told = solve(p, ruleset(p), LIMITS)
    assert [tier.value for tier in told.tiers] == [tier.value for tier in honest.tiers]
    assert told.status is Status.FEASIBLE


def every_solver(monkeypatch: pytest.MonkeyPatch) -> list[cp_model.CpSolver]:
    """Every CP-SAT that runs from now on."""
    ran: list[cp_model.CpSolver] = []
    real = cp_model.CpSolver.solve

    def solve(self: cp_model.CpSolver, *values: object) -> object:
        ran.append(self)
        return real(self, *values)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(cp_model.CpSolver, "solve", solve)
    return ran


@pytest.mark.parametrize("make", [possible, impossible, lambda: generate(12, 0, False)])
def test_no_search_runs_with_parameters_of_known_wrong_answers(
    make: Callable[[], Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = every_solver(monkeypatch)
    solve(make(), ruleset(make()), LIMITS)
    parameters = [solver.parameters for solver in ran]
    assert parameters
    assert all(one.presolve_inclusion_work_limit == 0 for one in parameters)
    assert all(one.cp_model_presolve or one.num_workers <= SAFE_WORKERS for one in parameters)
    assert all(not one.catch_sigint_signal for one in parameters), "searches run in threads"


def test_the_second_opinion_differs_in_presolve_and_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = every_solver(monkeypatch)
    for make in (possible, impossible):
        ran.clear()
        solve(make(), ruleset(make()), LIMITS)
        seeds = {
            presolve: {s.parameters.random_seed for s in ran if s.parameters.cp_model_presolve is presolve}
            for presolve in (True, False)
        }
        assert seeds[False]
        assert seeds[True].isdisjoint(seeds[False])


def sources() -> Iterator[Path]:
    for package_ in (alokasi, alokasi_models):
        assert package_.__file__ is not None
        yield from Path(package_.__file__).parent.rglob("*.py")


def test_no_cause_rests_on_an_assumption_core() -> None:
    """Report 5141: the core may name a literal that was never an assumption."""
    asking = [path for path in sources() if "assumption" in path.read_text(encoding="utf-8").lower()]
    assert [path for path in asking if "cp_model" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    ("found", "code"), [(Found.INFEASIBLE, Cause.TOGETHER), (Found.UNKNOWN, Cause.CLOCK)], ids=str
)
def test_nothing_is_blamed_unless_a_plan_without_it_was_found(
    found: Found, code: Cause, monkeypatch: pytest.MonkeyPatch
) -> None:
    p = impossible()
    monkeypatch.setattr(blame, "search", claiming(found))
    outcome = solve(p, ruleset(p), LIMITS)
    assert [reason.code for reason in outcome.reasons] == [code]
