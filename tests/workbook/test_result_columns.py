"""The tables of a result fit the sheets they are written to."""

from __future__ import annotations

from pathlib import Path

from alokasi.tables import result_sheets
from alokasi.workbook import read, write_result
from alokasi.workbook.columns import SHEETS
from sample_result import PLAN, PROBLEM, result


def test_tables_have_exactly_the_columns_of_their_sheets():
    for name, table in result_sheets(result()).items():
        assert tuple(table.columns) == SHEETS[name].names


def test_a_real_result_reads_back_with_its_problem_and_plan(tmp_path: Path):
    write_result(tmp_path / "hasil.xlsx", PROBLEM, result_sheets(result()), include_nip=True)
    reading = read(tmp_path / "hasil.xlsx")
    assert reading.problem == PROBLEM, reading.issues
    assert reading.plan is not None
    assert set(reading.plan.seats) == set(PLAN.seats)
    assert set(reading.plan.work) == set(PLAN.work)
    assert set(reading.plan.teams) == set(PLAN.teams)
