"""A distribution as dots: one dot a person, stacked where people share a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.labels import plain
from alokasi.figures.scale import percent_label


def offsets(values: Iterable[float], bin_width: float = 2.0) -> list[int]:
    """Heights 0, 1, -1, 2, -2 ... of dots that fall in one bin, in the order given."""
    seen: Counter[int] = Counter()
    heights = []
    for value in values:
        place = round(value / bin_width)
        n = seen[place]
        heights.append((n + 1) // 2 * (1 if n % 2 else -1))
        seen[place] += 1
    return heights


def stacked(
    values: pd.Series[float], names: pd.Series[str], colour: str, lang: str, level: float = 0.0
) -> go.Scatter:
    """Dots at `values` (percent) around the height `level`; the name shows on hover."""
    heights = offsets(values)
    widest = max((abs(h) for h in heights), default=0) or 1
    return go.Scatter(
        mode="markers",
        x=values,
        y=[level + 0.4 * height / widest for height in heights],
        marker={"color": colour, "size": 8, "opacity": 0.75, "line": {"color": "#ffffff", "width": 0.6}},
        text=[
            f"{plain(name)}<br>{percent_label(value, lang)}"
            for name, value in zip(names, values, strict=True)
        ],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        cliponaxis=False,  # a dot at 0 is whole
    )
