"""The sheets a result adds to the workbook, and the object that `--json` prints."""

from __future__ import annotations

from datetime import date, datetime
from math import isnan
from typing import Any

import pandas as pd

from alokasi.results import Result
from alokasi.tables.abk import position_need
from alokasi.tables.frames import rows
from alokasi.tables.key_figures import key_figures
from alokasi.tables.loads import person_load, team_load
from alokasi.tables.seats import SEATS, division, seats
from alokasi.tables.summary import figures_summary
from alokasi.tables.verdicts import clauses

SHEETS: dict[str, tuple[str, ...]] = {
    "Susunan": tuple(SEATS),
    "Pembagian Tugas": ("kode_tugas", "kode_tim", "id_pegawai", "jam"),
    "Beban": ("id_pegawai", "nama", "kode_unit", "jam", "jam_efektif", "persen", "jumlah_tim", "ketua_di"),
    "Beban Tim": (
        "kode_tim",
        "anggota",
        "beban_jam",
        "terisi_jam",
        "kurang_jam",
        "eu_persen",
        "fte",
        "beban_rata_rata_persen",
        "beban_tertinggi_persen",
    ),
    "ABK": (
        "kode_unit",
        "nama_jabatan",
        "beban_jam",
        "kebutuhan",
        "pembulatan",
        "pemangku",
        "selisih",
        "ej",
        "kelas",
    ),
    "Uji Pasal": (
        "kode_unit",
        "kode",
        "pasal",
        "ketentuan",
        "status",
        "bukti",
        "rincian",
        "bacaan",
        "penentu",
    ),
    "Ringkasan": ("kode_unit", "nama", "nilai", "satuan", "batas", "selisih_persen", "sumber_batas"),
}


def result_sheets(result: Result, lang: str = "id") -> dict[str, pd.DataFrame]:
    """Sheet name to table, with exactly the columns of the sheet. Headers and codes are Indonesian in any
    language.
    """
    tables = {
        "Susunan": seats(result),
        "Pembagian Tugas": division(result),
        "Beban": person_load(result),
        "Beban Tim": team_load(result),
        "ABK": position_need(result),
        "Uji Pasal": clauses(result, lang),
        "Ringkasan": figures_summary(result, lang),
    }
    return {sheet: table[list(SHEETS[sheet])] for sheet, table in tables.items()}


def summary_json(result: Result, lang: str = "id") -> dict[str, Any]:
    """One object for a machine: status, uji_pasal, ringkasan, angka, waktu. Missing values are null, never
    NaN.
    """
    outcome = result.outcome
    found: dict[str, Any] = {} if outcome is None else {"status": str(outcome.status)}
    found |= {
        "uji_pasal": records(clauses(result, lang)),
        "ringkasan": records(figures_summary(result, lang)),
        "angka": key_figures(result),
    }
    if outcome is not None:
        found["waktu"] = {"detik": outcome.seconds, "rencana_pertama_detik": outcome.first_plan_seconds}
    return found


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain values for JSON."""
    return [{name: _plain(value) for name, value in row.items()} for row in rows(table)]


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return None if isnan(value) else value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value
