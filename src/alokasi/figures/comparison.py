"""Two to four results side by side: headline figures, and everybody's load on one scale."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from alokasi.figures.labels import beside, wrapped
from alokasi.figures.scale import percent_axis, reach, tick_suffix
from alokasi.figures.strip import stacked
from alokasi.figures.template import SCENARIOS, compose, reference
from alokasi.tables.frames import FULL, natural_order
from alokasi.texts import Message, Names, Share, Value, decimal, translate, whole, wording

_MOST = len(SCENARIOS)
_ROOM = 2.3  # of a panel to its longest bar: five panels and their figures fit a printed page


def headline_comparison(figures: pd.DataFrame, lang: str = "id", source: str = "") -> go.Figure:
    """One panel per figure, one bar per result, zero baseline; the title says whose figures are the lowest.

    `figures` has skenario, nama, nilai (NaN: no such figure, shown as a dash), satuan; two to four results
    (ValueError otherwise).
    """
    results = _results(figures)
    panels = {
        str(name): panel.set_index("skenario").reindex(results)
        for name, panel in figures.groupby("nama", sort=False)
    }
    fig = make_subplots(
        rows=1,
        cols=len(panels),
        shared_yaxes=True,
        horizontal_spacing=0.06,
        subplot_titles=[wrapped(name, 20) for name in panels],
    )
    for column, panel in enumerate(panels.values(), start=1):
        fig.add_trace(
            go.Bar(
                orientation="h",
                x=panel["nilai"].fillna(0.0),
                y=results,
                marker={"color": list(SCENARIOS[: len(results)])},
                text=_words(panel, lang),
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
            range=[0, max([1e-6, *panel["nilai"].dropna()]) * _ROOM],
            showticklabels=False,
            row=1,
            col=column,
        )
    _name_axis(fig, results)
    fig.update_annotations(font={"size": 12})
    return compose(
        fig,
        lang,
        title=_lowest(panels, lang),
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
        people = known[known["skenario"] == name].sort_values(["persen", "nama"], key=natural_order)
        spreads[name] = (
            float(people["persen"].max() - people["persen"].min()) if len(people) else float("nan")
        )
        fig.add_trace(stacked(people["persen"], people["nama"], colour, lang, level=float(level)))
    fig.update_xaxes(percent_axis(reach(known["persen"], FULL), 1.05, lang))
    fig.update_yaxes(
        range=[len(results) - 0.5, -0.5],
        tickvals=list(range(len(results))),
        ticktext=[beside(r, 24) for r in results],
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
        type="category", autorange="reversed", tickvals=results, ticktext=[beside(r, 24) for r in results]
    )


def _lowest(panels: Mapping[str, pd.DataFrame], lang: str) -> str:
    """Which result has most of the lowest figures, and where results differ most for their size.

    Figures that look the same, as they are shown, are the same; one that a result does not have is not
    compared.
    """
    shown = pd.DataFrame({name: panel["nilai"].round(_digits(panel)) for name, panel in panels.items()})
    differing = shown.loc[:, shown.notna().all() & (shown.max() > shown.min())]
    if differing.empty:
        return wording(Message.of("Tidak ada beda pada {m} angka pokok", m=len(panels)), lang)
    times = differing.eq(differing.min()).sum(axis=1)
    widest = str(((differing.max() - differing.min()) / differing.max()).idxmax())
    words = dict(zip(shown.index, _words(panels[widest], lang), strict=True))
    places: dict[str, Value] = {
        "n": int(times.max()),
        "m": len(panels),
        "angka": widest,
        "rendah": words[shown[widest].idxmin()],
        "tinggi": words[shown[widest].idxmax()],
    }
    first = times.index[times == times.max()]
    if len(first) > 1:
        return wording(
            Message.of(
                "{hasil} masing-masing terendah pada {n} dari {m} angka pokok; "
                "beda terbesar pada “{angka}”: {rendah} dibanding {tinggi}",
                hasil=Names(tuple(first)),
                **places,
            ),
            lang,
        )
    return wording(
        Message.of(
            "{hasil} terendah pada {n} dari {m} angka pokok; "
            "beda terbesar pada “{angka}”: {rendah} dibanding {tinggi}",
            hasil=str(first[0]),
            **places,
        ),
        lang,
    )


def _digits(panel: pd.DataFrame) -> int:
    """Whole figures and large ones are written without decimals."""
    known = panel["nilai"].dropna()
    return 0 if (known % 1 == 0).all() or float(known.abs().max()) >= FULL * 2 else 1


def _words(panel: pd.DataFrame, lang: str) -> list[str]:
    digits = _digits(panel)
    return [
        "–"
        if value != value
        else (whole(value, lang) if digits == 0 else decimal(value, lang)) + _unit(unit, lang)
        for value, unit in zip(panel["nilai"], panel["satuan"], strict=True)
    ]


def _unit(unit: str, lang: str) -> str:
    return tick_suffix(lang) if unit == "%" else f" {unit}".rstrip()
