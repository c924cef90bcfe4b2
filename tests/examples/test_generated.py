"""Generated units: the size asked for, lawful shapes, and work that just fits the staff."""

from __future__ import annotations

import pytest

from alokasi.examples import generate
from alokasi.solve.counting import impossible
from alokasi_models.packs import ruleset
from alokasi_models.problem import Category, Problem, WorkForm
from alokasi_models.structure import structures
from alokasi_models.workload import capacities

TEAMS = {30: ("2", 6), 100: ("5", 13), 250: ("4", 16), 600: ("4", 16)}
MADE = {staff: generate(staff) for staff in TEAMS}


@pytest.mark.parametrize("staff", TEAMS)
def test_a_unit_has_the_staff_the_pattern_and_the_teams_of_its_size(staff: int):
    made = MADE[staff]
    (structure,) = structures(made, ruleset(made)).values()
    assert structure.pattern is not None
    assert (structure.pattern.pattern, len(made.teams)) == TEAMS[staff]
    assert len(made.teams) <= structure.most_teams
    assert len(_own(made)) == staff


@pytest.mark.parametrize("staff", TEAMS)
def test_its_work_takes_nine_to_ten_tenths_of_the_time_of_its_staff(staff: int):
    made = MADE[staff]
    effective = capacities(made, ruleset(made).norm)
    share = sum(p.minutes for p in made.packages) / sum(effective[id] for id in _own(made))
    assert 0.9 <= share <= 1.0


@pytest.mark.parametrize("staff", TEAMS)
def test_it_has_twice_the_experts_its_teams_need_as_leads(staff: int):
    made = MADE[staff]
    assert sum(e.category is Category.EXPERT for e in made.employees) >= 2 * len(made.teams)
    assert impossible(made, ruleset(made)) == ()


def test_given_teams_own_their_packages_and_free_ones_are_left_to_the_program():
    given, free = MADE[100], generate(100, given_teams=False)
    assert all(p.team for p in given.packages if p.form is WorkForm.TEAM)
    assert free.teams == ()
    assert not any(p.team for p in free.packages)
    assert [(p.id, p.minutes) for p in free.packages] == [(p.id, p.minutes) for p in given.packages]


def test_the_same_seed_gives_the_same_unit_and_another_seed_another():
    assert generate(30, seed=3) == generate(30, seed=3)
    assert generate(30, seed=3) != generate(30, seed=4)


def test_some_guests_are_approved_and_some_are_not():
    assert {loan.granted for loan in MADE[250].loans} == {True, False}


def test_no_two_people_share_a_name():
    names = [e.name for e in MADE[600].employees]
    assert len(set(names)) == len(names)


def test_a_unit_too_small_for_teams_is_refused():
    with pytest.raises(ValueError, match="at least 10"):
        generate(9)


def _own(made: Problem) -> list[str]:
    return [e.id for e in made.employees if e.unit == made.planned[0].id]
