"""Seats, division, loads: the figures of a small plan, checked on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alokasi import tables
from alokasi_models.plan import Seat, Work
from alokasi_models.problem import SeatRole, Unit, UnitKind, UnitRole
from sample_result import HOUR, PLAN, PROBLEM, employee, result


def test_a_seat_carries_its_team_and_the_lead_stands_first():
    table = tables.seats(result())
    assert list(table.columns) == list(tables.SEATS)
    assert table[["kode_tim", "nama", "peran", "jam", "jam_ketua"]].to_numpy().tolist() == [
        ["t1", "Ani", "Ketua", 500.0, 125.0],
        ["t1", "Budi <b>tebal</b>", "Anggota", 900.0, 0.0],
        ["t2", "Cici & rekan", "Ketua", 600.0, 125.0],
        ["t2", "Dedi", "Anggota", 300.0, 0.0],
    ]


def test_hours_come_back_to_the_same_whole_minutes():
    odd = replace(PLAN, work=tuple(Work("w1", "t1", "a", minutes) for minutes in range(1, 4000, 7)))
    back = [round(60 * jam) for jam in tables.division(result(plan=odd))["jam"]]
    assert sorted(back) == [work.minutes for work in odd.work]


def test_a_package_nobody_serves_keeps_its_row():
    bare = replace(PLAN, work=(*PLAN.work[:3], Work("w3", "t2", "", 0), PLAN.work[5]))
    row = tables.division(result(plan=bare)).set_index("kode_tugas").loc["w3"]
    assert (row["kode_tim"], row["id_pegawai"], row["jam"]) == ("t2", "", 0.0)


def test_load_of_a_person_counts_packages_duty_and_individual_work():
    table = tables.person_load(result()).set_index("nama")
    assert table["jam"].to_dict() == {"Ani": 625, "Budi <b>tebal</b>": 900, "Cici & rekan": 725, "Dedi": 500}
    assert table["persen"].round(1).to_dict() == {
        "Ani": 50.0,
        "Budi <b>tebal</b>": 72.0,
        "Cici & rekan": 58.0,
        "Dedi": 40.0,
    }
    assert table["ketua_di"].to_dict()["Ani"] == "t1"
    assert table["jumlah_tim"].tolist() == [1, 1, 1, 1]


def test_nobody_without_effective_hours_gets_a_share():
    away = replace(PROBLEM, employees=(*PROBLEM.employees[:3], replace(PROBLEM.employees[3], availability=0)))
    assert tables.person_load(result(problem=away)).set_index("nama")["persen"].isna()["Dedi"]


def test_a_guest_is_marked_and_left_out_of_the_key_figures():
    home = Unit("lain", "Unit Asal", UnitKind.PUSAT, 2027, role=UnitRole.HOME)
    guest = replace(employee("g", "Tamu"), unit="lain")
    visited = replace(PROBLEM, units=(*PROBLEM.units, home), employees=(*PROBLEM.employees, guest))
    plan = replace(
        PLAN,
        seats=(*PLAN.seats, Seat("t2", "g", SeatRole.MEMBER, 2000 * HOUR)),
        work=(*PLAN.work, Work("w3", "t2", "g", 2000 * HOUR)),
    )
    found = result(plan=plan, problem=visited)
    assert tables.person_load(found).set_index("nama")["tamu"].to_dict()["Tamu"] == "ya"
    assert tables.key_figures(found)["beban_tertinggi_persen"] == pytest.approx(72.0)


def test_load_of_a_team_is_demand_over_the_time_its_members_give():
    table = tables.team_load(result()).set_index("kode_tim")
    assert table["anggota"].to_dict() == {"t1": 2, "t2": 2}
    assert table["beban_jam"].to_dict() == {"t1": 1500, "t2": 900}
    assert table["kurang_jam"].to_dict() == {"t1": 100, "t2": 0}
    assert table["eu_persen"]["t1"] == pytest.approx(100 * 1500 / (1250 * 500 / 625 + 1250))
    assert table["eu_persen"]["t2"] == pytest.approx(100 * 900 / (1250 * 600 / 725 + 1250 * 300 / 500))
    assert table["fte"].to_dict() == pytest.approx({"t1": 1.2, "t2": 0.72})
    assert table["beban_tertinggi_persen"].to_dict() == pytest.approx({"t1": 72.0, "t2": 58.0})


def test_hours_of_persons_and_teams_add_up_to_their_load():
    cells = tables.person_team_hours(result())
    assert (
        cells.groupby("nama")["jam"].sum().to_dict()
        == tables.person_load(result()).set_index("nama")["jam"].to_dict()
    )
    alone = cells[cells["kode_tim"] == ""]
    assert alone[["nama", "nama_tim", "jam"]].to_numpy().tolist() == [["Dedi", "Penugasan individu", 200.0]]


def test_unmet_work_is_listed_with_what_is_missing():
    table = tables.unmet_work(result())
    assert table[["kode_tugas", "nama_tim", "beban_jam", "kurang_jam"]].to_numpy().tolist() == [
        ["w1", "Tim Kerja Mutu", 1000.0, 100.0]
    ]


def test_without_a_plan_every_table_keeps_its_columns():
    empty = result(plan=None, outcome=None)
    assert list(tables.seats(empty).columns) == list(tables.SEATS)
    assert tables.seats(empty).empty
    assert tables.moves(empty).empty
    assert tables.key_figures(empty)["jam_terisi"] == 0
