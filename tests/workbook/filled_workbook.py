"""A workbook in which every sheet and column is filled, and ways to change single cells of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from alokasi.workbook import Issue, Reading, read, write_template
from alokasi.workbook.columns import INPUT_SHEETS
from alokasi.workbook.numbers import shown
from alokasi_models.problem import (
    Category,
    Competence,
    CompetenceKind,
    Consent,
    Coordinator,
    CurrentSeat,
    Employee,
    EmployeeStatus,
    Indicator,
    Level,
    Loan,
    Lock,
    LockKind,
    Need,
    NeedKind,
    Official,
    OfficialKind,
    OfficialStatus,
    Problem,
    SeatRole,
    Setting,
    TargetSource,
    Team,
    TeamClass,
    TeamStatus,
    Unit,
    UnitKind,
    UnitRole,
    WorkForm,
    WorkNature,
    WorkPackage,
)

# born, appointed, sex, serial: in parts, so that no file holds a number that could be a NIP


def nip(born: str, appointed: str, sex: str = "1", serial: str = "999") -> str:
    """In parts, so that no file holds a NIP."""
    return born + appointed + sex + serial


INVENTED_NIP = nip("19900101", "202012")
OTHER_NIP = nip("19951231", "202401", serial="998")

PROBLEM = Problem(
    units=(
        Unit(
            "D1",
            "Direktorat Contoh",
            UnitKind.PUSAT,
            2027,
            declared_pattern="1",
            parent="Ditjen Contoh",
            effective_hours=Decimal("1250.5"),
            city="Jakarta",
            budget_ceiling=Decimal(2_500_000_000),
        ),
        Unit("D2", "Direktorat Asal", UnitKind.PUSAT, 2027, role=UnitRole.HOME, simplified=False),
    ),
    officials=(
        Official("M1", "Pejabat Madya", "Ditjen Contoh", "Direktur Jenderal", OfficialKind.MADYA),
        Official(
            "B1",
            "Pejabat Pratama",
            "D1",
            "Direktur Contoh",
            OfficialKind.PRATAMA,
            superior="M1",
            grade="IV/c",
            job_class=15,
            nip=INVENTED_NIP,
        ),
        Official(
            "B2",
            "",
            "D1",
            "Kepala Subbagian",
            OfficialKind.PENGAWAS,
            superior="B1",
            planning=True,
            status=OfficialStatus.VACANT,
        ),
        Official(
            "B3", "Pejabat Administrator", "D1", "Kepala Bagian", OfficialKind.ADMINISTRATOR, superior="B1"
        ),
    ),
    employees=(
        Employee(
            "P001",
            "Pegawai Satu",
            "D1",
            "B1",
            Category.EXPERT,
            "Perencana",
            level=Level.MUDA,
            grade="III/d",
            job_class=9,
            themes=("Data", "Rencana, anggaran"),
            skills=(("K1", 3), ("K2", 5)),
            career="Data",
            note="Catatan\nbaris kedua",
        ),
        Employee(
            "P002",
            "Pegawai Dua",
            "D1",
            "B2",
            Category.SKILL,
            "Pranata Komputer",
            level=Level.MAHIR,
            availability=Decimal("62.5"),
            leads_elsewhere=True,
            skills=(("K1", 1),),
        ),
        Employee(
            "P003",
            "Pegawai Tiga",
            "D1",
            "B2",
            Category.PELAKSANA,
            "Pengadministrasi",
            status=EmployeeStatus.PPPK,
            grade="V",
            starts=date(2027, 3, 1),
            leaves=date(2027, 11, 30),
        ),
        Employee("007", "Pegawai Tamu", "D2", "atasan di luar", Category.EXPERT, "Statistisi"),
    ),
    competences=(
        Competence("K1", "Analisis data"),
        Competence("K2", "Kerja sama", CompetenceKind.MANAGERIAL),
    ),
    indicators=(
        Indicator("IK1", "Dokumen selesai tepat waktu", "D1", TargetSource.AGREEMENT, "Bagian Program", 1),
    ),
    packages=(
        WorkPackage(
            "T1",
            "Menyusun rencana",
            "D1",
            "IK1",
            "Rencana",
            Decimal("12"),
            Decimal("37.5"),
            source="PK",
            position="Perencana Ahli Muda",
            output="Dokumen",
            priority=1,
            nature=WorkNature.INCIDENTAL,
            team="TK1",
            current_team="LAMA",
            category=Category.EXPERT,
            minimum_level=Level.PERTAMA,
            funding="DIPA",
            budget=Decimal(75_000_000),
        ),
        WorkPackage("T2", "Mengolah data", "D1", "IK1", "Data", Decimal("1000.25"), Decimal("0.125")),
        WorkPackage(
            "T3", "Surat masuk", "D1", "IK1", "Umum", Decimal(500), Decimal("0.4"), form=WorkForm.INDIVIDUAL
        ),
    ),
    needs=(
        Need("T1", "K1", 3),
        Need("T2", "K2", 2, NeedKind.PREFERRED, "pilihan", 2),
    ),
    teams=(
        Team("TK1", "Tim Rencana", "D1", "B1", theme="Rencana"),
        Team(
            "TK2",
            "Tim Data",
            "D1",
            "B3",
            coordinator=Coordinator.ADMINISTRATOR,
            kind=TeamClass.CROSS_UNIT,
            status=TeamStatus.PROPOSED,
            min_size=2,
            max_size=6,
        ),
    ),
    loans=(
        Loan("007", "D1", Consent.GRANTED, Consent.GRANTED, "TK1", max_minutes=18_001),
        Loan("P002", "Unit di luar", Consent.GRANTED, Consent.GRANTED, "tim mereka"),
    ),
    locks=(
        Lock(LockKind.MEMBER, "P001", "Pengalaman", team="TK1"),
        Lock(LockKind.APART, "P001", "Permintaan keduanya", other="P003"),
        Lock(LockKind.HOURS, "P001", "Sesuai penugasan", package="T1", minutes=6_001),
    ),
    current=(
        CurrentSeat("P001", "LAMA", SeatRole.LEAD, "Tim lama", "B9", Coordinator.LEAD, minutes=30_000),
        CurrentSeat("sudah pensiun", "LAMA", SeatRole.MEMBER, kind=TeamClass.CROSS_AGENCY),
    ),
    settings=(
        Setting("A4", "boleh", "Arahan pimpinan", "Sekretaris Contoh", date(2026, 11, 2), "B-1/2026"),
        Setting("P01", "115.5", "Kesepakatan"),
        Setting("profil", "kompetensi", "Pilihan unit"),
    ),
)

Edits = Mapping[tuple[str, str], object]


def edited(folder: Path, edits: Edits, problem: Problem = PROBLEM) -> Path:
    """The filled template with some cells changed, by (sheet, cell) or (sheet, "kode_unit 2")."""
    path = folder / "data.xlsx"
    book = openpyxl.load_workbook(BytesIO(template_of(problem)))
    for (sheet, place), value in edits.items():
        cell = book[sheet][cell_of(sheet, place)]
        cell.value = value
        if isinstance(value, str) and not value.startswith("=FORMULA"):
            cell.data_type = "s"
        if isinstance(value, str) and value.startswith("=FORMULA"):
            cell.value = value.removeprefix("=FORMULA")
    book.save(path)
    return path


@cache
def template_of(problem: Problem) -> bytes:
    """Written once: most tests change a cell of the same workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.xlsx"
        write_template(path, problem)
        return path.read_bytes()


def read_edited(folder: Path, edits: Edits, problem: Problem = PROBLEM) -> Reading:
    return read(edited(folder, edits, problem))


def cell_of(sheet: str, place: str) -> str:
    """`"volume 3"` is the cell of the column volume in row 3; `"I3"` is itself."""
    name, _, row = place.partition(" ")
    if not row:
        return place
    columns = next(s for s in INPUT_SHEETS if s.name == sheet).names
    return f"{openpyxl.utils.get_column_letter(columns.index(name) + 1)}{row}"


def found(issues: Iterable[Issue], code: str) -> list[Issue]:
    return [issue for issue in issues if issue.code == code]


def cells_of(path: Path) -> dict[str, list[list[Any]]]:
    """Values of the visible sheets as a person sees them in the file."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        page.title: [[cell.value for cell in row] for row in page.iter_rows()]
        for page in book.worksheets
        if page.sheet_state == "visible"
    }


def as_csv_folder(path: Path, folder: Path, separator: str = ";", encoding: str = "utf-8-sig") -> Path:
    """The workbook as an office in Indonesia saves it: decimal commas, dates HH/BB/TTTT."""
    folder.mkdir()
    for title, rows in cells_of(path).items():
        with (folder / f"{title}.csv").open("w", newline="", encoding=encoding) as stream:
            csv.writer(stream, delimiter=separator).writerows([_typed(v) for v in row] for row in rows)
    return folder


def _typed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return shown(Decimal(repr(value)))
    return str(value)
