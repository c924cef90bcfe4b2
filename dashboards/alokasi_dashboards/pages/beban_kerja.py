"""Beban kerja: is the work spread evenly over people and teams?"""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from alokasi.texts import translate
from alokasi_dashboards import pictures
from alokasi_dashboards.address import Address
from alokasi_dashboards.findings import of_load
from alokasi_dashboards.frame import chosen
from alokasi_dashboards.parts import gone, head
from alokasi_dashboards.store import ResultFolder

PATH = "/beban-kerja"
TITLE = "Beban kerja"


def layout(store: ResultFolder, address: Address) -> Component:
    lang = address.lang
    opened = store.get(chosen(store.names(), address.result))
    if opened is None:
        return gone(lang)
    result = opened.result
    return html.Div(
        [
            head(
                translate("Beban kerja", lang),
                of_load(result, lang),
                translate("Meratakah pembagian kerja antarorang dan antartim?", lang),
            ),
            pictures.person_load(result, lang),
            pictures.team_load(result, lang),
            pictures.before_after(result, lang),
            pictures.person_team_hours(result, lang),
        ]
    )


def register(app: Dash, store: ResultFolder) -> None:
    """The page is drawn from its address alone; it has no controls of its own."""
