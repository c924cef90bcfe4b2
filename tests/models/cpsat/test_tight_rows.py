"""What a plan can never use is not in the model, and the relaxation sees what a wish really takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alokasi.linear.highs import relaxation
from alokasi.solve.bound import linear_of
from alokasi_models.cpsat import build, instance
from alokasi_models.norms import Term
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.problem import Lock, LockKind, Problem, WorkForm
from builders import HOUR, lock, package, people, problem, team


def only(p: Problem, term: str) -> Ruleset:
    """Rules whose objective is one term."""
    rules = ruleset(p, "acuan")
    tier = replace(rules.profile.tiers[0], terms=(Term(term, 1),))
    return replace(rules, profile=replace(rules.profile, tiers=(tier,)))


def relaxed(p: Problem, term: str) -> float:
    rules = only(p, term)
    built = build(instance(p, rules))
    built.model.minimize(built.tier(rules.profile.tiers[0]))
    found = relaxation(linear_of(built, whole=False), lambda: 30.0)
    assert found is not None
    return found.bound


def wish(employee: str, work: str, hours: int | None = None) -> Lock:
    return lock(LockKind.WISH, employee, package=work, minutes=hours and hours * HOUR)


def test_one_holder_keeps_no_more_than_one_wish_for_individual_work():
    work = (package("k", 100, form=WorkForm.INDIVIDUAL),)
    p = problem(people("a", "b", "c"), work, locks=(wish("a", "k"), wish("b", "k"), wish("c", "k", 10)))
    assert relaxed(p, "harapan") == pytest.approx(2)


def test_a_wish_for_work_of_a_team_takes_a_whole_seat_there():
    work = (package("k1", team="t1"), package("k2", team="t2"), package("k3", team="t3"))
    teams = (team("t1"), team("t2"), team("t3"))
    p = problem(people("a", "b", "c", "d"), work, teams, locks=tuple(wish("a", f"k{n}") for n in (1, 2, 3)))
    assert relaxed(p, "harapan") == pytest.approx(1)  # K103: two teams


@pytest.mark.parametrize(("hours", "workers"), [(99, {"a", "b", "c"}), (100, {"a"}), (101, {"a"})])
def test_nobody_else_may_work_on_what_a_lock_gives_away_whole(hours: int, workers: set[str]):
    asked = lock(LockKind.HOURS, "a", package="k", minutes=hours * HOUR)
    p = problem(people("a", "b", "c"), (package("k", 100, team="t"),), (team("t"),), locks=(asked,))
    assert instance(p, ruleset(p)).workers["k"] == workers


def test_two_locks_together_may_give_it_away():
    asked = tuple(lock(LockKind.HOURS, id, package="k", minutes=50 * HOUR) for id in ("a", "b"))
    p = problem(people("a", "b", "c"), (package("k", 100, team="t"),), (team("t"),), locks=asked)
    assert instance(p, ruleset(p)).workers["k"] == {"a", "b"}
