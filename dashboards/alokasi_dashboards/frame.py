"""The frame around every page: navigation, the result chosen, the language, and "Draf, bukan keputusan"."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from alokasi.texts import translate
from alokasi_dashboards.address import Address
from alokasi_dashboards.parts import aria
from alokasi_dashboards.store import ResultFolder

THEME = {
    "primaryColor": "blue",
    "primaryShade": 8,
    "fontFamily": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
    "fontSizes": {"sm": "14px", "md": "15px"},
}
HEADER_HEIGHT = 56
NAVBAR_WIDTH = 208


class Ids:
    address = "address"
    result = "frame-result"
    language = "frame-language"
    navigation = "frame-navigation"
    draft = "frame-draft"
    result_label = "frame-result-label"


def layout(content: Component) -> Component:
    shell: Component = dmc.AppShell(
        [
            html.A("Langsung ke isi", href="#isi", className="skip"),
            dmc.AppShellHeader(_header()),
            dmc.AppShellNavbar(html.Nav(id=Ids.navigation, **aria(label="Halaman")), p="sm"),
            dmc.AppShellMain(html.Div(content, id="isi", className="content", tabIndex=-1)),
        ],
        header={"height": HEADER_HEIGHT},
        navbar={"width": NAVBAR_WIDTH, "breakpoint": "sm", "collapsed": {"mobile": False}},
        padding="md",
    )
    return shell


def register(app: Dash, store: ResultFolder) -> None:
    """The frame follows the address, and the address follows the frame's two controls."""

    @app.callback(
        Output(Ids.result, "data"),
        Output(Ids.result, "value"),
        Output(Ids.language, "value"),
        Output(Ids.navigation, "children"),
        Output(Ids.draft, "children"),
        Output(Ids.result_label, "children"),
        Input(Ids.address, "pathname"),
        Input(Ids.address, "search"),
    )
    def follow(pathname: str | None, search: str | None) -> tuple[Any, ...]:
        address = Address.of(search)
        names = store.names()
        return (
            list(names),
            chosen(names, address.result),
            address.lang,
            links(pathname, address),
            translate("Draf, bukan keputusan", address.lang),
            translate("Hasil", address.lang),
        )

    @app.callback(
        Output(Ids.address, "search", allow_duplicate=True),
        Input(Ids.result, "value"),
        Input(Ids.language, "value"),
        State(Ids.address, "search"),
        prevent_initial_call=True,
    )
    def choose(result: str | None, lang: str | None, search: str | None) -> str:
        now = Address.of(search)
        asked = ctx.triggered_id
        return Address(
            result=(result or "") if asked == Ids.result else now.result,
            other=now.other,
            lang=(lang or "id") if asked == Ids.language else now.lang,
        ).query()


def chosen(names: tuple[str, ...], asked: str) -> str:
    """The result asked for, else the newest; blank in an empty folder."""
    return asked if asked in names else (names[0] if names else "")


def links(pathname: str | None, address: Address) -> list[Component]:
    """Navigation links that keep the state of the view."""
    from alokasi_dashboards.pages import PAGES, page_at

    here = page_at(pathname)
    return [
        dcc.Link(
            translate(page.TITLE, address.lang),
            href=page.PATH + address.query(),
            className="nav here" if page is here else "nav",
        )
        for page in PAGES
    ]


def _header() -> Component:
    return html.Div(
        [
            html.Span("Alokasi", className="brand"),
            html.Span(id=Ids.draft, className="draft"),
            html.Span(className="grow"),
            html.Label(id=Ids.result_label, htmlFor=Ids.result, className="quiet"),
            dmc.Select(id=Ids.result, allowDeselect=False, size="sm", w=260),
            dmc.SegmentedControl(
                id=Ids.language,
                data=[{"value": "id", "label": "ID"}, {"value": "en", "label": "EN"}],
                size="xs",
            ),
        ],
        className="header",
    )
