"""The one look of every figure: fonts, colours safe for colour-blind readers, Indonesian separators, quiet
modebar.

Plotly puts a button on every chart that uploads its data to a public address; the template and the
configuration both take it away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from alokasi.figures.labels import beside, lines, wrapped
from alokasi.texts import translate

ACCENT = "#0b5cad"  # the plan judged
OVER = "#d95f02"  # above effective hours
BEFORE = "#87919c"  # the decree in force, and what is compared with
SPARE = "#c9d3de"  # a need, an area in the background
INK = "#1b2530"
QUIET = "#56616d"
GRID = "#e3e8ee"
SCENARIOS = (
    ACCENT,
    "#882255",
    "#009e73",
    "#7a4a21",
)  # at most four results side by side; none means overload
BLUES = ((0.0, "#e3eef8"), (1.0, "#6fb0e0"))  # light enough for dark numbers
EMPTY = "#f6f8fa"  # a cell without hours

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
SEPARATORS = {"id": ",.", "en": ".,"}
MOST_PEOPLE = 40  # above it: both ends and a distribution, never an unreadable axis
_REMOVED = (
    "sendChartToCloud",
    "zoom",
    "pan",
    "select",
    "lasso",
    "zoomIn",
    "zoomOut",
    "autoScale",
    "editInChartStudio",
)
_STANDOFF = 9  # px between a name and its bar
_LETTER = 7.4  # px of a letter beside a bar
_NAMED_LINE = 22  # px: the legend stands above the names of reference lines
_TITLE_WIDTH, _SUBTITLE_WIDTH = 66, 90  # characters: fits 680 px, the width of a printed A4 page


def template(lang: str) -> go.layout.Template:
    axis = {
        "gridcolor": GRID,
        "zerolinecolor": GRID,
        "linecolor": GRID,
        "automargin": True,
        "title": {"standoff": 8, "font": {"size": 13}},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": INK},
            "colorway": list(SCENARIOS),
            "separators": SEPARATORS[lang],
            "paper_bgcolor": "#ffffff",
            "plot_bgcolor": "#ffffff",
            "xaxis": axis,
            "yaxis": axis | {"ticklabelstandoff": _STANDOFF},
            "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
            "legend": {"orientation": "h", "x": 0, "xanchor": "left", "yanchor": "bottom", "y": 1.01},
            "modebar": {"remove": list(_REMOVED), "orientation": "h"},
            "bargap": 0.25,
            "dragmode": False,
        }
    )


def config(lang: str) -> dict[str, Any]:
    """Plotly's configuration: download and reset only, no logo, no upload, words of the reader's language."""
    words = {
        "Download plot as a PNG": translate("Unduh gambar (PNG)", lang),
        "Reset axes": translate("Kembalikan tampilan", lang),
        "Preparing image - this may take a few seconds": translate(
            "Menyiapkan gambar, tunggu beberapa detik", lang
        ),
        "Snapshot succeeded": translate("Gambar tersimpan", lang),
    }
    return {
        "modeBarButtons": [["toImage", "resetScale2d"]],
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "responsive": True,
        "locale": lang,
        "locales": {
            lang: {
                "dictionary": words,
                "format": {"decimal": SEPARATORS[lang][0], "thousands": SEPARATORS[lang][1]},
            }
        },
        "toImageButtonOptions": {"scale": 2},
    }


def compose(
    fig: go.Figure,
    lang: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    height: int,
    legend: bool = False,
    above: int = 0,
) -> go.Figure:
    """Adds the finding as title, what is drawn as subtitle, and the source line; sets height and margins
    (px).

    `height` is that of the drawing area, `above` the room for labels on top of it; titles and source are
    added.
    """
    head, below, foot = (
        wrapped(title, _TITLE_WIDTH),
        wrapped(subtitle, _SUBTITLE_WIDTH),
        beside(source, _SUBTITLE_WIDTH),
    )
    top = 26 + 22 * lines(head) + 18 * lines(below) + (26 + _NAMED_LINE if legend else 0) + 18 + above
    right = max(24, fig.layout.margin.r or 0)
    bottom = 52 + (18 * lines(foot) if source else 0)
    fig.update_layout(
        template=template(lang),
        title={
            "text": f"<b>{head}</b>",
            "subtitle": {"text": below, "font": {"size": 13, "color": QUIET}},
            "font": {"size": 17, "color": INK},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1 - 26 / (height + top + bottom),
            "yref": "container",
            "yanchor": "auto",
            "pad": {"l": 8},
        },
        showlegend=legend,
        legend={"y": 1 + _NAMED_LINE / height},
        height=height + top + bottom,
        margin={"t": top, "b": bottom, "l": 8, "r": right},
        meta={"title": title, "subtitle": subtitle, "source": source},
    )
    if source:
        fig.add_annotation(
            text=foot,
            showarrow=False,
            xref="paper",
            yref="paper",
            x=1,
            y=0,
            xanchor="right",
            yanchor="bottom",
            xshift=right - 16,
            yshift=-bottom + 6,
            align="right",
            font={"size": 11, "color": QUIET},
        )
    return fig


def empty(lang: str, *, title: str, action: str) -> go.Figure:
    """A figure without data says what to do next."""
    fig = go.Figure()
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return compose(fig, lang, title=title, subtitle=action, height=24)


def values(fig: go.Figure, at: float, y: Sequence[str], texts: Sequence[str], row: int | None = None) -> None:
    """A column of words right of the axis: nothing is written over a bar or line, whatever the page's width.

    The axis must end at `at`; the right margin is made wide enough.
    """
    where: dict[str, Any] = {} if row is None else {"row": row, "col": 1}
    fig.add_trace(
        go.Scatter(
            mode="text",
            x=[at] * len(y),
            y=list(y),
            text=list(texts),
            textposition="middle right",
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        ),
        **where,
    )
    fig.update_layout(margin={"r": 16 + round(_LETTER * max(map(len, texts), default=0))})


def reference(
    fig: go.Figure, x: float, label: str, *, dash: str = "solid", row: int | None = None, side: str = "center"
) -> None:
    """A vertical reference line with its name at the top, on one `side` of it where two lines stand close."""
    where: dict[str, Any] = {} if row is None else {"row": row, "col": 1}
    fig.add_vline(x=x, line={"color": INK, "width": 1.2, "dash": dash}, layer="above", **where)
    if row in (None, 1):
        fig.add_annotation(
            x=x,
            y=1,
            yref="paper",
            yanchor="bottom",
            xanchor=side,
            text=label,
            showarrow=False,
            font={"size": 12, "color": INK},
        )
