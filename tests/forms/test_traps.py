"""What makes ABK forms easy to misread: each trap is read as meant, and what was assumed is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from importing import ERROR, INFO, WARNING, hours, imported, notes, said, work
from office_forms import F1_ROWS, Form, Office, Row, f1, f2, f4, f6

from alokasi.forms import Imported

Written = Callable[..., Imported]


@pytest.fixture
def form(tmp_path: Path) -> Written:
    """The import of one table: `head` above it, then `rows`."""

    def write(
        head: Row, *rows: Row, given: tuple[str, ...] = (), before: Callable[[Form], None] | None = None
    ):
        office = Office()
        page = office.sheet("Lembar1")
        if before is not None:
            before(page)
        page.line(*head, bold=True)
        page.lines(rows)
        return imported(office.saved(tmp_path / "abk.xlsx"), given=given)

    return write


HOURS = ("NO", "URAIAN TUGAS", "HASIL", "VOLUME", "NORMA WAKTU (JAM)")
MINUTES = ("NO", "URAIAN TUGAS", "HASIL KERJA", "VOLUME", "NORMA WAKTU (MENIT)")
SILENT = ("NO", "URAIAN TUGAS", "HASIL KERJA", "VOLUME", "NORMA WAKTU")
WITH_NEED = ("NO", "URAIAN TUGAS", "JUMLAH HASIL", "WAKTU PENYELESAIAN", "WAKTU EFEKTIF", "KEBUTUHAN PEGAWAI")


def test_a_point_before_three_digits_groups_thousands(form: Written):
    found = form(MINUTES, (1, "Mencatat surat", "Surat", "1.250", 6))
    assert work(found) == [("Mencatat surat", 1250.0, 0.1)]
    (note,) = notes(found, "I11", WARNING)
    assert note.issue.cell == "D2"
    assert "titik ribuan" in said(found, "I11")
    assert "“1.250” dibaca 1250" in said(found, "I11")


def test_a_comma_parts_decimals(form: Written):
    found = form(HOURS, (1, "Menelaah usulan", "Telaahan", "10", "2,5"), (2, "Rapat", "Kali", 4, "1,250"))
    assert work(found) == [("Menelaah usulan", 10.0, 2.5), ("Rapat", 4.0, 1.25)]
    assert "2 sel norma waktu berupa teks" in said(found, "I11", WARNING)


def test_numbers_kept_as_text_are_numbers(form: Written):
    found = form(MINUTES, (1, "Mencatat surat", "Surat", "120", "30"))
    assert work(found) == [("Mencatat surat", 120.0, 0.5)]
    assert found.failed == ()


@pytest.mark.parametrize(
    "marks", [("(1)", "(2)", "(3)", "(4)", "(5)"), (1, 2, 3, 4, 5), ("a", "b", "c", "d", "e")]
)
def test_a_numbering_row_below_the_header_is_no_task(form: Written, marks: Row):
    found = form(MINUTES, marks, (1, "Mencatat surat", "Surat", 120, 30))
    assert work(found) == [("Mencatat surat", 120.0, 0.5)]


def test_a_header_of_two_merged_rows_is_one_header(tmp_path: Path):
    office = Office()
    page = office.sheet("Form")
    page.line("No", "Uraian Tugas", "Hasil", None, "Waktu Penyelesaian", "Ket")
    page.line(None, None, "Satuan Hasil", "Jumlah Hasil", "(Jam)")
    for cells in ("A1:A2", "B1:B2", "C1:D1", "F1:F2"):
        page.merged(cells)
    page.line(1, "Menyusun kajian", "Dokumen", 4, 30)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert work(found) == [("Menyusun kajian", 4.0, 30.0)]
    assert found.rows["Tugas"][0]["hasil_kerja"] == "Dokumen"


def test_a_split_header_pasted_without_merged_cells_is_one_header(tmp_path: Path):
    office = Office()
    page = office.sheet("Tempel")
    page.line(None, None, None, None, "NORMA WAKTU")
    page.line(
        "NO",
        "URAIAN KEGIATAN",
        "SATUAN",
        "VOLUME",
        "MINIMAL (MENIT)",
        "MAKSIMAL (MENIT)",
        "RATA-RATA (MENIT)",
    )
    page.line(1, "Mencatat surat", "Surat", 120, 20, 40, 30)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert work(found) == [("Mencatat surat", 120.0, 0.5)]


@pytest.mark.parametrize(
    "words", ["JUMLAH", "TOTAL", "Sub Total", "PEMBULATAN", "JUMLAH PEGAWAI", "Total Beban Kerja"]
)
def test_lines_of_totals_are_no_tasks(form: Written, words: str):
    found = form(
        (*WITH_NEED,),
        (1, "Menyusun rencana", 4, "60 jam", 1250, 0.192),
        (words, None, None, None, None, 0.192),
    )
    assert [text for text, _, _ in work(found)] == ["Menyusun rencana"]
    assert "Baris jumlah tidak menjadi tugas. Baris 3." in said(found, "I10")


def test_a_total_that_agrees_is_told_and_one_that_does_not_warns(tmp_path: Path):
    office = Office()
    f1(office.sheet("benar"))
    page = office.sheet("salah")
    f1(page, rows=F1_ROWS[:2])
    page.page["G14"] = 0.724  # the total still counts a row that was removed
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [n.issue.sheet for n in notes(found, "I14", INFO)] == ["benar"]
    assert [n.issue.sheet for n in notes(found, "I14", WARNING)] == ["salah"]
    stated = {b.sheet: hours(b.stated) for _, b in found.balances if b.stated is not None}
    assert stated == {"benar": 905.0, "salah": 905.0}
    assert hours(found.after) == 905.0 + 720.0


def test_spacer_rows_and_group_headings_are_passed_over(form: Written):
    found = form(
        MINUTES,
        ("A", "Tugas utama"),
        (1, "Mencatat surat", "Surat", 120, 30),
        (),
        ("-", "-", "-", "-", "-"),
        ("B", "Tugas tambahan"),
        (2, "Menyimpan arsip", "Berkas", 60, 60),
    )
    assert [text for text, _, _ in work(found)] == ["Mencatat surat", "Menyimpan arsip"]
    assert "Judul kelompok tanpa angka dilewati. Baris 2, 6." in said(found, "I10")
    assert "Baris kosong dilewati. Baris 4, 5." in said(found, "I10")


def test_several_tables_of_a_sheet_are_each_read_with_their_own_head(tmp_path: Path):
    office = Office()
    products = [(f"Produk {n}", [(1, f"Tahap {n}", "Berkas", n, 60, 60, 60)]) for n in range(1, 6)]
    f4(office.sheet("A1"), products)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [(text, volume) for text, volume, _ in work(found)] == [
        (f"Tahap {n}", float(n)) for n in range(1, 6)
    ]
    assert [row["rumpun"] for row in found.rows["Tugas"]] == [f"Produk {n}" for n in range(1, 6)]


def test_a_header_repeated_on_the_next_page_continues_the_table(form: Written):
    found = form(
        SILENT,
        (1, "Mencatat surat", "Surat", 120, "30 menit"),
        SILENT,
        (2, "Menyimpan arsip", "Berkas", 60, "1 jam"),
        before=lambda page: page.line("Nama Jabatan : Arsiparis Terampil"),
    )
    assert work(found) == [("Mencatat surat", 120.0, 0.5), ("Menyimpan arsip", 60.0, 1.0)]
    assert {row["nama_jabatan"] for row in found.rows["Tugas"]} == {"Arsiparis Terampil"}


# Hours, minutes, days


@pytest.mark.parametrize(
    ("effective", "norm", "unit"), [(1250, 2, "jam"), (75000, 120, "menit"), (72000, 115.2, "menit")]
)
def test_the_need_tells_whether_a_silent_norm_is_hours_or_minutes(
    form: Written, effective: int, norm: float, unit: str
):
    found = form(WITH_NEED, (1, "Menyusun laporan", 100, norm, effective, round(100 * norm / effective, 3)))
    assert hours(found.after) == pytest.approx(100 * norm / (1 if unit == "jam" else 60))
    assert f"dibaca dalam {unit}, menurut hitungan kolom kebutuhan" in said(found, "I04", WARNING)


def test_minutes_under_a_header_of_hours_are_read_as_the_form_computed_them(form: Written):
    header = (
        "NO",
        "URAIAN TUGAS",
        "JUMLAH HASIL",
        "WAKTU PENYELESAIAN (JAM)",
        "WAKTU EFEKTIF",
        "KEBUTUHAN PEGAWAI",
    )
    found = form(
        header, (1, "Mencatat surat", 2400, 10, 75000, 0.32), (2, "Menata arsip", 1000, 15, 75000, 0.2)
    )
    assert hours(found.after) == 650
    assert "Judul menyebut jam, tetapi hitungan kolom kebutuhan hanya cocok dengan menit" in said(
        found, "I04", WARNING
    )


def test_a_unit_nothing_tells_is_asked_for_and_never_guessed(form: Written):
    row = (1, "Mencatat surat", "Surat", 120, 30)
    found = form(SILENT, row)
    assert work(found) == [("Mencatat surat", 120.0, -1.0)]
    (note,) = notes(found, "I04", ERROR)
    assert "60 jam bila menit, 3.600 jam bila jam" in said(found, "I04", ERROR)
    assert "satuan_waktu=menit" in note.issue.action.source
    assert hours(form(SILENT, row, given=("satuan_waktu=menit",)).after) == 60
    assert hours(form(SILENT, row, given=("satuan_waktu=jam",)).after) == 3600


def test_a_line_above_the_table_or_a_column_may_name_the_unit(form: Written):
    row = (1, "Mencatat surat", "Surat", 120, 30)
    above = form(SILENT, row, before=lambda page: page.line("Satuan waktu : menit"))
    assert hours(above.after) == 60
    assert "menurut baris di atas tabel" in said(above, "I04", INFO)
    beside = form((*SILENT, "SATUAN WAKTU"), (*row, "menit"), (2, "Rapat", "Kali", 10, 2, "jam"))
    assert work(beside) == [("Mencatat surat", 120.0, 0.5), ("Rapat", 10.0, 2.0)]


def test_a_unit_inside_the_cell_wins_over_the_header(form: Written):
    found = form(
        HOURS, (1, "Rapat", "Kali", "12 kali", "90 menit"), (2, "Kajian", "Dokumen", 1, "2 jam 30 menit")
    )
    assert work(found) == [("Rapat", 12.0, 1.5), ("Kajian", 1.0, 2.5)]


@pytest.mark.parametrize(("day", "need"), [(5, 0.2), (5.5, 0.22), (7.5, 0.3)])
def test_the_need_tells_how_long_a_day_is(form: Written, day: float, need: float):
    header = (
        "NO",
        "URAIAN TUGAS",
        "VOLUME",
        "WAKTU PENYELESAIAN (HARI)",
        "WAKTU EFEKTIF",
        "KEBUTUHAN PEGAWAI",
    )
    found = form(header, (1, "Menyusun kajian", 10, 5, 1250, need))
    assert work(found) == [("Menyusun kajian", 10.0, 5 * day)]
    assert f"Satu hari dibaca {str(day).replace('.', ',')} jam, menurut hitungan" in said(found, "I06")


def test_without_evidence_a_day_is_five_hours_and_the_alternatives_are_shown(form: Written):
    header = ("NO", "URAIAN TUGAS", "VOLUME", "NORMA WAKTU (HARI)")
    found = form(header, (1, "Menyusun kajian", 10, 5))
    assert hours(found.after) == 250
    (note,) = notes(found, "I06", WARNING)
    assert "Satu hari dibaca 5 jam, menurut anggapan bawaan: 1 baris, 250 jam" in said(found, "I06")
    assert "jam_per_hari" in note.issue.action.source
    assert hours(form(header, (1, "Menyusun kajian", 10, 5), given=("jam_per_hari=7,5",)).after) == 375


# Volumes of a day, a week, a month


@pytest.mark.parametrize(
    ("period", "times"),
    [("tahun", 1), ("semester", 2), ("triwulan", 4), ("bulan", 12), ("minggu", 50), ("hari", 250)],
)
def test_volumes_of_a_period_become_volumes_of_a_year(form: Written, period: str, times: int):
    for header in (f"VOLUME PER {period.upper()}", f"Jumlah hasil / {period}"):
        found = form(("NO", "URAIAN TUGAS", header, "NORMA WAKTU (MENIT)"), (1, "Mencatat", 3, 10))
        assert work(found) == [("Mencatat", 3.0 * times, round(10 / 60, 6))]
        assert notes(found, "I05")
    column = form(
        ("URAIAN TUGAS", "VOLUME", "FREKUENSI", "NORMA WAKTU (MENIT)"), ("Mencatat", 3, f"per {period}", 10)
    )
    cell = form(("URAIAN TUGAS", "VOLUME", "NORMA WAKTU (MENIT)"), ("Mencatat", f"3 berkas/{period}", 10))
    assert work(column) == work(cell) == [("Mencatat", 3.0 * times, round(10 / 60, 6))]


def test_days_and_weeks_of_a_year_are_an_assumption_that_can_be_stated(form: Written):
    table = (("URAIAN TUGAS", "VOLUME PER HARI", "NORMA WAKTU (MENIT)"), ("Mencatat surat", 4, 15))
    assert "dikalikan 250" in said(form(*table), "I05", WARNING)
    stated = form(*table, given=("hari_per_tahun=235",))
    assert hours(stated.after) == 235
    assert "dikalikan 235" in said(stated, "I05", INFO)


def test_the_need_tells_that_silent_volumes_are_monthly(form: Written):
    header = ("NO", "URAIAN TUGAS", "VOLUME", "NORMA WAKTU (JAM)", "WAKTU EFEKTIF", "KEBUTUHAN")
    found = form(header, (1, "Laporan bulanan", 2, 10, 1250, 0.192))
    assert work(found) == [("Laporan bulanan", 24.0, 10.0)]
    assert "dibaca untuk sebulan, menurut hitungan kolom kebutuhan" in said(found, "I05", WARNING)


def test_the_need_tells_how_many_days_a_year_the_form_counts(form: Written):
    header = ("NO", "URAIAN TUGAS", "VOLUME PER HARI", "NORMA WAKTU (JAM)", "WAKTU EFEKTIF", "KEBUTUHAN")
    found = form(header, (1, "Memantau", 1, 2, 1250, 0.376))
    assert work(found) == [("Memantau", 235.0, 2.0)]


def test_a_numeric_frequency_multiplies(form: Written):
    found = form(("URAIAN TUGAS", "VOLUME", "FREKUENSI", "NORMA WAKTU (JAM)"), ("Rapat", 2, 12, 3))
    assert work(found) == [("Rapat", 24.0, 3.0)]


# Steps


def test_steps_written_in_the_cell_of_a_task_are_not_work_of_their_own(tmp_path: Path):
    office = Office()
    rows = (("Menata arsip\nTahapan:\na. memilah\nb. menyimpan", "Berkas", 30, 75000, 1200, 0.48),)
    f2(office.sheet("Arsiparis"), rows)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert work(found) == [("Menata arsip", 1200.0, 0.5)]
    assert "Tahapan yang ditulis di dalam sel" in said(found, "I18")


STEPS: dict[str, Sequence[Row]] = {
    "numbered 1.1": ((1.1, "Mengumpulkan bahan", "Bahan", 4, 20), (1.2, "Menulis naskah", "Naskah", 4, 40)),
    "lettered": (("a", "Mengumpulkan bahan", "Bahan", 4, 20), ("b.", "Menulis naskah", "Naskah", 4, 40)),
    "with bullets": (
        (None, "- Mengumpulkan bahan", "Bahan", 4, 20),
        (None, "- Menulis naskah", "Naskah", 4, 40),
    ),
    "below Tahapan": (
        (None, "Tahapan:"),
        (None, "Mengumpulkan bahan", "Bahan", 4, 20),
        (None, "Menulis naskah", "Naskah", 4, 40),
    ),
}


@pytest.mark.parametrize("kind", STEPS)
def test_steps_below_a_task_are_not_counted_twice(form: Written, kind: str):
    found = form(
        HOURS,
        (1, "Menyusun rencana", "Dokumen", 4, 60),
        *STEPS[kind],
        (2, "Menyusun laporan", "Laporan", 2, 30),
    )
    assert [text for text, _, _ in work(found)] == ["Menyusun rencana", "Menyusun laporan"]
    assert hours(found.before) == hours(found.after) == 300
    assert "Tahapan berangka (240 jam) tidak dihitung" in said(found, "I17", WARNING)


def test_steps_of_a_task_without_numbers_are_the_work(form: Written):
    found = form(
        HOURS, (1, "Menyusun rencana"), *STEPS["lettered"], (2, "Menyusun laporan", "Laporan", 2, 30)
    )
    assert [text for text, _, _ in work(found)] == [
        "Menyusun rencana: Mengumpulkan bahan",
        "Menyusun rencana: Menulis naskah",
        "Menyusun laporan",
    ]
    assert hours(found.after) == 300


def test_numbered_sub_tasks_that_the_total_counts_are_counted(form: Written):
    header = ("NO", "URAIAN TUGAS", "VOLUME", "NORMA WAKTU (JAM)", "BEBAN KERJA (JAM)")
    found = form(
        header,
        (1, "Menyusun rencana", 4, 60, 240),
        (1.1, "Rapat pembahasan", 4, 5, 20),
        ("JUMLAH", None, None, None, 260),
    )
    assert hours(found.after) == 260
    assert "ikut dihitung, seperti dalam jumlah formulir" in said(found, "I17", WARNING)


# Beban kerja


def test_a_workload_beside_a_volume_is_the_product_and_only_checked(form: Written):
    header = ("NO", "URAIAN TUGAS", "VOLUME", "NORMA WAKTU (MENIT)", "BEBAN KERJA")
    found = form(header, (1, "Mencatat surat", 1200, 5, 6000))
    assert work(found) == [("Mencatat surat", 1200.0, round(5 / 60, 6))]
    assert "Beban kerja dibaca sebagai volume x norma waktu" in said(found, "I08")
    wrong = form(header, (1, "Mencatat surat", 1200, 5, 60))
    assert "tidak sama dengan volume x norma waktu" in said(wrong, "I04", WARNING)


NO_VOLUME = (
    "Uraian Tugas",
    "Waktu Penyelesaian (jam)",
    "Waktu Kerja Efektif",
    "Beban Kerja",
    "Pegawai Dibutuhkan",
)


def test_a_workload_alone_is_a_count_where_the_need_says_so(form: Written):
    found = form(NO_VOLUME, ("Menelaah usulan", 5, 1250, 40, 0.16))
    assert work(found) == [("Menelaah usulan", 40.0, 5.0)]
    assert "sebagai banyaknya hasil (volume)" in said(found, "I08", WARNING)


def test_a_workload_alone_is_the_product_where_the_need_says_so(form: Written):
    found = form(NO_VOLUME, ("Menelaah usulan", 5, 1250, 200, 0.16))
    assert work(found) == [("Menelaah usulan", 40.0, 5.0)]
    assert "sebagai volume x norma waktu" in said(found, "I08", WARNING)


def test_a_workload_nothing_explains_is_asked_for(form: Written):
    row = ("Menelaah usulan", 5, 1250, 200, None)
    found = form(NO_VOLUME, row)
    assert found.failed
    assert "tidak menentukan yang mana" in said(found, "I08", ERROR)
    assert hours(form(NO_VOLUME, row, given=("beban_kerja=volume",)).after) == 1000
    assert hours(form(NO_VOLUME, row, given=("beban_kerja=hasil_kali",)).after) == 200


# Norms and effective times that look odd


def test_a_norm_longer_than_a_day_is_pointed_at(form: Written):
    found = form(MINUTES, (1, "Mencatat surat", "Surat", 10, 330), (2, "Menyimpan arsip", "Berkas", 10, 30))
    assert "lebih dari satu hari kerja (5 jam) pada 1 baris: 2" in said(found, "I16", WARNING)


def test_different_effective_times_change_no_hours_and_are_told(form: Written):
    found = form(
        WITH_NEED,
        (1, "Menyusun rencana", 100, 2, 1250, 0.16),
        (2, "Menyusun laporan", 100, 120, 75000, 0.16),
        (3, "Menelaah", 100, 2, 1200, 0.167),
    )
    assert found.rows["Unit"][0]["jam_efektif"] is None
    assert "Waktu efektif berbeda antarbaris: 1.200, 1.250 jam" in said(found, "I07", WARNING)


def test_an_effective_time_that_is_none_is_not_used(form: Written):
    found = form(WITH_NEED, (1, "Rapat", 10, "2 jam", 5, 4.0))
    assert "bukan jam atau menit setahun" in said(found, "I07", WARNING)
    assert hours(found.after) == 20


def test_a_need_that_is_not_volume_times_norm_is_pointed_at(form: Written):
    rows = [(n, f"Tugas {n}", 100, 2, 1250, 0.16) for n in range(1, 9)]
    found = form(
        (*WITH_NEED[:3], "WAKTU PENYELESAIAN (JAM)", *WITH_NEED[4:]), *rows, (9, "Tugas 9", 100, 2, 1250, 0.2)
    )
    assert "baris 10" in said(found, "I15", WARNING)
    assert hours(found.after) == 1800


# Cells


@pytest.mark.parametrize("value", ["30-45", "±", "sesuai kebutuhan", "#REF!", "=A1*2"])
def test_a_cell_without_one_number_is_refused_with_its_place_and_the_task_is_kept(form: Written, value: str):
    found = form(
        MINUTES, (1, "Mencatat surat", "Surat", 120, value), (2, "Menyimpan arsip", "Berkas", 60, 60)
    )
    assert [note.issue.cell for note in notes(found, "I12", ERROR)] == ["E2"]
    assert work(found) == [("Mencatat surat", 120.0, -1.0), ("Menyimpan arsip", 60.0, 1.0)]
    assert ("Tugas", "norma_jam") in found.open


def test_a_missing_norm_is_asked_for_and_a_missing_volume_is_left_out(form: Written):
    found = form(MINUTES, (1, "Mencatat surat", "Surat", 120, None), (2, "Tugas lain", "Kegiatan", 0, 60))
    assert work(found) == [("Mencatat surat", 120.0, -1.0)]
    assert "Norma waktu kosong" in said(found, "I12", ERROR)
    assert "Volume kosong atau nol: tidak menjadi tugas. Baris 3." in said(found, "I10", WARNING)


def test_a_task_with_two_results_gives_two_rows(tmp_path: Path):
    office = Office()
    page = office.sheet("Form")
    page.line(*MINUTES)
    page.line(1, "Menyiapkan rapat", "Undangan", 24, 30)
    page.line(None, None, "Notula", 24, 120)
    page.merged("A2:A3")
    page.merged("B2:B3")
    page.line(2, "Mencatat surat", "Surat", 120, 30)
    page.line(None, None, "Lembar disposisi", 120, 10)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [text for text, _, _ in work(found)] == ["Menyiapkan rapat"] * 2 + ["Mencatat surat"] * 2
    assert [row["hasil_kerja"] for row in found.rows["Tugas"]][1::2] == ["Notula", "Lembar disposisi"]
    assert "baris 5" in said(found, "I18", WARNING)


def test_people_are_multiplied_where_the_total_says_so(tmp_path: Path):
    office = Office()
    rows = [(1, "Menguji contoh", "Contoh", 100, 50, 70, 60, 2, 12000)]
    f4(office.sheet("dua orang"), [("Pengujian", rows)], people=True)
    f4(office.sheet("sudah termasuk"), [("Pengujian", [(*rows[0][:8], 6000)])], people=True)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [hours(b.after) for _, b in found.balances] == [200, 100]
    assert "dikalikan jumlah orang, menurut hitungan kolom beban" in said(found, "I09")
    assert "Jumlah orang tidak ikut dikalikan, menurut hitungan kolom beban" in said(found, "I09")


def test_least_and_most_without_a_mean_give_the_mean(form: Written):
    header = ("URAIAN KEGIATAN", "VOLUME", "MINIMAL (MENIT)", "MAKSIMAL (MENIT)", "RATA-RATA (MENIT)")
    found = form(header, ("Mencatat surat", 60, 20, 40, None), ("Menyimpan", 60, 20, 40, 90))
    assert work(found)[0] == ("Mencatat surat", 60.0, 0.5)
    assert "Rata-rata norma dihitung" in said(found, "I13", INFO)
    assert "tidak terletak antara" in said(found, "I13", WARNING)


def test_a_misspelled_header_is_read_with_a_warning_and_a_strange_one_left_out(form: Written):
    header = ("URAIAN TUGAS", "JUMLAH HASLI", "WAKTU PENYELESAIAN (JAM)", "Warna map")
    found = form(header, ("Mencatat surat", 12, 2, "biru"))
    assert work(found) == [("Mencatat surat", 12.0, 2.0)]
    assert [note.issue.value for note in notes(found, "I02", WARNING)] == ["JUMLAH HASLI"]
    assert [note.issue.value for note in notes(found, "I03", WARNING)] == ["Warna map"]


def test_the_flat_table_is_read_from_a_csv_file_too(tmp_path: Path):
    office = Office()
    page = office.sheet("data")
    f6(page)
    lines = [";".join(str(cell.value) for cell in row) for row in page.page.iter_rows()]
    (tmp_path / "abk.csv").write_text("\n".join(lines), encoding="utf-8")
    found = imported(tmp_path / "abk.csv")
    assert hours(found.after) == 805
    assert [row["kode_unit"] for row in found.rows["Tugas"]] == ["DIT1"] * 3


@pytest.mark.parametrize(
    ("norm", "hours_each"),
    [("½ jam", 0.5), ("1½ jam", 1.5), ("1/2 jam", 0.5), ("1 1/2 jam", 1.5), ("¼", 0.25), ("3/4 hari", 3.75)],
)
def test_a_fraction_is_a_number(form: Written, norm: str, hours_each: float):
    found = form(HOURS, (1, "Menerima barang", "Kali", 12, norm))
    assert work(found) == [("Menerima barang", 12.0, hours_each)]
    assert "berupa teks" in said(found, "I11", WARNING)


@pytest.mark.parametrize("norm", ["½ jam 30 menit", "½½", "1/2", "1/0 jam", "²"])
def test_what_could_be_several_numbers_is_no_fraction(form: Written, norm: str):
    found = form(HOURS, (1, "Menerima barang", "Kali", 12, norm))
    assert [note.issue.cell for note in found.failed] == ["E2"]


def test_a_row_that_says_a_year_is_not_told_to_say_nothing(form: Written):
    head = ("Uraian Tugas", "Volume", "Periode", "Norma Waktu (jam)")
    found = form(head, ("Menyusun buku", 2, "Tahun", 6), ("Rapat", 4, None, 2))
    assert "Volume 1 baris dibaca untuk setahun, menurut isi tiap baris" in said(found, "I05", INFO)
    assert "Volume 1 baris tidak menyebut periode" in said(found, "I05", INFO)


def test_hidden_rows_of_a_form_are_read_and_told(tmp_path: Path):
    office = Office()
    page = office.sheet("abk")
    page.line(*HOURS)
    page.lines([(1, "Rapat", "Kali", 4, 2), (2, "Menelaah", "Telaahan", 3, 5)])
    page.page.row_dimensions[3].hidden = True
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert len(work(found)) == 2
    assert [n.issue.cell for n in notes(found, "W018", WARNING)] == ["A3"]


def test_numbers_that_come_from_another_file_are_told(tmp_path: Path):
    office = Office()
    page = office.sheet("abk")
    page.line(*HOURS)
    page.line(1, "Rapat", "Kali", "=[1]Data!B2", 2)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert (
        said(found, "W047", WARNING) == "1 sel mengambil data dari berkas lain; dipakai nilai yang tersimpan."
    )
    assert [n.issue.cell for n in notes(found, "W047")] == ["D2"]


@pytest.mark.parametrize(("norm", "minutes"), [("90'", 90.0), ("@ 30 menit", 30.0), ("90\N{PRIME}", 90.0)])
def test_signs_beside_a_time_are_understood(form: Written, norm: str, minutes: float):
    found = form(SILENT, (1, "Rapat", "Kali", 12, norm))
    assert work(found) == [("Rapat", 12.0, round(minutes / 60, 6))]


def test_a_form_and_a_recapitulation_name_one_position_in_two_ways(tmp_path: Path):
    office = Office()
    f1(office.sheet("Form"), "JF Perencana Ahli Muda", F1_ROWS)
    page = office.sheet("Rekap")
    page.line("No", "Nama Jabatan", "Jumlah Beban Kerja (jam)", "Jumlah Pegawai", "EJ")
    page.line(1, "Perencana Ahli Muda", 905, 1, 0.72)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert "Perencana Ahli Muda: rekapitulasi 905 jam, tugasnya 905 jam; sama." in said(found, "I21", INFO)
    assert {row["nama_jabatan"] for row in found.rows["Tugas"]} == {"Perencana Ahli Muda"}


def test_a_form_pasted_in_another_language_is_told_and_not_taken(form: Written):
    """1.250 h became 1.25 and a need of 0,192 became 192: volume and norm may have changed a thousandfold, too."""
    found = form(
        (
            "NO",
            "URAIAN TUGAS",
            "JUMLAH HASIL",
            "WAKTU PENYELESAIAN (JAM)",
            "WAKTU EFEKTIF",
            "KEBUTUHAN PEGAWAI",
        ),
        (1, "Menyusun rencana", 4, 60, 1.25, 192),
        (2, "Mencatat surat", 2.4, 0.5, 1.25, 960),
    )
    assert [(n.issue.code, n.issue.cell) for n in found.failed] == [("I07", "E1")]
    assert "1.250 tertempel sebagai 1,25" in said(found, "I07", ERROR)
    assert "1 sel volume tidak bulat, misalnya 2,4. Sel: C3." in said(found, "I11", WARNING)


def test_needs_a_thousand_times_the_work_are_told_without_an_effective_time(form: Written):
    head = ("NO", "URAIAN TUGAS", "JUMLAH HASIL", "WAKTU PENYELESAIAN (JAM)", "KEBUTUHAN PEGAWAI")
    found = form(head, (1, "Menyusun rencana", 4, 60, 192))
    assert "tidak sama dengan volume x norma waktu" in said(found, "I04", WARNING)


def test_needs_by_another_effective_time_are_not_called_wrong(form: Written):
    head = ("NO", "URAIAN TUGAS", "JUMLAH HASIL", "WAKTU PENYELESAIAN (JAM)", "KEBUTUHAN PEGAWAI")
    found = form(head, (1, "Menyusun rencana", 4, 60, round(240 / 1507, 3)))
    assert said(found, "I04", WARNING) == ""
