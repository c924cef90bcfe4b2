"""The frame around every page: navigation, the result chosen, the language, and "Draf, bukan keputusan"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from alokasi.texts import translate
from alokasi_dashboards.address import Address
from alokasi_dashboards.store import ResultFolder

THEME = {
    "primaryColor": "blue",
    "primaryShade": 8,
    "fontFamily": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
    "fontSizes": {"sm": "14px", "md": "15px"},
}
_NAME_THE_WINDOW = """
function(title, lang) {
    document.title = title;
    document.documentElement.lang = lang;
    return window.dash_clientside.no_update;
}
"""


class Ids:
    address = "address"
    result = "frame-result"
    language = "frame-language"
    navigation = "frame-navigation"
    draft = "frame-draft"
    result_label = "frame-result-label"
    skip = "frame-skip"
    content = "isi"
    title = "frame-title"


def layout(content: Component) -> Component:
    return html.Div(
        [
            html.A(id=Ids.skip, href=f"#{Ids.content}", className="skip"),
            html.Header(_header(), className="header"),
            html.Nav(id=Ids.navigation),
            html.Main(content, id=Ids.content, tabIndex=-1),
        ],
        className="frame",
    )


def register(app: Dash, store: ResultFolder) -> None:
    """The frame follows the address, and the address follows the frame's two controls."""

    @app.callback(
        Output(Ids.result, "data"),
        Output(Ids.result, "value"),
        Output(Ids.language, "value"),
        Output(Ids.navigation, "children"),
        Output(Ids.draft, "children"),
        Output(Ids.result_label, "children"),
        Output(Ids.skip, "children"),
        Output(Ids.title, "data"),
        Input(Ids.address, "pathname"),
        Input(Ids.address, "search"),
    )
    def follow(pathname: str | None, search: str | None) -> tuple[Any, ...]:
        address = Address.of(search)
        names = store.names()
        now = chosen(names, address.result)
        return (
            list(names),
            now,
            address.lang,
            links(pathname, address),
            translate("Draf, bukan keputusan", address.lang),
            translate("Hasil", address.lang),
            translate("Langsung ke isi", address.lang),
            window_title(pathname, now, address.lang),
        )

    @app.callback(
        Output(Ids.address, "search", allow_duplicate=True),
        Input(Ids.result, "value"),
        Input(Ids.language, "value"),
        State(Ids.address, "search"),
        prevent_initial_call=True,
    )
    def choose(result: str | None, lang: str | None, search: str | None) -> Any:
        now = Address.of(search)
        shown = chosen(store.names(), now.result)
        asked = replace(now, result=now.result if result == shown else result or "", lang=lang or "id")
        # what the page itself put into its controls is no choice: the address and its history stay as they are
        return no_update if asked == now else asked.query()

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        _NAME_THE_WINDOW,
        Output(Ids.title, "modified_timestamp"),
        Input(Ids.title, "data"),
        Input(Ids.language, "value"),
        prevent_initial_call=True,
    )


def window_title(pathname: str | None, result: str, lang: str) -> str:
    """What the browser's tab and history say: page, result, tool."""
    from alokasi_dashboards.pages import page_at

    words = (translate(page_at(pathname).TITLE, lang), result, "Alokasi")
    return " · ".join(word for word in words if word)


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


def _header() -> list[Component]:
    return [
        html.Span("Alokasi", className="brand"),
        html.Span(id=Ids.draft, className="draft"),
        html.Span(className="grow"),
        html.Label(id=Ids.result_label, htmlFor=Ids.result, className="quiet"),
        dmc.Select(id=Ids.result, allowDeselect=False, size="sm", className="result"),
        dmc.SegmentedControl(
            id=Ids.language,
            data=[{"value": "id", "label": "ID"}, {"value": "en", "label": "EN"}],
            size="xs",
        ),
        dcc.Store(id=Ids.title),
    ]
