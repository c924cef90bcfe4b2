"""Against the decree in force, and competence asked for and held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alokasi import tables
from alokasi_models.problem import Need
from alokasi_models.score import score
from sample_result import PLAN, PROBLEM, result


def test_load_before_comes_from_the_hours_of_the_decree():
    table = tables.load_before_after(result()).set_index("nama")
    assert table["jam_sebelum"].to_dict() == {
        "Ani": 800,
        "Budi <b>tebal</b>": 400,
        "Cici & rekan": 900,
        "Dedi": 300,
    }
    assert table["jam_sesudah"]["Ani"] == 625


def test_without_a_decree_there_is_no_before():
    bare = replace(PROBLEM, current=())
    assert tables.load_before_after(result(problem=bare)).empty
    assert tables.key_figures(result(problem=bare))["kursi_berubah"] is None


def test_a_seat_that_moves_names_both_teams():
    table = tables.moves(result())
    assert table[["nama", "perubahan", "nama_tim", "tim_lain"]].to_numpy().tolist() == [
        ["Dedi", "keluar", "Tim Kerja Mutu", "Tim Kerja Data"],
        ["Dedi", "pindah", "Tim Kerja Data", "Tim Kerja Mutu"],
    ]


def test_competence_short_in_a_team_is_counted_at_its_level():
    row = tables.team_competences(result()).iloc[0]
    assert (row["nama_tim"], row["nama"], row["level"]) == ("Tim Kerja Mutu", "Manajemen mutu", "3")
    assert (row["dibutuhkan"], row["ditempatkan"], row["kurang"]) == (2, 1, 1)


def test_supply_counts_holders_of_the_unit_too():
    elsewhere = tuple(replace(e, skills=(("k1", 5),)) if e.id == "c" else e for e in PROBLEM.employees)
    row = tables.competence_supply(result(problem=replace(PROBLEM, employees=elsewhere))).iloc[0]
    assert (row["ditempatkan"], row["dimiliki"]) == (1, 2)


@pytest.mark.parametrize(
    "needs",
    [
        (Need("w1", "k1", 3, headcount=2),),
        (Need("w1", "k1", 3), Need("w2", "k1", 3, headcount=2)),
        (Need("w1", "k1", 2, headcount=2), Need("w3", "k1", 1)),
        (Need("w4", "k1", 1),),
        (),
    ],
)
def test_the_shortage_is_the_one_the_objective_counts(needs: tuple[Need, ...]):
    problem = replace(PROBLEM, needs=needs)
    found = result(problem=problem)
    assert (
        tables.competence_supply(found)["kurang"].sum()
        == score(problem, PLAN, found.ruleset)["kompetensi_wajib"]
    )


def test_without_competence_data_nothing_is_claimed():
    unknown = tuple(replace(e, skills=()) for e in PROBLEM.employees)
    assert tables.competence_supply(result(problem=replace(PROBLEM, employees=unknown))).empty
