"""What is told of a planned unit before any plan: nobody in it, a target without work, another pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.faults import warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.packs import ruleset
from alokasi_models.problem import Problem, UnitRole
from alokasi_models.structure import structures


def unit_issues(tables: Mapping[str, Table]) -> Iterator[Issue]:
    planned = [row for row in _rows(tables, names.UNIT) if row.text("peran") != UnitRole.HOME]
    staffed = {row.text("kode_unit") for row in _rows(tables, names.STAFF)}
    for row in planned if staffed else ():
        code = row.text("kode_unit")
        if code and code not in staffed:
            rule = Message.of("Unit {unit} disusun tetapi tidak punya pegawai.", unit=code)
            action = Message.of("Isi pegawainya, atau tulis peran asal.")
            yield warning("W090", row.at("peran"), row.text("peran"), rule, action)
    yield from _idle_indicators(tables, {row.text("kode_unit") for row in planned})


def _idle_indicators(tables: Mapping[str, Table], planned: set[str]) -> Iterator[Issue]:
    """K067: no plan can give an owner to a target that has no work."""
    packages = _rows(tables, names.PACKAGES)
    if any("indikator" in row.failed for row in packages):
        return
    served = {row.text("indikator") for row in packages}
    for row in _rows(tables, names.INDICATORS) if packages else ():
        code = row.text("kode_indikator")
        if code and code not in served and row.text("kode_unit") in planned:
            rule = Message.of(
                "Indikator {kode} tidak punya tugas, sehingga susunan apa pun tidak memenuhi K067.", kode=code
            )
            action = Message.of("Tambahkan tugasnya di lembar Tugas, atau hapus indikator ini.")
            yield warning("K067", row.at("kode_indikator"), code, rule, action)


def pattern_issues(problem: Problem, tables: Mapping[str, Table]) -> Iterator[Issue]:
    """K021: the declared pattern against the one the officials form, which is the one that counts."""
    found = structures(problem, ruleset(problem))
    for row in _rows(tables, names.UNIT):
        structure = found.get(row.text("kode_unit"))
        if structure is None or not structure.declared_differs:
            continue
        if structure.pattern is None:
            rule = Message.of("Pejabat unit ini tidak membentuk Pola {tulis}.", tulis=row.text("pola"))
        else:
            rule = Message.of(
                "Pejabat unit ini membentuk Pola {ada}, bukan {tulis}; yang dipakai Pola {ada}.",
                ada=structure.pattern.pattern,
                tulis=row.text("pola"),
            )
        action = Message.of("Perbaiki pola, atau lengkapi lembar Pejabat (K021).")
        yield warning("K021", row.at("pola"), row.text("pola"), rule, action)


def _rows(tables: Mapping[str, Table], sheet: str) -> tuple[DataRow, ...]:
    return tables[sheet].rows if sheet in tables else ()
