"""Units no pattern foresees, posts without an official, guests and people lent away: planned as far as may be."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from alokasi.rules import Audit, VerdictStatus, audit
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Coordinator, OfficialStatus, Problem, UnitKind, WorkForm
from builders import (
    HOUR,
    head,
    home_unit,
    loan,
    officials,
    package,
    people,
    person,
    problem,
    setting,
    team,
    unit,
)

UNDER = {"coordinator": Coordinator.ADMINISTRATOR}
UPT = (unit(kind=UnitKind.UPT, parent="badan"),)
DIRECT = people(*(f"e{n}" for n in range(6)))
STAFF_OF_A1 = people("b1", "b2", superior="a1")


def planned(of: Problem) -> tuple[Plan, Audit]:
    rules = ruleset(of)
    plan = first_plan(instance(of, rules), Clock(20.0, Event()), 0, None).plan
    assert plan is not None
    return plan, audit(of, plan, rules)


def given(count: int, *settings: object, **values: object) -> Problem:
    """So many teams under Administrator "a1", each with work of its own."""
    teams = tuple(team(f"u{n}", "a1", **UNDER) for n in range(count))
    staff = people(*(f"{side}{n}" for n in range(count) for side in "xy"), superior="a1")
    work = tuple(package(f"w{t.id}", 100, team=t.id) for t in teams)
    return problem(staff, work, teams, settings=settings, **values)


def possible(of: Problem) -> bool:
    return first_plan(instance(of, ruleset(of)), Clock(20.0, Event()), 0, None).plan is not None


def test_a_unit_outside_the_nine_patterns_is_planned_under_the_general_limits_and_marked():
    of = given(3, officials=officials(administrators=4))
    _, found = planned(of)
    assert found.broken == ()
    assert found.verdict("K021").status is VerdictStatus.DECISION
    assert found.verdict("K084").status is VerdictStatus.MET
    assert not possible(given(4, officials=officials(administrators=4)))


@pytest.mark.parametrize(("reading", "most"), [("tiga", 3), ("empat", 4)])
def test_a_upt_built_like_a_central_unit_has_the_teams_reading_a3_gives(reading: str, most: int):
    at_limit = given(most, setting("A3", reading), units=UPT, officials=officials(1, 1))
    _, found = planned(at_limit)
    assert found.broken == ()
    assert found.verdict("K008").status is VerdictStatus.DECISION
    assert (found.verdict("K086").status is VerdictStatus.DECISION) is (reading == "tiga")
    assert not possible(given(most + 1, setting("A3", reading), units=UPT, officials=officials(1, 1)))


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (OfficialStatus.ACTING, VerdictStatus.MET),
        (OfficialStatus.VACANT, VerdictStatus.DECISION),
        (OfficialStatus.DEFINITIVE, VerdictStatus.MET),
    ],
)
def test_a_post_held_by_a_plt_coordinates_and_a_vacant_one_is_left_to_the_head(
    status: OfficialStatus, verdict: VerdictStatus
):
    post, *others = reversed(officials(administrators=1))
    of = given(2, officials=(*others, replace(post, status=status)))
    _, found = planned(of)
    assert found.broken == ()
    assert found.verdict("K040").status is VerdictStatus.MET  # the post counts for the pattern
    assert found.verdict("K090").status is verdict
    assert found.verdict("K044").status is verdict


def test_a_guest_of_a_unit_that_is_not_planned_works_in_a_team_within_the_hours_lent():
    """Only the guest may do the work; nothing is asked of the home unit, which has no officials here."""
    t = team("t")
    of = problem(
        (*DIRECT, person("g", unit="asal", superior="q")),
        (package("w", 500, team="t"), package("v", 100, form=WorkForm.INDIVIDUAL)),
        (t,),
        units=(unit(), home_unit("asal")),
        loans=(loan("g", max_minutes=200 * HOUR),),
    )
    plan, found = planned(of)
    load = plan.load()
    assert load.get("g", 0) <= 200 * HOUR
    assert [row.employee for row in plan.work if not row.team] != ["g"]
    assert found.broken == ()
    assert {verdict.unit for verdict in found.verdicts} == {"u"}


def test_hours_of_people_lent_away_are_kept_free_for_the_other_unit():
    of = problem(
        people("a", "b"),
        (package("w", 3000, team="t"),),
        (team("t"),),
        loans=(loan("a", "balai lain", max_minutes=900 * HOUR),),
    )
    plan, found = planned(of)
    assert plan.load()["a"] <= (1200 - 900) * HOUR  # P01: 120 per cent of 1,000 hours
    assert found.verdict("P01").status is VerdictStatus.MET
    assert found.verdict("K097").status is VerdictStatus.NOT_APPLICABLE


def test_a_loan_away_that_is_not_agreed_reserves_nothing():
    of = problem(
        people("a", "b"),
        (package("w", 2400, team="t"),),
        (team("t"),),
        loans=(loan("a", "balai lain", granted=False, max_minutes=900 * HOUR),),
        settings=(setting("P03", "0"),),
    )
    assert sum(planned(of)[0].load().values()) > 0
    assert instance(of, ruleset(of)).who.maximum["a"] == 1200 * HOUR


def test_a_workbook_with_a_planned_and_an_unplanned_unit_plans_the_one_and_judges_both():
    of = problem(
        (*DIRECT, person("x", unit="v", superior="kv")),
        (package("w", 100, team="t"), package("z", 100, unit="v")),
        (team("t"),),
        units=(unit(), unit("v", simplified=False)),
        officials=(*officials(0, 1), head("kv", unit="v")),
    )
    plan, found = planned(of)
    assert {t.unit for t in plan.teams} == {"u"}
    assert found.verdict("K011", "v").status is VerdictStatus.OTHER_LAW
    assert found.verdict("K103", "v").status is VerdictStatus.NOT_APPLICABLE
    assert found.verdict("K103", "u").status is VerdictStatus.MET
