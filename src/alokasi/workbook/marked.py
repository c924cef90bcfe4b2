"""A copy of a workbook with the cells to repair coloured and commented, and a sheet Pesan in front."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from alokasi.texts import wording
from alokasi.workbook import names
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.csv_folder import open_folder
from alokasi.workbook.issues import Issue, Severity, issue_rows
from alokasi.workbook.raw import RawSheet
from alokasi.workbook.write import cannot_be_written

_FILLS = {Severity.ERROR: "F9B27C", Severity.WARNING: "FFE699", Severity.INFO: "DDEBF7"}
_ORDER = tuple(_FILLS)


def write_marked(path: Path, issues: Sequence[Issue], out: Path, lang: str = "id") -> None:
    """The copy holds everything the workbook held; of a folder of CSV files one workbook is made."""
    book = _from_folder(path) if path.is_dir() else _opened(path)
    sheets = {page.title: page for page in book.worksheets}
    for (sheet, cell), found in _by_cell(issues).items():
        if sheet in sheets and cell:
            _mark(_first_of_merged(sheets[sheet], cell), found, lang)
    _messages(book, issues, lang)
    try:
        book.save(out)
    except OSError as error:
        raise cannot_be_written(out) from error


def _first_of_merged(page: Any, cell: str) -> Any:
    """The cell itself, or the only one of its merged range that can carry a comment."""
    for merged in page.merged_cells.ranges:
        if cell in merged:
            return page.cell(merged.min_row, merged.min_col)
    return page[cell]


def _opened(path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def _from_folder(folder: Path) -> Any:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in open_folder(folder).sheets:
        _copy(book.create_sheet(sheet.name[:31]), sheet)
    return book


def _copy(page: Any, sheet: RawSheet) -> None:
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row, start=1):
            _write(page.cell(number, column), value)


def _write(cell: Any, value: object) -> None:
    """Text stays text: nothing typed becomes a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _by_cell(issues: Iterable[Issue]) -> dict[tuple[str, str], list[Issue]]:
    found: defaultdict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        found[issue.sheet, issue.cell].append(issue)
    return found


def _mark(cell: Any, issues: list[Issue], lang: str) -> None:
    worst = min((issue.severity for issue in issues), key=_ORDER.index)
    cell.fill = PatternFill("solid", fgColor=_FILLS[worst])
    text = "\n".join(
        f"{issue.code}: {wording(issue.rule, lang)} {wording(issue.action, lang)}".strip() for issue in issues
    )
    cell.comment = Comment(
        text, "Alokasi", width=360, height=40 + 18 * (text.count("\n") + len(text) // 50 + 1)
    )


def _messages(book: Any, issues: Sequence[Issue], lang: str) -> None:
    if names.MESSAGES in book.sheetnames:
        del book[names.MESSAGES]
    page = book.create_sheet(names.MESSAGES, 0)
    sheet = SHEETS[names.MESSAGES]
    for place, column in enumerate(sheet, start=1):
        head = page.cell(1, place, column.name)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="4A5560")
        page.column_dimensions[head.column_letter].width = column.shown_width
    for number, row in enumerate(issue_rows(issues, lang), start=2):
        for place, column in enumerate(sheet, start=1):
            cell = page.cell(number, place)
            _write(cell, row[column.name])
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.cell(number, 1).fill = PatternFill("solid", fgColor=_FILLS[Severity(str(row["tingkat"]))])
    page.freeze_panes = "A2"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    book.active = 0
