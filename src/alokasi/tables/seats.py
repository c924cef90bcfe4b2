"""Who sits where (sheet Susunan) and who does what (sheet Pembagian Tugas)."""

from __future__ import annotations

import pandas as pd

from alokasi.results import NO_PLAN, Result
from alokasi.tables.frames import Columns, frame, hours
from alokasi_models.names import shown_names
from alokasi_models.natural import natural
from alokasi_models.problem import SeatRole

SEATS: Columns = {
    "kode_tim": str,
    "nama_tim": str,
    "kode_unit": str,
    "kedudukan": str,  # id_pejabat
    "koordinator": str,  # Ketua, Administrator
    "kelas": str,  # internal, lintas unit, lintas instansi
    "id_pegawai": str,
    "nama": str,
    "peran": str,  # Ketua, Anggota, Penasihat
    "jam": float,  # on the team's packages; an adviser's own hours
    "jam_ketua": float,  # the lead's duty share, else 0
}

DIVISION: Columns = {
    "kode_tugas": str,
    "kode_tim": str,  # blank: individual assignment
    "id_pegawai": str,  # blank: nobody serves the package
    "jam": float,
    "uraian_tugas": str,
    "nama": str,
}

_ROLES = tuple(SeatRole)


def seats(result: Result) -> pd.DataFrame:
    """A row per seat, teams by code, the lead first. Columns: SEATS."""
    plan = result.plan or NO_PLAN
    names = shown_names(result.problem)
    formed = {team.id: team for team in plan.teams}
    order = sorted(
        plan.seats,
        key=lambda s: (
            natural(s.team),
            _ROLES.index(s.role),
            natural(names.get(s.employee, s.employee)),
            s.employee,
        ),
    )
    return frame(
        SEATS,
        (
            (
                team.id,
                team.name,
                team.unit,
                team.seat,
                str(team.coordinator),
                str(team.kind),
                seat.employee,
                names.get(seat.employee, seat.employee),
                str(seat.role),
                hours(seat.minutes),
                hours(seat.duty),
            )
            for seat in order
            if (team := formed.get(seat.team)) is not None
        ),
    )


def division(result: Result) -> pd.DataFrame:
    """A row per person and package; a package nobody serves keeps one row with 0 hours. Columns: DIVISION."""
    plan = result.plan or NO_PLAN
    names = shown_names(result.problem)
    texts = {p.id: p.text for p in result.problem.packages}
    order = sorted(plan.work, key=lambda w: (natural(w.package), natural(w.team), natural(w.employee)))
    return frame(
        DIVISION,
        (
            (
                work.package,
                work.team,
                work.employee,
                hours(work.minutes),
                texts.get(work.package, work.package),
                names.get(work.employee, work.employee),
            )
            for work in order
        ),
    )
