"""Reads a workbook, or a folder of CSV files, and tells everything that is wrong with it in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alokasi.errors import DataError
from alokasi.opening.door import is_csv, open_book
from alokasi.texts import Message
from alokasi.workbook import faults, names
from alokasi.workbook.arrangement import read_plan
from alokasi.workbook.assemble import assembled
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.content import read_content
from alokasi.workbook.contradictions import Decided, decided_rows
from alokasi.workbook.file_checks import file_issues
from alokasi.workbook.issues import Collected, Issue, has_errors
from alokasi.workbook.raw import RawBook, RawSheet
from alokasi.workbook.readable import Readable, readable
from alokasi.workbook.sheets import known_sheets, template_version
from alokasi.workbook.unit_checks import pattern_issues
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem

_OTHER_COLUMNS = ("W023", "W024")  # unknown, or read under another name
_SEVERITIES = ("galat", "peringatan", "info")
_SHEET_ORDER = {name: number for number, name in enumerate(("", *SHEETS))}


@dataclass(frozen=True, slots=True)
class Reading:
    """`problem` is None where an error forbids one, and so is `plan`; without Susunan `plan` is None too.

    `summary` holds the rows of Ringkasan, if the file is a result, as column name to value. `part`: where there is no
    problem, what can still be counted on, if that much is readable. `decided`: rows that may contradict a clause.
    """

    problem: Problem | None
    plan: Plan | None
    issues: tuple[Issue, ...]
    summary: tuple[Mapping[str, Any], ...] = ()
    part: Readable | None = None
    decided: tuple[Decided, ...] = ()


def read(path: Path) -> Reading:
    """Raises UsageError where there is no such file, DataError where it cannot be opened at all."""
    path = Path(path)
    book = raw_book(path)
    if is_csv(path) and not path.is_dir():
        raise DataError(
            Message.of(
                "{berkas} satu lembar saja; beri folder yang memuat semua lembar CSV.", berkas=path.name
            )
        )
    return understood(book)


def raw_book(path: Path) -> RawBook:
    """The sheets of a workbook, a CSV file or a folder of them as they stand, nothing understood yet.

    Raises UsageError where there is no such file, DataError where it cannot be opened at all.
    """
    opened = open_book(path)
    return RawBook(opened.sheets, tuple(file_issues(opened)))


def understood(book: RawBook) -> Reading:
    """What sheets as they stand say, and everything that is wrong with them."""
    raw, found = known_sheets(book)
    places = {sheet.name: _SHEET_ORDER[name] for name, sheet in raw.items()}
    content = read_content(raw)
    told = (*book.issues, *found, *content.issues)
    issues = (*_version_issues(book, told), *told)
    summary = _summary(raw)
    if has_errors(issues):
        part = readable(content.tables, issues)
        return Reading(None, None, _in_order(issues, places), summary, part, decided_rows(content.tables))
    problem = assembled(content.tables, content.skills)
    ordered = _in_order((*issues, *pattern_issues(problem, content.tables)), places)
    plan = read_plan(content.tables, summary)
    return Reading(problem, plan, ordered, summary, decided=decided_rows(content.tables))


def _version_issues(book: RawBook, told: Iterable[Issue]) -> tuple[Issue, ...]:
    version = template_version(book)
    if version in ("", names.TEMPLATE_VERSION):
        return ()
    columns = tuple(issue.value for issue in told if issue.code in _OTHER_COLUMNS and issue.cell)
    return (faults.other_template(version, names.TEMPLATE_VERSION, columns),)


def _summary(raw: Mapping[str, RawSheet]) -> tuple[Mapping[str, Any], ...]:
    """Rows of Ringkasan as they stand, the header in row 1."""
    if names.SUMMARY not in raw:
        return ()
    columns = SHEETS[names.SUMMARY].names
    sheet = raw[names.SUMMARY]
    header = {str(sheet.value(1, n)): n for n in range(1, len(columns) + 5)}
    if not set(columns) <= set(header):
        return ()
    return tuple(
        {name: sheet.value(row, header[name]) for name in columns} for row in range(2, len(sheet.rows) + 1)
    )


def _in_order(issues: Iterable[Issue], places: Mapping[str, int]) -> tuple[Issue, ...]:
    """Errors first, then by sheet and row. `places` of sheets under the names they have in the file."""
    collected = Collected()
    collected.add(issues)
    known = {**_SHEET_ORDER, **places}

    def order(issue: Issue) -> tuple[int, int, str, int, str]:
        row = int("".join(c for c in issue.cell if c.isdigit()) or 0)
        place = known.get(issue.sheet, len(known))  # sheets that are not ours come last
        return _SEVERITIES.index(issue.severity), place, issue.sheet, row, issue.cell

    return tuple(sorted(collected, key=order))
