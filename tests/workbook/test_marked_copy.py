"""The copy that `check --out` writes: mistakes coloured, explained at the cell, and listed in front."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

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


def test_of_a_workbook_that_cannot_be_copied_with_its_looks_the_values_are(tmp_path: Path):
    """Merged over a million cells: whoever opens it to mark a cell takes more than there is."""
    path = edited(tmp_path, {("Tugas", "volume 2"): "dua belas", ("Pegawai", "mulai 4"): date(2027, 3, 1)})
    with ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    huge = b'</sheetData><mergeCells count="1"><mergeCell ref="A100:XFD1048576"/></mergeCells>'
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(
                name, part.replace(b"</sheetData>", huge, 1) if name == "xl/worksheets/sheet1.xml" else part
            )
    issues = read(path).issues
    assert write_marked(path, issues, tmp_path / "periksa.xlsx") is False
    book = openpyxl.load_workbook(tmp_path / "periksa.xlsx")
    assert book.sheetnames[0] == "Pesan"
    cell = book["Tugas"][cell_of("Tugas", "volume 2")]
    assert (cell.value, cell.fill.fgColor.rgb) == ("dua belas", "FFF9B27C")
    assert "W041" in cell.comment.text
    assert book["Pegawai"][cell_of("Pegawai", "mulai 4")].value == datetime(2027, 3, 1)
    assert book["Tugas"][cell_of("Tugas", "norma_jam 2")].value == 37.5


def test_a_blank_cell_of_a_csv_file_is_coloured_too(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    folder = as_csv_folder(tmp_path / "a.xlsx", tmp_path / "csv")
    file = folder / "Tim.csv"
    file.write_text(file.read_text(encoding="utf-8-sig").replace("Tim Data", ""), encoding="utf-8")
    assert write_marked(folder, read(folder).issues, tmp_path / "periksa.xlsx") is True
    cell = openpyxl.load_workbook(tmp_path / "periksa.xlsx")["Tim"][cell_of("Tim", "nama_tim 3")]
    assert (cell.value, cell.fill.fgColor.rgb) == (None, "FFF9B27C")
    assert "W036" in cell.comment.text
