"""Tables that set two results side by side; the figures draw them as they are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

from alokasi import tables
from alokasi.comparison import Comparison, comparison
from alokasi.texts import Message, translate, wording
from alokasi_dashboards.store import Opened
from alokasi_models.names import shown_names
from alokasi_models.natural import natural

COMPARED = {
    "jam_tak_terpenuhi": (Message.of("Pekerjaan belum terisi"), Message.of("jam")),
    "beban_tertinggi_persen": (Message.of("Beban tertinggi seorang"), Message.of("%")),
    "beban_simpangan_baku": (Message.of("Simpangan baku beban orang"), Message.of("poin")),
    "eu_tim_selisih": (Message.of("Selisih beban antartim"), Message.of("poin")),
    "jumlah_tim": (Message.of("Jumlah tim"), Message.of("tim")),
}


def side_by_side(first: Opened, second: Opened) -> Comparison:
    return comparison([(first.name, first.result), (second.name, second.result)])


def headline_table(results: Iterable[Opened], lang: str) -> pd.DataFrame:
    """Columns skenario, nama, nilai, satuan: the figures of COMPARED for each result."""
    rows = [
        (opened.name, wording(title, lang), figures[name], wording(unit, lang))
        for opened in results
        for figures in (tables.key_figures(opened.result),)
        for name, (title, unit) in COMPARED.items()
    ]
    return pd.DataFrame(rows, columns=["skenario", "nama", "nilai", "satuan"]).astype({"nilai": float})


def load_table(results: Iterable[Opened]) -> pd.DataFrame:
    """Columns skenario, id_pegawai, nama, persen: load of everybody but guests, who have no target."""
    parts = []
    for opened in results:
        load = tables.person_load(opened.result)
        own = load[load["tamu"] != "ya"][["id_pegawai", "nama", "persen"]]
        parts.append(own.assign(skenario=opened.name))
    return pd.concat(parts, ignore_index=True)


def team_table(first: Opened, second: Opened, lang: str) -> pd.DataFrame:
    """Who comes to and leaves each team of the second, against the first. Columns: tables.TEAM_CHANGES."""
    changes = tables.team_changes(side_by_side(first, second), lang)
    return changes[changes["dasar"] == first.name]


def seat_differences(first: Opened, second: Opened, lang: str) -> pd.DataFrame:
    """Columns nama, and a person's seats in either result; only people whose seats differ, by name."""
    before, after = _seats_by_person(first, lang), _seats_by_person(second, lang)
    names = shown_names(first.result.problem) | shown_names(second.result.problem)
    rows = [
        (names[person], before.get(person, "–"), after.get(person, "–"))
        for person in sorted(names, key=lambda id: (natural(names[id]), id))
        if before.get(person, "–") != after.get(person, "–")
    ]
    return pd.DataFrame(rows, columns=["nama", first.name, second.name])


def verdict_differences(first: Opened, second: Opened, lang: str) -> pd.DataFrame:
    """Columns kode, ketentuan, and the status in either result; only clauses whose status differs."""
    other = {(row["kode_unit"], row["kode"]): row["status"] for row in _clauses(second, lang)}
    rows = [
        (row["kode"], row["ketentuan"], translate(row["status"], lang), translate(seen, lang))
        for row in _clauses(first, lang)
        for seen in (other.get((row["kode_unit"], row["kode"]), "–"),)
        if row["status"] != seen
    ]
    return pd.DataFrame(rows, columns=["kode", "ketentuan", first.name, second.name])


def _clauses(opened: Opened, lang: str) -> list[dict[Hashable, Any]]:
    return tables.clauses(opened.result, lang).to_dict("records")


def _seats_by_person(opened: Opened, lang: str) -> dict[str, str]:
    seats = tables.seats(opened.result).sort_values("nama_tim", key=tables.natural_order)
    return {
        str(person): "; ".join(
            f"{row.nama_tim} ({translate(str(row.peran), lang)})" for row in rows.itertuples()
        )
        for person, rows in seats.groupby("id_pegawai")
    }
