"""Every kind of mistake in a cell is told once, with its cell, code and severity; small ones are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from filled_workbook import INVENTED_NIP, OTHER_NIP, PROBLEM, Edits, cell_of, edited, found, nip, read_edited

from alokasi.texts import wording
from alokasi.workbook import read
from alokasi.workbook.issues import Severity
from alokasi.workbook.nip import read_nip
from alokasi.workbook.raw import Place

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def one(sheet: str, place: str, value: object) -> Edits:
    return {(sheet, place): value}


ERRORS = [
    ("W036", "Pegawai", "nama 3", None, "nama"),
    ("W036", "Tugas", "volume 2", None, "volume"),
    ("W036", "Pejabat", "nama 3", None, "nama"),
    ("W036", "Ketentuan", "kode_tim 2", None, "untuk jenis anggota"),
    ("W036", "Ketentuan", "id_pegawai_2 3", None, "untuk jenis terpisah"),
    ("W036", "Ketentuan", "jam 4", None, "untuk jenis jam"),
    ("W037", "Pegawai", "kategori 2", "Fungsional", "Pilihan: JF Keahlian"),
    ("W037", "Unit", "disederhanakan 2", "mungkin", "ya, tidak"),
    ("W037", "Setelan", "nilai 2", "mungkin", "Pilihan"),
    ("W038", "Pegawai", "kode_unit 2", "D9", "Unit"),
    ("W038", "Pegawai", "atasan_langsung 2", "B99", "Pejabat"),
    ("W038", "Pejabat", "atasan 4", "X1", "Pejabat"),
    ("W038", "Tugas", "kode_tim 2", "TK9", "Tim"),
    ("W038", "Tugas", "indikator 2", "IK9", "Indikator"),
    ("W038", "Tim", "kedudukan 2", "P001", "Pejabat"),
    ("W038", "Pelibatan", "kode_tim 2", "TK9", "Tim"),
    ("W038", "Ketentuan", "id_pegawai 2", "P999", "Pegawai"),
    ("W038", "Syarat Kompetensi", "kode_kompetensi 2", "K9", "Kompetensi"),
    ("W038", "Setelan", "nama 2", "A99", "tidak dikenal"),
    ("W039", "Pegawai", "id_pegawai 3", "P001", "A2"),
    ("W039", "Ketentuan", "id_pegawai_2 3", "P001", "id_pegawai"),
    ("W039", "Setelan", "nama 3", "A4", "baris lain"),
    ("W040", "Pegawai", "id_pegawai 3", "p 001", "P001"),
    ("W041", "Tugas", "volume 2", "dua belas", "bukan angka"),
    ("W041", "Tugas", "volume 2", "1,250.5", "bukan angka"),
    ("W041", "Tugas", "prioritas 2", 1.5, "bulat"),
    ("W043", "Tugas", "volume 2", "1.250", "1250 atau 1,25"),
    ("W043", "Setelan", "nilai 3", "1.150", "1150 atau 1,15"),
    ("W044", "Tugas", "volume 2", -1, "lebih dari 0"),
    ("W044", "Tugas", "norma_jam 2", 0, "lebih dari 0"),
    ("W044", "Tugas", "volume 2", 10**9, "10000000"),
    ("W044", "Pegawai", "ketersediaan 3", 120, "0 sampai 100"),
    ("W044", "Unit", "jam_efektif 2", 0, "lebih dari 0"),
    ("W044", "Unit", "jam_efektif 2", 1e300, "paling besar 100000"),
    ("W044", "Tim", "anggota_min 3", 7, "anggota_maks"),
    ("W044", "Setelan", "nilai 3", 500, "sampai"),
    ("W045", "Tugas", "volume 2", "#REF!", "#REF!"),
    ("W046", "Tugas", "volume 2", "=FORMULA=6+6", "belum dihitung"),
    ("W047", "Tugas", "volume 2", "=FORMULA=[1]Lembar1!A1", "berkas lain"),
    ("W051", "Tugas", "beban_jam 2", 451, "450"),
    ("W053", "Pegawai", "mulai 4", "31/02/2027", "tanggal"),
    ("W053", "Pegawai", "mulai 4", "12/31/2027", "tanggal"),
    ("W053", "Pegawai", "mulai 4", "01/02/27", "tanggal"),
    ("W054", "Pegawai", "mulai 4", date(2027, 12, 1), "sebelum"),
    ("W056", "Unit", "jam_efektif 2", 9000, "8.760 jam"),
    ("W057", "Pegawai", "nama 2", "a" * 201, "201"),
    ("W078", "Setelan", "nama 2", "A5", "tidak mempunyai pilihan"),
    ("W079", "Setelan", "nama 3", "K083", "peraturan"),
]


@pytest.mark.parametrize(("code", "sheet", "place", "value", "words"), ERRORS)
def test_a_mistake_is_told_with_its_cell(
    tmp_path: Path, code: str, sheet: str, place: str, value: object, words: str
):
    reading = read_edited(tmp_path, one(sheet, place, value))
    assert reading.problem is None
    issues = [issue for issue in found(reading.issues, code) if issue.severity is ERROR]
    cells = {(issue.sheet, issue.cell): issue for issue in issues}
    cell = cell_of(sheet, place)
    if code == "W044" and sheet == "Tim":
        cell = cell_of(sheet, "anggota_maks 3")
    if code == "W054":
        cell = cell_of(sheet, "pensiun_atau_pindah 4")
    if code == "W079":
        cell = cell_of(sheet, "nilai 3")
    assert (sheet, cell) in cells, reading.issues
    issue = cells[sheet, cell]
    assert words in wording(issue.rule) + wording(issue.action)
    assert wording(issue.action)
    if (sheet, place) != ("Pegawai", "id_pegawai 3"):  # the person is then gone from other sheets as well
        assert [i.code for i in reading.issues if i.severity is ERROR] == [code], "told more than once"


def test_all_mistakes_are_told_in_one_pass(tmp_path: Path):
    edits = {(sheet, place): value for _, sheet, place, value, _ in ERRORS}
    reading = read_edited(tmp_path, edits)
    told = {(i.sheet, i.cell) for i in reading.issues if i.severity is ERROR}
    assert len(told) >= 28


READ_ANYWAY = [
    ("W037", "Unit", "jenis_unit 2", "pusat", WARNING),
    ("W037", "Pegawai", "kategori 2", "jf keahlian", WARNING),
    ("W037", "Pegawai", "jenjang 2", "Muda", WARNING),
    ("W037", "Unit", "disederhanakan 2", "Y", WARNING),
    ("W037", "Setelan", "nama 2", "a4", WARNING),
    ("W037", "Setelan", "nilai 2", "Boleh", WARNING),
    ("W037", "Pegawai", "rumpun 2", "DATA; Rencana, anggaran", WARNING),
    ("W037", "Pegawai", "arah_karier 2", "data", WARNING),
    ("W040", "Pegawai", "kode_unit 2", "d1", WARNING),
    ("W042", "Tugas", "norma_jam 2", "37,5", WARNING),
    ("W042", "Tugas", "norma_jam 2", "37.5", WARNING),
    ("W049", "Pegawai", "ketersediaan 3", "62,5 %", None),
    ("W052", "Pegawai", "mulai 4", "1/3/2027", WARNING),
    ("W052", "Pegawai", "mulai 4", "1 Maret 2027", WARNING),
    ("W058", "Pegawai", "nama 2", "Pegawai\u200b Satu", WARNING),
    (None, "Pegawai", "nama 2", "  Pegawai   Satu ", None),
    (None, "Tugas", "volume 2", "12", None),
    (None, "Unit", "tahun 2", "2027", None),
    (None, "Unit", "pola 2", 1, None),
    (None, "Unit", "disederhanakan 2", True, None),
]


@pytest.mark.parametrize(("code", "sheet", "place", "value", "severity"), READ_ANYWAY)
def test_a_small_mistake_is_read_as_it_was_meant(
    tmp_path: Path, code: str | None, sheet: str, place: str, value: object, severity: Severity | None
):
    reading = read_edited(tmp_path, one(sheet, place, value))
    assert reading.problem == PROBLEM, reading.issues
    at_cell = [i for i in reading.issues if (i.sheet, i.cell) == (sheet, cell_of(sheet, place))]
    if severity is None:
        assert all(i.code == "W042" for i in at_cell)
    else:
        assert [(i.code, i.severity) for i in at_cell] == [(code, severity)]


def test_a_share_below_one_is_taken_as_written_but_asked_about(tmp_path: Path):
    reading = read_edited(tmp_path, one("Pegawai", "ketersediaan 3", 0.8))
    assert reading.problem is not None
    assert reading.problem.employee("P002").availability == Decimal("0.8")
    assert [i.cell for i in found(reading.issues, "W049")] == [cell_of("Pegawai", "ketersediaan 3")]


NIPS = [
    ("W028", 1.98503152010121e17),
    ("W028", "1,98503E+17"),
    ("W030", "12345"),
    ("W031", "19900101 202012 1 999"),
    ("W031", "'" + INVENTED_NIP),
    ("W032", nip("19900101", "202012", serial="99O")),
    ("W033", nip("19901301", "202012")),
    ("W033", nip("19900101", "202012", sex="7")),
]


@pytest.mark.parametrize(("code", "typed"), NIPS)
def test_an_odd_nip_is_only_a_warning_and_never_shown_in_full(tmp_path: Path, code: str, typed: object):
    reading = read_edited(tmp_path, one("Pegawai", "nip 2", typed))
    assert reading.problem is not None
    issues = [i for i in found(reading.issues, code) if i.sheet == "Pegawai"]
    assert [(i.cell, i.severity) for i in issues] == [("C2", WARNING)]
    digits = "".join(c for c in str(typed) if c.isdigit())
    assert digits not in str(reading.issues)


def test_a_nip_is_text_to_the_last_digit(tmp_path: Path):
    reading = read_edited(tmp_path, one("Pegawai", "nip 2", OTHER_NIP))
    assert reading.problem is not None
    assert reading.problem.employee("P001").nip == OTHER_NIP


def test_digits_excel_has_lost_are_not_made_up():
    at = Place("Pegawai", "C2")
    value, issues = read_nip(int(INVENTED_NIP), at)
    assert (value, [i.code for i in issues]) == (None, ["W029"])
    value, issues = read_nip(float(INVENTED_NIP), at)
    assert (value, [i.code for i in issues]) == (None, ["W028"])


def test_the_same_nip_twice_and_the_same_name_with_two(tmp_path: Path):
    reading = read_edited(
        tmp_path,
        {
            ("Pegawai", "nip 2"): INVENTED_NIP,
            ("Pegawai", "nip 3"): OTHER_NIP,
            ("Pegawai", "nama 3"): "Pejabat Pratama",
        },
    )
    assert reading.problem is not None
    assert [i.cell for i in found(reading.issues, "W034")] == ["C2"]
    assert [i.cell for i in found(reading.issues, "W035")] == ["B3"]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path):
    reading = read_edited(tmp_path, one("Tugas", "uraian_tugas 2", "=cmd|' /C calc'!A0"))
    assert reading.problem is not None
    assert reading.problem.package("T1").text == "=cmd|' /C calc'!A0"
    assert [(i.code, i.severity) for i in found(reading.issues, "W059")] == [("W059", INFO)]


def test_a_pending_or_refused_loan_is_told_with_its_clause(tmp_path: Path):
    for value in ("menunggu", "ditolak"):
        reading = read_edited(tmp_path, one("Pelibatan", "persetujuan_atasan 2", value))
        assert [(i.sheet, i.severity) for i in found(reading.issues, "K097")] == [("Pelibatan", WARNING)]


def test_a_competence_nobody_has_is_counted_not_forbidden(tmp_path: Path):
    reading = read_edited(tmp_path, one("Syarat Kompetensi", "level_minimum 2", 5))
    assert reading.problem is not None
    assert [i.severity for i in found(reading.issues, "W065")] == [WARNING]


def test_a_career_that_leads_nowhere_is_told(tmp_path: Path):
    reading = read_edited(tmp_path, one("Pegawai", "arah_karier 2", "Astronomi"))
    assert [(i.cell, i.severity) for i in found(reading.issues, "W085")] == [("Q2", WARNING)]
    reading = read_edited(tmp_path, one("Pegawai", "arah_karier 2", "analisis DATA"))
    assert reading.problem is not None
    assert reading.problem.employee("P001").career == "K1"


def test_a_row_said_twice_is_told(tmp_path: Path):
    row = {("Pelibatan", f"{column} 3"): None for column in ("kode_tim", "jam_maks")}
    edits = {**row, ("Pelibatan", "id_pegawai 3"): "007", ("Pelibatan", "kode_unit_tujuan 3"): "D1"}
    reading = read_edited(tmp_path, {**edits, ("Pelibatan", "kode_tim 3"): "TK1"})
    assert [i.cell for i in found(reading.issues, "W039")] == ["A3"]


def test_a_upt_needs_its_parent(tmp_path: Path):
    reading = read_edited(
        tmp_path,
        {("Unit", "jenis_unit 2"): "UPT", ("Unit", "unit_induk 2"): None, ("Pejabat", "kode_unit 2"): "D1"},
    )
    assert [(i.code, i.cell) for i in reading.issues if i.severity is ERROR] == [("W036", "F2")]


def test_a_blank_team_status_follows_from_its_work(tmp_path: Path):
    reading = read_edited(tmp_path, {("Tim", "status 2"): None, ("Tim", "status 3"): None})
    assert reading.problem == PROBLEM
    first = PROBLEM.packages[0]
    idle = replace(PROBLEM, packages=(replace(first, team=""), *PROBLEM.packages[1:]), locks=())
    reading = read_edited(tmp_path, {("Tim", "status 2"): None}, idle)
    assert reading.problem is not None
    assert [team.status for team in reading.problem.teams] == ["usulan", "usulan"]


def test_many_warnings_of_one_kind_are_counted(tmp_path: Path):
    many = replace(
        PROBLEM,
        packages=tuple(replace(PROBLEM.packages[1], id=f"T{n}") for n in range(1, 41)),
        needs=(),
        locks=(),
    )
    reading = read_edited(tmp_path, {("Tugas", f"norma_jam {n}"): "0,125" for n in range(2, 42)}, many)
    assert reading.problem == many
    told = found(reading.issues, "W042")
    assert len(told) == 21
    assert "20 sel lain" in wording(told[-1].rule)


@pytest.mark.parametrize(
    ("value", "told"), [(37.5, True), (500.000000001, False), (37.01, True), (0.4, True)]
)
def test_what_computing_leaves_behind_is_not_told_to_be_hidden(tmp_path: Path, value: float, told: bool):
    """A program that computed 500 h of minutes stores 500.000000001 and shows 500."""
    path = edited(tmp_path, {("Tugas", "norma_jam 2"): value, ("Tugas", "beban_jam 2"): None})
    book = openpyxl.load_workbook(path)
    book["Tugas"][cell_of("Tugas", "norma_jam 2")].number_format = "0"
    book.save(path)
    assert bool(found(read(path).issues, "W050")) is told
