"""`alokasi check FILE --abk FORM`: how the form would be understood, and where its hours differ from Tugas."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import units
from command_line import CommandLine
from office_forms import Office, f1, f3

from alokasi.workbook import write_template
from alokasi_models.problem import Problem, WorkPackage

ROWS = (
    (1, "Menyusun rencana kerja", "Dokumen", 4, 60, 1250, 0.192),
    (2, "Menyusun laporan", "Laporan", 12, 40, 1250, 0.384),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """720 hours of a planner, 400 of an archivist."""
    office = Office()
    f1(office.sheet("Perencana"), "Perencana Ahli Muda", ROWS)
    f1(
        office.sheet("Arsiparis"),
        "Arsiparis Terampil",
        ((1, "Menata arsip", "Berkas", 800, 0.5, 1250, 0.32),),
    )
    return office.saved(tmp_path / "abk.xlsx")


def work(position: str, *hours: int) -> tuple[WorkPackage, ...]:
    packages = units.lawful().packages
    return tuple(
        replace(p, position=position, volume=Decimal(h), norm_hours=Decimal(1))
        for p, h in zip(packages, hours, strict=False)
    )


def workbook(path: Path, *packages: WorkPackage) -> Path:
    made: Problem = replace(
        units.lawful(),
        packages=tuple(replace(p, id=f"T{n}") for n, p in enumerate(packages)),
        needs=(),
        locks=(),
        indicators=(),
    )
    write_template(path, made)
    return path


def told(
    alokasi: CommandLine, path: Path, form: Path, *words: object
) -> tuple[int, dict[str, list[dict[str, object]]]]:
    ran = alokasi("check", path, "--abk", form, "--json", *words)
    return ran.code, json.loads(ran.out)["abk"]


def test_equal_hours_are_told_to_be_equal(alokasi: CommandLine, form: Path, tmp_path: Path):
    path = workbook(
        tmp_path / "unit.xlsx", *work("PERENCANA AHLI MUDA", 700, 20), *work("Arsiparis Terampil", 400)
    )
    ran = alokasi("check", path, "--abk", form)
    assert ran.code == 0
    assert "Jam setahun menurut formulir 1.120, di lembar Tugas 1.120: sama." in ran.err
    assert "berbeda" not in ran.out


def test_positions_that_differ_are_told_with_both_hours(alokasi: CommandLine, form: Path, tmp_path: Path):
    path = workbook(
        tmp_path / "unit.xlsx", *work("Perencana Ahli Muda", 700), *work("Statistisi Ahli Muda", 300)
    )
    code, abk = told(alokasi, path, form)
    assert code == 0, "a difference may be meant"
    said = [row["aturan"] for row in abk["pesan"] if row["kode"] == "I30"]
    assert said == [
        "Perencana Ahli Muda: 720 jam di formulir, 700 jam di lembar Tugas; selisih -20 jam.",
        "Arsiparis Terampil: 400 jam di formulir, tidak ada di lembar Tugas.",
        "Statistisi Ahli Muda: 300 jam di lembar Tugas, tidak ada di formulir.",
        "Jam setahun menurut formulir 1.120, di lembar Tugas 1.000: berbeda.",
    ]
    assert abk["jabatan"] == [
        {"nama_jabatan": "Perencana Ahli Muda", "jam_formulir": 720.0, "jam_tugas": 700.0, "selisih": -20.0},
        {"nama_jabatan": "Arsiparis Terampil", "jam_formulir": 400.0, "jam_tugas": None, "selisih": -400.0},
        {"nama_jabatan": "Statistisi Ahli Muda", "jam_formulir": None, "jam_tugas": 300.0, "selisih": 300.0},
    ]


def test_tasks_that_name_no_position_are_compared_in_sum(alokasi: CommandLine, form: Path, tmp_path: Path):
    path = workbook(tmp_path / "unit.xlsx", *work("", 1000, 100))
    _, abk = told(alokasi, path, form)
    assert [row["aturan"] for row in abk["pesan"] if row["kode"] == "I30"] == [
        "Tugas tanpa nama jabatan: 1.120 jam di formulir, 1.100 jam di lembar Tugas; selisih -20 jam.",
        "Jam setahun menurut formulir 1.120, di lembar Tugas 1.100: berbeda.",
    ]


def test_how_the_form_was_understood_is_told_and_nothing_of_a_bridge(
    alokasi: CommandLine, form: Path, tmp_path: Path
):
    path = workbook(tmp_path / "unit.xlsx", *work("Perencana Ahli Muda", 720))
    _, abk = told(alokasi, path, form)
    said = {row["aturan"] for row in abk["pesan"]}
    assert "Dibaca sebagai norma waktu." in said
    assert "isian awal" not in {row["hal"] for row in abk["pesan"]}
    assert abk["jam"][0]["jam_menurut_formulir"] == 720.0
    assert list(tmp_path.glob("*.xlsx")) == [form, path], "no bridge is written"


def test_a_form_that_leaves_something_open_must_be_answered(alokasi: CommandLine, tmp_path: Path):
    path = workbook(tmp_path / "unit.xlsx", *work("Arsiparis Terampil", 650))
    office = Office()
    f3(office.sheet("Form A"), "Arsiparis Terampil")
    silent = office.saved(tmp_path / "form-a.xlsx")
    code, abk = told(alokasi, path, silent)
    assert (code, abk["pesan"][0]["tingkat"]) == (3, "peringatan")
    assert any(row["kode"] == "I04" and row["tingkat"] == "galat" for row in abk["pesan"])
    code, abk = told(alokasi, path, silent, "--anggapan", "satuan_waktu=menit")
    assert code == 0
    assert abk["pesan"][0]["aturan"] == "Jam setahun menurut formulir 650, di lembar Tugas 650: sama."


def test_a_workbook_with_errors_is_not_compared(alokasi: CommandLine, form: Path, tmp_path: Path):
    path = units.flawed(tmp_path / "unit.xlsx")
    ran = alokasi("check", path, "--abk", form)
    assert ran.code == 3
    assert "Jam formulir belum dapat dibandingkan dengan lembar Tugas" in ran.err
    assert "Dibaca sebagai norma waktu." in ran.out


def test_a_form_that_cannot_be_read_is_told_beside_the_workbook(
    alokasi: CommandLine, unit: Path, tmp_path: Path
):
    (tmp_path / "rusak.xlsx").write_bytes(b"PK")
    (tmp_path / "pegawai.csv").write_bytes(b'Nama;NIP\n"Ani;1\n')
    for name, words, code in (
        ("rusak.xlsx", "rusak atau terpotong", "W002"),
        ("pegawai.csv", "perbaiki dulu galat", "W069"),
    ):
        ran = alokasi("check", unit, "--abk", tmp_path / name)
        assert ran.code == 3
        assert words in ran.err
        assert "Buku kerja siap disusun" in ran.err
        code_, abk = told(alokasi, unit, tmp_path / name)
        assert (code_, abk["pesan"][0]["kode"], abk["jabatan"]) == (3, code, [])


def test_differences_stand_in_the_coloured_copy(alokasi: CommandLine, form: Path, tmp_path: Path):
    path = workbook(tmp_path / "unit.xlsx", *work("Perencana Ahli Muda", 700))
    alokasi("check", path, "--abk", form, "--out", tmp_path / "periksa.xlsx")
    page = openpyxl.load_workbook(tmp_path / "periksa.xlsx")["Pesan"]
    said = [row[5].value for row in page.iter_rows() if row[1].value == "I30"]
    assert len(said) == 3


def test_wrong_calls_are_told(alokasi: CommandLine, unit: Path, form: Path, tmp_path: Path):
    for words, sentence in (
        (("check", unit, "--anggapan", "satuan_waktu=menit"), "hanya berlaku bersama --abk"),
        (("check", unit, "--abk", form, "--anggapan", "warna=biru"), "Tulis KUNCI=NILAI"),
        (("check", unit, "--abk", tmp_path / "nada.xlsx"), "tidak ada"),
        (("check", unit, "--abk", form, "--out", form), "akan menimpa"),
    ):
        ran = alokasi(*words)
        assert ran.code == 2
        assert sentence in " ".join(ran.err.split())


def test_it_speaks_english(alokasi: CommandLine, form: Path, tmp_path: Path):
    path = workbook(tmp_path / "unit.xlsx", *work("Perencana Ahli Muda", 700))
    ran = alokasi("check", path, "--abk", form, "--lang", "en")
    assert (
        "Perencana Ahli Muda: 720 hours in the form, 700 hours in the sheet Tugas; difference -20 hours."
        in ran.out
    )
