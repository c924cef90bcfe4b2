"""Limits of policy, judged apart from the law. A year has 1,000 effective hours."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lawful import ON

from alokasi.rules import Audit, VerdictStatus, audit
from alokasi.texts import wording
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from builders import (
    HOUR,
    LEAD,
    MEMBER,
    formed,
    home_unit,
    loan,
    package,
    people,
    person,
    plan,
    problem,
    seat,
    setting,
    work,
)


def judged(of: Problem, by: Plan) -> Audit:
    return audit(of, by, ruleset(of), ON)


def one_team(*hours: int, duty: int = 100) -> Plan:
    """Team t led by e0, whose members give these hours to package w."""
    seats = [
        seat("t", f"e{n}", LEAD if n == 0 else MEMBER, given, duty if n == 0 else 0)
        for n, given in enumerate(hours)
    ]
    return plan((formed("t"),), seats, [work("w", "t", f"e{n}", given) for n, given in enumerate(hours)])


STAFF = people(*(f"e{n}" for n in range(4)))


@pytest.mark.parametrize(("hours", "status"), [(1200, VerdictStatus.MET), (1201, VerdictStatus.NOT_MET)])
def test_a_load_of_120_percent_is_the_most(hours: int, status: VerdictStatus):
    found = judged(problem(STAFF, (package("w", 5000),)), one_team(500, hours)).verdict("P01")
    assert found.status is status
    assert [finding.ids for finding in found.findings] == (
        [("e1",)] if status is VerdictStatus.NOT_MET else []
    )


def test_hours_lent_to_another_unit_are_load():
    lent = loan("e1", "unit luar", max_minutes=300 * HOUR)
    found = judged(problem(STAFF, (package("w", 5000),), loans=(lent,)), one_team(500, 1000)).verdict("P01")
    assert found.status is VerdictStatus.NOT_MET
    assert found.findings[0].found == 1300 * HOUR
    assert found.findings[0].limit == 1200 * HOUR


def test_somebody_without_effective_time_carries_no_work():
    absent = (*STAFF[:1], person("e1", availability=Decimal(0)))
    found = judged(problem(absent, (package("w", 5000),)), one_team(500, 10)).verdict("P01")
    assert found.status is VerdictStatus.NOT_MET
    assert found.findings[0].ids == ("e1",)


@pytest.mark.parametrize(("hours", "status"), [(100, VerdictStatus.MET), (99, VerdictStatus.NOT_MET)])
def test_a_membership_takes_at_least_10_percent(hours: int, status: VerdictStatus):
    found = judged(problem(STAFF, (package("w", 5000),)), one_team(0, hours)).verdict("P02")
    assert found.status is status  # the lead's 100 hours of duty satisfy it


def test_a_limit_of_policy_can_be_changed_for_the_workbook():
    of = problem(STAFF, (package("w", 5000),), settings=(setting("P02", "5"),))
    found = judged(of, one_team(0, 50)).verdict("P02")
    assert found.status is VerdictStatus.MET
    assert "5 persen" in wording(found.evidence)


@pytest.mark.parametrize(("duty", "status"), [(100, VerdictStatus.MET), (99, VerdictStatus.NOT_MET)])
def test_a_lead_has_time_for_leading(duty: int, status: VerdictStatus):
    found = judged(problem(STAFF, (package("w", 5000),)), one_team(500, 500, duty=duty)).verdict("P03")
    assert found.status is status


def test_sizes_of_teams_are_weighed_never_met_or_broken():
    found = judged(problem(STAFF, (package("w", 5000),)), one_team(500, 500))
    assert {found.verdict(id).status for id in ("P04", "P04A", "P05")} == {VerdictStatus.WEIGHED}
    assert found.verdict("P04").findings[0].ids == ("t",)
    assert found.verdict("P04A").findings == ()


def test_a_large_unit_with_few_lawful_teams_may_have_larger_teams():
    staff = people(*(f"e{n}" for n in range(100)))
    crowd = plan((formed("t"),), [seat("t", e.id) for e in staff[:20]])
    found = judged(problem(staff, (package("w", 5000),)), crowd).verdict("P04A")
    assert found.findings == ()  # 2 x 100 / 10 teams of pattern 2


def test_teams_of_all_units_count_together():
    teams = tuple(formed(f"t{n}") for n in range(4))
    found = judged(
        problem(STAFF, (package("w", 5000),)), plan(teams, [seat(team.id, "e0") for team in teams])
    ).verdict("P05")
    assert found.findings[0].ids == ("e0", "t0", "t1", "t2", "t3")


def test_a_broken_limit_of_policy_is_no_broken_clause():
    found = judged(problem(STAFF, (package("w", 5000),)), one_team(500, 2000))
    assert found.verdict("P01").status is VerdictStatus.NOT_MET
    assert "P01" not in {verdict.rule for verdict in found.broken}


def test_without_a_plan_no_limit_is_met():
    found = judged(problem(STAFF, (package("w"),), units=(problem().units[0], home_unit("asal"))), plan())
    assert {v.status for v in found.verdicts if v.rule.startswith("P")} == {VerdictStatus.DECISION}
