"""Loads of people and teams, and how even they are, checked on paper. Effective hours are 1,000 a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alokasi_models.measures import TeamLoad, person_loads, spread, team_loads
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan, Work
from alokasi_models.problem import Level, Problem
from builders import (
    ADVISER,
    HOUR,
    LEAD,
    formed,
    home_unit,
    loan,
    package,
    people,
    person,
    plan,
    problem,
    seat,
    unit,
    work,
)

# a leads t1 (100 h duty) and works 300 h there and 100 h alone; b works 400 h in t1 and 400 h in t2; c advises t2.
MADE = problem(
    (*people("a", "b"), person("c", level=Level.UTAMA), person("d", leaves=date(2026, 6, 1))),
    (package("w1", 1000), package("w2", 400), package("w3", 100)),
)
OF = plan(
    (formed("t1"), formed("t2")),
    (
        seat("t1", "a", LEAD, 300, duty=100),
        seat("t1", "b", hours=400),
        seat("t2", "b", LEAD, 400),
        seat("t2", "c", ADVISER, 50),
    ),
    (
        work("w1", "t1", "a", 300),
        work("w1", "t1", "b", 400),
        work("w2", "t2", "b", 400),
        work("w3", "", "a", 100),
    ),
)


def teams(made: Problem, of: Plan) -> dict[str, TeamLoad]:
    return {load.id: load for load in team_loads(made, of, ruleset(made))}


def test_a_load_is_all_hours_of_a_person():
    loads = {load.id: load for load in person_loads(MADE, OF, ruleset(MADE))}
    assert {id: (load.minutes // HOUR, load.share, load.teams, load.leads) for id, load in loads.items()} == {
        "a": (500, 0.5, 1, ("t1",)),
        "b": (800, 0.8, 2, ("t2",)),
        "c": (50, 0.05, 0, ()),
        "d": (0, None, 0, ()),
    }


def test_guests_and_unknown_people_appear_once_they_have_something_here():
    made = problem(
        (person("a"), person("g", unit="v", superior="x")), units=(unit(), home_unit("v")), loans=(loan("g"),)
    )
    rules = ruleset(made)
    assert [load.id for load in person_loads(made, plan(), rules)] == ["a"]
    of = plan((formed("t"),), (seat("t", "g"), seat("t", "gone", hours=5)))
    assert [(load.id, load.unit) for load in person_loads(made, of, rules)] == [
        ("a", "u"),
        ("g", "v"),
        ("gone", ""),
    ]


def test_time_reserved_elsewhere_stands_beside_the_load():
    made = problem(people("a"), loans=(loan("a", host="luar", max_minutes=50 * HOUR),))
    assert person_loads(made, plan(), ruleset(made))[0].lent == 50 * HOUR


def test_eu_of_a_team_divides_by_the_time_its_members_give_it():
    found = teams(MADE, OF)
    # t1: a gives 1,000 x 300/500, b gives 1,000 x 400/800; t2: b gives the other half, the adviser nothing
    assert found["t1"].eu == pytest.approx(1000 / (600 + 500))
    assert found["t2"].eu == pytest.approx(400 / 500)


def test_a_team_shows_its_work_and_its_members():
    found = teams(MADE, OF)
    assert found["t1"] == TeamLoad(
        id="t1",
        members=2,
        demand=1000 * HOUR,
        filled=700 * HOUR,
        unmet=300 * HOUR,
        eu=found["t1"].eu,
        fte=1.0,
        mean_share=pytest.approx(0.65),
        highest_share=0.8,
    )
    assert (found["t2"].members, found["t2"].fte, found["t2"].highest_share) == (1, 0.4, 0.8)


def test_a_team_nobody_gives_time_has_no_eu():
    of = plan((formed("t"),), (seat("t", "a", LEAD),), (work("w1", "t", ""),))
    found = teams(MADE, of)["t"]
    assert (found.eu, found.demand, found.unmet) == (None, 1000 * HOUR, 1000 * HOUR)


def test_a_team_without_members_has_no_shares():
    found = teams(MADE, plan((formed("t"),)))["t"]
    assert (found.members, found.eu, found.mean_share, found.highest_share) == (0, None, None, None)


def test_work_beyond_the_demand_fills_nothing():
    of = plan((formed("t"),), (seat("t", "a", LEAD),), (work("w3", "t", "a", 300),))
    assert teams(MADE, of)["t"].filled == 100 * HOUR


def test_a_package_of_two_teams_counts_with_the_one_that_gives_most():
    of = replace(OF, work=(*OF.work, Work("w1", "t2", "b", 60)))
    found = teams(MADE, of)
    assert (found["t1"].demand, found["t2"].demand) == (1000 * HOUR, 400 * HOUR)


def test_evenness():
    found = spread([0.0, 0.4, 1.0, 1.2])
    assert (found.highest, found.lowest, found.over, found.under_half, found.without) == (1.2, 0.0, 1, 2, 1)
    assert found.stdev == pytest.approx(0.476970)
    # pairs differ by 0.4 1.0 1.2 0.6 0.8 0.2 = 4.2; twice over 2 x 16 x mean 0.65
    assert found.gini == pytest.approx(2 * 4.2 / (2 * 16 * 0.65))


def test_equal_loads_have_no_spread():
    found = spread([0.9] * 7)
    assert (found.stdev, found.gini) == (pytest.approx(0), pytest.approx(0))
    assert spread([0.0, 0.0]).gini == 0


def test_no_shares_cannot_be_compared():
    with pytest.raises(ValueError, match="no shares"):
        spread([])
