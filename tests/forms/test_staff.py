"""Staff lists as HR systems export them become Pegawai and Pejabat, with the same report."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from filled_workbook import nip
from importing import INFO, WARNING, bridge, imported, notes, said
from office_forms import STAFF_HEADER, STAFF_ROWS, Form, Office, Row, staff_list

from alokasi.forms import Imported
from alokasi.workbook import read


def listed(
    tmp_path: Path, header: Row, *rows: Row, year: int | None = 2027, with_nip: bool = False
) -> Imported:
    office = Office()
    page = office.sheet("Sheet1")
    page.line(*header)
    page.lines(rows)
    return imported(office.saved(tmp_path / "pegawai.xlsx"), year=year, nip=with_nip)


def test_a_list_of_everybody_gives_officials_and_staff(tmp_path: Path):
    office = Office()
    staff_list(office.sheet("Sheet1"))
    rows = imported(office.saved(tmp_path / "pegawai.xlsx")).rows
    assert [(o["id_pejabat"], o["jenis_jabatan"], o["atasan"]) for o in rows["Pejabat"]] == [
        ("B01", "PPT Pratama", ""),
        ("B02", "Pengawas", "B01"),
    ]
    found = {row["nama"]: row for row in rows["Pegawai"]}
    rina = found["Rina Rekaan"]
    assert (rina["kategori"], rina["nama_jabatan"], rina["jenjang"]) == (
        "JF Keahlian",
        "Perencana",
        "Ahli Muda",
    )
    assert (rina["golongan"], rina["kelas_jabatan"], rina["atasan_langsung"]) == ("III/c", 9, "B01")
    joko = found["Joko Misalnya"]
    assert (joko["kategori"], joko["jenjang"], joko["golongan"]) == ("JF Keterampilan", "Terampil", "II/c")
    assert joko["atasan_langsung"] == "B02"
    dewi = found["Dewi Umpama"]
    assert (dewi["status"], dewi["golongan"], dewi["jenjang"]) == ("PPPK", "IX", "Ahli Pertama")
    assert found["Tono Andaian"]["kategori"] == "Pelaksana"
    assert found["Tono Andaian"]["jenjang"] is None


def test_a_list_alone_is_read_back_by_the_ordinary_reader(tmp_path: Path):
    office = Office()
    staff_list(office.sheet("Sheet1"))
    found = imported(office.saved(tmp_path / "pegawai.xlsx"))
    bridge(found, tmp_path / "jembatan.xlsx")
    errors = {(i.sheet, i.code) for i in read(tmp_path / "jembatan.xlsx").issues if i.severity == "galat"}
    assert errors == {("Tugas", "W025")}


def test_columns_in_another_order_with_other_headers_say_the_same(tmp_path: Path):
    order = (10, 6, 1, 4, 7, 8, 5, 11, 9, 0, 3, 2, 12, 13)
    office = Office()
    staff_list(office.sheet("a"))
    plain = imported(office.saved(tmp_path / "a.xlsx")).rows
    renamed = list(STAFF_HEADER)
    for place, name in (
        (1, "Nama Gelar"),
        (4, "GOL. RUANG"),
        (6, "Nama Jabatan"),
        (8, "UNOR NAMA"),
        (10, "Jenis Pegawai"),
    ):
        renamed[place] = name
    office = Office()
    rows = [tuple(row[place] for place in order) for row in STAFF_ROWS]
    staff_list(office.sheet("b"), rows, tuple(renamed[place] for place in order))
    assert imported(office.saved(tmp_path / "b.xlsx")).rows == plain


def test_every_column_is_told_and_private_data_are_left_out(tmp_path: Path):
    office = Office()
    staff_list(office.sheet("Sheet1"))
    found = imported(office.saved(tmp_path / "pegawai.xlsx"))
    assert {n.issue.value for n in notes(found, "I02", INFO)} == set(STAFF_HEADER) - {"L/P", "Email"}
    assert "Data yang tidak diperlukan tidak disalin: L/P, Email." in said(found, "I28", INFO)
    assert "sari@contoh" not in str(bridge(found, tmp_path / "jembatan.xlsx"))


def test_who_is_no_member_of_the_civil_service_is_left_out_and_named(tmp_path: Path):
    office = Office()
    staff_list(office.sheet("Sheet1"))
    found = imported(office.saved(tmp_path / "pegawai.xlsx"))
    assert "Wati Seumpama" not in {row["nama"] for row in found.rows["Pegawai"]}
    assert "Wati Seumpama tidak disalin: bukan ASN" in said(found, "I27", WARNING)


def test_who_has_left_is_left_out_and_who_is_away_is_kept_with_a_question(tmp_path: Path):
    header = ("Nama", "Jabatan", "Status Pegawai", "Kedudukan Hukum")
    found = listed(
        tmp_path,
        header,
        ("Ani Contoh", "Perencana Ahli Muda", "PNS", "Pensiun"),
        ("Beni Contoh", "Perencana Ahli Muda", "PNS", "Tugas Belajar"),
        ("Cici Contoh", "Perencana Ahli Muda", "PNS", "Aktif"),
    )
    assert [row["nama"] for row in found.rows["Pegawai"]] == ["Beni Contoh", "Cici Contoh"]
    assert "Ani Contoh tidak disalin: “pensiun”" in said(found, "I27", WARNING)
    assert "Isi ketersediaan 0" in " ".join(n.issue.action.source for n in notes(found, "I25", WARNING))


def test_the_last_day_at_work_is_the_day_before_the_pension_begins(tmp_path: Path):
    header = ("Nama", "Jabatan", "Gol", "TMT Pensiun")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Perencana Ahli Muda", "III/d", datetime(2027, 6, 1)),
        ("Beni", "Perencana Ahli Muda", "III/d", "1 September 2027"),
        ("Cici", "Perencana Ahli Muda", "III/d", "tahun depan"),
    )
    days = [row["pensiun_atau_pindah"] for row in found.rows["Pegawai"]]
    assert days == [date(2027, 5, 31), date(2027, 8, 31), None]
    assert [n.issue.cell for n in notes(found, "I25", WARNING) if n.about == "tanggal"] == ["D4"]
    assert "hari terakhir bekerja sehari sebelumnya" in said(found, "I02")


def test_a_usual_age_of_retirement_only_reminds(tmp_path: Path):
    header = ("Nama", "Jabatan", "Gol", "Tanggal Lahir")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Perencana Ahli Muda", "III/d", datetime(1969, 3, 4)),
        ("Beni", "Perencana Ahli Madya", "IV/a", datetime(1969, 3, 4)),
    )
    assert said(found, "I29", WARNING) == "P001 mencapai usia pensiun yang lazim (58 tahun) pada 2027."
    assert [row["pensiun_atau_pindah"] for row in found.rows["Pegawai"]] == [None, None]
    assert "1969" not in str(found.rows)


def test_an_acting_official_keeps_the_post(tmp_path: Path):
    header = ("Nama", "Jabatan", "Eselon", "Golongan")
    found = listed(tmp_path, header, ("Ani", "Plt. Kepala Bagian Umum", "III.a", "IV/a"))
    (row,) = found.rows["Pejabat"]
    assert (row["jabatan"], row["jenis_jabatan"], row["status"]) == (
        "Kepala Bagian Umum",
        "Administrator",
        "Plt",
    )


@pytest.mark.parametrize(
    ("position", "kind", "category", "level"),
    [
        ("Perencana Muda", "JFT", "JF Keahlian", "Ahli Muda"),
        ("Arsiparis Penyelia", "Fungsional Tertentu", "JF Keterampilan", "Penyelia"),
        ("Arsiparis", "Jabatan Fungsional Keterampilan", "JF Keterampilan", None),
        ("Juru Ketik", "JFU", "Pelaksana", None),
        ("Pengolah Data dan Informasi", "", "Pelaksana", None),
        ("Ahli Sihir", "", None, None),
    ],
)
def test_the_category_follows_from_kind_level_and_name(
    tmp_path: Path, position: str, kind: str, category: str | None, level: str | None
):
    found = listed(
        tmp_path, ("Nama", "Jabatan", "Jenis Jabatan", "Gol"), ("Ani", position, kind or None, "III/a")
    )
    (row,) = found.rows["Pegawai"]
    assert (row["kategori"], row["jenjang"]) == (category, level)
    unknown = "kategori tidak dapat dikenali" in said(found, "I25", WARNING)
    assert unknown is (category is None)
    assert (("Pegawai", "kategori") in found.open) is (category is None)


def test_guesses_about_people_are_told_and_marked(tmp_path: Path):
    header = ("Nama", "Jabatan", "Golongan", "Unit Kerja")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Direktur Contoh", "IV/c", "Direktorat Contoh"),
        ("Beni", "Pengadministrasi Umum", "II/c", "Direktorat Contoh"),
    )
    assert found.marks["Pejabat", 0, "jenis_jabatan"] == "dugaan"
    assert found.marks["Pegawai", 0, "kategori"] == "dugaan"
    assert found.marks["Pegawai", 0, "atasan_langsung"] == "dugaan"
    assert found.marks["Pegawai", 0, "rumpun"] == "dugaan"
    for words in ("B01, P001", "Status 2 orang tidak disebut; dibaca PNS"):
        assert words in said(found, "I25", WARNING)
    assert "Rumpun 1 pegawai diduga" in said(found, "I23", WARNING)
    assert "diduga kepala bagiannya" in said(found, "I26", WARNING)


def test_a_superior_who_is_not_in_the_list_stays_open(tmp_path: Path):
    header = ("Nama", "Jabatan", "Golongan", "Atasan Langsung")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Direktur Contoh", "IV/c", None),
        ("Beni", "Perencana Ahli Muda", "III/c", "Orang Lain"),
    )
    assert found.rows["Pegawai"][0]["atasan_langsung"] == ""
    assert found.open["Pegawai", "atasan_langsung"] == 1
    assert "tidak ditemukan di antara pejabat" in said(found, "I26", WARNING)


def test_nip_is_copied_only_where_asked_for_and_never_shown_whole(tmp_path: Path):
    whole = nip("19900101", "202012")
    header = ("Nama", "NIP", "Jabatan", "Gol")
    rows = (
        ("Ani", whole, "Perencana Ahli Muda", "III/c"),
        ("Beni", 1.99001012020121e17, "Perencana Ahli Muda", "III/c"),
    )
    without = listed(tmp_path, header, *rows)
    assert [row["nip"] for row in without.rows["Pegawai"]] == [None, None]
    assert "NIP tidak disalin" in said(without, "I28", INFO)
    found = listed(tmp_path, header, *rows, with_nip=True)
    assert [row["nip"] for row in found.rows["Pegawai"]] == [whole, None]
    assert notes(found, "W028", WARNING)
    assert whole not in " ".join(note.issue.value for note in found.notes)


def test_ids_of_the_list_are_kept(tmp_path: Path):
    header = ("ID Pegawai", "Nama", "Jabatan", "Gol")
    rows = (("X7", "Ani", "Perencana Ahli Muda", "III/c"), ("X7", "Beni", "Perencana Ahli Muda", "III/c"))
    assert [row["id_pegawai"] for row in listed(tmp_path, header, *rows).rows["Pegawai"]] == ["X7", "P002"]


def test_a_list_per_unit_takes_the_unit_from_its_head(tmp_path: Path):
    office = Office()

    def sheet(page: Form, unit: str, name: str) -> None:
        page.line("DAFTAR PEGAWAI")
        page.line(f"Unit Kerja : {unit}")
        page.line("No", "Nama Pegawai", "Jabatan", "Golongan")
        page.line(1, name, "Perencana Ahli Muda", "III/c")

    sheet(office.sheet("1"), "Biro Contoh", "Ani")
    sheet(office.sheet("2"), "Balai Contoh", "Beni")
    found = imported(office.saved(tmp_path / "pegawai.xlsx"))
    assert [(u["nama_unit"], u["jenis_unit"]) for u in found.rows["Unit"]] == [
        ("Biro Contoh", "Pusat"),
        ("Balai Contoh", "UPT"),
    ]
    assert [row["kode_unit"] for row in found.rows["Pegawai"]] == ["U1", "U2"]
    assert found.open["Unit", "unit_induk"] == 1
    assert "2 unit disebut" in said(found, "I24", WARNING)


def test_the_columns_of_the_national_system_are_known(tmp_path: Path):
    """Headers as SIASN exports them."""
    header = (
        *(
            "NIP BARU",
            "NAMA",
            "GELAR DEPAN",
            "GOL AKHIR NAMA",
            "JENIS JABATAN NAMA",
            "JABATAN NAMA",
            "ESELON",
        ),
        *(
            "UNOR NAMA",
            "UNOR INDUK NAMA",
            "KEDUDUKAN HUKUM NAMA",
            "STATUS CPNS PNS",
            "TINGKAT PENDIDIKAN NAMA",
        ),
    )
    rest = ("DIREKTORAT INDUSTRI CONTOH", "DITJEN CONTOH", "Aktif", "PNS", "S-2")
    found = listed(
        tmp_path,
        header,
        (None, "SARI CONTOH", "Dr.", "IV/c", "STRUKTURAL", "DIREKTUR INDUSTRI CONTOH", "II.a", *rest),
        (None, "RINA CONTOH", None, "III/c", "FUNGSIONAL", "PERENCANA AHLI MUDA", None, *rest),
    )
    assert notes(found, "I03") == []
    (rina,) = found.rows["Pegawai"]
    assert (rina["kategori"], rina["jenjang"], rina["status"]) == ("JF Keahlian", "Ahli Muda", "PNS")


def duk(page: Form, whole: str) -> None:
    """Daftar Urut Kepangkatan: a header of two lines, name and NIP in one cell, headings between the people, the
    header again on the next page, a signature at the end.
    """

    def head() -> None:
        page.line("No.", "Nama / NIP", "Pangkat\nGol. Ruang", "Jabatan", None, "Unit Kerja")
        page.merged(f"D{page.row}:E{page.row}")
        page.line(None, None, None, "Nama", "TMT")
        for column in "ABCF":
            page.merged(f"{column}{page.row - 1}:{column}{page.row}")

    page.line("DAFTAR URUT KEPANGKATAN")
    page.skip()
    head()
    page.line(1, 2, 3, 4, 5, 6)
    page.line("A. PEJABAT STRUKTURAL")
    page.line(
        *(
            1,
            "Dr. Sari Contoh, M.T.\nNIP. -",
            "Pembina Utama Muda\n(IV/c)",
            "Direktur Contoh",
            "1 April 2021",
        ),
        "Direktorat Contoh",
    )
    page.line("B. PEJABAT FUNGSIONAL")
    head()
    page.line(
        *(2, f"Rina Contoh, S.E.\nNIP. {whole}", "Penata\n(III/c)", "Perencana Ahli Muda", "1 April 2021"),
        "Direktorat Contoh",
    )
    page.line(3, "Nia Contoh", "IX", "Statistisi Ahli Pertama", "1 April 2023", "Direktorat Contoh")
    page.skip()
    page.line(None, "Kepala Bagian Kepegawaian")
    page.line(None, f"Budi Contoh\nNIP. {whole}")


def test_a_list_by_rank_is_read_with_both_lines_of_its_header(tmp_path: Path):
    whole = nip("19900101", "202012")
    office = Office()
    duk(office.sheet("DUK"), whole)
    found = imported(office.saved(tmp_path / "pegawai.xlsx"), nip=True)
    (sari,) = found.rows["Pejabat"]
    assert (sari["nama"], sari["jabatan"], sari["golongan"]) == (
        "Dr. Sari Contoh, M.T.",
        "Direktur Contoh",
        "IV/c",
    )
    people = [
        (r["nama"], r["nip"], r["nama_jabatan"], r["golongan"], r["status"]) for r in found.rows["Pegawai"]
    ]
    assert people == [
        ("Rina Contoh, S.E.", whole, "Perencana", "III/c", "PNS"),
        ("Nia Contoh", None, "Statistisi", "IX", "PPPK"),
    ]
    assert "dibaca PPPK menurut golongannya: P002" in said(found, "I25", WARNING)
    assert found.marks["Pegawai", 1, "status"] == "dugaan"


def test_sections_of_the_one_unit_are_no_units_and_their_heads_are_superiors(tmp_path: Path):
    header = ("Nama", "Jabatan", "Eselon", "Gol", "Unit Kerja")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Pengadministrasi Umum", None, "II/c", "Subbagian Tata Usaha"),
        ("Sari", "Direktur Contoh", "II.a", "IV/c", "Direktorat Contoh"),
        ("Budi", "Kepala Subbagian Tata Usaha", "IV.a", "III/d", "Subbagian Tata Usaha"),
        ("Rina", "Perencana Ahli Muda", None, "III/c", "Kelompok Jabatan Fungsional"),
    )
    assert [unit["nama_unit"] for unit in found.rows["Unit"]] == ["Direktorat Contoh"]
    assert {row["kode_unit"] for row in (*found.rows["Pegawai"], *found.rows["Pejabat"])} == {"U1"}
    assert [row["atasan"] for row in found.rows["Pejabat"]] == ["", "B01"]
    assert [row["atasan_langsung"] for row in found.rows["Pegawai"]] == ["B02", "B01"]
    assert {found.marks["Pegawai", place, "atasan_langsung"] for place in (0, 1)} == {"dugaan"}
    assert "“Subbagian Tata Usaha” dibaca sebagai bagian dari unit U1." in said(found, "I24", WARNING)
    assert "Atasan 3 orang tidak disebut" in said(found, "I26", WARNING)


def test_sections_stay_units_where_there_are_several_units(tmp_path: Path):
    header = ("Nama", "Jabatan", "Gol", "Unit Kerja")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Perencana Ahli Muda", "III/c", "Direktorat Satu"),
        ("Beni", "Perencana Ahli Muda", "III/c", "Direktorat Dua"),
        ("Cici", "Perencana Ahli Muda", "III/c", "Subbagian Tata Usaha"),
    )
    assert [row["kode_unit"] for row in found.rows["Pegawai"]] == ["U1", "U2", "U3"]


def test_nobody_is_above_two_heads(tmp_path: Path):
    header = ("Nama", "Jabatan", "Eselon", "Gol")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Direktur Satu", "II.a", "IV/c"),
        ("Beni", "Direktur Dua", "II.a", "IV/c"),
        ("Cici", "Perencana Ahli Muda", None, "III/c"),
    )
    assert [row["atasan"] for row in found.rows["Pejabat"]] == ["", ""]
    assert found.open["Pegawai", "atasan_langsung"] == 1


@pytest.mark.parametrize(
    ("grade", "status"), [("IX", "PPPK"), ("V", "PPPK"), ("III", "PNS"), ("III/a", "PNS")]
)
def test_a_grade_that_only_one_status_has_tells_it(tmp_path: Path, grade: str, status: str):
    found = listed(tmp_path, ("Nama", "Jabatan", "Golongan"), ("Ani", "Perencana Ahli Pertama", grade))
    assert found.rows["Pegawai"][0]["status"] == status


def test_hidden_people_are_read_and_told(tmp_path: Path):
    office = Office()
    page = office.sheet("Sheet1")
    page.line("Nama", "Jabatan", "Gol")
    page.lines([("Ani", "Perencana Ahli Muda", "III/c"), ("Beni", "Perencana Ahli Muda", "III/c")])
    page.page.row_dimensions[3].hidden = True
    found = imported(office.saved(tmp_path / "pegawai.xlsx"))
    assert len(found.rows["Pegawai"]) == 2
    assert said(found, "W018", WARNING) == "1 baris tersembunyi ikut dihitung (baris 3)."


def test_the_report_shows_no_nip_whole(tmp_path: Path):
    """Not even of a row that names nobody, or where names and numbers stand in one cell."""
    whole = nip("19900101", "202012")
    office = Office()
    page = office.sheet("Sheet1")
    page.line("NIP", "Nama", "Jabatan", "Gol")
    page.lines(
        [
            (whole, None, None, None),
            (whole, f"Ani {whole}", "Perencana", "zz"),
            (whole, "Beni", "Pensiun", None),
        ]
    )
    found = imported(office.saved(tmp_path / "pegawai.xlsx"))
    report = bridge(found, tmp_path / "jembatan.xlsx")["Laporan Impor"]
    assert whole in str(found.notes), "somebody looks for what is not there"
    assert whole not in str(report)
    assert "…" in str(report)


@pytest.mark.parametrize("name", [None, "-", "Kosong", "(lowong)"])
def test_a_post_that_nobody_holds_is_a_vacant_post(tmp_path: Path, name: str | None):
    header = ("No", "Nama", "Jabatan", "Eselon", "Gol")
    found = listed(
        tmp_path,
        header,
        (1, "Sari", "Direktur Contoh", "II.a", "IV/c"),
        (2, name, "Kepala Subbagian Tata Usaha", "IV.a", None),
        (3, name, "Perencana Ahli Muda", None, None),
        (4, "Rina", "Perencana Ahli Muda", None, "III/c"),
    )
    assert [(o["id_pejabat"], o["nama"], o["status"]) for o in found.rows["Pejabat"]] == [
        ("B01", "Sari", "definitif"),
        ("B02", "", "kosong"),
    ]
    assert [row["nama"] for row in found.rows["Pegawai"]] == ["Rina"]
    assert "Jabatan tanpa nama dibaca sebagai jabatan kosong: B02." in said(found, "I25", WARNING)
    assert "Baris tanpa orang dilewati: baris 4." in said(found, "I10", INFO)
    bridge(found, tmp_path / "jembatan.xlsx")
    assert not [
        i for i in read(tmp_path / "jembatan.xlsx").issues if i.sheet == "Pejabat" and i.code == "W036"
    ]


def test_a_prefix_is_no_part_of_a_position(tmp_path: Path):
    found = listed(
        tmp_path,
        ("Nama", "Jabatan", "Gol"),
        ("Ani", "JF Perencana Ahli Muda", "III/c"),
        ("Beni", "Jabatan Fungsional Arsiparis Terampil", "II/c"),
    )
    assert [(r["nama_jabatan"], r["jenjang"], r["rumpun"]) for r in found.rows["Pegawai"]] == [
        ("Perencana", "Ahli Muda", "Perencanaan dan anggaran"),
        ("Arsiparis", "Terampil", "Kearsipan dan tata usaha"),
    ]


def test_one_unit_under_several_names_is_one_and_told(tmp_path: Path):
    header = ("Nama", "Jabatan", "Gol", "Unit Kerja")
    units = (
        *("Direktorat Industri Contoh", "Dit. Industri Contoh", "DIREKTORAT INDUSTRI CONTOH"),
        *("Direktorat Industri Contoh - Ditjen Induk", "Subbag TU, Dit. Industri Contoh"),
    )
    rows = [(f"Orang {n}", "Perencana Ahli Muda", "III/c", unit) for n, unit in enumerate(units)]
    found = listed(tmp_path, header, *rows)
    assert {row["kode_unit"] for row in found.rows["Pegawai"]} == {"U1"}
    assert said(found, "I24", WARNING).splitlines()[1:] == [
        "“Dit. Industri Contoh” dibaca sebagai nama lain unit U1.",
        "“Direktorat Industri Contoh - Ditjen Induk” dibaca sebagai nama lain unit U1.",
        "“Subbag TU, Dit. Industri Contoh” dibaca sebagai bagian dari unit U1.",
    ]


def test_two_directorates_of_like_names_stay_two(tmp_path: Path):
    header = ("Nama", "Jabatan", "Gol", "Unit Kerja")
    found = listed(
        tmp_path,
        header,
        ("Ani", "Perencana Ahli Muda", "III/c", "Direktorat Industri Kimia, Farmasi, dan Tekstil"),
        ("Beni", "Perencana Ahli Muda", "III/c", "Direktorat Industri Kimia"),
    )
    assert [row["kode_unit"] for row in found.rows["Pegawai"]] == ["U1", "U2"]


def test_a_note_of_leaving_is_copied_with_a_question(tmp_path: Path):
    found = listed(
        tmp_path,
        ("Nama", "Jabatan", "Gol", "Keterangan"),
        ("Ani", "Perencana Ahli Muda", "III/c", "Pensiun TMT 1 Juli 2027"),
        ("Beni", "Perencana Ahli Muda", "III/c", "Rajin"),
    )
    assert [row["catatan"] for row in found.rows["Pegawai"]] == ["Pensiun TMT 1 Juli 2027", "Rajin"]
    asked = [n for n in notes(found, "I25", WARNING) if n.about == "tanggal"]
    assert [n.issue.value for n in asked] == ["Pensiun TMT 1 Juli 2027"]


def test_dates_with_the_month_in_front_make_the_others_of_their_column_doubtful(tmp_path: Path):
    found = listed(
        tmp_path,
        ("Nama", "Jabatan", "Gol", "TMT Pensiun"),
        ("Ani", "Perencana Ahli Muda", "III/c", "03/31/2027"),
        ("Beni", "Perencana Ahli Muda", "III/c", "03/04/2027"),
        ("Cici", "Perencana Ahli Muda", "III/c", "05/05/2027"),
    )
    assert [row["pensiun_atau_pindah"] for row in found.rows["Pegawai"]] == [None, None, date(2027, 5, 4)]
    assert [n.issue.cell for n in notes(found, "I25", WARNING) if n.about == "tanggal"] == ["D2", "D3"]


def test_a_person_may_stand_in_two_rows_the_nip_below_the_name(tmp_path: Path):
    whole = nip("19900101", "202012")
    office = Office()
    page = office.sheet("DUK")
    page.line("No", "Nama", "Pangkat", "Jabatan")
    page.line(None, "NIP", "Gol. Ruang", None)
    page.merged("A1:A2")
    page.merged("D1:D2")
    page.line(1, "Rina Contoh, S.E.", "Penata", "Perencana Ahli Muda")
    page.line(None, f"NIP. {whole[:8]} {whole[8:14]} {whole[14]} {whole[15:]}", "III/c", None)
    page.line(2, "Joko Contoh", "Pengatur", "Arsiparis Terampil")
    page.line(None, whole, "II/c", None)
    page.line(3, "Nia Contoh", "Penata", "Perencana Ahli Muda")
    found = imported(office.saved(tmp_path / "pegawai.xlsx"), nip=True)
    assert [(r["nama"], r["nip"], r["golongan"]) for r in found.rows["Pegawai"]] == [
        ("Rina Contoh, S.E.", whole, "III/c"),
        ("Joko Contoh", whole, "II/c"),
        ("Nia Contoh", None, ""),
    ]
    assert said(found, "I10") == ""
