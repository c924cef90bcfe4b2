"""The copy that `check --out` writes: mistakes coloured, explained at the cell, and listed in front."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from filled_workbook import INVENTED_NIP, PROBLEM, as_csv_folder, cell_of, edited

from alokasi.errors import UsageError
from alokasi.workbook import issue_rows, read, write_marked, write_template
from alokasi.workbook.columns import SHEETS


def test_a_mistake_is_coloured_and_explained_at_its_cell(tmp_path: Path):
    path = edited(tmp_path, {("Tugas", "volume 2"): "dua belas", ("Pegawai", "nip 2"): "12345"})
    issues = read(path).issues
    write_marked(path, issues, tmp_path / "periksa.xlsx")
    book = openpyxl.load_workbook(tmp_path / "periksa.xlsx")
    cell = book["Tugas"][cell_of("Tugas", "volume 2")]
    assert cell.value == "dua belas"
    assert cell.fill.fgColor.rgb == "00F9B27C"
    assert "W041" in cell.comment.text
    assert "bukan angka" in cell.comment.text
    assert book["Pegawai"]["C2"].fill.fgColor.rgb == "00FFE699"
    assert book["Tugas"]["A2"].comment is None


def test_the_messages_stand_in_front_with_their_columns(tmp_path: Path):
    path = edited(tmp_path, {("Tugas", "volume 2"): None})
    issues = read(path).issues
    write_marked(path, issues, tmp_path / "periksa.xlsx")
    page = openpyxl.load_workbook(tmp_path / "periksa.xlsx").worksheets[0]
    assert page.title == "Pesan"
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == SHEETS["Pesan"].names
    assert rows[1][:4] == ("galat", "W036", "Tugas", "I2")
    assert len(rows) == 1 + len(issue_rows(issues))


def test_the_repaired_copy_can_be_read_again(tmp_path: Path):
    path = edited(tmp_path, {("Tugas", "volume 2"): None})
    write_marked(path, read(path).issues, tmp_path / "periksa.xlsx")
    book = openpyxl.load_workbook(tmp_path / "periksa.xlsx")
    book["Tugas"]["I2"] = 12
    book.save(tmp_path / "periksa.xlsx")
    assert read(tmp_path / "periksa.xlsx").problem == PROBLEM


def test_a_folder_of_csv_files_is_marked_as_one_workbook(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    folder = as_csv_folder(tmp_path / "a.xlsx", tmp_path / "csv")
    text = (
        (folder / "Tim.csv")
        .read_text(encoding="utf-8-sig")
        .replace("Tim Data", "=1+1")
        .replace(";B3;", ";B9;")
    )
    (folder / "Tim.csv").write_text(text, encoding="utf-8")
    issues = read(folder).issues
    write_marked(folder, issues, tmp_path / "periksa.xlsx")
    book = openpyxl.load_workbook(tmp_path / "periksa.xlsx")
    assert book["Tim"]["D3"].comment is not None
    assert book["Tim"]["B3"].data_type == "s"


def test_messages_never_show_a_whole_nip(tmp_path: Path):
    path = edited(tmp_path, {("Pegawai", "nip 2"): INVENTED_NIP, ("Pegawai", "nip 3"): INVENTED_NIP + "0"})
    rows = issue_rows(read(path).issues)
    assert any(row["kode"] == "W034" for row in rows)
    assert INVENTED_NIP not in str(rows)
    assert all(str(row["nilai"]).startswith("…") for row in rows if row["kode"] in ("W030", "W034"))


def test_a_mistake_in_a_merged_cell_is_marked_at_its_first_cell(tmp_path: Path):
    path = edited(tmp_path, {("Tim", "kode_tim 2"): None})
    book = openpyxl.load_workbook(path)
    book["Tim"].merge_cells("I2:J3")
    book.save(path)
    issue = replace(read(path).issues[0], sheet="Tim", cell="J3")
    write_marked(path, (issue,), tmp_path / "periksa.xlsx")
    assert openpyxl.load_workbook(tmp_path / "periksa.xlsx")["Tim"]["I2"].comment is not None


def test_a_copy_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path):
    path = edited(tmp_path, {})
    with pytest.raises(UsageError, match="tidak dapat ditulis"):
        write_marked(path, (), tmp_path / "tidak ada" / "periksa.xlsx")
