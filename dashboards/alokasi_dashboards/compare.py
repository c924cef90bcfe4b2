"""Tables that set two results side by side; the figures draw them as they are."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from alokasi import tables
from alokasi.texts import translate
from alokasi_dashboards.store import Opened

COMPARED = (
    "jam_tak_terpenuhi",
    "beban_tertinggi_persen",
    "beban_simpangan_baku",
    "eu_tim_selisih",
    "jumlah_tim",
)


def headline_table(results: Iterable[Opened], lang: str) -> pd.DataFrame:
    """Columns skenario, nama, nilai, satuan: the figures of COMPARED for each result."""
    rows = [
        (
            opened.name,
            translate(tables.FIGURE_NAMES[name], lang),
            figures[name],
            translate(tables.UNITS[name], lang),
        )
        for opened in results
        for figures in (tables.key_figures(opened.result),)
        for name in COMPARED
    ]
    return pd.DataFrame(rows, columns=["skenario", "nama", "nilai", "satuan"]).astype({"nilai": float})


def load_table(results: Iterable[Opened]) -> pd.DataFrame:
    """Columns skenario, id_pegawai, nama, persen: everybody's load in each result (guests have no target: left out)."""
    parts = []
    for opened in results:
        load = tables.person_load(opened.result)
        own = load[load["tamu"] != "ya"][["id_pegawai", "nama", "persen"]]
        parts.append(own.assign(skenario=opened.name))
    return pd.concat(parts, ignore_index=True)


def seat_differences(first: Opened, second: Opened, lang: str) -> pd.DataFrame:
    """Columns nama, and a person's seats in either result; only people whose seats differ, by name."""
    before, after = _seats_by_person(first), _seats_by_person(second)
    names = _names(first) | _names(second)
    rows = [
        (names[person], before.get(person, "–"), after.get(person, "–"))
        for person in sorted(names, key=lambda id: (names[id], id))
        if before.get(person, "–") != after.get(person, "–")
    ]
    return pd.DataFrame(rows, columns=["nama", first.name, second.name])


def verdict_differences(first: Opened, second: Opened, lang: str) -> pd.DataFrame:
    """Columns kode, ketentuan, and the status in either result; only clauses whose status differs."""
    key = ["kode_unit", "kode"]
    one = tables.clauses(first.result, lang).set_index(key)
    other = tables.clauses(second.result, lang).set_index(key)["status"]
    rows = [
        (code, row.ketentuan, translate(row.status, lang), translate(str(other.get((unit, code), "–")), lang))
        for (unit, code), row in one.iterrows()
        if row.status != other.get((unit, code))
    ]
    return pd.DataFrame(rows, columns=["kode", "ketentuan", first.name, second.name])


def _seats_by_person(opened: Opened) -> dict[str, str]:
    seats = tables.seats(opened.result)
    return {
        str(person): "; ".join(
            f"{row.nama_tim} ({row.peran})" for row in rows.sort_values("nama_tim").itertuples()
        )
        for person, rows in seats.groupby("id_pegawai")
    }


def _names(opened: Opened) -> dict[str, str]:
    return {employee.id: employee.name for employee in opened.result.problem.employees}
