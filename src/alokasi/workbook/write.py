"""Writes workbooks: the template, empty or filled, the result with its input sheets, the bridge from other forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias, Union

import xlsxwriter

from alokasi.errors import UsageError
from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.bridge_sheets import BRIDGE_SHEETS
from alokasi.workbook.columns import INPUT_SHEETS, RESULT_SHEETS
from alokasi.workbook.comparison_sheets import COMPARISON_SHEETS
from alokasi.workbook.formats import ACCENT_PALE, DEFAULT, Formats
from alokasi.workbook.guide import write_guide
from alokasi.workbook.input_pages import Mark, write_example, write_input
from alokasi.workbook.issues import Issue, issue_rows
from alokasi.workbook.lists import add_lists
from alokasi.workbook.result_pages import write_table
from alokasi.workbook.values import Row, input_rows
from alokasi_models.problem import Problem

if TYPE_CHECKING:
    import pandas as pd

Table: TypeAlias = Union["pd.DataFrame", Sequence[Row]]
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": DEFAULT,
}
_RESULT_TAB = "#C55A11"


def write_template(path: Path, problem: Problem | None = None, created: datetime | None = None) -> None:
    """An empty workbook with an example row per sheet, or one filled with `problem`.

    `created`: the time of making kept in the file; with it, the same problem gives the same bytes.
    """
    rows = input_rows(problem) if problem is not None else {}
    with _book(path) as (book, formats):
        if created is not None:
            book.set_properties({"created": created})
        write_guide(book.add_worksheet(names.GUIDE), formats)
        _input_sheets(book, formats, rows, live=True, example=problem is None)


def write_result(
    path: Path,
    problem: Problem,
    sheets: Mapping[str, Table],
    include_nip: bool = False,
    issues: Sequence[Issue] = (),
    lang: str = "id",
) -> None:
    """The result sheets first, then the input sheets with formulas as values; it can be read again.

    `sheets`: name of a result sheet to its table, with exactly the columns of that sheet (ValueError else).
    A sheet that is not given is written empty; Pesan comes from `issues` where it is not given.
    """
    tables = {name: _rows(table) for name, table in sheets.items()}
    tables.setdefault(names.MESSAGES, issue_rows(issues, lang))
    unknown = set(tables) - {sheet.name for sheet in RESULT_SHEETS}
    if unknown:
        raise ValueError(f"not result sheets: {sorted(unknown)}")
    with _book(path) as (book, formats):
        for sheet in sorted(RESULT_SHEETS, key=lambda s: s.name != names.SUMMARY):
            page = book.add_worksheet(sheet.name)
            page.set_tab_color(_RESULT_TAB)
            write_table(page, formats, sheet, tables.get(sheet.name, []))
        _input_sheets(book, formats, input_rows(problem, include_nip), live=False)


def write_bridge(
    path: Path,
    rows: Mapping[str, Sequence[Row]],
    marks: Mapping[tuple[str, int, str], Mark],
    report: Mapping[str, Sequence[Row]],
) -> None:
    """The template filled with rows that may still lack something, after the sheets that tell how they came about.

    `marks`: (sheet, place of the row from 0, column) -> what the cell rests on; `report`: rows of the bridge's sheets,
    of which those are written that have some.
    """
    with _book(path) as (book, formats):
        for sheet in (sheet for sheet in BRIDGE_SHEETS if report.get(sheet.name)):
            page = book.add_worksheet(sheet.name)
            page.set_tab_color(_RESULT_TAB)
            write_table(page, formats, sheet, report.get(sheet.name, ()))
        write_guide(book.add_worksheet(names.GUIDE), formats)
        for sheet in INPUT_SHEETS:
            page = book.add_worksheet(sheet.name)
            page.set_tab_color(ACCENT_PALE)
            own = {(row, column): mark for (name, row, column), mark in marks.items() if name == sheet.name}
            write_input(page, formats, sheet, rows.get(sheet.name, ()), live=True, marks=own)


def write_comparison(path: Path, sheets: Mapping[str, Table]) -> None:
    """A workbook of the sheets of a comparison, with exactly their columns (ValueError else)."""
    with _book(path) as (book, formats):
        for sheet in COMPARISON_SHEETS:
            page = book.add_worksheet(sheet.name)
            page.set_tab_color(_RESULT_TAB)
            write_table(page, formats, sheet, _rows(sheets[sheet.name]))


@contextmanager
def _book(path: Path) -> Iterator[tuple[Any, Formats]]:
    """A finished workbook takes the place of `path` at once: a failure half-way leaves the old file whole."""
    try:
        with TemporaryDirectory(dir=path.absolute().parent, prefix=".alokasi-") as folder:
            finished = Path(folder) / "buku.xlsx"
            with xlsxwriter.Workbook(str(finished), _OPTIONS) as book:
                yield book, Formats(book, {})
                add_lists(book)
                _leave_mark(book)
            finished.replace(path)
    except OSError as error:
        raise cannot_be_written(path) from error


def cannot_be_written(path: Path) -> UsageError:
    return UsageError(
        Message.of(
            "{berkas} tidak dapat ditulis. Tutup bila sedang terbuka di Excel, atau pilih folder lain.",
            berkas=path.name,
        )
    )


def _leave_mark(book: Any) -> None:
    page = book.add_worksheet(names.HIDDEN)
    page.write_row(0, 0, ["templat", names.TEMPLATE_VERSION])
    page.very_hidden()


def _input_sheets(
    book: Any, formats: Formats, rows: Mapping[str, Sequence[Row]], live: bool, example: bool = False
) -> None:
    for sheet in INPUT_SHEETS:
        page = book.add_worksheet(sheet.name)
        page.set_tab_color(ACCENT_PALE)
        write_input(page, formats, sheet, rows.get(sheet.name, ()), live)
        if example:
            write_example(page, formats, sheet)


def _rows(table: Table) -> Sequence[Row]:
    if isinstance(table, Sequence):
        return table
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]
