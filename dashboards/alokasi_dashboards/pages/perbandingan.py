"""Perbandingan: two results side by side, on one scale, with who moves."""

from __future__ import annotations

import dash_mantine_components as dmc
import pandas as pd
from dash import ClientsideFunction, Dash, Input, Output, State, html
from dash.development.base_component import Component

from alokasi import figures, tables
from alokasi.texts import translate
from alokasi_dashboards.address import Address
from alokasi_dashboards.compare import (
    headline_table,
    load_table,
    seat_differences,
    side_by_side,
    team_table,
    verdict_differences,
)
from alokasi_dashboards.findings import of_comparison
from alokasi_dashboards.frame import Ids as FrameIds
from alokasi_dashboards.frame import chosen
from alokasi_dashboards.parts import empty, gone, grid, head, picture
from alokasi_dashboards.store import Opened, ResultFolder

PATH = "/perbandingan"
TITLE = "Perbandingan"


class Ids:
    other = "banding-lain"


def layout(store: ResultFolder, address: Address) -> Component:
    lang = address.lang
    names = store.names()
    first = store.get(chosen(names, address.result))
    rest = _others(names, address)
    if first is None or not rest:
        return html.Div(
            [
                _head(translate("Belum ada yang dibandingkan", lang), lang),
                empty(
                    translate(
                        "Perlu dua hasil untuk dibandingkan. Buat hasil lain, mis. dengan profil berbeda: "
                        "alokasi solve BERKAS --profile kompetensi --out hasil/kompetensi.xlsx",
                        lang,
                    )
                ),
            ]
        )
    second = store.get(chosen(rest, address.other))
    select = dmc.Select(
        id=Ids.other,
        label=translate("Bandingkan dengan", lang),
        data=list(rest),
        value=chosen(rest, address.other),
        allowDeselect=False,
        w=320,
    )
    if second is None:
        return gone(lang)
    moved: pd.DataFrame = seat_differences(first, second, lang)
    return html.Div(
        [
            _head(of_comparison(first, second, len(moved), lang), lang),
            html.Div(select, className="panel"),
            *_comparison(first, second, moved, lang),
        ]
    )


def _others(names: tuple[str, ...], address: Address) -> tuple[str, ...]:
    """What the result of the page may be compared with."""
    return tuple(name for name in names if name != chosen(names, address.result))


def register(app: Dash, store: ResultFolder) -> None:
    """What is chosen to compare with goes into the address, in the browser alone: see `frame.register`."""
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("alokasi", "compare"),
        Output(FrameIds.address, "search", allow_duplicate=True),
        Input(Ids.other, "value"),
        State(Ids.other, "data"),
        State(FrameIds.address, "search"),
        prevent_initial_call=True,
    )


def _head(finding: str, lang: str) -> Component:
    return head(
        translate("Perbandingan", lang),
        finding,
        translate("Apa yang berbeda antara dua hasil, dan siapa yang berpindah?", lang),
    )


def _comparison(first: Opened, second: Opened, moved: pd.DataFrame, lang: str) -> list[Component]:
    both = (first, second)
    headline: pd.DataFrame = headline_table(both, lang)
    loads: pd.DataFrame = load_table(both)
    teams: pd.DataFrame = team_table(first, second, lang)
    verdicts: pd.DataFrame = verdict_differences(first, second, lang)
    found = side_by_side(first, second)
    source = tables.comparison_source(found, lang)
    return [
        *_assumed(tables.comparison_assumed(found, lang), lang),
        picture(figures.headline_comparison(headline, lang, source), headline, lang, "banding-angka"),
        picture(figures.load_comparison(loads, lang, source), loads, lang, "banding-beban"),
        picture(figures.seat_changes(teams, lang, source), teams, lang, "banding-tim"),
        html.Section(
            [
                html.H2(translate("Siapa yang berbeda tempat duduknya", lang)),
                grid(moved, "banding-orang", lang)
                if len(moved)
                else html.P(translate("Semua orang duduk di tempat yang sama dalam kedua hasil.", lang)),
            ],
            className="panel",
        ),
        html.Section(
            [
                html.H2(translate("Uji Pasal yang berbeda", lang)),
                grid(verdicts, "banding-pasal", lang)
                if len(verdicts)
                else html.P(translate("Setiap ketentuan berstatus sama dalam kedua hasil.", lang)),
            ],
            className="panel",
        ),
    ]


def _assumed(sentences: tuple[str, ...], lang: str) -> list[Component]:
    """A what-if is no proposal, and may stand on a number that is not the regulation's: told before any figure."""
    if not sentences:
        return []
    title = html.H2(translate("Yang diandaikan", lang))
    return [html.Section([title, html.Ul([html.Li(sentence) for sentence in sentences])], className="panel")]
