"""What rows must agree on: doubled rows, NIPs, names, competences nobody has, loans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from alokasi.texts import Message, Names
from alokasi.workbook import cell_faults as faults
from alokasi.workbook import names
from alokasi.workbook.faults import warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.problem import NeedKind, UnitRole

Skills = Mapping[str, tuple[tuple[str, int], ...]]
# sheets without a code of their own: the columns that must not stand twice together
_TOGETHER = {
    names.NEEDS: ("kode_tugas", "kode_kompetensi", "sifat", "kelompok"),
    names.LOANS: ("id_pegawai", "kode_unit_tujuan", "kode_tim"),
    names.LOCKS: ("jenis", "id_pegawai", "kode_tim", "id_pegawai_2", "kode_tugas"),
}


def table_issues(tables: Mapping[str, Table], skills: Skills) -> Iterator[Issue]:
    for sheet, columns in _TOGETHER.items():
        yield from _doubled(_rows(tables, sheet), columns)
    yield from _people((*_rows(tables, names.OFFICIALS), *_rows(tables, names.STAFF)))
    yield from _unheld_competences(tables, skills)
    yield from _loans_at_home(tables)


def _doubled(rows: tuple[DataRow, ...], columns: tuple[str, ...]) -> Iterator[Issue]:
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        key = tuple(row.text(column) for column in columns)
        if row.failed & set(columns):
            continue
        if key in seen:
            yield faults.row_twice(row.at(columns[0]), " ".join(part for part in key if part), seen[key])
        seen.setdefault(key, row.at(columns[0]).cell)


def _people(rows: tuple[DataRow, ...]) -> Iterator[Issue]:
    """A NIP twice; the same name with two NIPs."""
    by_nip: dict[str, DataRow] = {}
    by_name: dict[str, DataRow] = {}
    for row in rows:
        nip, name = row.text("nip"), row.text("nama")
        if not nip:
            continue
        if nip in by_nip:
            first = by_nip[nip]
            yield faults.nip_twice(row.at("nip"), nip, first.at("nip"), first.text("nama"))
        elif name.casefold() in by_name:
            yield faults.same_name(row.at("nama"), name, by_name[name.casefold()].at("nama"))
        by_nip.setdefault(nip, row)
        by_name.setdefault(name.casefold(), row)


def _unheld_competences(tables: Mapping[str, Table], skills: Skills) -> Iterator[Issue]:
    """Required competences that nobody has at the level, where competences are known at all."""
    highest: dict[str, int] = {}
    for held in skills.values():
        for code, level in held:
            highest[code] = max(level, highest.get(code, 0))
    if not highest:
        return
    asked: defaultdict[tuple[str, int], list[DataRow]] = defaultdict(list)
    for row in _rows(tables, names.NEEDS):
        if row.text("sifat") != NeedKind.PREFERRED and not row.text("kelompok"):
            asked[row.text("kode_kompetensi"), row.whole("level_minimum") or 0].append(row)
    for (code, level), rows in asked.items():
        if code and level > highest.get(code, 0):
            yield _unheld(code, level, rows)


def _unheld(code: str, level: int, rows: list[DataRow]) -> Issue:
    rule = Message.of(
        "Tidak ada pegawai berkompetensi {kode} tingkat {n} atau lebih; diminta tugas {tugas}.",
        kode=code,
        n=level,
        tugas=Names(tuple(row.text("kode_tugas") for row in rows)),
    )
    action = Message.of("Periksa tingkatnya; kekurangannya dihitung, bukan disembunyikan.")
    return warning("W065", rows[0].at("kode_kompetensi"), code, rule, action)


def _loans_at_home(tables: Mapping[str, Table]) -> Iterator[Issue]:
    """A loan into the person's own unit asks for nothing."""
    units = {row.text("id_pegawai"): row.text("kode_unit") for row in _rows(tables, names.STAFF)}
    lent = {row.text("id_pegawai") for row in _rows(tables, names.LOANS)}
    for row in _rows(tables, names.LOANS):
        host = row.text("kode_unit_tujuan")
        if host and units.get(row.text("id_pegawai")) == host:
            rule = Message.of("{id} sudah pegawai unit {unit}.", id=row.text("id_pegawai"), unit=host)
            action = Message.of("Hapus baris ini, atau tulis unit lain yang meminta.")
            yield warning("W083", row.at("kode_unit_tujuan"), host, rule, action)
    yield from _guests_without_loan(tables, lent)


def _guests_without_loan(tables: Mapping[str, Table], lent: set[str]) -> Iterator[Issue]:
    units = _rows(tables, names.UNIT)
    homes = {row.text("kode_unit") for row in units if row.text("peran") == UnitRole.HOME}
    idle = [
        row
        for row in _rows(tables, names.STAFF)
        if row.text("kode_unit") in homes and row.text("id_pegawai") not in lent
    ]
    if idle:
        rule = Message.of(
            "{n} pegawai unit asal tidak ada di lembar Pelibatan dan tidak dipakai: {id}.",
            n=len(idle),
            id=Names(tuple(row.text("id_pegawai") for row in idle)),
        )
        at = Place(idle[0].sheet, idle[0].at("id_pegawai").cell)
        yield warning("W084", at, "", rule, Message.of("Tambahkan di Pelibatan, atau hapus barisnya."))


def _rows(tables: Mapping[str, Table], sheet: str) -> tuple[DataRow, ...]:
    return tables[sheet].rows if sheet in tables else ()
