"""What runs in the child of `marked`: opens a workbook, marks its cells, adds the messages, gives it back."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from alokasi.opening.child import limit
from alokasi.opening.limits import COPY_MEMORY, COPY_SECONDS
from alokasi.opening.spreadsheet import Archive
from alokasi.workbook.formulas import reaches_outside

_HEADER = "4A5560"


def main() -> None:
    """Reads what is asked as a line of JSON and then the workbook; an error ends the child."""
    limit(COPY_MEMORY, COPY_SECONDS, writes=True)
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    Archive(data)  # refuses what no parser should see
    made = BytesIO()
    marked(data, asked).save(made)
    sys.stdout.buffer.write(made.getvalue())


def marked(data: bytes, asked: dict[str, Any]) -> Any:
    """`asked`: marks as (sheet, cell, colour, comment), and the sheet of messages: title, columns, rows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts openpyxl leaves out, such as newer validations
        book = openpyxl.load_workbook(BytesIO(data), keep_links=False)
    _quieten(book)
    for sheet, cell, colour, said in asked["marks"]:
        if sheet in book.sheetnames and hasattr(book[sheet], "merged_cells"):
            _mark(_first_of_merged(book[sheet], cell), colour, said)
    _messages(book, asked["title"], asked["columns"], asked["messages"])
    return book


def _quieten(book: Any) -> None:
    """Formulas and names that reach outside of the workbook become text, or go."""
    for page in book.worksheets:
        for cell in tuple(page._cells.values()):  # those there are; iter_rows would make all between
            text = str(getattr(cell.value, "text", cell.value))
            if cell.data_type == "f" and reaches_outside(text):
                write_text(cell, text)
    for name in [name for name, defined in book.defined_names.items() if reaches_outside(defined.attr_text)]:
        del book.defined_names[name]


def write_text(cell: Any, value: object) -> None:
    """Text stays text: nothing typed becomes a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _first_of_merged(page: Any, cell: str) -> Any:
    """The cell itself, or the only one of its merged range that can carry a comment."""
    for merged in page.merged_cells.ranges:
        if cell in merged:
            return page.cell(merged.min_row, merged.min_col)
    return page[cell]


def _mark(cell: Any, colour: str, said: str) -> None:
    cell.fill = PatternFill("solid", fgColor=colour)
    if said:
        height = 40 + 18 * (said.count("\n") + len(said) // 50 + 1)
        cell.comment = Comment(said, "Alokasi", width=360, height=height)


def _messages(
    book: Any, title: str, columns: Iterable[tuple[str, int]], rows: Iterable[list[object]]
) -> None:
    if title in book.sheetnames:
        del book[title]
    page = book.create_sheet(title, 0)
    for place, (name, width) in enumerate(columns, start=1):
        head = page.cell(1, place, name)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor=_HEADER)
        page.column_dimensions[head.column_letter].width = width
    for number, (colour, *values) in enumerate(rows, start=2):
        for place, value in enumerate(values, start=1):
            cell = page.cell(number, place)
            write_text(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.cell(number, 1).fill = PatternFill("solid", fgColor=str(colour))
    page.freeze_panes = "A2"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    book.active = 0
