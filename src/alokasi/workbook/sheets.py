"""Which sheet of a file is which: by name, without case, blanks and punctuation."""

from __future__ import annotations

from collections.abc import Mapping

from alokasi.opening.limits import MOST_COLUMNS, MOST_ROWS
from alokasi.workbook import faults, names
from alokasi.workbook.columns import INPUT_SHEETS, SHEETS
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import RawBook, RawSheet, place
from alokasi.workbook.words import closest, folded

_OURS = (names.GUIDE, names.LISTS, names.HIDDEN, names.IMPORT_REPORT, names.IMPORT_HOURS)


def known_sheets(book: RawBook) -> tuple[Mapping[str, RawSheet], tuple[Issue, ...]]:
    """Sheets by our name, and what is to be said about the others."""
    spelled = {folded(name): name for name in SHEETS}
    found: dict[str, RawSheet] = {}
    unknown: list[RawSheet] = []
    issues: list[Issue] = []
    for raw in book.sheets:
        name = spelled.get(folded(raw.name))
        if raw.name in _OURS:
            continue
        if name is None:
            unknown.append(raw)
        elif name in found:
            issues.append(faults.two_sheets(name, found[name].name, raw.name))
        else:
            found[name] = raw
            issues += _said(raw, name)
    issues += _missing(book, found, unknown)
    issues += [_ignored(raw, found) for raw in unknown if raw.rows]
    return found, tuple(issues)


def template_version(book: RawBook) -> str:
    """Blank where the file was not made from a template."""
    mark = next((raw for raw in book.sheets if raw.name == names.HIDDEN), None)
    version = None if mark is None else mark.value(1, 2)
    return "" if version is None else str(version)


def _ignored(raw: RawSheet, found: Mapping[str, RawSheet]) -> Issue:
    return (
        faults.hidden_sheet_skipped(raw.name)
        if raw.hidden
        else faults.sheet_ignored(raw.name, _near(raw.name, found))
    )


def _said(raw: RawSheet, name: str) -> list[Issue]:
    issues = [faults.sheet_hidden(raw.name)] if raw.hidden else []
    if raw.name != name:
        issues.append(faults.sheet_renamed(raw.name, name))
    if raw.last_row > MOST_ROWS:
        issues.append(faults.too_many_rows(raw.name, raw.last_row, MOST_ROWS))
    if raw.columns > MOST_COLUMNS:
        issues.append(faults.too_many_columns(raw.name, raw.columns, MOST_COLUMNS))
    elif raw.stray is not None:
        issues.append(faults.stray_cells(place(raw.name, *raw.stray), raw.strays))
    return issues


def _missing(book: RawBook, found: Mapping[str, RawSheet], unknown: list[RawSheet]) -> list[Issue]:
    present = tuple(raw.name for raw in book.sheets if raw.name not in _OURS)
    rest = [raw.name for raw in unknown if raw.rows]
    return [
        faults.sheet_missing(sheet.name, present, closest(sheet.name, rest, 0.5))
        for sheet in INPUT_SHEETS
        if sheet.filled and sheet.name not in found
    ]


def _near(name: str, found: Mapping[str, RawSheet]) -> str:
    return closest(name, [s for s in SHEETS if s not in found], 0.7)
