"""The bridge: the ordinary workbook, prefilled as far as known, that becomes a proposal once it is completed."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from importing import WARNING, bridge, hours, imported, said, written_hours
from office_forms import Office, f1, f4, f5, staff_list

from alokasi.errors import DataError, UsageError
from alokasi.forms import assumptions
from alokasi.forms.lexicon import lexicon
from alokasi.forms.positions import Position, position, theme, unit_kind
from alokasi.workbook import read
from alokasi.workbook.columns import INPUT_SHEETS
from alokasi_models.packs import norm
from alokasi_models.problem import Category
from alokasi_models.workload import abk_rows


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    office = Office()
    f1(office.sheet("Perencana"))
    f4(office.sheet("A1"), [("Peta industri", [(1, "Mengumpulkan data", "Paket", 12, 300, 500, 400)])])
    forms = office.saved(tmp_path / "abk.xlsx")
    office = Office()
    staff_list(office.sheet("Sheet1"))
    return forms, office.saved(tmp_path / "pegawai.xlsx")


def test_a_form_and_a_staff_list_lack_only_the_indicators(tmp_path: Path, files: tuple[Path, Path]):
    found = imported(*files)
    assert dict(found.open) == {("Tugas", "indikator"): 4}
    sheets = bridge(found, tmp_path / "jembatan.xlsx")
    assert set(sheets) >= {sheet.name for sheet in INPUT_SHEETS}
    assert len(sheets["Unit"]) == 1, "form and list name the same unit"
    errors = [i for i in read(tmp_path / "jembatan.xlsx").issues if i.severity == "galat"]
    assert {(i.code, i.sheet, i.cell[0]) for i in errors} == {("W036", "Tugas", "D")}


def test_completed_it_is_read_like_any_workbook_and_holds_the_same_hours(
    tmp_path: Path, files: tuple[Path, Path]
):
    found = imported(*files)
    path = tmp_path / "jembatan.xlsx"
    bridge(found, path)
    book = openpyxl.load_workbook(path)
    for row in range(2, 6):
        book["Tugas"][f"D{row}"] = "Dokumen selesai tepat waktu"
    book.save(path)
    problem = read(path).problem
    assert problem is not None
    assert sum(package.minutes for package in problem.packages) == found.before
    total = next(row for row in abk_rows(problem, norm()) if row.position == "")
    assert total.minutes == found.before


def test_the_hours_before_and_after_are_shown_and_equal(tmp_path: Path, files: tuple[Path, Path]):
    found = imported(*files)
    sheets = bridge(found, tmp_path / "jembatan.xlsx")
    *tables, total = sheets["Jam Impor"]
    assert total["jam_sebelum"] == total["jam_sesudah"] == sum(row["jam_sebelum"] for row in tables) == 985
    assert written_hours(sheets["Tugas"]) == pytest.approx(985)
    assert hours(found.before) == hours(found.after) == 985


def test_norms_that_are_no_decimals_lose_no_minute(tmp_path: Path):
    office = Office()
    page = office.sheet("A")
    page.line("URAIAN TUGAS", "VOLUME", "NORMA WAKTU (MENIT)")
    page.lines([(f"Tugas {n}", 3 * n + 1, 7 + n) for n in range(1, 200)])
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    minutes = sum((3 * n + 1) * (7 + n) for n in range(1, 200))
    assert found.before == found.after == minutes
    sheets = bridge(found, tmp_path / "jembatan.xlsx")
    assert written_hours(sheets["Tugas"]) * 60 == pytest.approx(minutes, abs=1e-5)


def test_guessed_cells_are_yellow_and_open_ones_orange(tmp_path: Path, files: tuple[Path, Path]):
    bridge(imported(*files), tmp_path / "jembatan.xlsx")
    page = openpyxl.load_workbook(tmp_path / "jembatan.xlsx")["Tugas"]
    names = {cell.value: cell.column_letter for cell in page[1]}
    assert page[f"{names['rumpun']}2"].fill.fgColor.rgb == "FFFFF2CC"
    assert page[f"{names['kategori_jabatan']}2"].fill.fgColor.rgb == "FFFFF2CC"
    assert page[f"{names['indikator']}2"].fill.fgColor.rgb == "FFF9D5B5"
    assert page[f"{names['volume']}2"].fill.fill_type is None


def test_each_task_names_the_cell_it_came_from(files: tuple[Path, Path]):
    sources = [row["acuan"] for row in imported(*files).rows["Tugas"]]
    assert sources == [*(f"ABK abk.xlsx, Perencana!B{n}" for n in (12, 13, 14)), "ABK abk.xlsx, A1!B11"]


def test_what_is_prefilled_by_a_guess_is_said(files: tuple[Path, Path]):
    told = said(imported(*files), "I23", WARNING)
    for words in (
        "Rumpun 4 dari 4 tugas",
        "Kategori 3 dari 4",
        "Indikator 4 dari 4",
        "3 syarat kompetensi diduga",
    ):
        assert words in told


def test_competences_are_wished_for_and_never_required(files: tuple[Path, Path]):
    rows = imported(*files).rows
    assert {row["sifat"] for row in rows["Syarat Kompetensi"]} == {"diutamakan"}
    assert {row["kode_kompetensi"] for row in rows["Syarat Kompetensi"]} == {"K01"}
    assert rows["Kompetensi"] == [{"kode_kompetensi": "K01", "nama": "Perencanaan dan anggaran"}]


def test_the_report_in_the_bridge_begins_with_what_must_be_done(tmp_path: Path, files: tuple[Path, Path]):
    report = bridge(imported(*files), tmp_path / "jembatan.xlsx")["Laporan Impor"]
    assert (report[0]["hal"], report[0]["lembar"], report[0]["ditemukan"]) == (
        "dilengkapi",
        "Tugas",
        "indikator",
    )
    levels = [row["tingkat"] for row in report]
    assert levels == sorted(levels, key=["galat", "peringatan", "info"].index)
    assert {row["berkas"] for row in report} >= {"abk.xlsx", "pegawai.xlsx"}


def test_the_reader_passes_over_the_report(tmp_path: Path, files: tuple[Path, Path]):
    bridge(imported(*files), tmp_path / "jembatan.xlsx")
    told = {issue.sheet for issue in read(tmp_path / "jembatan.xlsx").issues}
    assert not told & {"Laporan Impor", "Jam Impor"}


def test_formulas_typed_into_a_form_stay_text(tmp_path: Path):
    office = Office()
    page = office.sheet("A")
    page.line("URAIAN TUGAS", "VOLUME", "NORMA WAKTU (JAM)")
    page.line("x", 1, 1)
    page.page["A2"].value = '=HYPERLINK("http://contoh")'
    page.page["A2"].data_type = "s"
    bridge(imported(office.saved(tmp_path / "abk.xlsx")), tmp_path / "jembatan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "jembatan.xlsx")
    assert all(cell.data_type != "f" for row in book["Laporan Impor"].iter_rows() for cell in row)
    assert book["Tugas"]["B2"].data_type != "f"


def test_a_file_without_form_or_list_is_refused_with_what_is_expected(tmp_path: Path):
    office = Office()
    office.sheet("Catatan").line("Rapat ditunda")
    path = office.saved(tmp_path / "lain.xlsx")
    with pytest.raises(DataError, match=r"lain.xlsx!Catatan.*uraian tugas"):
        imported(path)


def test_a_sheet_that_is_no_form_is_left_out_and_told(tmp_path: Path):
    office = Office()
    f1(office.sheet("Perencana"))
    office.sheet("Catatan").line("Rapat ditunda")
    office.sheet("Kosong")
    told = said(imported(office.saved(tmp_path / "abk.xlsx")), "I19")
    assert told.count("ditinggalkan") == 1


@pytest.mark.parametrize("text", ["satuan_waktu=detik", "jam_per_hari=nol", "warna=biru", "satuan_waktu"])
def test_an_assumption_that_is_not_known_is_a_wrong_call(text: str):
    with pytest.raises(UsageError, match="Anggapan"):
        assumptions([text])


def test_no_word_of_the_lexicon_means_two_things():
    words = lexicon()
    assert not words.known & words.columns.keys()
    assert not words.staff_known & words.staff.keys()
    assert all(
        word == " ".join(word.split()).casefold() for word in (*words.columns, *words.staff, *words.labels)
    )


def test_positions_units_and_themes_are_told_from_names():
    assert position("Analis Kebijakan Ahli Pertama").name == "Analis Kebijakan"
    assert position("PERENCANA AHLI MADYA").level == "Ahli Madya"
    assert position("Analis Kebijakan Ahli Pertama/Muda") == Position(
        "Analis Kebijakan", None, Category.EXPERT
    )
    assert unit_kind("Balai Besar Contoh") == "UPT"
    assert theme("Menyusun SNI sektor tekstil", "Pembina Industri") == "Standardisasi"
    assert theme("Melaksanakan tugas lain", "Arsiparis") == "Kearsipan dan tata usaha"
    assert theme("Melaksanakan tugas lain", "Penjaga Mercusuar") == ""
    assert theme("Mengolah data pengujian laboratorium", "Penjaga Mercusuar") == "Pengujian"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝", "=HYPERLINK("])
def test_nothing_of_a_file_becomes_a_formula_in_the_bridge(tmp_path: Path, start: str):
    """Names, tasks, units, headers and notes; the sheets of the report too."""
    said = f'{start}cmd|"/C calc"!A0'
    office = Office()
    page = office.sheet("abk")
    page.line(f"Unit Kerja : {said}")
    page.line("NO", "URAIAN TUGAS", "HASIL KERJA", "VOLUME", "NORMA WAKTU (JAM)", said)
    page.line(1, said, said, 4, 2, said)
    page.line(2, "Menelaah", said, said, 2, said)
    page = office.sheet("pegawai")
    page.line("Nama", "Jabatan", "Gol", "Keterangan", said)
    page.line(said, said, "III/c", said, said)
    for page in office.book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    found = imported(office.saved(tmp_path / "kantor.xlsx"))
    bridge(found, tmp_path / "jembatan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "jembatan.xlsx")
    live = {
        str(cell.value)
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert all(formula.startswith("=$") for formula in live), "only volume x norma_jam of our own"
    assert any("calc" in str(cell.value) for row in book["Pegawai"].iter_rows() for cell in row)


def test_an_effective_time_of_its_own_is_told_where_it_becomes_that_of_the_unit(tmp_path: Path):
    office = Office()
    f5(office.sheet("JFU"))
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert found.rows["Unit"][0]["jam_efektif"] == 1322
    assert said(found, "I07", WARNING) == (
        "Waktu efektif formulir 1.322 jam menjadi jam_efektif unit; bawaannya 1.250 jam."
    )


def test_effective_times_that_differ_between_forms_are_told_and_none_is_taken(tmp_path: Path):
    office = Office()
    f1(office.sheet("Perencana"))
    f5(office.sheet("JFU"))
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert found.rows["Unit"][0]["jam_efektif"] is None
    assert "waktu efektif yang berbeda: 1.250, 1.322 jam" in said(found, "I07", WARNING)


def test_the_usual_effective_time_needs_no_word(tmp_path: Path):
    office = Office()
    f1(office.sheet("Perencana"))
    assert said(imported(office.saved(tmp_path / "abk.xlsx")), "I07", WARNING) == ""
