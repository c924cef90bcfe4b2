"""A figure as part of a page: data for the browser, the one copy of plotly.js, and its text alternative."""

from __future__ import annotations

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs


def figure_json(fig: go.Figure) -> str:
    """The figure as JSON that may stand inside a script element: no `<` is left in it."""
    text: str = fig.to_json()
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def plotly_js() -> str:
    """plotly.js as shipped with the Python package: no network."""
    return str(get_plotlyjs())


def alternative(fig: go.Figure) -> str:
    """What the figure says, in words: its finding and what is drawn."""
    meta: dict[str, str] = fig.layout.meta or {}
    return " ".join(part for part in (meta.get("title", ""), meta.get("subtitle", "")) if part)
