"""A problem as rows of the input sheets: column name to value, in the order of the problem.

Blank is None. Hours are minutes / 60; flags are the words ya and tidak.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from alokasi.workbook import names
from alokasi_models.problem import MINUTES_PER_HOUR, Problem

Row: TypeAlias = Mapping[str, object]
_HOUR_DIGITS = 4  # 0.0001 h is less than 0.01 minute: whole minutes come back


def input_rows(problem: Problem, include_nip: bool = True) -> dict[str, list[Row]]:
    """Rows of every input sheet. `Kompetensi Pegawai` has a further column per competence code."""
    rows = {sheet: list(make(problem)) for sheet, make in _MAKERS.items()}
    if not include_nip:
        for sheet in (names.OFFICIALS, names.STAFF):
            rows[sheet] = [{**row, "nip": None} for row in rows[sheet]]
    return rows


def hours(minutes: int | None) -> float | None:
    return None if minutes is None else round(minutes / MINUTES_PER_HOUR, _HOUR_DIGITS)


def _yes(flag: bool) -> str:
    return "ya" if flag else "tidak"


def _units(problem: Problem) -> Iterable[Row]:
    for u in problem.units:
        yield {
            "kode_unit": u.id,
            "nama_unit": u.name,
            "jenis_unit": u.kind,
            "peran": u.role,
            "pola": u.declared_pattern,
            "unit_induk": u.parent,
            "tahun": u.year,
            "jam_efektif": u.effective_hours,
            "disederhanakan": _yes(u.simplified),
            "kota": u.city,
            "lingkup": u.scope,
            "pagu_anggaran": u.budget_ceiling,
        }


def _officials(problem: Problem) -> Iterable[Row]:
    for o in problem.officials:
        yield {
            "id_pejabat": o.id,
            "nama": o.name,
            "nip": o.nip,
            "kode_unit": o.unit,
            "jabatan": o.position,
            "jenis_jabatan": o.kind,
            "atasan": o.superior,
            "golongan": o.grade,
            "kelas_jabatan": o.job_class,
            "fungsi_perencanaan": _yes(o.planning),
            "status": o.status,
        }


def _staff(problem: Problem) -> Iterable[Row]:
    for e in problem.employees:
        yield {
            "id_pegawai": e.id,
            "nama": e.name,
            "nip": e.nip,
            "kode_unit": e.unit,
            "atasan_langsung": e.superior,
            "kategori": e.category,
            "nama_jabatan": e.position,
            "jenjang": e.level,
            "golongan": e.grade,
            "kelas_jabatan": e.job_class,
            "status": e.status,
            "ketersediaan": e.availability,
            "mulai": e.starts,
            "pensiun_atau_pindah": e.leaves,
            "ketua_di_luar": _yes(e.leads_elsewhere),
            "rumpun": "; ".join(e.themes),
            "arah_karier": e.career,
            "catatan": e.note,
        }


def _competences(problem: Problem) -> Iterable[Row]:
    for c in problem.competences:
        yield {"kode_kompetensi": c.id, "nama": c.name, "jenis": c.kind}


def _skills(problem: Problem) -> Iterable[Row]:
    if not problem.competences:
        return
    for e in problem.employees:
        yield {"id_pegawai": e.id, **dict(e.skills)}


def _indicators(problem: Problem) -> Iterable[Row]:
    for i in problem.indicators:
        yield {
            "kode_indikator": i.id,
            "uraian": i.text,
            "kode_unit": i.unit,
            "acuan": i.source,
            "pemilik": i.owner,
            "prioritas": i.priority,
        }


def _packages(problem: Problem) -> Iterable[Row]:
    for p in problem.packages:
        yield {
            "kode_tugas": p.id,
            "uraian_tugas": p.text,
            "kode_unit": p.unit,
            "indikator": p.indicator,
            "acuan": p.source,
            "rumpun": p.theme,
            "nama_jabatan": p.position,
            "hasil_kerja": p.output,
            "volume": p.volume,
            "norma_jam": p.norm_hours,
            "beban_jam": p.volume * p.norm_hours,
            "prioritas": p.priority,
            "sifat": p.nature,
            "bentuk": p.form,
            "kode_tim": p.team,
            "kode_tim_berjalan": p.current_team,
            "kategori_jabatan": p.category,
            "jenjang_minimum": p.minimum_level,
            "sumber_pembiayaan": p.funding,
            "anggaran": p.budget,
        }


def _needs(problem: Problem) -> Iterable[Row]:
    for n in problem.needs:
        yield {
            "kode_tugas": n.package,
            "kode_kompetensi": n.competence,
            "level_minimum": n.level,
            "sifat": n.kind,
            "kelompok": n.group,
            "jumlah_orang": n.headcount,
        }


def _teams(problem: Problem) -> Iterable[Row]:
    for t in problem.teams:
        yield {
            "kode_tim": t.id,
            "nama_tim": t.name,
            "kode_unit": t.unit,
            "kedudukan": t.seat,
            "koordinator": t.coordinator,
            "kelas": t.kind,
            "status": t.status,
            "anggota_min": t.min_size,
            "anggota_maks": t.max_size,
            "rumpun": t.theme,
        }


def _loans(problem: Problem) -> Iterable[Row]:
    for loan in problem.loans:
        yield {
            "id_pegawai": loan.employee,
            "kode_unit_tujuan": loan.host,
            "kode_tim": loan.team,
            "jam_maks": hours(loan.max_minutes),
            "persetujuan_atasan": loan.superior_consent,
            "persetujuan_pimpinan": loan.head_consent,
        }


def _locks(problem: Problem) -> Iterable[Row]:
    for lock in problem.locks:
        yield {
            "jenis": lock.kind,
            "id_pegawai": lock.employee,
            "kode_tim": lock.team,
            "id_pegawai_2": lock.other,
            "kode_tugas": lock.package,
            "jam": hours(lock.minutes),
            "alasan": lock.reason,
        }


def _current(problem: Problem) -> Iterable[Row]:
    for seat in problem.current:
        yield {
            "id_pegawai": seat.employee,
            "kode_tim": seat.team,
            "nama_tim": seat.team_name,
            "kedudukan": seat.seat,
            "koordinator": seat.coordinator,
            "kelas": seat.kind,
            "peran": seat.role,
            "jam": hours(seat.minutes),
        }


def _settings(problem: Problem) -> Iterable[Row]:
    for s in problem.settings:
        yield {
            "nama": s.name,
            "nilai": s.value,
            "alasan": s.reason,
            "diputuskan_oleh": s.decided_by,
            "tanggal": s.decided_on,
            "nomor_surat": s.letter,
        }


_MAKERS: dict[str, Callable[[Problem], Iterable[Row]]] = {
    names.UNIT: _units,
    names.OFFICIALS: _officials,
    names.STAFF: _staff,
    names.COMPETENCES: _competences,
    names.SKILLS: _skills,
    names.INDICATORS: _indicators,
    names.PACKAGES: _packages,
    names.NEEDS: _needs,
    names.TEAMS: _teams,
    names.LOANS: _loans,
    names.LOCKS: _locks,
    names.CURRENT: _current,
    names.SETTINGS: _settings,
}


def plain(value: object) -> object:
    """A value as a spreadsheet keeps it: blank as None, an exact decimal as number, a word as text."""
    if value is None or value == "" or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
