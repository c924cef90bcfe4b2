"""`alokasi template --dari`: a result becomes the workbook of the new year, ready to be checked, judged and solved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import units
from command_line import CommandLine

from alokasi import workflow
from alokasi.results import evaluate
from alokasi.workbook import read
from alokasi_models.decree import decree_plan


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A result whose plan is the decree in force of the example, with somebody who retires in the year."""
    made = units.lawful()
    retiring = made.employees[0]
    people = tuple(replace(e, leaves=date(2027, 6, 30)) if e is retiring else e for e in made.employees)
    problem = replace(made, employees=people)
    path = tmp_path_factory.mktemp("hasil") / "usulan.xlsx"
    workflow.save(evaluate(problem, workflow.rules_for(problem), decree_plan(problem)), path)
    return path


def test_last_years_result_becomes_this_years_workbook(alokasi: CommandLine, result: Path, tmp_path: Path):
    new = tmp_path / "unit-2028.xlsx"
    ran = alokasi("template", new, "--dari", result, "--tahun", 2028)
    assert ran.code == 0
    assert "Buku kerja tahun 2028" in ran.err
    retired = units.lawful().employees[0].id
    assert f"{retired} berhenti 30 Juni 2027" in ran.out
    old, reading = read(result), read(new)
    assert old.problem is not None
    assert old.plan is not None
    assert reading.problem is not None
    assert reading.plan is None
    assert {unit.year for unit in reading.problem.units} == {2028}
    assert {(s.employee, s.team) for s in reading.problem.current} == {
        (s.employee, s.team) for s in old.plan.seats
    }
    assert {p.id for p in reading.problem.packages} == {p.id for p in old.problem.packages}
    assert retired not in {e.id for e in reading.problem.employees}
    assert openpyxl.load_workbook(new).sheetnames[0] == "Laporan Impor"


def test_the_new_workbook_is_ready_and_its_decree_is_judged(
    alokasi: CommandLine, result: Path, tmp_path: Path
):
    new = tmp_path / "unit-2028.xlsx"
    alokasi("template", new, "--dari", result, "--tahun", 2028)
    assert alokasi("check", new).code == 0
    ran = alokasi("audit", new, "--date", "02/11/2027")
    assert ran.code in (0, 5)
    assert ran.err.splitlines()[0] == "Susunan berjalan, dinilai apa adanya."


def test_a_new_year_is_asked_for_and_must_be_later(alokasi: CommandLine, result: Path, tmp_path: Path):
    new = tmp_path / "x.xlsx"
    for words, sentence in (
        ((), "--dari memerlukan --tahun"),
        (("--tahun", 2027), "tidak sesudah tahun buku kerja itu (2027)"),
    ):
        ran = alokasi("template", new, "--dari", result, *words)
        assert ran.code == 2
        assert sentence in ran.err
    assert alokasi("template", result, "--dari", result, "--tahun", 2028).code == 2
    assert not new.exists()


def test_a_workbook_to_repair_is_not_carried_over(alokasi: CommandLine, broken: Path, tmp_path: Path):
    ran = alokasi("template", tmp_path / "x.xlsx", "--dari", broken, "--tahun", 2028)
    assert ran.code == 3
    assert "alokasi check" in ran.err
