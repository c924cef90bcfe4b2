"""Finds the header row of a sheet, below a letterhead too, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alokasi.workbook import faults
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import RawSheet, place
from alokasi.workbook.schema import Column, Sheet
from alokasi.workbook.words import closest, folded

_SEARCHED_ROWS = 30
_SURE = 0.84  # a misspelled header this close is read, with a warning


@dataclass(frozen=True, slots=True)
class Header:
    """`columns`: column name to its number in the file; `extra`: further headers of a wide sheet."""

    row: int
    columns: Mapping[str, int]
    extra: Mapping[str, int]
    issues: tuple[Issue, ...]


def find_header(raw: RawSheet, sheet: Sheet) -> Header:
    row = _header_row(raw, sheet)
    titles = _titles(raw, row)
    found: dict[str, int] = {}
    issues: list[Issue] = []
    if row > 1:
        issues.append(faults.header_below(raw.name, row))
    for number, title in titles.items():
        column = _named(title, sheet)
        if column is None:
            continue
        if column.name in found:
            first = place(raw.name, row, found[column.name]).cell
            issues.append(faults.column_twice(place(raw.name, row, number), title, column.name, first))
            continue
        found[column.name] = number
        issues += _wording_issues(raw, row, number, title, column)
    unknown = {number: title for number, title in titles.items() if number not in found.values()}
    if not sheet.wide:
        issues += _near_headers(raw, row, sheet, found, unknown)
    issues += _missing(raw, sheet, found, unknown)
    extra = {title: number for number, title in unknown.items()} if sheet.wide else {}
    if not sheet.wide:
        issues += [
            faults.column_unknown(place(raw.name, row, number), title)
            for number, title in unknown.items()
            if number not in found.values() and not _twice(title, sheet)
        ]
    return Header(row, found, extra, tuple(issues))


def _header_row(raw: RawSheet, sheet: Sheet) -> int:
    """The row among the first that names most columns; row 1 where none does."""
    best, most = 1, 0
    for row in range(1, min(_SEARCHED_ROWS, len(raw.rows)) + 1):
        known = {c.name for title in _titles(raw, row).values() if (c := _named(title, sheet)) is not None}
        if len(known) > most:
            best, most = row, len(known)
    return best


def _titles(raw: RawSheet, row: int) -> dict[int, str]:
    if row > len(raw.rows):
        return {}
    cells = enumerate(raw.rows[row - 1], start=1)
    return {number: str(value).strip() for number, value in cells if value is not None and str(value).strip()}


def _named(title: str, sheet: Sheet) -> Column | None:
    text = folded(title)
    for column in sheet:
        if text == folded(column.name):
            return column
    for column in sheet:
        if text in column.synonyms or _without_minutes(text) in (folded(column.name), *column.synonyms):
            return column
    return None


def _without_minutes(text: str) -> str:
    """`norma waktu (menit)` is the column of hours with another unit, which is told."""
    return text.replace("menit", "jam") if "menit" in text else text


def _twice(title: str, sheet: Sheet) -> bool:
    return _named(title, sheet) is not None


def _wording_issues(raw: RawSheet, row: int, number: int, title: str, column: Column) -> list[Issue]:
    at = place(raw.name, row, number)
    if "menit" in folded(title):
        return [faults.minutes_header(at, title)]
    if title != column.name:
        return [faults.header_read_as(at, title, column.name, sure=True)]
    return []


def _near_headers(
    raw: RawSheet, row: int, sheet: Sheet, found: dict[str, int], unknown: dict[int, str]
) -> list[Issue]:
    """Misspelled headers of columns that are not there otherwise."""
    issues = []
    for number, title in unknown.items():
        missing = [name for name in sheet.names if name not in found]
        name = closest(title, missing, _SURE)
        if name:
            found[name] = number
            issues.append(faults.header_read_as(place(raw.name, row, number), title, name, sure=False))
    return issues


def _missing(
    raw: RawSheet, sheet: Sheet, found: Mapping[str, int], unknown: Mapping[int, str]
) -> list[Issue]:
    rest = [title for number, title in unknown.items() if number not in found.values()]
    return [
        faults.column_missing(raw.name, column.name, (*found, *rest), closest(column.name, rest, 0.6))
        for column in sheet
        if column.required and column.name not in found
    ]
