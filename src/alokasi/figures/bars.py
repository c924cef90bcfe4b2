"""Bars of load: what is above effective hours has its own colour and hatching, so that colour alone says
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from alokasi.figures.template import ACCENT, OVER
from alokasi.tables.frames import above_full

_HATCHED = {
    "shape": "/",
    "fillmode": "overlay",
    "fgcolor": "#ffffff",
    "fgopacity": 0.55,
    "size": 7,
    "solidity": 0.25,
}


def load_bars(
    fig: go.Figure, ids: Sequence[str], shares: Sequence[float], hover: Sequence[str], row: int | None = None
) -> None:
    """Horizontal bars in percent, one per id, in the order given from top to bottom. A missing share is a
    bar of 0.
    """
    where: dict[str, Any] = {} if row is None else {"row": row, "col": 1}
    for over, marker in ((False, {"color": ACCENT}), (True, {"color": OVER, "pattern": _HATCHED})):
        chosen = [n for n, share in enumerate(shares) if above_full(share) is over]
        fig.add_trace(
            go.Bar(
                orientation="h",
                x=[0.0 if shares[n] != shares[n] else shares[n] for n in chosen],
                y=[ids[n] for n in chosen],
                marker=marker,
                customdata=[hover[n] for n in chosen],
                hovertemplate="%{customdata}<extra></extra>",
                showlegend=False,
            ),
            **where,
        )
    fig.update_layout(barmode="overlay")
    fig.update_yaxes(
        type="category", categoryorder="array", categoryarray=list(ids), range=[len(ids) - 0.5, -0.5], **where
    )
