"""Staff from groups of the same position: grades, job classes and competence levels that fit the level.

A group says what its members share; `[[orang]]` rows of the example change single people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from alokasi.examples.names import invented_names
from alokasi.examples.sources import Row, content
from alokasi_models.problem import Category, Employee, EmployeeStatus, Level

OWN, NEAR = (-1, 0, 0, 0, 1), (1, 1, 2)  # how a level in an own theme differs; levels held elsewhere
HIGHEST, ELSEWHERE = 5, 0.18  # level of a competence; how often somebody knows a competence of another theme


def staff(book: Row) -> tuple[Employee, ...]:
    """Everybody of the example, numbered P001, P002, ... in the order of the groups (guests keep their prefix)."""
    changes = {row["id_pegawai"]: row for row in book.get("orang", ())}
    rows = [{**row, **changes.pop(row["id_pegawai"], {})} for row in _rows(book)]
    if changes:
        raise ValueError(f"orang names nobody: {sorted(changes)}")
    names = invented_names(len(rows), book["berkas"])
    return tuple(_employee(row, name, book) for row, name in zip(rows, names, strict=True))


def skills(
    rng: Random, usual: int, own: Iterable[str], others: Iterable[str], general: Iterable[str]
) -> dict[str, int]:
    """Levels around `usual` in the own competences, low ones in a few others."""
    held = {id: min(HIGHEST, max(1, usual + rng.choice(OWN))) for id in own}
    held |= {id: min(HIGHEST, max(1, usual + rng.choice((-1, 0)))) for id in general if id not in held}
    for id in others:
        if id not in held and rng.random() < ELSEWHERE:
            held[id] = min(usual, rng.choice(NEAR))
    return held


def standing(level: str, category: str) -> Row:
    """Grades, job class and usual competence level of a jenjang, or of a Pelaksana."""
    found: Row = content("umum")["jenjang"][level or category]
    return found


def grade(of: Row, status: str, turn: int) -> str:
    grades: Sequence[str] = of["golongan_pppk" if status == EmployeeStatus.PPPK else "golongan"]
    return grades[turn % len(grades)]


def _rows(book: Row) -> Iterator[Row]:
    number: dict[str, int] = {}
    for group in book["pegawai"]:
        prefix = group.get("awalan", "P")
        for turn in range(group.get("jumlah", 1)):
            number[prefix] = number.get(prefix, 0) + 1
            yield {
                **group,
                "id_pegawai": f"{prefix}{number[prefix]:03d}",
                "rumpun": group["rumpun"][turn % len(group["rumpun"])],
                "giliran": turn,
            }


def _employee(row: Row, name: str, book: Row) -> Employee:
    of = standing(row.get("jenjang", ""), row["kategori"])
    status = row.get("status", EmployeeStatus.PNS)
    return Employee(
        id=row["id_pegawai"],
        name=row.get("nama", name),
        unit=row.get("kode_unit", book["unit"][0]["kode_unit"]),
        superior=row["atasan_langsung"],
        category=Category(row["kategori"]),
        position=row["nama_jabatan"],
        level=Level(row["jenjang"]) if row.get("jenjang") else None,
        grade=row.get("golongan", grade(of, status, row["giliran"])),
        job_class=row.get("kelas_jabatan", of["kelas_jabatan"]),
        status=EmployeeStatus(status),
        availability=row.get("ketersediaan"),
        starts=row.get("mulai"),
        leaves=row.get("pensiun_atau_pindah"),
        leads_elsewhere=row.get("ketua_di_luar", False),
        themes=tuple(row["rumpun"]),
        career=row.get("arah_karier", ""),
        note=row.get("catatan", ""),
        skills=_skills(row, of, book),
    )


def _skills(row: Row, of: Row, book: Row) -> tuple[tuple[str, int], ...]:
    asked: Mapping[str, Sequence[str]] = book["kompetensi_rumpun"]
    rng = Random(f"{book['berkas']}/{row['id_pegawai']}")
    own = [id for theme in row["rumpun"] for id in asked.get(theme, ())]
    others = [id for ids in asked.values() for id in ids]
    held = skills(rng, of["tingkat"], own, others, content("umum")["kompetensi_umum"])
    held |= row.get("kompetensi", {})
    return tuple(sorted((id, level) for id, level in held.items() if level > 0))
