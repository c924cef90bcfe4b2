"""Two to four results side by side: headline figures, and everybody's load on one scale."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from alokasi.figures.labels import wrapped
from alokasi.figures.scale import percent_axis, reach
from alokasi.figures.strip import stacked
from alokasi.figures.template import SCENARIOS, compose, reference
from alokasi.tables.frames import FULL
from alokasi.texts import Message, Share, decimal, translate, whole, wording

_MOST = len(SCENARIOS)


def headline_comparison(figures: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """One panel per figure, one bar per result, zero baseline; lower is better in every panel that says so.

    `figures` has skenario, nama, nilai, satuan; two to four results (ValueError otherwise).
    """
    results = _results(figures)
    names = list(dict.fromkeys(figures["nama"]))
    fig = make_subplots(
        rows=1,
        cols=len(names),
        shared_yaxes=True,
        horizontal_spacing=0.06,
        subplot_titles=[wrapped(n, 20) for n in names],
    )
    for column, name in enumerate(names, start=1):
        panel = figures[figures["nama"] == name].set_index("skenario").reindex(results)
        whole_numbers = (panel["nilai"] % 1 == 0).all() or float(panel["nilai"].abs().max()) >= FULL * 2
        digits = 0 if whole_numbers else 1
        fig.add_trace(
            go.Bar(
                orientation="h",
                x=panel["nilai"],
                y=results,
                marker={"color": list(SCENARIOS[: len(results)])},
                text=[
                    _value(v, u, digits, lang) for v, u in zip(panel["nilai"], panel["satuan"], strict=True)
                ],
                textposition="outside",
                cliponaxis=False,
                showlegend=False,
                hovertemplate="%{y}: %{text}<extra></extra>",
            ),
            row=1,
            col=column,
        )
        fig.update_xaxes(
            showgrid=False,
            range=[0, max(float(panel["nilai"].max()), 1e-6) * 1.6],
            showticklabels=False,
            row=1,
            col=column,
        )
    _name_axis(fig, results)
    fig.update_annotations(font={"size": 12})
    return compose(
        fig,
        lang,
        title=wording(
            Message.of("{n} hasil dibandingkan pada {m} angka pokok", n=len(results), m=len(names)), lang
        ),
        subtitle=translate("Tiap kolom satu angka dengan satuannya sendiri; makin pendek makin kecil.", lang),
        source=source,
        height=44 * len(results) + 10,
        above=34,
    )


def load_comparison(loads: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """One strip of dots per result on one scale: everybody's load in percent of effective hours.

    `loads` has skenario, nama, persen (NaN not drawn); two to four results (ValueError otherwise).
    """
    results = _results(loads)
    known = loads[loads["persen"].notna()]
    fig = go.Figure()
    spreads = {}
    for level, (name, colour) in enumerate(zip(results, SCENARIOS, strict=False)):
        people = known[known["skenario"] == name].sort_values(["persen", "nama"])
        spreads[name] = (
            float(people["persen"].max() - people["persen"].min()) if len(people) else float("nan")
        )
        fig.add_trace(stacked(people["persen"], people["nama"], colour, lang, level=float(level)))
    fig.update_xaxes(percent_axis(reach(known["persen"], FULL), 1.05, lang))
    fig.update_yaxes(
        range=[len(results) - 0.5, -0.5],
        tickvals=list(range(len(results))),
        ticktext=[wrapped(r, 24) for r in results],
    )
    reference(fig, FULL, translate("jam efektif", lang))
    narrow = min(spreads, key=lambda name: spreads[name])
    narrowest = known.loc[known["skenario"] == narrow, "persen"]
    return compose(
        fig,
        lang,
        title=wording(
            Message.of(
                "Rentang beban orang paling sempit pada {nama}: {rendah} sampai {tinggi}",
                nama=narrow,
                rendah=Share(float(narrowest.min()) / 100),
                tinggi=Share(float(narrowest.max()) / 100),
            ),
            lang,
        ),
        subtitle=translate(
            "Tiap titik satu orang, persen dari jam efektif; skala sama untuk semua hasil.", lang
        ),
        source=source,
        height=110 * len(results),
    )


def _results(data: pd.DataFrame) -> list[str]:
    results = list(dict.fromkeys(data["skenario"]))
    if not 2 <= len(results) <= _MOST:
        raise ValueError(f"two to {_MOST} results can be compared, not {len(results)}")
    return results


def _name_axis(fig: go.Figure, results: list[str]) -> None:
    fig.update_yaxes(
        type="category", autorange="reversed", tickvals=results, ticktext=[wrapped(r, 24) for r in results]
    )


def _value(value: float, unit: str, digits: int, lang: str) -> str:
    number = whole(value, lang) if digits == 0 else decimal(value, lang)
    return f"{number} {unit}".strip()
