"""Which columns the report shows of each table, and under which header."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alokasi import tables
from alokasi.report.cells import Column, Grid, count, grid, hours, people, ratio, share, signed, text, word
from alokasi.results import Result
from alokasi.tables.abk import TOTAL
from alokasi.texts import translate
from alokasi_models.natural import natural
from alokasi_models.workload import UNNAMED_POSITION

OVERLOAD = "A"  # class over 1.00: overload, whatever the tables of ABK call it


def person_load(result: Result, lang: str) -> Grid:
    table = tables.person_load(result).sort_values(
        ["persen", "nama"], ascending=[False, True], na_position="last", key=tables.natural_order
    )
    leads = table.assign(ketua_di=table["ketua_di"].replace("", "–"))
    return grid(
        leads,
        (
            Column("nama", translate("Nama", lang), text),
            Column("jam", translate("Jam", lang), hours, number=True),
            Column("jam_efektif", translate("Jam efektif", lang), hours, number=True),
            Column("persen", translate("Beban", lang), share, number=True),
            Column("jumlah_tim", translate("Jumlah tim", lang), count, number=True),
            Column("ketua_di", translate("Ketua di", lang), text),
        ),
        lang,
    )


def team_load(result: Result, lang: str) -> Grid:
    return grid(
        tables.team_load(result).sort_values(
            ["eu_persen", "kode_tim"], ascending=[False, True], na_position="last", key=tables.natural_order
        ),
        (
            Column("nama_tim", translate("Tim", lang), text),
            Column("anggota", translate("Orang", lang), count, number=True),
            Column("beban_jam", translate("Beban (jam)", lang), hours, number=True),
            Column("terisi_jam", translate("Terisi (jam)", lang), hours, number=True),
            Column("kurang_jam", translate("Kurang (jam)", lang), hours, number=True),
            Column("eu_persen", translate("EU tim", lang), share, number=True),
            Column("fte", translate("Kebutuhan orang", lang), ratio, number=True),
            Column("beban_rata_rata_persen", translate("Beban rata-rata orang", lang), share, number=True),
            Column("beban_tertinggi_persen", translate("Beban tertinggi orang", lang), share, number=True),
        ),
        lang,
    )


def person_team_hours(result: Result, lang: str) -> Grid:
    return grid(
        tables.person_team_hours(result, lang).sort_values(
            ["nama", "id_pegawai", "kode_tim"], key=tables.natural_order
        ),
        (
            Column("nama", translate("Nama", lang), text),
            Column("nama_tim", translate("Tim", lang), text),
            Column("jam", translate("Jam", lang), hours, number=True),
        ),
        lang,
    )


def competence(result: Result, lang: str) -> Grid:
    return grid(
        tables.team_competences(result).sort_values(
            ["kurang", "nama"], ascending=[False, True], key=tables.natural_order
        ),
        (
            Column("nama_tim", translate("Tim atau tugas individu", lang), text),
            Column("nama", translate("Kompetensi wajib", lang), text),
            Column("level", translate("Level", lang), text, number=True),
            Column("dibutuhkan", translate("Dibutuhkan", lang), count, number=True),
            Column("ditempatkan", translate("Dimiliki anggota", lang), count, number=True),
            Column("kurang", translate("Kurang", lang), count, number=True),
        ),
        lang,
    )


def before_after(result: Result, lang: str) -> Grid:
    return grid(
        tables.load_before_after(result),
        (
            Column("nama", translate("Nama", lang), text),
            Column("jam_sebelum", translate("Jam sebelum", lang), hours, number=True),
            Column("jam_sesudah", translate("Jam sesudah", lang), hours, number=True),
            Column("persen_sebelum", translate("Beban sebelum", lang), share, number=True),
            Column("persen_sesudah", translate("Beban sesudah", lang), share, number=True),
        ),
        lang,
    )


def moves(result: Result, lang: str) -> Grid:
    return grid(
        tables.moves(result).replace(
            {name: {"": "–"} for name in ("tim_lain", "peran_sebelum", "peran_sesudah")}
        ),
        (
            Column("nama", translate("Nama", lang), text),
            Column("nama_tim", translate("Tim", lang), text),
            Column("perubahan", translate("Perubahan", lang), word),
            Column("tim_lain", translate("Tim asal atau tujuan", lang), text),
            Column("peran_sebelum", translate("Peran sebelum", lang), word),
            Column("peran_sesudah", translate("Peran sesudah", lang), word),
        ),
        lang,
    )


def unmet(result: Result, lang: str) -> Grid:
    table = tables.unmet_work(result)
    return grid(
        table.assign(nama_tim=table["nama_tim"].replace("", translate("Penugasan individu", lang))),
        (
            Column("uraian_tugas", translate("Tugas", lang), text),
            Column("nama_tim", translate("Pemilik", lang), text),
            Column("prioritas", translate("Prioritas", lang), count, number=True),
            Column("beban_jam", translate("Beban (jam)", lang), hours, number=True),
            Column("kurang_jam", translate("Kurang (jam)", lang), hours, number=True),
        ),
        lang,
    )


def individual(result: Result, lang: str) -> Grid:
    rows = tables.division(result)
    alone = rows[(rows["kode_tim"] == "") & (rows["id_pegawai"] != "")]
    return grid(
        alone.sort_values(["nama", "kode_tugas"], key=tables.natural_order),
        (
            Column("nama", translate("Nama", lang), text),
            Column("uraian_tugas", translate("Tugas", lang), text),
            Column("jam", translate("Jam", lang), hours, number=True),
        ),
        lang,
    )


def abk(result: Result, lang: str) -> Grid:
    table = tables.position_need(result)
    names = {unit.id: unit.name for unit in result.problem.units}
    return grid(
        table.assign(
            unit=table["kode_unit"].map(names),
            kelas=table["kelas"].replace({"": "–", OVERLOAD: f"{OVERLOAD} ▲"}),
        ),
        (
            *((Column("unit", translate("Unit", lang), text),) if len(result.problem.planned) > 1 else ()),
            Column("nama_jabatan", translate("Jabatan", lang), _position),
            Column("beban_jam", translate("Beban (jam)", lang), hours, number=True),
            Column("kebutuhan", translate("Kebutuhan", lang), ratio, number=True),
            Column("pembulatan", translate("Dibulatkan", lang), people, number=True),
            Column("pemangku", translate("Pegawai ada", lang), count, number=True),
            Column("selisih", translate("Selisih", lang), signed, number=True),
            Column("ej", translate("EJ / EU", lang), ratio, number=True),
            Column("kelas", translate("Kelas", lang), text),
        ),
        lang,
        emphasis=lambda row: row["nama_jabatan"] == TOTAL,
    )


def search(result: Result, lang: str) -> Grid:
    return grid(
        tables.history(result, lang),
        (
            Column("detik", translate("Detik", lang), ratio, number=True),
            Column("tujuan", translate("Tujuan", lang), text),
            Column("nilai", translate("Nilai", lang), hours, number=True),
            Column("batas", translate("Batas terbaik", lang), hours, number=True),
        ),
        lang,
    )


def _position(value: Any, lang: str) -> str:
    """A position keeps its name; only the words of the table itself are translated."""
    return word(value, lang) if value in (TOTAL, UNNAMED_POSITION) else str(value)


def packages(result: Result, team: str, lang: str) -> Grid:
    """Packages of a team with their demand and what is filled."""
    plan = result.plan
    owned = sorted({w.package for w in plan.work if w.team == team}, key=natural) if plan is not None else []
    served = plan.served() if plan is not None else {}
    known = {p.id: p for p in result.problem.packages}
    table = pd.DataFrame(
        [
            {"tugas": known[id].text, "beban": known[id].minutes / 60, "terisi": served[id] / 60}
            for id in owned
            if id in known
        ],
        columns=["tugas", "beban", "terisi"],
    )
    return grid(
        table,
        (
            Column("tugas", translate("Tugas", lang), text),
            Column("beban", translate("Beban (jam)", lang), hours, number=True),
            Column("terisi", translate("Terisi (jam)", lang), hours, number=True),
        ),
        lang,
    )
