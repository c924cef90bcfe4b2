"""Workload analysis (sheet ABK): need in people per position and unit against the incumbents.

Need = sum(volume x norm) / effective hours; EJ (a position) and EU (the unit) = workload / effective time
of the incumbents. Class A, over 1.00, means overload.
"""

from __future__ import annotations

import pandas as pd

from alokasi.results import Result
from alokasi.tables.frames import Columns, frame, hours
from alokasi_models.workload import UNIT_TOTAL, abk_rows

POSITION_NEED: Columns = {
    "kode_unit": str,
    "nama_jabatan": str,  # TOTAL for the unit
    "beban_jam": float,
    "kebutuhan": float,  # people, exact
    "pembulatan": float,  # people, rounded as the norm says; of a unit: the sum over its positions
    "pemangku": int,  # incumbents
    "selisih": float,  # incumbents less rounded need: below 0 is a shortage
    "ej": float,  # NaN without incumbents
    "kelas": str,  # A .. E, "" without incumbents
}

TOTAL = "Jumlah unit"
_DIGITS = 4


def position_need(result: Result) -> pd.DataFrame:
    """A row per position of each planned unit, then the unit's total. Columns: POSITION_NEED."""
    return frame(
        POSITION_NEED,
        (
            (
                row.unit,
                TOTAL if row.position == UNIT_TOTAL else row.position,
                hours(row.minutes),
                round(float(row.need), _DIGITS),
                round(float(row.rounded), _DIGITS),
                row.incumbents,
                round(float(row.difference), _DIGITS),
                float("nan") if row.ej is None else round(float(row.ej), _DIGITS),
                row.grade,
            )
            for row in abk_rows(result.problem, result.ruleset.norm)
        ),
    )
