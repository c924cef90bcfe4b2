"""`alokasi solve` from a previous result, from one edited by hand, and from the decree in force with a move budget."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from command_line import CommandLine

from alokasi.workbook import names, read
from alokasi_models.decree import moves
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.score import tier_values

ON = ("--date", "02/11/2026")
SHORT = ("--time-limit", 2)
MOST = 20  # a first plan moves 23


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hasil")


@pytest.fixture
def previous(alokasi: CommandLine, unit: Path, folder: Path) -> Path:
    """A result of a moment's search."""
    path = folder / "usulan.xlsx"
    if not path.exists():
        assert alokasi("solve", unit, "--out", path, "--time-limit", 2, *ON).code == 0
    return path


def kept(path: Path) -> tuple[Problem, Plan]:
    reading = read(path)
    assert reading.problem is not None
    assert reading.plan is not None
    return reading.problem, reading.plan


def no_worse(after: Path, before: Path) -> bool:
    """Tier by tier, the first first; a later tier may give back a little of an earlier one."""
    (problem, mine), (_, yours) = kept(after), kept(before)
    rules = ruleset(problem)
    pairs = zip(tier_values(problem, mine, rules), tier_values(problem, yours, rules), strict=True)
    for tier, (one, other) in zip(rules.profile.tiers, pairs, strict=True):
        if one.value > other.value * (1 + float(tier.tolerance)):
            return False
        if one.value < other.value:
            break
    return True


def test_a_previous_result_is_where_the_search_begins(alokasi: CommandLine, previous: Path, tmp_path: Path):
    ran = alokasi("solve", previous, "--out", tmp_path / "lagi.xlsx", "--time-limit", 0.8, *ON)
    assert ran.code == 0, ran.err
    assert "Pencarian berangkat dari lembar Susunan" in ran.err
    assert no_worse(tmp_path / "lagi.xlsx", previous)


def edited(previous: Path, path: Path) -> tuple[str, str]:
    """Two members of two teams change places; ids of both."""
    book = openpyxl.load_workbook(previous)
    page = book[names.SEATS]
    titles = {str(cell.value).split(" ")[0]: cell.column for cell in page[1]}
    rows = [row for row in range(2, page.max_row + 1) if page.cell(row, titles["peran"]).value == "Anggota"]
    team, person = titles["kode_tim"], titles["id_pegawai"]
    sits = {(page.cell(row, team).value, page.cell(row, person).value) for row in rows}
    first = rows[0]
    second = next(
        row
        for row in rows
        if page.cell(row, team).value != page.cell(first, team).value
        and (page.cell(first, team).value, page.cell(row, person).value) not in sits
        and (page.cell(row, team).value, page.cell(first, person).value) not in sits
    )
    one, other = page.cell(first, person).value, page.cell(second, person).value
    page.cell(first, person).value, page.cell(second, person).value = other, one
    book.save(path)
    return str(one), str(other)


def test_a_result_edited_by_hand_is_improved_from_where_it_stands(
    alokasi: CommandLine, previous: Path, tmp_path: Path
):
    one, other = edited(previous, tmp_path / "sunting.xlsx")
    before = {(s.team, s.employee) for s in kept(previous)[1].seats if s.employee in (one, other)}
    by_hand = {
        (s.team, s.employee) for s in kept(tmp_path / "sunting.xlsx")[1].seats if s.employee in (one, other)
    }
    assert by_hand != before
    ran = alokasi("solve", tmp_path / "sunting.xlsx", "--out", tmp_path / "lagi.xlsx", "--time-limit", 2, *ON)
    assert ran.code == 0, ran.err
    assert "Pencarian berangkat dari lembar Susunan" in ran.err


def test_at_most_so_many_people_move_from_the_decree(alokasi: CommandLine, unit: Path, tmp_path: Path):
    out = tmp_path / "usulan.xlsx"
    ran = alokasi("solve", unit, "--out", out, *SHORT, "--max-moves", MOST, "--json", *ON)
    assert ran.code == 0, ran.err
    assert len({move.employee for move in moves(*kept(out))}) <= MOST


def test_a_budget_that_leaves_no_plan_is_named(alokasi: CommandLine, unit: Path, tmp_path: Path):
    ran = alokasi(
        "solve", unit, "--out", tmp_path / "x.xlsx", "--time-limit", 30, "--max-moves", 1, "--json", *ON
    )
    assert ran.code == 4
    assert [reason["kode"] for reason in json.loads(ran.out)["alasan"]] == ["PINDAH"]
    assert not (tmp_path / "x.xlsx").exists()


def test_a_previous_result_that_moves_too_many_is_left_for_one_within_the_budget(
    alokasi: CommandLine, previous: Path, tmp_path: Path
):
    assert len({move.employee for move in moves(*kept(previous))}) > MOST
    out = tmp_path / "lagi.xlsx"
    ran = alokasi("solve", previous, "--out", out, *SHORT, "--max-moves", MOST, *ON)
    assert ran.code == 0, ran.err
    assert len({move.employee for move in moves(*kept(out))}) <= MOST
