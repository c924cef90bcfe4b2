"""Ringkasan: lawful, covered, even? What changes, what must still be decided? One screen for a leader."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from alokasi import figures, tables
from alokasi.results import standing
from alokasi.texts import translate
from alokasi_dashboards.address import Address
from alokasi_dashboards.frame import chosen
from alokasi_dashboards.parts import empty, head, headlines, picture
from alokasi_dashboards.store import ResultFolder

PATH = "/"
TITLE = "Ringkasan"


def layout(store: ResultFolder, address: Address) -> Component:
    lang = address.lang
    opened = store.get(chosen(store.names(), address.result))
    if opened is None:
        return empty(translate("Hasil ini tidak ada lagi di folder. Pilih hasil lain di atas.", lang))
    result = opened.result
    source = tables.source_line(result, lang)
    unit = result.problem.planned[0]
    teams = tables.team_load(result)
    spread = tables.load_before_after(result)
    return html.Div(
        [
            head(f"{unit.name}, {unit.year}", standing(result, lang)),
            headlines(tables.headlines(result, lang)),
            html.Div(
                [
                    picture(
                        figures.team_load(teams, tables.target_percent(result), lang, source),
                        teams,
                        lang,
                        "tim",
                    ),
                    picture(figures.before_after(spread, lang, source), spread, lang, "sebelum")
                    if len(spread)
                    else empty(
                        translate("Susunan berjalan tidak memuat jam, jadi tidak ada beban sebelumnya.", lang)
                    ),
                ],
                className="side",
            ),
            html.Section(
                [
                    html.H2(translate("Yang harus diputuskan atau diperbaiki", lang)),
                    html.Ul([html.Li(point) for point in tables.attention(result, lang)]),
                ],
                className="panel",
            ),
        ]
    )


def register(app: Dash, store: ResultFolder) -> None:
    """The page is drawn from its address alone; it has no controls of its own."""
