"""Writes an input sheet: header, rows, text and date formats, drop-down lists, prompts, protection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from alokasi.workbook.formats import (
    ACCENT,
    ACCENT_PALE,
    ORANGE,
    QUIET,
    WRAPPED,
    YELLOW,
    Formats,
    number_format,
    row_height,
)
from alokasi.workbook.lists import LAST_ROW
from alokasi.workbook.print_setup import prepare_print
from alokasi.workbook.schema import Column, Kind, Sheet
from alokasi.workbook.validation import add_skill_validation, add_validation
from alokasi.workbook.values import Row, plain

_SPARE_ROWS = 1000  # below the data: lists, prompts and the filter reach that far
_COLUMNS = 80  # that carry a format of their own; all others are unlocked by the default format
_PROTECTION = {
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
}
_EXAMPLE_LOOK: dict[str, object] = {"italic": True, "font_color": QUIET}


class Mark(StrEnum):
    """What a prefilled cell rests on; cells without a mark hold what a form said."""

    GUESSED = "dugaan"  # yellow: to be checked
    OPEN = "kosong"  # orange: to be filled


_LOOKS: Mapping[Mark, dict[str, object]] = {
    Mark.GUESSED: {"bg_color": YELLOW},
    Mark.OPEN: {"bg_color": ORANGE},
}


def write_input(
    page: Any,
    formats: Formats,
    sheet: Sheet,
    rows: Sequence[Row],
    live: bool,
    marks: Mapping[tuple[int, str], Mark] | None = None,
) -> None:
    """`live`: derived columns become formulas with their value; a result keeps the values only.

    `marks`: (place of the row from 0, column) -> its colour.
    """
    headers = [*sheet.names, *_competence_headers(sheet, rows)]
    known: list[tuple[str, Column | None]] = [(c.name, c) for c in sheet]
    known += [(name, None) for name in headers[len(sheet.columns) :]]
    _columns(page, formats, sheet)
    _header(page, formats, sheet, headers)
    for number, row in enumerate(rows, start=1):
        height = row_height((str(row.get(c.name) or ""), c.shown_width) for c in sheet if c.kind in WRAPPED)
        if height is not None:
            page.set_row(number, height)
        for place, (name, column) in enumerate(known):
            if live and column is not None and column.derived:
                _workload(page, formats, sheet, number, place, row)
            else:
                look = _LOOKS[mark] if marks and (mark := marks.get((number - 1, name))) else {}
                write_value(page, formats, number, place, column, row.get(name), **look)
    last = max(len(rows), 1) + _SPARE_ROWS
    for place, column in enumerate(sheet):
        add_validation(page, sheet, column, place, min(last, LAST_ROW))
    if sheet.wide:
        add_skill_validation(page, len(sheet.columns), min(last, LAST_ROW))
    page.freeze_panes(1, 2 if "nama" in sheet.names[:2] else 1)
    page.autofilter(0, 0, last, len(headers) - 1)
    page.ignore_errors({"number_stored_as_text": f"A2:{xl_rowcol_to_cell(last, len(headers))}"})
    page.protect("", _PROTECTION)
    prepare_print(page, sheet.name, sum(column.shown_width for column in sheet))


def write_example(page: Any, formats: Formats, sheet: Sheet) -> None:
    """A row in grey italics that the reader skips (its marker column begins with CONTOH)."""
    row = {column.name: column.example for column in sheet}
    for place, column in enumerate(sheet):
        if column.derived:
            _workload(page, formats, sheet, 1, place, row, **_EXAMPLE_LOOK)
        else:
            write_value(page, formats, 1, place, column, column.example, **_EXAMPLE_LOOK)


def write_value(
    page: Any, formats: Formats, row: int, place: int, column: Column | None, value: object, **look: object
) -> None:
    """Text is always written as text: nothing a user typed becomes a formula or a link."""
    kind = column.kind if column is not None else Kind.WHOLE
    value = plain(value)
    if value is None:
        if "bg_color" in look:
            page.write_blank(row, place, None, formats.cell(kind, "", **look))
    elif isinstance(value, date):
        page.write_datetime(row, place, value, formats.cell(Kind.DATE, "", **look))
    elif isinstance(value, (int, float)):
        page.write_number(row, place, value, formats.cell(kind, number_format(value), **look))
    else:
        page.write_string(row, place, str(value), formats.cell(kind, "", **look))


def _competence_headers(sheet: Sheet, rows: Sequence[Row]) -> Iterable[str]:
    if not sheet.wide:
        return ()
    own = frozenset(sheet.names)
    return dict.fromkeys(name for row in rows for name in row if name not in own)


def _columns(page: Any, formats: Formats, sheet: Sheet) -> None:
    page.set_column(0, _COLUMNS, 9, formats.cell(Kind.WHOLE))
    for place, column in enumerate(sheet):
        page.set_column(place, place, column.shown_width, formats.cell(column.kind))


def _header(page: Any, formats: Formats, sheet: Sheet, headers: Sequence[str]) -> None:
    page.set_row(0, 24)
    for place, name in enumerate(headers):
        known = sheet.column(name) if name in sheet.names else None
        color = ACCENT if known is not None and known.required else ACCENT_PALE
        page.write_string(0, place, name, formats.header(color, known is None or known.numeric))


def _workload(
    page: Any, formats: Formats, sheet: Sheet, row: int, place: int, values: Row, **look: object
) -> None:
    volume, norm = (
        xl_rowcol_to_cell(row, sheet.names.index(name), col_abs=True) for name in ("volume", "norma_jam")
    )
    value = plain(values.get("beban_jam"))
    shown = formats.cell(Kind.NUMBER, number_format(value), **{"font_color": QUIET, **look})
    page.write_formula(row, place, f"={volume}*{norm}", shown, "" if value is None else value)
