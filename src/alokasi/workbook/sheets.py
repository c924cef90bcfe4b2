"""Which sheet of a file is which: by name, without case, blanks and punctuation."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from alokasi.opening.limits import MOST_COLUMNS, MOST_ROWS
from alokasi.workbook import faults, names
from alokasi.workbook.columns import INPUT_SHEETS, SHEETS
from alokasi.workbook.headers import find_header
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import RawBook, RawSheet, place
from alokasi.workbook.schema import Sheet
from alokasi.workbook.words import closest, folded

_SURE = 0.84  # a misspelled name this close is read, with a warning
_MOST = 0.5
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
    twice: set[str] = set()
    for name, (raw, *others) in _likely(unknown, found).items():
        if others:
            issues += [faults.two_sheets(name, raw.name, other.name) for other in others]
            twice.add(name)
            unknown = [sheet for sheet in unknown if sheet not in (raw, *others)]
        else:
            found[name] = raw
            issues += [faults.sheet_taken_for(raw.name, name), *_of_whole(raw)]
            unknown.remove(raw)
    issues += _missing(book, found, unknown, twice)
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


def _likely(unknown: list[RawSheet], found: Mapping[str, RawSheet]) -> dict[str, list[RawSheet]]:
    """Sheets that are surely meant for one of ours that is not there: its name is in theirs (`Data Pegawai`,
    `unit-Tugas` of a CSV export) or misspelled, and their header names most of what it must have; or their header
    names all that a sheet must have without which there is nothing to plan.
    """
    likely: dict[str, list[RawSheet]] = {}
    for raw in unknown:
        name = "" if raw.hidden or not raw.rows else _meant(raw, found)
        if name:
            likely.setdefault(name, []).append(raw)
    return likely


def _meant(raw: RawSheet, found: Mapping[str, RawSheet]) -> str:
    absent = [sheet for sheet in INPUT_SHEETS if sheet.name not in found]
    words = f" {folded(raw.name)} "
    near = closest(raw.name, [sheet.name for sheet in absent], _SURE)
    named = [sheet for sheet in absent if f" {folded(sheet.name)} " in words or sheet.name == near]
    longest_first = sorted(named, key=lambda sheet: len(sheet.name), reverse=True)
    meant = next((sheet.name for sheet in longest_first if _share(raw, sheet) > _MOST), "")
    required = [sheet for sheet in absent if sheet.filled]
    return meant or next((sheet.name for sheet in required if _share(raw, sheet) == 1), "")


def _share(raw: RawSheet, sheet: Sheet) -> float:
    """Of the required columns, those that its header names."""
    columns = find_header(raw, sheet).columns
    required = [column.name for column in sheet if column.required]
    return sum(name in columns for name in required) / len(required)


def _said(raw: RawSheet, name: str) -> list[Issue]:
    issues = [faults.sheet_hidden(raw.name)] if raw.hidden else []
    if raw.name != name:
        issues.append(faults.sheet_renamed(raw.name, name))
    return [*issues, *_of_whole(raw)]


def _of_whole(raw: RawSheet) -> list[Issue]:
    """What is said of a sheet that is read, whatever it is called."""
    issues = []
    if raw.last_row > MOST_ROWS:
        issues.append(faults.too_many_rows(raw.name, raw.last_row, MOST_ROWS))
    if raw.columns > MOST_COLUMNS:
        issues.append(faults.too_many_columns(raw.name, raw.columns, MOST_COLUMNS))
    elif raw.stray is not None:
        issues.append(faults.stray_cells(place(raw.name, *raw.stray), raw.strays))
    return issues


def _missing(
    book: RawBook, found: Mapping[str, RawSheet], unknown: list[RawSheet], twice: Collection[str]
) -> list[Issue]:
    """`twice`: of which two could be meant, which is told."""
    present = tuple(raw.name for raw in book.sheets if raw.name not in _OURS)
    rest = [raw.name for raw in unknown if raw.rows]
    return [
        faults.sheet_missing(sheet.name, present, closest(sheet.name, rest, 0.5))
        for sheet in INPUT_SHEETS
        if sheet.filled and sheet.name not in found and sheet.name not in twice
    ]


def _near(name: str, found: Mapping[str, RawSheet]) -> str:
    return closest(name, [s for s in SHEETS if s not in found], 0.7)
