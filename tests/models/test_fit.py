"""Points of fit and of a lead's mastery, worked out by hand with the weights of the profile `seimbang`."""

from __future__ import annotations

import pytest

from alokasi_models.fit import Fits, fits
from alokasi_models.packs import ruleset
from alokasi_models.problem import Category, Level, NeedKind, Problem
from builders import competences, need, package, pelaksana, people, person, problem

# fit = theme 40, position 25, competence 25, category 10; mastery = theme 40, competence 40, level 20


def scores(made: Problem) -> Fits:
    return fits(made, ruleset(made))


def test_theme_position_and_category_add_up_without_competence_data():
    made = problem(
        employees=(
            person("both", themes=("Mutu",)),
            person("theme", themes=("mutu ", "Data"), position="Analis"),
            person("position", themes=("Data",)),
            person("neither", themes=("Data",), position="Analis"),
        ),
        packages=(package("w", theme="Mutu", position="Perencana"),),
    )
    found = scores(made)
    # of 75 points: theme 40, position 25, category 10
    assert {e.id: found.fit(e.id, "w") for e in made.employees} == {
        "both": 100,
        "theme": round(100 * 50 / 75),
        "position": round(100 * 35 / 75),
        "neither": round(100 * 10 / 75),
    }


def test_a_person_without_rumpun_stands_between_match_and_mismatch():
    made = problem(
        employees=(
            person("in", themes=("Mutu",)),
            person("unknown"),
            person("out", themes=("Data",)),
        ),
        packages=(package("w", theme="Mutu"),),
    )
    found = scores(made)
    # of 50 points: theme 40, category 10
    assert [found.fit(id, "w") for id in ("in", "unknown", "out")] == [100, 60, 20]


def test_nothing_known_fits_everybody_alike():
    made = problem(employees=people("a", "b"), packages=(package("w", theme=""),))
    assert {scores(made).fit(id, "w") for id in ("a", "b")} == {100}


@pytest.mark.parametrize(
    ("asked", "points"),
    [("Perencana", 100), ("Perencana Ahli Muda", 100), ("Perencana Ahli Madya", 64), ("Arsiparis", 29)],
)
def test_another_level_of_the_position_counts_half(asked: str, points: int):
    made = problem(employees=(person("a"),), packages=(package("w", theme="", position=asked),))
    # of 35 points: position 25, category 10
    assert scores(made).fit("a", "w") == points


def test_competence_is_the_level_held_of_the_level_asked():
    made = problem(
        employees=(
            person("full", skills=(("k1", 4), ("k2", 5))),
            person("part", skills=(("k1", 2),)),
            person("none"),
        ),
        packages=(package("w", theme=""),),
        needs=(need("w", "k1", 4), need("w", "k2", 3, kind=NeedKind.PREFERRED)),
        competences=competences("k1", "k2"),
    )
    found = scores(made)
    # of 35 points: competence 25, category 10; part = (50 + 0) / 2
    assert {e.id: found.fit(e.id, "w") for e in made.employees} == {
        "full": 100,
        "part": round(100 * (25 * 0.25 + 10) / 35),
        "none": round(100 * 10 / 35),
    }


def test_needs_of_a_group_are_alternatives():
    made = problem(
        employees=(person("a", skills=(("k2", 3),)),),
        packages=(package("w", theme=""),),
        needs=(need("w", "k1", 3, group="g"), need("w", "k2", 3, group="g")),
        competences=competences("k1", "k2"),
    )
    assert scores(made).fit("a", "w") == 100


def test_needs_say_nothing_while_nobody_has_a_level():
    made = problem(
        employees=people("a"),
        packages=(package("w", theme=""),),
        needs=(need("w", "k1"),),
        competences=competences("k1"),
    )
    assert scores(made).fit("a", "w") == 100


def test_expert_work_fits_a_pelaksana_least():
    made = problem(
        employees=(
            person("expert"),
            person("skill", category=Category.SKILL, level=Level.MAHIR),
            pelaksana("admin"),
        ),
        packages=(
            package("expert", theme="", category=Category.EXPERT),
            package("by_level", theme="", position="Perencana Ahli Muda"),
            package("routine", theme="", category=Category.PELAKSANA),
            package("anybody", theme=""),
        ),
    )
    found = scores(made)
    assert [found.fit(e.id, "expert") for e in made.employees] == [100, 50, 0]
    assert [found.fit(e.id, "routine") for e in made.employees] == [50, 80, 100]
    assert [found.fit(e.id, "anybody") for e in made.employees] == [100, 100, 100]
    assert found.fit("admin", "by_level") < found.fit("skill", "by_level") < found.fit("expert", "by_level")


def test_work_of_a_position_is_meant_for_its_category():
    made = problem(
        employees=(person("a"), pelaksana("p")),
        packages=(package("w", theme="", position="Pengadministrasi"),),
    )
    found = scores(made)
    # of 35 points: position 25, category 10 (expert on a Pelaksana's work 50)
    assert (found.fit("p", "w"), found.fit("a", "w")) == (100, round(100 * 5 / 35))


def test_mastery_counts_theme_competence_of_five_and_level():
    made = problem(
        employees=(
            person("a", themes=("Mutu",), skills=(("k1", 5),), level=Level.UTAMA),
            person("b", themes=("Mutu",), skills=(("k1", 3),), level=Level.MUDA),
            person("c", themes=("Data",), level=Level.PERTAMA),
            pelaksana("d", themes=("Data",)),
        ),
        packages=(package("w", theme="Mutu"),),
        needs=(need("w", "k1", 3),),
        competences=competences("k1"),
    )
    found = scores(made)
    assert {e.id: found.mastery(e.id, "w") for e in made.employees} == {
        "a": 100,
        "b": 40 + 24 + 10,
        "c": 5,
        "d": 0,
    }


def test_mastery_without_competence_data_rests_on_theme_and_level():
    made = problem(
        employees=(person("a", themes=("Mutu",)), person("b", themes=("Data",), level=Level.MADYA)),
        packages=(package("w", theme="Mutu"),),
    )
    found = scores(made)
    assert (found.mastery("a", "w"), found.mastery("b", "w")) == (
        round(100 * (40 + 10) / 60),
        round(100 * 15 / 60),
    )


@pytest.mark.parametrize(("aim", "grows"), [("mutu", True), ("k1", True), ("data", False), ("", False)])
def test_arah_karier_names_a_rumpun_or_a_competence(aim: str, grows: bool):
    made = problem(
        employees=(person("a", career=aim),),
        packages=(package("w", theme="Mutu"),),
        needs=(need("w", "k1"),),
        competences=competences("k1"),
    )
    assert scores(made).grows("a", "w") is grows


def test_the_order_of_rows_changes_no_point():
    made = problem(
        employees=(person("a", position="Pranata"), pelaksana("b", position="Pranata"), person("c")),
        packages=(package("w", theme="", position="Pranata"),),
    )
    turned = problem(employees=made.employees[::-1], packages=made.packages)
    assert [scores(made).fit(id, "w") for id in "abc"] == [scores(turned).fit(id, "w") for id in "abc"]
