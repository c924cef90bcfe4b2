"""The frame around every page: navigation, the result chosen, the language, and "Draf, bukan keputusan"."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from alokasi.texts import LANGUAGES, translate
from alokasi_dashboards.address import Address
from alokasi_dashboards.store import ResultFolder

THEME = {
    "primaryColor": "blue",
    "primaryShade": 8,
    "fontFamily": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
    "fontSizes": {"sm": "14px", "md": "15px"},
}


class Ids:
    address = "address"
    result = "frame-result"
    language = "frame-language"
    draft = "frame-draft"
    result_label = "frame-result-label"
    skip = "frame-skip"
    content = "isi"
    shown = "frame-shown"


def layout(content: Component) -> Component:
    return html.Div(
        [
            html.A(id=Ids.skip, href=f"#{Ids.content}", className="skip"),
            html.Header(_header(), className="header"),
            html.Nav(_links()),
            html.Main(content, id=Ids.content, tabIndex=-1),
        ],
        className="frame",
    )


def register(app: Dash, store: ResultFolder) -> None:
    """The frame follows the address, and the address follows the frame's two controls.

    Controls and addresses are set in the browser alone (`assets/frame.js`): no answer of the server, however
    late, can undo what was chosen meanwhile. The links keep their place, so that focus stays on them.
    """
    link_ids = _link_ids()

    @app.callback(
        Output(Ids.shown, "data"),
        Output(Ids.draft, "children"),
        Output(Ids.result_label, "children"),
        Output(Ids.skip, "children"),
        *(Output(link, name) for link in link_ids for name in ("children", "className")),
        Input(Ids.address, "pathname"),
        Input(Ids.address, "search"),
    )
    def follow(pathname: str | None, search: str | None) -> tuple[Any, ...]:
        address = Address.of(search)
        return (
            shown(store.names(), pathname, search),
            translate("Draf, bukan keputusan", address.lang),
            translate("Hasil", address.lang),
            translate("Langsung ke isi", address.lang),
            *(part for link in links(pathname, address.lang) for part in link),
        )

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("alokasi", "stand"),
        Output(Ids.shown, "modified_timestamp"),
        Input(Ids.shown, "data"),
        State(Ids.address, "pathname"),
        State(Ids.address, "search"),
        State(Ids.result, "value"),
        State(Ids.language, "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("alokasi", "carry"),
        *(Output(link, "href") for link in link_ids),
        Input(Ids.address, "search"),
        *(State(link, "href") for link in link_ids),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("alokasi", "choose"),
        Output(Ids.address, "search", allow_duplicate=True),
        Input(Ids.result, "value"),
        Input(Ids.language, "value"),
        State(Ids.address, "search"),
        State(Ids.shown, "data"),
        prevent_initial_call=True,
    )


def shown(names: tuple[str, ...], pathname: str | None, search: str | None) -> dict[str, Any]:
    """What stands at this address, for the browser: results, the one shown, language, title of the window."""
    address = Address.of(search)
    now = chosen(names, address.result)
    return {
        "pathname": pathname,
        "search": search,
        "names": list(names),
        "result": now,
        "lang": address.lang,
        "langs": list(LANGUAGES),
        "title": window_title(pathname, now, address.lang),
    }


def window_title(pathname: str | None, result: str, lang: str) -> str:
    """What the browser's tab and history say: page, result, tool."""
    from alokasi_dashboards.pages import page_at

    words = (translate(page_at(pathname).TITLE, lang), result, "Alokasi")
    return " · ".join(word for word in words if word)


def chosen(names: tuple[str, ...], asked: str) -> str:
    """The result asked for, else the newest; blank in an empty folder."""
    return asked if asked in names else (names[0] if names else "")


def links(pathname: str | None, lang: str) -> list[tuple[str, str]]:
    """(words, style) of every link."""
    from alokasi_dashboards.pages import PAGES, page_at

    here = page_at(pathname)
    return [(translate(page.TITLE, lang), "nav here" if page is here else "nav") for page in PAGES]


def _link_ids() -> list[str]:
    from alokasi_dashboards.pages import PAGES

    return [f"frame-link-{place}" for place in range(len(PAGES))]


def _links() -> list[Component]:
    from alokasi_dashboards.pages import PAGES

    return [
        dcc.Link(words, id=id, href=page.PATH, className=style)
        for id, page, (words, style) in zip(_link_ids(), PAGES, links(None, "id"), strict=True)
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
        dcc.Store(id=Ids.shown),
    ]
