"""A workbook with errors: contradictions that rest on readable rows are told at once, those that follow from a row in
error never.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from filled_workbook import edited

from alokasi.workbook.columns import SHEETS
from alokasi.workbook.raw import RawBook
from alokasi.workbook.read import raw_book, understood
from alokasi.workflow import Checked, Counted, check, counted
from alokasi_models.problem import Coordinator, LockKind, Problem, WorkForm
from builders import (
    HOUR,
    home_unit,
    loan,
    lock,
    officials,
    package,
    pelaksana,
    people,
    person,
    problem,
    team,
    unit,
)

UNDER = {"coordinator": Coordinator.ADMINISTRATOR}
Edits = dict[tuple[str, str], object]


def tight() -> Problem:
    """A unit where everybody is needed: each ketua, each member, a guest, a person seated across by a lock."""
    return problem(
        (
            *people("k1", "k2"),
            *(pelaksana(id) for id in ("m1", "m2")),
            *people("s1", superior="a1"),
            person("g", unit="v", superior="luar"),
        ),
        (
            package("w1", 900, team="t1"),
            package("w2", 900, team="t2"),
            package("w3", 300, team="t3"),
            package("alone", 100, form=WorkForm.INDIVIDUAL),
        ),
        (
            team("t1", max_size=3, min_size=3),
            team("t2"),
            team("t3", "a1", **UNDER),
        ),
        officials=officials(administrators=1, pengawas_count=1),
        units=(unit(name="Unit u"), home_unit("v")),
        loans=(loan("g", team="t1", max_minutes=500 * HOUR),),
        locks=(
            lock(LockKind.MEMBER, "k2", "t3"),
            lock(LockKind.LEAD, "k1", "t1"),
            lock(LockKind.HOURS, "g", package="w1", minutes=400 * HOUR),
            lock(LockKind.HOURS, "m1", package="alone", minutes=100 * HOUR),
            lock(LockKind.TOGETHER, "k1", other="g"),
        ),
    )


LED_BY_PELAKSANA = (*tight().locks, lock(LockKind.LEAD, "m1", "t2"))


def checked(folder: Path, made: Problem, edits: Edits) -> Checked:
    return check(edited(folder, edits, made))


def retyped(book: RawBook, sheet: str, row: int, column: int, value: object) -> Checked:
    """The workbook with another value in one cell, read and counted without a file."""
    page = next(page for page in book.sheets if page.name == sheet)
    cells = [*page.rows[row - 1], *[None] * column]
    cells[column - 1] = value
    rows = (*page.rows[: row - 1], tuple(cells), *page.rows[row:])
    sheets = tuple(replace(page, rows=rows) if page.name == sheet else page for page in book.sheets)
    return counted(Path("unit.xlsx"), understood(replace(book, sheets=sheets)))


def test_the_tight_unit_itself_contradicts_nothing(tmp_path: Path):
    found = checked(tmp_path, tight(), {})
    assert not found.errors
    assert found.contradictions == ()


@pytest.mark.parametrize("sheet", ["Unit", "Pejabat", "Pegawai", "Tugas", "Tim", "Pelibatan", "Ketentuan"])
def test_no_broken_cell_makes_a_contradiction(tmp_path: Path, sheet: str):
    book = raw_book(edited(tmp_path, {}, tight()))
    filled = next(len(page.rows) for page in book.sheets if page.name == sheet)
    broken = 0
    for row in range(2, filled + 1):
        for place, column in enumerate(SHEETS[sheet].columns, start=1):
            for typed in (None, "#REF!"):
                found = retyped(book, sheet, row, place, typed)
                broken += bool(found.errors)
                assert not (found.errors and found.contradictions), (column.name, row, typed)
    assert broken > len(SHEETS[sheet].columns)


def test_of_two_rows_with_one_code_neither_is_believed(tmp_path: Path):
    """The second row may be the true one: then m1 could lead."""
    made = replace(tight(), employees=(*tight().employees, person("x")), locks=LED_BY_PELAKSANA)
    assert [reason.code for reason in checked(tmp_path, made, {}).contradictions] == ["K091"]
    row = next(n for n, e in enumerate(made.employees, start=2) if e.id == "x")
    found = checked(tmp_path, made, {("Pegawai", f"id_pegawai {row}"): "M1"})
    assert [issue.code for issue in found.errors] == ["W040"]
    assert found.contradictions == ()


KINDS = {
    "K091": {"locks": (lock(LockKind.LEAD, "m1", "t2"),)},
    "K101": {"locks": (lock(LockKind.LEAD, "k1", "t1"), lock(LockKind.LEAD, "k1", "t2"))},
    "K103": {"locks": tuple(lock(LockKind.MEMBER, "k1", id) for id in ("t1", "t2", "t3"))},
    "K097": {"loans": (), "locks": (lock(LockKind.MEMBER, "g", "t1"),)},
    "K122": {"locks": (lock(LockKind.HOURS, "g", package="alone", minutes=60),)},
    "P01": {"locks": (lock(LockKind.HOURS, "m1", package="w1", minutes=1300 * HOUR),)},
    "K126": {"locks": (lock(LockKind.ADVISER, "k1", "t1", minutes=60),)},
    "KETENTUAN": {"locks": (lock(LockKind.MEMBER, "m2", "t1"), lock(LockKind.NOT_MEMBER, "m2", "t1"))},
}


@pytest.mark.parametrize("code", KINDS)
def test_a_contradiction_is_told_beside_errors_it_does_not_rest_on(tmp_path: Path, code: str):
    spare = replace(tight(), employees=(*tight().employees, person("x")))
    made = replace(spare, packages=(*spare.packages[:0], package("w1", 2000, team="t1"), *spare.packages[1:]))
    made = replace(made, **KINDS[code])
    row = 1 + len(made.employees)
    edits: Edits = {
        ("Pegawai", f"mulai {row}"): "32/01/2027",
        ("Tugas", "uraian_tugas 2"): None,
        ("Susunan Berjalan", "id_pegawai 2"): "k1",
    }
    found = checked(tmp_path, made, edits)
    assert {issue.sheet for issue in found.errors} == {"Pegawai", "Tugas", "Susunan Berjalan"}
    assert code in {reason.code for reason in found.contradictions}
    assert found.counted is Counted.PART


def test_what_rests_on_everybody_waits_until_everybody_can_be_read(tmp_path: Path):
    """Nobody may lead t2 but, perhaps, the person whose category cannot be read."""
    staff = tuple(
        pelaksana(e.id, superior=e.superior) if e.id in ("k2", "s1") else e for e in tight().employees
    )
    made = replace(tight(), employees=staff)
    assert "K101" in {reason.code for reason in checked(tmp_path, made, {}).contradictions}
    found = checked(tmp_path, made, {("Pegawai", "kategori 3"): "JF Kehalian?"})
    assert found.errors
    assert "K101" not in {reason.code for reason in found.contradictions}


def test_errors_of_the_structure_leave_nothing_to_count_on(tmp_path: Path):
    made = replace(tight(), locks=LED_BY_PELAKSANA)
    found = checked(tmp_path, made, {("Pejabat", "jenis_jabatan 2"): "Raja"})
    assert found.contradictions == ()
    assert found.counted is Counted.NONE
    assert not found.usable


def test_errors_in_a_plan_leave_all_of_the_problem_to_count_on(tmp_path: Path):
    made = replace(tight(), locks=LED_BY_PELAKSANA)
    found = checked(tmp_path, made, {("Susunan Berjalan", "id_pegawai 2"): "k1"})
    assert found.errors
    assert [reason.code for reason in found.contradictions] == ["K091"]
    assert found.counted is Counted.ALL
