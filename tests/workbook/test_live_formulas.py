"""Nothing a user typed is computed by whoever opens what we write, and no name becomes a path."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from filled_workbook import PROBLEM, as_csv_folder, edited

from alokasi.workbook import read, write_marked, write_result, write_template
from alokasi.workbook.formulas import inert, reaches_outside

DDE = "=cmd|'/C calc'!A0"
LIVE = (DDE, "=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1", '=HYPERLINK("x")')


@pytest.mark.parametrize("text", LIVE)
def test_text_that_would_be_computed_gets_an_apostrophe_in_csv(text: str):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "-5", "+62", "-1.250,5", "+12 %", "Tim-A", "P001", "a=b", "a@b"])
def test_other_text_stays_as_it_is(text: str):
    assert inert(text) == text


@pytest.mark.parametrize(
    ("formula", "outside"),
    [
        ("=[1]Tim!A1", True),
        ("='C:\\data\\[lain.xlsx]Tim'!A1", True),
        (DDE, True),
        ('=WEBSERVICE("http://contoh.invalid")', True),
        ('=IMPORTDATA("x")', True),
        ("='\\\\server\\bagian\\data'!A1", True),
        ("=SUM(I2:I9)*J2", False),
        ("=Tabel1[[#This Row],[volume]]", False),
        ("='Susunan Berjalan'!A1", False),
    ],
)
def test_a_formula_that_reaches_outside_is_known(formula: str, outside: bool):
    assert reaches_outside(formula) == outside


def test_the_marked_copy_computes_nothing_from_outside(tmp_path: Path):
    edits = {("Tugas", "volume 2"): f"=FORMULA{DDE}", ("Tugas", "volume 3"): "=FORMULA=2*3"}
    path = edited(tmp_path, {**edits, ("Tugas", "XFD1048576"): "jauh"})
    book = openpyxl.load_workbook(path)
    book.defined_names["jauh"] = openpyxl.workbook.defined_name.DefinedName("jauh", attr_text="[1]Tim!$A$1")
    book.save(path)
    write_marked(path, read(path).issues, tmp_path / "periksa.xlsx")
    copy = openpyxl.load_workbook(tmp_path / "periksa.xlsx")
    assert [(copy["Tugas"][cell].data_type) for cell in ("I2", "I3")] == ["s", "f"]
    assert "jauh" not in copy.defined_names
    assert all(cell.data_type != "f" for row in copy["Pesan"].iter_rows() for cell in row)


def test_text_of_csv_files_stays_text_in_the_marked_copy(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    folder = as_csv_folder(tmp_path / "a.xlsx", tmp_path / "csv")
    text = (folder / "Tim.csv").read_text(encoding="utf-8-sig")
    (folder / "Tim.csv").write_text(text.replace("Tim Data", DDE), encoding="utf-8")
    write_marked(folder, read(folder).issues, tmp_path / "periksa.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "periksa.xlsx")["Tim"]["B3"]
    assert (cell.value, cell.data_type) == (DDE, "s")


def test_names_never_become_paths(tmp_path: Path):
    """Only what was asked for appears in the folder, and nothing beside it."""
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    climbing = "../../lari"
    problem = replace(
        PROBLEM,
        units=tuple(replace(unit, name=climbing, city="/tmp/lari") for unit in PROBLEM.units),
        teams=tuple(replace(team, name=f"{climbing}-{team.id}") for team in PROBLEM.teams),
    )
    write_template(inside / "unit.xlsx", problem)
    write_result(inside / "hasil.xlsx", problem, {})
    book = openpyxl.load_workbook(inside / "unit.xlsx")
    book.create_sheet("..lari")["A1"] = climbing
    book.save(inside / "unit.xlsx")
    write_marked(inside / "unit.xlsx", read(inside / "unit.xlsx").issues, inside / "periksa.xlsx")
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert found == {"a", "a/b", "a/b/unit.xlsx", "a/b/hasil.xlsx", "a/b/periksa.xlsx"}


def test_odd_names_of_csv_files_become_titles_of_sheets(tmp_path: Path):
    folder = tmp_path / "csv"
    folder.mkdir()
    for name in ("Tim [lama]", "Tim *lama*", "n" * 40, "N" * 40):
        (folder / f"{name}.csv").write_text("a;b;c\n1;2;3\n", encoding="utf-8")
    write_marked(folder, (), tmp_path / "periksa.xlsx")
    titles = openpyxl.load_workbook(tmp_path / "periksa.xlsx").sheetnames
    assert titles == ["Pesan", "N" * 31, "Tim _lama_", "Tim _lama_ 2", f"{'n' * 27} 2"]
