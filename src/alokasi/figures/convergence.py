"""How a search closed in: best value and proven bound over time, one panel per objective."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from alokasi.figures.labels import wrapped
from alokasi.figures.template import ACCENT, BEFORE, compose, empty
from alokasi.texts import Message, decimal, translate, wording

_PANEL = 150


def convergence(history: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """Steps of the best value and of the bound.

    `history` has detik (since the start), tujuan (objective in the order solved), nilai, batas (NaN: none
    yet).
    """
    if history.empty:
        return empty(
            lang,
            title=translate("Riwayat pencarian tidak tersimpan", lang),
            action=translate("Jalankan `alokasi solve --log BERKAS` untuk menyimpannya.", lang),
        )
    tiers = list(dict.fromkeys(history["tujuan"]))
    fig = make_subplots(
        rows=len(tiers),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.3 / len(tiers),
        subplot_titles=[wrapped(t, 60) for t in tiers],
    )
    for row, tier in enumerate(tiers, start=1):
        steps = history[history["tujuan"] == tier].sort_values("detik")
        for column, name, colour, dash in (
            ("nilai", translate("terbaik yang ditemukan", lang), ACCENT, "solid"),
            ("batas", translate("batas terbaik", lang), BEFORE, "dash"),
        ):
            fig.add_trace(
                go.Scatter(
                    name=name,
                    legendgroup=column,
                    showlegend=row == 1,
                    mode="lines+markers",
                    x=steps["detik"],
                    y=steps[column],
                    line={"shape": "hv", "color": colour, "width": 2, "dash": dash},
                    marker={"size": 5},
                ),
                row=row,
                col=1,
            )
    fig.update_annotations(x=0, xanchor="left", font={"size": 13})
    fig.update_yaxes(rangemode="tozero", tickformat=",.0f")
    fig.update_xaxes(title={"text": translate("detik", lang)}, row=len(tiers), col=1)
    seconds = float(history["detik"].max())
    return compose(
        fig,
        lang,
        title=wording(
            Message.of("{n} perbaikan dalam {detik} detik", n=len(history), detik=decimal(seconds, lang)),
            lang,
        ),
        subtitle=translate(
            "Makin kecil makin baik; garis putus-putus: tidak ada susunan yang lebih baik dari ini.", lang
        ),
        source=source,
        height=_PANEL * len(tiers),
        above=14,
        legend=True,
    )
