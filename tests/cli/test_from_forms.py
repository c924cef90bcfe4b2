"""The whole road of an office: its own forms and staff list, a completed bridge, a lawful proposal, the next year."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import openpyxl
import pytest
import units
from command_line import CommandLine
from office_forms import Office, f1, staff_list

from alokasi_models.problem import Employee, Official, Problem, WorkPackage

ECHELONS = {"PPT Pratama": "II.a", "Administrator": "III.a", "Pengawas": "IV.a"}
DIRECTORATE = "Direktorat Industri Contoh"


def form_row(number: int, package: WorkPackage) -> tuple[object, ...]:
    need = float(package.volume * package.norm_hours) / 1250
    volume, norm = float(package.volume), float(package.norm_hours)
    return (number, package.text, package.output or "Dokumen", volume, norm, 1250, round(need, 4))


def staff_row(number: int, one: Official | Employee, superior: str) -> tuple[object, ...]:
    if isinstance(one, Official):
        kind, echelon, position, status = "Struktural", ECHELONS[one.kind], one.position, "PNS"
    else:
        kind = "Pelaksana" if one.category == "Pelaksana" else "Fungsional"
        echelon, status = None, str(one.status)
        position = f"{one.position} {one.level or ''}".strip()
    grade, job_class = one.grade or None, one.job_class
    return (
        number,
        one.name,
        None,
        None,
        grade,
        echelon,
        position,
        kind,
        DIRECTORATE,
        job_class,
        status,
        superior,
        None,
        None,
    )


@pytest.fixture(scope="module")
def unit() -> Problem:
    return units.lawful()


@pytest.fixture(scope="module")
def files(unit: Problem, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Form F1, a sheet a position, and the list of everybody, from the example of pattern 2."""
    folder = tmp_path_factory.mktemp("kantor")
    by_position: defaultdict[str, list[WorkPackage]] = defaultdict(list)
    for package in unit.packages:
        by_position[package.position].append(package)
    office = Office()
    for number, (position, packages) in enumerate(sorted(by_position.items()), start=1):
        page = office.sheet(f"Jabatan {number}")
        f1(page, position or "Pelaksana Umum", [form_row(n, p) for n, p in enumerate(packages, start=1)])
    forms = office.saved(folder / "abk.xlsx")
    officials = [o for o in unit.officials if o.unit == units.UNIT]
    people = [*officials, *(e for e in unit.employees if e.unit == units.UNIT)]
    names = {o.id: o.name for o in officials}
    office = Office()
    rows = [staff_row(n, one, names.get(one.superior, "")) for n, one in enumerate(people, start=1)]
    staff_list(office.sheet("Data"), rows)
    return forms, office.saved(folder / "pegawai.xlsx")


def test_forms_and_a_list_become_a_lawful_proposal_and_next_years_workbook(
    alokasi: CommandLine, unit: Problem, files: tuple[Path, Path], tmp_path: Path
):
    bridge, proposal = tmp_path / "unit.xlsx", tmp_path / "usulan.xlsx"
    imported = json.loads(alokasi("impor", *files, "--out", bridge, "--tahun", 2027, "--json").out)
    hours = sum(package.minutes for package in unit.packages) / 60
    assert imported["angka"]["jam_sebelum"] == imported["angka"]["jam_sesudah"] == pytest.approx(hours, abs=1)
    assert imported["angka"]["tugas"] == len(unit.packages)

    book = openpyxl.load_workbook(bridge)
    columns = {cell.value: cell.column for cell in book["Tugas"][1]}
    for row in range(2, len(unit.packages) + 2):
        book["Tugas"].cell(row, columns["indikator"], "Dokumen unit selesai tepat waktu")
        if book["Tugas"].cell(row, columns["rumpun"]).value is None:
            book["Tugas"].cell(row, columns["rumpun"], "Umum")
    book.save(bridge)
    assert alokasi("check", bridge).code == 0

    solved = alokasi("solve", bridge, "--out", proposal, "--time-limit", 3, "--json", "--date", "02/11/2026")
    assert solved.code == 0, solved.err
    assert alokasi("audit", proposal, "--date", "02/11/2026").code == 0

    assert alokasi("template", tmp_path / "2028.xlsx", "--dari", proposal, "--tahun", 2028).code == 0
    assert alokasi("check", tmp_path / "2028.xlsx").code == 0
