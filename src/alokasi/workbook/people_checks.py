"""What is told of a person or an official: a rank, a level, a time of year, a chain of superiors that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alokasi.texts import Message, Names
from alokasi.workbook import names
from alokasi.workbook.faults import error, warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.problem import (
    EXPERT_LEVELS,
    SKILL_LEVELS,
    Category,
    EmployeeStatus,
    grade_rank,
)

_LEVELS = {
    Category.EXPERT: tuple(map(str, EXPERT_LEVELS)),
    Category.SKILL: tuple(map(str, SKILL_LEVELS)),
    Category.PELAKSANA: (),
}


def people_issues(tables: Mapping[str, Table]) -> Iterator[Issue]:
    officials, staff = _rows(tables, names.OFFICIALS), _rows(tables, names.STAFF)
    years = {row.text("kode_unit"): row.whole("tahun") for row in _rows(tables, names.UNIT)}
    for row in officials:
        yield from _unread_grade(row)
    for row in staff:
        if row.text("status") != EmployeeStatus.PPPK:
            yield from _unread_grade(row)
        yield from _level(row)
        yield from _away(row, years.get(row.text("kode_unit")))
    yield from _circles(officials)


def _unread_grade(row: DataRow) -> Iterator[Issue]:
    """K160 compares ranks; one that cannot be read is as good as none."""
    grade = row.text("golongan")
    if grade and grade_rank(grade) is None:
        rule = Message.of(
            "golongan “{nilai}” tidak dikenal; penilai kinerja (K160) tidak dapat ditentukan.", nilai=grade
        )
        yield warning("W086", row.at("golongan"), grade, rule, Message.of("Tulis I/a sampai IV/e."))


def _level(row: DataRow) -> Iterator[Issue]:
    category, level = row.text("kategori"), row.text("jenjang")
    if not category or not level or level in _LEVELS[Category(category)]:
        return
    rule = Message.of("jenjang {jenjang} bukan jenjang {kategori}.", jenjang=level, kategori=category)
    allowed = _LEVELS[Category(category)]
    if allowed:
        action = Message.of(
            "Perbaiki kategori, atau pilih jenjang {pilihan}.", pilihan=Names(allowed, len(allowed))
        )
    else:
        action = Message.of("Perbaiki kategori, atau kosongkan jenjang.")
    yield warning("W087", row.at("jenjang"), level, rule, action)


def _away(row: DataRow, year: int | None) -> Iterator[Issue]:
    """Gone before the year, or not there before its end: no hours, so no work and no seat."""
    if year is None or row.number_of("ketersediaan") is not None or "ketersediaan" in row.failed:
        return
    starts, leaves = row.day("mulai"), row.day("pensiun_atau_pindah")
    for column, day, away in (
        ("pensiun_atau_pindah", leaves, leaves is not None and leaves.year < year),
        ("mulai", starts, starts is not None and starts.year > year),
    ):
        if day is not None and away:
            rule = Message.of(
                "{id} tidak bekerja di unit ini sepanjang {tahun}, jadi tidak mendapat jam dan tim.",
                id=row.text("id_pegawai"),
                tahun=str(year),
            )
            action = Message.of("Perbaiki tanggalnya, atau hapus orang ini.")
            yield warning("W088", row.at(column), day.strftime("%d/%m/%Y"), rule, action)


def _circles(officials: tuple[DataRow, ...]) -> Iterator[Issue]:
    """Officials who are their own superior through others, each circle told once."""
    above = {row.text("id_pejabat"): row.text("atasan") for row in officials}
    told: set[str] = set()
    for row in officials:
        circle: dict[str, None] = {}
        here = row.text("id_pejabat")
        while here and here not in circle and here not in told:
            circle[here] = None
            here = above.get(here, "")
        told.update(circle)
        if circle and here == next(iter(circle)):
            rule = Message.of("Rantai atasan berputar: {id}.", id=Names((*circle, here), len(circle) + 1))
            action = Message.of("Perbaiki atasan salah satunya; kosongkan untuk pimpinan unit.")
            yield error("W089", row.at("atasan"), row.text("atasan"), rule, action)


def _rows(tables: Mapping[str, Table], sheet: str) -> tuple[DataRow, ...]:
    return tables[sheet].rows if sheet in tables else ()
