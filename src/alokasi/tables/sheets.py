"""The sheets a result adds to the workbook, and the object that `--json` prints."""

from __future__ import annotations

from datetime import date, datetime
from math import isnan
from typing import Any

import pandas as pd

from alokasi.results import Result
from alokasi.tables.abk import position_need
from alokasi.tables.assumed import assumed_json
from alokasi.tables.frames import rows
from alokasi.tables.key_figures import key_figures
from alokasi.tables.loads import person_load, team_load
from alokasi.tables.seats import division, seats
from alokasi.tables.summary import figures_summary
from alokasi.tables.verdicts import clauses
from alokasi.workbook.columns import RESULT_SHEETS

SHEETS = {sheet.name: tuple(column.name for column in sheet.columns) for sheet in RESULT_SHEETS}


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
    if result.assumed:
        found |= assumed_json(result, lang)
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
