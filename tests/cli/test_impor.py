"""`alokasi impor`: forms and staff lists on the command line, with codes, JSON and two languages."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from command_line import CommandLine
from office_forms import Office, f1, f3, staff_list

COLUMNS = ["tingkat", "hal", "tempat", "nilai", "aturan", "tindakan"]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office()
    f1(office.sheet("Perencana"))
    return office.saved(tmp_path_factory.mktemp("abk") / "abk.xlsx")


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office()
    staff_list(office.sheet("Sheet1"))
    return office.saved(tmp_path_factory.mktemp("daftar") / "pegawai.xlsx")


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Form A whose norm has no unit."""
    office = Office()
    f3(office.sheet("Form A"), "Arsiparis Terampil")
    return office.saved(tmp_path_factory.mktemp("abk") / "form-a.xlsx")


def test_a_form_and_a_list_together_become_one_bridge(
    alokasi: CommandLine, form: Path, staff: Path, tmp_path: Path
):
    out = tmp_path / "jembatan.xlsx"
    ran = alokasi("impor", form, staff, "--out", out, "--tahun", 2027)
    assert ran.code == 0
    header, *rows = (line.split("\t") for line in ran.out.splitlines())
    assert header == COLUMNS
    assert {row[0] for row in rows} == {"peringatan"}
    assert "Jam setahun sebelum 905, sesudah 905: sama." in ran.err
    assert "3 tugas, 4 pegawai, 2 pejabat" in ran.err
    assert f"Lengkapi 3 sel jingga, periksa sel kuning, lalu: alokasi check {out}" in ran.err
    assert openpyxl.load_workbook(out).sheetnames[:3] == ["Laporan Impor", "Jam Impor", "Petunjuk"]
    everything = alokasi("impor", form, staff, "--out", out, "--all")
    assert "info" in {line.split("\t")[0] for line in everything.out.splitlines()}


def test_what_the_form_leaves_open_must_be_answered(alokasi: CommandLine, silent: Path, tmp_path: Path):
    out = tmp_path / "jembatan.xlsx"
    ran = alokasi("impor", silent, "--out", out)
    assert ran.code == 3
    assert "--anggapan satuan_waktu=menit" in ran.out
    assert out.exists(), "the bridge holds what was understood"
    answered = alokasi("impor", silent, "--out", out, "--anggapan", "satuan_waktu=menit")
    assert answered.code == 0
    assert "sebelum 650, sesudah 650" in answered.err


def test_json_holds_the_report_and_the_hours(alokasi: CommandLine, form: Path, staff: Path, tmp_path: Path):
    ran = alokasi("impor", form, staff, "--out", tmp_path / "j.xlsx", "--json", "--tahun", 2027)
    found = json.loads(ran.out)
    assert (ran.code, found["status"], found["perintah"]) == (0, "selesai", "impor")
    assert found["berkas"] == [str(form), str(staff)]
    assert found["angka"] == {
        "tugas": 3,
        "pegawai": 4,
        "pejabat": 2,
        "jam_sebelum": 905.0,
        "jam_sesudah": 905.0,
    }
    assert found["kosong"] == [{"lembar": "Tugas", "kolom": "indikator", "sel": 3}]
    keys = {"tingkat", "kode", "hal", "berkas", "lembar", "sel", "nilai", "aturan", "tindakan"}
    assert set(found["pesan"][0]) == keys
    assert found["jam"][0]["jam_menurut_formulir"] == 905.0


def test_json_of_a_form_to_mend_says_so(alokasi: CommandLine, silent: Path, tmp_path: Path):
    ran = alokasi("impor", silent, "--out", tmp_path / "j.xlsx", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["status"]) == (3, "perlu perbaikan")
    assert found["pesan"][0]["tingkat"] == "galat"


def test_the_report_speaks_the_language_asked_for(alokasi: CommandLine, form: Path, tmp_path: Path):
    ran = alokasi("impor", form, "--out", tmp_path / "j.xlsx", "--lang", "en")
    assert ran.code == 0
    assert "Hours a year before 905, after 905: equal." in ran.err
    page = openpyxl.load_workbook(tmp_path / "j.xlsx")["Laporan Impor"]
    assert any(row[6].value == "Read as volume." for row in page.iter_rows())


def test_names_of_people_are_not_in_the_summary(alokasi: CommandLine, staff: Path, tmp_path: Path):
    ran = alokasi("impor", staff, "--out", tmp_path / "j.xlsx")
    assert "Rina Rekaan" not in ran.err


def test_wrong_calls_are_told(alokasi: CommandLine, form: Path, tmp_path: Path):
    for words, sentence in (
        (("impor", form, "--out", tmp_path / "j.csv"), "harus berakhiran .xlsx"),
        (("impor", form, "--out", form), "akan menimpa"),
        (("impor", form, "--out", tmp_path / "j.xlsx", "--anggapan", "warna=biru"), "Tulis KUNCI=NILAI"),
        (("impor", tmp_path / "nada.xlsx", "--out", tmp_path / "j.xlsx"), "tidak ada"),
        (("impor", "--out", tmp_path / "j.xlsx"), "BERKAS"),
    ):
        ran = alokasi(*words)
        assert ran.code == 2
        assert sentence in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_form_is_data_to_mend(alokasi: CommandLine, tmp_path: Path):
    office = Office()
    office.sheet("Catatan").line("Rapat ditunda")
    ran = alokasi("impor", office.saved(tmp_path / "lain.xlsx"), "--out", tmp_path / "j.xlsx")
    assert ran.code == 3
    assert "Tidak ada formulir ABK atau daftar pegawai" in ran.err


def test_json_of_a_file_that_is_not_imported_holds_why(alokasi: CommandLine, tmp_path: Path):
    office = Office()
    office.sheet("Catatan").line("Rapat ditunda")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK")
    for file, code in ((office.saved(tmp_path / "lain.xlsx"), "I19"), (tmp_path / "rusak.xlsx", "W002")):
        ran = alokasi("impor", file, "--out", tmp_path / "j.xlsx", "--json")
        found = json.loads(ran.out)
        assert (ran.code, found["status"]) == (3, "perlu perbaikan")
        assert [row["kode"] for row in found["pesan"]] == [code]


def test_a_bridge_is_not_imported_again(alokasi: CommandLine, form: Path, tmp_path: Path):
    bridge = tmp_path / "j.xlsx"
    alokasi("impor", form, "--out", bridge)
    ran = alokasi("impor", bridge, "--out", tmp_path / "k.xlsx")
    assert ran.code == 3
    assert "sudah buku kerja Alokasi" in ran.err


@pytest.mark.parametrize(
    ("content", "code", "cell"),
    [
        (b'Nama;NIP;Jabatan\n"Ani;1;Perencana\n', "W069", "A2"),
        (b"Nama;NIP;Jabatan\nAni\0;1;Perencana\n", "W070", "A2"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_where_nothing_can_be_imported(
    alokasi: CommandLine, tmp_path: Path, content: bytes, code: str, cell: str
):
    path = tmp_path / "pegawai.csv"
    path.write_bytes(content)
    ran = alokasi("impor", path, "--out", tmp_path / "j.xlsx")
    assert ran.code == 3
    assert f"galat\tlembar\tpegawai.csv: pegawai!{cell}" in ran.out
    assert ran.err == "Tidak ada yang diimpor; perbaiki dulu galat yang disebutkan.\n"
    found = json.loads(alokasi("impor", path, "--out", tmp_path / "j.xlsx", "--json").out)
    assert [(row["kode"], row["sel"]) for row in found["pesan"]] == [(code, cell), ("I19", "")]
