"""Beban Kerja: is the work spread evenly over people and teams?"""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from alokasi import figures, tables
from alokasi.texts import translate
from alokasi_dashboards.address import Address
from alokasi_dashboards.frame import chosen
from alokasi_dashboards.parts import empty, head, picture
from alokasi_dashboards.store import ResultFolder

PATH = "/beban-kerja"
TITLE = "Beban kerja"


def layout(store: ResultFolder, address: Address) -> Component:
    lang = address.lang
    opened = store.get(chosen(store.names(), address.result))
    if opened is None:
        return empty(translate("Hasil ini tidak ada lagi di folder. Pilih hasil lain di atas.", lang))
    result = opened.result
    source = tables.source_line(result, lang)
    people, teams = tables.person_load(result), tables.team_load(result)
    limit = float(result.ruleset.policy("P01").value)
    target = tables.target_percent(result)
    spread, hours = tables.load_before_after(result), tables.person_team_hours(result, lang)
    return html.Div(
        [
            head(
                translate("Beban kerja", lang),
                translate("Meratakah pembagian kerja antarorang dan antartim?", lang),
            ),
            picture(figures.person_load(people, limit, lang, source), people, lang, "beban-orang"),
            picture(figures.team_load(teams, target, lang, source), teams, lang, "beban-tim"),
            picture(figures.before_after(spread, lang, source), spread, lang, "sebelum-sesudah")
            if len(spread)
            else empty(
                translate("Susunan berjalan tidak memuat jam, jadi tidak ada beban sebelumnya.", lang)
            ),
            picture(figures.person_team_hours(hours, lang, source), hours, lang, "orang-tim"),
        ]
    )


def register(app: Dash, store: ResultFolder) -> None:
    """The page is drawn from its address alone; it has no controls of its own."""
