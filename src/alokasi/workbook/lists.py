"""Drop-down lists as defined names: words on a hidden sheet, codes from the sheet that defines them."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from alokasi.workbook import names
from alokasi.workbook.columns import INPUT_SHEETS, SHEETS
from alokasi.workbook.schema import Column, Kind, Sheet

LAST_ROW = 5000  # lists of codes reach this far
YES_NO = ("ya", "tidak")


def words(column: Column) -> tuple[str, ...]:
    return YES_NO if column.kind is Kind.YES_NO else column.choices


def list_name(sheet: Sheet, column: Column) -> str:
    """Defined name of a column's list, blank where it has none."""
    if column.refers:
        return "kode_" + _plain(column.refers)
    if column.kind is Kind.YES_NO:
        return "pilihan_ya_tidak"
    return f"pilihan_{_plain(sheet.name)}_{_plain(column.name)}" if column.choices else ""


def add_lists(book: Any) -> None:
    """Writes the hidden sheet and defines the names. Called after all sheets exist."""
    page = book.add_worksheet(names.LISTS)
    defined: set[str] = set()
    column_number = 0
    for sheet in INPUT_SHEETS:
        for column in sheet:
            name = list_name(sheet, column)
            if not name or name in defined:
                continue
            defined.add(name)
            if column.refers:
                book.define_name(name, _codes(column.refers))
                continue
            page.write_column(0, column_number, [name, *words(column)])
            letter = xl_col_to_name(column_number)
            book.define_name(name, f"={names.LISTS}!${letter}$2:${letter}${1 + len(words(column))}")
            column_number += 1
    page.hide()


def _codes(sheet: str) -> str:
    """The filled part of the first column of a sheet."""
    first = f"'{SHEETS[sheet].name}'!$A$2"
    column = f"'{SHEETS[sheet].name}'!$A$2:$A${LAST_ROW}"
    return f"={first}:INDEX({column},MAX(1,COUNTA({column})))"


def _plain(name: str) -> str:
    return name.lower().replace(" ", "_")
