"""Work that the plan does not fill, package by package."""

from __future__ import annotations

import pandas as pd

from alokasi.results import NO_PLAN, Result
from alokasi.tables import naming
from alokasi.tables.frames import Columns, frame, hours
from alokasi_models.natural import natural

UNMET: Columns = {
    "kode_tugas": str,
    "uraian_tugas": str,
    "kode_unit": str,
    "kode_tim": str,  # its owner; blank: individual work
    "nama_tim": str,
    "prioritas": int,
    "beban_jam": float,
    "terisi_jam": float,
    "kurang_jam": float,
}


def unmet_work(result: Result) -> pd.DataFrame:
    """A row per package of a planned unit with time missing, most urgent and largest first. Columns:
    UNMET.
    """
    plan = result.plan or NO_PLAN
    planned = {unit.id for unit in result.problem.planned}
    served, owners, teams = plan.served(), plan.owners(), naming.teams(result.problem, plan)
    short = [p for p in result.problem.packages if p.unit in planned and served[p.id] < p.minutes]
    rows = []
    for package in sorted(short, key=lambda p: (p.priority, served[p.id] - p.minutes, natural(p.id))):
        owner = ", ".join(owners.get(package.id, ()))
        filled = served[package.id]
        rows.append(
            (
                package.id,
                package.text,
                package.unit,
                owner,
                teams.get(owner, owner),
                package.priority,
                hours(package.minutes),
                hours(filled),
                hours(package.minutes - filled),
            )
        )
    return frame(UNMET, rows)
