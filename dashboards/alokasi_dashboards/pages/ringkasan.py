"""Ringkasan: lawful, covered, even? What changes, what must still be decided? One screen for a leader."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from alokasi import tables
from alokasi.results import standing
from alokasi.texts import translate
from alokasi_dashboards import pictures
from alokasi_dashboards.address import Address
from alokasi_dashboards.findings import of_plan
from alokasi_dashboards.frame import chosen
from alokasi_dashboards.parts import gone, head, headlines
from alokasi_dashboards.store import ResultFolder

PATH = "/"
TITLE = "Ringkasan"


def layout(store: ResultFolder, address: Address) -> Component:
    lang = address.lang
    opened = store.get(chosen(store.names(), address.result))
    if opened is None:
        return gone(lang)
    result = opened.result
    points = tables.attention(result, lang)
    names = "; ".join(f"{unit.name}, {unit.year}" for unit in result.problem.planned)
    return html.Div(
        [
            head(names, of_plan(result, lang), standing(result, lang)),
            headlines(tables.headlines(result, lang)),
            html.Section(
                [
                    html.H2(translate("Yang harus diputuskan atau diperbaiki", lang)),
                    html.Ul([html.Li(point) for point in points])
                    if points
                    else html.P(translate("Tidak ada.", lang)),
                ],
                className="panel",
            ),
            pictures.team_load(result, lang),
        ]
    )


def register(app: Dash, store: ResultFolder) -> None:
    """The page is drawn from its address alone; it has no controls of its own."""
