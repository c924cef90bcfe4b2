"""The decree in force is judged like any plan, by what its sheet can tell."""

from __future__ import annotations

from lawful import ON

from alokasi.rules import Audit, VerdictStatus, audit
from alokasi_models.decree import decree_plan
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Indicator, Problem, TargetSource, WorkForm
from builders import (
    LEAD,
    administrator,
    current,
    head,
    package,
    pelaksana,
    pengawas,
    people,
    problem,
)

INDICATORS = (Indicator("ik", "Target", "u", TargetSource.AGREEMENT),)


def judged(of: Problem) -> Audit:
    plan = decree_plan(of)
    assert isinstance(plan, Plan)
    return audit(of, plan, ruleset(of), ON)


def test_people_and_officials_who_have_left_are_findings_not_errors():
    found = judged(
        problem(
            people("a", "b"),
            (package("w", current_team="L1"),),
            current=(current("a", "L1", LEAD, seat="KASUBDIT"), current("pensiunan", "L1")),
            indicators=INDICATORS,
        )
    )
    assert found.verdict("K029").status is VerdictStatus.NOT_MET  # a place that no longer exists
    assert found.verdict("K003").status is VerdictStatus.DECISION
    assert any("pensiunan" in finding.ids for finding in found.verdict("K003").findings)


def test_team_work_outside_the_decree_is_not_divided_out():
    found = judged(
        problem(
            people("a", "b"),
            (package("w", current_team="L1"), package("v")),
            current=(current("a", "L1", LEAD, seat="h"), current("b", "L1", seat="h")),
            indicators=INDICATORS,
        )
    )
    assert found.verdict("K067").status is VerdictStatus.NOT_MET
    assert [finding.ids for finding in found.verdict("K067").findings] == [("v",)]


def test_individual_work_outside_the_decree_may_have_an_owner_its_sheet_does_not_hold():
    found = judged(
        problem(
            people("a", "b"),
            (package("w", current_team="L1"), package("v", form=WorkForm.INDIVIDUAL)),
            current=(current("a", "L1", LEAD, seat="h"), current("b", "L1", seat="h")),
            indicators=INDICATORS,
        )
    )
    assert found.verdict("K067").status is VerdictStatus.DECISION


def test_a_decree_without_packages_says_nothing_of_the_division():
    found = judged(
        problem(
            people("a", "b"),
            (package("w"),),
            current=(current("a", "L1", LEAD, seat="h"), current("b", "L1", seat="h")),
            indicators=INDICATORS,
        )
    )
    assert found.verdict("K067").status is VerdictStatus.DECISION
    assert found.verdict("K090").status is VerdictStatus.MET


def test_an_administrator_written_as_ketua_coordinates_in_person():
    staff = tuple(pelaksana(id, superior="a1") for id in ("g", "i"))
    found = judged(
        problem(
            staff,
            (package("w", current_team="L1"),),
            officials=(head(), administrator("a1"), pengawas("p1")),
            current=(
                current("a1", "L1", LEAD, seat="a1"),
                current("g", "L1", seat="a1"),
                current("i", "L1", seat="a1"),
            ),
            indicators=INDICATORS,
        )
    )
    assert found.broken == ()
    assert found.verdict("K090").status is VerdictStatus.MET


def test_time_for_the_lead_is_not_asked_of_a_decree_that_cannot_tell_it():
    found = judged(
        problem(
            people("a", "b"),
            (package("w", current_team="L1"),),
            current=(current("a", "L1", LEAD, seat="h"), current("b", "L1", seat="h")),
        )
    )
    assert found.verdict("P03").status is VerdictStatus.WEIGHED
    assert found.verdict("K079").status is VerdictStatus.DECISION
