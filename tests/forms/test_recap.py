"""Recapitulations check the tasks, and the two ways in which public tools compute EJ wrongly are caught."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from importing import INFO, WARNING, hours, imported, notes, said
from office_forms import Office, Row, f3, form_d

from alokasi.forms import Imported
from alokasi.forms.recap import EjFault, RecapRow, ej_fault
from alokasi.workbook.raw import Place
from alokasi_models.workload import effectiveness

POSITION = "Arsiparis Terampil"  # Form A gives it 39,000 minutes


def judged(tmp_path: Path, *rows: Row, norm: str = "NORMA WAKTU (MENIT)") -> Imported:
    office = Office()
    f3(office.sheet("Form A"), POSITION, norm=norm)
    form_d(office.sheet("Form D"), rows)
    return imported(office.saved(tmp_path / "abk.xlsx"))


def recap(
    position: str = POSITION,
    load: object = 39000,
    reckoning: object = None,
    asn: int = 1,
    pppk: int = 0,
    ej: object = None,
) -> Row:
    return (1, position, load, reckoning, asn, pppk, None, None, None, ej, None)


def test_a_recapitulation_that_agrees_is_told(tmp_path: Path):
    found = judged(tmp_path, recap(reckoning="39.000 : 75.000 = 0,52 = 1 Orang"))
    assert f"{POSITION}: rekapitulasi 650 jam, tugasnya 650 jam; sama." in said(found, "I21", INFO)


def test_a_recapitulation_that_differs_warns_and_the_tasks_count(tmp_path: Path):
    found = judged(tmp_path, recap(load=60000, reckoning="60.000 : 75.000 = 0,8"))
    assert "rekapitulasi 1.000 jam, tugasnya 650 jam; berbeda" in said(found, "I21", WARNING)
    assert hours(found.after) == 650


def test_a_recapitulation_tells_the_unit_that_form_a_leaves_open(tmp_path: Path):
    found = judged(tmp_path, recap(reckoning="39000 : 75000 = 0.52"), norm="NORMA WAKTU")
    assert hours(found.after) == 650
    assert "dibaca dalam menit, menurut rekapitulasi" in said(found, "I04", WARNING)
    in_hours = judged(tmp_path, recap(load=39000, reckoning="39.000 : 1.250 = 31,2"), norm="NORMA WAKTU")
    assert hours(in_hours.after) == 39000


def test_positions_that_one_side_lacks_are_named(tmp_path: Path):
    found = judged(tmp_path, recap("Pranata Komputer Mahir", 1000, "1.000 : 75.000 = 0,01"))
    assert {note.issue.value for note in notes(found, "I21", WARNING)} == {"Pranata Komputer Mahir", POSITION}


def test_two_columns_of_incumbents_add_up(tmp_path: Path):
    found = judged(tmp_path, recap(reckoning="39.000 : 75.000 = 0,52", asn=1, pppk=1, ej=0.26))
    assert notes(found, "I20") == []
    assert "0,26" in said(
        judged(tmp_path, recap(reckoning="39.000 : 75.000", asn=1, pppk=1, ej=0.9)), "I20", WARNING
    )


def row(minutes: int, incumbents: int, ej: str, need: str | None = None) -> RecapRow:
    at = Place("D", "J5")
    needed = None if need is None else Fraction(need)
    return RecapRow(
        "Jabatan", at, Fraction(minutes), Fraction(75_000), needed, Fraction(incumbents), Fraction(ej), at
    )


@pytest.mark.parametrize(
    ("ej", "fault"),
    [
        ("0.36", EjFault.NONE),
        ("1.00", EjFault.WITH_NEEDED),
        ("2.76", EjFault.INVERTED),
        ("0.55", EjFault.DIFFERS),
    ],
)
def test_ej_is_workload_over_the_effective_time_of_the_staff_there_is(ej: str, fault: EjFault):
    """54,300 minutes and two incumbents: 54300 / (2 x 75000) = 0.362; 2 / 0.724 = 2.76."""
    assert ej_fault(row(54_300, 2, ej)) is fault


def test_ej_with_the_needed_staff_rounded_is_caught_too():
    """112,500 minutes need 1.5, rounded 2: a form that divides by 2 shows 0.75 though four people are there."""
    assert ej_fault(row(112_500, 4, "0.75", need="2")) is EjFault.WITH_NEEDED
    assert ej_fault(row(112_500, 4, "0.38", need="2")) is EjFault.NONE


def test_where_staff_and_need_are_the_same_one_is_right():
    assert ej_fault(row(75_000, 1, "1.00")) is EjFault.NONE


def test_our_own_ej_makes_neither_mistake():
    """Fewer people raise it, and needing more than there is gives more than 1."""
    half, full = effectiveness(75_000, 2 * 75_000), effectiveness(75_000, 75_000)
    assert half is not None
    assert full is not None
    assert (float(half), float(full)) == (0.5, 1.0)
    over = effectiveness(150_000, 75_000)
    assert over is not None
    assert over > 1


@pytest.mark.parametrize(
    ("ej", "words"),
    [
        (1.0, "dihitung dengan pegawai yang dibutuhkan, bukan yang ada"),
        (3.85, "terbalik (pegawai dibagi kebutuhan)"),
    ],
)
def test_the_two_known_wrong_computations_are_named_with_the_right_figure(
    tmp_path: Path, ej: float, words: str
):
    found = judged(tmp_path, recap(reckoning="39.000 : 75.000 = 0,52 = 1 Orang", asn=2, ej=ej))
    (note,) = notes(found, "I20", WARNING)
    assert note.issue.cell == "J6"
    assert words in said(found, "I20")
    assert "seharusnya 0,26" in said(found, "I20")


def test_form_c_with_its_reckoning_and_empty_merged_rows_is_read(tmp_path: Path):
    office = Office()
    f3(office.sheet("Form A"), POSITION, norm="NORMA WAKTU (MENIT)")
    page = office.sheet("Form C")
    page.line(
        *("No", "Nama Jabatan", "Jumlah Beban Kerja", "Perhitungan", "Jumlah Pegawai yang Ada", "+/-", "EJ")
    )
    page.line(1, POSITION, 650, "650 : 1250 = 0,52 = 1 Orang", 2, "+1", 0.52)
    page.skip()
    page.merged("A2:A3")
    page.merged("B2:B3")
    page.line("Jumlah", None, 650, None, 2)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert "rekapitulasi 650 jam, tugasnya 650 jam; sama" in said(found, "I21", INFO)
    assert "EJ 0,52" in said(found, "I20", WARNING)
    assert "0,26" in said(found, "I20")
