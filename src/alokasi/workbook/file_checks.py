"""What is said of a file before any sheet is understood: its calendar, how a CSV file was read and its faults."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator

from alokasi.opening.raw import OpenedBook, RawSheet
from alokasi.workbook import faults
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import place

_ONCE = ("mixed",)  # one row says it for all
_USUAL = ("utf-8", "utf-8-sig")
_USUAL_SEPARATORS = (";", ",")


def file_issues(book: OpenedBook) -> Iterator[Issue]:
    if book.calendar_1904:
        yield faults.calendar_1904()
    for sheet in book.sheets:
        yield from _of_csv(sheet)


def _of_csv(sheet: RawSheet) -> Iterator[Issue]:
    """How it was read only where that is not the usual: UTF-8 parted by semicolons or commas."""
    if sheet.csv is None:
        return
    usual = sheet.csv.encoding in _USUAL and sheet.csv.separator in _USUAL_SEPARATORS
    if sheet.csv.separator and (sheet.csv.announced or not usual):
        yield faults.csv_read_as(sheet.name, sheet.csv.encoding, sheet.csv.separator)
    told: set[object] = set()
    for kind, *found in sheet.csv.faults:
        if kind not in _ONCE or kind not in told:
            yield _FAULTS[str(kind)](sheet.name, *found)
        told.add(kind)


def _misread(sheet: str, row: int, column: int, text: str) -> Issue:
    return faults.mojibake(place(sheet, row, column), text)


def _long(sheet: str, row: int) -> Issue:
    return faults.long_field(sheet, row, csv.field_size_limit())


_FAULTS: dict[str, Callable[..., Issue]] = {
    "illegal": faults.illegal_bytes,
    "quote": faults.open_quote,
    "long": _long,
    "ragged": faults.ragged_row,
    "mixed": faults.mixed_separators,
    "misread": _misread,
}
