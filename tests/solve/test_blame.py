"""What is named as the reason that no plan exists, where counting alone does not tell."""

from __future__ import annotations

from threading import Event

import pytest

from alokasi.solve.blame import RULES, blocking
from alokasi.solve.counting import impossible
from alokasi.solve.limits import Clock
from alokasi.texts import wording
from alokasi_models.cpsat import KEPT_BY_CHOICE, POSTS, instance
from alokasi_models.eligibility import NARROWING
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Reason
from alokasi_models.problem import Coordinator, Level, LockKind, Problem, TeamClass, WorkForm
from builders import (
    HOUR,
    LEAD,
    current,
    home_unit,
    loan,
    lock,
    officials,
    package,
    pelaksana,
    people,
    person,
    problem,
    setting,
    team,
    unit,
)

APART = lock(LockKind.APART, "a", other="b")
PERMISSIONS = {"K060", "K063", "K082", "K121", "K134"}
OF_LOCKS_ALONE = {"K126"}  # advisers are named by locks, never chosen; counting judges them


def reasons(p: Problem, max_moves: int | None = None, seconds: float = 20.0) -> tuple[Reason, ...]:
    rules = ruleset(p)
    assert impossible(p, rules) == (), "what counting tells is not asked here"
    return blocking(instance(p, rules), Clock(seconds, Event()), 0, max_moves)


def test_two_people_kept_apart_cannot_form_the_only_team() -> None:
    found = reasons(problem(people("a", "b"), [package("w", 500)], locks=(APART,)))
    assert [(reason.code, reason.ids) for reason in found] == [
        ("K003", ("h", "w")),
        ("KETENTUAN", ("a", "b")),
    ]
    assert wording(found[0].fact).endswith("Yang bersangkutan: Pejabat h (h), w.")
    assert "untuk Orang a (a), Orang b (b)" in wording(found[1].fact)


def test_a_move_budget_that_is_too_small_is_named_first() -> None:
    p = problem(
        people("a", "b", "c", "d"),
        [package("w", 2000, team="t"), package("x", 1000, team="s")],
        [team("t"), team("s")],
        current=(current("a", "t", LEAD, seat="h"), current("b", "t", seat="h")),
    )
    (found,) = reasons(p, max_moves=1)
    assert found.code == Cause.MOVES
    assert found.fact.values == (("n", 1),)


def test_without_time_to_look_no_cause_is_claimed() -> None:
    (found,) = reasons(problem(people("a", "b"), [package("w", 500)], locks=(APART,)), seconds=0.0)
    assert found.code == Cause.CLOCK
    assert "belum sempat dicari" in found.fact.source


def blamed(p: Problem) -> dict[str, tuple[str, ...]]:
    return {reason.code: reason.ids for reason in reasons(p) if reason.code != "KETENTUAN"}


def one_lead_is_kept_out_and_the_other_is_busy() -> Problem:
    """Team t needs a ketua: a is kept apart from c, who sits there, and b's hours are locked elsewhere."""
    return problem(
        (*people("a", "b"), pelaksana("c")),
        [package("w", 500, team="t"), package("x", 1150, form=WorkForm.INDIVIDUAL)],
        [team("t")],
        locks=(
            lock(LockKind.APART, "a", other="c"),
            lock(LockKind.MEMBER, "c", "t"),
            lock(LockKind.HOURS, "b", package="x", minutes=1150 * HOUR),
        ),
    )


def test_policy_limits_and_clauses_kept_by_choice_are_tried_too() -> None:
    found = reasons(one_lead_is_kept_out_and_the_other_is_busy())
    assert [(reason.code, reason.ids) for reason in found] == [
        ("K090", ("t",)),
        ("K091", ("t",)),
        ("P01", ("b",)),
        ("P03", ("b",)),
        ("KETENTUAN", ("a", "c")),
        ("KETENTUAN", ("c", "t")),
        ("KETENTUAN", ("b", "x")),
    ]
    limit = found[2]
    assert wording(limit.fact) == (
        "Tanpa batas ini (Beban seseorang tidak lebih dari 120 persen jam efektifnya.) susunan dapat dibuat. "
        "Yang melampauinya: Orang b (b)."
    )


def test_a_pending_consent_that_would_make_a_plan_possible_is_named() -> None:
    p = problem(
        (*people("a", "b"), person("g", unit="v", superior="x")),
        [package("w", 500)],
        units=(unit(), home_unit("v")),
        loans=(loan("g", granted=False),),
        locks=(APART,),
    )
    assert blamed(p)["K097"][0] == "g"


def test_a_lead_of_a_team_elsewhere_is_named_under_k101() -> None:
    p = one_lead_is_kept_out_and_the_other_is_busy()
    busy = problem((*p.employees, person("d", leads_elsewhere=True)), p.packages, p.teams, locks=p.locks)
    assert blamed(busy)["K101"] == ("d", "t")


def test_staff_of_another_official_are_what_an_administrators_team_may_lack() -> None:
    p = problem(
        (*people("a", "b", superior="a1"), person("c")),
        [package("w", 500, team="t")],
        [team("t", "a1", coordinator=Coordinator.ADMINISTRATOR)],
        officials=officials(administrators=1, pengawas_count=1),
        locks=(APART,),
    )
    assert blamed(p)["K025"] == ("t",)


@pytest.mark.parametrize("kind", [LockKind.NOT_LEAD, LockKind.NOT_MEMBER])
def test_a_row_that_keeps_somebody_out_is_named(kind: LockKind) -> None:
    """The only other person who could lead is kept apart from a member."""
    kept_out = lock(kind, "a", "t")
    p = problem(
        (*people("a", "b"), pelaksana("c")),
        [package("w", 500, team="t")],
        [team("t")],
        locks=(kept_out, lock(LockKind.APART, "b", other="c"), lock(LockKind.MEMBER, "c", "t")),
    )
    assert ("a", "t") in [reason.ids for reason in reasons(p) if reason.code == Cause.WORKBOOK]


def test_advice_that_takes_all_the_time_of_the_only_lead_is_named() -> None:
    p = problem(
        (person("a", level=Level.UTAMA), *people("b", "e"), *(pelaksana(id) for id in "cdf")),
        [package("w", 500, team="t"), package("x", 100, team="s")],
        [team("t"), team("s")],
        locks=(
            lock(LockKind.ADVISER, "a", "s", minutes=1150 * HOUR),
            lock(LockKind.APART, "b", other="c"),
            lock(LockKind.MEMBER, "c", "t"),
            lock(LockKind.LEAD, "e", "s"),
            lock(LockKind.MEMBER, "f", "s"),
        ),
    )
    assert ("a", "s") in [reason.ids for reason in reasons(p) if reason.code == Cause.WORKBOOK]


def test_reading_a30_is_named_by_a_clause_it_reads() -> None:
    p = problem(
        (*people("a", "b"), person("c", superior="p")),
        [package("w", 500, team="t")],
        [team("t")],
        settings=(setting("A30", "staf_langsung"),),
        locks=(APART,),
    )
    clause = ruleset(p).pack.readings["A30"].rules
    assert {code: ids for code, ids in blamed(p).items() if code in clause} == {"K029": ("t",)}


def test_a_cross_unit_team_without_lead_is_told_under_its_own_clause() -> None:
    p = one_lead_is_kept_out_and_the_other_is_busy()
    across = problem(
        (*p.employees, pelaksana("g", unit="v", superior="x")),
        p.packages,
        [team("t", kind=TeamClass.CROSS_UNIT)],
        units=(unit(), home_unit("v")),
        loans=(loan("g"),),
        locks=p.locks,
    )
    found = blamed(across)
    assert found["K135"] == ("t",)
    assert "K091" not in found


def test_every_clause_that_keeps_a_choice_out_can_be_left_out() -> None:
    assert set(KEPT_BY_CHOICE) - NARROWING == PERMISSIONS | OF_LOCKS_ALONE
    assert set(RULES) == {*POSTS, *NARROWING} - {"K067"}
