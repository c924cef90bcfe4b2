"""Headline figures of several plans on parallel axes: one line a plan, one axis a figure, each from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.labels import plain, wrapped
from alokasi.figures.plans import Look, looks
from alokasi.figures.scale import tick_suffix
from alokasi.figures.template import BEFORE, INK, compose
from alokasi.texts import Message, Names, decimal, translate, whole, wording

_HEIGHT = 260
_TITLES = 78  # px for the names of the axes, below the legend
_APART = 0.085  # of the height: two labels stand no closer
_LARGE = 200.0  # from here on without decimals

Numbers = Mapping[str, float]  # plan -> value, of one figure


def parallel_axes(figures: pd.DataFrame, lang: str = "id", source: str = "", decree: str = "") -> go.Figure:
    """Lines from axis to axis; where lines meet the values are the same. Lower is better on every axis.

    `figures` has skenario, judul, nilai (NaN: no such figure, the line is broken), satuan; two to four plans and the
    `decree`, which is drawn in grey.
    """
    plans = looks(list(dict.fromkeys(figures["skenario"])), decree)
    rows = figures.to_dict("records")
    titles = list(dict.fromkeys(str(row["judul"]) for row in rows))
    units = {str(row["judul"]): str(row["satuan"]) for row in rows}
    values: dict[str, dict[str, float]] = {title: {} for title in titles}
    for row in rows:
        if row["nilai"] == row["nilai"]:
            values[str(row["judul"])][str(row["skenario"])] = float(row["nilai"])
    words = {title: _words(values[title], units[title], lang) for title in titles}
    heights = {title: _heights(values[title]) for title in titles}
    fig = go.Figure()
    for place in range(len(titles)):
        axis = {"color": BEFORE, "width": 1}
        fig.add_shape(type="line", x0=place, x1=place, y0=0, y1=1, line=axis, layer="below")
    for look in plans:
        fig.add_trace(_line(look, titles, heights, words))
    for place, title in enumerate(titles):
        for text, height, colour in _labels(plans, heights[title], words[title]):
            fig.add_annotation(
                x=place,
                y=height,
                text=plain(text),
                showarrow=False,
                xanchor="left",
                xshift=12,
                font={"size": 12, "color": colour},
                bgcolor="#ffffff",
                borderpad=1,
            )
        fig.add_annotation(
            x=place,
            y=1,
            yref="paper",
            yshift=6,
            text=wrapped(title, 15),
            showarrow=False,
            yanchor="bottom",
            font={"size": 12, "color": INK},
        )
    fig.update_xaxes(visible=False, range=[-0.55, len(titles) - 0.3])
    fig.update_yaxes(visible=False, range=[-0.06, 1.05])
    composed = compose(
        fig,
        lang,
        title=_finding([look.plan for look in plans if look.plan != decree], values, words, lang),
        subtitle=translate(
            "Tiap sumbu satu angka: 0 di bawah, terbesar di atas; makin rendah makin baik.",
            lang,
        ),
        source=source,
        height=_HEIGHT,
        legend=True,
        above=_TITLES - 22,
    )
    composed.update_layout(legend={"y": 1 + _TITLES / _HEIGHT})
    return composed


def _line(
    look: Look, titles: Sequence[str], heights: Mapping[str, Numbers], words: Mapping[str, Mapping[str, str]]
) -> go.Scatter:
    return go.Scatter(
        name=plain(look.plan),
        mode="lines+markers",
        x=list(range(len(titles))),
        y=[heights[title].get(look.plan) for title in titles],
        line={"color": look.colour, "width": look.width},
        marker={
            "color": look.colour,
            "size": look.width + 6,
            "symbol": look.symbol,
            "line": {"color": look.colour, "width": 2},
        },
        text=[
            f"{plain(look.plan)}<br>{plain(title)}: {words[title].get(look.plan, '–')}" for title in titles
        ],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
    )


def _heights(values: Numbers) -> dict[str, float]:
    """From 0 to 1, the largest; all on the ground where there is nothing."""
    largest = max(values.values(), default=0.0)
    return {plan: value / largest if largest > 0 else 0.0 for plan, value in values.items()}


def _labels(
    plans: Sequence[Look], heights: Numbers, words: Mapping[str, str]
) -> list[tuple[str, float, str]]:
    """Each value once, never one over another: (text, height, colour; of several plans the colour of ink)."""
    shared: dict[str, list[Look]] = {}
    for look in plans:
        if look.plan in heights:
            shared.setdefault(words[look.plan], []).append(look)
    wanted = sorted((heights[of[0].plan], text) for text, of in shared.items())
    placed: list[tuple[str, float, str]] = []
    low = -1.0
    for height, text in wanted:
        low = max(height, low + _APART)
        placed.append((text, low, shared[text][0].ink if len(shared[text]) == 1 else INK))
    excess = max(0.0, low - 1.0)
    return [(text, height - excess, colour) for text, height, colour in placed]


def _words(values: Numbers, unit: str, lang: str) -> dict[str, str]:
    """Whole figures and large ones without decimals."""
    round_ones = all(value == round(value) for value in values.values())
    digits = 0 if round_ones or max(map(abs, values.values()), default=0.0) >= _LARGE else 1
    shown = tick_suffix(lang) if unit == "%" else f" {unit}".rstrip()
    return {
        plan: (decimal(value, lang) if digits else whole(value, lang)) + shown
        for plan, value in values.items()
    }


def _finding(
    own: Sequence[str], values: Mapping[str, Numbers], words: Mapping[str, Mapping[str, str]], lang: str
) -> str:
    """Whose figures are the lowest most often, among those that look different."""
    lowest = dict.fromkeys(own, 0)
    differing = 0
    for title, numbers in values.items():
        known = {plan: numbers[plan] for plan in own if plan in numbers}
        if len({words[title][plan] for plan in known}) > 1:
            differing += 1
            least = words[title][min(known, key=lambda plan: known[plan])]
            for plan in known:
                lowest[plan] += words[title][plan] == least
    if not differing:
        return wording(Message.of("Tidak ada beda pada {m} angka pokok", m=len(values)), lang)
    most = max(lowest.values())
    return wording(
        Message.of(
            "{hasil} terendah pada {n} dari {m} angka pokok yang berbeda",
            hasil=Names(tuple(plan for plan in own if lowest[plan] == most)),
            n=most,
            m=differing,
        ),
        lang,
    )
