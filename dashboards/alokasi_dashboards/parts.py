"""Pieces that several pages show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_ag_grid as dag
import pandas as pd
import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from alokasi.figures import alternative, config
from alokasi.tables import Headline
from alokasi.texts import translate
from alokasi_dashboards.headings import decimals, heading, in_reading_order

MOST_ROWS = 12  # a longer table scrolls inside itself
GRID_HEIGHT, WIDE = 480, 520  # px
HELD = {"pinned": "left", "minWidth": 200}  # the first column stays in sight


def headlines(figures: Sequence[Headline]) -> Component:
    return html.Dl([_headline(figure) for figure in figures], className="headlines")


def head(above: str, finding: str, below: str) -> Component:
    """What is looked at, the finding as the page's title, and how sure it is or what it answers."""
    return html.Div(
        [html.P(above, className="above"), html.H1(finding), html.P(below, className="subtitle")],
        className="head",
    )


def picture(figure: go.Figure, table: pd.DataFrame, lang: str, id: str) -> Component:
    """A chart with its table beneath, closed until asked for: the text alternative of the chart."""
    settings: Any = config(lang)
    return html.Section(
        [
            html.Figure(
                dcc.Graph(
                    id=id,
                    figure=figure,
                    config=settings,
                    responsive=True,
                    style={"height": f"{figure.layout.height}px"},
                ),
                **aria(label=alternative(figure)),
            ),
            html.Details(
                [
                    html.Summary(translate("Angka yang sama sebagai tabel", lang)),
                    grid(table, f"{id}-table", lang),
                ]
            ),
        ],
        className="picture",
    )


def grid(table: pd.DataFrame, id: str, lang: str) -> Component:
    """A sortable, filterable table, its first column held in place; numbers to the right, in the reader's
    notation. A long one scrolls inside itself; a column that says nothing in any row is left out.
    """
    told = [name for name in in_reading_order(table.columns) if not (len(table) and table[name].eq("").all())]
    long = len(table) > MOST_ROWS
    shown: Component = dag.AgGrid(
        id=id,
        rowData=table.to_dict("records"),
        columnDefs=[
            _column(name, table[name], lang) | (HELD if place == 0 else {}) for place, name in enumerate(told)
        ],
        defaultColDef={
            "sortable": True,
            "filter": True,
            "resizable": True,
            "wrapText": True,
            "autoHeight": True,
            "wrapHeaderText": True,
            "autoHeaderHeight": True,
            "minWidth": 130,  # a header of one word and its filter
        },
        dashGridOptions={
            "localeText": _grid_words(lang),
            "domLayout": "normal" if long else "autoHeight",
            "suppressFieldDotNotation": True,  # a result's name such as "usulan.xlsx" is a column, not a path
        },
        columnSize="responsiveSizeToFit",
        style={"height": f"{GRID_HEIGHT}px" if long else None},
    )
    return shown


def aria(**words: str) -> dict[str, Any]:
    """Attributes for those who do not see the screen: `aria(label="...")`."""
    return {f"aria-{name}": word for name, word in words.items()}


def empty(words: str) -> Component:
    return html.P(words, className="empty", role="status")


def gone(lang: str) -> Component:
    return empty(translate("Hasil ini tidak ada lagi di folder. Pilih hasil lain di atas.", lang))


def _headline(figure: Headline) -> Component:
    return html.Div(
        [
            html.Dt(figure.name),
            html.Dd(figure.value, className="value"),
            html.Dd(figure.note, className="note"),
            html.Dd(figure.compared, className="note before"),
        ],
        className=f"headline {figure.state}",
    )


def _column(name: str, values: pd.Series, lang: str) -> dict[str, object]:
    column: dict[str, object] = {"field": name, "headerName": heading(name, lang)}
    if pd.api.types.is_numeric_dtype(values):
        language, digits = ("en" if lang == "en" else "id"), decimals(name)
        formatter = f"angka(params, '{language}', {digits})"
        return {**column, "type": "rightAligned", "valueFormatter": {"function": formatter}}
    return {
        **column,
        "minWidth": 150,
        "width": WIDE if name == "ketentuan" else 200,
        "valueFormatter": {"function": "teks(params)"},
    }


def _grid_words(lang: str) -> dict[str, str]:
    return {
        "noRowsToShow": translate("Tidak ada baris", lang),
        "filterOoo": translate("Saring ...", lang),
        "contains": translate("Memuat", lang),
        "notContains": translate("Tidak memuat", lang),
        "equals": translate("Sama dengan", lang),
        "notEqual": translate("Tidak sama dengan", lang),
        "startsWith": translate("Diawali", lang),
        "endsWith": translate("Diakhiri", lang),
        "blank": translate("Kosong", lang),
        "notBlank": translate("Tidak kosong", lang),
        "lessThan": translate("Kurang dari", lang),
        "greaterThan": translate("Lebih dari", lang),
        "lessThanOrEqual": translate("Paling banyak", lang),
        "greaterThanOrEqual": translate("Paling sedikit", lang),
        "inRange": translate("Antara", lang),
        "inRangeStart": translate("dari", lang),
        "inRangeEnd": translate("sampai", lang),
        "andCondition": translate("dan", lang),
        "orCondition": translate("atau", lang),
        "page": translate("Halaman", lang),
        "of": translate("dari", lang),
        "to": translate("sampai", lang),
        "pageSizeSelectorLabel": translate("Baris per halaman:", lang),
        "firstPage": translate("Halaman pertama", lang),
        "previousPage": translate("Halaman sebelumnya", lang),
        "nextPage": translate("Halaman berikutnya", lang),
        "lastPage": translate("Halaman terakhir", lang),
        "ariaSortableColumn": translate("Enter mengurutkan", lang),
        "ariaFilterColumn": translate("Ctrl+Enter menyaring", lang),
    }
