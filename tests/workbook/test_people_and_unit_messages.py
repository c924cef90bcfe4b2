"""What a tired person types that is no broken cell, yet would be read otherwise than meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filled_workbook import PROBLEM, found, read_edited

from alokasi.texts import wording
from alokasi.workbook import Severity, read, write_result
from alokasi_models.problem import CurrentSeat, Lock, LockKind, SeatRole
from builders import lock

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("code", "sheet", "place", "value", "said"),
    [
        ("W086", "Pegawai", "golongan 2", "3d", "“3d” tidak dikenal"),
        ("W086", "Pejabat", "golongan 3", "IVc", "K160"),
        ("W087", "Pegawai", "jenjang 2", "Terampil", "bukan jenjang JF Keahlian"),
        ("W087", "Pegawai", "jenjang 4", "Ahli Muda", "bukan jenjang Pelaksana"),
        ("W088", "Pegawai", "pensiun_atau_pindah 2", date(2026, 3, 31), "sepanjang 2027"),
        ("W088", "Pegawai", "mulai 2", date(2028, 1, 1), "sepanjang 2027"),
        ("K021", "Unit", "pola 2", "3", "membentuk Pola 1, bukan 3"),
    ],
)
def test_a_value_read_otherwise_than_meant_is_told_at_its_cell(
    tmp_path: Path, code: str, sheet: str, place: str, value: object, said: str
):
    reading = read_edited(tmp_path, {(sheet, place): value})
    (issue,) = [i for i in found(reading.issues, code) if i.sheet == sheet]
    assert issue.severity is WARNING
    assert said in wording(issue.rule)
    assert wording(issue.action)


def test_a_good_workbook_has_none_of_these(tmp_path: Path):
    reading = read_edited(tmp_path, {})
    codes = {"W086", "W087", "W088", "W089", "W090", "W091", "W092", "W093", "W094", "K021", "K067"}
    assert not codes & {issue.code for issue in reading.issues}


def test_stated_availability_makes_the_dates_a_note(tmp_path: Path):
    edits = {("Pegawai", "pensiun_atau_pindah 2"): date(2026, 3, 31), ("Pegawai", "ketersediaan 2"): 50}
    assert not found(read_edited(tmp_path, edits).issues, "W088")


def test_a_circle_of_superiors_is_refused_once(tmp_path: Path):
    reading = read_edited(tmp_path, {("Pejabat", "atasan 3"): "B3"})
    (issue,) = found(reading.issues, "W089")
    assert (issue.severity, issue.cell) == (ERROR, "G3")
    assert wording(issue.rule) == "Rantai atasan berputar: B1, B3, B1."


def test_a_target_without_work_is_told_before_any_plan(tmp_path: Path):
    lonely = replace(PROBLEM.indicators[0], id="IK2", text="Tanpa tugas")
    problem = replace(PROBLEM, indicators=(*PROBLEM.indicators, lonely))
    (issue,) = found(read_edited(tmp_path, {}, problem).issues, "K067")
    assert (issue.severity, issue.sheet, issue.cell) == (WARNING, "Indikator", "A3")


def test_a_planned_unit_without_staff_is_told(tmp_path: Path):
    empty = replace(PROBLEM.units[0], id="D3", declared_pattern="")
    problem = replace(PROBLEM, units=(*PROBLEM.units, empty))
    (issue,) = found(read_edited(tmp_path, {}, problem).issues, "W090")
    assert (issue.sheet, issue.cell) == ("Unit", "D4")


def test_a_person_moved_in_one_sheet_only_and_one_written_twice_are_told(tmp_path: Path):
    seat = {
        "kode_tim": "TK1",
        "nama_tim": "Tim",
        "kode_unit": "D1",
        "kedudukan": "B1",
        "koordinator": "Ketua",
        "kelas": "internal",
        "id_pegawai": "P001",
        "nama": "",
        "peran": "Ketua",
        "jam": 0,
        "jam_ketua": 0,
    }
    write_result(
        tmp_path / "hasil.xlsx",
        PROBLEM,
        {
            "Susunan": [seat, {**seat, "id_pegawai": "P002"}, {**seat, "id_pegawai": "P002"}],
            "Pembagian Tugas": [
                {"kode_tugas": "T1", "kode_tim": "TK1", "id_pegawai": "P003", "jam": 390},
                {"kode_tugas": "T2", "kode_tim": "TK1", "id_pegawai": "P003", "jam": 20},
                {"kode_tugas": "T3", "kode_tim": "", "id_pegawai": "P002", "jam": 200},
            ],
        },
    )
    issues = read(tmp_path / "hasil.xlsx").issues
    assert [(i.sheet, i.cell) for i in found(issues, "W091")] == [("Susunan", "G4")]
    assert [(i.sheet, i.cell) for i in found(issues, "W092")] == [("Pembagian Tugas", "C2")]


@pytest.mark.parametrize(
    ("member", "cell"),
    [
        (lock(LockKind.MEMBER, "P001", "TK1"), "B3"),
        (lock(LockKind.LEAD, "P001", "TK1"), "B3"),
        (lock(LockKind.HOURS, "P001", package="T1", minutes=60), "B3"),
    ],
)
def test_a_member_who_is_to_advise_the_own_team_is_told(tmp_path: Path, member: Lock, cell: str):
    problem = replace(PROBLEM, locks=(member, lock(LockKind.ADVISER, "P001", "TK1", minutes=600)))
    (issue,) = found(read_edited(tmp_path, {}, problem).issues, "W093")
    assert (issue.severity, issue.sheet, issue.cell) == (WARNING, "Ketentuan", cell)
    assert wording(issue.rule) == "P001 menjadi anggota tim TK1 dan sekaligus penasihatnya (baris 2)."


@pytest.mark.parametrize(
    "other",
    [
        lock(LockKind.MEMBER, "P001", "TK2"),
        lock(LockKind.NOT_MEMBER, "P001", "TK1"),
        lock(LockKind.HOURS, "P001", package="T1", minutes=0),
        lock(LockKind.HOURS, "P001", package="T2", minutes=60),
    ],
)
def test_advice_to_a_team_one_does_not_sit_in_is_no_matter(tmp_path: Path, other: Lock):
    problem = replace(PROBLEM, locks=(other, lock(LockKind.ADVISER, "P001", "TK1", minutes=600)))
    assert not found(read_edited(tmp_path, {}, problem).issues, "W093")


def test_a_member_and_adviser_of_one_team_in_the_decree_in_force_is_told_as_such(tmp_path: Path):
    seats = (
        CurrentSeat("P001", "LAMA", SeatRole.MEMBER),
        CurrentSeat("P001", "LAMA", SeatRole.ADVISER),
        CurrentSeat("P002", "LAMA", SeatRole.MEMBER),
        CurrentSeat("P002", "LAMA", SeatRole.LEAD),
    )
    issues = read_edited(tmp_path, {}, replace(PROBLEM, current=seats)).issues
    assert [(i.sheet, i.cell) for i in found(issues, "W093")] == [("Susunan Berjalan", "A3")]
    assert [(i.sheet, i.cell) for i in found(issues, "W091")] == [("Susunan Berjalan", "A5")]


@pytest.mark.parametrize(
    ("usual", "slip"),
    [
        ("Perencanaan", "Perencanan"),
        ("Perizinan Industri", "Perijinan Industri"),
        ("Tata Usaha", "TataUsaha"),
        ("Standardisasi 4.0", "Standarisasi 4.0"),
    ],
)
def test_a_theme_spelled_almost_like_another_is_told_and_not_changed(tmp_path: Path, usual: str, slip: str):
    first, *rest = PROBLEM.packages
    packages = (
        replace(first, theme=usual),
        *(replace(p, theme=usual) for p in rest[:1]),
        replace(rest[1], theme=slip),
    )
    reading = read_edited(tmp_path, {}, replace(PROBLEM, packages=packages))
    (issue,) = found(reading.issues, "W094")
    assert (issue.severity, issue.sheet, issue.cell, issue.value) == (WARNING, "Tugas", "F4", slip)
    assert usual in wording(issue.rule)
    assert wording(issue.action) == f"Tulis {usual} bila itu maksudnya."
    assert reading.problem is not None
    assert [p.theme for p in reading.problem.packages] == [usual, usual, slip]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kelompok A", "Kelompok B"),
        ("Industri Hulu", "Industri Hilir"),
        ("Wilayah 1", "Wilayah 2"),
        ("Ekspor", "Impor"),
        ("Kerja Sama Bilateral", "Kerja Sama Multilateral"),
        ("Pembinaan", "Pembiayaan"),
        ("Data", "Data dan Informasi"),
    ],
)
def test_themes_that_are_two_things_are_left_alone(tmp_path: Path, one: str, other: str):
    packages = tuple(
        replace(p, theme=theme) for p, theme in zip(PROBLEM.packages, (one, one, other), strict=True)
    )
    assert not found(read_edited(tmp_path, {}, replace(PROBLEM, packages=packages)).issues, "W094")


def test_a_number_out_of_range_in_setelan_is_not_called_a_word(tmp_path: Path):
    reading = read_edited(tmp_path, {("Setelan", "nilai 3"): "-5"})
    (issue,) = [i for i in reading.issues if i.severity is ERROR]
    assert (issue.code, issue.cell) == ("W044", "B3")
