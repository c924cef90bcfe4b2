"""Everybody's load in several plans: one dot a plan, joined by a line, those whose load differs most first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.labels import beside, plain, row_height
from alokasi.figures.plans import looks
from alokasi.figures.scale import percent_axis, percent_label, points_label, reach
from alokasi.figures.template import BEFORE, MOST_PEOPLE, compose, empty, reference
from alokasi.tables.frames import FULL
from alokasi.texts import Message, translate, wording
from alokasi_models.natural import natural

_ROW = 22
_SHOWN = 25  # people, where there are more than fit

Loads = Mapping[str, float]  # plan -> percent, of one person


def load_changes(loads: pd.DataFrame, lang: str = "id", source: str = "", decree: str = "") -> go.Figure:
    """`loads` has skenario, id_pegawai, nama, persen (NaN: not drawn); people known to two plans or more are drawn.

    `decree`: the plan that is drawn in grey.
    """
    plans = looks(list(dict.fromkeys(loads["skenario"])), decree)
    names: dict[str, str] = {}
    table: dict[str, dict[str, float]] = {}
    for row in loads.to_dict("records"):
        if row["persen"] == row["persen"]:
            names[str(row["id_pegawai"])] = str(row["nama"])
            table.setdefault(str(row["id_pegawai"]), {})[str(row["skenario"])] = float(row["persen"])
    people = {id: known for id, known in table.items() if len(known) > 1}
    if not people:
        return empty(
            lang,
            title=translate("Beban tidak dapat dibandingkan", lang),
            action=translate("Tidak ada orang dengan jam efektif pada dua susunan.", lang),
        )
    order = sorted(people, key=lambda id: (-_spread(people[id]), natural(names[id]), id))
    shown = order[: _SHOWN if len(order) > MOST_PEOPLE else MOST_PEOPLE]
    fig = go.Figure()
    for id in shown:
        ends, joint = people[id].values(), {"color": BEFORE, "width": 1.5}
        fig.add_shape(type="line", x0=min(ends), x1=max(ends), y0=id, y1=id, line=joint, layer="below")
    for look in plans:
        drawn = [id for id in shown if look.plan in people[id]]
        fig.add_trace(
            go.Scatter(
                name=plain(look.plan),
                mode="markers",
                x=[people[id][look.plan] for id in drawn],
                y=drawn,
                marker={
                    "color": look.colour,
                    "size": 10,
                    "symbol": look.symbol,
                    "line": {"color": look.colour, "width": 2},
                },
                text=[f"{plain(names[id])}: {percent_label(people[id][look.plan], lang)}" for id in drawn],
                hovertemplate="%{text}<extra>" + plain(look.plan) + "</extra>",
                cliponaxis=False,
            )
        )
    fig.update_xaxes(
        percent_axis(reach((v for known in people.values() for v in known.values()), FULL), 1.06, lang)
    )
    labels = [beside(names[id]) for id in shown]
    fig.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=shown,
        tickvals=shown,
        ticktext=labels,
        range=[len(shown) - 0.5, -0.5],
        showgrid=False,
    )
    reference(fig, FULL, translate("jam efektif", lang))
    return compose(
        fig,
        lang,
        title=_finding(people, names, [look.plan for look in plans if look.plan != decree], lang),
        subtitle=_subtitle(len(order), len(shown), lang),
        source=source,
        height=row_height(labels, _ROW) * len(shown) + 10,
        legend=True,
    )


def _spread(known: Loads) -> float:
    return max(known.values()) - min(known.values())


def _finding(people: Mapping[str, Loads], names: Mapping[str, str], own: Sequence[str], lang: str) -> str:
    """Whose load differs most between the plans; the decree in force is no plan."""
    spreads = {}
    for id, known in people.items():
        of_plans = {plan: known[plan] for plan in own if plan in known}
        spreads[id] = _spread(of_plans) if of_plans else 0.0
    most = max(spreads, key=lambda id: (spreads[id], id))
    if round(spreads[most], 1) == 0:
        return wording(Message.of("Beban setiap orang sama pada semua susunan"), lang)
    return wording(
        Message.of(
            "Beban {nama} paling berbeda antarsusunan: {beda}",
            nama=names[most],
            beda=points_label(spreads[most], lang),
        ),
        lang,
    )


def _subtitle(people: int, shown: int, lang: str) -> str:
    if shown < people:
        return wording(
            Message.of(
                "Persen dari jam efektif; {n} perbedaan terbesar dari {semua} orang.", n=shown, semua=people
            ),
            lang,
        )
    return wording(Message.of("Persen dari jam efektif, {semua} orang.", semua=people), lang)
