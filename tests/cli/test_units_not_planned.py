"""Patterns 7 to 9, units not simplified and units outside the patterns, from `check` to the report."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import units
from command_line import CommandLine

from alokasi.examples import EXAMPLES, PLANNED, example
from alokasi_models.problem import Official, OfficialKind, OfficialStatus, Problem

DATA = Path(__file__).resolve().parents[2] / "data"
OTHER_LAW = {"7": ("K048", "auditor"), "8": ("K050", "guru dan dosen"), "9": ("K052", "guru dan dosen")}


def workbook(pattern: str) -> Path:
    (path,) = DATA.glob(f"pola-{pattern}-*.xlsx")
    return path


def led_by_a_pengawas() -> Problem:
    return _with_officials(lambda o: replace(o, kind=OfficialKind.PENGAWAS) if o.id == units.HEAD else o)


def with_two_heads() -> Problem:
    return _with_officials(lambda o: replace(o, kind=OfficialKind.PRATAMA, superior=""))


def with_a_vacant_manager() -> Problem:
    return _with_officials(lambda o: replace(o, status=OfficialStatus.VACANT, name="") if o.planning else o)


def without_a_pattern() -> Problem:
    made = units.lawful()
    below = replace(
        made,
        officials=tuple(o for o in made.officials if o.kind is not OfficialKind.PENGAWAS),
        employees=tuple(
            replace(e, superior=units.HEAD) if e.superior == "B02" else e for e in made.employees
        ),
    )
    return replace(below, units=tuple(replace(unit, declared_pattern="") for unit in below.units))


def _with_officials(change: Callable[[Official], Official]) -> Problem:
    made = units.lawful()
    return replace(made, officials=tuple(change(o) if o.unit == units.UNIT else o for o in made.officials))


def test_the_examples_hold_all_patterns_the_law_leaves_to_other_rules():
    assert {pattern for pattern, _ in EXAMPLES} - {pattern for pattern, _ in PLANNED} == set(OTHER_LAW)


@pytest.mark.parametrize("pattern", OTHER_LAW)
def test_check_says_which_law_governs_instead(alokasi: CommandLine, pattern: str):
    clause, law = OTHER_LAW[pattern]
    ran = alokasi("check", workbook(pattern))
    assert ran.code == 0
    assert f"diatur peraturan lain ({clause}" in ran.err
    assert law in ran.err
    assert "siap disusun" not in ran.err
    assert json.loads(alokasi("check", workbook(pattern), "--json").out)["status"] == "tidak disusun"


@pytest.mark.parametrize("pattern", OTHER_LAW)
def test_solve_shows_the_workload_and_plans_nothing(alokasi: CommandLine, pattern: str, tmp_path: Path):
    out, report = tmp_path / "hasil.xlsx", tmp_path / "laporan.html"
    ran = alokasi("solve", workbook(pattern), "--out", out, "--report", report, "--date", "02/11/2026")
    assert ran.code == 0
    assert OTHER_LAW[pattern][1] in ran.err
    book = openpyxl.load_workbook(out, read_only=True)
    positions = [row[1] for row in book["ABK"].iter_rows(min_row=2, values_only=True)]
    assert len(positions) > 3
    assert book["Susunan"].max_row == 1
    book.close()
    page = report.read_text(encoding="utf-8")
    assert "paling banyak 10" not in page  # no cap on teams where there are none to be planned
    assert "ABK" in page


@pytest.mark.parametrize("pattern", OTHER_LAW)
def test_units_in_force_are_audited_with_advice_in_place_of_limits(alokasi: CommandLine, pattern: str):
    ran = alokasi("audit", workbook(pattern), "--json", "--date", "02/11/2026")
    assert ran.code == 0
    verdicts = {row["kode"]: row for row in json.loads(ran.out)["uji_pasal"]}
    assert {verdicts[k]["status"] for k in ("K003", "K067", "K090", "K091", "K101", "K103")} == {
        "diatur peraturan lain"
    }
    assert "sebagai saran" in verdicts["K103"]["bukti"]
    assert {verdicts[p]["status"] for p in ("P01", "P02", "P05")} == {"dipertimbangkan"}


def test_reading_a25_enforces_the_limits_on_an_inspectorate(alokasi: CommandLine, written):
    def enforced() -> Problem:
        made = example("7")
        rows = (*made.settings, replace(made.settings[0], name="A25", value="ditegakkan"))
        return replace(made, settings=rows)

    ran = alokasi("audit", written(enforced), "--json", "--date", "02/11/2026")
    assert ran.code == 5
    broken = {row["kode"] for row in json.loads(ran.out)["uji_pasal"] if row["status"] == "tidak terpenuhi"}
    assert broken == {"K083", "K103"}


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (units.not_simplified, "belum disederhanakan"),
        (led_by_a_pengawas, "tidak cocok dengan satu pun dari sembilan pola"),
        (with_two_heads, "lebih dari satu kepala unit"),
    ],
)
def test_check_says_why_a_unit_is_not_planned(alokasi: CommandLine, written, make, reason: str):
    ran = alokasi("check", written(make))
    assert ran.code == 0
    assert "tidak disusun: " in ran.err
    assert reason in ran.err


def test_check_names_a_unit_outside_the_patterns_that_is_planned_all_the_same(alokasi: CommandLine, written):
    ran = alokasi("check", written(without_a_pattern))
    assert ran.code == 0
    codes = [line.split("\t")[1] for line in ran.out.splitlines()]
    assert {"K021", "K006"} <= set(codes)
    assert "siap disusun" in ran.err


def test_check_names_a_project_manager_whose_post_is_vacant(alokasi: CommandLine, written):
    said = [line.split("\t") for line in alokasi("check", written(with_a_vacant_manager)).out.splitlines()]
    (told,) = [row for row in said if row[1] == "K006"]
    assert told[0] == "peringatan"
    assert "0 pejabat" in told[4]
    assert not any(
        line.split("\t")[1] == "K006" for line in alokasi("check", written(units.lawful)).out.splitlines()
    )
