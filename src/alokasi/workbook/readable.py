"""What of a workbook with errors can be counted on: rows whose cells that matter for counting hold no error.

A row in error is left out together with the rows that name it. Which sheets are then no longer whole is told, so that
nothing is concluded from what merely could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from alokasi.workbook import names
from alokasi.workbook.assemble import assembled
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.problem import LockKind, Problem

_CELL = re.compile(r"([A-Z]+)(\d+)")
_DECISIVE = (names.UNIT, names.OFFICIALS, names.SETTINGS)  # who heads a unit, how the clauses are read
# sheets that counting reads, with the columns it does not look at: an error there leaves the row as good as ever
_UNREAD: Mapping[str, frozenset[str]] = {
    names.UNIT: frozenset({"nama_unit", "kota", "pagu_anggaran"}),
    names.OFFICIALS: frozenset(
        {"nama", "nip", "jabatan", "golongan", "kelas_jabatan", "fungsi_perencanaan", "status"}
    ),
    names.STAFF: frozenset(
        {"nama", "nip", "nama_jabatan", "golongan", "kelas_jabatan", "rumpun", "arah_karier", "catatan"}
    ),
    names.PACKAGES: frozenset(
        {"uraian_tugas", "indikator", "acuan", "rumpun", "nama_jabatan", "hasil_kerja", "prioritas", "sifat"}
        | {"kode_tim_berjalan", "sumber_pembiayaan", "anggaran"}
    ),
    names.TEAMS: frozenset({"nama_tim", "rumpun"}),
    names.LOANS: frozenset(),
    names.LOCKS: frozenset({"alasan"}),
    names.SETTINGS: frozenset({"alasan", "diputuskan_oleh", "tanggal", "nomor_surat"}),
}
# what tells rows apart: of two rows with one key either may be the wrong one
_KEYS: Mapping[str, tuple[str, ...]] = {
    names.STAFF: ("id_pegawai",),
    names.PACKAGES: ("kode_tugas",),
    names.TEAMS: ("kode_tim",),
    names.LOANS: ("id_pegawai", "kode_unit_tujuan", "kode_tim"),
    names.LOCKS: ("jenis", "id_pegawai", "kode_tim", "id_pegawai_2", "kode_tugas"),
}
_Rows = dict[str, tuple[DataRow, ...]]


@dataclass(frozen=True, slots=True)
class Readable:
    """`incomplete`: fields of Problem that lack rows (`employees`, `loans`, ...): what is absent may yet be there."""

    problem: Problem
    incomplete: frozenset[str]


def readable(tables: Mapping[str, Table], issues: Iterable[Issue]) -> Readable | None:
    """None where the errors leave open what the units are or how the clauses are read."""
    errors = _errors(tables, issues)
    if errors is None or any(sheet in errors for sheet in _DECISIVE):
        return None
    kept: _Rows = {name: tables[name].rows for name in _DECISIVE if name in tables}
    faulty = {name: _faulty(tables[name], name, errors[name]) if name in tables else () for name in errors}
    for name in _KEYS:
        rows = tables[name].rows if name in tables else ()
        out = {row.number for row in faulty.get(name, ())}
        kept[name] = tuple(row for row in rows if row.number not in out)
    incomplete = _incomplete(errors, faulty)
    incomplete |= _without_strays(kept)
    found = {name: replace(tables[name], rows=rows) for name, rows in kept.items() if name in tables}
    return Readable(assembled(found, {}), frozenset(incomplete))


def _errors(tables: Mapping[str, Table], issues: Iterable[Issue]) -> dict[str, list[Issue]] | None:
    """Errors that matter by sheet; None where one is of the file itself."""
    sheets = {**{name: name for name in SHEETS}, **{table.title: name for name, table in tables.items()}}
    rows = {name: _by_number(tables.get(name)) for name in _UNREAD}
    errors: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue.severity is not Severity.ERROR:
            continue
        if issue.sheet not in sheets:
            return None
        name = sheets[issue.sheet]
        if name in _UNREAD and _matters(rows[name], name, issue.cell):
            errors.setdefault(name, []).append(issue)
    return errors


def _matters(rows: Mapping[int, DataRow], name: str, cell: str) -> bool:
    """Whether an error touches what counting reads; one of the sheet or the header does."""
    row = _row(rows, cell)
    return row is None or _column(row, cell) not in _UNREAD[name]


def _faulty(table: Table, name: str, errors: Iterable[Issue]) -> tuple[DataRow, ...]:
    """The rows of these errors and every row of the same key; all rows for an error of the sheet."""
    rows = _by_number(table)
    hit = [_row(rows, issue.cell) for issue in errors]
    if None in hit:
        return table.rows
    numbers = {row.number for row in hit if row is not None}
    keys = {_key(row, name) for row in hit if row is not None} - {()}
    return tuple(row for row in table.rows if row.number in numbers or _key(row, name) in keys)


def _by_number(table: Table | None) -> dict[int, DataRow]:
    return {} if table is None else {row.number: row for row in table.rows}


def _row(rows: Mapping[int, DataRow], cell: str) -> DataRow | None:
    found = _CELL.fullmatch(cell)
    return None if found is None else rows.get(int(found[2]))


def _column(row: DataRow, cell: str) -> str:
    return next((name for name in row.columns if row.at(name).cell == cell), "")


def _key(row: DataRow, name: str) -> tuple[str, ...]:
    """Codes that differ only in case and blanks are one; () where none is given."""
    key = tuple("".join(row.text(column).casefold().split()) for column in _KEYS.get(name, ()))
    return key if any(key) else ()


def _incomplete(errors: Iterable[str], faulty: Mapping[str, tuple[DataRow, ...]]) -> set[str]:
    found = {_FIELDS[name] for name in errors}
    seating = ("", LockKind.MEMBER, LockKind.LEAD)  # other locks only forbid or ask; these let somebody in
    if faulty.get(names.LOCKS) and not any(row.text("jenis") in seating for row in faulty[names.LOCKS]):
        found.discard("locks")
    return found


def _without_strays(kept: _Rows) -> set[str]:
    """Takes out rows that name what was left out; fields that lack rows of people who are there."""
    people, teams = _codes(kept, names.STAFF), _codes(kept, names.TEAMS)
    lacking = set()
    packages = tuple(row for row in kept[names.PACKAGES] if row.text("kode_tim") in {"", *teams})
    if packages != kept[names.PACKAGES]:
        kept[names.PACKAGES] = packages
        lacking.add("packages")
    tasks = _codes(kept, names.PACKAGES)
    units = _codes(kept, names.UNIT)
    lent = tuple(row for row in kept[names.LOANS] if row.text("id_pegawai") in people)
    kept[names.LOANS] = tuple(
        row
        for row in lent
        if row.text("kode_tim") in {"", *teams} or row.text("kode_unit_tujuan") not in units
    )
    if kept[names.LOANS] != lent:
        lacking.add("loans")
    kept[names.LOCKS] = tuple(
        row
        for row in kept[names.LOCKS]
        if {row.text("id_pegawai"), row.text("id_pegawai_2")} <= {"", *people}
        and row.text("kode_tim") in {"", *teams}
        and row.text("kode_tugas") in {"", *tasks}
    )
    return lacking


def _codes(kept: _Rows, sheet: str) -> frozenset[str]:
    column = SHEETS[sheet].columns[0].name
    return frozenset(row.text(column) for row in kept.get(sheet, ()))


_FIELDS = {
    names.STAFF: "employees",
    names.PACKAGES: "packages",
    names.TEAMS: "teams",
    names.LOANS: "loans",
    names.LOCKS: "locks",
}
