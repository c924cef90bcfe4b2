"""Makes the dashboard over a store of results. Any number of apps may live in one process: nothing global."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import dash_mantine_components as dmc
from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from alokasi.texts import translate
from alokasi_dashboards import frame
from alokasi_dashboards.address import Address
from alokasi_dashboards.guard import protect
from alokasi_dashboards.pages import PAGES, page_at
from alokasi_dashboards.parts import empty
from alokasi_dashboards.store import ResultFolder

INDEX = """<!DOCTYPE html>
<html lang="id">
<head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""


class Ids:
    address = "address"
    page = "page"


def create_app(store: ResultFolder) -> Dash:
    """The application, guarded: only loopback, strict headers, no debug server, no MCP door."""
    app = Dash(
        __name__,
        title="Alokasi",
        update_title="",
        index_string=INDEX,
        assets_folder=str(_assets()),
        # without it every page's layout, names included, lands in the first HTML
        suppress_callback_exceptions=True,
        serve_locally=True,
        compress=False,
        enable_mcp=False,
        add_log_handler=False,
    )
    app.layout = _layout
    frame.register(app, store)
    for page in PAGES:
        page.register(app, store)
    _route(app, store)
    protect(app)
    return app


def _layout() -> Component:
    provider: Component = dmc.MantineProvider(
        [dcc.Location(id=Ids.address, refresh="callback-nav"), frame.layout(html.Div(id=Ids.page))],
        theme=frame.THEME,
        forceColorScheme="light",
    )
    return provider


def _route(app: Dash, store: ResultFolder) -> None:
    @app.callback(
        Output(Ids.page, "children"),
        Input(Ids.address, "pathname"),
        Input(Ids.address, "search"),
    )
    def show(pathname: str | None, search: str | None) -> Component:
        address = Address.of(search)
        if not store.names():
            return empty(translate("Belum ada hasil di folder ini. Jalankan: alokasi demo", address.lang))
        shown: Component = page_at(pathname).layout(store, address)
        return shown


def _assets() -> Path:
    with resources.as_file(resources.files("alokasi_dashboards") / "assets") as folder:
        return folder
