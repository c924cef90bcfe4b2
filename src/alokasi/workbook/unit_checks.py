"""What is told of a planned unit before any plan: nobody in it, a target without work, another pattern, no one
Project Manager.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.faults import warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.problem import OfficialStatus, Problem, UnitRole
from alokasi_models.structure import OUTSIDE, UnitStructure, structures


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
    yield from _other_years(planned)


def _other_years(planned: list[DataRow]) -> Iterator[Issue]:
    """A workbook is of one year: a unit of another is most likely a row of last year's."""
    dated = [row for row in planned if row.whole("tahun") is not None]
    for row in dated[1:]:
        year, first = row.whole("tahun"), dated[0].whole("tahun")
        if year != first:
            rule = Message.of(
                "Data bertahun {tahun}, unit {unit} di {sel} bertahun {lain}.",
                tahun=str(year),
                lain=str(first),
                unit=dated[0].text("kode_unit"),
                sel=dated[0].at("tahun").cell,
            )
            action = Message.of("Samakan tahunnya, atau bagi menjadi dua buku kerja.")
            yield warning("W075", row.at("tahun"), str(year), rule, action)


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
    """K021: the pattern the officials form, which is the one that counts; K006: who can be Project Manager (A18)."""
    rules = ruleset(problem)
    found = structures(problem, rules)
    for row in _rows(tables, names.UNIT):
        structure = found.get(row.text("kode_unit"))
        if structure is not None and structure.unit.simplified:
            yield from _pattern(row, structure)
            yield from _managers(row, structure, rules)


def _pattern(row: DataRow, structure: UnitStructure) -> Iterator[Issue]:
    declared, pattern = row.text("pola"), structure.pattern
    outside = pattern is not None and pattern.pattern == OUTSIDE
    if not outside and not structure.declared_differs:
        return
    if outside:
        rule = Message.of(
            "Pejabat unit ini tidak membentuk satu pun dari sembilan pola; yang dipakai batas umum unit PPT Pratama."
        )
    elif pattern is None:
        rule = Message.of("Pejabat unit ini tidak membentuk Pola {tulis}.", tulis=declared)
    else:
        rule = Message.of(
            "Pejabat unit ini membentuk Pola {ada}, bukan {tulis}; yang dipakai Pola {ada}.",
            ada=pattern.pattern,
            tulis=declared,
        )
    action = Message.of("Perbaiki pola, atau lengkapi lembar Pejabat (K021).")
    yield warning("K021", row.at("pola"), declared, rule, action)


def _managers(row: DataRow, structure: UnitStructure, rules: Ruleset) -> Iterator[Issue]:
    """A unit is planned all the same: the head chooses among several, or names one where nobody qualifies."""
    pattern, wanted = structure.pattern, rules.rule("K006").number("managers")
    present = [one for one in structure.managers if one.status is not OfficialStatus.VACANT]
    if not structure.optimised or pattern is None or len(present) == wanted:
        return
    if rules.decisions.keys() & {"K006", pattern.manager_rule}:
        return
    rule = Message.of(
        "Yang dapat menjadi Project Manager unit {unit}: {n} pejabat, seharusnya {batas}.",
        unit=structure.unit.id,
        n=len(present),
        batas=wanted,
    )
    action = Message.of(
        "Isi fungsi_perencanaan pada satu pejabat di lembar Pejabat, atau catat pilihan kepala unit di Setelan (K006)."
    )
    yield warning("K006", row.at("kode_unit"), structure.unit.id, rule, action)


def _rows(tables: Mapping[str, Table], sheet: str) -> tuple[DataRow, ...]:
    return tables[sheet].rows if sheet in tables else ()
