"""Sheets, headers and rows as people leave them: moved, renamed, with totals, hidden or doubled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import kinds
import openpyxl
import pytest
from filled_workbook import PROBLEM, found

from alokasi.texts import wording
from alokasi.workbook import Reading, read, write_result, write_template
from alokasi.workbook.issues import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def changed(folder: Path, change: Callable[[Any], None]) -> Reading:
    """The filled template after a change of the whole workbook."""
    path = folder / "data.xlsx"
    write_template(path, PROBLEM)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return read(path)


def errors(reading: Reading) -> list[tuple[str, str]]:
    return [(i.code, i.sheet) for i in reading.issues if i.severity is ERROR]


def test_a_required_sheet_that_is_missing_is_told_once(tmp_path: Path):
    def remove(book: Any) -> None:
        del book["Tugas"]
        del book["Ketentuan"]
        del book["Syarat Kompetensi"]

    assert errors(changed(tmp_path, remove)) == [("W015", "Tugas")]


def test_a_sheet_of_a_like_name_without_a_table_is_offered(tmp_path: Path):
    def replace(book: Any) -> None:
        del book["Pegawai"]
        book.create_sheet("Data Pegawai")["A1"] = "menyusul"

    reading = changed(tmp_path, replace)
    issue = next(i for i in reading.issues if i.code == "W015" and i.severity is ERROR)
    assert "Data Pegawai" in wording(issue.action)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Pegawai", "Data Pegawai"),
        ("Pegawai", "Pegawia"),
        ("Unit", "Unit Kerja"),
        ("Pejabat", "Pejabat Struktural"),
        ("Tugas", "Tugas 2027"),
        ("Tugas", "Lembar4"),
        ("Kompetensi Pegawai", "unit2027-Kompetensi Pegawai"),
        ("Tim", "unit2027-Tim"),
    ],
)
def test_a_sheet_under_another_name_is_read_where_its_headers_fit(tmp_path: Path, name: str, title: str):
    def rename(book: Any) -> None:
        book[name].title = title

    reading = changed(tmp_path, rename)
    assert reading.problem == PROBLEM
    (issue,) = found(reading.issues, "W015")
    assert (issue.sheet, issue.severity) == (title, WARNING)
    assert f"dibaca sebagai {name}" in wording(issue.rule)


def test_an_optional_sheet_under_a_name_of_its_own_is_left_alone(tmp_path: Path):
    """Its headers alone do not make somebody's notes the teams that must be formed."""

    def rename(book: Any) -> None:
        book["Ketentuan"].title = "Usulan lama"

    reading = changed(tmp_path, rename)
    assert reading.problem is not None
    assert reading.problem.locks == ()


def test_a_sheet_that_is_there_is_read_whatever_else_looks_like_it(tmp_path: Path):
    def copy(book: Any) -> None:
        book.copy_worksheet(book["Pegawai"]).title = "Pegawai 2026"

    reading = changed(tmp_path, copy)
    assert reading.problem == PROBLEM
    assert [(i.sheet, i.severity) for i in found(reading.issues, "W015")] == [("Pegawai 2026", INFO)]


def test_a_sheet_spelled_otherwise_is_read(tmp_path: Path):
    def rename(book: Any) -> None:
        book["Pegawai"].title = "PEGAWAI "
        book["Kompetensi Pegawai"].title = "kompetensi_pegawai"

    reading = changed(tmp_path, rename)
    assert reading.problem == PROBLEM
    assert len(found(reading.issues, "W024")) == 2


def test_two_sheets_for_one_are_refused(tmp_path: Path):
    def copy(book: Any) -> None:
        book.copy_worksheet(book["Tim"]).title = "TIM 1"
        book["TIM 1"].title = "tim_"

    assert ("W016", "tim_") in errors(changed(tmp_path, copy))


def test_sheets_of_ones_own_are_left_alone(tmp_path: Path):
    def add(book: Any) -> None:
        book.create_sheet("Catatan rapat")["A1"] = "bebas"
        book.create_sheet("Lembar1")

    reading = changed(tmp_path, add)
    assert reading.problem == PROBLEM
    assert [(i.sheet, i.severity) for i in found(reading.issues, "W015")] == [("Catatan rapat", INFO)]


def test_a_hidden_sheet_is_read_and_told(tmp_path: Path):
    def hide(book: Any) -> None:
        book["Tim"].sheet_state = "hidden"

    reading = changed(tmp_path, hide)
    assert reading.problem == PROBLEM
    assert [i.sheet for i in found(reading.issues, "W017")] == ["Tim"]


def test_hidden_rows_count_and_are_told(tmp_path: Path):
    def hide(book: Any) -> None:
        book["Pegawai"].row_dimensions[3].hidden = True

    reading = changed(tmp_path, hide)
    assert reading.problem == PROBLEM
    assert [(i.sheet, i.cell) for i in found(reading.issues, "W018")] == [("Pegawai", "A3")]


def test_a_letterhead_moves_the_header_down(tmp_path: Path):
    def insert(book: Any) -> None:
        book["Pegawai"].insert_rows(1, 3)
        book["Pegawai"]["A1"] = "KEMENTERIAN CONTOH"
        book["Pegawai"].merge_cells("A1:F1")

    reading = changed(tmp_path, insert)
    assert reading.problem == PROBLEM
    assert [i.cell for i in found(reading.issues, "W019")] == ["A4"]
    assert not found(reading.issues, "W020")


def test_a_header_in_two_lines_is_read_whole(tmp_path: Path):
    def part(book: Any) -> None:
        kinds.two_lines(book["Pegawai"])

    reading = changed(tmp_path, part)
    assert reading.problem == PROBLEM
    assert [i.cell for i in found(reading.issues, "W020")] == ["A1"]


def test_a_row_of_data_is_not_taken_for_a_second_line(tmp_path: Path):
    def fill(book: Any) -> None:
        book["Tim"]["K1"] = "kolom sendiri"
        book["Tim"]["K2"] = "rumpun"

    reading = changed(tmp_path, fill)
    assert reading.problem == PROBLEM
    assert not found(reading.issues, "W020")


def test_merged_cells_in_the_data_are_told(tmp_path: Path):
    def merge(book: Any) -> None:
        book["Pegawai"].merge_cells("R2:R3")

    reading = changed(tmp_path, merge)
    assert [(i.sheet, i.cell) for i in found(reading.issues, "W020")] == [("Pegawai", "R2")]


def test_a_missing_column_is_told_and_a_close_header_offered(tmp_path: Path):
    def rename(book: Any) -> None:
        book["Tugas"]["J1"] = "norma per hasil"

    reading = changed(tmp_path, rename)
    assert errors(reading) == [("W021", "Tugas")]
    assert [i.cell for i in found(reading.issues, "W023")] == ["J1"]


def test_a_column_twice_is_refused(tmp_path: Path):
    def double(book: Any) -> None:
        book["Tim"]["K1"] = "Nama Tim"

    reading = changed(tmp_path, double)
    assert [(i.code, i.cell) for i in reading.issues if i.severity is ERROR] == [("W022", "K1")]


def test_an_unknown_column_is_ignored_with_a_warning(tmp_path: Path):
    def add(book: Any) -> None:
        book["Tim"]["K1"] = "catatan rapat"
        book["Tim"]["M3"] = "tanpa judul"

    reading = changed(tmp_path, add)
    assert reading.problem == PROBLEM
    assert [(i.cell, i.severity) for i in found(reading.issues, "W023")] == [("K1", WARNING)]
    assert [(i.cell, i.severity) for i in found(reading.issues, "W011")] == [("M3", WARNING)]


@pytest.mark.parametrize(
    ("cell", "header", "severity"),
    [
        ("G1", "Nama Jabatan *", INFO),
        ("G1", "Jabatan", INFO),
        ("E1", "ATASAN-LANGSUNG", INFO),
        ("N1", "Tanggal pensiun", INFO),
        ("H1", "jenajng", WARNING),
    ],
)
def test_other_headers_are_understood(tmp_path: Path, cell: str, header: str, severity: Severity):
    def rename(book: Any) -> None:
        book["Pegawai"][cell] = header

    reading = changed(tmp_path, rename)
    assert reading.problem == PROBLEM
    assert [(i.cell, i.severity) for i in found(reading.issues, "W024")] == [(cell, severity)]


def test_minutes_are_not_taken_for_hours(tmp_path: Path):
    def rename(book: Any) -> None:
        book["Tugas"]["J1"] = "Norma Waktu (menit)"

    assert errors(changed(tmp_path, rename)) == [("W048", "Tugas")]


def test_columns_may_stand_in_any_order(tmp_path: Path):
    def swap(book: Any) -> None:
        page = book["Pelibatan"]
        for row in page.iter_rows(min_row=1, max_row=3):
            row[0].value, row[5].value = row[5].value, row[0].value

    assert changed(tmp_path, swap).problem == PROBLEM


def test_blank_rows_and_a_total_row_are_no_data(tmp_path: Path):
    def add(book: Any) -> None:
        page = book["Tugas"]
        page.insert_rows(3, 2)
        last = page.max_row + 1
        page[f"A{last}"] = "JUMLAH"
        page[f"I{last}"] = 1512.25

    reading = changed(tmp_path, add)
    assert reading.problem == PROBLEM
    assert [(i.cell, i.severity) for i in found(reading.issues, "W026")] == [("A3", INFO)]
    assert [i.severity for i in found(reading.issues, "W027")] == [WARNING]


def test_a_sheet_without_rows_is_told(tmp_path: Path):
    def clear(book: Any) -> None:
        book["Unit"].delete_rows(2, 5)

    assert ("W025", "Unit") in errors(changed(tmp_path, clear))


def test_optional_sheets_may_be_missing_and_what_follows_is_said(tmp_path: Path):
    optional = ("Kompetensi", "Kompetensi Pegawai", "Indikator", "Syarat Kompetensi", "Susunan Berjalan")

    def remove(book: Any) -> None:
        for name in (*optional, "Tim", "Pelibatan", "Ketentuan", "Setelan"):
            del book[name]
        for row in range(2, 5):
            book["Tugas"][f"O{row}"] = None

    reading = changed(tmp_path, remove)
    assert reading.problem is not None
    assert reading.problem.indicators == ()
    assert sorted(i.sheet for i in found(reading.issues, "W025")) == sorted(optional)


def test_competences_in_the_long_form_are_read(tmp_path: Path):
    def rewrite(book: Any) -> None:
        page = book["Kompetensi Pegawai"]
        page.delete_rows(1, 10)
        for row in (
            ("id_pegawai", "kode_kompetensi", "level"),
            ("P001", "K1", 3),
            ("P001", "K2", 5),
            ("P002", "K1", 1),
        ):
            page.append(row)

    assert changed(tmp_path, rewrite).problem == PROBLEM


def test_competences_may_be_headed_by_name_and_unknown_ones_are_refused(tmp_path: Path):
    def rename(book: Any) -> None:
        book["Kompetensi Pegawai"]["B1"] = "Analisis Data"
        book["Kompetensi Pegawai"]["C1"] = "K9"

    reading = changed(tmp_path, rename)
    assert [(i.code, i.cell) for i in reading.issues if i.severity is ERROR] == [("W038", "C1")]
    assert [i.cell for i in found(reading.issues, "W024")] == ["B1"]


def test_blank_levels_are_counted_in_one_message(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    (issue,) = found(read(tmp_path / "a.xlsx").issues, "W080")
    assert wording(issue.rule) == "5 sel kosong dibaca sebagai tingkat 0."


def test_a_percent_format_is_read_as_percent(tmp_path: Path):
    def format(book: Any) -> None:
        book["Pegawai"]["L3"].value = 0.625
        book["Pegawai"]["L3"].number_format = "0%"

    reading = changed(tmp_path, format)
    assert reading.problem == PROBLEM
    assert [i.cell for i in found(reading.issues, "W049")] == ["L3"]


def test_decimals_a_format_hides_are_told(tmp_path: Path):
    def format(book: Any) -> None:
        book["Tugas"]["J2"].number_format = "0"

    reading = changed(tmp_path, format)
    assert reading.problem == PROBLEM
    assert [i.cell for i in found(reading.issues, "W050")] == ["J2"]


def test_the_calendar_of_1904_is_read(tmp_path: Path):
    def switch(book: Any) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    reading = changed(tmp_path, switch)
    assert reading.problem == PROBLEM
    assert found(reading.issues, "W055")


def test_a_newer_template_is_told(tmp_path: Path):
    def raise_version(book: Any) -> None:
        book["_alokasi"]["B1"] = "99"

    assert found(changed(tmp_path, raise_version).issues, "W076")


def test_a_plan_that_disagrees_with_itself_is_readable_and_told(tmp_path: Path):
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
        "jam": 400,
        "jam_ketua": 100,
    }
    write_result(
        tmp_path / "hasil.xlsx",
        PROBLEM,
        {
            "Susunan": [seat, {**seat, "id_pegawai": "orang lain", "kedudukan": "B9", "jam": 0}],
            "Pembagian Tugas": [{"kode_tugas": "T1", "kode_tim": "TK1", "id_pegawai": "P001", "jam": 390}],
        },
    )
    reading = read(tmp_path / "hasil.xlsx")
    assert reading.plan is not None
    assert [i.cell for i in found(reading.issues, "W081")] == ["D3"]
    assert [i.cell for i in found(reading.issues, "W082")] == ["J2"]


def test_guests_nobody_asked_for_are_told(tmp_path: Path):
    def remove(book: Any) -> None:
        book["Pelibatan"]["A2"] = "P002"
        book["Pelibatan"]["C2"] = None

    reading = changed(tmp_path, remove)
    assert [i.sheet for i in found(reading.issues, "W084")] == ["Pegawai"]
    assert [i.cell for i in found(reading.issues, "W083")] == ["B2"]


def test_formatted_empty_rows_and_a_far_cell_do_no_harm(tmp_path: Path):
    def format(book: Any) -> None:
        for row in range(10, 3000):
            book["Pegawai"][f"A{row}"].font = openpyxl.styles.Font(bold=True)
        book["Tim"]["XFD1048576"].font = openpyxl.styles.Font(bold=True)

    reading = changed(tmp_path, format)
    assert reading.problem == PROBLEM
    assert not found(reading.issues, "W026")


def test_more_rows_than_anybody_has_are_refused(tmp_path: Path):
    folder = tmp_path / "csv"
    folder.mkdir()
    rows = "".join(f"P{n},TK,Anggota\n" for n in range(50_001))
    (folder / "Susunan Berjalan.csv").write_text("id_pegawai,kode_tim,peran\n" + rows, encoding="utf-8")
    assert [i.sheet for i in found(read(folder).issues, "W013")] == ["Susunan Berjalan"]


def test_a_last_row_half_filled_is_no_signature(tmp_path: Path):
    """Below a blank row, too: who has a name and a position only is somebody whose row is not finished."""

    def add(book: Any) -> None:
        last = book["Pegawai"].max_row + 2
        book["Pegawai"][f"B{last}"], book["Pegawai"][f"G{last}"] = "Pegawai Baru", "Perencana"

    assert ("W036", "Pegawai") in errors(changed(tmp_path, add))


def test_what_joins_the_table_is_a_row_of_it(tmp_path: Path):
    def add(book: Any) -> None:
        book["Pegawai"][f"B{book['Pegawai'].max_row + 1}"] = "Pegawai Baru"

    assert ("W036", "Pegawai") in errors(changed(tmp_path, add))


def test_messages_stand_in_the_order_of_the_sheets_whatever_these_are_called(tmp_path: Path):
    def rename(book: Any) -> None:
        for name, cell in (("Unit", "C2"), ("Pegawai", "F2"), ("Tugas", "I2")):
            book[name][cell] = "?"
            book[name].title = f"{name}_"

    reading = changed(tmp_path, rename)
    assert [i.sheet for i in reading.issues if i.severity is ERROR] == ["Unit_", "Pegawai_", "Tugas_"]
