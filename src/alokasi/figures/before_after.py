"""Load per person in the decree in force (grey) and in the proposal (accent)."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.labels import beside, plain, row_height
from alokasi.figures.scale import percent_axis, percent_label, points_label, reach
from alokasi.figures.template import ACCENT, BEFORE, MOST_PEOPLE, compose, empty, reference
from alokasi.tables.frames import FULL, natural_order
from alokasi.texts import Message, translate, wording

_ROW = 22


def before_after(
    load: pd.DataFrame, lang: str = "id", source: str = "", estimated: bool = False
) -> go.Figure:
    """Two dots per person joined by a line, largest load before first; above 40 people the largest changes
    only.

    `load` has id_pegawai, nama, persen_sebelum, persen_sesudah (NaN where not known: not drawn).
    """
    drawn = load[load["persen_sebelum"].notna() & load["persen_sesudah"].notna()]
    if drawn.empty:
        return empty(
            lang,
            title=translate("Beban sebelum tidak dapat digambar", lang),
            action=translate(
                "Isi lembar Susunan Berjalan (kolom jam) atau kolom kode_tim_berjalan pada lembar Tugas.",
                lang,
            ),
        )
    changes = (drawn["persen_sesudah"] - drawn["persen_sebelum"]).abs()
    shown = drawn.loc[changes.sort_values(ascending=False, kind="stable").index].head(MOST_PEOPLE)
    shown = shown.sort_values(
        ["persen_sebelum", "nama", "id_pegawai"], ascending=[False, True, True], key=natural_order
    )
    fig = go.Figure()
    joined_x: list[float | None] = []
    joined_y: list[str | None] = []
    for _, row in shown.iterrows():
        joined_x += [row["persen_sebelum"], row["persen_sesudah"], None]
        joined_y += [row["id_pegawai"], row["id_pegawai"], None]
    fig.add_trace(
        go.Scatter(
            x=joined_x,
            y=joined_y,
            mode="lines",
            line={"color": BEFORE, "width": 1.5},
            showlegend=False,
            hoverinfo="skip",
        )
    )
    for column, name, colour, symbol in (
        ("persen_sebelum", _before_name(estimated, lang), BEFORE, "circle-open"),
        ("persen_sesudah", translate("usulan", lang), ACCENT, "circle"),
    ):
        fig.add_trace(
            go.Scatter(
                name=name,
                mode="markers",
                x=shown[column],
                y=shown["id_pegawai"],
                marker={"color": colour, "size": 10, "symbol": symbol, "line": {"color": colour, "width": 2}},
                text=[
                    f"{plain(n)}: {percent_label(p, lang)}"
                    for n, p in zip(shown["nama"], shown[column], strict=True)
                ],
                hovertemplate="%{text}<extra>" + name + "</extra>",
                cliponaxis=False,  # a dot at 0 is whole
            )
        )
    fig.update_xaxes(
        percent_axis(reach([*shown["persen_sebelum"], *shown["persen_sesudah"]], FULL), 1.06, lang)
    )
    labels = [beside(name) for name in shown["nama"]]
    fig.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=list(shown["id_pegawai"]),
        tickvals=list(shown["id_pegawai"]),
        ticktext=labels,
        range=[len(shown) - 0.5, -0.5],
        showgrid=False,
    )
    reference(fig, FULL, translate("jam efektif", lang))
    return compose(
        fig,
        lang,
        title=_finding(drawn, lang),
        subtitle=_subtitle(len(drawn), len(shown), lang),
        source=source,
        height=row_height(labels, _ROW) * len(shown) + 10,
        legend=True,
    )


def _before_name(estimated: bool, lang: str) -> str:
    if estimated:
        return translate("susunan berjalan (perkiraan)", lang)
    return translate("susunan berjalan", lang)


def _finding(drawn: pd.DataFrame, lang: str) -> str:
    before, after = drawn["persen_sebelum"], drawn["persen_sesudah"]
    return wording(
        Message.of(
            "Rentang beban {sebelum} dalam susunan berjalan menjadi {sesudah} dalam usulan",
            sebelum=points_label(before.max() - before.min(), lang),
            sesudah=points_label(after.max() - after.min(), lang),
        ),
        lang,
    )


def _subtitle(people: int, shown: int, lang: str) -> str:
    if shown < people:
        return wording(
            Message.of(
                "Persen dari jam efektif; {n} perubahan terbesar dari {semua} orang.", n=shown, semua=people
            ),
            lang,
        )
    return wording(Message.of("Persen dari jam efektif, {semua} orang.", semua=people), lang)
