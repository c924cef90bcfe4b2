"""Every term of the objective on a plan small enough to work out on paper. Effective hours are 1,000 a year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from alokasi_models.aims import aims
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan, Work
from alokasi_models.problem import (
    Coordinator,
    Level,
    LockKind,
    Problem,
    TeamClass,
    UnitScope,
    WorkForm,
)
from alokasi_models.score import TERMS, score, tier_values
from builders import (
    ADVISER,
    HOUR,
    LEAD,
    MEMBER,
    competences,
    current,
    formed,
    head,
    home_unit,
    loan,
    lock,
    need,
    officials,
    package,
    pengawas,
    people,
    person,
    plan,
    problem,
    seat,
    setting,
    team,
    unit,
    work,
)

NOTHING = plan()


def value(term: str, made: Problem, of: Plan, profile: str | None = None) -> int:
    return score(made, of, ruleset(made, profile))[term]


def one_team(*seats: Any, work: Any = (), **values: Any) -> Plan:
    return plan((formed("t", **values),), seats, work)


# kurang_jam


def test_unmet_minutes_weigh_by_priority():
    made = problem(
        people("a"), (package("w1", 10, priority=1), package("w2", 5), package("w3", 1, priority=3))
    )
    of = plan(work=(work("w1", "", "a", 4), work("w2", "", "a", 5)))
    assert value("kurang_jam", made, of) == 4 * 6 * HOUR + 0 + 1 * HOUR


def test_more_than_the_demand_fills_nothing_else():
    made = problem(people("a"), (package("w1", 10), package("w2", 10)))
    assert value("kurang_jam", made, plan(work=(work("w1", "", "a", 20),))) == 2 * 10 * HOUR


def test_work_of_units_that_are_not_planned_does_not_count():
    made = problem(people("a"), (package("w", 10),), units=(unit(scope=UnitScope.SUPERVISION),))
    assert value("kurang_jam", made, NOTHING) == 0


# kompetensi_wajib


def skilled(**values: Any) -> Problem:
    values.setdefault("needs", (need("w1", "k", 3, headcount=2), need("w2", "k", 3)))
    return problem(
        (person("a", skills=(("k", 3),)), person("b", skills=(("k", 2),)), person("c", skills=(("m", 5),))),
        (package("w1"), package("w2"), package("w3", form=WorkForm.INDIVIDUAL)),
        competences=competences("k", "m"),
        **values,
    )


def test_a_requirement_counts_once_a_team_at_the_highest_headcount():
    of = one_team(
        seat("t", "a", LEAD), seat("t", "b"), work=(work("w1", "t", "a", 1), work("w2", "t", "b", 1))
    )
    assert value("kompetensi_wajib", skilled(), of) == 1


def test_a_requirement_split_over_teams_counts_in_each():
    of = plan(
        (formed("t1"), formed("t2")),
        (seat("t1", "a", LEAD), seat("t2", "b", LEAD)),
        (work("w1", "t1", "a", 1), work("w2", "t2", "b", 1)),
    )
    assert value("kompetensi_wajib", skilled(), of) == (2 - 1) + 1


def test_another_level_is_another_requirement():
    made = skilled(needs=(need("w1", "k", 3), need("w2", "k", 4)))
    of = one_team(seat("t", "a", LEAD), work=(work("w1", "t", "a", 1), work("w2", "t", "a", 1)))
    assert value("kompetensi_wajib", made, of) == 1


def test_any_code_of_a_group_serves():
    made = skilled(needs=(need("w1", "k", 4, group="g"), need("w1", "m", 4, group="g")))
    of = one_team(seat("t", "c", LEAD), work=(work("w1", "t", "c", 1),))
    assert value("kompetensi_wajib", made, of) == 0


def test_an_adviser_is_no_member_who_holds():
    made = skilled(needs=(need("w1", "k", 3),))
    of = one_team(seat("t", "b", LEAD), seat("t", "a", ADVISER), work=(work("w1", "t", "b", 1),))
    assert value("kompetensi_wajib", made, of) == 1


@pytest.mark.parametrize(("holder", "missing"), [("a", 0), ("b", 1), ("", 1)])
def test_individual_work_needs_its_person_to_hold_it(holder: str, missing: int):
    made = skilled(needs=(need("w3", "k", 3, headcount=2),))
    assert value("kompetensi_wajib", made, plan(work=(work("w3", "", holder),))) == missing


def test_nothing_is_missing_where_nobody_has_a_level():
    made = problem(people("a"), (package("w"),), needs=(need("w", "k"),), competences=competences("k"))
    of = one_team(seat("t", "a", LEAD), work=(work("w", "t", "a", 1),))
    assert value("kompetensi_wajib", made, of) == 0


# ketua_pemilik, penguasaan_ketua


def test_a_guest_who_leads_is_counted():
    made = problem(
        (person("a"), person("g", unit="v", superior="x")),
        (package("w"),),
        units=(unit(), home_unit("v")),
        loans=(loan("g"),),
    )
    assert value("ketua_pemilik", made, one_team(seat("t", "a", LEAD), seat("t", "g"))) == 0
    assert value("ketua_pemilik", made, one_team(seat("t", "g", LEAD), seat("t", "a"))) == 1


def test_a_cross_unit_team_belongs_to_the_unit_with_most_of_its_work():
    made = problem(
        (person("a"), person("b", unit="v", superior="hv")),
        (package("w1", 10, team="t"), package("w2", 20, unit="v", team="t")),
        (team("t", kind=TeamClass.CROSS_UNIT),),
        units=(unit(), unit("v")),
        officials=(head(), head("hv", unit="v")),
        loans=(loan("b"),),
    )
    of = one_team(seat("t", "b", LEAD), seat("t", "a"), kind=TeamClass.CROSS_UNIT)
    assert value("ketua_pemilik", made, of) == 0


def test_mastery_is_hours_the_lead_does_not_master():
    made = problem(
        (person("a", themes=("rumpun",)), person("b", themes=("lain",))),
        (package("w1", 100), package("w2", "0.5")),
    )
    # a: theme 40 + level 20 x 50 % = 50 of 60 points -> 83; b: 10 of 60 -> 17
    rows = (work("w1", "t", "a", 1), work("w2", "t", "a"))
    assert value("penguasaan_ketua", made, one_team(seat("t", "a", LEAD), work=rows)) == 17
    assert value("penguasaan_ketua", made, one_team(seat("t", "b", LEAD), work=rows)) == 83 + 1
    assert value("penguasaan_ketua", made, one_team(seat("t", "a"), work=rows)) == 100 + 1


def test_an_administrators_team_asks_no_mastery():
    made = problem(people("a"), (package("w"),), officials=officials(1))
    of = one_team(
        seat("t", "a"), work=(work("w", "t", "a", 1),), seat="a1", coordinator=Coordinator.ADMINISTRATOR
    )
    assert value("penguasaan_ketua", made, of) == 0


# beban_orang: target 50 %, steps of seimbang 1, 1, 2, 3 per minute above 100, 105, 110, 115 %


def test_load_costs_its_distance_to_the_target():
    made = problem(people("a", "b"), (package("w1", 600), package("w2", 400)))
    assert dict(aims(made, ruleset(made)).target) == {"a": 500 * HOUR, "b": 500 * HOUR}
    of = plan(work=(work("w1", "", "a", 600), work("w2", "", "b", 400)))
    assert value("beban_orang", made, of) == 200 * HOUR


def test_overload_costs_more_with_every_step():
    made = problem(people("a"), (package("w", 2000),))
    of = plan(work=(work("w", "", "a", 1160),))
    assert value("beban_orang", made, of) == (160 + 160 + 110 + 2 * 60 + 3 * 10) * HOUR


def test_duty_and_advice_are_load():
    made = problem((person("a"), person("b", level=Level.UTAMA)), (package("w", 1000),))
    of = one_team(
        seat("t", "a", LEAD, 400, duty=100), seat("t", "b", ADVISER, 500), work=(work("w", "t", "a", 400),)
    )
    assert value("beban_orang", made, of) == 0


def test_time_reserved_outside_the_workbook_is_no_capacity_here():
    made = problem(
        people("a", "b"), (package("w", 1400),), loans=(loan("b", host="luar", max_minutes=600 * HOUR),)
    )
    assert {id: minutes // HOUR for id, minutes in aims(made, ruleset(made)).target.items()} == {
        "a": 1000,
        "b": 400,
    }


def test_guests_have_no_target():
    made = problem(
        (person("a"), person("g", unit="v", superior="x")),
        (package("w", 500),),
        units=(unit(), home_unit("v")),
        loans=(loan("g"),),
    )
    of = one_team(seat("t", "g", LEAD), work=(work("w", "t", "g", 500),))
    assert value("beban_orang", made, of) == 500 * HOUR  # of "a", who has nothing


# beban_tim


def test_what_people_bring_above_the_target_costs_by_steps():
    made = problem(people("a", "b"), (package("w", 1900),))
    of = one_team(
        seat("t", "a", LEAD), seat("t", "b"), work=(work("w", "t", "a", 1060), work("w", "t", "b", 840))
    )
    # target 950 each; "a" has 1,060: bounds at 950, 997.5, 1,045, 1,092.5 hours
    assert value("beban_tim", made, of) == (110 + 62.5 + 2 * 15) * HOUR


def test_nobody_above_the_target_brings_a_team_above_it():
    made = problem(people("a", "b"), (package("w", 1000),))
    of = one_team(
        seat("t", "a", LEAD), seat("t", "b"), work=(work("w", "t", "a", 400), work("w", "t", "b", 500))
    )
    assert value("beban_tim", made, of) == 0  # target 500 each


def test_the_excess_of_one_does_not_hide_behind_the_idle_time_of_another():
    made = problem(people("a", "b"), (package("w", 1000),))
    of = one_team(
        seat("t", "a", LEAD), seat("t", "b"), work=(work("w", "t", "b", 510), work("w", "t", "a", 100))
    )
    assert value("beban_tim", made, of) == 10 * HOUR


# selisih_jam_tim


def test_under_a32_teams_are_balanced_by_their_hours_apart():
    """Internal teams of one unit against each other; a cross-unit team is apart (K134)."""
    made = problem(people("a"), tuple(package(f"w{n}", hours) for n, hours in enumerate((700, 300, 400, 90))))
    teams = (formed("t"), formed("s"), formed("l", kind=TeamClass.CROSS_UNIT))
    rows = (work("w0", "t", "a"), work("w1", "s", "a"), work("w2", "s", "a"), work("w3", "l", "a"))
    of = plan(teams, (seat("t", "a", LEAD),), rows)
    assert value("selisih_jam_tim", made, of) == 0
    of = plan(teams, (seat("t", "a", LEAD),), (*rows[:2], replace(rows[2], team="l"), rows[3]))
    assert value("selisih_jam_tim", made, of) == 400 * HOUR
    assert value("selisih_jam_tim", made, plan(teams[:1], (), rows[:1])) == 0


def test_bounds_of_odd_minutes_round_against_the_person():
    made = problem((person("a", availability=Decimal("33.335")),), (package("w", "333.35"),))
    a = aims(made, ruleset(made))
    assert a.target["a"] == 20001
    assert [step.above for step in a.team_steps["a"]] == [20001, 21001, 22001, 23001]
    of = one_team(seat("t", "a", LEAD), work=(Work("w", "t", "a", 22002),))
    assert value("beban_tim", made, of) == 2001 + 1001 + 2 * 1


# isi_tim


def test_a_tenth_of_a_teams_work_may_stay_unmet():
    made = problem(people("a"), (package("w1", 60), package("w2", 40)))
    of = one_team(seat("t", "a", LEAD), work=(work("w1", "t", "a", 55), work("w2", "t", "a", 20)))
    assert value("isi_tim", made, of) == (5 + 20 - 10) * HOUR


# kecocokan


def test_misfit_is_minutes_times_what_does_not_fit():
    made = problem((person("a", themes=("rumpun",)), person("b", themes=("lain",))), (package("w", 100),))
    # of 50 points: theme 40, category 10: a fits 100, b fits 20
    of = plan(work=(Work("w", "", "a", 600), Work("w", "", "b", 61)))
    assert value("kecocokan", made, of) == 61 * 80 // 100


# kohesi_rumpun


def test_themes_beyond_the_first_and_parted_themes_count():
    made = problem(
        people("a", "b"),
        (
            package("w1", theme="Mutu"),
            package("w2", theme="mutu "),
            package("w3", theme="Data"),
            package("w4", theme="Data", team="t2"),
            package("w5", theme=""),
        ),
        (team("t2"),),
    )
    of = plan(
        (formed("t1"), formed("t2")),
        work=(
            work("w1", "t1", "a"),
            work("w2", "t2", "b"),
            work("w3", "t1", "a"),
            work("w4", "t2", "b"),
            work("w5", "t2", "b"),
        ),
    )
    # t1 Mutu, Data; t2 Mutu, Data: one beyond the first each; free Mutu stands in two teams, free Data in one
    assert value("kohesi_rumpun", made, of) == 2 + 1


# arah_karier


@pytest.mark.parametrize(("hours", "unserved"), [(99, 1), (100, 0)])
def test_a_direction_counts_as_served_from_the_minimum_share(hours: int, unserved: int):
    made = problem((person("a", career="Mutu"), person("b")), (package("w", theme="mutu"),))
    assert value("arah_karier", made, plan(work=(work("w", "", "a", hours),))) == unserved


# harapan


@pytest.mark.parametrize(
    ("wish", "unkept"),
    [
        ({"team": "t"}, 0),
        ({"team": "t2"}, 1),
        ({"other": "b"}, 0),
        ({"other": "c"}, 1),
        ({"team": "t2", "other": "b"}, 1),
        ({"package": "w"}, 0),
        ({"package": "w", "minutes": 11 * HOUR}, 1),
        ({"team": "t", "package": "w2"}, 1),
    ],
)
def test_a_wish_holds_with_everything_it_names(wish: dict[str, Any], unkept: int):
    made = problem(
        people("a", "b", "c"),
        (package("w"), package("w2")),
        (team("t"), team("t2")),
        locks=(lock(LockKind.WISH, "a", **wish),),
    )
    of = plan(
        (formed("t"), formed("t2")),
        (seat("t", "a", LEAD), seat("t", "b"), seat("t2", "c", LEAD)),
        (work("w", "t", "a", 10),),
    )
    assert value("harapan", made, of) == unkept


# perubahan


def in_force(*seats: Any, **values: Any) -> Problem:
    return problem(people("a", "b", "c"), current=seats, **values)


@pytest.mark.parametrize(
    ("seats", "changed"),
    [
        ((seat("t", "a", LEAD), seat("t", "b")), 0),
        ((seat("t", "b", LEAD), seat("t", "a")), 2),
        ((seat("t", "a", LEAD), seat("t", "b"), seat("t", "c")), 1),
        ((seat("t", "a", LEAD),), 1),
        ((), 2),
    ],
)
def test_seats_that_differ_from_the_decree_are_counted(seats: Any, changed: int):
    made = in_force(current("a", "t", LEAD), current("b", "t"))
    assert value("perubahan", made, one_team(*seats)) == changed


def test_without_a_decree_nothing_changes():
    assert value("perubahan", in_force(), one_team(seat("t", "a", LEAD))) == 0


def test_a_team_of_the_workbook_continues_the_one_its_packages_come_from():
    made = in_force(
        current("a", "old", LEAD),
        packages=(package("w", team="new", current_team="old"),),
        teams=(team("new"),),
    )
    assert value("perubahan", made, plan((formed("new"),), (seat("new", "a", LEAD),))) == 0
    assert value("perubahan", made, plan((formed("other"),), (seat("other", "a", LEAD),))) == 2


# kesederhanaan


def three_teams() -> tuple[Problem, Plan]:
    made = problem(
        (*people("a", "b", "c"), person("d", superior="a1"), person("g", unit="v", superior="x")),
        officials=officials(1, 1),
        units=(unit(), home_unit("v")),
        loans=(loan("g"),),
    )
    of = plan(
        (formed("t1"), formed("t2"), formed("t3", "a1", coordinator=Coordinator.ADMINISTRATOR)),
        (
            *(seat("t1", id, LEAD if id == "a" else MEMBER) for id in ("a", "b", "d", "g")),
            *(seat("t2", id, LEAD if id == "b" else MEMBER) for id in ("a", "b")),
            *(seat("t3", id) for id in ("a", "d")),
        ),
    )
    return made, of


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("jumlah_tim", 3),
        ("rangkap", 2 + 1 + 1),  # a in three teams, b and d in two
        ("tim_semua_unit", 0),
        ("ukuran_tim", 1 + 1),  # t2 and t3 have two of three preferred
        ("lintas_kedudukan", 2),  # d of a1 in t1, a of the head in t3
    ],
)
def test_a_simple_structure(term: str, expected: int):
    assert value(term, *three_teams()) == expected


def test_more_teams_than_preferred_over_all_units():
    made, of = three_teams()
    assert value("tim_semua_unit", replace(made, settings=(setting("P05", "2"),)), of) == 1


def test_staff_of_an_administrator_without_teams_belong_to_the_head():
    below = (*officials(administrators=3, pengawas_count=4), pengawas("p5", "a1"))
    made = problem((person("d", superior="a1"), person("e", superior="a2")), officials=below)
    assert dict(aims(made, ruleset(made)).home_seat) == {"d": "h", "e": "a2"}


@pytest.mark.parametrize(
    ("stated", "size", "persons"),
    [({}, 2, 1), ({"max_size": 2}, 2, 0), ({}, 16, 1), ({"min_size": 16}, 16, 0)],
)
def test_preferred_sizes_yield_to_the_workbook(stated: dict[str, int], size: int, persons: int):
    crowd = [f"e{n:02d}" for n in range(16)]
    made = problem(people(*crowd), teams=(team("t", **stated),))
    assert value("ukuran_tim", made, one_team(*(seat("t", id) for id in crowd[:size]))) == persons


def test_a_large_unit_with_few_lawful_teams_gets_larger_teams():
    crowd = people(*(f"e{n:03d}" for n in range(104)))
    made = problem(crowd)
    assert aims(made, ruleset(made)).preferred_size(team("t")) == (3, 21)  # 2 x 104 / 10, rounded up


# tiers


def test_tiers_are_the_weighted_terms_in_the_order_of_the_profile():
    made, of = three_teams()
    rules = ruleset(made)
    values = score(made, of, rules)
    assert set(values) == set(TERMS)
    tiers = tier_values(made, of, rules)
    assert [tier.name for tier in tiers] == [tier.name for tier in rules.profile.tiers]
    simple = tiers[-1]
    assert simple.value == 4 * 3 + 3 * 2 + 3 * 0 + 2 * 4 + 1 * 2
    assert dict(simple.terms) == {term.name: values[term.name] for term in rules.profile.tiers[-1].terms}


@pytest.mark.parametrize("profile", ["seimbang", "kompetensi", "perubahan_minimal", "acuan"])
def test_every_profile_can_be_scored(profile: str):
    made, of = three_teams()
    assert all(isinstance(tier.value, int) for tier in tier_values(made, of, ruleset(made, profile)))


def test_a_plan_with_unknown_ids_is_scored_all_the_same():
    made = problem(people("a"), (package("w"),), current=(current("gone", "old"),))
    of = plan(
        (formed("t", unit="elsewhere"), formed("t2")),
        (seat("t", "gone", LEAD), seat("t2", "who", LEAD), seat("t2", "a")),
        (work("unknown", "t2", "a", 5), work("w", "t9", "who", 5)),
    )
    assert set(score(made, of, ruleset(made))) == set(TERMS)
