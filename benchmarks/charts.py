"""Gap over time of every way to a plan: one panel for each size, means over the seeds."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs
from plotly.subplots import make_subplots

from alokasi.figures.template import ACCENT, FONT, INK, QUIET, template
from runs import ALOKASI, WEIGHTED, Run
from values import best_bounds, mean_gap

PANELS = {
    "S": "S: 30 staff, 6 teams",
    "M": "M: 100 staff, 13 teams",
    "L": "L: 250 staff, 16 teams",
    "XL 40": "XL: 600 staff, 40 teams",
}
LOOKS = {  # colours told apart by colour-blind readers; dashes tell engines of one kind apart
    ALOKASI: (ACCENT, "solid", 3.5),
    "HiGHS, highspy": ("#009e73", "solid", 2),
    "HiGHS, ortools": ("#009e73", "dot", 2),
    "CP-SAT, 8 workers": ("#d95f02", "solid", 2),
    "CP-SAT, 2 workers": ("#d95f02", "dot", 2),
    "CP-SAT, textbook": ("#882255", "dash", 2),
    "Timefold": ("#7a4a21", "dashdot", 2),
}
SIZE = (1100, 820)  # px
LEAST, MOST = 0.0001, 1.0  # shares shown; below the least counts as it
FIRST_SECOND = 0.1
STEPS = 400  # points of a line
AXIS = [0.0001, 0.001, 0.01, 0.1, 1.0]
SECONDS = [0.1, 0.3, 1, 3, 10, 30, 100]


def gaps_over_time(runs: Sequence[Run]) -> go.Figure:
    """Lines of the mean gap to the best bound known, from the moment every seed has a plan."""
    weighted = [run for run in runs if run.profile == WEIGHTED and run.size in PANELS]
    bounds = best_bounds(weighted)
    fig = make_subplots(
        rows=2,
        cols=2,
        subplot_titles=[f"<b>{words}</b>" for words in PANELS.values()],
        vertical_spacing=0.13,
        horizontal_spacing=0.08,
    )
    shown: set[str] = set()
    for place, size in enumerate(PANELS):
        here = [run for run in weighted if run.size == size]
        for who, (colour, dash, width) in LOOKS.items():
            theirs = [run for run in here if run.who == who]
            seconds, gaps = _line(theirs, bounds)
            if not seconds:
                continue
            fig.add_trace(
                go.Scatter(
                    name=who,
                    legendgroup=who,
                    showlegend=who not in shown,
                    mode="lines",
                    x=seconds,
                    y=gaps,
                    line={"shape": "hv", "color": colour, "dash": dash, "width": width},
                ),
                row=place // 2 + 1,
                col=place % 2 + 1,
            )
            shown.add(who)
    return _composed(fig, weighted)


def _line(runs: Sequence[Run], bounds: dict[str, float]) -> tuple[list[float], list[float]]:
    if not runs:
        return [], []
    limit = min(run.limit for run in runs)
    moments = [FIRST_SECOND * (limit / FIRST_SECOND) ** (n / STEPS) for n in range(STEPS + 1)]
    found = [(moment, mean_gap(runs, bounds, moment)) for moment in moments]
    known = [(moment, max(LEAST, share)) for moment, share in found if share is not None]
    return [moment for moment, _ in known], [share for _, share in known]


def _composed(fig: go.Figure, runs: Sequence[Run]) -> go.Figure:
    most = max((run.limit for run in runs), default=60.0)
    fig.update_xaxes(
        type="log",
        range=[-1, 2.3 if most > 100 else 1.82],
        tickvals=SECONDS,
        ticktext=[f"{second:g}" for second in SECONDS],
        title={"text": "seconds"},
        showline=True,
        linecolor=QUIET,
    )
    fig.update_yaxes(
        type="log",
        range=[-4.08, 0.05],
        tickvals=AXIS,
        ticktext=["0.01 %", "0.1 %", "1 %", "10 %", "100 %"],
    )
    fig.update_annotations(font={"size": 14, "color": INK}, xanchor="left")
    for place, panel in enumerate(fig.layout.annotations):
        panel.x = 0.0 if place % 2 == 0 else 0.54
    fig.update_layout(
        template=template("en"),
        width=SIZE[0],
        height=SIZE[1],
        margin={"l": 70, "r": 30, "t": 150, "b": 60},
        title={
            "text": "<b>How far from the best each way is, second by second</b><br>"
            f'<span style="font-size:13px;color:{QUIET}">Mean gap over the seeds to the best bound known, from the '
            "moment every seed has a plan; given teams, one weighted sum.<br>Lower is better; 0.01 % stands for less "
            "too.</span>",
            "x": 0,
            "xanchor": "left",
            "xref": "paper",
            "y": 0.97,
            "yanchor": "top",
            "font": {"size": 18, "family": FONT, "color": INK},
        },
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1.07, "yanchor": "bottom"},
    )
    return fig


def save(fig: go.Figure, target: Path) -> bool:
    """As a picture, drawn by Debian's Chromium; False where there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return False
    from playwright.sync_api import sync_playwright

    html = (
        f"<style>body{{margin:0}}</style><div id=chart></div><script>{get_plotlyjs()}</script>"
        f"<script>const f={fig.to_json()};Plotly.newPlot('chart',f.data,f.layout,{{staticPlot:true}})</script>"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, device_scale_factor=1.5)
        window.set_content(html)
        window.locator(".main-svg").first.wait_for(state="attached")
        window.screenshot(path=target)
        browser.close()
    return True
