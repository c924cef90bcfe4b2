"""What is written comes back equal: template, result and CSV files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from filled_workbook import INVENTED_NIP, PROBLEM, as_csv_folder, cells_of
from hypothesis import HealthCheck, given, settings
from workbook_problems import problems

from alokasi.workbook import read, write_result, write_template
from alokasi.workbook.columns import INPUT_SHEETS
from alokasi.workbook.issues import Severity
from alokasi_models.plan import Origin, Plan
from alokasi_models.problem import Coordinator, Problem, SeatRole, TeamClass
from builders import formed, seat, work

PLAN = Plan(
    teams=(
        formed("TK1", "B1"),
        formed("TK2", "B3", coordinator=Coordinator.ADMINISTRATOR, kind=TeamClass.CROSS_UNIT),
    ),
    seats=(
        seat("TK1", "P001", SeatRole.LEAD, 400, 125),
        seat("TK1", "tidak dikenal", SeatRole.MEMBER, 10),
        seat("TK2", "P002", SeatRole.ADVISER, 7),
    ),
    work=(
        work("T1", "TK1", "P001", 400),
        work("T1", "TK1", "tidak dikenal", 10),
        work("T2", "TK2", "", 0),
        work("T3", "", "P003", 200),
        work("tugas lain", "tim lain", "P002", 5),
    ),
    origin=Origin.SOLVED,
)


def plan_sheets(plan: Plan, extra: dict[str, Any] | None = None) -> dict[str, list[dict[str, object]]]:
    formed_teams = {team.id: team for team in plan.teams}
    return {
        "Susunan": [
            {
                "kode_tim": s.team,
                "nama_tim": formed_teams[s.team].name,
                "kode_unit": formed_teams[s.team].unit,
                "kedudukan": formed_teams[s.team].seat,
                "koordinator": formed_teams[s.team].coordinator,
                "kelas": formed_teams[s.team].kind,
                "id_pegawai": s.employee,
                "nama": "",
                "peran": s.role,
                "jam": s.minutes / 60,
                "jam_ketua": s.duty / 60,
            }
            for s in plan.seats
        ],
        "Pembagian Tugas": [
            {"kode_tugas": w.package, "kode_tim": w.team, "id_pegawai": w.employee, "jam": w.minutes / 60}
            for w in plan.work
        ],
        "Ringkasan": [
            {
                "kode_unit": "",
                "nama": "susunan_asal",
                "nilai": str(plan.origin),
                "satuan": "",
                "batas": float("nan"),
                "selisih_persen": float("nan"),
                "sumber_batas": "",
            }
        ],
        **(extra or {}),
    }


def test_a_filled_template_reads_back_equal_and_without_errors(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    reading = read(tmp_path / "a.xlsx")
    assert reading.problem == PROBLEM
    assert reading.plan is None
    told = {issue.code for issue in reading.issues if issue.severity is not Severity.INFO}
    assert told == {"K006"}  # the only subbagian with planning is vacant


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_folder_of_csv_files_reads_back_equal(tmp_path: Path, separator: str):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    folder = as_csv_folder(tmp_path / "a.xlsx", tmp_path / "csv", separator)
    reading = read(folder)
    assert reading.problem == PROBLEM, [i for i in reading.issues if i.severity is Severity.ERROR]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_csv_files_of_other_programs_are_read_too(tmp_path: Path, encoding: str):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    assert read(as_csv_folder(tmp_path / "a.xlsx", tmp_path / "csv", ";", encoding)).problem == PROBLEM


def test_a_result_reads_back_with_the_same_problem_and_plan(tmp_path: Path):
    write_result(tmp_path / "hasil.xlsx", PROBLEM, plan_sheets(PLAN), include_nip=True)
    reading = read(tmp_path / "hasil.xlsx")
    assert reading.problem == PROBLEM
    assert reading.plan is not None
    teams = tuple(replace(team, unit="u") for team in PLAN.teams)
    assert reading.plan == replace(PLAN, teams=teams)


def test_a_result_carries_nip_only_where_asked(tmp_path: Path):
    write_result(tmp_path / "hasil.xlsx", PROBLEM, plan_sheets(PLAN))
    assert INVENTED_NIP not in str(cells_of(tmp_path / "hasil.xlsx"))
    without = tuple(replace(official, nip="") for official in PROBLEM.officials)
    assert read(tmp_path / "hasil.xlsx").problem == replace(PROBLEM, officials=without)


def test_a_plan_typed_by_hand_is_read_as_made_by_hand(tmp_path: Path):
    sheets = plan_sheets(PLAN)
    del sheets["Ringkasan"]
    write_result(tmp_path / "hasil.xlsx", PROBLEM, sheets)
    plan = read(tmp_path / "hasil.xlsx").plan
    assert plan is not None
    assert plan.origin is Origin.HAND


def test_the_summary_of_a_result_comes_back_row_by_row(tmp_path: Path):
    write_result(tmp_path / "hasil.xlsx", PROBLEM, plan_sheets(PLAN))
    (row,) = read(tmp_path / "hasil.xlsx").summary
    assert row["nama"] == "susunan_asal"
    assert row["nilai"] == "usulan"
    assert row["batas"] is None


def test_a_table_with_other_columns_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="Pembagian Tugas wants the columns"):
        write_result(tmp_path / "x.xlsx", PROBLEM, {"Pembagian Tugas": pd.DataFrame({"kode_tugas": ["T1"]})})
    with pytest.raises(ValueError, match="not result sheets"):
        write_result(tmp_path / "x.xlsx", PROBLEM, {"Lain": []})
    assert not list(tmp_path.iterdir())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=problems())
def test_any_problem_survives_the_workbook(problem: Problem):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_template(path, problem)
        reading = read(path)
        assert reading.problem == problem, reading.issues
        assert read(as_csv_folder(path, Path(folder) / "csv")).problem == problem


def test_every_column_is_filled_in_the_sample(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    cells = cells_of(tmp_path / "a.xlsx")
    blank = {
        f"{sheet.name}.{name}"
        for sheet in INPUT_SHEETS
        for place, name in enumerate(sheet.names)
        if all(row[place] is None for row in cells[sheet.name][1:])
    }
    assert blank == {"Pegawai.nip"}
