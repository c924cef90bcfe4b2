"""Writes a result sheet from a table with exactly its columns: widths, number formats, marked states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alokasi.workbook import names
from alokasi.workbook.formats import (
    BLUE,
    DARK_BLUE,
    DARK_ORANGE,
    GREY,
    ORANGE,
    RESULT,
    YELLOW,
    Formats,
    number_format,
    padded,
    row_height,
)
from alokasi.workbook.print_setup import prepare_print
from alokasi.workbook.schema import Column, Kind, Sheet
from alokasi.workbook.values import Row, plain

_RULED: dict[str, object] = {"bottom": 1, "bottom_color": "#E3E8ED"}
_OVER = 100.05  # per cent that is still shown as 100.0
_BAD: dict[str, object] = {"bg_color": ORANGE, "font_color": DARK_ORANGE}
_GOOD: dict[str, object] = {"bg_color": BLUE, "font_color": DARK_BLUE}
_OPEN: dict[str, object] = {"bg_color": YELLOW}
_QUIET: dict[str, object] = {"bg_color": GREY}
# (sheet, column) -> (criterion, value, look), the first that fits wins
_SEVERITIES: tuple[tuple[str, object, dict[str, object]], ...] = (
    ("==", "galat", _BAD),
    ("==", "peringatan", _OPEN),
    ("==", "info", _QUIET),
)
_MARKS: dict[tuple[str, str], tuple[tuple[str, object, dict[str, object]], ...]] = {
    (names.LOADS, "persen"): ((">=", _OVER, _BAD), ("<", 50, _GOOD)),
    (names.TEAM_LOADS, "kurang_jam"): ((">", 0, _BAD),),
    (names.TEAM_LOADS, "eu_persen"): ((">=", _OVER, _BAD), ("<", 50, _GOOD)),
    (names.TEAM_LOADS, "beban_tertinggi_persen"): ((">=", _OVER, _BAD),),
    (names.ABK, "selisih"): (("<", 0, _BAD), (">", 0, _GOOD)),
    (names.CLAUSES, "status"): (
        ("==", "tidak terpenuhi", _BAD),
        ("==", "terpenuhi", _GOOD),
        ("==", "perlu keputusan", _OPEN),
        ("==", "dipertimbangkan", _OPEN),
        ("==", "tidak berlaku", _QUIET),
        ("==", "diatur peraturan lain", _QUIET),
        ("==", "di luar jangkauan program", _QUIET),
    ),
    (names.MESSAGES, "tingkat"): _SEVERITIES,
    (names.IMPORT_REPORT, "tingkat"): _SEVERITIES,
}


def write_table(page: Any, formats: Formats, sheet: Sheet, rows: Sequence[Row]) -> None:
    """ValueError where a row lacks a column or has one the sheet does not know."""
    page.set_row(0, 24)
    for place, column in enumerate(sheet):
        page.set_column(place, place, column.shown_width, _look(formats, column))
        page.write_string(0, place, column.name, formats.header(RESULT, column.numeric))
    known = set(sheet.names)
    for number, row in enumerate(rows, start=1):
        if set(row) != known:
            raise ValueError(f"{sheet.name} wants the columns {sheet.names}, not {tuple(row)}")
        height = row_height((str(row[c.name]), c.shown_width) for c in sheet if not c.numeric)
        if height is not None:
            page.set_row(number, height)
        for place, column in enumerate(sheet):
            _write(page, formats, number, place, column, row[column.name])
    _mark(page, formats, sheet, len(rows))
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(rows), 1), len(sheet.columns) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:A{len(rows) + 2}"})
    prepare_print(page, sheet.name, sum(column.shown_width for column in sheet), draft=True)


def _write(page: Any, formats: Formats, row: int, place: int, column: Column, value: object) -> None:
    value = plain(value)
    if value is None:
        page.write_blank(row, place, None, _look(formats, column))
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        page.write_number(row, place, value, _look(formats, column, value))
    else:
        page.write_string(row, place, str(value), _look(formats, column))


def _look(formats: Formats, column: Column, value: object = None) -> Any:
    if column.numeric:
        shown = column.format.removeprefix("+") or number_format(value or 0)
        signed = f"+{shown};-{shown};0" if column.format == "+" else shown
        return formats.get(num_format=padded(signed), align="right", **_RULED)
    if column.kind is Kind.SETTING:
        shown = "@" if value is None else _figure_format(value)
        return formats.get(num_format=shown, align="left", text_wrap=True, **_RULED)
    return formats.get(num_format="@", text_wrap=True, **_RULED)


def _figure_format(value: object) -> str:
    """Of a figure among others of many kinds: whole, with one decimal, or small."""
    if isinstance(value, float) and not value.is_integer():
        return "#,##0.0" if abs(value) >= 1 else "0.000"
    return "#,##0"


def _mark(page: Any, formats: Formats, sheet: Sheet, count: int) -> None:
    for (name, column), marks in _MARKS.items():
        if name != sheet.name or not count:
            continue
        place = sheet.names.index(column)
        for criterion, value, look in marks:
            shown = f'"{value}"' if isinstance(value, str) else value
            page.conditional_format(
                1,
                place,
                count,
                place,
                {
                    "type": "cell",
                    "criteria": criterion,
                    "value": shown,
                    "format": formats.book.add_format(look),
                    "stop_if_true": True,
                },
            )
