"""Each official form is recognised as it stands and becomes tasks; no hour is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from importing import ERROR, bridge, hours, imported, notes, said, work, written_hours
from office_forms import Form, Office, f1, f2, f3, f4, f5, f6, form_d

ARCHIVE = "Menata arsip\nTahapan:\na. memilah berkas\nb. menyimpan berkas"
F2_ROWS = (
    (ARCHIVE, "Berkas", 30, 75000, 1200, 0.48),
    ("Mencatat surat keluar", "Surat", 10, 75000, 3000, 0.4),
)
MAP_ROWS = (
    (1, "Mengumpulkan data", "Paket", 12, 300, 500, 400),
    (2, "Menggambar peta", "Peta", 12, 60, 120, 90),
)
PRODUCTS = (
    ("Peta industri", MAP_ROWS),
    ("Direktori industri", ((1, "Menyunting naskah", "Buku", 1, 6000, 8000, 7000),)),
)

WRITERS: dict[str, tuple[Callable[[Form], object], int, float]] = {
    "F1": (lambda page: f1(page), 3, 905.0),
    "F2": (lambda page: f2(page, F2_ROWS, 0.88), 2, 1100.0),
    "F3": (lambda page: f3(page, "Arsiparis Terampil", norm="NORMA WAKTU (MENIT)"), 2, 650.0),
    "F4": (lambda page: f4(page, PRODUCTS), 3, 98.0 + 7000 / 60),
    "F5": (lambda page: f5(page), 2, 600.0),
    "F6": (lambda page: f6(page), 3, 805.0),
}


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.mark.parametrize("form", WRITERS)
def test_a_form_is_recognised_and_its_hours_stay_the_same(office: Office, tmp_path: Path, form: str):
    write, tasks, total = WRITERS[form]
    write(office.sheet("Lembar1"))
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert {balance.form for _, balance in found.balances} == {form}
    assert f"Dikenali sebagai {form} " in said(found, "I01")
    assert len(found.rows["Tugas"]) == tasks
    assert hours(found.before) == pytest.approx(total)
    assert hours(found.after) == pytest.approx(total)
    assert found.failed == ()
    sheets = bridge(found, tmp_path / "jembatan.xlsx")
    assert written_hours(sheets["Tugas"]) == pytest.approx(total)
    assert sum(row["jam_sesudah"] for row in sheets["Jam Impor"][:-1]) == pytest.approx(total, abs=0.001)
    assert sheets["Jam Impor"][-1]["jam_sebelum"] == sheets["Jam Impor"][-1]["jam_sesudah"]


@pytest.mark.parametrize("form", WRITERS)
def test_every_column_of_a_form_is_told_with_its_cell(office: Office, tmp_path: Path, form: str):
    page = office.sheet("Lembar1")
    WRITERS[form][0](page)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    told = {(note.issue.sheet, note.issue.cell) for code in ("I02", "I03") for note in notes(found, code)}
    top = next(b.cell for _, b in found.balances)
    row = int("".join(c for c in top if c.isdigit()))
    headed = [
        page.page.cell(row, column).coordinate for column in range(1, 12) if page.page.cell(row, column).value
    ]
    assert {("Lembar1", cell) for cell in headed} <= told
    assert notes(found, "I04"), "the unit of time is told"
    assert notes(found, "I05"), "the period of the volume is told"


def test_informasi_jabatan_gives_position_unit_and_effective_hours(office: Office, tmp_path: Path):
    f1(office.sheet("Perencana"))
    rows = imported(office.saved(tmp_path / "abk.xlsx")).rows
    assert {row["nama_jabatan"] for row in rows["Tugas"]} == {"Perencana Ahli Muda"}
    assert {row["hasil_kerja"] for row in rows["Tugas"]} == {"Dokumen", "Laporan", "Telaahan"}
    (unit,) = rows["Unit"]
    assert (unit["nama_unit"], unit["jenis_unit"], unit["tahun"]) == (
        "Direktorat Industri Contoh",
        "Pusat",
        2027,
    )
    assert unit["jam_efektif"] == 1250


def test_items_before_and_after_the_table_of_informasi_jabatan_are_no_tasks(office: Office, tmp_path: Path):
    f1(office.sheet("Perencana"))
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [text for text, _, _ in work(found)] == [
        "Menyusun rencana kerja tahunan",
        "Menyusun laporan kinerja",
        "Menelaah usulan anggaran",
    ]
    assert "Isi di bawah tabel dilewati" in said(found, "I10")


def test_one_sheet_a_position_is_read_sheet_by_sheet(office: Office, tmp_path: Path):
    f3(office.sheet("Form A (1)"), "Arsiparis Terampil", norm="Norma Waktu (menit)")
    f3(office.sheet("Form A (2)"), "Pengadministrasi Umum", norm="Norma Waktu (menit)")
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [balance.title for _, balance in found.balances] == ["Arsiparis Terampil", "Pengadministrasi Umum"]
    assert [row["kategori_jabatan"] for row in found.rows["Tugas"]] == ["JF Keterampilan"] * 2 + [
        "Pelaksana"
    ] * 2


def test_a_sheet_named_like_a_position_names_its_tasks_with_a_warning(office: Office, tmp_path: Path):
    page = office.sheet("Statistisi Ahli Muda")
    page.line("NO", "RINCIAN TUGAS", "SATUAN", "VOLUME", "NORMA WAKTU (JAM)")
    page.line(1, "Mengolah data", "Tabel", 10, 8)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert found.rows["Tugas"][0]["nama_jabatan"] == "Statistisi Ahli Muda"
    assert "nama lembar" in said(found, "I22")


def test_a_table_of_another_form_is_read_by_its_headers_and_told(office: Office, tmp_path: Path):
    page = office.sheet("Rencana")
    page.line("Kegiatan", "Target", "Beban kerja (jam)")
    page.line("Menyusun kajian", 4, 320)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert work(found) == [("Menyusun kajian", 4.0, 80.0)]
    assert "dihitung dari beban yang tertulis: baris 2" in said(found, "I13")
    assert "di luar bentuk F1-F6" in said(found, "I01")


def test_products_of_form_a1_become_themes(office: Office, tmp_path: Path):
    f4(office.sheet("A1"), PRODUCTS)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [row["rumpun"] for row in found.rows["Tugas"]] == [
        "Peta industri",
        "Peta industri",
        "Direktori industri",
    ]
    assert [balance.title for _, balance in found.balances] == ["Peta industri", "Direktori industri"]


def test_a_recapitulation_makes_no_tasks(office: Office, tmp_path: Path):
    f3(office.sheet("Form A"), "Arsiparis Terampil", norm="Norma Waktu (menit)")
    form_d(office.sheet("Form D"), [(1, "Arsiparis Terampil", 39000, None, 1, 0, 0, None, None, 0.52, "D")])
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert len(found.rows["Tugas"]) == 2
    assert "hanya dipakai memeriksa jumlah" in said(found, "I01")
    assert notes(found, "I01", ERROR) == []


def test_form_a1_with_split_norms_people_and_executors_is_read(office: Office, tmp_path: Path):
    page = office.sheet("A1")
    page.letterhead("N")
    page.line("NAMA PRODUK", ": Layanan pengujian")
    page.line("BIRO/PUSAT/DIT", ": Balai Contoh")
    top = page.line(
        *("No", "Uraian Proses/Tahapan", "Satuan Produk", "Jumlah Volume Kerja", "Norma Waktu (menit)"),
        *(None, None, None, None, None, "Jumlah Orang", "Pelaksana", "Pelaksana Seharusnya", "Total"),
    )
    page.line(
        *(None, None, None, None, "Minimal", "Maksimal", "Rata-rata", "Manual", "Semi Otomatis", "Otomatis")
    )
    page.merged(f"E{top}:J{top}")
    for column in "ABCDKLMN":
        page.merged(f"{column}{top}:{column}{top + 1}")
    executors = ("Teknisi Litkayasa Mahir", "Teknisi Litkayasa Terampil")
    page.line(1, "Menyiapkan contoh uji", "Contoh", 100, 20, 40, 30, "v", None, None, 2, *executors, 6000)
    page.line(2, "Menguji contoh", "Contoh", 100, 50, 70, 60, None, None, "v", 1, *executors, 6000)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert work(found) == [("Menyiapkan contoh uji", 100.0, 1.0), ("Menguji contoh", 100.0, 1.0)]
    assert {row["nama_jabatan"] for row in found.rows["Tugas"]} == {"Teknisi Litkayasa Mahir"}
    assert {row["rumpun"] for row in found.rows["Tugas"]} == {"Layanan pengujian"}
    assert found.rows["Unit"][0]["nama_unit"] == "Balai Contoh"
    assert "Norma waktu dikalikan jumlah orang" in said(found, "I09")


def test_a_list_of_incumbents_by_grade_is_left_out_and_told(office: Office, tmp_path: Path):
    f3(office.sheet("Form A"), "Arsiparis Terampil", norm="Norma Waktu (menit)")
    page = office.sheet("Form B")
    page.line("NO", "NAMA JABATAN", "GOLONGAN", "JUMLAH", "KET")
    page.line("(1)", "(2)", "(3)", "(4)", "(5)")
    page.line(1, "Arsiparis Terampil", "II/c", 2)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [note.issue.sheet for note in notes(found, "I19")] == ["Form B"]
    assert len(found.rows["Tugas"]) == 2
