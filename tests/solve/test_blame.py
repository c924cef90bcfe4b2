"""What is named as the reason that no plan exists, where counting alone does not tell."""

from __future__ import annotations

from threading import Event

from alokasi.solve.blame import blocking
from alokasi.solve.counting import impossible
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Reason
from alokasi_models.problem import LockKind, Problem
from builders import LEAD, current, lock, package, people, problem, team

APART = lock(LockKind.APART, "a", other="b")


def reasons(p: Problem, max_moves: int | None = None, seconds: float = 20.0) -> tuple[Reason, ...]:
    rules = ruleset(p)
    assert impossible(p, rules) == (), "what counting tells is not asked here"
    return blocking(instance(p, rules), Clock(seconds, Event()), 0, max_moves)


def test_two_people_kept_apart_cannot_form_the_only_team() -> None:
    found = reasons(problem(people("a", "b"), [package("w", 500)], locks=(APART,)))
    assert [(reason.code, reason.ids) for reason in found] == [("K003", ()), ("KETENTUAN", ("a", "b"))]


def test_a_move_budget_that_is_too_small_is_named_first() -> None:
    p = problem(
        people("a", "b", "c", "d"),
        [package("w", 2000, team="t"), package("x", 1000, team="s")],
        [team("t"), team("s")],
        current=(current("a", "t", LEAD, seat="h"), current("b", "t", seat="h")),
    )
    (found,) = reasons(p, max_moves=1)
    assert found.code == "KETENTUAN"
    assert found.values == (("n", "1"),)


def test_without_time_to_look_no_cause_is_claimed() -> None:
    (found,) = reasons(problem(people("a", "b"), [package("w", 500)], locks=(APART,)), seconds=0.0)
    assert "belum sempat dicari" in found.fact
