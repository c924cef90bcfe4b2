"""Every example is a unit of its pattern, has the work it should, and shows what an analyst meets in a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from alokasi.examples import EXAMPLES, PLANNED, example, file_name
from alokasi.rules import VerdictStatus, audit
from alokasi.solve.counting import impossible
from alokasi_models.decree import decree_plan
from alokasi_models.packs import ruleset, setting_errors
from alokasi_models.problem import (
    Category,
    Level,
    LockKind,
    NeedKind,
    Problem,
    TeamStatus,
    UnitKind,
    UnitRole,
    WorkForm,
)
from alokasi_models.structure import structures

HOURS = {  # a year, from the synthetic units the examples began with
    "1 Pusat": 46_700,
    "2 Pusat": 33_544,
    "3 Pusat": 94_870,
    "4 Pusat": 59_480,
    "5 UPT": 135_820,
    "6 UPT": 42_020,
}
STAFF = {"1 Pusat": 36, "2 Pusat": 30, "3 Pusat": 84, "4 Pusat": 50, "5 UPT": 112, "6 UPT": 36}
NAMES = [f"{pattern} {kind}" for pattern, kind in EXAMPLES]
PLANNED_NAMES = [f"{pattern} {kind}" for pattern, kind in PLANNED]
MADE = {f"{pattern} {kind}": example(pattern, kind) for pattern, kind in EXAMPLES}
NOVEMBER = date(2026, 11, 24)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def made(name: str) -> Problem:
    return MADE[name]


@pytest.fixture(params=PLANNED_NAMES)
def planned(request: pytest.FixtureRequest) -> Problem:
    return MADE[str(request.param)]


def test_there_is_one_for_every_pattern_and_kind():
    assert NAMES[len(PLANNED_NAMES) :] == ["7 Pusat", "8 UPT", "9 UPT"]
    assert PLANNED_NAMES == ["1 Pusat", "2 Pusat", "3 Pusat", "4 Pusat", "5 Pusat", "5 UPT", "6 UPT"]


def test_without_a_kind_a_pattern_gives_its_usual_one():
    assert example("5") == MADE["5 Pusat"]
    assert example("6") == MADE["6 UPT"]


def test_a_pattern_and_kind_that_do_not_go_together_have_no_example():
    with pytest.raises(KeyError):
        example("6", UnitKind.PUSAT)


def test_the_same_example_is_the_same_each_time(name: str, made: Problem):
    pattern, kind = name.split()
    assert example(pattern, UnitKind(kind)) == made


def test_workbooks_have_names_of_their_own():
    files = {file_name(pattern, kind) for pattern, kind in EXAMPLES}
    assert len(files) == len(EXAMPLES)
    assert "pola-4-sekretariat-ditjen-contoh.xlsx" in files


def test_its_officials_make_the_pattern_it_declares(name: str, made: Problem):
    (structure,) = structures(made, ruleset(made)).values()
    assert structure.optimised is (name in PLANNED_NAMES)
    assert structure.pattern is not None
    assert structure.pattern.pattern == name.split()[0]
    assert structure.unit.kind == name.split()[1]
    assert not structure.declared_differs
    assert len(structure.managers) == structure.optimised


def test_hours_and_staff_are_those_of_the_synthetic_units(name: str, made: Problem):
    own = [e for e in made.employees if e.unit == made.planned[0].id]
    if name in HOURS:
        assert sum(p.volume * p.norm_hours for p in made.packages) == HOURS[name]
        assert len(own) == STAFF[name]
    assert (
        Decimal("0.85")
        < Decimal(sum(p.minutes for p in made.packages)) / (75_000 * len(own))
        < Decimal("1.05")
    )


def test_it_holds_what_an_analyst_meets_in_a_year(made: Problem):
    own = [e for e in made.employees if e.unit == made.planned[0].id]
    assert len(made.competences) >= 12
    assert 8 <= len(made.indicators) <= 15
    assert 20 <= len(made.packages) <= 60
    assert any(e.leaves and e.leaves.year == made.planned[0].year for e in own)
    assert any(e.starts and e.starts.year == made.planned[0].year for e in own)
    assert any(e.availability is not None for e in own)
    assert any(e.career for e in own)
    assert {Category.EXPERT, Category.PELAKSANA} <= {e.category for e in own}
    assert any(p.form is WorkForm.INDIVIDUAL for p in made.packages)
    assert {need.kind for need in made.needs} == set(NeedKind)
    assert any(need.group for need in made.needs)


def test_some_loans_are_approved_and_some_are_not(planned: Problem):
    home = {u.id for u in planned.units if u.role is UnitRole.HOME}
    guests = {e.id for e in planned.employees if e.unit in home}
    assert {loan.granted for loan in planned.loans if loan.employee in guests} == {True, False}


def test_it_has_locks_with_reasons_and_wishes(planned: Problem):
    assert any(lock.kind is LockKind.WISH for lock in planned.locks)
    assert sum(lock.kind is not LockKind.WISH for lock in planned.locks) >= 3
    assert all(lock.reason for lock in planned.locks)


def test_settings_decide_a_clause_and_set_a_policy_limit(planned: Problem):
    names = {setting.name for setting in planned.settings}
    assert any(name.startswith("P0") for name in names)
    assert any(name.startswith("K") for name in names)
    assert setting_errors(planned) == ()


def test_every_indicator_has_work_and_every_package_an_indicator(made: Problem):
    assert {p.indicator for p in made.packages} == {i.id for i in made.indicators}


def test_nobody_in_it_has_a_nip_and_no_two_share_a_name(made: Problem):
    people = [*made.employees, *made.officials]
    assert not any(person.nip for person in people)
    assert len({person.name for person in people}) == len(people)


def test_everybody_has_a_grade_and_a_job_class_to_compare_with_the_appraiser(made: Problem):
    assert all(e.grade and e.job_class for e in made.employees)


def test_teams_are_given_in_some_and_grouped_by_the_program_in_others():
    grouping = {name: _grouping(MADE[name]) for name in PLANNED_NAMES}
    assert grouping == {
        "1 Pusat": "given",
        "2 Pusat": "free",
        "3 Pusat": "mixed",
        "4 Pusat": "given",
        "5 Pusat": "mixed",
        "5 UPT": "given",
        "6 UPT": "free",
    }


def test_no_count_shows_that_a_plan_is_impossible(planned: Problem):
    assert impossible(planned, ruleset(planned)) == ()


def test_the_decree_in_force_breaks_clauses_on_leads_and_on_teams_of_a_person(planned: Problem):
    plan = decree_plan(planned)
    assert plan is not None
    broken = {verdict.rule for verdict in audit(planned, plan, ruleset(planned), NOVEMBER).broken}
    assert {"K091", "K103"} <= broken
    assert len(broken) >= 3


def test_the_decree_in_force_names_somebody_who_has_left(made: Problem):
    assert {seat.employee for seat in made.current} - {e.id for e in made.employees}


def test_a_unit_under_other_law_shows_teams_that_only_advice_can_measure():
    """Of 5.1.7-5.1.9 no clause on teams is broken, whatever the units in force look like (A25)."""
    for name in set(NAMES) - set(PLANNED_NAMES):
        made = MADE[name]
        assert made.teams == () == made.locks
        plan = decree_plan(made)
        assert plan is not None
        found = audit(made, plan, ruleset(made), NOVEMBER)
        assert found.broken == ()
        assert found.verdict("K103").status is VerdictStatus.OTHER_LAW
    inspectorate = decree_plan(MADE["7 Pusat"])
    assert inspectorate is not None
    assert len(inspectorate.teams) > 10


def test_an_adviser_is_an_ahli_utama():
    advisers = [
        made.employee(lock.employee)
        for made in MADE.values()
        for lock in made.locks
        if lock.kind is LockKind.ADVISER
    ]
    assert len(advisers) >= 3
    assert {adviser.level for adviser in advisers} == {Level.UTAMA}


def _grouping(made: Problem) -> str:
    for_teams = [p for p in made.packages if p.form is not WorkForm.INDIVIDUAL]
    if all(p.team for p in for_teams) and all(t.status is TeamStatus.FIXED for t in made.teams):
        return "given"
    return "mixed" if made.teams else "free"
