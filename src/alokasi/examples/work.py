"""Targets, work packages and the competences they need, from the groups of an example."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from alokasi.examples.sources import Row
from alokasi_models.problem import (
    Category,
    Indicator,
    Level,
    Need,
    NeedKind,
    TargetSource,
    WorkForm,
    WorkNature,
    WorkPackage,
)


def indicators(book: Row) -> tuple[Indicator, ...]:
    unit = book["unit"][0]["kode_unit"]
    return tuple(
        Indicator(
            id=row["kode_indikator"],
            text=row["uraian"],
            unit=row.get("kode_unit", unit),
            source=TargetSource(row["acuan"]),
            owner=row.get("pemilik", ""),
            priority=row.get("prioritas", 2),
        )
        for row in book["indikator"]
    )


def packages(book: Row) -> tuple[WorkPackage, ...]:
    return tuple(_package(row, book) for row in package_rows(book))


def needs(book: Row) -> tuple[Need, ...]:
    return tuple(need for row in package_rows(book) for need in _needs(row))


def package_rows(book: Row) -> Iterator[Row]:
    """A row for every line of every `[[tugas]]` group, numbered T01, T02, ...; a line's own keys win."""
    number = count(1)
    for group in book["tugas"]:
        shared = {key: value for key, value in group.items() if key != "baris"}
        for line in group["baris"]:
            yield {**shared, **line, "kode_tugas": f"T{next(number):02d}"}


def _package(row: Row, book: Row) -> WorkPackage:
    category, level = row.get("kategori_jabatan"), row.get("jenjang_minimum")
    return WorkPackage(
        id=row["kode_tugas"],
        text=row["uraian"],
        unit=row.get("kode_unit", book["unit"][0]["kode_unit"]),
        indicator=row["indikator"],
        theme=row["rumpun"],
        volume=Decimal(row["volume"]),
        norm_hours=Decimal(row["norma"]),
        source=row.get("acuan", book.get("acuan", "")),
        position=row.get("nama_jabatan", ""),
        output=row.get("hasil", ""),
        priority=row.get("prioritas", 2),
        nature=WorkNature(row.get("sifat", WorkNature.ROUTINE)),
        form=WorkForm(row.get("bentuk", WorkForm.TEAM)),
        team="" if row.get("bentuk") == WorkForm.INDIVIDUAL else row.get("kode_tim", ""),
        current_team=row.get("kode_tim_berjalan", ""),
        category=Category(category) if category else None,
        minimum_level=Level(level) if level else None,
        funding=row.get("sumber_pembiayaan", ""),
        budget=Decimal(row["anggaran"]) if "anggaran" in row else None,
    )


def _needs(row: Row) -> Iterator[Need]:
    """`wajib` and `diutamakan`: competence to level; `salah_satu`: alternatives; `orang`: people per competence."""
    id, people = row["kode_tugas"], row.get("orang", {})
    for key, kind in (("wajib", NeedKind.REQUIRED), ("diutamakan", NeedKind.PREFERRED)):
        for competence, level in row.get(key, {}).items():
            yield Need(id, competence, level, kind, headcount=people.get(competence, 1))
    for competence, level in row.get("salah_satu", {}).items():
        yield Need(id, competence, level, group="pilihan")
