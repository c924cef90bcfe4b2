"""The template helps while a user types, and nothing a user typed ever runs."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from filled_workbook import INVENTED_NIP, OTHER_NIP, PROBLEM, cell_of, found

from alokasi.errors import UsageError
from alokasi.texts import wording
from alokasi.workbook import read, write_result, write_template
from alokasi.workbook.columns import INPUT_SHEETS, RESULT_SHEETS, SHEETS
from alokasi.workbook.schema import Kind


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("template") / "kosong.xlsx"
    write_template(path)
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("template") / "isi.xlsx"
    write_template(path, PROBLEM)
    return openpyxl.load_workbook(path)


def rules_at(page: Any, cell: str) -> list[Any]:
    return [rule for rule in page.data_validations.dataValidation if cell in rule.sqref]


def column_style(page: Any, place: int) -> Any:
    """Of cells nobody has written yet, far below too."""
    return next(d for d in page.column_dimensions.values() if d.min <= place <= d.max)


def test_the_sheets_stand_in_the_order_of_work(empty: Any):
    visible = [page.title for page in empty.worksheets if page.sheet_state == "visible"]
    assert visible == ["Petunjuk", *(sheet.name for sheet in INPUT_SHEETS)]
    assert empty["Daftar"].sheet_state == "hidden"
    assert empty["_alokasi"].sheet_state == "veryHidden"
    assert empty["_alokasi"]["B1"].value == "1"


def test_headers_are_the_columns(empty: Any):
    for sheet in INPUT_SHEETS:
        assert tuple(cell.value for cell in empty[sheet.name][1]) == sheet.names


@pytest.mark.parametrize(("sheet", "column"), [(s.name, c.name) for s in INPUT_SHEETS for c in s])
def test_every_column_explains_itself(empty: Any, sheet: str, column: str):
    (rule,) = rules_at(empty[sheet], cell_of(sheet, f"{column} 500"))
    assert rule.promptTitle == column[:32]
    assert rule.prompt == wording(SHEETS[sheet].column(column).prompt)
    assert len(rule.prompt) <= 255


def test_lists_offer_the_words_and_refuse_others(empty: Any):
    (rule,) = rules_at(empty["Pegawai"], cell_of("Pegawai", "kategori 9"))
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "pilihan_pegawai_kategori", None)
    assert rule.error == "Pilih salah satu nilai dalam daftar."
    place = empty.defined_names["pilihan_pegawai_kategori"].attr_text
    sheet, _, cells = place.partition("!")
    words = [row[0].value for row in empty[sheet][cells.replace("$", "")]]
    assert words == ["JF Keahlian", "JF Keterampilan", "Pelaksana"]


def test_every_list_has_its_defined_name(empty: Any):
    used = {
        rule.formula1
        for page in empty.worksheets
        for rule in page.data_validations.dataValidation
        if rule.type == "list"
    }
    assert used <= set(empty.defined_names)
    assert {"kode_unit", "kode_pejabat", "kode_tim", "pilihan_ya_tidak"} <= used


def test_only_the_header_is_locked(filled: Any):
    for sheet in INPUT_SHEETS:
        page = filled[sheet.name]
        assert page.protection.sheet
        assert not page.protection.autoFilter
        assert not page.protection.sort
        assert all(cell.protection.locked for cell in page[1][: len(sheet.columns)])
        written = [cell for row in page.iter_rows(min_row=2) for cell in row if cell.value is not None]
        assert not any(cell.protection.locked for cell in written)
        assert not any(column_style(page, place).protection.locked for place in range(1, 80))
        assert page.freeze_panes is not None
        assert page.auto_filter.ref


def test_cells_beyond_the_table_are_unlocked_too(tmp_path: Path):
    """Excel deletes a row of a protected sheet only where none of its cells is locked."""
    write_template(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        styles = archive.read("xl/styles.xml").decode()
    first = styles.partition("<cellXfs")[2].partition("</xf>")[0]
    assert '<protection locked="0"/>' in first


def test_codes_and_nip_are_text_and_dates_are_day_first(empty: Any):
    for sheet in INPUT_SHEETS:
        for place, column in enumerate(sheet, start=1):
            shown = column_style(empty[sheet.name], place).number_format
            if column.kind in (Kind.CODE, Kind.NIP, Kind.TEXT):
                assert shown == "@", (sheet.name, column.name)
            if column.kind is Kind.DATE:
                assert shown == "dd/mm/yyyy"


def test_the_example_row_is_never_data(tmp_path: Path):
    write_template(tmp_path / "kosong.xlsx")
    page = openpyxl.load_workbook(tmp_path / "kosong.xlsx")["Pegawai"]
    assert str(page["A2"].value).startswith("CONTOH")
    assert page["A2"].font.italic
    issues = read(tmp_path / "kosong.xlsx").issues
    (issue,) = found(issues, "W077")
    assert "Pegawai" in wording(issue.rule)
    assert {i.code for i in issues} == {"W025", "W077"}


def test_the_example_row_is_one_the_reader_would_take(tmp_path: Path):
    """But for its mark, so that it shows how a row is filled."""
    write_template(tmp_path / "kosong.xlsx")
    book = openpyxl.load_workbook(tmp_path / "kosong.xlsx")
    for page in book.worksheets:
        for row in page.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("CONTOH"):
                    cell.value = cell.value.replace("CONTOH-", "").replace("CONTOH ", "")
    book["Unit"]["F2"] = None
    book.save(tmp_path / "isi.xlsx")
    reading = read(tmp_path / "isi.xlsx")
    assert reading.problem is not None, reading.issues
    assert len(reading.problem.locks) == len(reading.problem.settings) == 1


def test_workload_is_a_formula_that_already_shows_its_value(tmp_path: Path):
    path = tmp_path / "isi.xlsx"
    write_template(path, PROBLEM)
    assert openpyxl.load_workbook(path)["Tugas"]["K2"].value == "=$I2*$J2"
    assert openpyxl.load_workbook(path, data_only=True)["Tugas"]["K2"].value == 450


def formulas(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [
        f"{page.title}!{cell.coordinate}"
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f" or cell.hyperlink is not None
    ]


def test_nothing_a_user_typed_becomes_a_formula_or_a_link(tmp_path: Path):
    nasty = ("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "http://contoh.invalid", '=HYPERLINK("x")')
    people = tuple(
        replace(PROBLEM.employees[0], id=f"P{n}", name=text, note=text)
        for n, text in enumerate(nasty, start=900)
    )
    problem = replace(PROBLEM, employees=(*PROBLEM.employees, *people))
    write_template(tmp_path / "isi.xlsx", problem)
    assert {place.split("!")[0] for place in formulas(tmp_path / "isi.xlsx")} == {"Tugas"}
    seats = dict.fromkeys(SHEETS["Susunan"].names, "=1+1") | {"jam": 1, "jam_ketua": 0}
    write_result(tmp_path / "hasil.xlsx", problem, {"Susunan": [seats]})
    assert formulas(tmp_path / "hasil.xlsx") == []


def test_a_result_shows_its_own_sheets_first_and_prints_as_a_draft(tmp_path: Path):
    write_result(tmp_path / "hasil.xlsx", PROBLEM, {})
    book = openpyxl.load_workbook(tmp_path / "hasil.xlsx")
    titles = [page.title for page in book.worksheets if page.sheet_state == "visible"]
    assert titles[0] == "Ringkasan"
    assert sorted(titles[:8]) == sorted(sheet.name for sheet in RESULT_SHEETS)
    assert titles[8:] == [sheet.name for sheet in INPUT_SHEETS]
    for sheet in RESULT_SHEETS:
        page = book[sheet.name]
        assert tuple(cell.value for cell in page[1]) == sheet.names
        assert "Draf, bukan keputusan" in page.oddHeader.right.text
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)


def test_a_workbook_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path):
    with pytest.raises(UsageError, match="tidak dapat ditulis"):
        write_template(tmp_path / "tidak" / "ada" / "a.xlsx")


def test_a_nip_stays_text_in_the_file(tmp_path: Path):
    official = replace(PROBLEM.officials[0], nip=OTHER_NIP)
    write_template(tmp_path / "a.xlsx", replace(PROBLEM, officials=(official, *PROBLEM.officials[1:])))
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Pejabat"]
    assert [page[f"C{row}"].value for row in (2, 3)] == [OTHER_NIP, INVENTED_NIP]
    assert page["C2"].number_format == "@"
