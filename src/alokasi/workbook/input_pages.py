"""Writes an input sheet: header, rows, text and date formats, drop-down lists, prompts, protection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from alokasi.texts import Message, wording
from alokasi.workbook import names
from alokasi.workbook.formats import ACCENT, ACCENT_PALE, Formats, number_format
from alokasi.workbook.lists import LAST_ROW, list_name
from alokasi.workbook.print_setup import prepare_print
from alokasi.workbook.schema import Column, Kind, Sheet
from alokasi.workbook.values import Row, plain

_SPARE_ROWS = 1000  # below the data: lists, prompts and the filter reach that far
_LAST_COLUMN = 16383
_PROTECTION = {
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
}
_EARLIEST, _LATEST = date(1940, 1, 1), date(2150, 12, 31)


def write_input(page: Any, formats: Formats, sheet: Sheet, rows: Sequence[Row], live: bool) -> None:
    """`live`: derived columns become formulas with their value; a result keeps the values only."""
    headers = [*sheet.names, *_competence_headers(sheet, rows)]
    _columns(page, formats, sheet)
    _header(page, formats, sheet, headers)
    for number, row in enumerate(rows, start=1):
        for place, name in enumerate(headers):
            column = sheet.column(name) if name in sheet.names else None
            if live and column is not None and column.derived:
                _workload(page, formats, sheet, number, place, row)
            else:
                write_value(page, formats, number, place, column, row.get(name))
    last = max(len(rows), 1) + _SPARE_ROWS
    for place, column in enumerate(sheet):
        _validation(page, sheet, column, place, min(last, LAST_ROW))
    if sheet.wide:
        _skill_validation(page, len(sheet.columns), min(last, LAST_ROW))
    page.freeze_panes(1, 2 if "nama" in sheet.names[:2] else 1)
    page.autofilter(0, 0, max(len(rows), 1), len(headers) - 1)
    page.ignore_errors({"number_stored_as_text": f"A2:{xl_rowcol_to_cell(last, len(headers))}"})
    page.protect("", _PROTECTION)
    prepare_print(page, sheet.name)


def write_example(page: Any, formats: Formats, sheet: Sheet) -> None:
    """A row in grey italics that the reader skips (its marker column begins with CONTOH)."""
    for place, column in enumerate(sheet):
        if column.derived:
            continue
        write_value(page, formats, 1, place, column, column.example, italic=True, font_color="#7B8794")


def write_value(
    page: Any, formats: Formats, row: int, place: int, column: Column | None, value: object, **look: object
) -> None:
    """Text is always written as text: nothing a user typed becomes a formula or a link."""
    kind = column.kind if column is not None else Kind.WHOLE
    value = plain(value)
    if value is None:
        return
    if isinstance(value, date):
        page.write_datetime(row, place, value, formats.cell(Kind.DATE, "", **look))
    elif isinstance(value, (int, float)):
        page.write_number(row, place, value, formats.cell(kind, number_format(value), **look))
    else:
        page.write_string(row, place, str(value), formats.cell(kind, "", **look))


def _competence_headers(sheet: Sheet, rows: Sequence[Row]) -> Iterable[str]:
    if not sheet.wide:
        return ()
    return dict.fromkeys(name for row in rows for name in row if name not in sheet.names)


def _columns(page: Any, formats: Formats, sheet: Sheet) -> None:
    page.set_column(0, _LAST_COLUMN, 11, formats.cell(Kind.WHOLE))
    for place, column in enumerate(sheet):
        page.set_column(place, place, column.shown_width, formats.cell(column.kind))


def _header(page: Any, formats: Formats, sheet: Sheet, headers: Sequence[str]) -> None:
    page.set_row(0, 24)
    for place, name in enumerate(headers):
        required = name in sheet.names and sheet.column(name).required
        page.write_string(0, place, name, formats.header(ACCENT if required else ACCENT_PALE))


def _workload(page: Any, formats: Formats, sheet: Sheet, row: int, place: int, values: Row) -> None:
    volume, norm = (
        xl_rowcol_to_cell(row, sheet.names.index(name), col_abs=True) for name in ("volume", "norma_jam")
    )
    value = plain(values.get("beban_jam"))
    shown = formats.cell(Kind.NUMBER, number_format(value), font_color="#52606D")
    page.write_formula(row, place, f"={volume}*{norm}", shown, "" if value is None else value)


def _validation(page: Any, sheet: Sheet, column: Column, place: int, last: int) -> None:
    rule = _rule(sheet, column)
    prompt = wording(column.prompt)
    rule |= {"input_title": column.name[:32], "input_message": prompt[:255], "ignore_blank": True}
    page.data_validation(1, place, last, place, rule)


def _rule(sheet: Sheet, column: Column) -> dict[str, Any]:
    if column.refers and column.name != "indikator":
        return _list_rule(
            list_name(sheet, column),
            Message.of("Kode ini tidak ada di lembar {lembar}.", lembar=column.refers),
            "warning",
        )
    if column.choices or column.kind is Kind.YES_NO:
        return _list_rule(
            list_name(sheet, column), Message.of("Pilih salah satu nilai dalam daftar."), "stop"
        )
    if column.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _EARLIEST,
            "maximum": _LATEST,
            **_error(Message.of("Isi tanggal HH/BB/TTTT, misalnya 31/12/2027."), "stop"),
        }
    if column.numeric and not column.derived:
        return _number_rule(column)
    return {"validate": "any"}


def _list_rule(name: str, error: Message, severity: str) -> dict[str, Any]:
    return {"validate": "list", "source": f"={name}", **_error(error, severity)}


def _number_rule(column: Column) -> dict[str, Any]:
    kind = "integer" if column.kind is Kind.WHOLE else "decimal"
    if column.above_zero:
        error = Message.of("Isi angka lebih dari 0. Desimal memakai koma.")
        return {"validate": kind, "criteria": ">", "value": 0, **_error(error, "stop")}
    least, most = column.least or 0, column.most or 0
    error = Message.of("Isi angka {least} sampai {most}.", least=int(least), most=int(most))
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": float(least),
        "maximum": float(most),
        **_error(error, "stop"),
    }


def _skill_validation(page: Any, first: int, last: int) -> None:
    page.data_validation(
        1,
        first,
        last,
        first + 60,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": 5,
            "ignore_blank": True,
            "input_title": names.COMPETENCES,
            "input_message": wording(Message.of("Tingkat 0 sampai 5. Kosong berarti 0.")),
            **_error(Message.of("Isi tingkat 0 sampai 5."), "stop"),
        },
    )


def _error(message: Message, severity: str) -> dict[str, str]:
    return {
        "error_title": wording(Message.of("Isian tidak sah")),
        "error_message": wording(message),
        "error_type": severity,
    }
