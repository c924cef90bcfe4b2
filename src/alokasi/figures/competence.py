"""Competence asked for by the teams against what their members hold."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.labels import beside, row_height
from alokasi.figures.template import ACCENT, MOST_PEOPLE, SPARE, compose, empty
from alokasi.tables.frames import natural_order
from alokasi.texts import Message, translate, whole, wording

_ROW = 40


def competence_supply(supply: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """Two bars per competence: holders needed over all teams and holders placed there; largest shortage
    first.

    `supply` has kode_kompetensi, nama, level, dibutuhkan, ditempatkan, kurang, dimiliki (people of the unit
    who hold it).
    """
    if supply.empty:
        return empty(
            lang,
            title=translate("Kebutuhan kompetensi belum dapat dibandingkan", lang),
            action=translate(
                "Isi lembar Syarat Kompetensi dan Kompetensi Pegawai untuk melihat perbandingannya.", lang
            ),
        )
    ordered = supply.sort_values(
        ["kurang", "dibutuhkan", "nama"], ascending=[False, False, True], key=natural_order
    ).head(MOST_PEOPLE)
    keys = [
        f"{code} {level}" for code, level in zip(ordered["kode_kompetensi"], ordered["level"], strict=True)
    ]
    labels = [
        _title(name, level, lang) for name, level in zip(ordered["nama"], ordered["level"], strict=True)
    ]
    fig = go.Figure()
    for column, name, colour in (
        ("dibutuhkan", translate("dibutuhkan tim", lang), SPARE),
        ("ditempatkan", translate("dimiliki anggota tim", lang), ACCENT),
    ):
        fig.add_trace(
            go.Bar(
                orientation="h",
                name=name,
                x=ordered[column],
                y=keys,
                marker={"color": colour},
                text=[_label(row, column, lang) for row in ordered.to_dict("records")],
                textposition="outside",
                cliponaxis=False,
                hovertemplate=name + ": %{x}<extra></extra>",
            )
        )
    largest = max(float(ordered[["dibutuhkan", "ditempatkan"]].to_numpy().max()), 1.0)
    fig.update_xaxes(range=[0, largest * 1.3], tickformat=",d", dtick=max(1, round(largest / 6)))
    fig.update_yaxes(
        type="category",
        autorange="reversed",
        tickvals=keys,
        ticktext=labels,
    )
    fig.update_layout(barmode="group", legend={"traceorder": "normal"})
    return compose(
        fig,
        lang,
        title=_finding(ordered, lang),
        subtitle=translate("Jumlah pemegang pada level yang diminta, dijumlahkan atas semua tim.", lang),
        source=source,
        height=row_height(labels, _ROW) * len(ordered) + 10,
        legend=True,
    )


def _title(name: str, level: str, lang: str) -> str:
    return beside(wording(Message.of("{nama} (level {level})", nama=name, level=level), lang), 40)


def _label(row: Mapping[Hashable, Any], column: str, lang: str) -> str:
    number = whole(row[column], lang)
    if column == "ditempatkan" and row["kurang"] > 0:
        return f"{number} ✗ " + wording(Message.of("kurang {n}", n=int(row["kurang"])), lang)
    return number


def _finding(ordered: pd.DataFrame, lang: str) -> str:
    short = ordered[ordered["kurang"] > 0]
    if short.empty:
        return wording(Message.of("Semua {n} kompetensi wajib terpenuhi di timnya", n=len(ordered)), lang)
    worst = short.iloc[0]
    return wording(
        Message.of(
            "{n} kompetensi kekurangan pemegang di timnya; terbesar {nama} ({kurang} orang)",
            n=len(short),
            nama=str(worst["nama"]),
            kurang=int(worst["kurang"]),
        ),
        lang,
    )
