"""How many people come to and leave each team: bars to the right and to the left, a panel for each plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from alokasi.figures.labels import beside, plain, row_height, wrapped
from alokasi.figures.template import ACCENT, BEFORE, INK, compose, empty
from alokasi.texts import Message, translate, wording
from alokasi_models.natural import natural

_ROW = 30
_LEAST = 3  # people an axis reaches at least
_ROOM = 1.75  # of an axis to its longest bar: the number and the sign of a new lead stand beyond

Rows = Mapping[str, Mapping[Any, Any]]  # team -> its row, of one plan


def seat_changes(changes: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """A row per team: who comes (right), who leaves (left), ◆ a new lead. One scale in all panels.

    `changes` has dasar, skenario, kode_tim, nama_tim, masuk, keluar, ganti_peran, ketua; up to four plans against one
    another plan (`dasar` the same in all rows, ValueError else).
    """
    if changes.empty:
        return empty(
            lang,
            title=translate("Tidak ada kursi yang berbeda", lang),
            action=translate("Semua orang duduk di tim yang sama dengan peran yang sama.", lang),
        )
    rows = changes.to_dict("records")
    bases = list(dict.fromkeys(str(row["dasar"]) for row in rows))
    if len(bases) > 1:
        raise ValueError(f"told against one plan, not {bases}")
    plans = list(dict.fromkeys(str(row["skenario"]) for row in rows))
    named = {str(row["kode_tim"]): str(row["nama_tim"]) for row in rows}
    teams = dict(sorted(named.items(), key=lambda team: (natural(team[1]), team[0])))
    reach = max(_LEAST, *(max(row["masuk"], row["keluar"]) for row in rows)) * _ROOM
    fig = make_subplots(
        rows=1,
        cols=len(plans),
        shared_yaxes=True,
        horizontal_spacing=0.04,
        subplot_titles=[wrapped(plan, 30) for plan in plans],
    )
    for column, plan in enumerate(plans, start=1):
        own = {str(row["kode_tim"]): row for row in rows if row["skenario"] == plan}
        for name, sign, colour in (("keluar", -1, BEFORE), ("masuk", 1, ACCENT)):
            bar = _bar(name, sign, colour, own, teams, lang)
            bar.showlegend = column == 1
            fig.add_trace(bar, row=1, col=column)
        fig.update_xaxes(
            range=[-reach, reach],
            showticklabels=False,
            showgrid=False,
            zeroline=True,
            zerolinecolor=INK,
            zerolinewidth=1,
            row=1,
            col=column,
        )
    codes, labels = list(teams), [beside(name, 34) for name in teams.values()]
    fig.update_layout(barmode="relative", bargap=0.35)
    fig.update_yaxes(type="category", autorange="reversed", tickvals=codes, ticktext=labels, showgrid=True)
    fig.update_annotations(font={"size": 13})
    return compose(
        fig,
        lang,
        title=_finding(rows, plans, lang),
        subtitle=wording(
            Message.of(
                "Orang yang keluar (kiri) dan masuk (kanan) tiap tim, dibanding {dasar}. ◆ ketua baru, • ganti peran.",
                dasar=bases[0],
            ),
            lang,
        ),
        source=source,
        height=row_height(labels, _ROW) * len(codes) + 8,
        legend=True,
        above=2,
    )


def _bar(name: str, sign: int, colour: str, own: Rows, teams: Mapping[str, str], lang: str) -> go.Bar:
    counts = {code: int(own[code][name]) if code in own else 0 for code in teams}
    return go.Bar(
        name=translate(name, lang),
        legendgroup=name,
        orientation="h",
        x=[sign * count for count in counts.values()],
        y=list(teams),
        marker={"color": colour},
        text=[_beyond(count, sign, own.get(code, {})) for code, count in counts.items()],
        textposition="outside",
        textfont={"color": INK},
        cliponaxis=False,
        customdata=[_hover(name, own.get(code, {}), lang) for code, name in teams.items()],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _beyond(count: int, sign: int, row: Mapping[Any, Any]) -> str:
    """The count beyond its bar; right of it what else changes in the team."""
    shown = f"{'+' if sign > 0 else '−'}{count}" if count else ""
    if sign < 0 or not row:
        return shown
    mark = "◆" if row["ketua"] else "•" if row["ganti_peran"] else ""
    return f"{shown} {mark}".strip()


def _hover(team: str, row: Mapping[Any, Any], lang: str) -> str:
    if not row:
        return plain(team)
    said = wording(
        Message.of(
            "masuk {masuk}, keluar {keluar}, ganti peran {peran}",
            masuk=int(row["masuk"]),
            keluar=int(row["keluar"]),
            peran=int(row["ganti_peran"]),
        ),
        lang,
    )
    if not row["ketua"]:
        return f"{plain(team)}<br>{said}"
    lead = wording(Message.of("ketua baru: {nama}", nama=plain(str(row["ketua"]))), lang)
    return f"{plain(team)}<br>{said}<br>{lead}"


def _finding(rows: Sequence[Mapping[Any, Any]], plans: Sequence[str], lang: str) -> str:
    """Seats that come and go in all teams, of the one plan or of the plans with fewest and most."""
    if len(plans) == 1:
        return wording(
            Message.of(
                "{nama}: {masuk} kursi bertambah dan {keluar} berkurang di {n} tim",
                nama=plans[0],
                masuk=sum(int(row["masuk"]) for row in rows),
                keluar=sum(int(row["keluar"]) for row in rows),
                n=len(rows),
            ),
            lang,
        )
    moved = {
        plan: sum(int(row["masuk"] + row["keluar"]) for row in rows if row["skenario"] == plan)
        for plan in plans
    }
    least, most = min(moved, key=lambda plan: moved[plan]), max(moved, key=lambda plan: moved[plan])
    if moved[least] == moved[most]:
        return wording(Message.of("Semua susunan sama banyak mengubah kursi: {n}", n=moved[most]), lang)
    return wording(
        Message.of(
            "{sedikit} paling sedikit mengubah kursi ({n}), {banyak} paling banyak ({m})",
            sedikit=least,
            n=moved[least],
            banyak=most,
            m=moved[most],
        ),
        lang,
    )
