"""`alokasi compare`: plans side by side on the screen, as a workbook, as a page, as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from command_line import CommandLine

from alokasi.commands.compare import names
from alokasi.workbook import read
from alokasi.workbook.comparison_sheets import COMPARISON_SHEETS

ON = ("--date", "02/11/2026")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("banding")


@pytest.fixture
def plans(alokasi: CommandLine, unit: Path, folder: Path) -> tuple[Path, Path]:
    """Two proposals for the unit, solved once for the module."""
    made = folder / "seimbang.xlsx", folder / "kompetensi.xlsx"
    if not made[1].exists():
        for path in made:
            ran = alokasi(
                "solve", unit, "--out", path, "--profile", path.stem, "--time-limit", "2", "--work", "0,4"
            )
            assert ran.code == 0
    return made


def test_people_who_sit_elsewhere_are_a_table_and_the_rest_is_said(
    alokasi: CommandLine, plans: tuple[Path, Path]
):
    ran = alokasi("compare", *plans, *ON)
    assert ran.code == 0
    header = ran.out.splitlines()[0].split("\t")
    assert header == ["nama", "susunan berjalan", "seimbang", "kompetensi"]
    seats = [
        {(seat.employee, seat.team, seat.role) for seat in plan.seats}
        for path in plans
        if (plan := read(path).plan) is not None
    ]
    moved = {id for id, _, _ in seats[0] ^ seats[1]}
    assert len(ran.out.splitlines()) - 1 == len(moved)
    assert "kompetensi dibanding seimbang:" in ran.err
    assert "Kursi berbeda dari susunan berjalan:" in ran.err


def test_a_workbook_and_a_page_can_be_sent(alokasi: CommandLine, plans: tuple[Path, Path], folder: Path):
    out, page = folder / "banding.xlsx", folder / "banding.html"
    ran = alokasi("compare", *plans, "--out", out, "--report", page, *ON)
    assert ran.code == 0
    book = openpyxl.load_workbook(out)
    shown = [page.title for page in book.worksheets if page.sheet_state == "visible"]
    assert shown == [sheet.name for sheet in COMPARISON_SHEETS]
    for sheet in COMPARISON_SHEETS:
        assert [cell.value for cell in book[sheet.name][1]] == list(sheet.names)
    assert {row[0].value for row in book["Angka"].iter_rows(min_row=2)} == {
        "susunan berjalan",
        "seimbang",
        "kompetensi",
    }
    assert "Draf, bukan keputusan" in page.read_text(encoding="utf-8")


def test_json_is_one_object_with_every_table(alokasi: CommandLine, plans: tuple[Path, Path]):
    ran = alokasi("compare", *plans, "--json", *ON)
    found = json.loads(ran.out)
    assert (found["perintah"], found["dasar"]) == ("compare", "seimbang")
    assert set(found) == {
        "status", "perintah", "berkas", "dasar", "kalimat", "asal", "angka", "perubahan_tim", "perubahan_orang",
        "kursi", "uji_pasal", "tujuan",
    }  # fmt: skip
    assert {row["skenario"] for row in found["kursi"]} == {"susunan berjalan", "seimbang", "kompetensi"}
    assert "NaN" not in ran.out


def test_a_what_if_is_compared_with_what_it_asked_about(
    alokasi: CommandLine, plans: tuple[Path, Path], folder: Path
):
    plan = read(plans[0]).plan
    assert plan is not None
    leaver = plan.seats[-1].employee
    asked = folder / "andai.xlsx"
    line = f"orang-pergi {leaver}"
    assert alokasi("whatif", plans[0], line, "--out", asked, "--time-limit", "3", *ON).code == 0
    ran = alokasi("compare", plans[0], asked, *ON)
    assert "andai: Diandaikan: " in ran.err
    assert "Data andai tidak sama dengan data seimbang. Tidak ada di andai: " in ran.err


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "Sebut 2 sampai 4 berkas untuk dibandingkan."), (5, "Sebut 2 sampai 4 berkas untuk dibandingkan.")],
)
def test_two_to_four_files_are_asked_for(
    alokasi: CommandLine, plans: tuple[Path, Path], count: int, said: str
):
    ran = alokasi("compare", *[plans[0]] * count, *ON)
    assert ran.code == 2
    assert said in ran.err


def test_what_is_compared_is_never_replaced(alokasi: CommandLine, plans: tuple[Path, Path]):
    ran = alokasi("compare", *plans, "--out", plans[0], *ON)
    assert ran.code == 2
    assert "akan menimpa" in ran.err


def test_a_workbook_with_errors_is_named(alokasi: CommandLine, plans: tuple[Path, Path], broken: Path):
    ran = alokasi("compare", plans[0], broken, *ON)
    assert ran.code == 3
    assert "galat yang harus diperbaiki" in ran.err


def test_files_are_called_by_the_shortest_name_that_tells_them_apart():
    assert names([Path("a/satu.xlsx"), Path("dua.xlsx")]) == ["satu", "dua"]
    assert names([Path("a/x.xlsx"), Path("b/x.xlsx")]) == [str(Path("a/x.xlsx")), str(Path("b/x.xlsx"))]
    assert names([Path("x.xlsx"), Path("x.xlsx")]) == ["x.xlsx (1)", "x.xlsx (2)"]


def test_in_english_no_indonesian_sentence_is_left(alokasi: CommandLine, plans: tuple[Path, Path]):
    ran = alokasi("compare", *plans, "--lang", "en", *ON)
    assert "decree in force" in ran.out.splitlines()[0]
    assert not {"orang", "dibanding", "susunan", "menjadi"} & set(ran.err.lower().replace(":", " ").split())
