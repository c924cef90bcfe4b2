"""An example's file as a problem: the keys of its tables are the columns of the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from alokasi.examples.names import invented_names
from alokasi.examples.sources import Row, content
from alokasi.examples.staffing import staff
from alokasi.examples.work import indicators, needs, package_rows, packages
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Competence,
    CompetenceKind,
    Consent,
    Coordinator,
    CurrentSeat,
    Loan,
    Lock,
    LockKind,
    Official,
    OfficialKind,
    OfficialStatus,
    Problem,
    SeatRole,
    Setting,
    Team,
    TeamClass,
    TeamStatus,
    Unit,
    UnitKind,
    UnitRole,
    UnitScope,
)


def problem_of(book: Row) -> Problem:
    """KeyError for a missing column, ValueError for a word or a reference that does not exist."""
    return Problem(
        units=tuple(_unit(row, book) for row in book["unit"]),
        officials=_officials(book),
        employees=staff(book),
        competences=_competences(book),
        indicators=indicators(book),
        packages=packages(book),
        needs=needs(book),
        teams=tuple(_team(row, book) for row in book.get("tim", ())),
        loans=tuple(_loan(row) for row in book.get("pelibatan", ())),
        locks=tuple(_lock(row) for row in book.get("ketentuan", ())),
        current=tuple(seat for row in book.get("berjalan", ()) for seat in _seats(row)),
        settings=tuple(_setting(row) for row in book.get("setelan", ())),
    )


def _unit(row: Row, book: Row) -> Unit:
    return Unit(
        id=row["kode_unit"],
        name=row["nama_unit"],
        kind=UnitKind(row["jenis_unit"]),
        year=book["tahun"],
        role=UnitRole(row.get("peran", UnitRole.PLANNED)),
        declared_pattern=row.get("pola", ""),
        parent=row.get("unit_induk", ""),
        city=row.get("kota", ""),
        scope=UnitScope(row.get("lingkup", UnitScope.STRUCTURAL)),
        budget_ceiling=Decimal(row["pagu_anggaran"]) if "pagu_anggaran" in row else None,
    )


def _officials(book: Row) -> tuple[Official, ...]:
    names = invented_names(len(book["pejabat"]), f"{book['berkas']}/pejabat")
    return tuple(
        Official(
            id=row["id_pejabat"],
            name="" if row.get("status") == OfficialStatus.VACANT else name,
            unit=row.get("kode_unit", book["unit"][0]["kode_unit"]),
            position=row["jabatan"],
            kind=OfficialKind(row["jenis_jabatan"]),
            superior=row.get("atasan", ""),
            grade=row.get("golongan", ""),
            job_class=row.get("kelas_jabatan"),
            planning=row.get("fungsi_perencanaan", False),
            status=OfficialStatus(row.get("status", OfficialStatus.DEFINITIVE)),
        )
        for row, name in zip(book["pejabat"], names, strict=True)
    )


def _competences(book: Row) -> tuple[Competence, ...]:
    """Those of the example's themes and needs, and the general ones, in the order of the dictionary."""
    known: Mapping[str, Row] = content("umum")["kompetensi"]
    used = {id for ids in book["kompetensi_rumpun"].values() for id in ids}
    used |= set(content("umum")["kompetensi_umum"])
    for row in package_rows(book):
        used |= {id for key in ("wajib", "diutamakan", "salah_satu") for id in row.get(key, ())}
    if used - known.keys():
        raise ValueError(f"unknown competences: {sorted(used - known.keys())}")
    return tuple(
        Competence(id, row["nama"], CompetenceKind(row.get("jenis", CompetenceKind.TECHNICAL)))
        for id, row in known.items()
        if id in used
    )


def _team(row: Row, book: Row) -> Team:
    return Team(
        id=row["kode_tim"],
        name=row["nama_tim"],
        unit=row.get("kode_unit", book["unit"][0]["kode_unit"]),
        seat=row["kedudukan"],
        coordinator=Coordinator(row.get("koordinator", Coordinator.LEAD)),
        kind=TeamClass(row.get("kelas", TeamClass.INTERNAL)),
        status=TeamStatus(row.get("status", TeamStatus.FIXED)),
        min_size=row.get("anggota_min"),
        max_size=row.get("anggota_maks"),
        theme=row.get("rumpun", ""),
    )


def _loan(row: Row) -> Loan:
    return Loan(
        employee=row["id_pegawai"],
        host=row["kode_unit_tujuan"],
        superior_consent=Consent(row["persetujuan_atasan"]),
        head_consent=Consent(row["persetujuan_pimpinan"]),
        team=row.get("kode_tim", ""),
        max_minutes=_minutes(row.get("jam_maks")),
    )


def _lock(row: Row) -> Lock:
    return Lock(
        kind=LockKind(row["jenis"]),
        employee=row["id_pegawai"],
        reason=row["alasan"],
        team=row.get("kode_tim", ""),
        other=row.get("id_pegawai_2", ""),
        package=row.get("kode_tugas", ""),
        minutes=_minutes(row.get("jam")),
    )


def _seats(row: Row) -> Iterator[CurrentSeat]:
    """A team of the decree in force; people are a list, or a table of id to hours a year."""
    for key, role in (
        ("ketua", SeatRole.LEAD),
        ("anggota", SeatRole.MEMBER),
        ("penasihat", SeatRole.ADVISER),
    ):
        people: Mapping[str, int] | Sequence[str] = row.get(key, ())
        for id in people:
            yield CurrentSeat(
                employee=id,
                team=row["kode_tim"],
                role=role,
                team_name=row["nama_tim"],
                seat=row.get("kedudukan", ""),
                coordinator=Coordinator(row["koordinator"]) if "koordinator" in row else None,
                kind=TeamClass(row.get("kelas", TeamClass.INTERNAL)),
                minutes=_minutes(people[id]) if isinstance(people, Mapping) else None,
            )


def _setting(row: Row) -> Setting:
    return Setting(
        name=row["nama"],
        value=row["nilai"],
        reason=row["alasan"],
        decided_by=row.get("diputuskan_oleh", ""),
        decided_on=row.get("tanggal"),
        letter=row.get("nomor_surat", ""),
    )


def _minutes(hours: int | Decimal | None) -> int | None:
    return None if hours is None else int(hours * MINUTES_PER_HOUR)
