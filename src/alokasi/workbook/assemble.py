"""Builds the frozen problem from rows that hold no error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from alokasi.workbook import names
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
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
    UnitScope,
    WorkForm,
    WorkNature,
    WorkPackage,
)

_Word = TypeVar("_Word", bound=StrEnum)
_PRIORITY = 2


def assembled(tables: Mapping[str, Table], skills: Mapping[str, tuple[tuple[str, int], ...]]) -> Problem:
    """ValueError where a reference leads nowhere, which the reader has told before."""

    def rows(sheet: str) -> Iterable[DataRow]:
        return tables[sheet].rows if sheet in tables else ()

    packages = tuple(package(row) for row in rows(names.PACKAGES))
    locks = tuple(_lock(row) for row in rows(names.LOCKS))
    busy = {p.team for p in packages} | {lock.team for lock in locks}
    return Problem(
        units=tuple(_unit(row) for row in rows(names.UNIT)),
        officials=tuple(_official(row) for row in rows(names.OFFICIALS)),
        employees=tuple(employee(row, skills) for row in rows(names.STAFF)),
        competences=tuple(_competence(row) for row in rows(names.COMPETENCES)),
        indicators=tuple(_indicator(row) for row in rows(names.INDICATORS)),
        packages=packages,
        needs=tuple(_need(row) for row in rows(names.NEEDS)),
        teams=tuple(_team(row, busy) for row in rows(names.TEAMS)),
        loans=tuple(_loan(row) for row in rows(names.LOANS)),
        locks=locks,
        current=tuple(_current(row) for row in rows(names.CURRENT)),
        settings=tuple(setting(row) for row in rows(names.SETTINGS)),
    )


def minutes(row: DataRow, column: str) -> int | None:
    """Hours as whole minutes, rounded half up."""
    hours = row.number_of(column)
    if hours is None:
        return None
    return int((hours * MINUTES_PER_HOUR).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def word(row: DataRow, column: str, words: type[_Word], default: _Word) -> _Word:
    return _word_or_none(row, column, words) or default


def setting(row: DataRow) -> Setting:
    return Setting(
        name=row.text("nama"),
        value=row.text("nilai"),
        reason=row.text("alasan"),
        decided_by=row.text("diputuskan_oleh"),
        decided_on=row.day("tanggal"),
        letter=row.text("nomor_surat"),
    )


def _word_or_none(row: DataRow, column: str, words: type[_Word]) -> _Word | None:
    text = row.text(column)
    return words(text) if text else None


def _unit(row: DataRow) -> Unit:
    return Unit(
        id=row.text("kode_unit"),
        name=row.text("nama_unit"),
        kind=UnitKind(row.text("jenis_unit")),
        year=row.whole("tahun") or 0,
        role=word(row, "peran", UnitRole, UnitRole.PLANNED),
        declared_pattern=row.text("pola"),
        parent=row.text("unit_induk"),
        effective_hours=row.number_of("jam_efektif"),
        simplified=row.flag("disederhanakan", True),
        city=row.text("kota"),
        scope=word(row, "lingkup", UnitScope, UnitScope.STRUCTURAL),
        budget_ceiling=row.number_of("pagu_anggaran"),
    )


def _official(row: DataRow) -> Official:
    return Official(
        id=row.text("id_pejabat"),
        name=row.text("nama"),
        unit=row.text("kode_unit"),
        position=row.text("jabatan"),
        kind=OfficialKind(row.text("jenis_jabatan")),
        nip=row.text("nip"),
        superior=row.text("atasan"),
        grade=row.text("golongan"),
        job_class=row.whole("kelas_jabatan"),
        planning=row.flag("fungsi_perencanaan", False),
        status=word(row, "status", OfficialStatus, OfficialStatus.DEFINITIVE),
    )


def employee(row: DataRow, skills: Mapping[str, tuple[tuple[str, int], ...]]) -> Employee:
    id = row.text("id_pegawai")
    return Employee(
        id=id,
        name=row.text("nama"),
        unit=row.text("kode_unit"),
        superior=row.text("atasan_langsung"),
        category=Category(row.text("kategori")),
        position=row.text("nama_jabatan"),
        nip=row.text("nip"),
        level=_word_or_none(row, "jenjang", Level),
        grade=row.text("golongan"),
        job_class=row.whole("kelas_jabatan"),
        status=word(row, "status", EmployeeStatus, EmployeeStatus.PNS),
        availability=row.number_of("ketersediaan"),
        starts=row.day("mulai"),
        leaves=row.day("pensiun_atau_pindah"),
        leads_elsewhere=row.flag("ketua_di_luar", False),
        themes=row.texts("rumpun"),
        career=row.text("arah_karier"),
        note=row.text("catatan"),
        skills=skills.get(id, ()),
    )


def _competence(row: DataRow) -> Competence:
    kind = word(row, "jenis", CompetenceKind, CompetenceKind.TECHNICAL)
    return Competence(row.text("kode_kompetensi"), row.text("nama"), kind)


def _indicator(row: DataRow) -> Indicator:
    return Indicator(
        id=row.text("kode_indikator"),
        text=row.text("uraian"),
        unit=row.text("kode_unit"),
        source=TargetSource(row.text("acuan")),
        owner=row.text("pemilik"),
        priority=row.whole("prioritas") or _PRIORITY,
    )


def package(row: DataRow) -> WorkPackage:
    return WorkPackage(
        id=row.text("kode_tugas"),
        text=row.text("uraian_tugas"),
        unit=row.text("kode_unit"),
        indicator=row.text("indikator"),
        theme=row.text("rumpun"),
        volume=row.number_of("volume") or Decimal(0),
        norm_hours=row.number_of("norma_jam") or Decimal(0),
        source=row.text("acuan"),
        position=row.text("nama_jabatan"),
        output=row.text("hasil_kerja"),
        priority=row.whole("prioritas") or _PRIORITY,
        nature=word(row, "sifat", WorkNature, WorkNature.ROUTINE),
        form=word(row, "bentuk", WorkForm, WorkForm.TEAM),
        team=row.text("kode_tim"),
        current_team=row.text("kode_tim_berjalan"),
        category=_word_or_none(row, "kategori_jabatan", Category),
        minimum_level=_word_or_none(row, "jenjang_minimum", Level),
        funding=row.text("sumber_pembiayaan"),
        budget=row.number_of("anggaran"),
    )


def _need(row: DataRow) -> Need:
    return Need(
        package=row.text("kode_tugas"),
        competence=row.text("kode_kompetensi"),
        level=row.whole("level_minimum") or 1,
        kind=word(row, "sifat", NeedKind, NeedKind.REQUIRED),
        group=row.text("kelompok"),
        headcount=row.whole("jumlah_orang") or 1,
    )


def _team(row: DataRow, busy: set[str]) -> Team:
    """A blank status is `tetap` for a team with packages or locks, else `usulan`."""
    default = TeamStatus.FIXED if row.text("kode_tim") in busy else TeamStatus.PROPOSED
    return Team(
        id=row.text("kode_tim"),
        name=row.text("nama_tim"),
        unit=row.text("kode_unit"),
        seat=row.text("kedudukan"),
        coordinator=word(row, "koordinator", Coordinator, Coordinator.LEAD),
        kind=word(row, "kelas", TeamClass, TeamClass.INTERNAL),
        status=word(row, "status", TeamStatus, default),
        min_size=row.whole("anggota_min"),
        max_size=row.whole("anggota_maks"),
        theme=row.text("rumpun"),
    )


def _loan(row: DataRow) -> Loan:
    return Loan(
        employee=row.text("id_pegawai"),
        host=row.text("kode_unit_tujuan"),
        superior_consent=Consent(row.text("persetujuan_atasan")),
        head_consent=Consent(row.text("persetujuan_pimpinan")),
        team=row.text("kode_tim"),
        max_minutes=minutes(row, "jam_maks"),
    )


def _lock(row: DataRow) -> Lock:
    return Lock(
        kind=LockKind(row.text("jenis")),
        employee=row.text("id_pegawai"),
        reason=row.text("alasan"),
        team=row.text("kode_tim"),
        other=row.text("id_pegawai_2"),
        package=row.text("kode_tugas"),
        minutes=minutes(row, "jam"),
    )


def _current(row: DataRow) -> CurrentSeat:
    return CurrentSeat(
        employee=row.text("id_pegawai"),
        team=row.text("kode_tim"),
        role=SeatRole(row.text("peran")),
        team_name=row.text("nama_tim"),
        seat=row.text("kedudukan"),
        coordinator=_word_or_none(row, "koordinator", Coordinator),
        kind=word(row, "kelas", TeamClass, TeamClass.INTERNAL),
        minutes=minutes(row, "jam"),
    )
