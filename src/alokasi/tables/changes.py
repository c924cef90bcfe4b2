"""What changes against the decree in force: who comes, goes, or takes another role, team by team."""

from __future__ import annotations

import pandas as pd

from alokasi.results import Result
from alokasi.tables import naming
from alokasi.tables.frames import Columns, frame
from alokasi_models.decree import moves as seat_moves
from alokasi_models.names import shown_names
from alokasi_models.natural import natural

MOVES: Columns = {
    "id_pegawai": str,
    "nama": str,
    "perubahan": str,  # masuk, keluar, pindah, ganti peran
    "kode_tim": str,
    "nama_tim": str,
    "tim_lain": str,  # name of the team left or moved to, "" for none
    "peran_sebelum": str,  # "" for somebody new
    "peran_sesudah": str,  # "" for somebody who leaves
}


def moves(result: Result) -> pd.DataFrame:
    """A row per person and seat that differs from the decree in force; empty without a decree. Columns:
    MOVES.
    """
    if result.plan is None or result.baseline is None:
        return frame(MOVES, ())
    names = shown_names(result.problem)
    teams = naming.teams(result.problem, result.baseline, result.plan)
    return frame(
        MOVES,
        (
            (
                move.employee,
                names.get(move.employee, move.employee),
                str(move.kind),
                move.team,
                teams.get(move.team, move.team),
                teams.get(move.other, move.other),
                str(move.before),
                str(move.after),
            )
            for move in sorted(
                seat_moves(result.problem, result.plan),
                key=lambda move: (natural(move.employee), natural(move.team)),
            )
        ),
    )
