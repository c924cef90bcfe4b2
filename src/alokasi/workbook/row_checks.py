"""What the values of one row must agree on: workload, dates, hours of a year, what a lock needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from alokasi.texts import Message
from alokasi.workbook import cell_faults as faults
from alokasi.workbook import names
from alokasi.workbook.faults import error, warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.numbers import shown
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.packs import norm
from alokasi_models.problem import Consent, LockKind, UnitKind, UnitRole

_TOLERANCE = Decimal("0.5")  # hours between beban_jam and volume x norma_jam


def row_issues(tables: Mapping[str, Table]) -> Iterator[Issue]:
    for sheet, check in _CHECKS.items():
        for row in tables[sheet].rows if sheet in tables else ():
            yield from check(row)


def _unit(row: DataRow) -> Iterator[Issue]:
    planned_upt = row.text("jenis_unit") == UnitKind.UPT and row.text("peran") != UnitRole.HOME
    if planned_upt and not row.text("unit_induk"):
        yield faults.required_here(row.at("unit_induk"), "unit_induk", Message.of("untuk UPT"))
    hours, year = row.number_of("jam_efektif"), row.whole("tahun")
    if hours is not None and year is not None:
        days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
        if hours > days * 24:
            yield faults.over_a_year(row.at("jam_efektif"), hours, days * 24)
        elif not norm().effective_hours_least <= hours <= norm().effective_hours_most:
            least, most = norm().effective_hours_least, norm().effective_hours_most
            yield faults.unusual_hours(row.at("jam_efektif"), hours, least, most)


def _employee(row: DataRow) -> Iterator[Issue]:
    starts, leaves = row.day("mulai"), row.day("pensiun_atau_pindah")
    if starts is not None and leaves is not None and leaves < starts:
        yield faults.dates_reversed(row.at("pensiun_atau_pindah"), leaves.strftime("%d/%m/%Y"))


def _package(row: DataRow) -> Iterator[Issue]:
    volume, norm = row.number_of("volume"), row.number_of("norma_jam")
    stated = row.number_of("beban_jam")
    if volume is None or norm is None or stated is None:
        return
    if abs(volume * norm - stated) > _TOLERANCE:
        yield faults.workload_differs(row.at("beban_jam"), shown(stated), shown(volume * norm))


def _team(row: DataRow) -> Iterator[Issue]:
    least, most = row.whole("anggota_min"), row.whole("anggota_maks")
    if least is not None and most is not None and least > most:
        rule = Message.of("anggota_min {least} lebih dari anggota_maks {most}.", least=least, most=most)
        yield error("W044", row.at("anggota_maks"), str(most), rule, Message.of("Perbaiki salah satunya."))


def _loan(row: DataRow) -> Iterator[Issue]:
    """K097: without both consents a person cannot be involved; pending is told, never planned with."""
    consents = {row.text("persetujuan_atasan"), row.text("persetujuan_pimpinan")}
    if Consent.REFUSED in consents:
        rule = Message.of(
            "{id} tidak dapat dilibatkan: persetujuan ditolak (K097).", id=row.text("id_pegawai")
        )
        action = Message.of("Hapus baris ini, atau mintakan persetujuan lagi.")
    elif Consent.PENDING in consents:
        rule = Message.of(
            "{id} memerlukan persetujuan atasan langsung dan pimpinan unit; masih menunggu (K097).",
            id=row.text("id_pegawai"),
        )
        action = Message.of("Selesaikan persetujuannya; sampai saat itu ia tidak dilibatkan.")
    else:
        return
    yield warning("K097", row.at("persetujuan_atasan"), row.text("id_pegawai"), rule, action)


_NEEDED: Mapping[str, tuple[str, ...]] = {
    LockKind.MEMBER: ("kode_tim",),
    LockKind.LEAD: ("kode_tim",),
    LockKind.ADVISER: ("kode_tim",),
    LockKind.TOGETHER: ("id_pegawai_2",),
    LockKind.APART: ("id_pegawai_2",),
    LockKind.HOURS: ("kode_tugas", "jam"),
}


def _lock(row: DataRow) -> Iterator[Issue]:
    kind = row.text("jenis")
    for column in _NEEDED.get(kind, ()):
        if column not in row.values and column not in row.failed:
            why = Message.of("untuk jenis {jenis}", jenis=kind)
            yield faults.required_here(row.at(column), column, why)
    if kind == LockKind.WISH and not any(row.text(c) for c in ("kode_tim", "id_pegawai_2", "kode_tugas")):
        why = Message.of("untuk jenis {jenis}, atau id_pegawai_2, atau kode_tugas", jenis=kind)
        yield faults.required_here(row.at("kode_tim"), "kode_tim", why)
    if row.text("id_pegawai") and row.text("id_pegawai") == row.text("id_pegawai_2"):
        rule = Message.of("id_pegawai_2 sama dengan id_pegawai.")
        yield error(
            "W039", row.at("id_pegawai_2"), row.text("id_pegawai"), rule, Message.of("Tulis pegawai lain.")
        )


_CHECKS: dict[str, Callable[[DataRow], Iterator[Issue]]] = {
    names.UNIT: _unit,
    names.STAFF: _employee,
    names.PACKAGES: _package,
    names.TEAMS: _team,
    names.LOANS: _loan,
    names.LOCKS: _lock,
}
