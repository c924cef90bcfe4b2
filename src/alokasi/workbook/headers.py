"""Finds the header row of a sheet, below a letterhead too, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from alokasi.workbook import faults
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place, RawSheet, place
from alokasi.workbook.schema import Column, Sheet
from alokasi.workbook.words import closest, folded

_SEARCHED_ROWS = 30
_NUMBERING = ("no", "nomor", "no urut", "nomor urut")
_SURE = 0.84  # a misspelled header this close is read, with a warning


class Title(NamedTuple):
    """A header as it stands in its cell."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """`row`: the last line of the header, `top` its first; `columns`: column name to its number in the file;
    `extra`: further headers of a wide sheet.
    """

    row: int
    top: int
    columns: Mapping[str, int]
    extra: Mapping[str, int]
    issues: tuple[Issue, ...]


def find_header(raw: RawSheet, sheet: Sheet) -> Header:
    top, row = _header_rows(raw, sheet)
    titles = _titles(raw, sheet, top, row)
    found: dict[str, int] = {}
    issues: list[Issue] = []
    if top > 1:
        issues.append(faults.header_below(raw.name, top))
    if top < row:
        issues.append(faults.header_of_two_lines(raw.name, row))
    for number, title in titles.items():
        column = _named(title.text, sheet)
        if column is None:
            continue
        at = place(raw.name, title.row, number)
        if column.name in found:
            first = place(raw.name, titles[found[column.name]].row, found[column.name]).cell
            issues.append(faults.column_twice(at, title.text, column.name, first))
            continue
        found[column.name] = number
        issues += _wording_issues(at, title.text, column)
    unknown = {number: title for number, title in titles.items() if number not in found.values()}
    if not sheet.wide:
        issues += _near_headers(raw, sheet, found, unknown)
    issues += _missing(raw, sheet, found, unknown)
    extra = {title.text: number for number, title in unknown.items()} if sheet.wide else {}
    if not sheet.wide:
        issues += [
            _unknown(place(raw.name, title.row, number), title.text)
            for number, title in unknown.items()
            if number not in found.values() and not _twice(title.text, sheet)
        ]
    return Header(row, top, found, extra, tuple(issues))


def _header_rows(raw: RawSheet, sheet: Sheet) -> tuple[int, int]:
    """First and last line of the header: the row among the first that names most columns, with the line above or
    below where the two together name more; row 1 where none does.
    """
    last = min(_SEARCHED_ROWS, len(raw.rows))
    best = max(range(1, last + 1), key=lambda row: len(_known(raw, sheet, row, row)), default=1)
    pairs = [(best - 1, best)] if best > 1 else []
    if best < last and all(_named(title, sheet) for title in _line(raw, best + 1).values()):
        pairs.append((best, best + 1))  # else a row of data
    most = len(_known(raw, sheet, best, best))
    return max(
        (pair for pair in pairs if len(_known(raw, sheet, *pair)) > most),
        key=lambda pair: len(_known(raw, sheet, *pair)),
        default=(best, best),
    )


def _known(raw: RawSheet, sheet: Sheet, top: int, row: int) -> set[str]:
    titles = _titles(raw, sheet, top, row).values()
    return {column.name for title in titles if (column := _named(title.text, sheet)) is not None}


def _titles(raw: RawSheet, sheet: Sheet, top: int, row: int) -> dict[int, Title]:
    """Of two lines the lower counts; the upper where only it names a column, or stands alone."""
    upper, lower = _line(raw, top), _line(raw, row)
    titles = {}
    for number in sorted({*upper, *lower}):
        above = number in upper and (number not in lower or _only_upper(upper[number], lower[number], sheet))
        titles[number] = Title(top, upper[number]) if above else Title(row, lower[number])
    return titles


def _only_upper(upper: str, lower: str, sheet: Sheet) -> bool:
    return _named(lower, sheet) is None and _named(upper, sheet) is not None


def _line(raw: RawSheet, row: int) -> dict[int, str]:
    if row > len(raw.rows):
        return {}
    cells = enumerate(raw.rows[row - 1], start=1)
    return {number: str(value).strip() for number, value in cells if value is not None}


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


def _unknown(at: Place, title: str) -> Issue:
    numbering = folded(title) in _NUMBERING
    return faults.running_number(at, title) if numbering else faults.column_unknown(at, title)


def _twice(title: str, sheet: Sheet) -> bool:
    return _named(title, sheet) is not None


def _wording_issues(at: Place, title: str, column: Column) -> list[Issue]:
    if "menit" in folded(title):
        return [faults.minutes_header(at, title)]
    if title != column.name:
        return [faults.header_read_as(at, title, column.name, sure=True)]
    return []


def _near_headers(
    raw: RawSheet, sheet: Sheet, found: dict[str, int], unknown: Mapping[int, Title]
) -> list[Issue]:
    """Misspelled headers of columns that are not there otherwise."""
    issues = []
    for number, title in unknown.items():
        missing = [name for name in sheet.names if name not in found]
        name = closest(title.text, missing, _SURE)
        if name:
            found[name] = number
            at = place(raw.name, title.row, number)
            issues.append(faults.header_read_as(at, title.text, name, sure=False))
    return issues


def _missing(
    raw: RawSheet, sheet: Sheet, found: Mapping[str, int], unknown: Mapping[int, Title]
) -> list[Issue]:
    rest = [title.text for number, title in unknown.items() if number not in found.values()]
    return [
        faults.column_missing(raw.name, column.name, (*found, *rest), closest(column.name, rest, 0.6))
        for column in sheet
        if column.required and column.name not in found
    ]
