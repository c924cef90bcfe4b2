"""Who gives which team how many hours."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.labels import beside, lines, row_height, wrapped
from alokasi.figures.template import BLUES, EMPTY, INK, compose, empty
from alokasi.tables.frames import natural_order
from alokasi.texts import Message, translate, wording
from alokasi_models.natural import natural

_MOST_ROWS = 60  # above it: only people who serve more than one place
_MOST_NUMBERED = 16  # columns with numbers in the cells: four digits fit a printed page
_MOST_LARGE = 10  # columns with numbers of 11 px
_MOST_UPRIGHT = 9
_SLANTED = 6.2  # px of height a letter takes at 60 degrees
_SLANTED_ROOM = 72  # px the last slanted name leans over the edge
_ROW = 21


def person_team_hours(hours: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """A row per person, a column per team (individual work last), hours in the cells where there is room.

    `hours` has id_pegawai, nama, kode_tim ("" for individual work), nama_tim, jam.
    """
    if hours.empty:
        return empty(
            lang,
            title=translate("Belum ada jam yang dibagi", lang),
            action=translate(
                "Susunan belum memuat jam. Isi lembar Pembagian Tugas, atau jalankan `alokasi solve`.", lang
            ),
        )
    places = hours.groupby("id_pegawai")["kode_tim"].nunique()
    people, sharing = len(places), int((places > 1).sum())
    everybody = people <= _MOST_ROWS
    if not everybody and sharing == 0:
        action = translate("Jam tiap orang ada di tabel.", lang)
        return empty(lang, title=_finding(people, sharing, lang), action=action)
    drawn = hours if everybody else hours[hours["id_pegawai"].isin(_most_divided(places))]
    grid = drawn.pivot_table(index="id_pegawai", columns="kode_tim", values="jam", aggfunc="sum")
    teams = sorted(grid.columns, key=lambda code: (code == "", natural(code)))
    names = drawn.drop_duplicates("id_pegawai").set_index("id_pegawai")["nama"]
    titles = drawn.drop_duplicates("kode_tim").set_index("kode_tim")["nama_tim"]
    longest = drawn.sort_values(["jam", "kode_tim"], key=natural_order)
    main = dict(zip(longest["id_pegawai"], longest["kode_tim"], strict=True))
    rows = sorted(grid.index, key=lambda person: (teams.index(main[person]), natural(names[person]), person))
    grid = grid.loc[rows, teams]
    numbered = len(teams) <= _MOST_NUMBERED
    upright = len(teams) <= _MOST_UPRIGHT
    heads = [wrapped(titles[code], 14 if upright else 80) for code in teams]
    labels = [beside(names[row]) for row in rows]
    fig = go.Figure(
        go.Heatmap(
            z=grid.to_numpy(),
            x=[code or "–" for code in teams],
            y=rows,
            colorscale=BLUES,
            zmin=0,
            xgap=1,
            ygap=1,
            texttemplate="%{z:,.0f}" if numbered else "",
            showscale=not numbered,
            textfont={"size": 11 if len(teams) <= _MOST_LARGE else 10, "color": INK},
            hoverongaps=False,
            customdata=[[f"{label}<br>{head}" for head in heads] for label in labels],
            hovertemplate="%{customdata}<br>%{z:,.0f} " + translate("jam", lang) + "<extra></extra>",
            colorbar={
                "title": {"text": translate("jam", lang)},
                "thickness": 12,
                "tickformat": ",.0f",
                "outlinewidth": 0,
            },
        )
    )
    fig.update_xaxes(
        type="category",
        side="top",
        showgrid=False,
        ticks="",
        tickangle=0 if upright else -60,
        tickvals=[code or "–" for code in teams],
        ticktext=heads,
    )
    fig.update_yaxes(
        type="category",
        autorange="reversed",
        showgrid=True,
        tickson="boundaries",
        gridcolor="#ffffff",
        ticks="",
        tickvals=rows,
        ticktext=labels,
    )
    if not upright:
        fig.update_layout(margin={"r": _SLANTED_ROOM})
    shown = compose(
        fig,
        lang,
        title=_finding(people, sharing, lang),
        subtitle=_subtitle(everybody, lang),
        source=source,
        height=row_height(labels, _ROW) * len(rows),
        above=17 * max(map(lines, heads)) if upright else 12 + round(_SLANTED * max(map(len, heads))),
    )
    return shown.update_layout(plot_bgcolor=EMPTY)


def _most_divided(places: pd.Series[int]) -> list[str]:
    """People who serve more than one place, no more than an axis holds: most places first, then by id."""
    several = places[places > 1]
    return sorted(several.index, key=lambda person: (-several[person], natural(person)))[:_MOST_ROWS]


def _finding(people: int, sharing: int, lang: str) -> str:
    if sharing == 0:
        return wording(Message.of("Setiap orang ({n}) bekerja di satu tempat saja", n=people), lang)
    return wording(
        Message.of(
            "{banyak} dari {semua} orang membagi waktunya ke lebih dari satu tempat",
            banyak=sharing,
            semua=people,
        ),
        lang,
    )


def _subtitle(everybody: bool, lang: str) -> str:
    if everybody:
        return translate(
            "Jam setahun tiap orang di tiap tim, jam ketua dan nasihat termasuk; kosong berarti 0.", lang
        )
    return translate(
        "Jam setahun; hanya orang yang melayani lebih dari satu tempat. Semua orang ada di tabel.", lang
    )
