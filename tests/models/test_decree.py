"""The decree in force as a plan, which team continues which, and who moves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alokasi_models.decree import Move, MoveKind, continues, decree_plan, moves
from alokasi_models.decree_hours import split
from alokasi_models.plan import FormedTeam, Origin, Plan
from alokasi_models.problem import Coordinator, Level, Problem, TeamClass
from builders import (
    ADVISER,
    HOUR,
    LEAD,
    current,
    formed,
    officials,
    package,
    people,
    person,
    plan,
    problem,
    seat,
    team,
    work,
)


def decree(*rows: Any, **values: Any) -> Plan:
    values.setdefault("employees", people("a", "b", "c"))
    found = decree_plan(problem(current=rows, **values))
    assert found is not None
    return found


def hours(of: Plan) -> dict[str, int]:
    return {id: minutes // HOUR for id, minutes in sorted(of.load().items())}


def test_there_is_none_without_rows():
    assert decree_plan(problem()) is None


def test_stated_hours_are_laid_over_the_teams_packages():
    found = decree(
        current("a", "t", LEAD, minutes=300 * HOUR),
        current("b", "t", minutes=600 * HOUR),
        packages=(package("w1", 100, current_team="t"), package("w2", 200, current_team="t")),
    )
    assert hours(found) == {"a": 300, "b": 600}
    assert {(w.package, w.employee): w.minutes // HOUR for w in found.work} == {
        ("w1", "a"): 100,
        ("w1", "b"): 200,
        ("w2", "a"): 200,
        ("w2", "b"): 400,
    }
    assert (found.origin, found.estimated) == (Origin.DECREE, False)


def test_hours_of_a_team_without_packages_are_load_all_the_same():
    found = decree(current("a", "t", LEAD, minutes=300 * HOUR))
    assert hours(found) == {"a": 300}
    assert (found.seats[0].minutes, found.seats[0].duty) == (0, 300 * HOUR)


def test_blank_hours_are_estimated_from_the_work_of_the_team():
    found = decree(
        current("a", "t", LEAD),
        current("b", "t"),
        packages=(package("w", 600, current_team="t"),),
    )
    assert hours(found) == {"a": 300, "b": 300}
    assert found.estimated


def test_an_estimate_stays_within_the_time_people_have():
    found = decree(
        current("a", "t", LEAD),
        current("b", "t"),
        employees=(person("a"), person("b", leaves=date(2026, 1, 1))),
        packages=(package("w", 5000, current_team="t"),),
    )
    assert hours(found) == {"a": 1000, "b": 0}


def test_a_person_of_two_teams_gives_each_by_its_work_and_lends_what_is_spare():
    found = decree(
        current("a", "t1", LEAD),
        current("a", "t2"),
        current("b", "t2", LEAD),
        packages=(package("w1", 300, current_team="t1"), package("w2", 900, current_team="t2")),
    )
    # a: 250 in t1, 750 of 1,750 offered to t2; then the rest of t1
    assert hours(found)["a"] + hours(found)["b"] == pytest.approx(1200, abs=1)
    assert sum(w.minutes for w in found.work if w.package == "w1") == 300 * HOUR


def test_what_others_state_is_no_longer_open():
    found = decree(
        current("a", "t", LEAD, minutes=400 * HOUR),
        current("b", "t"),
        packages=(package("w", 600, current_team="t"),),
    )
    assert hours(found) == {"a": 400, "b": 200}
    assert found.estimated


def test_neither_hours_nor_packages_give_no_load():
    found = decree(current("a", "t", LEAD), current("b", "t"))
    assert (hours(found), found.estimated) == ({"a": 0, "b": 0}, False)


def test_a_package_nobody_serves_keeps_its_team():
    found = decree(current("gone", "t", LEAD), packages=(package("w", 600, current_team="t"), package("new")))
    assert [(w.package, w.team, w.employee, w.minutes) for w in found.work] == [("w", "t", "", 0)]


def test_advice_is_the_advisers_own():
    found = decree(
        current("a", "t", LEAD),
        current("b", "t", ADVISER, minutes=40 * HOUR),
        employees=(person("a"), person("b", level=Level.UTAMA)),
        packages=(package("w", 600, current_team="t"),),
    )
    assert hours(found) == {"a": 600, "b": 40}


def test_teams_take_what_the_decree_says_and_else_what_the_workbook_knows():
    found = decree(
        current("a", "old", LEAD, team_name="Tim Lama", seat="gone", kind=TeamClass.CROSS_UNIT),
        current("b", "t", LEAD),
        current("c", "a1-team", seat="a1"),
        teams=(team("t"),),
        officials=officials(1, 1),
    )
    assert found.teams == (
        FormedTeam("a1-team", "a1-team", "u", "a1", Coordinator.ADMINISTRATOR),
        FormedTeam("old", "Tim Lama", "u", "gone", Coordinator.LEAD, TeamClass.CROSS_UNIT),
        FormedTeam("t", "Tim t", "u", "h"),
    )


def test_the_order_of_rows_changes_nothing():
    rows = (current("a", "t2", LEAD), current("b", "t"), current("a", "t"), current("c", "t2"))
    work = (package("w1", 700, current_team="t"), package("w2", 301, current_team="t2"))
    assert decree(*rows, packages=work) == decree(*rows[::-1], packages=work[::-1])


def test_minutes_are_split_without_loss():
    assert split(100, [1, 1, 1]) == [33, 33, 34]
    assert split(7, [0, 0]) == [7, 0]
    assert split(0, [3, 4]) == [0, 0]


# which team continues which


def made(*rows: Any, **values: Any) -> Problem:
    return problem(people("a", "b", "c", "d"), current=rows, **values)


def test_the_same_code_continues():
    before = made(current("a", "t"), packages=(package("w", current_team="other"),))
    assert continues(before, plan((formed("t"),), work=(work("w", "t", "a"),))) == {"t": "t"}


def test_else_the_team_that_holds_most_of_the_packages_hours():
    before = made(
        current("a", "old1"),
        current("a", "old2"),
        packages=(package("w1", 100, current_team="old1"), package("w2", 200, current_team="old2")),
    )
    of = plan((formed("n"),), (seat("n", "a"),), (work("w1", "n", "a"), work("w2", "n", "a")))
    assert continues(before, of) == {"n": "old2"}


def test_else_the_team_that_shares_most_members_and_each_only_once():
    before = made(current("a", "old"), current("b", "old"), current("c", "old"))
    of = plan((formed("n1"), formed("n2")), (seat("n1", "a"), seat("n2", "b"), seat("n2", "c")))
    assert continues(before, of) == {"n2": "old"}


def test_ties_go_to_the_lower_code():
    before = made(current("a", "old1"), current("a", "old2"))
    assert continues(before, plan((formed("n"),), (seat("n", "a"),))) == {"n": "old1"}


# moves


def test_who_moves_where():
    before = made(current("a", "t", LEAD), current("b", "t"), current("c", "t"), current("gone", "t"))
    of = plan(
        (formed("t"), formed("t2")),
        (seat("t", "a"), seat("t", "b", LEAD), seat("t2", "c", LEAD), seat("t2", "d")),
    )
    assert moves(before, of) == (
        Move("a", "t", MoveKind.ROLE, LEAD, "Anggota"),
        Move("b", "t", MoveKind.ROLE, "Anggota", LEAD),
        Move("c", "t", MoveKind.LEAVES, "Anggota", "", "t2"),
        Move("c", "t2", MoveKind.MOVES, "", LEAD, "t"),
        Move("d", "t2", MoveKind.JOINS, "", "Anggota"),
        Move("gone", "t", MoveKind.LEAVES, "Anggota", ""),
    )


def test_a_renamed_team_moves_nobody():
    before = made(current("a", "old", LEAD), packages=(package("w", current_team="old"),))
    of = plan((formed("n"),), (seat("n", "a", LEAD),), (work("w", "n", "a"),))
    assert moves(before, of) == ()


def test_without_a_decree_nobody_moves():
    assert moves(made(), plan((formed("t"),), (seat("t", "a", LEAD),))) == ()


def test_the_decree_itself_moves_nobody():
    before = made(current("a", "t", LEAD), current("b", "t2"), current("c", "t2", ADVISER))
    found = decree_plan(before)
    assert found is not None
    assert moves(before, found) == ()
