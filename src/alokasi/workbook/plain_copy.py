"""A copy of what was read, values only: of CSV files, and of workbooks whose looks cannot be copied within limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from alokasi.opening.door import open_book
from alokasi.opening.raw import RawSheet
from alokasi.workbook import names
from alokasi.workbook.columns import SHEETS

_NOT_IN_TITLES = str.maketrans("[]:*?/\\'", "________")
_LONGEST_TITLE = 31
_LONGEST_TEXT = 32_767  # letters of a cell
_HEADER = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#4A5560"}
_COMMENT = {"author": "Alokasi", "x_scale": 2.8}


class Mark(NamedTuple):
    """What is wrong with a cell: its colour, and the words of its comment, blank for none."""

    sheet: str
    cell: str
    colour: str
    said: str


def plain_copy(path: Path, marks: Iterable[Mark], messages: Iterable[Sequence[object]]) -> bytes:
    """`messages`: colour and cells of each row of Pesan. Raises RefusedFile like any reading."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        looks = _Looks(book)
        _messages(book, looks, messages)
        taken = {names.MESSAGES.casefold()}
        of_sheet: dict[str, dict[tuple[int, int], Mark]] = {}
        for mark in marks:
            of_sheet.setdefault(mark.sheet, {})[xl_cell_to_rowcol(mark.cell)] = mark
        for sheet in open_book(path).sheets:
            if sheet.name != names.MESSAGES:
                _write(
                    book.add_worksheet(_title(sheet.name, taken)), looks, sheet, of_sheet.get(sheet.name, {})
                )
    return made.getvalue()


class _Looks:
    """Formats by colour, and whether of a date."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}

    def get(self, colour: str = "", date: bool = False) -> Any:
        if (colour, date) not in self._made:
            filled = {"bg_color": f"#{colour}"} if colour else {}
            shown = {"num_format": "dd/mm/yyyy"} if date else {}
            self._made[colour, date] = self._book.add_format({**filled, **shown})
        return self._made[colour, date]


def _messages(book: Any, looks: _Looks, messages: Iterable[Sequence[object]]) -> None:
    page = book.add_worksheet(names.MESSAGES)
    head, wrapped = book.add_format(_HEADER), book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(SHEETS[names.MESSAGES]):
        page.set_column(place, place, column.shown_width)
        page.write_string(0, place, column.name, head)
    for number, (colour, *values) in enumerate(messages, start=1):
        for place, value in enumerate(values):
            page.write_string(number, place, str(value)[:_LONGEST_TEXT], wrapped)
        page.write_string(number, 0, str(values[0]), looks.get(str(colour)))
    page.freeze_panes(1, 0)


def _write(page: Any, looks: _Looks, sheet: RawSheet, marks: Mapping[tuple[int, int], Mark]) -> None:
    """Text stays text: nothing typed becomes a formula."""
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            mark = marks.get((number, column))
            look = looks.get(mark.colour if mark else "", isinstance(value, datetime))
            if isinstance(value, datetime):
                page.write_datetime(number, column, value, look)
            elif isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
                page.write_number(number, column, value, look)
            elif value is not None:
                page.write_string(number, column, str(value)[:_LONGEST_TEXT], look)
    for (number, column), mark in marks.items():
        if sheet.value(number + 1, column + 1) is None:
            page.write_blank(number, column, None, looks.get(mark.colour))
        if mark.said:
            page.write_comment(number, column, mark.said, _COMMENT)


def _title(name: str, taken: set[str]) -> str:
    """A sheet title for a file name: what Excel allows, none twice."""
    title = base = name.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE].strip() or "Lembar"
    number = 2
    while title.casefold() in taken:
        title = f"{base[: _LONGEST_TITLE - 4]} {number}"
        number += 1
    taken.add(title.casefold())
    return title
